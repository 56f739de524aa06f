"""Looking back over a sitting: the state after any number of its events, forward and back, at even cost."""

from __future__ import annotations

from collections.abc import Sequence

from game.session.decide import before
from game.session.events import Event
from game.session.fold import fold_all
from game.session.scenario import Scenario
from game.session.state import State

_APART = 64
"""Events between remembered states."""


class Replay:
    """States of a recorded sitting by number of events; nothing is judged or drawn again."""

    def __init__(self, scenario: Scenario, events: Sequence[Event]) -> None:
        """Take a record, from its first event."""
        self.events = tuple(events)
        self._kept: dict[int, State] = {0: before(scenario)}

    def at(self, number: int) -> State:
        """Return the state after the first `number` events (bounded to what there is)."""
        number = max(0, min(number, len(self.events)))
        start = number - number % _APART
        while start not in self._kept:
            start -= _APART
        state = self._kept[start]
        for mark in range(start + _APART, number + 1, _APART):
            state = fold_all(state, self.events[mark - _APART : mark])
            self._kept[mark] = state
            start = mark
        return fold_all(state, self.events[start:number])
