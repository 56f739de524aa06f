"""A slip with a question and a few answers, such as what to do with words that were not handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from game.screens.pieces.fields import Choices
from game.screens.pieces.literal import words
from game.screens.pieces.sheet import Slip


class Asking(Slip[str]):
    """One question; Escape gives no answer, and nothing is done."""

    CSS_PATH = "asking.tcss"
    GUIDE: ClassVar[str] = "Choose an answer with the arrows and Enter. Escape goes back and nothing is done."
    AUTO_FOCUS = "#answers"

    def __init__(self, title: str, question: str, answers: Sequence[tuple[str, str]]) -> None:
        """Ask; `answers` are (value, text), the safest first."""
        super().__init__()
        self._title, self._question, self._answers = title, question, tuple(answers)

    def compose(self) -> ComposeResult:
        """Yield question and answers."""
        with Vertical(classes="slip") as slip:
            slip.border_title = words(self._title)
            slip.border_subtitle = "Enter: choose   Escape: back"
            yield Static(words(self._question), id="question", markup=False)
            yield Choices("", self._answers, id="answers")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the answer."""
        event.stop()
        self.dismiss(self._answers[event.option_index][0])
