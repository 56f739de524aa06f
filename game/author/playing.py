"""Sittings played for a simulation, wherever that is: here, in a process, on another machine.

What is needed comes with the call, so that a machine without the pack can play it. Nothing is saved, and
of what was played no more stays in memory than the courses that most sittings take.
"""

from __future__ import annotations

import time
from functools import lru_cache
from threading import Lock

from msgspec import msgpack

from game.author.casting import Cast, Terms, first
from game.author.counting import Tally, count
from game.author.interruption import undisturbed
from game.session.scenario import Scenario
from game.sitting import Courses, Sitting

MOST_STEPS = 50_000
"""Steps after which a sitting counts as broken off: several times what the longest takes."""
_IN_TURN = Lock()
"""Threads take turns: they would be no faster together, and a sitting counts on being alone."""


def packed(scenario: Scenario) -> bytes:
    """Return a pack as it is handed to whoever is to play it."""
    return msgpack.encode(scenario)


@lru_cache(maxsize=4)
def _unpacked(pack: bytes) -> Scenario:
    """The pack, read once in each process."""
    return msgpack.decode(pack, type=Scenario)


@lru_cache(maxsize=2)
def _known(pack: bytes, terms: Terms, cast: Cast) -> Courses:
    """The courses known in this process of one play."""
    return courses(_unpacked(pack), terms, cast)


def courses(scenario: Scenario, terms: Terms, cast: Cast) -> Courses:
    """Return what plays sittings of a crisis with one cast; no course of theirs is known yet."""

    def begin(seed: int) -> Sitting:
        return Sitting.begin(
            scenario,
            {cast.seat: cast.temperament} if cast.seat else None,
            seed=seed,
            length=terms.length,
            level=cast.level or terms.level,
            levels=dict.fromkeys(first(scenario), cast.level) if cast.level else None,
        )

    return Courses(begin)


def play_seeds(pack: bytes, terms: Terms, cast: Cast, seeds: range) -> Tally:
    """Play one sitting for each seed and return their tally; processes run this."""
    tally = Tally()
    with _IN_TURN:
        known = _known(pack, terms, cast)
        for seed in seeds:
            play(known, seed, tally)
    return tally


def play(known: Courses, seed: int, tally: Tally) -> None:
    """Play one sitting to its end and count it; one that an interruption ends is not counted."""
    began = time.perf_counter()
    try:
        sitting = known.play(seed, MOST_STEPS)
    except Exception as fault:  # whatever it is, the author is told the seed, and the others are played
        with undisturbed():
            tally.runs += 1
            tally.note_broken(seed, f"{type(fault).__name__}: {fault}")
        return
    seconds = time.perf_counter() - began
    with undisturbed():
        count(sitting, seed, seconds, tally)
