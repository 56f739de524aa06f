"""A report of the author's toolkit on a leaf of its own: plain lines with their headings set off.

Sentences are broken where the leaf ends; lines with columns are not, for them the leaf moves sideways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.widgets import Static

from game.screens.pieces.literal import literally

_COLUMNS = re.compile(r"\S {2,}\S")
LEAST = 40
"""Columns for which a report is written at the least."""


class Report(ScrollableContainer):
    """A leaf with a report."""

    DEFAULT_CSS = """
    Report { border: round $border-blurred; border-title-color: $primary; scrollbar-size: 1 1; padding: 0 1; }
    Report:focus { border: round $border; }
    Report > Static { width: auto; text-wrap: nowrap; }
    Report.-remark > Static { width: 100%; text-wrap: wrap; color: $quiet; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with an empty leaf."""
        super().__init__(id=id)
        self._lines: tuple[str, ...] = ()
        self._broken_at = 0

    def compose(self) -> ComposeResult:
        """Yield the room for the lines."""
        yield Static(markup=False)

    @property
    def room(self) -> int:
        """Columns that a line may take; 0 while the leaf lies under another."""
        wide = self.outer_size.width - self.gutter.width - 1
        return max(LEAST, wide) if self.size.width else 0

    def lay_out(self, lines: Sequence[str], *, keep: bool = False) -> None:
        """Show other lines, from the first on, or where the leaf stands if it is to `keep` its place."""
        self._lines = tuple(lines)
        self._print()
        if not keep:
            self.scroll_home(animate=False)

    def say(self, text: str) -> None:
        """Show one remark instead of lines."""
        self._lines = ()
        self.set_class(True, "-remark")
        self.query_one(Static).update(Content(literally(text)))

    def on_resize(self, event: events.Resize) -> None:
        """Break sentences anew for another width."""
        if self._lines and self.room not in (0, self._broken_at):
            self._print()

    def _print(self) -> None:
        self._broken_at = room = self.room
        self.set_class(False, "-remark")
        following = (*self._lines[1:], "")
        rows = [x for pair in zip(self._lines, following, strict=True) for x in _rows(*pair, room)]
        self.query_one(Static).update(Content("\n").join(rows))


def _rows(line: str, following: str, room: int) -> Iterator[Content]:
    """A line as it is shown; one with others set in below it is their heading."""
    heads = bool(line) and not line.startswith(" ") and following.startswith("  ")
    text = literally(line)
    broken = [text]
    if room and len(text) > room and not _COLUMNS.search(text):
        indent = " " * (len(text) - len(text.lstrip()))
        broken = wrap(text.lstrip(), room, initial_indent=indent, subsequent_indent=f"{indent}  ")
    yield from (Content.styled(row, "bold $primary" if heads else "") for row in broken)
