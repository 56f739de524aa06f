"""A sheet of terminal cells to draw on: characters, the name of a style for each, and whose place it is.

It knows nothing of the Council and nothing of Textual; `horseshoe` draws on it, `table` turns it into strips.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len, set_cell_size


class Canvas:
    """Cells of `width` by `height`; each holds a character, a style's name and a seat's code (or none)."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._signs = [[" "] * width for _ in range(height)]
        self._styles = [[""] * width for _ in range(height)]
        self._seats = [[""] * width for _ in range(height)]

    def write(self, x: int, y: int, text: str, style: str = "", seat: str = "") -> None:
        """Write text from a cell to the right; what falls outside is lost, wide characters take two cells."""
        if not 0 <= y < self.height:
            return
        for sign in text:
            size = cell_len(sign)
            if size and x >= 0 and x + size <= self.width:
                self._signs[y][x] = sign
                for i in range(size):
                    self._styles[y][x + i] = style
                    self._seats[y][x + i] = seat
                if size == 2:
                    self._signs[y][x + 1] = ""
            x += size

    def free(self, x: int, y: int, width: int) -> bool:
        """Say whether cells are inside the sheet and still blank, with a blank on either side."""
        if not 0 <= y < self.height or x < 0 or x + width > self.width:
            return False
        return all(self._signs[y][i] == " " for i in range(max(0, x - 1), min(self.width, x + width + 1)))

    def seat_at(self, x: int, y: int) -> str:
        """Return whose place a cell is, or an empty text."""
        return self._seats[y][x] if 0 <= y < self.height and 0 <= x < self.width else ""

    def row(self, y: int) -> Iterator[tuple[str, str]]:
        """Yield a row as runs of text and the name of their style."""
        if not 0 <= y < self.height:
            return
        cells = zip(self._styles[y], self._signs[y], strict=True)
        for style, run in groupby(cells, key=lambda cell: cell[0]):
            yield "".join(sign for _, sign in run), style

    def text(self) -> str:
        """Return the whole sheet as plain lines, without spaces at their ends."""
        return "\n".join("".join(signs).rstrip() for signs in self._signs)


def shortened(text: str, width: int) -> str:
    """Return a text cut to so many cells, with an ellipsis if anything is lost."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""
