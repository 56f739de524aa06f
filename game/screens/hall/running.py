"""The running record: one plain line for everything that happened and that this seat may know."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from rich.text import Text
from textual import events
from textual.widgets import Log

from game.prose.minutes import line
from game.screens.pieces.literal import literally
from game.session.events import Event, StageOpened
from game.session.scenario import Scenario

KEPT = 400
"""How many entries the chamber keeps at hand; the whole record is in the save."""


class Running(Log):
    """The record as it grows; entries hang from their first line and are wrapped anew for another width."""

    def __init__(self, scenario: Scenario, *, id: str | None = None) -> None:
        """Begin an empty record."""
        super().__init__(highlight=False, max_lines=KEPT * 8, auto_scroll=True, id=id)
        self._scenario = scenario
        self._entries: deque[str] = deque(maxlen=KEPT)
        self._room = 0

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries at hand, oldest first."""
        return tuple(self._entries)

    def hear(self, occurred: Iterable[Event]) -> None:
        """Write what happened."""
        fresh: list[str] = []
        for event in occurred:
            text = line(event, self._scenario)
            if text:
                text = literally(text)
                fresh.append(f"── {text}" if isinstance(event, StageOpened) else f"· {text}")
        if not fresh:
            return
        self._entries.extend(fresh)
        if self._room:
            self.write_lines([row for entry in fresh for row in self._wrapped(entry)])

    def start_over(self, occurred: Iterable[Event]) -> None:
        """Write the record anew, as after an undo."""
        self._entries.clear()
        self.clear()
        self.hear(occurred)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew for another width, and show the latest in a window of any size."""
        width = event.size.width - 4
        if width > 4 and width != self._room:
            self._room = width
            self.clear()
            self.write_lines([row for entry in self._entries for row in self._wrapped(entry)])
        self.call_after_refresh(self.scroll_end, animate=False)

    def _wrapped(self, entry: str) -> list[str]:
        rows = Text(entry).wrap(self.app.console, max(8, self._room - 2))
        return [(row.plain if i == 0 else f"  {row.plain}").rstrip() for i, row in enumerate(rows)]
