"""When something is so: the small language in which packs say `when:`.

A condition is data (one frozen record, possibly holding others) and is judged against `Facts`. It never
computes text, never calls code named by a pack and never changes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from math import inf
from typing import TypeAlias

Test: TypeAlias = "Callable[[Facts], bool]"
"""A condition made ready to be judged, again and again."""


class _Tested:
    """Keeps the test made of a condition beside its fields: it is no part of what the condition says."""

    __slots__ = ("test",)
    test: Test


@dataclass(frozen=True, slots=True)
class Condition(_Tested):
    """One test on the world.

    `kind` is one of `KINDS`. `name` is a track, term, flag, clause kind, draft, stage, seat, party or
    happening as the kind says. `at_least` and `at_most` bound numbers (tracks 0-100, terms 0-1, stage
    numbers, counts). `of` holds the conditions of `all`, `any` and `none`.
    """

    kind: str
    name: str = ""
    at_least: float | None = None
    at_most: float | None = None
    of: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions may ask about, gathered from a sitting.

    Tracks are 0-100, terms and credibility 0-1; `stage` is the running number of the stage from 1.
    """

    tracks: Mapping[str, float]
    terms: Mapping[str, float]
    flags: frozenset[str] = frozenset()
    stage: int = 1
    stage_id: str = ""
    adopted: frozenset[str] = frozenset()
    """Kinds of clauses that stand in adopted resolutions."""
    passed: frozenset[str] = frozenset()
    """Ids of the pack's drafts adopted as resolutions."""
    issued: frozenset[str] = frozenset()
    """Kinds of clauses and ids of drafts in statements of the President."""
    vetoed: frozenset[str] = frozenset()
    """Clause kinds and draft ids defeated by a veto."""
    failed: frozenset[str] = frozenset()
    """Clause kinds and draft ids put and not adopted, for whatever reason."""
    absent: frozenset[str] = frozenset()
    invited: frozenset[str] = frozenset()
    happened: frozenset[str] = frozenset()
    votes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """How each seat voted on each clause kind or draft id last put: `{subject: {seat: vote}}`."""
    pledged: Mapping[str, float] = field(default_factory=dict)
    """Units pledged so far by kind of pledge, and by `kind:SEAT`."""
    standing: Mapping[str, float] = field(default_factory=dict)
    arrived: Mapping[str, float] = field(default_factory=dict)
    """Units arrived so far by kind of pledge, and by `kind:SEAT`."""
    lapsed: frozenset[str] = frozenset()
    """Kinds of clauses that stood and stand no more."""


def _bounds(c: Condition) -> tuple[float, float]:
    """Return the least and the most a number may be, both ends included."""
    return (-inf if c.at_least is None else c.at_least), (inf if c.at_most is None else c.at_most)


def _track(c: Condition) -> Test:
    name, (low, high) = c.name, _bounds(c)
    return lambda f: low <= f.tracks[name] <= high


def _term(c: Condition) -> Test:
    name, (low, high) = c.name, _bounds(c)
    return lambda f: name in f.terms and low <= f.terms[name] <= high


def _stage(c: Condition) -> Test:
    name, (low, high) = c.name, _bounds(c)
    return lambda f: (not name or f.stage_id == name) and low <= f.stage <= high


def _pledged(c: Condition) -> Test:
    name, (low, high) = c.name, _bounds(c)
    return lambda f: low <= f.pledged.get(name, 0.0) <= high


def _arrived(c: Condition) -> Test:
    name, (low, high) = c.name, _bounds(c)
    return lambda f: low <= f.arrived.get(name, 0.0) <= high


def _standing(c: Condition) -> Test:
    name, (low, high) = c.name, _bounds(c)
    return lambda f: low <= f.standing.get(name, 0.0) <= high


def _named(among: Callable[[str, Facts], bool]) -> Callable[[Condition], Test]:
    """Return what makes the test whether a condition's name is among certain facts."""
    return lambda c: partial(among, c.name)


def _voted(c: Condition) -> Test:
    """Make the test whether a seat so voted; `name` is `subject:SEAT:vote`."""
    subject, seat, vote = c.name.split(":")
    return lambda f: f.votes.get(subject, {}).get(seat) == vote


def _all(c: Condition) -> Test:
    tests = [tested(x) for x in c.of]

    def every(f: Facts) -> bool:
        for test in tests:  # noqa: SIM110 - a plain loop costs half of `all` over a generator, and is asked often
            if not test(f):
                return False
        return True

    return every


def _any(c: Condition) -> Test:
    tests = [tested(x) for x in c.of]

    def some(f: Facts) -> bool:
        for test in tests:  # noqa: SIM110 - as above
            if test(f):
                return True
        return False

    return some


def _none(c: Condition) -> Test:
    some = _any(c)
    return lambda f: not some(f)


KINDS: Mapping[str, Callable[[Condition], Test]] = {
    "always": lambda c: lambda f: True,
    "track": _track,
    "term": _term,
    "stage": _stage,
    "flag": _named(lambda name, f: name in f.flags),
    "adopted": _named(lambda name, f: name in f.adopted or name in f.passed),
    "agreed": _named(lambda name, f: name in f.adopted or name in f.passed or name in f.issued),
    "vetoed": _named(lambda name, f: name in f.vetoed),
    "failed": _named(lambda name, f: name in f.failed),
    "absent": _named(lambda name, f: name in f.absent),
    "invited": _named(lambda name, f: name in f.invited),
    "happened": _named(lambda name, f: name in f.happened),
    "voted": _voted,
    "pledged": _pledged,
    "arrived": _arrived,
    "lapsed": _named(lambda name, f: name in f.lapsed),
    "standing": _standing,
    "all": _all,
    "any": _any,
    "none": _none,
}
"""What makes the test of each kind of condition."""


def tested(condition: Condition) -> Test:
    """Return the test a condition stands for, made when it is first asked; raises as `holds` does."""
    try:
        return condition.test
    except AttributeError:
        made = KINDS[condition.kind](condition)
        object.__setattr__(condition, "test", made)
        return made


def holds(condition: Condition, facts: Facts) -> bool:
    """Say whether a condition holds.

    A term that has not been measured yet holds no bound. Raises KeyError for a kind or a track, and
    ValueError for a `voted` name, that no compiled pack can contain.
    """
    try:
        test = condition.test
    except AttributeError:
        test = tested(condition)
    return test(facts)
