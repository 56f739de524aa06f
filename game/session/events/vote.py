"""Events of the vote, and what it makes of texts."""

from __future__ import annotations

from game.session.events.base import Event


class QuestionPut(Event, frozen=True):
    """A question was put to the vote.

    `kind` is draft, amendment, part, agenda, invitation, motion, challenge, preliminary or consent;
    `subject` what is voted on (a
    symbol, party or motion); `nature` procedural or substantive; `voters` in the order of the roll call.
    """

    kind: str
    subject: str
    nature: str
    voters: tuple[str, ...]
    phase: str
    draft: str = ""
    place: int = -1
    mover: str = ""
    named: str = ""
    """What a motion asks, in the words of a house that has words of its own."""


class BallotCast(Event, frozen=True):
    """A seat voted; `reason` is the sentence it gives."""

    seat: str
    vote: str
    reason: str = ""
    after: bool = False
    rights: bool = False


class ResultDeclared(Event, frozen=True):
    """The President declared the result: verdict, tally, number needed, vetoes, and the reason with its
    rule."""

    verdict: str
    kind: str
    subject: str
    yes: int
    no: int
    abstain: int
    absent: int
    not_participating: int
    needed: int
    rule: str
    reason: str
    formula: str
    phase: str
    vetoed_by: tuple[str, ...] = ()
    voided: tuple[str, ...] = ()
    named: str = ""
    """Parties to a dispute whose yes or no did not count (V10)."""


class ResolutionAdopted(Event, frozen=True):
    """A draft became a numbered resolution; `weight` is less than 1 for a report of a majority only (L5)."""

    number: int
    draft: str
    weight: float = 1.0


class DraftFailed(Event, frozen=True):
    """A draft was not adopted; `blocked` are those who prevented the unanimity it needed (L2)."""

    draft: str
    vetoed: bool
    blocked: tuple[str, ...] = ()


class ConsentBroken(Event, frozen=True):
    """A delegation objected to adoption without a vote; the draft goes to the vote (EV3)."""

    seat: str
    draft: str


class AssemblyCalled(Event, frozen=True):
    """The General Assembly was turned to (GA6).

    `kind` is emergency, special (under Article 20) or regular, when it sits anyway and the matter is referred
    to it; `by` is council or members.
    """

    kind: str = "emergency"
    by: str = "council"


class ItemRemoved(Event, frozen=True):
    """The item was removed from the list of matters of which the Council is seized; Article 12 no longer
    binds."""


class PriorityDecided(Event, frozen=True):
    """A draft was given priority over those submitted before it (CB6)."""

    draft: str
