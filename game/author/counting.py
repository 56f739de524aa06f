"""What is counted of a sitting that has been played, by counts that can be added up.

A tally grows with the crisis, never with the number of sittings: extremes keep one seed each, and of what
went wrong only the first are kept by name. In whatever order tallies are added, the sum is the same. It must
never play, and never judge what a count means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from game.author.together import Together
from game.session import events as happened
from game.session.events import Event
from game.session.facts import ASSEMBLY, facts
from game.session.scenario import Scenario
from game.sitting import Sitting
from game.world.verdict import fared

T = TypeVar("T")

BROKEN = "broken"
"""What stands for an ending where a sitting came to none."""
OWN = "(own)"
"""What stands for all texts that delegations wrote themselves."""
MOST_TOLD = 100
"""Sittings in which something went wrong that are kept by their seeds; the others are only counted."""
MILLION = 1_000_000


class Mark(Struct, frozen=True):
    """The furthest that something went, the seed of the sitting, and what it was about."""

    value: float
    seed: int
    what: str = ""


class Tally(Struct):
    """What a chunk of sittings came to.

    `acts`, `refusals`, `credibility` (in millionths) and `seconds` of play are sums; `tabled`, `adopted`,
    `failed` and `vetoed` count the pack's drafts, `recommended` those that the Assembly adopted,
    `clauses` the kinds that stood in texts of either at the end; statements agreed to are adopted,
    blocked ones failed. `vetoes` counts noes of permanent members that defeated something, `noes`
    votes that prevented the League's unanimity, `objectives` those met (`USA:front`), `scores` how many a
    seat met (`USA:2`). `margins` counts votes on texts by yes minus needed, `draft_margins` those on each
    draft (`six_power:-1`), `lengths` sittings by their acts.
    """

    runs: int = 0
    acts: int = 0
    refusals: int = 0
    credibility: int = 0
    seconds: float = 0.0
    endings: Counter[str] = field(default_factory=Counter)
    happenings: Counter[str] = field(default_factory=Counter)
    clauses: Counter[str] = field(default_factory=Counter)
    tabled: Counter[str] = field(default_factory=Counter)
    adopted: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    vetoed: Counter[str] = field(default_factory=Counter)
    recommended: Counter[str] = field(default_factory=Counter)
    vetoes: Counter[str] = field(default_factory=Counter)
    noes: Counter[str] = field(default_factory=Counter)
    objectives: Counter[str] = field(default_factory=Counter)
    scores: Counter[str] = field(default_factory=Counter)
    margins: Counter[int] = field(default_factory=Counter)
    draft_margins: Counter[str] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    tracks: Together = field(default_factory=Together)
    narrowest: Mark | None = None
    longest: Mark | None = None
    slowest: Mark | None = None
    broken: dict[int, str] = field(default_factory=dict)
    refused: dict[int, int] = field(default_factory=dict)

    def add(self, other: Tally, times: int = 1) -> None:
        """Add another chunk, as if it had come so many times."""
        for name in ("runs", "acts", "refusals", "credibility"):
            setattr(self, name, getattr(self, name) + getattr(other, name) * times)
        for name in _COUNTED:
            more = getattr(other, name)
            getattr(self, name).update(more if times == 1 else {x: n * times for x, n in more.items()})
        self.seconds += other.seconds
        self.tracks.add(other.tracks, times)
        self.narrowest = _further(self.narrowest, other.narrowest, -1)
        self.longest = _further(self.longest, other.longest)
        self.slowest = _further(self.slowest, other.slowest)
        self.broken = _first(self.broken | other.broken)
        self.refused = _first(self.refused | other.refused)

    def of(self, seed: int) -> Tally:
        """Return the tally of a sitting as that of another seed that went the same way."""
        marks = {name: getattr(self, name) for name in ("narrowest", "longest")}
        return replace(self, **{name: mark and replace(mark, seed=seed) for name, mark in marks.items()})

    def time(self, seed: int, seconds: float) -> None:
        """Add what a sitting took, and keep the seed of the slowest."""
        self.seconds += seconds
        if self.slowest is None or seconds > self.slowest.value:
            self.slowest = Mark(round(seconds, 3), seed)

    def note_broken(self, seed: int, why: str) -> None:
        """Count a sitting that came to no end, and keep its seed while there is room."""
        self.endings[BROKEN] += 1
        self.broken = _first({**self.broken, seed: why})

    @property
    def ended(self) -> int:
        """How many sittings came to an end."""
        return self.runs - self.endings[BROKEN]


_COUNTED = tuple(name for name, kind in Tally.__annotations__.items() if kind.startswith("Counter["))


def _first(told: dict[int, T]) -> dict[int, T]:
    """Of what is told by seeds, the first seeds."""
    return told if len(told) <= MOST_TOLD else {seed: told[seed] for seed in sorted(told)[:MOST_TOLD]}


def _further(ours: Mark | None, theirs: Mark | None, sign: int = 1) -> Mark | None:
    """The mark of the larger value; with `sign` -1 of the smaller size. Of two alike the earlier seed's."""
    if ours is None or theirs is None:
        return ours or theirs

    def reach(mark: Mark) -> tuple[float, int]:
        return (abs(mark.value) if sign < 0 else mark.value) * sign, -mark.seed

    return max(ours, theirs, key=reach)


