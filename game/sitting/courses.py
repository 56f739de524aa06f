"""Courses of sittings that differ in their seeds alone: what the same draws have led to is not played twice.

Delegates and the law are sure; chance alone parts one sitting from another. From one draw to the next, what
is drawn and how it falls therefore decides all that happens. The courses taken are kept as such spans: they
part where draws fall otherwise, and meet again where what is yet to come can differ no more. A sitting is
read off as far as its draws fall as they fell before, and played from where it parts to where it meets what
is known. It must never change a sitting: read off or played, it is the same, event for event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from msgspec.structs import replace

from game.delegates import ENVOY, TEMPERAMENTS, take_seat
from game.session.chance import Draw
from game.session.onward import aside, keeping, state_written, told, written
from game.session.state import Chamber, Phase, State
from game.sitting.table import Sitting

MOST_SPANS = 2500
"""Spans that are kept, of some 40 kB each; the common ones come first, so that there is no need to choose."""
MOST_DRAWS = 20
"""Draws in one span past which it will hardly come again, as where the whole Assembly votes."""
_BY_THEMSELVES = ("delegate", "interpose")
"""Purposes for which delegates draw: who acts by chance takes a course of its own."""
_DELEGATES = [take_seat(temperament, "") for temperament in (*TEMPERAMENTS, ENVOY)]
_HEEDED = frozenset[Any]().union(*(x.heeds | x.heeds_own for x in _DELEGATES))
"""Kinds of events that any delegate remembers."""


class _Place(NamedTuple):
    """How far a sitting has come."""

    events: int
    acts: int
    refusals: int
    state: State


class _Span:
    """What happened from one fork to another."""

    __slots__ = ("acts", "after", "events", "refusals", "state", "told")

    after: _Fork

    def __init__(self, sitting: Sitting, since: _Place, upto: _Place) -> None:
        """Take what has come of a sitting between two places."""
        self.events = tuple(sitting.record[since.events : upto.events])
        self.acts = tuple(sitting.acts[since.acts : upto.acts])
        self.refusals = upto.refusals - since.refusals
        self.state = upto.state
        self.told = told(since.state, self.events, upto.state)


class _Fork:
    """A point where sittings may part: what is drawn there, and where each way it fell leads.

    `span` is what comes where nothing more is drawn before the next fork; `heard` is a digest of all that
    delegates remember of what led here.
    """

    __slots__ = ("draw", "heard", "span", "ways")

    def __init__(self, heard: blake2b) -> None:
        self.heard = heard
        self.draw: Draw | None = None
        self.ways: dict[Any, _Fork] = {}
        self.span: _Span | None = None

    def leads_to(self, seed: int) -> _Span | None:
        """Return the span that a seed's draws lead to, if draws have fallen so before."""
        fork: _Fork | None = self
        while fork is not None and fork.draw is not None:
            fork = fork.ways.get(fork.draw.falls(seed))
        return fork.span if fork is not None else None


class Courses:
    """The courses taken so far by sittings that are alike in everything but their seed."""

    def __init__(self, begin: Callable[[int], Sitting]) -> None:
        """Know of no course yet; `begin` opens the sitting of a seed, without a save or a person in it."""
        self._begin = begin
        self._first = _Fork(blake2b(digest_size=16))
        self._forks: dict[bytes, _Fork] = {}
        """Where spans end, by all that bears on what is yet to come."""
        self.spans = 0
        """How many are kept."""
        self.course: object = None
        """The course of the sitting last played, the same for all that took it; None if it is not kept."""

    def play(self, seed: int, most: int = 1_000_000) -> Sitting:
        """Return the sitting of a seed, played out or left after about so many steps; raises as `Sitting`."""
        sitting = self._begin(seed)
        course: list[int] = []
        fork: _Fork | None = self._first
        while fork is not None:
            fork = self._read_off(sitting, fork, seed, course)
            if sitting.finished:
                break
            fork = self._played(sitting, fork, most, course)
        self.course = tuple(course) if fork is not None and 0 not in course else None
        sitting.draws = None
        sitting.run(most + 1 - len(sitting.acts))
        return sitting

    def _read_off(self, sitting: Sitting, fork: _Fork, seed: int, course: list[int]) -> _Fork:
        """Bring a sitting as far as its course is known from here; return the point where it leaves it."""
        span = fork.leads_to(seed)
        if span is None:
            return fork
        kept = aside(sitting.state)
        while span is not None:
            sitting.follow(span.events, span.acts, span.state)
            sitting.refusals += span.refusals
            kept = kept.and_then(span.told) if span.told is not None else kept
            course.append(id(span))
            fork = span.after
            span = fork.leads_to(seed)
        sitting.state = replace(keeping(sitting.state, kept), seed=seed)
        return fork

    def _played(self, sitting: Sitting, fork: _Fork, most: int, course: list[int]) -> _Fork | None:
        """Play until chance has spoken between two dates; return where that leads, None when it is not to be
        gone on with.

        Sittings part and meet there alone: what a delegation was about at a date it need not take up again.
        """
        draws: list[tuple[Draw, Any]] = []
        sitting.draws = draws
        begun = now = _place(sitting)
        drawn, between = 0, False
        while not (between and len(draws) > drawn) and not sitting.finished:
            now, drawn, between = _place(sitting), len(draws), _between_dates(sitting.state.chamber)
            if not sitting.step() or len(sitting.acts) > most:
                return None
            if any(draw.purpose.partition(":")[0] in _BY_THEMSELVES for draw, _ in draws[drawn:]):
                return None
        if between and now.acts > begun.acts:
            fork = self._led(_Span(sitting, begun, now), fork, now, draws[:drawn], course)
            begun, draws = now, draws[drawn:]
        now = _place(sitting)
        return self._led(_Span(sitting, begun, now), fork, now, draws, course)

    def _led(
        self, span: _Span, fork: _Fork, to: _Place, draws: Sequence[tuple[Draw, Any]], course: list[int]
    ) -> _Fork:
        """Return where a span leads from a fork after these draws; keep it while there is room."""
        heard = fork.heard.copy()
        heard.update(written(x for x in span.events if type(x) in _HEEDED))
        mark = blake2b(heard.digest(), digest_size=16)
        mark.update(to.events.to_bytes(4, "big") + state_written(to.state))
        after = span.after = self._forks.get(mark.digest()) or _Fork(heard)
        kept = self.spans < MOST_SPANS and len(draws) <= MOST_DRAWS
        course.append(id(span) if kept else 0)
        if self.spans < MOST_SPANS:
            self._forks[mark.digest()] = after
        if kept:
            for draw, fell in draws:
                fork.draw = draw
                fork = fork.ways.setdefault(fell, _Fork(fork.heard))
            fork.span = span
            self.spans += 1
        return after


def _place(sitting: Sitting) -> _Place:
    return _Place(len(sitting.record), len(sitting.acts), sitting.refusals, sitting.state)


def _between_dates(c: Chamber) -> bool:
    """Say whether no delegation has anything in hand: the world is to step, or the Assembly votes."""
    return c.phase is Phase.INTERVAL or (c.ballot is not None and c.ballot.kind == "assembly")
