"""The rarer business of the Council as it stands: items, further meetings, privacy, guests, disputes.

Records only, and what the turn of a stage or a meeting makes of them; `acts.conduct` and its kin have their
law. All of it is public.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

MAIN = ""
"""What the main item of a meeting is called where items are named."""
MOST_MEETINGS = 2
"""Meetings that may be held at one stage (H2)."""


class Listed(Struct, frozen=True):
    """An item on the provisional agenda beside the main one, and the member at whose request it stands
    there."""

    id: str
    title: str
    seat: str


class Declared(Struct, frozen=True):
    """A vote just declared: on which draft, and who cast which ballot."""

    draft: str
    votes: dict[str, str]


class Contest(Struct, frozen=True):
    """An invitation just carried over the no of permanent members, who may still contest its nature (P6)."""

    subject: str
    seats: tuple[str, ...]


class Conduct(Struct, frozen=True):
    """What stands of the Council's rarer business."""

    listed: tuple[Listed, ...] = ()
    """Items on the provisional agenda of the next meeting, beside the main one."""
    objections: dict[str, frozenset[str]] = {}
    """Who gave notice of objection, by item; notices on the main one stand in the chamber."""
    taken_up: frozenset[str] = frozenset()
    """Items the Council has put on its agenda so far."""
    met: int = 0
    """Meetings opened at this stage."""
    further: bool = False
    """Whether another meeting at this stage is to follow."""
    stopped: bool = False
    """Whether the Council has postponed or referred the matter: no more of it at this stage."""
    closed: bool = False
    """Whether the Council has decided to proceed to the vote (CB1)."""
    private: bool = False
    """Whether the meeting is held in private (PB3)."""
    guests: tuple[str, ...] = ()
    """Parties for whom somebody sits, if the Council invites them."""
    outside: frozenset[str] = frozenset()
    """Guests who left when the meeting became private, and were not asked in again."""
    claimed: tuple[str, ...] = ()
    """Those named as parties by the motion to declare a dispute."""
    parties: tuple[str, ...] = ()
    """Those declared parties to a dispute, who must abstain under Article 27(3) (V10)."""
    contest: Contest | None = None
    declared: Declared | None = None
    explained: frozenset[str] = frozenset()
    """Who has explained its vote on the draft last declared."""
    first: frozenset[str] = frozenset()
    """Amendments that a ruling put first (CB10)."""
    issued: tuple[str, ...] = ()
    """Symbols of the statements issued, in order."""


def at_stage(c: Conduct) -> Conduct:
    """Return what stands when a stage opens: items asked for are carried over (AG6), a dispute lasts."""
    return replace(
        c,
        objections={},
        met=0,
        further=False,
        stopped=False,
        closed=False,
        private=False,
        outside=frozenset(),
        claimed=(),
        contest=None,
        declared=None,
        explained=frozenset(),
        first=frozenset(),
    )


def at_meeting(c: Conduct) -> Conduct:
    """Return what stands when a meeting is called to order: in public, with its debate before it (PB1)."""
    return replace(
        c,
        met=c.met + 1,
        further=False,
        closed=False,
        private=False,
        outside=frozenset(),
        claimed=(),
        contest=None,
        declared=None,
        explained=frozenset(),
    )


def at_rising(c: Conduct) -> Conduct:
    """Return what stands when a meeting has risen: nothing of it can be contested or explained any more."""
    return replace(c, objections={}, private=False, contest=None, declared=None, closed=False)


def without_item(c: Conduct, item: str) -> Conduct:
    """Return what stands when an item has been decided on: it is on the provisional agenda no more."""
    left = {id: seats for id, seats in c.objections.items() if id != item}
    return replace(c, listed=tuple(x for x in c.listed if x.id != item), objections=left)


def at_the_table(guests: Iterable[str], invited: frozenset[str], outside: frozenset[str]) -> tuple[str, ...]:
    """Return the guests who sit at the table: somebody speaks for them, and the Council has asked them in."""
    return tuple([g for g in guests if g in invited and g not in outside])
