"""Your line of events beside history's, stage by stage, with each divergence in a sentence.

It follows the record once, then compares: drafts and their roll calls, happenings, boycotts, tracks.
Divergences are named and never counted.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from game.prose import minutes
from game.prose.divergence import DraftCompared, compare_draft, happening_apart, returned_apart
from game.prose.votes import Clerk, Put
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario, Stage
from game.world.story import Happening


class TrackCompared(Struct, frozen=True):
    """A track (0-100) as a stage's delegations found it: your value, history's, None where there is none."""

    id: str
    title: str
    yours: float | None
    history: float | None


class StageCompared(Struct, frozen=True):
    """One stage: what history did, what you did, and where the two part."""

    id: str
    title: str
    date: str
    played: bool
    history: str
    yours: tuple[str, ...]
    drafts: tuple[DraftCompared, ...]
    tracks: tuple[TrackCompared, ...]
    divergences: tuple[str, ...]

    @property
    def shown(self) -> tuple[TrackCompared, ...]:
        """The tracks of which anything is known, here or in history."""
        return tuple(x for x in self.tracks if x.yours is not None or x.history is not None)


class Chronicle(Struct):
    """What a sitting's record holds for the comparison, by stage."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    happened: dict[str, str] = field(default_factory=dict)
    """Happening -> the stage in which it occurred."""
    tabled: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Stored draft last tabled -> its symbol here, and the stage."""
    own: dict[str, str] = field(default_factory=dict)
    """Symbol of a text that is none of the pack's -> the stage in which it was tabled."""
    put: dict[str, Put] = field(default_factory=dict)
    """Symbol -> the vote on the whole text."""
    tracks: dict[str, dict[str, float]] = field(default_factory=dict)
    returned: dict[str, str] = field(default_factory=dict)


_TOLD = (
    happened.CouncilRenewed,
    happened.HappeningOccurred,
    happened.ComplianceDecided,
    happened.CrisisEnded,
    happened.PartyInvited,
    happened.DraftTabled,
    happened.DraftWithdrawn,
    happened.RulingSettled,
    happened.SeatLeft,
    happened.SeatReturned,
    happened.ResultDeclared,
    happened.ResolutionAdopted,
    happened.AssemblyCalled,
    happened.AssemblyConvened,
    happened.RecommendationAdopted,
    happened.RecommendationFailed,
    happened.ItemRemoved,
    happened.ClauseLapsed,
    happened.PledgeArrived,
    happened.PatronReacted,
)
_OUTSIDE = (
    happened.StageOpened,
    happened.CouncilRenewed,
    happened.HappeningOccurred,
    happened.WorldMoved,
    happened.ConsequencesSet,
    happened.ConsequencesFellDue,
    happened.ComplianceDecided,
    happened.SecurityMeasured,
    happened.InstructionsArrived,
    happened.SeatReturned,
    happened.ClauseLapsed,
    happened.PledgeArrived,
    happened.PatronReacted,
)


def follow(events: Iterable[Event], scenario: Scenario) -> Chronicle:
    """Return the chronicle of a sitting."""
    chronicle, clerk = Chronicle(), Clerk(scenario)
    tracks = {track.id: track.start for track in scenario.open.tracks}
    opening = False
    for event in events:
        put = clerk.hear(event)
        if put is not None and put.kind in ("draft", "consent", "statement"):
            chronicle.put[put.subject] = put
        if isinstance(event, happened.StageOpened):
            opening = True
        opening = opening and isinstance(event, _OUTSIDE)
        if isinstance(event, happened.WorldMoved):
            tracks |= event.moves.tracks
        if opening:
            chronicle.tracks[clerk.stage] = dict(tracks)
        _note(chronicle, event, clerk.stage, scenario)
    return chronicle


def _note(chronicle: Chronicle, event: Event, stage: str, scenario: Scenario) -> None:
    told = chronicle.lines.setdefault(stage, []) if stage else []
    if isinstance(event, _TOLD) and (said := minutes.line(event, scenario)):
        told.append(said)
    match event:
        case happened.HappeningOccurred():
            chronicle.happened[event.happening] = stage
        case happened.DraftTabled() if event.stored:
            chronicle.tabled[event.stored] = (event.symbol, stage)
        case happened.DraftTabled():
            chronicle.own[event.symbol] = stage
        case happened.SeatReturned():
            chronicle.returned.setdefault(event.seat, stage)


def compare(chronicle: Chronicle, scenario: Scenario) -> tuple[StageCompared, ...]:
    """Return every stage of the crisis with your line beside history's."""
    return tuple(_stage(chronicle, scenario, stage) for stage in scenario.sealed.stages)


def _stage(chronicle: Chronicle, scenario: Scenario, stage: Stage) -> StageCompared:
    played = stage.id in chronicle.lines
    drafts = tuple(
        compare_draft(scenario, d, chronicle.tabled.get(d.id), chronicle.put, played)
        for d in scenario.open.drafts
        if d.stage == stage.id
    )
    apart = [d.divergence for d in drafts if d.divergence]
    apart += _happenings(chronicle, scenario, stage, played)
    apart += [
        f"A text of your own was put to the vote: {minutes.question('draft', symbol, scenario)}."
        for symbol, where in chronicle.own.items()
        if where == stage.id and symbol in chronicle.put
    ]
    apart += _returns(chronicle, scenario, stage)
    history = scenario.sealed.historical_tracks.get(stage.id, {})
    yours = chronicle.tracks.get(stage.id, {})
    tracks = tuple(
        TrackCompared(t.id, t.title, yours.get(t.id), history.get(t.id)) for t in scenario.open.tracks
    )
    lines = tuple(chronicle.lines.get(stage.id, ()))
    told = (stage.id, stage.title, stage.date, played, stage.history)
    return StageCompared(*told, lines, drafts, tracks, tuple(apart))


def _happenings(chronicle: Chronicle, scenario: Scenario, stage: Stage, played: bool) -> list[str]:
    """Sentences for happenings of this stage that history did not have, or had and this sitting did not."""
    apart = []
    for occurrence in scenario.sealed.happenings:
        where = chronicle.happened.get(occurrence.id, "")
        due = where or _due(occurrence, scenario)
        if due == stage.id and played and bool(where) != occurrence.historical:
            apart.append(happening_apart(occurrence, occurred=bool(where)))
    return apart


def _due(occurrence: Happening, scenario: Scenario) -> str:
    """The stage at whose opening history's happening would have been read: the first not before its date."""
    stages = scenario.sealed.stages
    return next((s.id for s in stages if s.date >= occurrence.date), stages[-1].id if stages else "")


def _returns(chronicle: Chronicle, scenario: Scenario, stage: Stage) -> list[str]:
    """Sentences for seats that ended their boycott here at another stage than in history."""
    apart = []
    for absence in scenario.sealed.absences:
        back = chronicle.returned.get(absence.seat, "")
        if back != absence.until and stage.id == (back or absence.until) and stage.id in chronicle.lines:
            apart.append(returned_apart(scenario, absence.seat, back, absence.until))
    return apart
