"""The text on a desk, printed as the document it would be, in which each clause can be pointed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.prose.paper import Line
from game.rules.bodies import BODIES
from game.screens.pieces.page import rows

HEADS = frozenset(f"The {body.organ}," for body in BODIES.values())
"""The lines with which the text itself begins."""
TALL = 20
"""Rows from which the document's head is printed too."""


class Paragraphs(OptionList):
    """A printed text in which clauses can be pointed at; in the margin + is new, − struck out, ⚠ doubtful."""

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with a blank sheet."""
        super().__init__(id=id, markup=False)
        self._page: tuple[Line, ...] = ()
        self._marks: Mapping[int, str] = {}
        self._places: list[int] = []
        self._fit = (0, False)

    @property
    def place(self) -> int:
        """The place (from 0) of the clause under the cursor, -1 for none."""
        at = self.highlighted
        return self._places[at] if at is not None and at < len(self._places) else -1

    def lay_out(self, lines: Sequence[Line], marks: Mapping[int, str], place: int = -1) -> None:
        """Print a document, with marks by clause, and point at a clause."""
        self._page, self._marks = tuple(lines), marks
        self._print(place)

    def on_resize(self, event: events.Resize) -> None:
        """Print anew for another width."""
        if self._fit != (self.scrollable_content_region.width, self.size.height >= TALL):
            self._print(self.place)

    def _print(self, place: int) -> None:
        width, tall = self.scrollable_content_region.width, self.size.height >= TALL
        self._fit = (width, tall)
        if width < 12:
            return
        shown = self._page if tall else self._without_head()
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self._places = [line.clause for line in shown]
            self.add_options([Option(self._paragraph(x, width), disabled=x.clause < 0) for x in shown])
            known = [i for i, at in enumerate(self._places) if at >= 0]
            self.highlighted = next(
                (i for i in known if self._places[i] == place), known[-1] if known else None
            )
        if self.highlighted is not None:
            self.scroll_to_highlight()

    def _without_head(self) -> tuple[Line, ...]:
        """The lines from `The Security Council,` on."""
        first = next((i for i, line in enumerate(self._page) if line.text in HEADS), 0)
        return self._page[first:]

    def _paragraph(self, line: Line, width: int) -> Content:
        printed = rows(line, max(10, width - 4))
        mark = self._marks.get(line.clause, "") if line.clause >= 0 else ""
        if mark == "−":
            printed = [row.stylize("strike", len(row.plain) - len(row.plain.lstrip())) for row in printed]
        margin = [(f"{mark:<2}" if i == 0 else "  ", "bold") for i in range(len(printed))]
        return Content("\n").join(Content.assemble(*pair) for pair in zip(margin, printed, strict=True))
