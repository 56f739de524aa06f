"""Events of the meeting: its course, the floor, texts, order and attendance."""

from __future__ import annotations

from game.session.events.base import Event
from game.session.scenario import Clause


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
    """A party was invited to take a place at the table, without vote; `rule` is what the invitation rests
    on."""

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
    """The meeting rose; drafts not voted on lapse, but for those that are carried over (AG6)."""

    phase: str
    carried: tuple[str, ...] = ()


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
    heard_by: tuple[str, ...] = ()
    """Who heard it, of a private meeting; empty: everybody."""


class DraftTabled(Event, frozen=True):
    """A draft was tabled under a symbol."""

    symbol: str
    sponsors: tuple[str, ...]
    clauses: tuple[Clause, ...]
    title: str = ""
    stored: str = ""
    nature: str = "substantive"
    form: str = "resolution"
    signatures: int = 0
    """How many names it needs before it is introduced, sponsors counted; 0 where a house asks for none."""


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
    """A draft's text changed: an amendment was accepted by the sponsors or carried, or a part was
    rejected."""

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
    seats: tuple[str, ...] = ()
    place: int = -1
    total: int = 0
    each: int = 0
    topic: str = ""
    named: str = ""
    """What the motion asks, in the words of a house that has words of its own."""


class InvitationProposed(Event, frozen=True):
    """A seat proposed to invite a party."""

    seat: str
    party: str


class PledgeMade(Event, frozen=True):
    """A seat pledged an amount (units) of some kind; it arrives as stage number `due` opens (0: unknown)."""

    seat: str
    kind: str
    amount: float
    due: int = 0


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


class SeatLeft(Event, frozen=True):
    """A delegation left the chamber."""

    seat: str
    words: str = ""


class SeatReturned(Event, frozen=True):
    """A delegation took its seat again."""

    seat: str
