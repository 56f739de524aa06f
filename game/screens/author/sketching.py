"""A crisis of one's own is begun: its name and five questions, and the rest is filled in from what is known.

What may be answered is judged by the toolkit, which writes the files; here is only the form.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from game.places import PlaceError
from game.plain import clean
from game.screens.author.toolkit import Toolkit
from game.screens.pieces.literal import literally
from game.screens.pieces.sheet import Slip

LONGEST = 100
QUESTIONS = {
    "id": ("Its name", "such as suez-1956"),
    "title": ("What is it called?", "Crisis of its year"),
    "day": ("When does it begin?", "such as 1956-10-30 or 1956"),
    "accused": ("Of whom is complained?", "such as GBR; empty: invented"),
    "applicant": ("Who complains?", "such as EGY; empty: invented"),
    "matter": ("What is complained of?", "an armed attack"),
}
"""Each question with an example, or what stands there if it is left empty."""


class Sketch(Slip[Path]):
    """The form; gives back the folder of the crisis that was written."""

    CSS_PATH = "sketching.tcss"
    GUIDE: ClassVar[str] = (
        "Five questions and a name. The Council of that day, its presidency, the shares of power and trade "
        "and the nearness of States in the Assembly's votes are filled in; all that you must write yourself "
        "says so. Enter goes on to the next line, Ctrl+S writes the crisis into your own folder."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "write", "Write it", priority=True),
        Binding("enter", "next", "Next line", priority=True, show=False),
    ]
    AUTO_FOCUS = "#id"

    def __init__(self, toolkit: Toolkit) -> None:
        """Lay out an empty form."""
        super().__init__()
        self._toolkit = toolkit

    def compose(self) -> ComposeResult:
        """Yield the questions, each with a line to answer on."""
        with VerticalScroll(classes="slip", can_focus=False) as slip:
            slip.border_title = "A crisis of your own"
            slip.border_subtitle = "Ctrl+S: write it   Escape: back"
            for id, (question, example) in QUESTIONS.items():
                with Horizontal(classes="question"):
                    yield Static(question, markup=False)
                    yield Input(id=id, placeholder=example, max_length=LONGEST, compact=True)
            with Vertical(id="law"):
                yield Static(id="word", markup=False)

    def action_next(self) -> None:
        """Go on to the next line at once, so that keys typed fast land there; from the last one, write."""
        if self.focused is self.query_one(f"#{list(QUESTIONS)[-1]}"):
            self.action_write()
        else:
            self.focus_next()

    def action_write(self) -> None:
        """Write the crisis, once every key typed so far has come to its line."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        self.write({id: clean(self.query_one(f"#{id}", Input).value, limit=LONGEST) for id in QUESTIONS})

    @work(exclusive=True, group="write")
    async def write(self, answers: dict[str, str]) -> None:
        """Write beside the screen; say what is wrong with an answer."""
        self._say("Writing …", "$quiet")
        try:
            folder = await asyncio.to_thread(self._toolkit.begin, answers)
        except (ValueError, PlaceError) as fault:
            self._say(str(fault), "bold $warning")
            return
        self.dismiss(folder)

    def _say(self, text: str, style: str) -> None:
        self.query_one("#word", Static).update(Content.styled(literally(text), style))
