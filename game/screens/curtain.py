"""The curtain between delegations: nothing of the last seat is left, and the next one says that it is here.

When it falls, every other screen has been thrown away with its widgets, scroll-back and undo; notifications
are cleared and the clipboard emptied. What it shows itself, anybody may read.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle
from textual.widgets import Footer, Input, Static

from game.prose.names import official, short, the
from game.screens.literal import words
from game.screens.seating import PHASES
from game.screens.sheet import Sheet

if TYPE_CHECKING:
    from game.screens.usher import Usher

PATIENCE = 3
"""Wrong numbers in a row after which the curtain says to call the teacher."""


class Curtain(Sheet[None]):
    """Pass the keyboard."""

    CSS_PATH = "curtain.tcss"
    GUIDE: ClassVar[str] = (
        "The curtain hides one delegation's papers from the next. Pass the keyboard to the delegation named; "
        "the others look away. If its seat has a number of its own (PIN), it is asked for here."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "lift", "We are here")]
    AUTO_FOCUS = "Input"

    def __init__(self, usher: Usher, seat: str) -> None:
        """Lower the curtain before a seat's turn."""
        super().__init__()
        self._usher = usher
        self._seat = seat
        self._wrong = 0

    def compose(self) -> ComposeResult:
        """Yield whom to pass the keyboard to, and why."""
        scenario = self._usher.council.scenario
        with Middle(id="curtain"):
            yield Static("Pass the keyboard to", id="pass", markup=False)
            yield Static(words(short(scenario, self._seat).upper()), id="whom", markup=False)
            formal = official(scenario, self._seat)
            yield Static(
                words("" if formal == short(scenario, self._seat) else formal), id="official", markup=False
            )
            with Center():
                yield Static(words(self._purpose()), id="purpose", markup=False)
            if self._seat in self._usher.pins:
                yield Static("Type the seat's PIN and press Enter.", classes="asked", markup=False)
                with Center():
                    yield Input(password=True, max_length=12, id="pin", select_on_focus=False)
            else:
                yield Static("Press Enter when only you can see the screen.", classes="asked", markup=False)
        yield Footer(show_command_palette=False)

    def _purpose(self) -> str:
        phase = PHASES[self._usher.phase]
        whom = the(self._usher.council.scenario, self._seat)
        return (
            f"{phase}: it is the turn of {whom}. Behind this curtain lie its own instructions, notes "
            "and deals. Everybody else looks away now."
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Compare the number."""
        event.stop()
        self.action_lift()

    def action_lift(self) -> None:
        """Lift the curtain, if the number is right or none is asked for."""
        pin = self._usher.pins.get(self._seat)
        if pin is not None:
            field = self.query_one("#pin", Input)
            given, field.value = field.value, ""
            if not compare_digest(given.encode(), pin.encode()):
                self._wrong += 1
                say = "That is not the number of this seat."
                if self._wrong >= PATIENCE:
                    say += " Ask whoever set up the sitting."
                self.query_one(".asked", Static).update(say)
                return
        self.dismiss(None)
