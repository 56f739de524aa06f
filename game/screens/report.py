"""A report of the author's toolkit on a leaf of its own: plain lines with their headings set off.

Lines longer than the leaf are not broken, for they are columns: the leaf moves sideways.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.widgets import Static

from game.screens.literal import literally


class Report(ScrollableContainer):
    """A leaf with a report."""

    DEFAULT_CSS = """
    Report { border: round $border-blurred; border-title-color: $primary; scrollbar-size: 1 1; padding: 0 1; }
    Report:focus { border: round $border; }
    Report > Static { width: auto; text-wrap: nowrap; }
    Report.-remark > Static { width: 100%; text-wrap: wrap; color: $quiet; }
    """

    def compose(self) -> ComposeResult:
        """Yield the room for the lines."""
        yield Static(markup=False)

    @property
    def room(self) -> int:
        """Columns that a line may take; 0 while the leaf lies under another."""
        wide = self.container_size.width - self.gutter.width - 1
        return max(40, wide) if self.size.width else 0

    def lay_out(self, lines: Sequence[str], *, keep: bool = False) -> None:
        """Show other lines, from the first on, or where the leaf stands if it is to `keep` its place."""
        rows = [_row(line, lines[i + 1] if i + 1 < len(lines) else "") for i, line in enumerate(lines)]
        self.set_class(False, "-remark")
        self.query_one(Static).update(Content("\n").join(rows))
        if not keep:
            self.scroll_home(animate=False)

    def say(self, text: str) -> None:
        """Show one remark instead of lines."""
        self.set_class(True, "-remark")
        self.query_one(Static).update(Content(literally(text)))


def _row(line: str, following: str) -> Content:
    """A line as content; one with others set in below it is their heading."""
    heads = bool(line) and not line.startswith(" ") and following.startswith("  ")
    return Content.styled(literally(line), "bold $primary" if heads else "")
