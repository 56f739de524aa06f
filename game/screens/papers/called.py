"""Two sheets of a house's own usage: a few words when one is called, and a crisis note to the director."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from game.screens.pieces.composer import Composer, chosen, seats
from game.screens.pieces.fields import Choices, Pen
from game.session.actions import Action, SendCrisisNote, SpeakTo

SIDES = {"for": "for it", "against": "against it"}


class WordSheet(Composer):
    """A few words when called; gives back a SpeakTo."""

    HEADING = "You are called"
    HAND_IN = "Say it"
    GUIDE: ClassVar[str] = (
        "You are called for something short: to speak for or against a motion, to speak in a caucus, to ask "
        "or to answer, to reply, to explain your vote. The words may stay empty; the time limits them."
    )

    def fields(self) -> ComposeResult:
        """Yield the sides one may take, if there are sides, and the words."""
        spoken = [x for x in self.council.docket(self.seat).of(SpeakTo) if isinstance(x, SpeakTo)]
        sides = [(x.side, SIDES[x.side]) for x in spoken if x.side]
        if sides:
            yield Choices("You speak", sides, id="side")
        yield Pen("In your own words (may stay empty)", id="words")

    def act(self) -> Action | None:
        """Return the words."""
        side = str(chosen(self, "side") or "") if self.query("#side") else ""
        return SpeakTo(self.seat, side, self.query_one("#words", Pen).words)


class CrisisNoteSheet(Composer):
    """A crisis note, or a private directive with another delegation; gives back a SendCrisisNote."""

    HEADING = "A crisis note to the director"
    HAND_IN = "Send it"
    GUIDE: ClassVar[str] = (
        "A secret order: only you, whoever joins you, and the director may read it. The director decides "
        "what comes of it. A directive with another delegation waits until that delegation has joined."
    )

    def fields(self) -> ComposeResult:
        """Yield with whom it is sent, and the words."""
        rows: list[tuple[str, str]] = [("", "Alone"), *seats(self.council, self.seat)]
        with Horizontal(classes="fields"):
            yield Choices("Together with", rows, id="with")
            yield Pen("What do you order?", id="words")

    def act(self) -> Action | None:
        """Return the note."""
        other, text = str(chosen(self, "with") or ""), self.query_one("#words", Pen).words
        return SendCrisisNote(self.seat, text, (other,) if other else ()) if text else None

    def wanting(self) -> str:
        """Say what is missing."""
        return "Say what is to be done."
