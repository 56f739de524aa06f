"""The recorded delegate: takes given acts in their order, and passes when the next is not lawful.

With history's acts in every seat, history's line of play runs through the rules.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.delegates.counsel.passing import passing
from game.session.actions import Action, Challenge, RaisePoint
from game.session.chance import Stream
from game.session.events import Event
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Recorded:
    """Replays the acts of one seat; acts of other seats are left out."""

    __slots__ = ("_left", "seat")
    heeds: frozenset[type[Event]] = frozenset()
    heeds_own: frozenset[type[Event]] = frozenset()

    def __init__(self, seat: str, acts: Iterable[Action] = ()) -> None:
        """Take a seat with the acts to replay."""
        self.seat = seat
        self._left = deque(act for act in acts if act.seat == seat)

    @property
    def left(self) -> int:
        """How many acts are still to come."""
        return len(self._left)

    @property
    def next(self) -> Action | None:
        """The act that comes next, None when all are done."""
        return self._left[0] if self._left else None

    def hear(self, event: Event) -> None:
        """Hear, and make nothing of it: the record knows what comes."""

    def choose(self, view: View, docket: Docket, chance: Stream) -> Action:
        """Return the next act of the record if it is lawful now, else pass and keep it."""
        if self._left and self._left[0] in docket:
            return self._left.popleft()
        return passing(self.seat, docket)

    def interpose(self, view: View, docket: Docket, chance: Stream) -> Action | None:
        """Return the next act of the record if it is a challenge or a point and lawful now."""
        if self._left and isinstance(self._left[0], Challenge | RaisePoint) and self._left[0] in docket:
            return self._left.popleft()
        return None
