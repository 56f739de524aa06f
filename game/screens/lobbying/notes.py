"""A private note to another delegation. Copy me: the shortest of the sheets on which an act is composed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from game.screens.council import Council
from game.screens.pieces.composer import Composer, chosen, seats
from game.screens.pieces.fields import Choices, Pen
from game.session.actions import Action, SendNote


class NoteSheet(Composer):
    """A note being written; gives back a SendNote."""

    HEADING = "A private note"
    HAND_IN = "Pass the note"
    GUIDE: ClassVar[str] = (
        "A note is read by the delegation it is passed to and by nobody else; it binds nobody. Choose to "
        "whom, write, and "
        "press Ctrl+S. Ctrl+J begins a new line."
    )

    def __init__(self, council: Council, seat: str, to: str = "", text: str = "") -> None:
        """Take a sheet of paper, perhaps addressed already."""
        super().__init__(council, seat)
        self._to, self._text = to, text

    def fields(self) -> ComposeResult:
        """Yield addressee and words."""
        rows = seats(self.council, self.seat)
        at = next((i for i, (code, _) in enumerate(rows) if code == self._to), 0)
        with Horizontal(classes="fields"):
            yield Choices("To", rows, chosen=at, id="to")
            yield Pen("What do you write?", self._text, id="words")

    def on_mount(self) -> None:
        """Go on to the words where the sheet is addressed already."""
        super().on_mount()
        if self._to:
            self.query_one("#words", Pen).focus()

    def act(self) -> Action | None:
        """Return the note."""
        to, text = chosen(self, "to"), self.query_one("#words", Pen).words
        return SendNote(self.seat, to, text) if isinstance(to, str) and text else None

    def wanting(self) -> str:
        """Say what is missing."""
        return "Choose to whom, and write something."
