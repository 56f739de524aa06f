"""Since you last sat: what happened, as far as this seat may know it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from game.prose.minutes import line
from game.prose.names import day, short
from game.screens.pieces.literal import titled, words
from game.screens.pieces.seating import now
from game.screens.pieces.sheet import Sheet

if TYPE_CHECKING:
    from game.screens.council import Council
    from game.screens.usher import Usher

MANY = 200
"""Entries shown at most; the record in the chamber has the rest."""


def standing(council: Council) -> str:
    """Return one public line on where a sitting stands."""
    view = council.view("")
    stage = f"{day(view.stage.date)} · {view.stage.title} · " if view.stage else ""
    return f"{stage}{now(view.chamber.phase, view.open.body)}"


def latest(council: Council, most: int = 12) -> list[str]:
    """Return the last public lines of the record, oldest first."""
    said = (line(event, council.scenario) for event in council.record_for("")[-most * 6 :])
    return [text for text in said if text][-most:]


def news_for(usher: Usher, seat: str) -> list[str]:
    """Return what happened since a seat last sat, as lines it may read, oldest first."""
    council = usher.council
    known = council.record_for(seat, usher.heard.get(seat, 0))
    said = [line(event, council.scenario) for event in known]
    return [text for text in said if text][-MANY:]


class Digest(Sheet[None]):
    """The digest before a delegation takes the floor again."""

    CSS_PATH = "digest.tcss"
    GUIDE: ClassVar[str] = (
        "What happened since this delegation last sat at the keyboard, and what only it may know."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,escape", "on", "To the table", key_display="Enter")
    ]
    AUTO_FOCUS = "#news"

    def __init__(
        self,
        council: Council,
        seat: str,
        lines: Sequence[str],
        *,
        title: str = "Since you last sat",
        remarks: Sequence[str] = (),
    ) -> None:
        """Show lines to a seat, or to everybody (the empty seat), under a title; `remarks` stand out."""
        super().__init__()
        self._council, self._seat, self._lines = council, seat, tuple(lines)
        self._title, self._remarks = title, tuple(remarks)

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        with VerticalScroll(id="news") as news:
            whom = short(self._council.scenario, self._seat) if self._seat else "everybody"
            news.border_title = titled(self._title)
            news.border_subtitle = titled(f"for {whom}")
            if self._remarks:
                yield Static(
                    words("\n".join(f"! {text}" for text in self._remarks)), id="remarks", markup=False
                )
            yield Static(words("\n".join(f"· {text}" for text in self._lines)), markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the latest first."""
        super().on_mount()
        self.query_one("#news", VerticalScroll).scroll_end(animate=False)

    def action_on(self) -> None:
        """Go on to the table."""
        self.dismiss(None)
