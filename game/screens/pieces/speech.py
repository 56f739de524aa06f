"""A slip that asks a delegation for its own words; Escape takes back the act, Enter hands it in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from game.plain import clean
from game.screens.pieces.sheet import Slip

LONGEST = 400
"""Characters a person may say in one act."""


class Speech(Slip[str]):
    """One line of a person's own words."""

    CSS_PATH = "speech.tcss"
    GUIDE: ClassVar[str] = (
        "Write what your delegation says, in one or two sentences, and press Enter. Escape takes the act "
        "back."
    )

    def __init__(self, question: str, title: str = "In your own words", *, hidden: bool = False) -> None:
        """Ask a question; a `hidden` answer is not shown while it is typed."""
        super().__init__()
        self._question = question
        self._title = title
        self._hidden = hidden

    def compose(self) -> ComposeResult:
        """Yield the question and a line to write on."""
        with Vertical(classes="slip") as slip:
            slip.border_title = self._title
            slip.border_subtitle = "Enter: done   Escape: back"
            yield Static(self._question, markup=False)
            yield Input(max_length=LONGEST, select_on_focus=False, password=self._hidden)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand in the words, made plain."""
        event.stop()
        self.dismiss(clean(event.value, limit=LONGEST))
