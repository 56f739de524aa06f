"""A pledge before the Council: troops, funds or compliance, and how much of what one has."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from game.screens.pieces.composer import Composer, chosen
from game.screens.pieces.fields import Choices
from game.session.actions import Action, Pledge

SHARES = ((0.25, "a quarter"), (0.5, "half"), (0.75, "three quarters"), (1.0, "all of it"))


class PledgeSheet(Composer):
    """A pledge being made; gives back a Pledge."""

    HEADING = "A pledge"
    HAND_IN = "Make the pledge"
    GUIDE: ClassVar[str] = (
        "The Council has no forces of its own: it depends on what Members promise, and promises arrive "
        "late. Choose what "
        "you pledge and how much of what your capital has given you. A pledge is public."
    )

    def fields(self) -> ComposeResult:
        """Yield what and how much."""
        brief = self.view.brief
        capacity = brief.capacity if brief else {}
        known = {kind.id: kind for kind in self.view.open.pledges}
        rows = [
            (id, f"{known[id].title}: {amount:g} {known[id].unit}".rstrip())
            for id, amount in capacity.items()
            if id in known
        ]
        with Horizontal(classes="fields"):
            yield Choices("You have", rows, id="kind")
            yield Choices("You pledge", SHARES, chosen=len(SHARES) - 1, id="share")

    def act(self) -> Action | None:
        """Return the pledge."""
        kind, share = chosen(self, "kind"), chosen(self, "share")
        return Pledge(self.seat, kind, share) if isinstance(kind, str) and isinstance(share, float) else None

    def wanting(self) -> str:
        """Say what is missing."""
        return "Your capital has given you nothing to pledge."
