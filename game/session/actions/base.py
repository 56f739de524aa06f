"""What every act is, and what one side of a deal is."""

from __future__ import annotations

from msgspec import Struct


class Action(Struct, frozen=True, tag=True, omit_defaults=True):
    """Something a seat asks to do; `seat` is its code (`""` for the director's acts)."""

    seat: str


class Term(Struct, frozen=True, omit_defaults=True):
    """One side of a deal: a vote on a draft, the sponsoring of a draft, a pledge, a statement, an amendment.

    `kind` is vote, sponsor, pledge, statement or amendment; `subject` the draft's symbol, the kind of pledge
    or the issue; `vote` the ballot or the stance meant; `clause` the kind of clause to be struck out of the
    draft, or written into it.
    """

    kind: str
    subject: str
    vote: str = ""
    clause: str = ""