def count(sitting: Sitting, seed: int, tally: Tally) -> None:
    """Count a sitting that has been played, whether it came to an end or not."""
    acts = len(sitting.acts)
    tally.runs += 1
    tally.acts += acts
    tally.refusals += sitting.refusals
    if sitting.refusals:
        tally.refused = _first({**tally.refused, seed: sitting.refusals})
    _count_record(sitting, seed, tally)
    if not sitting.finished:
        tally.note_broken(seed, f"it stood still after {acts} acts.")
        return
    world = sitting.state.world
    tally.endings[sitting.state.chamber.ending] += 1
    tally.credibility += round(world.credibility * MILLION)
    tally.lengths[acts] += 1
    tally.longest = _further(tally.longest, Mark(acts, seed))
    tally.happenings.update(world.happened)
    tally.clauses.update(_agreed(sitting))
    _count_objectives(sitting, tally)


def _agreed(sitting: Sitting) -> Set[str]:
    """The kinds of clauses in what the Council resolved or agreed to and what the Assembly recommended."""
    known = facts(sitting.state)
    more = {flag[len(ASSEMBLY) :] for flag in known.flags if flag.startswith(ASSEMBLY)} | known.issued
    return known.adopted | (more & sitting.scenario.clause.keys()) if more else known.adopted


def _count_objectives(sitting: Sitting, tally: Tally) -> None:
    """Count the objectives met at the end, as `USA:front`, and how many each seat met, as `USA:2`."""
    known = facts(sitting.state)
    for seat, brief in sitting.scenario.sealed.briefs.items():
        if brief.objectives:
            met = [o.id for o, is_met in fared(brief.objectives, known) if is_met]
            tally.objectives.update([f"{seat}:{name}" for name in met])
            tally.scores[f"{seat}:{len(met)}"] += 1


_OF_TEXTS = frozenset(
    {
        *(happened.DraftTabled, happened.TextBrought, happened.ResultDeclared),
        *(happened.ResolutionAdopted, happened.StatementIssued, happened.RecommendationAdopted),
        *(happened.DraftFailed, happened.StatementBlocked),
    }
)
_OF_TRACKS = frozenset({happened.WorldMoved, happened.StageOpened})
_TOLD = _OF_TEXTS | _OF_TRACKS


def _count_record(sitting: Sitting, seed: int, tally: Tally) -> None:
    """Count what the record tells of texts, votes and tracks."""
    told = [x for x in sitting.record if type(x) in _TOLD]
    _count_texts([x for x in told if type(x) in _OF_TEXTS], seed, tally)
    _count_tracks(sitting, [x for x in told if type(x) in _OF_TRACKS], tally)


def _count_texts(record: Sequence[Event], seed: int, tally: Tally) -> None:
    """Count what became of drafts, by how much votes were won or lost, and who vetoed."""
    stored: dict[str, str] = {}
    for event in record:
        if isinstance(event, happened.ResultDeclared):
            _count_vote(event, stored.get(event.subject, OWN), seed, tally)
        elif isinstance(event, happened.DraftTabled):
            stored[event.symbol] = event.stored or OWN
            tally.tabled[stored[event.symbol]] += 1
        elif isinstance(event, happened.ResolutionAdopted | happened.StatementIssued):
            tally.adopted[stored.get(event.draft, OWN)] += 1
        elif isinstance(event, happened.TextBrought):
            stored[event.symbol] = stored.get(event.draft, OWN)
        elif isinstance(event, happened.RecommendationAdopted):
            tally.recommended[stored.get(event.draft, OWN)] += 1
        elif isinstance(event, happened.StatementBlocked):
            tally.failed[stored.get(event.draft, OWN)] += 1
        elif isinstance(event, happened.DraftFailed):
            (tally.vetoed if event.vetoed else tally.failed)[stored.get(event.draft, OWN)] += 1


def _count_vote(event: happened.ResultDeclared, text: str, seed: int, tally: Tally) -> None:
    """Count who prevented what, and if a text was voted on, by how much."""
    if event.vetoed_by or event.blocked_by:
        tally.vetoes.update(event.vetoed_by)
        tally.noes.update(event.blocked_by)
    if event.kind == "draft":
        margin = event.yes - event.needed
        tally.margins[margin] += 1
        tally.draft_margins[f"{text}:{margin}"] += 1
        if tally.narrowest is None or abs(margin) <= abs(tally.narrowest.value):
            what = event.subject if text == OWN else text
            tally.narrowest = _further(tally.narrowest, Mark(margin, seed, what), -1)


def _count_tracks(sitting: Sitting, record: Sequence[Event], tally: Tally) -> None:
    """See the tracks as each stage ends."""
    if not tally.tracks.tracks:
        tally.tracks.follow(tuple(track.id for track in sitting.scenario.open.tracks))
    for values in stage_ends(sitting.scenario, record):
        tally.tracks.see(values)


def stage_ends(scenario: Scenario, record: Sequence[Event]) -> Iterator[tuple[float, ...]]:
    """Yield the tracks' values (0-100, in the pack's order) as each stage ends, by what moved them."""
    values, begun = {track.id: track.start for track in scenario.open.tracks}, False
    for event in record:
        if isinstance(event, happened.WorldMoved):
            values.update(event.moves.tracks)
        elif isinstance(event, happened.StageOpened):
            if begun:
                yield tuple(values.values())
            begun = True
    yield tuple(values.values())
