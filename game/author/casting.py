"""Which sittings a simulation plays, and who plays in them: the plan, before anything happens.

It must never play.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from game.delegates import LEVELS, TEMPERAMENTS
from game.session.scenario import Scenario

AIMLESS, RECORDED = "aimless", "recorded"
SEAT, LEVEL, TEMPERAMENT, SKILL = "seat", "level", "temperament", "skill"
VARIED = (SEAT, LEVEL, TEMPERAMENT, SKILL)
"""What may be varied."""
LEAST_CHUNK = 25
"""Sittings handed to a process at once, at the least; handing over costs about as much as playing a few."""
SPELL = 1.0
"""Seconds that a chunk should take: so much is lost at most to an interruption."""


class Cast(NamedTuple):
    """Who plays otherwise than was asked: one seat with another temperament or level, or all of one level."""

    seat: str = ""
    temperament: str = ""
    level: str = ""


AS_ASKED = Cast()


class Terms(NamedTuple):
    """What holds for all sittings of a simulation: their length, and the level of the delegates."""

    length: str = "full"
    level: str = "seasoned"


class Chunk(NamedTuple):
    """Seeds to be played one after the other, and by whom."""

    cast: Cast
    seeds: range


class Plan(NamedTuple):
    """How many sittings each cast plays, all from one seed on."""

    seed: int
    runs: dict[Cast, int]

    @property
    def wanted(self) -> int:
        """All sittings there are to play."""
        return sum(self.runs.values())


class Chunks(Iterator[Chunk]):
    """The sittings of a plan, cut into chunks that keep so many workers busy to the end."""

    def __init__(self, plan: Plan, jobs: int) -> None:
        """Begin with small chunks; they grow with the speed that is told."""
        self._left = [(cast, plan.seed, plan.seed + runs) for cast, runs in plan.runs.items()]
        self._size = LEAST_CHUNK
        self._most = max(LEAST_CHUNK, plan.wanted // (4 * jobs))

    def __next__(self) -> Chunk:
        """Return the next chunk, all of it by one cast."""
        if not self._left:
            raise StopIteration
        cast, start, end = self._left[0]
        stop = min(start + self._size, end)
        self._left[0] = (cast, stop, end)
        if stop == end:
            del self._left[0]
        return Chunk(cast, range(start, stop))

    def paced(self, runs: int, seconds: float) -> None:
        """Hear in how many seconds so many sittings were played."""
        self._size = max(LEAST_CHUNK, min(self._most, int(SPELL * runs / max(seconds, 1e-6))))


def planned(scenario: Scenario, terms: Terms, runs: int, seed: int, vary: Collection[str]) -> Plan:
    """Return what there is to play: the sittings asked for, and those in which something is varied.

    A seat plays with another temperament in a tenth as many sittings; all seats of another level, or one seat
    of each skill, in as many. ValueError for what cannot be varied.
    """
    for what in vary:
        if what not in VARIED:
            raise ValueError(f"Nothing is varied by {what!r}; there are: {', '.join(VARIED)}.")
    casts = {AS_ASKED: runs}
    if LEVEL in vary:
        casts |= dict.fromkeys(_levels(scenario, terms), runs)
    if SKILL in vary:
        ways = (cast for seat in first(scenario) for cast in skilled(scenario, terms, seat).values())
        casts |= dict.fromkeys(ways, runs)
    few = max(1, runs // 10)
    return Plan(seed, dict.fromkeys(_others(scenario, vary), few) | casts)


def as_level(scenario: Scenario, terms: Terms, level: str) -> Cast:
    """Return the cast in which all seats are of a level; that asked for, if they are so anyway."""
    mixed = any(scenario.sealed.briefs[seat].level not in ("", terms.level) for seat in first(scenario))
    return AS_ASKED if level == terms.level and not mixed else Cast(level=level)


def skilled(scenario: Scenario, terms: Terms, seat: str) -> dict[str, Cast]:
    """Return the casts in which a seat is played without aim and of each level, in that order."""
    own = scenario.sealed.briefs[seat].level or terms.level
    levels = {level: AS_ASKED if level == own else Cast(seat, level=level) for level in LEVELS}
    return {AIMLESS: Cast(seat, AIMLESS), **levels}


def first(scenario: Scenario) -> tuple[str, ...]:
    """Return the members at the opening, whose seats may be held by somebody else."""
    return scenario.sealed.stages[0].members


def expected_of(scenario: Scenario) -> dict[str, float]:
    """Return how far (0-1) the endings should move when each seat at the opening plays without aim."""
    seats = scenario.sealed.expectations.seats
    everybody = dict.fromkeys(first(scenario), seats["*"]) if "*" in seats else {}
    return everybody | {seat: much for seat, much in seats.items() if seat != "*"}


def _levels(scenario: Scenario, terms: Terms) -> Iterator[Cast]:
    casts = (as_level(scenario, terms, level) for level in LEVELS)
    yield from (cast for cast in casts if cast is not AS_ASKED)


def _others(scenario: Scenario, vary: Collection[str]) -> Iterator[Cast]:
    """Casts in which one seat has another temperament; recorded is none that could be played from nothing."""
    for seat in first(scenario):
        own = scenario.sealed.briefs[seat].temperament
        if SEAT in vary:
            yield Cast(seat, AIMLESS)
        if TEMPERAMENT in vary:
            yield from (Cast(seat, t) for t in TEMPERAMENTS if t not in (own, RECORDED))
