"""What every delegate answers to: the one face the sitting sees, whoever sits in the chair.

A delegate is shown a seat's view and its docket of lawful acts and nothing else. It must never hold the
state, another seat's view, or chance of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.session.actions import Action
from game.session.chance import Stream
from game.session.events import Event
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Delegate(Protocol):
    """One scripted player in one seat."""

    seat: str
    heeds: frozenset[type[Event]]
    """Kinds of events the delegate takes note of, whoever's doing they are."""
    heeds_own: frozenset[type[Event]]
    """Kinds of events it takes note of when its own seat did them; it need not be told of any others."""

    def hear(self, event: Event) -> None:
        """Take note of something that happened; only events the seat may know are told."""

    def choose(self, view: View, docket: Docket, chance: Stream) -> Action:
        """Return the act the seat takes now; it is in the docket, or as lawful as one that is."""

    def interpose(self, view: View, docket: Docket, chance: Stream) -> Action | None:
        """Return a challenge or a point of order out of turn, or None to let the matter pass."""
