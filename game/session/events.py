"""What happened: past participles, one frozen record each. The log of these is the sitting, and reads as minutes.

An event carries every outcome it needs, chance and law included, so that `fold` neither rolls nor judges. Where the
phase of the meeting changes, the event says to what.
"""

from __future__ import annotations

from typing import Union

from msgspec import Struct
from msgspec.json import Decoder

from game.session.actions import Term
from game.session.scenario import Clause
from game.world.outside import Moves, Pending


class Event(Struct, frozen=True, tag=True, omit_defaults=True):
    """Something that happened in a sitting."""


# -- the sitting and the crisis ------------------------------------------------------------------------------------------
class SittingOpened(Event, frozen=True):
    """The delegations took their places; `holders` maps seat to `person`, `observer` or a temperament."""

    holders: dict[str, str]
    length: str = "full"
    seed: int = 0
    director: bool = False
    rounds: int = 0
    """Rounds of speakers a meeting may have, when not the pack's own number (H2)."""
    preliminary: str = "rule_30"
    """The regime of the preliminary question (P3, P4)."""


class StageOpened(Event, frozen=True):
    """A stage of the crisis opened, by index and id."""

    index: int
    stage: str
    date: str


class CouncilRenewed(Event, frozen=True):
    """Elected members' terms ended; each incoming member's place is held as the outgoing one's was."""

    succession: dict[str, str]


class HappeningOccurred(Event, frozen=True):
    """A happening of the pack occurred."""

    happening: str
    secret_to: tuple[str, ...] = ()


class WorldMoved(Event, frozen=True):
    """Tracks, flags and standings changed; `cause` says why: a happening, draft, demand or seat."""

    moves: Moves
    cause: str


class ConsequencesSet(Event, frozen=True):
    """Effects were set to come later, or at each stage."""

    pending: tuple[Pending, ...]


class ConsequencesFellDue(Event, frozen=True):
    """Pending effects up to this stage number came due and those of one time are spent."""

    stage: int


class ComplianceDecided(Event, frozen=True):
    """A party answered a demand: `odds` is the probability with which it would comply, `complied` what it did."""

    party: str
    clause: str
    draft: str
    odds: float
    complied: bool


class SecurityMeasured(Event, frozen=True):
    """The eight terms of collective security were measured (0-1), and the credibility they make."""

    terms: dict[str, float]
    credibility: float


class CrisisEnded(Event, frozen=True):
    """An ending of the pack was reached; the sitting is over."""

    ending: str


# -- the meeting -----------------------------------------------------------------------------------------------------------
class MeetingOpened(Event, frozen=True):
    """The President called the meeting to order."""

    number: int
    president: str
    phase: str


class AgendaAdopted(Event, frozen=True):
    """The agenda was adopted; `objected` when only after a vote."""

    item: str
    phase: str
    objected: bool = False


class PartyInvited(Event, frozen=True):
    """A party was invited to take a place at the table, without vote; `rule` is what the invitation rests on."""

    party: str
    rule: str


class DebateContinued(Event, frozen=True):
    """The President called another round of speakers."""

    phase: str


class DebateExhausted(Event, frozen=True):
    """Nobody else wished to speak; the President has the meeting in hand."""

    phase: str


class ChairCeded(Event, frozen=True):
    """The President left the chair to the next member for this question."""

    to: str


class MeetingSuspended(Event, frozen=True):
    """The meeting was suspended for consultations."""

    phase: str


class MeetingResumed(Event, frozen=True):
    """The meeting was resumed."""

    phase: str


class MeetingRose(Event, frozen=True):
    """The meeting rose; drafts not voted on lapse with the crisis's next date unless carried over (AG6)."""

    phase: str


# -- the floor ---------------------------------------------------------------------------------------------------------------
class SpeakersListSigned(Event, frozen=True):
    """A seat signified its desire to speak."""

    seat: str


class FloorYielded(Event, frozen=True):
    """A seat gave up the floor or passed."""

    seat: str


class StatementMade(Event, frozen=True):
    """A seat spoke."""

    seat: str
    issue: str = ""
    stance: str = ""
    words: str = ""


class DraftTabled(Event, frozen=True):
    """A draft was tabled under a symbol."""

    symbol: str
    sponsors: tuple[str, ...]
    clauses: tuple[Clause, ...]
    title: str = ""
    stored: str = ""
    nature: str = "substantive"


class SponsorJoined(Event, frozen=True):
    """A seat joined a draft's sponsors."""

    seat: str
    draft: str


class SponsorLeft(Event, frozen=True):
    """A seat left a draft's sponsors; a draft with none is withdrawn."""

    seat: str
    draft: str


class DraftWithdrawn(Event, frozen=True):
    """A draft was withdrawn."""

    draft: str
    seat: str


class AmendmentMoved(Event, frozen=True):
    """An amendment was moved under a symbol of its own."""

    symbol: str
    seat: str
    draft: str
    change: str
    place: int = -1
    clause: Clause | None = None
    target: Clause | None = None
    """The clause to be deleted or replaced, as it stood."""


class AmendmentWithdrawn(Event, frozen=True):
    """An amendment was withdrawn, or fell because what it amends is gone."""

    amendment: str
    seat: str


