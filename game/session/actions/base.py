"""What every act is, and what one side of a deal is."""

from __future__ import annotations

from msgspec import Struct


class Action(Struct, frozen=True, tag=True, omit_defaults=True):
    """Something a seat asks to do; `seat` is its code (`""` for the director's acts)."""

    seat: str


class Term(Struct, frozen=True, omit_defaults=True):
    """One side of a deal: a vote on a draft, the sponsoring of a draft, or a pledge.

    `kind` is vote, sponsor or pledge; `subject` the draft's symbol or the kind of pledge; `vote` the ballot
    meant.
    """

    kind: str
    subject: str
    vote: str = ""
