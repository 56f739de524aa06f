"""What changes when somebody else plays: one seat without aim or of another temperament, or all of a level.

Arithmetic on tallies; it must never play, nor say what a difference should be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from game.author.casting import AS_ASKED, Cast, Terms, as_level, first, skilled
from game.author.counting import Tally
from game.author.shares import Interval, about, between, distance, wilson
from game.delegates import LEVELS
from game.session.scenario import Scenario


class Skill(Struct, frozen=True):
    """How a seat fares when it is played in one `way`, aimless or of a level, and all others as asked.

    `met` is the mean share (0-1) of its objectives that it meets, `interval` its 95 % interval; `distance`
    and `by_chance` say how far the endings move, as in `Matter`.
    """

    seat: str
    way: str
    runs: int
    met: float
    interval: Interval
    distance: float
    by_chance: float


Totals = Mapping[Cast, Tally]


class Moved(Struct, frozen=True):
    """Something that comes out otherwise when somebody else plays: the endings, or what became of one text.

    `what` is the id of the text, or "endings"; `distance` the total variation (0-1) between what came of it
    then and as it was. `interval` holds in 95 % of cases for all that was looked at together.
    """

    what: str
    distance: float
    interval: Interval


class Matter(Struct, frozen=True):
    """What changes when a seat is played with another `temperament`.

    `distance` is the total variation distance (0-1) between the endings then, of `runs` sittings, and as they
    were, `interval` its 95 % interval; `by_chance` what samples of these sizes would differ by if the seat
    made no difference at all. `most` is what it is most surely felt in. `met` is the mean share of its own
    objectives that the seat met then.
    """

    seat: str
    temperament: str
    runs: int
    distance: float
    interval: Interval
    by_chance: float
    most: Moved
    met: float
    endings: dict[str, int]


class Level(Struct, frozen=True):
    """How `runs` sittings end when every seat is of one level; `met` is by seat as in `Outcome`."""

    level: str
    runs: int
    endings: dict[str, int]
    intervals: dict[str, Interval]
    distance: float
    by_chance: float
    met: dict[str, float]


def matters(scenario: Scenario, totals: Totals) -> Iterator[Matter]:
    """Yield what changes with each seat, as far as it has been played otherwise."""
    usual = totals[AS_ASKED]
    for cast, tally in totals.items():
        if cast.temperament and tally.runs:
            apart, chance = distance(usual.endings, tally.endings)
            yield Matter(
                cast.seat,
                cast.temperament,
                tally.runs,
                apart,
                between(usual.endings, tally.endings),
                chance,
                most_moved(scenario, usual, tally),
                met(scenario, tally).get(cast.seat, 0.0),
                by_count(tally.endings),
            )


def most_moved(scenario: Scenario, usual: Tally, other: Tally) -> Moved:
    """Return what differs most surely between two plays: the endings, or what became of one of the texts."""
    pairs = {"endings": (usual.endings, other.endings)}
    pairs |= {d.id: (_fates(usual, d.id), _fates(other, d.id)) for d in scenario.open.drafts}
    seen = (Moved(x, distance(a, b)[0], between(a, b, len(pairs))) for x, (a, b) in pairs.items())
    return max(seen, key=lambda moved: (moved.interval[0], moved.distance))


def _fates(tally: Tally, draft: str) -> Counter[str]:
    """What became of a text, by sittings: also that no vote was taken on it."""
    fates = Counter(
        adopted=tally.adopted[draft],
        recommended=tally.recommended[draft],
        failed=tally.failed[draft],
        vetoed=tally.vetoed[draft],
    )
    fates["no vote"] = max(0, tally.runs - fates.total())
    return fates


def levels(scenario: Scenario, terms: Terms, totals: Totals) -> Iterator[Level]:
    """Yield how it ends by level, from the least to the most, if all levels were to be played."""
    usual = totals[AS_ASKED]
    casts = {level: as_level(scenario, terms, level) for level in LEVELS}
    if not all(cast in totals for cast in casts.values()):
        return
    for level, cast in casts.items():
        tally = totals[cast]
        if tally.runs:
            apart, chance = distance(usual.endings, tally.endings)
            ends = by_count(tally.endings)
            within = {ending: wilson(hits, tally.runs) for ending, hits in ends.items()}
            yield Level(level, tally.runs, ends, within, apart, chance, met(scenario, tally))


def skills(scenario: Scenario, terms: Terms, totals: Totals) -> Iterator[Skill]:
    """Yield how each seat fares in each way, from the least skilled on, if all ways were to be played."""
    usual = totals[AS_ASKED]
    for seat in first(scenario):
        casts, objectives = skilled(scenario, terms, seat), len(scenario.sealed.briefs[seat].objectives)
        if not objectives or not all(cast in totals for cast in casts.values()):
            continue
        for way, cast in casts.items():
            if (tally := totals[cast]).runs:
                scores = {met / objectives: tally.scores[f"{seat}:{met}"] for met in range(objectives + 1)}
                apart, chance = distance(usual.endings, tally.endings)
                yield Skill(seat, way, tally.runs, *about(scores), apart, chance)


def met(scenario: Scenario, tally: Tally) -> dict[str, float]:
    """Return for each seat with objectives the share of them (0-1) that it met on average."""
    return {
        seat: round(sum(shares.values()) / len(shares), 4)
        for seat, shares in each_met(scenario, tally).items()
    }


def each_met(scenario: Scenario, tally: Tally) -> dict[str, dict[str, float]]:
    """Return seats with their objectives, and the share of sittings (0-1) that met each."""
    ended = tally.ended or 1
    return {
        seat: {o.id: round(tally.objectives[f"{seat}:{o.id}"] / ended, 4) for o in brief.objectives}
        for seat, brief in scenario.sealed.briefs.items()
        if brief.objectives
    }


def by_count(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts with the most frequent first, so that one process writes what several do."""
    return dict(sorted(((k, n) for k, n in counts.items() if n), key=lambda row: (-row[1], row[0])))
