"""What is counted of a sitting that has been played, by counts that can be added up.

A tally grows with the crisis, never with the number of sittings: extremes keep one seed each, and of what
went wrong only the first are kept by name. It must never play, and never judge what a count means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from game.session import events as happened
from game.session.events import Event
from game.session.facts import facts
from game.sitting import Sitting
from game.world.verdict import fared

BROKEN = "broken"
"""What stands for an ending where a sitting came to none."""
MOST_TOLD = 100
"""Sittings in which something went wrong that are kept by their seeds; the others are only counted."""


class Mark(Struct, frozen=True):
    """The furthest that something went, the seed of the sitting, and what it was about."""

    value: float
    seed: int
    what: str = ""


class Tally(Struct):
    """What a chunk of sittings came to.

    `acts`, `refusals` and `credibility` are sums; `tabled`, `adopted`, `failed` and `vetoed` count the pack's
    drafts, `clauses` the kinds that stood in adopted texts at the end, `vetoes` negative votes of permanent
    members that defeated something, `objectives` those met (`USA:front`). `margins` counts votes on texts by
    yes minus needed, `lengths` sittings by their acts.
    """

    runs: int = 0
    acts: int = 0
    refusals: int = 0
    credibility: float = 0.0
    endings: Counter[str] = field(default_factory=Counter)
    happenings: Counter[str] = field(default_factory=Counter)
    clauses: Counter[str] = field(default_factory=Counter)
    tabled: Counter[str] = field(default_factory=Counter)
    adopted: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    vetoed: Counter[str] = field(default_factory=Counter)
    vetoes: Counter[str] = field(default_factory=Counter)
    objectives: Counter[str] = field(default_factory=Counter)
    margins: Counter[int] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    narrowest: Mark | None = None
    longest: Mark | None = None
    slowest: Mark | None = None
    broken: dict[int, str] = field(default_factory=dict)
    refused: dict[int, int] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Add another chunk."""
        for name in ("runs", "acts", "refusals", "credibility"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in _COUNTED:
            getattr(self, name).update(getattr(other, name))
        self.narrowest = _further(self.narrowest, other.narrowest, -1)
        self.longest = _further(self.longest, other.longest)
        self.slowest = _further(self.slowest, other.slowest)
        for seed, why in other.broken.items():
            self.note_broken(seed, why)
        for seed, times in other.refused.items():
            if len(self.refused) < MOST_TOLD:
                self.refused[seed] = times

    def note_broken(self, seed: int, why: str) -> None:
        """Keep the seed of a sitting that came to no end, while there is room."""
        if len(self.broken) < MOST_TOLD:
            self.broken[seed] = why

    @property
    def ended(self) -> int:
        """How many sittings came to an end."""
        return self.runs - self.endings[BROKEN]


_COUNTED = (
    *("endings", "happenings", "clauses", "tabled", "adopted", "failed", "vetoed", "vetoes"),
    *("objectives", "margins", "lengths"),
)


def _further(ours: Mark | None, theirs: Mark | None, sign: int = 1) -> Mark | None:
    """The mark of the larger value; with `sign` -1 of the smaller size. Of two alike the earlier seed's."""
    if ours is None or theirs is None:
        return ours or theirs

    def reach(mark: Mark) -> tuple[float, int]:
        return (abs(mark.value) if sign < 0 else mark.value) * sign, -mark.seed

    return max(ours, theirs, key=reach)


def count(sitting: Sitting, seed: int, seconds: float, tally: Tally) -> None:
    """Count a sitting that has been played and took so many seconds, whether it came to an end or not."""
    acts = len(sitting.acts)
    tally.acts += acts
    tally.refusals += sitting.refusals
    if sitting.refusals:
        tally.refused[seed] = sitting.refusals
    tally.slowest = _further(tally.slowest, Mark(round(seconds, 3), seed))
    _count_texts(sitting.record, seed, tally)
    if not sitting.finished:
        tally.endings[BROKEN] += 1
        tally.note_broken(seed, f"it stood still after {acts} acts.")
        return
    tally.endings[sitting.state.chamber.ending] += 1
    tally.credibility += sitting.state.world.credibility
    tally.lengths[acts] += 1
    tally.longest = _further(tally.longest, Mark(acts, seed))
    tally.happenings.update(sitting.state.world.happened)
    tally.clauses.update(facts(sitting.state).adopted)
    tally.objectives.update(_met(sitting))


def _met(sitting: Sitting) -> Iterator[str]:
    """The objectives met at the end, as `USA:front`."""
    known = facts(sitting.state)
    for seat, brief in sitting.scenario.sealed.briefs.items():
        yield from (f"{seat}:{o.id}" for o, met in fared(brief.objectives, known) if met)


_OF_TEXTS = frozenset(
    {happened.DraftTabled, happened.ResolutionAdopted, happened.DraftFailed, happened.ResultDeclared}
)


def _count_texts(record: Sequence[Event], seed: int, tally: Tally) -> None:
    """Count what became of the pack's own drafts, by how much votes were won or lost, and who vetoed."""
    stored: dict[str, str] = {}
    for event in [x for x in record if type(x) in _OF_TEXTS]:
        if isinstance(event, happened.ResultDeclared):
            tally.vetoes.update(event.vetoed_by)
            if event.kind == "draft":
                margin = event.yes - event.needed
                tally.margins[margin] += 1
                text = stored.get(event.subject, event.subject)
                tally.narrowest = _further(tally.narrowest, Mark(margin, seed, text), -1)
        elif isinstance(event, happened.DraftTabled):
            if event.stored:
                stored[event.symbol] = event.stored
                tally.tabled[event.stored] += 1
        elif isinstance(event, happened.ResolutionAdopted):
            if event.draft in stored:
                tally.adopted[stored[event.draft]] += 1
        elif isinstance(event, happened.DraftFailed) and event.draft in stored:
            (tally.vetoed if event.vetoed else tally.failed)[stored[event.draft]] += 1
