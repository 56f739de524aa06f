"""Is skill real? `python -m tests.skill PACK [--runs N] [--seat CODE ...]` says so, seat by seat.

One seat plays as veteran, seasoned, novice and aimless with the same seeds while all others are seasoned.
Told are the objectives it meets on the average, each with its 95 % interval; with `--endings`, how far the
endings lie apart between the first way and the last, and whether by more than chance. It measures; it must
never tune.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from statistics import fmean, stdev
from typing import NamedTuple

from game.author.shares import between, distance
from game.delegates import NOVICE, SEASONED, VETERAN
from game.packs import load
from game.session.facts import facts
from game.session.scenario import Scenario
from game.sitting import Courses, Sitting
from game.world.verdict import fared

AIMLESS = "aimless"
WAYS = (VETERAN, SEASONED, NOVICE, AIMLESS)
"""Ways to play a seat, the most skilled first."""
MOST_STEPS = 50_000
_SURE = 1.96
_ONE_SIDED = 1.645
FEW = 5
"""What both samples together must hold of an ending for it to be looked at by itself."""


class Fared(NamedTuple):
    """How one seat fared one way: the mean of objectives met, and half its 95 % interval."""

    way: str
    mean: float
    half: float

    def beats(self, other: Fared) -> bool:
        """Say whether the two intervals lie apart, this one above."""
        return self.mean - self.half > other.mean + other.half


def courses(scenario: Scenario, seat: str, way: str) -> Courses:
    """Return what plays sittings in which one seat plays so, and all others are seasoned."""
    holders = {seat: AIMLESS} if way == AIMLESS else {}
    levels = {} if way == AIMLESS else {seat: way}
    return Courses(lambda seed: Sitting.begin(scenario, holders, seed=seed, levels=levels))


def played(known: Courses, seat: str, seed: int) -> Sitting:
    """Play one sitting to its end."""
    sitting = known.play(seed, MOST_STEPS)
    assert sitting.finished, (seat, seed)
    assert not sitting.refusals, (seat, seed)
    return sitting


def met(known: Courses, seat: str, seed: int) -> int:
    """Play one sitting and return how many of its objectives the seat met."""
    sitting = played(known, seat, seed)
    objectives = sitting.scenario.sealed.briefs[seat].objectives
    return sum(done for _, done in fared(objectives, facts(sitting.state)))


def measured(scenario: Scenario, seat: str, runs: int, ways: Sequence[str] = WAYS) -> tuple[Fared, ...]:
    """Play a seat each way with the seeds 1 to `runs`."""
    told = []
    for way in ways:
        known = courses(scenario, seat, way)
        counts = [met(known, seat, seed) for seed in range(1, runs + 1)]
        half = _SURE * stdev(counts) / sqrt(runs) if runs > 1 else 0.0
        told.append(Fared(way, fmean(counts), half))
    return tuple(told)


def real(told: Sequence[Fared]) -> bool:
    """Say whether skill is real: each way does better than the next, the first beyond doubt than the last."""
    falls = all(above.mean > below.mean for above, below in pairwise(told))
    return falls and told[0].beats(told[-1])


def apart(told: Sequence[Fared]) -> bool:
    """Say whether each way does better than the next beyond doubt: no two neighbouring intervals overlap."""
    return all(above.beats(below) for above, below in pairwise(told))


def report(pack: str, runs: int, seats: Sequence[str], ways: Sequence[str]) -> Iterator[str]:
    """Yield a line for each seat, and one for all."""
    scenario = load(pack)
    chosen = seats or scenario.sealed.stages[0].members
    shown = clear = 0
    for seat in chosen:
        told = measured(scenario, seat, runs, ways)
        shown += real(told)
        clear += apart(told)
        most = len(scenario.sealed.briefs[seat].objectives)
        figures = "  ".join(f"{x.way} {x.mean:.2f} ±{x.half:.2f}" for x in told)
        judged = f"{'  real' if real(told) else ''}{', apart' if apart(told) else ''}"
        yield f"{seat}  {figures}  of {most}{judged}"
    yield (
        f"{pack}: skill is real for {shown} of {len(chosen)} seats in {runs} sittings each way, and for "
        f"{clear} all neighbouring intervals are apart"
    )


def endings(scenario: Scenario, seat: str, way: str, runs: int) -> Counter[str]:
    """Return how often each ending is reached when a seat is played so, with the seeds 1 to `runs`."""
    known = courses(scenario, seat, way)
    return Counter(played(known, seat, seed).state.chamber.ending for seed in range(1, runs + 1))


def differ(ours: Mapping[str, int], theirs: Mapping[str, int]) -> bool:
    """Say whether two samples of endings differ beyond chance (chi-square, 95 %; rare endings as one)."""
    rare = {x for x in {*ours, *theirs} if ours.get(x, 0) + theirs.get(x, 0) < FEW}
    rows = [(ours.get(x, 0), theirs.get(x, 0)) for x in {*ours, *theirs} - rare]
    rows.append((sum(ours.get(x, 0) for x in rare), sum(theirs.get(x, 0) for x in rare)))
    rows = [row for row in rows if sum(row)]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    expected = [[sum(row) * total / sum(sums) for total in sums] for row in rows]
    pairs = [pair for row, due in zip(rows, expected, strict=True) for pair in zip(row, due, strict=True)]
    free = len(rows) - 1
    if free < 1:
        return False
    bound: float = free * (1 - 2 / (9 * free) + _ONE_SIDED * sqrt(2 / (9 * free))) ** 3
    return bool(sum((seen - due) ** 2 / due for seen, due in pairs) > bound)


def swayed(pack: str, runs: int, seats: Sequence[str], ways: Sequence[str]) -> Iterator[str]:
    """Yield a line for each seat on how far the endings move between the first way and the last."""
    scenario = load(pack)
    for seat in seats or scenario.sealed.stages[0].members:
        ours, theirs = (endings(scenario, seat, way, runs) for way in (ways[0], ways[-1]))
        (apart_by, chance), (low, high) = distance(ours, theirs), between(ours, theirs)
        verdict = "beyond chance" if differ(ours, theirs) else "no more than chance may do"
        found = f"{apart_by:.2f} apart ({low:.2f} to {high:.2f}; chance alone {chance:.2f}), {verdict}"
        yield f"{seat}  {ways[0]} against {ways[-1]}: {found}, {runs} sittings each"


def main() -> None:
    """Read the command line and print the report."""
    asked = argparse.ArgumentParser(prog="python -m tests.skill")
    asked.add_argument("pack")
    asked.add_argument("--runs", type=int, default=400)
    asked.add_argument("--seat", nargs="+", default=[])
    asked.add_argument("--ways", nargs="+", default=list(WAYS), choices=WAYS)
    asked.add_argument("--endings", action="store_true")
    options = asked.parse_args()
    told = swayed if options.endings else report
    for line in told(options.pack, options.runs, options.seat, options.ways):
        print(line, flush=True)


if __name__ == "__main__":
    main()
