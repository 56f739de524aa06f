"""Many sittings of one crisis with scripted delegates in every seat, and what became of them.

Sittings are played in processes of their own when asked, in chunks, since a process costs more than a
sitting. Nothing is saved. The same pack, seeds and length always give the same counts.
"""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from itertools import repeat
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from msgspec import Struct, field

from game.packs import load
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario
from game.sitting import Sitting, SittingError

LEAST_CHUNK = 25
"""Sittings handed to a process at once, at the least; handing over costs about as much as playing a few."""
MOST_CHUNK = 100
MOST_STEPS = 50_000
"""Steps after which a sitting counts as broken off: several times what the longest takes."""


class Tally(Struct):
    """What a chunk of sittings came to, by counts that can be added up."""

    runs: int = 0
    acts: int = 0
    refusals: int = 0
    credibility: float = 0.0
    endings: Counter[str] = field(default_factory=Counter)
    adopted: Counter[str] = field(default_factory=Counter)
    vetoed: Counter[str] = field(default_factory=Counter)
    broken: dict[int, str] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Add another chunk."""
        self.runs += other.runs
        self.acts += other.acts
        self.refusals += other.refusals
        self.credibility += other.credibility
        self.endings.update(other.endings)
        self.adopted.update(other.adopted)
        self.vetoed.update(other.vetoed)
        self.broken |= other.broken


class Outcome(Struct, frozen=True):
    """What `runs` sittings from seed `seed` on came to.

    `endings` counts by ending's id, `adopted` and `vetoed` the pack's drafts by id; `acts` and `refusals`
    are totals (a scripted delegate's refused act is a fault); `credibility` is the mean at the end (0-1);
    `broken` holds seeds of sittings that did not come to an end, and why.
    """

    pack: str
    title: str
    runs: int
    seed: int
    length: str
    jobs: int
    seconds: float
    sittings_per_second: float
    endings: dict[str, int]
    acts: int
    refusals: int
    credibility: float
    adopted: dict[str, int]
    vetoed: dict[str, int]
    broken: dict[int, str]
    ending_titles: dict[str, str]
    draft_titles: dict[str, str]


def simulate(
    pack: str, runs: int, seed: int, *, jobs: int = 1, length: str = "full", pool: Executor | None = None
) -> Outcome:
    """Play a pack `runs` times with seeds `seed`, `seed` + 1 ... and return what came of it.

    `jobs` processes share the work, or whatever `pool` is handed in. Raises PackError for a pack that
    cannot be played; KeyboardInterrupt passes through once the processes have stopped.
    """
    scenario = load(pack)
    began = time.perf_counter()
    total = Tally()
    for tally in _played(pack, tuple(_chunks(runs, seed, jobs)), jobs, length, pool):
        total.add(tally)
    seconds = time.perf_counter() - began
    return _outcome(scenario, total, seed, length, jobs, seconds)


def play_seeds(pack: str, seeds: Iterable[int], length: str) -> Tally:
    """Play one sitting for each seed and return their tally; processes run this."""
    scenario = _opened(pack)
    tally = Tally()
    for seed in seeds:
        _play(scenario, seed, length, tally)
    return tally


@lru_cache(maxsize=4)
def _opened(pack: str) -> Scenario:
    """The pack, loaded once in each process."""
    return load(pack)


def _play(scenario: Scenario, seed: int, length: str, tally: Tally) -> None:
    """Play one sitting to its end and count it."""
    tally.runs += 1
    try:
        sitting = Sitting.begin(scenario, seed=seed, length=length)
        sitting.run(MOST_STEPS)
    except (SittingError, LookupError, ValueError, TypeError, AttributeError) as fault:
        tally.endings["broken"] += 1
        tally.broken[seed] = f"{type(fault).__name__}: {fault}"
        return
    tally.acts += len(sitting.acts)
    tally.refusals += sitting.refusals
    tally.credibility += sitting.state.world.credibility
    _count_texts(sitting.record, tally)
    if sitting.finished:
        tally.endings[sitting.state.chamber.ending] += 1
    else:
        tally.endings["broken"] += 1
        tally.broken[seed] = f"it stood still after {len(sitting.acts)} acts."


_OF_TEXTS = frozenset({happened.DraftTabled, happened.ResolutionAdopted, happened.DraftFailed})


def _count_texts(record: Sequence[Event], tally: Tally) -> None:
    """Count which of the pack's own drafts were adopted and vetoed."""
    stored: dict[str, str] = {}
    for event in [x for x in record if type(x) in _OF_TEXTS]:
        if isinstance(event, happened.DraftTabled) and event.stored:
            stored[event.symbol] = event.stored
        elif isinstance(event, happened.ResolutionAdopted) and event.draft in stored:
            tally.adopted[stored[event.draft]] += 1
        elif isinstance(event, happened.DraftFailed) and event.vetoed and event.draft in stored:
            tally.vetoed[stored[event.draft]] += 1


def _chunks(runs: int, seed: int, jobs: int) -> Iterator[range]:
    """Cut the seeds into chunks that keep every process busy to the end."""
    size = min(MOST_CHUNK, max(LEAST_CHUNK, runs // (4 * jobs)))
    for start in range(seed, seed + runs, size):
        yield range(start, min(start + size, seed + runs))


def _played(
    pack: str, chunks: Sequence[range], jobs: int, length: str, pool: Executor | None
) -> Iterator[Tally]:
    if pool is not None:
        yield from pool.map(play_seeds, repeat(pack), chunks, repeat(length))
    elif jobs == 1 or len(chunks) == 1:
        yield from map(play_seeds, repeat(pack), chunks, repeat(length))
    else:
        yield from _in_processes(pack, chunks, jobs, length)


def _in_processes(pack: str, chunks: Sequence[range], jobs: int, length: str) -> Iterator[Tally]:
    """Play chunks in processes; when interrupted, let none begin another."""
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), initializer=_end_at_once)
    try:
        with _undisturbed():
            tallies = pool.map(play_seeds, repeat(pack), chunks, repeat(length))
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


def _outcome(scenario: Scenario, total: Tally, seed: int, length: str, jobs: int, seconds: float) -> Outcome:
    ended = total.runs - len(total.broken)
    return Outcome(
        pack=scenario.open.id,
        title=scenario.open.title,
        runs=total.runs,
        seed=seed,
        length=length,
        jobs=jobs,
        seconds=round(seconds, 3),
        sittings_per_second=round(total.runs / seconds, 1) if seconds else 0.0,
        endings=dict(total.endings),
        acts=total.acts,
        refusals=total.refusals,
        credibility=round(total.credibility / ended, 3) if ended else 0.0,
        adopted=dict(total.adopted),
        vetoed=dict(total.vetoed),
        broken=total.broken,
        ending_titles={ending.id: ending.title for ending in scenario.sealed.endings},
        draft_titles={draft.id: draft.title for draft in scenario.open.drafts},
    )
