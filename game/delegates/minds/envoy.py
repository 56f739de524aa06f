"""The envoy: who speaks for a guest of the Council, saying once what the pack has it say when first heard.

It has no brief and no vote. It must never do more than a guest may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.delegates.counsel.passing import passing
from game.session.actions import Action, Speak
from game.session.chance import Stream
from game.session.events import Event, StatementMade
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Envoy:
    """Says its piece, and passes."""

    __slots__ = ("_spoken", "seat")
    heeds: frozenset[type[Event]] = frozenset()
    heeds_own: frozenset[type[Event]] = frozenset({StatementMade})

    def __init__(self, seat: str) -> None:
        """Take a guest's place, with nothing said yet."""
        self.seat = seat
        self._spoken = False

    def hear(self, event: Event) -> None:
        """Remember that the piece is said."""
        self._spoken = self._spoken or getattr(event, "seat", "") == self.seat

    def choose(self, view: View, docket: Docket, chance: Stream) -> Action:
        """Return the envoy's one statement, or let the turn go by."""
        words = next((p.heard for p in view.open.parties if p.code == self.seat), "")
        piece = Speak(self.seat, words=words)
        if words and not self._spoken and piece in docket:
            return piece
        return passing(self.seat, docket)

    def interpose(self, view: View, docket: Docket, chance: Stream) -> Action | None:
        """Return nothing: a guest raises no points."""
        return None
