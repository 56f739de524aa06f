"""What went wrong, in sentences: a broken pack, a save that cannot be read, a disk that is full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from game.screens.pieces.literal import titled, words
from game.screens.pieces.sheet import Slip


class Trouble(Slip[None]):
    """One trouble and what to do about it."""

    CSS_PATH = "trouble.tcss"
    GUIDE: ClassVar[str] = "Something could not be done. Nothing that was acknowledged is lost."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Back", show=False)]
    AUTO_FOCUS = "#trouble"

    def __init__(self, title: str, sentences: Sequence[str]) -> None:
        """Say what went wrong."""
        super().__init__()
        self._title, self._sentences = title, tuple(sentences)

    def compose(self) -> ComposeResult:
        """Yield the sentences."""
        with VerticalScroll(id="trouble", classes="slip") as slip:
            slip.border_title = titled(self._title)
            slip.border_subtitle = "Enter: back"
            yield Static(words("\n".join(self._sentences)), markup=False)
