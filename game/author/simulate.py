"""Many sittings of one crisis with scripted delegates in every seat, and what became of them.

Sittings are played in processes of their own when asked, in chunks, since a process costs more than a
sitting. Nothing is saved. The same pack, seeds and length always give the same counts.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import repeat
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import NamedTuple

from game.author.counting import BROKEN, Tally, count
from game.author.figures import Asked, Outcome, outcome
from game.packs import load
from game.session.scenario import Scenario
from game.sitting import Sitting, SittingError

__all__ = ["Outcome", "Tally", "play_seeds", "simulate"]

LEAST_CHUNK = 25
"""Sittings handed to a process at once, at the least; handing over costs about as much as playing a few."""
MOST_CHUNK = 100
MOST_STEPS = 50_000
"""Steps after which a sitting counts as broken off: several times what the longest takes."""


class Chunk(NamedTuple):
    """Seeds to be played one after the other, and the seat that plays aimlessly in them, if any."""

    seeds: range
    aimless: str = ""


def simulate(
    pack: str,
    runs: int,
    seed: int,
    *,
    jobs: int = 1,
    length: str = "full",
    pool: Executor | None = None,
    vary: str = "",
    heard: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Play a pack `runs` times with seeds `seed`, `seed` + 1 ... and return what came of it.

    `jobs` processes share the work, or whatever `pool` is handed in. With `vary` "seat" each first member's
    seat then plays aimlessly in a tenth as many sittings. `heard` is told after every piece of work how many
    sittings are done and how many there are. An interruption ends the play: what was done until then is the
    outcome, and KeyboardInterrupt passes through when that is nothing. Raises PackError for a pack that
    cannot be played.
    """
    scenario = load(pack)
    chunks = tuple(_chunks(runs, seed, jobs))
    if vary:
        seats = scenario.sealed.stages[0].members
        few = max(1, runs // 10)
        chunks += tuple(x._replace(aimless=seat) for seat in seats for x in _chunks(few, seed, jobs))
    began, totals, interrupted = time.perf_counter(), {"": Tally()}, False
    done, wanted = 0, sum(len(chunk.seeds) for chunk in chunks)
    try:
        with closing(_played(pack, chunks, jobs, length, pool)) as played:
            for aimless, tally in played:
                totals.setdefault(aimless, Tally()).add(tally)
                done += tally.runs
                if heard is not None:
                    heard(done, wanted)
    except KeyboardInterrupt:
        if not done:
            raise
        interrupted = True
    seconds = time.perf_counter() - began
    return outcome(scenario, Asked(pack, runs, seed, length, jobs), totals, seconds, interrupted)


def play_seeds(pack: str, seeds: Iterable[int], length: str, aimless: str = "") -> Tally:
    """Play one sitting for each seed and return their tally; processes run this.

    In the seat named `aimless` sits a delegate who does anything that is lawful.
    """
    scenario = _opened(pack)
    holders = {aimless: "aimless"} if aimless else {}
    tally = Tally()
    for seed in seeds:
        _play(scenario, seed, length, holders, tally)
    return tally


@lru_cache(maxsize=4)
def _opened(pack: str) -> Scenario:
    """The pack, loaded once in each process."""
    return load(pack)


def _play(scenario: Scenario, seed: int, length: str, holders: Mapping[str, str], tally: Tally) -> None:
    """Play one sitting to its end and count it."""
    tally.runs += 1
    began = time.perf_counter()
    try:
        sitting = Sitting.begin(scenario, holders, seed=seed, length=length)
        sitting.run(MOST_STEPS)
    except (SittingError, LookupError, ValueError, TypeError, AttributeError) as fault:
        tally.endings[BROKEN] += 1
        tally.note_broken(seed, f"{type(fault).__name__}: {fault}")
        return
    count(sitting, seed, time.perf_counter() - began, tally)


def _chunks(runs: int, seed: int, jobs: int) -> Iterator[Chunk]:
    """Cut the seeds into chunks that keep every process busy to the end."""
    size = min(MOST_CHUNK, max(LEAST_CHUNK, runs // (4 * jobs)))
    for start in range(seed, seed + runs, size):
        yield Chunk(range(start, min(start + size, seed + runs)))


def _played(
    pack: str, chunks: Sequence[Chunk], jobs: int, length: str, pool: Executor | None
) -> Generator[tuple[str, Tally], None, None]:
    """Yield tallies, each with the seat that played aimlessly; sitting by sitting where nothing is shared."""
    if pool is not None:
        yield from _shared(pool, pack, chunks, length)
    elif jobs == 1 or len(chunks) == 1:
        for seeds, aimless in chunks:
            yield from ((aimless, play_seeds(pack, (seed,), length, aimless)) for seed in seeds)
    else:
        yield from _in_processes(pack, chunks, jobs, length)


def _shared(pool: Executor, pack: str, chunks: Sequence[Chunk], length: str) -> Iterator[tuple[str, Tally]]:
    """Hand all chunks to a pool at once, and return their tallies in order as they come."""
    seeds, seats = [chunk.seeds for chunk in chunks], [chunk.aimless for chunk in chunks]
    return zip(seats, pool.map(play_seeds, repeat(pack), seeds, repeat(length), seats), strict=True)


def _in_processes(pack: str, chunks: Sequence[Chunk], jobs: int, length: str) -> Iterator[tuple[str, Tally]]:
    """Play chunks in processes; when interrupted, let none begin another."""
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), initializer=_end_at_once)
    try:
        with _undisturbed():
            tallies = _shared(pool, pack, chunks, length)
        yield from tallies
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold an interruption back until all processes stand: one half begun would never be told to stop."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_at_once() -> None:
    """Let an interruption end the process without a word; whoever asked for the work does the telling."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(asker: BaseProcess | None) -> None:
    """End this process once the one that asked for the work is gone, however it went."""
    if asker is not None:
        asker.join()
        os._exit(1)
