"""A slip that is filled in field after field; words written on it are not thrown away without asking."""

from __future__ import annotations

from typing import ClassVar

from textual.widgets import OptionList

from game.screens.pieces.asking import Asking
from game.screens.pieces.fields import Pen
from game.screens.pieces.sheet import Answer, Slip


class Form(Slip[Answer]):
    """Fields to go through; the subclasses say which, and what is to be done with them."""

    AUTO_FOCUS = "Choices, Pen"
    UNKEPT: ClassVar[str] = ""
    """What is said of words that would be thrown away."""

    def written(self) -> bool:
        """Say whether there are words that would be lost."""
        return any(pen.words for pen in self.query(Pen))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on to the next field."""
        event.stop()
        self.focus_next()

    def on_pen_finished(self, event: Pen.Finished) -> None:
        """Go on to the next field."""
        event.stop()
        self.focus_next()

    def action_leave(self) -> None:
        """Go back; words that were written are not thrown away without asking."""
        if not self.written():
            self.dismiss(None)
            return

        def answered(answer: str | None) -> None:
            if answer == "tear":
                self.dismiss(None)

        answers = (("write", "Go on writing"), ("tear", "Throw the words away"))
        self.app.push_screen(Asking("Your words", self.UNKEPT, answers), answered)
