"""Chunks of sittings shared out to processes, or to whatever executor is handed in.

Only so many are under way at once, so that memory does not grow with their number; each is counted as it
comes back, and what came back is kept whatever happens to the rest. It must never look into a tally.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from itertools import islice

from game.author.casting import Cast, Chunk, Terms
from game.author.counting import Tally
from game.author.interruption import end_at_once, undisturbed
from game.author.playing import play_seeds

Heed = Callable[[Cast, Tally], None]
Given = dict[Future[Tally], Cast]
AHEAD = 3
"""Chunks under way for each worker: one that is played, and some that wait."""


class Lost(Exception):
    """Work that was given away did not come back; the text says why."""


def in_processes(pack: bytes, terms: Terms, chunks: Iterator[Chunk], jobs: int, heed: Heed) -> None:
    """Play chunks in processes of our own; when interrupted, let none begin another."""
    given: Given = {}
    pool = ProcessPoolExecutor(jobs, initializer=end_at_once)
    try:
        _share(pool, pack, terms, chunks, jobs * AHEAD, given, heed)
    finally:
        try:
            pool.shutdown(wait=True, cancel_futures=True)
        finally:
            _gather([future for future in given if future.done()], given, heed)


def handed_to(
    pool: Executor, pack: bytes, terms: Terms, chunks: Iterator[Chunk], jobs: int, heed: Heed
) -> None:
    """Play chunks wherever somebody else's executor plays them; it is left standing."""
    given: Given = {}
    try:
        _share(pool, pack, terms, chunks, jobs * AHEAD, given, heed)
    finally:
        for future in given:
            future.cancel()
        _gather([future for future in given if future.done()], given, heed)


def _share(
    pool: Executor,
    pack: bytes,
    terms: Terms,
    chunks: Iterator[Chunk],
    most: int,
    given: Given,
    heed: Heed,
) -> None:
    """Hand chunks out, so many at most at a time, and heed each tally as soon as it is there."""
    while True:
        with _nothing_lost(), undisturbed():  # a process half begun would never be told to stop
            for cast, seeds in islice(chunks, most - len(given)):
                given[pool.submit(play_seeds, pack, terms, cast, seeds)] = cast
        if not given:
            return
        for future in wait(given, return_when=FIRST_COMPLETED).done:
            with _nothing_lost():
                future.result()
            _gather([future], given, heed)


@contextmanager
def _nothing_lost() -> Iterator[None]:
    """Raise Lost for whatever an executor fails with: no sitting can, whatever happens in it."""
    try:
        yield
    except Exception as fault:
        told = str(fault).strip().partition("\n")[0]
        raise Lost(f"work was lost ({type(fault).__name__}{told and ': '}{told})") from fault


def _gather(ended: list[Future[Tally]], given: Given, heed: Heed) -> None:
    """Heed the tallies of what has ended well, each once."""
    for future in ended:
        with undisturbed():
            cast = given.pop(future)
            if not future.cancelled() and future.exception() is None:
                heed(cast, future.result())
