"""Events of the sitting and the crisis, and what the director does."""

from __future__ import annotations

from msgspec import field

from game.rules.house import House
from game.session.events.base import Event
from game.world.outside import Moves, Pending


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
    house: House | None = None
    """The house rules, whole; None for the Council's own (MU1)."""
    abstention: str = "as_cast"
    """Whether parties to a dispute are held to abstain: as_cast or enforce (V10, V11)."""
    level: str = "seasoned"
    """How skilled scripted delegations are."""
    levels: dict[str, str] = field(default_factory=dict)
    """Seats whose delegation is more or less skilled than that."""


class StageOpened(Event, frozen=True):
    """A stage of the crisis opened, by index and id."""

    index: int
    stage: str
    date: str


class CouncilRenewed(Event, frozen=True):
    """Elected members' terms ended; each incoming member's place is held as the outgoing one's was."""

    succession: dict[str, str]


class HappeningOccurred(Event, frozen=True):
    """A happening of the pack occurred; `odds` (0-1) is how likely it was once its condition held.

    `injected` says that the director brought it about, whatever its condition.
    """

    happening: str
    secret_to: tuple[str, ...] = ()
    odds: float = 1.0
    injected: bool = False


class WorldMoved(Event, frozen=True):
    """Tracks, flags and standings changed; `cause` says why, by ids.

    One of `draft:SYMBOL:clause` (a clause of a resolution), `veto:`, `failure:`, `lapse:`, `statement:` and
    `assembly:` likewise, `demand:SYMBOL:clause`, `happening:id`, `stage:id`, `pledge:SEAT:kind`, `seat:SEAT`,
    `patron:group:reaction`, `drift`.
    """

    moves: Moves
    cause: str


class ConsequencesSet(Event, frozen=True):
    """Effects were set to come later, or at each stage."""

    pending: tuple[Pending, ...]


class ConsequencesFellDue(Event, frozen=True):
    """Pending effects up to this stage number came due and those of one time are spent."""

    stage: int


class ComplianceDecided(Event, frozen=True):
    """A party answered a demand: `odds` is the probability with which it would comply, `complied` what it
    did."""

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
    """An ending of the pack was reached; the sitting is over.

    `calendar` says that the calendar had run out, and not that the ending came at once.
    """

    ending: str
    calendar: bool = False


class SeatHandedOver(Event, frozen=True):
    """The director gave a seat to another holder."""

    seat: str
    holder: str


class MomentMarked(Event, frozen=True):
    """The director marked this moment for the debrief."""

    words: str
