"""What happened: past participles, one frozen record each. The log of these is the sitting, and reads as
minutes.

An event carries every outcome it needs, chance and law included, so that `fold` neither rolls nor judges.
Where the
phase of the meeting changes, the event says to what.
"""

from __future__ import annotations

from typing import Union

from msgspec.json import Decoder

from game.session.events.base import Event
from game.session.events.crisis import (
    ComplianceDecided,
    ConsequencesFellDue,
    ConsequencesSet,
    CouncilRenewed,
    CrisisEnded,
    HappeningOccurred,
    MomentMarked,
    SeatHandedOver,
    SecurityMeasured,
    SittingOpened,
    StageOpened,
    WorldMoved,
)
from game.session.events.meeting import (
    AgendaAdopted,
    AmendmentMoved,
    AmendmentWithdrawn,
    ChairCeded,
    DebateContinued,
    DebateExhausted,
    DraftRevised,
    DraftTabled,
    DraftWithdrawn,
    FloorYielded,
    InvitationProposed,
    MeetingOpened,
    MeetingResumed,
    MeetingRose,
    MeetingSuspended,
    MotionMoved,
    PartyInvited,
    PledgeMade,
    PointRaised,
    RulingChallenged,
    RulingSettled,
    RulingStated,
    SeatLeft,
    SeatReturned,
    SeparateVoteRefused,
    SeparateVoteRequested,
    SpeakersListSigned,
    SponsorJoined,
    SponsorLeft,
    StatementMade,
)
from game.session.events.papers import (
    CapitalAnswered,
    DealAccepted,
    DealOffered,
    DealRefused,
    DealSettled,
    InstructionsArrived,
    NoteSent,
    NoticeGiven,
    StanceDeclared,
)
from game.session.events.plenary import (
    AssemblyAdjourned,
    AssemblyConvened,
    AssemblyVoted,
    RecommendationAdopted,
    RecommendationFailed,
    SessionRequested,
    TextBrought,
)
from game.session.events.vote import (
    AssemblyCalled,
    BallotCast,
    ConsentBroken,
    DraftFailed,
    ItemRemoved,
    PriorityDecided,
    QuestionPut,
    ResolutionAdopted,
    ResultDeclared,
)

__all__ = [
    "PRIVATE",
    "AgendaAdopted",
    "AmendmentMoved",
    "AmendmentWithdrawn",
    "AssemblyAdjourned",
    "AssemblyCalled",
    "AssemblyConvened",
    "AssemblyVoted",
    "BallotCast",
    "CapitalAnswered",
    "ChairCeded",
    "ComplianceDecided",
    "ConsentBroken",
    "ConsequencesFellDue",
    "ConsequencesSet",
    "CouncilRenewed",
    "CrisisEnded",
    "DealAccepted",
    "DealOffered",
    "DealRefused",
    "DealSettled",
    "DebateContinued",
    "DebateExhausted",
    "DraftFailed",
    "DraftRevised",
    "DraftTabled",
    "DraftWithdrawn",
    "Event",
    "FloorYielded",
    "HappeningOccurred",
    "InstructionsArrived",
    "InvitationProposed",
    "ItemRemoved",
    "MeetingOpened",
    "MeetingResumed",
    "MeetingRose",
    "MeetingSuspended",
    "MomentMarked",
    "MotionMoved",
    "NoteSent",
    "NoticeGiven",
    "PartyInvited",
    "PledgeMade",
    "PointRaised",
    "PriorityDecided",
    "QuestionPut",
    "RecommendationAdopted",
    "RecommendationFailed",
    "ResolutionAdopted",
    "ResultDeclared",
    "RulingChallenged",
    "RulingSettled",
    "RulingStated",
    "SeatHandedOver",
    "SeatLeft",
    "SeatReturned",
    "SecurityMeasured",
    "SeparateVoteRefused",
    "SeparateVoteRequested",
    "SessionRequested",
    "SittingOpened",
    "SpeakersListSigned",
    "SponsorJoined",
    "SponsorLeft",
    "StageOpened",
    "StanceDeclared",
    "StatementMade",
    "TextBrought",
    "WorldMoved",
    "decoder",
]

PRIVATE: dict[type[Event], tuple[str, ...]] = {
    NoteSent: ("seat", "to"),
    DealOffered: ("seat", "to"),
    CapitalAnswered: ("seat",),
    InstructionsArrived: ("seat",),
    ConsequencesSet: (),
    ConsequencesFellDue: (),
}
"""Events that only some seats may know, and the fields that name them (none: nobody, for it is still to
come); deals' later fates and what follows from secret happenings are judged in `views`."""


def decoder() -> Decoder[Event]:
    """Return a decoder of one event from JSON; msgspec.DecodeError on anything that is none."""
    return Decoder(Union[tuple(Event.__subclasses__())])  # noqa: UP007 - the union is made of all kinds of events
