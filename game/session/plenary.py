"""The General Assembly, as far as it has to do with the crisis: called, meeting, and what came of it.

Records only; `acts.plenary` has their law. All of it is public.
"""

from __future__ import annotations

from msgspec import Struct

from game.session.library import Clause


class Lost(Struct, frozen=True):
    """A text that a veto kept from the Council, and how the Council voted on it."""

    symbol: str
    sponsors: tuple[str, ...]
    clauses: tuple[Clause, ...]
    title: str = ""
    stored: str = ""
    nature: str = "substantive"
    votes: dict[str, str] = {}


class Recommendation(Struct, frozen=True):
    """What the Assembly made of a text: its symbol when adopted (else empty), and every Member's vote."""

    draft: str
    symbol: str
    votes: dict[str, str] = {}


class Plenary(Struct, frozen=True):
    """The Assembly as it stands towards the crisis.

    `called` says that it is to meet as soon as the Council has risen, `kind` as what: regular (it sits
    anyway), special or emergency. `session` and `title` name the session that met last (`ES-1`); `here` are
    the seats at the table, `spoke` those that have spoken, and `text` is the one that is put to the vote.
    """

    lost: tuple[Lost, ...] = ()
    """Texts that vetoes kept from the Council since the Assembly last met."""
    asked: bool = False
    """Whether the Members have been asked to call it since the last veto."""
    called: bool = False
    kind: str = ""
    session: str = ""
    title: str = ""
    here: tuple[str, ...] = ()
    spoke: frozenset[str] = frozenset()
    papers: int = 0
    """Number of the session's last draft."""
    adopted: int = 0
    """Number of the session's last resolution."""
    text: str = ""
    votes: dict[str, str] = {}
    """The votes of all other Members on the text put, by code, once they have fallen."""
    done: tuple[Recommendation, ...] = ()
    """What has come of each text put to the Assembly, in order."""
