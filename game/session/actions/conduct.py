"""Acts of the Council's rarer business: meetings and votes asked for, votes explained, nature referred."""

from __future__ import annotations

from game.session.actions.base import Action


class RequestMeeting(Action, frozen=True):
    """Ask for a meeting, which the President shall call (rule 2, MT2).

    Before a meeting it adds an item to the provisional agenda; during one it asks for a further meeting at
    this stage, with or without an item. `item` is an id of the pack's items; `words` an item of one's own.
    """

    item: str = ""
    words: str = ""


class AskVote(Action, frozen=True):
    """As a member, ask that a guest's draft be put to the vote (rule 38, IN5)."""

    draft: str


class ExplainVote(Action, frozen=True):
    """Explain one's vote on the draft just decided (EV1)."""

    words: str


class PutPreliminary(Action, frozen=True):
    """As President, leave the preliminary question whether a matter is procedural to the Council (P3, P4)."""
