"""A printed page on the screen: the lines of `prose.paper` as content of a given width."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static

from game.prose.paper import Line
from game.screens.pieces.literal import literally

STYLES = {"plain": "", "italic": "italic", "bold": "bold", "small": "$quiet"}
STEP = 4
"""Cells by which one step of indentation moves a line."""


class Page(Static):
    """A document as it would be printed, wrapped to the width it is given."""

    def __init__(self, lines: Iterable[Line] = (), *, id: str | None = None) -> None:
        """Begin with some lines."""
        super().__init__(id=id, markup=False)
        self._lines = tuple(lines)
        self._printed = 0

    def lay_out(self, lines: Iterable[Line]) -> None:
        """Print other lines."""
        self._lines = tuple(lines)
        self._printed = 0
        self._print()

    def on_resize(self) -> None:
        """Wrap anew for another width."""
        self._print()

    def _print(self) -> None:
        width = self.content_size.width
        if width > 8 and width != self._printed:
            self._printed = width
            self.update(Content("\n").join(row for line in self._lines for row in rows(line, width)))


def rows(line: Line, width: int) -> list[Content]:
    """Return one paragraph as rows of at most `width` cells, set to its side of the page."""
    text = Content.assemble(*((literally(span.text), STYLES[span.style]) for span in line.spans))
    indent = STEP * line.indent
    if not text.plain:
        return [Content("")]
    wrapped = _wrapped(text, width - indent)
    if line.side == "centre":
        return [row.center(width) for row in wrapped]
    if line.side == "right":
        return [row.pad_left(max(0, width - row.cell_length)) for row in wrapped]
    return [row.pad_left(indent) for row in wrapped]


def _wrapped(text: Content, width: int) -> list[Content]:
    return [row.rstrip() for row in text.wrap(max(8, width))]
