"""One document on a page of its own, as the Secretariat would print it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from game.prose.paper import Line
from game.screens.pieces.literal import literally
from game.screens.pieces.page import Page
from game.screens.pieces.sheet import Slip


class Printed(Slip[None]):
    """A printed page."""

    CSS_PATH = "printed.tcss"
    GUIDE: ClassVar[str] = (
        "The document as it would be printed. The arrows turn the page, Escape puts it down."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,p", "leave", "Back", show=False)]
    AUTO_FOCUS = "#leaf"

    def __init__(self, lines: Sequence[Line], title: str = "") -> None:
        """Lay out the lines of a document."""
        super().__init__()
        self._lines, self._title = tuple(lines), title

    def compose(self) -> ComposeResult:
        """Yield the page."""
        with VerticalScroll(id="leaf", classes="slip tall") as leaf:
            leaf.border_title = Content(literally(self._title))
            leaf.border_subtitle = "Escape: back"
            yield Page(self._lines)
