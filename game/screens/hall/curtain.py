"""The curtain between delegations: nothing of the last seat is left, and the next one says that it is here.

When it falls, every other screen has been thrown away with its widgets, scroll-back and undo; notifications
are cleared and the clipboard emptied. What it shows itself, anybody may read. The director's own papers lie
behind one too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle
from textual.widgets import Footer, Input, Static

from game.prose.names import official, short, the
from game.screens.pieces.literal import words
from game.screens.pieces.locks import DIRECTOR, LONGEST, opens
from game.screens.pieces.seating import now
from game.screens.pieces.sheet import Sheet

if TYPE_CHECKING:
    from game.screens.usher import Usher

PATIENCE = 3
"""Wrong numbers in a row after which the curtain says what can be done about a lost one."""
PAUSE = 1.0
"""Seconds a second wrong number is made to wait; each further one as long again, up to LONGEST_PAUSE."""
LONGEST_PAUSE = 8.0
DIRECTED = "The director alone looks: here lies what is in store for the Council. Everybody else looks away."


class Curtain(Sheet[bool]):
    """Pass the keyboard; gives back whether the curtain was lifted."""

    CSS_PATH = "curtain.tcss"
    GUIDE: ClassVar[str] = (
        "The curtain hides one delegation's papers from the next. Pass the keyboard to the delegation named; "
        "the others look away. If its seat has a number of its own (PIN), it is asked for here. A number "
        "that is lost can be lifted only by the director, who hands the seat over anew (F4)."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "lift", "We are here"),
        Binding("escape", "leave", "Back to the table"),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, usher: Usher, seat: str, *, apart: bool = False) -> None:
        """Lower the curtain before a seat (the empty one: the director); `apart` if it is not its turn."""
        super().__init__()
        self._usher = usher
        self._seat = seat
        self._may_leave = apart or seat == DIRECTOR

    def compose(self) -> ComposeResult:
        """Yield whom to pass the keyboard to, and why."""
        names = self._usher.council.scenario
        director = self._seat == DIRECTOR
        whom = "the director" if director else short(names, self._seat)
        formal = "" if director else official(names, self._seat)
        with Middle(id="curtain"):
            yield Static("Pass the keyboard to", id="pass", markup=False)
            yield Static(words(whom.upper()), id="whom", markup=False)
            yield Static(words("" if formal == whom else formal), id="official", markup=False)
            with Center():
                yield Static(words(DIRECTED if director else self._purpose()), id="purpose", markup=False)
            if self._seat in self._usher.locks:
                asked = "Type the director's PIN" if director else "Type the seat's PIN"
                yield Static(f"{asked} and press Enter.", classes="asked", markup=False)
                with Center():
                    yield Input(password=True, max_length=LONGEST, id="pin", select_on_focus=False)
            else:
                yield Static("Press Enter when only you can see the screen.", classes="asked", markup=False)
        yield Footer(show_command_palette=False)

    def _purpose(self) -> str:
        whom = the(self._usher.council.scenario, self._seat)
        doing = now(self._usher.phase, self._usher.council.scenario.open.body)
        why = "a word out of turn for" if self._may_leave else "it is the turn of"
        return (
            f"{doing}: {why} {whom}. Behind this curtain lie its own instructions, notes "
            "and deals. Everybody else looks away now."
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nobody pass by a curtain but where it was lowered on somebody's own wish."""
        if action == "leave" and not self._may_leave:
            return False
        return super().check_action(action, parameters)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Compare the number."""
        event.stop()
        self.action_lift()

    def action_lift(self) -> None:
        """Lift the curtain, if the number is right or none is asked for."""
        lock = self._usher.locks.get(self._seat)
        if lock is not None:
            field = self.query_one("#pin", Input)
            given, field.value = field.value, ""
            if field.disabled or not given:
                return
            if not opens(given, lock):
                self._refuse(field)
                return
        self._usher.wrong.pop(self._seat, None)
        self.dismiss(True)

    def _refuse(self, field: Input) -> None:
        """Say kindly that the number is wrong, and let a little time pass before the next one."""
        wrong = self._usher.wrong[self._seat] = self._usher.wrong.get(self._seat, 0) + 1
        say = "That is not the number of this seat. Please try again."
        if wrong >= PATIENCE:
            say += "\n" + self._lost()
        self.query_one(".asked", Static).update(say)
        wait = min((wrong - 1) * PAUSE, LONGEST_PAUSE)
        if wait > 0:
            field.disabled = True
            field.placeholder = "a moment …"
            self.set_timer(wait, self._again)

    def _lost(self) -> str:
        if self._seat == DIRECTOR:
            return "Ask whoever set up the sitting."
        if self._usher.directed:
            return "Is it lost? The director may hand this seat over anew (F4); then no number is asked for."
        return "Ask whoever set up the sitting; it has no director who could hand the seat over."

    def _again(self) -> None:
        field = self.query_one("#pin", Input)
        field.disabled = False
        field.placeholder = ""
        field.focus()

    def action_leave(self) -> None:
        """Go back to the table as it was."""
        self.dismiss(False)
