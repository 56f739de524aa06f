"""Whether a condition can hold at all: a small search over what its parts would have to be together.

Every track, flag, text, vote and stage is a thing with a range: an interval of numbers, or a set of values.
A condition is followed branch by branch; each test narrows the range of its thing, and a branch in which
some range is empty contradicts itself. What cannot be settled within a bounded number of steps counts as
possible, so this may overlook a contradiction and never invents one. It knows no pack: `outlook` says what
the ranges are. It must never judge facts of a sitting (`world.conditions` does).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import NamedTuple, TypeAlias

from game.rules.bodies import Vote
from game.world.conditions import Condition

Thing = tuple[str, str]
"""Kind of condition and name: `("track", "front")`."""
Span = tuple[float, float]
"""Numbers from the first to the second, both included."""
Range: TypeAlias = "Span | frozenset[object]"
Known = Mapping[Thing, Range]

STAGE: Thing = ("stage", "")
"""The running number of the stage, from 1."""
STEPS = 4_000
"""How many tests a search makes before it gives up and says that anything may be."""

_SPANS: Mapping[str, Span] = {
    "track": (0.0, 100.0),
    "term": (0.0, 1.0),
    "standing": (-100.0, 100.0),
    "pledged": (0.0, inf),
    "arrived": (0.0, inf),
}
_EITHER: frozenset[object] = frozenset({True, False})
_NEVER: frozenset[object] = frozenset({False})
_UNASKED: frozenset[object] = frozenset({None})
BALLOTS: frozenset[object] = frozenset({*Vote, None})
"""What a seat may have done on a text: voted somehow, or never been asked."""
_LEAST = 1e-6
"""Less than any difference that two numbers of a sitting can have."""


class Ranges(NamedTuple):
    """What each thing can be at all, and the running numbers of the stages by id.

    With `stages` only these are looked at. A seat can have voted on what can have been put to the vote.
    """

    things: Known
    numbers: Mapping[str, int]
    stages: frozenset[object] | None = None

    def of(self, thing: Thing) -> Range:
        """The range of a thing; everything its kind allows for one that nothing is known of."""
        if thing == STAGE:
            held = self.things.get(STAGE, frozenset[object](self.numbers.values()))
            return held if self.stages is None else _met(held, self.stages)
        known = self.things.get(thing)
        if known is not None:
            return known
        if thing[0] == "voted":
            put = self.things.get(("failed", thing[1].rpartition(":")[0]), _EITHER)
            return _UNASKED if put == _NEVER else BALLOTS
        return _SPANS.get(thing[0], _EITHER)

    def within(self, stages: frozenset[int]) -> Ranges:
        """The same where only these stages may be going on."""
        return self._replace(stages=frozenset[object](stages))


class _Branch(NamedTuple):
    """One way in which all may hold: tests still to be made, as a linked list, and the ranges so far."""

    todo: _Todo
    known: dict[Thing, Range]


_Todo: TypeAlias = "tuple[Condition, bool, _Todo] | None"


def can_hold(condition: Condition, ranges: Ranges) -> bool:
    """Whether there is a state of things within the ranges in which the condition holds."""
    return _satisfiable((condition, True, None), ranges)


def can_fail(condition: Condition, ranges: Ranges) -> bool:
    """Whether there is a state of things within the ranges in which the condition does not hold."""
    return _satisfiable((condition, False, None), ranges)


def _satisfiable(todo: _Todo, ranges: Ranges) -> bool:
    branches = [_Branch(todo, {})]
    for _ in range(STEPS):
        if not branches:
            return False
        left, known = branches.pop()
        if left is None:
            return True
        condition, wanted, rest = left
        branches += _ways(condition, wanted, rest, known, ranges)
    return True


def _ways(
    c: Condition, wanted: bool, rest: _Todo, known: dict[Thing, Range], ranges: Ranges
) -> Iterator[_Branch]:
    """Every way to make one condition hold, or fail, that the ranges so far allow."""
    if c.kind == "always":
        if wanted:
            yield _Branch(rest, known)
    elif c.kind in {"all", "any", "none"}:
        inner = wanted is not (c.kind == "none")
        if wanted is (c.kind != "any"):  # every part must come out so, single tests first
            for part in sorted(c.of, key=lambda part: not part.of):
                rest = (part, inner, rest)
            yield _Branch(rest, known)
        else:  # one of them is enough
            for part in reversed(c.of):
                yield _Branch((part, inner, rest), known)
    else:
        thing, allowed = _asked(c, wanted, ranges)
        before = known.get(thing) or ranges.of(thing)
        for each in allowed:
            if now := _met(before, each):
                yield _Branch(rest, {**known, thing: now})


def _met(a: Range, b: Range) -> Range:
    """What two ranges have in common; an empty set when they have nothing."""
    if isinstance(a, frozenset) or isinstance(b, frozenset):
        return a & b if isinstance(a, frozenset) and isinstance(b, frozenset) else frozenset()
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else frozenset()


def _asked(c: Condition, wanted: bool, ranges: Ranges) -> tuple[Thing, list[Range]]:
    """The thing that a single test looks at, and the ranges in which it comes out as wanted."""
    return _TESTS.get(c.kind, _whether)(c, wanted, ranges)


def _whether(c: Condition, wanted: bool, ranges: Ranges) -> tuple[Thing, list[Range]]:
    return (c.kind, c.name), [frozenset[object]({wanted})]


def _number(c: Condition, wanted: bool, ranges: Ranges) -> tuple[Thing, list[Range]]:
    low = -inf if c.at_least is None else c.at_least
    high = inf if c.at_most is None else c.at_most
    spans: list[Range] = [(low, high)] if wanted else [(-inf, low - _LEAST), (high + _LEAST, inf)]
    return (c.kind, c.name), spans


def _stage(c: Condition, wanted: bool, ranges: Ranges) -> tuple[Thing, list[Range]]:
    low = -inf if c.at_least is None else c.at_least
    high = inf if c.at_most is None else c.at_most
    numbers = ranges.numbers
    meant = {n for id, n in numbers.items() if c.name in {"", id} and low <= n <= high}
    return STAGE, [frozenset[object](meant if wanted else set(numbers.values()) - meant)]


def _voted(c: Condition, wanted: bool, ranges: Ranges) -> tuple[Thing, list[Range]]:
    ballot, _, vote = c.name.rpartition(":")
    thing = ("voted", ballot)
    cast = ranges.of(thing)
    others = cast - {vote} if isinstance(cast, frozenset) else frozenset()
    return thing, [frozenset[object]({vote}) if wanted else others]


_TESTS: Mapping[str, Callable[[Condition, bool, Ranges], tuple[Thing, list[Range]]]] = {
    **dict.fromkeys(_SPANS, _number),
    "stage": _stage,
    "voted": _voted,
}
