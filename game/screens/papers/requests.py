"""Two sheets of the Council's rarer business: a meeting asked for, and a vote explained after the result."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from game.screens.pieces.composer import Composer, chosen
from game.screens.pieces.fields import Choices, Pen
from game.session.actions import Action, ExplainVote, RequestMeeting
from game.session.state import Phase

OWN = "own"


class RequestSheet(Composer):
    """A request for a meeting or for an item on its agenda; gives back a RequestMeeting."""

    HEADING = "A request for a meeting"
    HAND_IN = "Ask for it"
    GUIDE: ClassVar[str] = (
        "One member's request is enough, and the President cannot refuse it (rule 2). Between meetings you "
        "ask that something be put on the agenda; during one you ask for another at the same date. Choose "
        "what it is to take up, or name it in your own words. Others may object when the meeting opens."
    )

    def fields(self) -> ComposeResult:
        """Yield what the meeting is to take up."""
        rows: list[tuple[str, str]] = [
            (x.id, x.title) for x in self.view.open.items if not x.brought_by or self.seat in x.brought_by
        ]
        if self.view.chamber.phase is not Phase.RECESS:
            rows.append(("", "Nothing new: the same question again"))
        rows.append((OWN, "An item in my own words"))
        yield Choices("It is to take up", rows, id="item")
        yield Pen("The item in your own words, in one line", id="words")

    def act(self) -> Action | None:
        """Return the request."""
        item, text = chosen(self, "item"), self.query_one("#words", Pen).words
        if item == OWN:
            return RequestMeeting(self.seat, words=text) if text else None
        return RequestMeeting(self.seat, str(item or ""))

    def wanting(self) -> str:
        """Say what is missing."""
        return "Name the item in your own words."


class ExplanationSheet(Composer):
    """An explanation of a vote already cast; gives back an ExplainVote."""

    HEADING = "An explanation of vote"
    HAND_IN = "Explain"
    GUIDE: ClassVar[str] = (
        "Once the result is declared you may say why you voted as you did. The vote itself stands: nobody "
        "may change it after the result. Write, and press Ctrl+S."
    )

    def fields(self) -> ComposeResult:
        """Yield the words."""
        yield Pen("Why did you vote so?", id="words")

    def act(self) -> Action | None:
        """Return the explanation."""
        text = self.query_one("#words", Pen).words
        return ExplainVote(self.seat, text) if text else None

    def wanting(self) -> str:
        """Say what is missing."""
        return "Say why you voted so."
