"""Events of the vote, and what it makes of texts."""

from __future__ import annotations

from game.session.events.base import Event


class QuestionPut(Event, frozen=True):
    """A question was put to the vote.

    `kind` is draft, amendment, part, agenda, invitation, motion, challenge, preliminary, consent, statement,
    or one that a house or the Assembly adds; `subject` what is voted on (a symbol, party, item or motion);
    `nature` procedural or substantive; `voters` in the order of the roll call.
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
    blocked_by: tuple[str, ...] = ()
    """Who prevented the unanimity that the League asks for; that is no veto (L2)."""


class ResolutionAdopted(Event, frozen=True):
    """A draft became a numbered resolution, or in the League a `report` on a dispute (L5).

    `weight` is less than 1 for a report of a majority only.
    """

    number: int
    draft: str
    weight: float = 1.0
    report: bool = False


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
    """The Assembly was turned to (GA6, L8).

    `kind` is emergency, special (under Article 20) or regular, when it sits anyway and the matter is referred
    to it; reference is that of a dispute to the Assembly of the League. `by` is council, members or party.
    """

    kind: str = "emergency"
    by: str = "council"


class ItemRemoved(Event, frozen=True):
    """The item was removed from the list of matters of which the Council is seized; Article 12 no longer
    binds."""


class PriorityDecided(Event, frozen=True):
    """A draft was given priority over those submitted before it (CB6)."""

    draft: str
