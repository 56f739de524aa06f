"""Courses of sittings that differ in their seeds alone: what the same draws have led to is not played twice.

Delegates and the law are sure; chance alone parts one sitting from another. From one step of the world to the
next, what is drawn and how it falls therefore decides all that happens. The courses taken are kept as a tree
of such spans, so that a sitting is read off as far as its draws fall as they fell before, and played from
where it parts. It must never change a sitting: read off or played, it is the same, event for event.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session.chance import Draw
from game.session.state import Phase
from game.sitting.table import Sitting

MOST_SPANS = 600
"""Spans that are kept; the common ones come first, so that there is no need to choose."""
MOST_DRAWS = 1000
"""Draws in one span past which it will hardly come again, as where somebody acts by chance."""


class _Span:
    """What happened from one step of the world to the next, and where the next one parts."""

    __slots__ = ("acts", "after", "events", "refusals", "state")

    def __init__(self, sitting: Sitting, events: int, acts: int, refusals: int) -> None:
        """Take what has come of a sitting since it had so many events, acts and refusals."""
        self.events = tuple(sitting.record[events:])
        self.acts = tuple(sitting.acts[acts:])
        self.refusals = sitting.refusals - refusals
        self.state = sitting.state
        self.after = _Fork()


class _Fork:
    """A point where sittings may part: what is drawn there, and where each way it fell leads.

    `span` is what comes where nothing more is drawn before the world's next step.
    """

    __slots__ = ("draw", "span", "ways")

    def __init__(self) -> None:
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
        self._first = _Fork()
        self.spans = 0
        """How many are kept."""
        self.course: object = None
        """The course of the sitting last played, the same for all that took it; None if it is not kept."""

    def play(self, seed: int, most: int = 1_000_000) -> Sitting:
        """Return the sitting of a seed, played out or left after about so many steps; raises as `Sitting`."""
        self.course = None
        sitting = self._begin(seed)
        fork: _Fork | None = self._read_off(sitting, seed)
        while fork is not None and not sitting.finished:
            fork = self._played(sitting, fork, most)
        sitting.draws = None
        self.course = fork
        sitting.run(most + 1 - len(sitting.acts))
        return sitting

    def _read_off(self, sitting: Sitting, seed: int) -> _Fork:
        """Bring a sitting as far as its course is known; return the point where it leaves it."""
        fork, last = self._first, None
        while (span := fork.leads_to(seed)) is not None:
            sitting.record += span.events
            sitting.acts += span.acts
            sitting.refusals += span.refusals
            fork, last = span.after, span
        if last is not None:
            sitting.state = replace(last.state, seed=seed)
        return fork

    def _played(self, sitting: Sitting, fork: _Fork, most: int) -> _Fork | None:
        """Play to the world's next step and keep what came of it; None when it is not to be kept."""
        if self.spans >= MOST_SPANS:
            return None
        draws: list[tuple[Draw, Any]] = []
        sitting.draws = draws
        begun = len(sitting.record), len(sitting.acts), sitting.refusals
        while True:
            if not sitting.step() or len(draws) > MOST_DRAWS or len(sitting.acts) > most:
                return None
            if sitting.state.chamber.phase in (Phase.INTERVAL, Phase.ENDED):
                break
        for draw, fell in draws:
            fork.draw = draw
            fork = fork.ways.setdefault(fell, _Fork())
        fork.span = _Span(sitting, *begun)
        self.spans += 1
        return fork.span.after
