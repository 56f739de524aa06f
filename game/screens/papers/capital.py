"""A cable to one's capital that asks it to loosen a red line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from game.screens.pieces.composer import Composer, chosen
from game.screens.pieces.fields import Choices
from game.session.actions import Action, AskCapital


class CapitalSheet(Composer):
    """A plea to one's capital; gives back an AskCapital."""

    HEADING = "A cable to your capital"
    HAND_IN = "Send the cable"
    GUIDE: ClassVar[str] = (
        "Your instructions draw red lines. Some of them your capital may loosen when you ask; asking costs "
        "standing, and "
        "it answers once. A firm line it will not discuss."
    )

    def fields(self) -> ComposeResult:
        """Yield the red lines."""
        brief = self.view.brief
        refused = self.view.papers.refused
        rows = [
            (r.id, r.text + (" (refused)" if r.id in refused else " (firm)" if r.firm else ""))
            for r in (brief.red_lines if brief else ())
        ]
        first = next((i for i, (_, text) in enumerate(rows) if not text.endswith(")")), 0)
        with Horizontal(classes="fields"):
            yield Choices("Loosen this red line", rows, chosen=first, id="line")

    def act(self) -> Action | None:
        """Return the plea."""
        line = chosen(self, "line")
        return AskCapital(self.seat, line) if isinstance(line, str) else None

    def wanting(self) -> str:
        """Say what is missing."""
        return "Your instructions draw no red line."
