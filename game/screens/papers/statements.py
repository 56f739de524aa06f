"""A statement before the Council: a position on an issue, and words of one's own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from game.prose.names import short
from game.screens.council import Council
from game.screens.pieces.composer import Composer, chosen
from game.screens.pieces.fields import Choices, Pen
from game.screens.pieces.literal import words
from game.session.actions import Action, Speak

STANCES = (
    ("for", "for it"),
    ("against", "against it"),
    ("neutral", "neither for nor against"),
)


class StatementSheet(Composer):
    """A statement being written; gives back a Speak."""

    HEADING = "A statement before the Council"
    HAND_IN = "Make the statement"
    GUIDE: ClassVar[str] = (
        "What you say is public and on record. Choose the question you speak to and where your delegation "
        "stands on it: "
        "scripted delegations hear that. Your own words are for the people at the table and for the record; "
        "you may leave "
        "them out, or choose no question and only speak."
    )

    def __init__(self, council: Council, seat: str, issue: str = "", text: str = "") -> None:
        """Take a sheet of paper, perhaps with a question chosen already."""
        super().__init__(council, seat)
        self._issue, self._text = issue, text

    def fields(self) -> ComposeResult:
        """Yield issue, stance, what others have said, and words."""
        rows = [(i.id, i.title) for i in self.view.open.issues]
        rows.append(("", "On nothing in particular: only my words"))
        at = next((i for i, (id, _) in enumerate(rows) if id == self._issue and id), 0)
        with Horizontal(classes="fields"):
            yield Choices("You speak on", rows, chosen=at, id="issue")
            yield Choices("Your delegation is", STANCES, id="stance")
        yield Static(id="heard", classes="quiet", markup=False)
        yield Pen("In your own words (may stay empty)", self._text, id="words")

    def act(self) -> Action | None:
        """Return the statement."""
        issue, stance = chosen(self, "issue"), chosen(self, "stance")
        text = self.query_one("#words", Pen).words
        if issue:
            return Speak(self.seat, str(issue), str(stance), text)
        return Speak(self.seat, words=text) if text else None

    def wanting(self) -> str:
        """Say what is missing."""
        return "Choose a question to speak on, or say something in your own words."

    def weigh(self) -> None:
        """Say also what others have said on the issue."""
        super().weigh()
        if self.is_attached:
            self.query_one("#heard", Static).update(words(self._heard()))

    def _heard(self) -> str:
        issue = chosen(self, "issue")
        said = self.view.chamber.positions
        parts = []
        for stance, label in (("for", "for"), ("against", "against"), ("neutral", "neither")):
            who = [short(self.scenario, seat) for seat, on in said.items() if on.get(str(issue)) == stance]
            if who:
                parts.append(f"{label}: {', '.join(who)}")
        return (
            "Heard so far — " + "; ".join(parts)
            if parts
            else "Nobody has spoken on this yet."
            if issue
            else ""
        )
