"""Many sittings of one crisis with scripted delegates in every seat, and what became of them.

Sittings are played here, or in chunks by processes or any executor. Nothing is saved. The same pack, seeds,
length and level always give the same counts, wherever they were played.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from concurrent.futures import Executor

from game.author.casting import AS_ASKED, LEAST_CHUNK, Cast, Chunks, Plan, Terms, planned
from game.author.counting import Tally
from game.author.figures import Asked, Outcome, outcome
from game.author.playing import Company, packed
from game.author.sharing import Lost, handed_to, in_processes
from game.packs import load
from game.session.scenario import Scenario

__all__ = ["Lost", "Outcome", "Tally", "simulate"]

Heard = Callable[[int, int], None]
INTERRUPTED = "interrupted"


def simulate(
    pack: str,
    runs: int,
    seed: int,
    *,
    jobs: int = 1,
    length: str = "full",
    level: str = "seasoned",
    pool: Executor | None = None,
    vary: Collection[str] = (),
    heard: Heard | None = None,
) -> Outcome:
    """Play a pack `runs` times with seeds `seed`, `seed` + 1 ... and return what came of it.

    `jobs` processes share the work, or `pool`, any executor, of which `jobs` then says how many workers it
    has. `vary` names what is tried besides: `seat` (each first member in turn plays aimlessly, in a tenth as
    many sittings), `temperament` (each in turn has each other temperament, likewise), `level` (all seats
    together, novice, seasoned and veteran). `heard` is told after every piece of work how many sittings are
    done and how many there are. An interruption, or work that is lost, ends the play: what was done until
    then is the outcome, and KeyboardInterrupt or Lost passes through when that is nothing. Raises PackError
    for a pack that cannot be played, ValueError for what cannot be varied.
    """
    scenario = load(pack)
    terms = Terms(length, level)
    plan = planned(scenario, terms, runs, seed, vary)
    totals = {cast: Tally() for cast in plan.runs}
    chunks, began, cut_short = Chunks(plan, jobs), time.perf_counter(), ""

    def heed(cast: Cast, tally: Tally) -> None:
        totals[cast].add(tally)
        chunks.paced(tally.runs, tally.seconds)
        if heard is not None:
            heard(sum(tally.runs for tally in totals.values()), plan.wanted)

    try:
        if pool is not None:
            handed_to(pool, packed(scenario), terms, chunks, jobs, heed)
        elif jobs == 1 or plan.wanted <= LEAST_CHUNK:
            _here(scenario, terms, plan, totals, heard)
        else:
            in_processes(packed(scenario), terms, chunks, jobs, heed)
    except (KeyboardInterrupt, Lost) as stop:
        if not totals[AS_ASKED].runs:
            raise
        cut_short = INTERRUPTED if isinstance(stop, KeyboardInterrupt) else str(stop)
    seconds = time.perf_counter() - began
    return outcome(scenario, Asked(pack, runs, seed, terms, jobs, cut_short), totals, seconds)


def _here(
    scenario: Scenario, terms: Terms, plan: Plan, totals: dict[Cast, Tally], heard: Heard | None
) -> None:
    """Play everything in this process, one sitting after the other."""
    done = 0
    for cast, runs in plan.runs.items():
        company = Company(scenario, terms, cast)
        try:
            for seed in range(plan.seed, plan.seed + runs):
                company.play(seed, totals[cast])
                done += 1
                if heard is not None:
                    heard(done, plan.wanted)
        finally:
            company.settle(totals[cast])
