"""The aimless delegate: any lawful act, each as likely; a baseline, and a fuzzer of the rules.

It has no memory and no reasons; it must draw from the chance it is given and from nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.actions import Action
from game.session.chance import Stream
from game.session.events import Event
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket

_INTERRUPTS = 0.1
"""How often it takes an occasion to interpose."""


class Aimless:
    """Does anything."""

    __slots__ = ("seat",)
    heeds: frozenset[type[Event]] = frozenset()
    heeds_own: frozenset[type[Event]] = frozenset()

    def __init__(self, seat: str) -> None:
        """Take a seat."""
        self.seat = seat

    def hear(self, event: Event) -> None:
        """Hear, and make nothing of it."""

    def choose(self, view: View, docket: Docket, chance: Stream) -> Action:
        """Return any act of the docket."""
        return chance.choice(tuple(docket))

    def interpose(self, view: View, docket: Docket, chance: Stream) -> Action | None:
        """Now and then return any act of the docket."""
        acts = tuple(docket)
        return chance.choice(acts) if acts and chance.roll(_INTERRUPTS) else None