class DraftRevised(Event, frozen=True):
    """A draft's text changed: an amendment was accepted by the sponsors or carried, or a part was rejected."""

    draft: str
    clauses: tuple[Clause, ...]
    by: str = ""
    """The amendment's symbol, or empty when a part fell."""
    nature: str = "substantive"


class SeparateVoteRequested(Event, frozen=True):
    """A seat asked that a clause be voted separately."""

    seat: str
    draft: str
    place: int


class SeparateVoteRefused(Event, frozen=True):
    """The original mover objected to a separate vote."""

    seat: str
    draft: str


class MotionMoved(Event, frozen=True):
    """A motion was moved."""

    seat: str
    motion: str
    draft: str = ""


class InvitationProposed(Event, frozen=True):
    """A seat proposed to invite a party."""

    seat: str
    party: str


class PledgeMade(Event, frozen=True):
    """A seat pledged an amount (units) of some kind; it arrives later."""

    seat: str
    kind: str
    amount: float


# -- order ---------------------------------------------------------------------------------------------------------------------
class PointRaised(Event, frozen=True):
    """A point of order was raised; the President must rule."""

    seat: str
    subject: str
    target: str
    phase: str


class RulingStated(Event, frozen=True):
    """The President ruled."""

    seat: str
    upheld: bool
    phase: str


class RulingChallenged(Event, frozen=True):
    """The ruling was challenged and goes to the Council at once."""

    seat: str


class RulingSettled(Event, frozen=True):
    """The point of order is settled: `upheld` is what stands in the end."""

    subject: str
    target: str
    upheld: bool
    phase: str


# -- attendance -------------------------------------------------------------------------------------------------------------------
class SeatLeft(Event, frozen=True):
    """A delegation left the chamber."""

    seat: str
    words: str = ""


class SeatReturned(Event, frozen=True):
    """A delegation took its seat again."""

    seat: str


# -- the vote ---------------------------------------------------------------------------------------------------------------------
class QuestionPut(Event, frozen=True):
    """A question was put to the vote.

    `kind` is draft, amendment, part, agenda, invitation, motion, challenge, preliminary or consent; `subject` what is voted on (a
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


class BallotCast(Event, frozen=True):
    """A seat voted; `reason` is the sentence it gives."""

    seat: str
    vote: str
    reason: str = ""
    after: bool = False


class ResultDeclared(Event, frozen=True):
    """The President declared the result: verdict, tally, number needed, vetoes, and the reason with its rule."""

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


class ResolutionAdopted(Event, frozen=True):
    """A draft became a numbered resolution."""

    number: int
    draft: str


class DraftFailed(Event, frozen=True):
    """A draft was not adopted."""

    draft: str
    vetoed: bool


class ConsentBroken(Event, frozen=True):
    """A delegation objected to adoption without a vote; the draft goes to the vote (EV3)."""

    seat: str
    draft: str


class AssemblyCalled(Event, frozen=True):
    """The Council called an emergency special session of the General Assembly (GA6)."""


class ItemRemoved(Event, frozen=True):
    """The item was removed from the list of matters of which the Council is seized; Article 12 no longer binds."""


class PriorityDecided(Event, frozen=True):
    """A draft was given priority over those submitted before it (CB6)."""

    draft: str


# -- consultations -------------------------------------------------------------------------------------------------------------------
class NoticeGiven(Event, frozen=True):
    """A seat gave notice that it will object to the agenda."""

    seat: str


class NoteSent(Event, frozen=True):
    """A note passed between two delegations; nobody else knows."""

    seat: str
    to: str
    words: str


class DealOffered(Event, frozen=True):
    """A deal was offered."""

    number: int
    seat: str
    to: str
    give: Term
    want: Term


class DealAccepted(Event, frozen=True):
    """A deal was accepted."""

    number: int


class DealRefused(Event, frozen=True):
    """A deal was refused, or lapsed."""

    number: int


class DealSettled(Event, frozen=True):
    """One side of a deal was kept or broken by a ballot, a sponsorship or a pledge."""

    number: int
    seat: str
    kept: bool


class StanceDeclared(Event, frozen=True):
    """A seat announced how it would vote on a draft."""

    seat: str
    draft: str
    vote: str


class CapitalAnswered(Event, frozen=True):
    """A capital answered its delegation's plea to loosen a red line."""

    seat: str
    red_line: str
    granted: bool
    odds: float


# -- the director ----------------------------------------------------------------------------------------------------------------------
class SeatHandedOver(Event, frozen=True):
    """The director gave a seat to another holder."""

    seat: str
    holder: str


class MomentMarked(Event, frozen=True):
    """The director marked this moment for the debrief."""

    words: str


class InstructionsArrived(Event, frozen=True):
    """A capital's instructions reached its delegation: places (from 0) in its brief's list."""

    seat: str
    places: tuple[int, ...]


PRIVATE: dict[type[Event], tuple[str, ...]] = {
    NoteSent: ("seat", "to"),
    DealOffered: ("seat", "to"),
    CapitalAnswered: ("seat",),
    InstructionsArrived: ("seat",),
}
"""Events that only some seats may know, and the fields that name them; deals' later fates are judged in `views`."""


def decoder() -> Decoder[Event]:
    """Return a decoder of one event from JSON; msgspec.DecodeError on anything that is none."""
    return Decoder(Union[tuple(Event.__subclasses__())])  # noqa: UP007 - the union is made of all kinds of events
