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

MOST_READ = 600
"""Courses whose counts are kept; the common ones come first."""
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
def _company(pack: bytes, terms: Terms, cast: Cast) -> Company:
    """Those who play with one cast in this process, and know what was played."""
    return Company(_unpacked(pack), terms, cast)


def play_seeds(pack: bytes, terms: Terms, cast: Cast, seeds: range) -> Tally:
    """Play one sitting for each seed and return their tally; processes run this."""
    tally = Tally()
    with _IN_TURN:
        company = _company(pack, terms, cast)
        for seed in seeds:
            company.play(seed, tally)
        company.settle(tally)
    return tally


class Company:
    """Plays sittings of a crisis with one cast; of those that take the same course only the first is read."""

    def __init__(self, scenario: Scenario, terms: Terms, cast: Cast) -> None:
        """Know of no course yet."""

        seats = (cast.seat,) if cast.seat else first(scenario)

        def begin(seed: int) -> Sitting:
            return Sitting.begin(
                scenario,
                {cast.seat: cast.temperament} if cast.temperament else None,
                seed=seed,
                length=terms.length,
                level=terms.level if cast.seat else cast.level or terms.level,
                levels=dict.fromkeys(seats, cast.level) if cast.level else None,
            )

        self._courses = Courses(begin)
        self._read: dict[object, Tally] = {}
        self._taken: dict[object, tuple[int, int]] = {}
        """How many sittings took each course since all was settled, and the first one's seed."""

    def play(self, seed: int, tally: Tally) -> None:
        """Play one sitting to its end and count it, now or when all is settled; not if it is interrupted."""
        began = time.perf_counter()
        try:
            sitting = self._courses.play(seed, MOST_STEPS)
        except Exception as fault:  # whatever it is, the author is told the seed, and the others are played
            with undisturbed():
                tally.runs += 1
                tally.note_broken(seed, f"{type(fault).__name__}: {fault}")
            return
        seconds, course = time.perf_counter() - began, self._courses.course
        with undisturbed():
            tally.time(seed, seconds)
            known = course is not None and (course in self._read or len(self._read) < MOST_READ)
            if not known or sitting.refusals or not sitting.finished:
                count(sitting, seed, tally)
                return
            if course not in self._read:
                self._read[course] = Tally()
                count(sitting, seed, self._read[course])
            times, first_seed = self._taken.get(course, (0, seed))
            self._taken[course] = times + 1, min(seed, first_seed)

    def settle(self, tally: Tally) -> None:
        """Count the sittings whose course was known, each course by how many took it."""
        with undisturbed():
            for course, (times, seed) in self._taken.items():
                tally.add(self._read[course].of(seed), times)
            self._taken = {}
