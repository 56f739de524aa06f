"""The wire: what everybody reads when a new stage of the crisis opens. Copy me: the shortest screen of the
house.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from game.prose.minutes import line
from game.prose.names import day
from game.screens.council import Council
from game.screens.pieces.board import Board
from game.screens.pieces.literal import literally, words
from game.screens.pieces.sheet import Sheet
from game.session.events import (
    ClauseLapsed,
    ComplianceDecided,
    Event,
    HappeningOccurred,
    PatronReacted,
    PledgeArrived,
    StageOpened,
)
from game.session.views import View

NEWS = (HappeningOccurred, ComplianceDecided, ClauseLapsed, PledgeArrived, PatronReacted)


class WireRoom(Sheet[None]):
    """The news of a stage."""

    CSS_PATH = "wire.tcss"
    GUIDE: ClassVar[str] = (
        "The date has moved on. Here is what everybody knows: the dispatches, what happened in the world "
        "because of what the Council did or did not do, and how the crisis stands. ▲ more is better, ▼ less "
        "is better."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,escape", "on", "Go on", key_display="Enter")
    ]
    AUTO_FOCUS = "#wire"

    def __init__(self, council: Council) -> None:
        """Show the stage now open."""
        super().__init__()
        self._council = council
        self._view = council.view("")

    def compose(self) -> ComposeResult:
        """Yield date, dispatches, happenings and measures."""
        stage = self._view.stage
        yield Static(
            words(f"{day(stage.date)} · {stage.title}" if stage else ""), id="dateline", markup=False
        )
        with Horizontal(id="room"):
            with VerticalScroll(id="wire") as wire:
                wire.border_title = "The wire"
                yield Static(dispatches(self._view), markup=False)
                if news := self._news():
                    yield Static("\nSince the last meeting", classes="heading", markup=False)
                    yield Static(words("\n".join(f"· {text}" for text in news)), markup=False)
            with Vertical(id="measures") as measures:
                measures.border_title = "How the crisis stands"
                yield Board(id="tracks")
                yield Static("\nCollective security", classes="heading", markup=False)
                yield Board(id="security", terms=True, tracks=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the boards."""
        super().on_mount()
        for board in self.query(Board):
            board.show(self._view)

    def _news(self) -> list[str]:
        """Return the public news of this stage: what occurred since the one before it was opened."""
        recent: list[Event] = []
        stages = 0
        for event in reversed(self._council.record_for("")):
            stages += isinstance(event, StageOpened)
            if stages == 2:
                break
            if isinstance(event, NEWS):
                recent.append(event)
        said = (line(event, self._council.scenario) for event in reversed(recent))
        return [text for text in said if text]

    def action_on(self) -> None:
        """Put the wire down."""
        self.dismiss(None)


def dispatches(view: View) -> Content:
    """Return the stage's dispatches, each with the place it comes from."""
    if view.stage is None:
        return Content("")
    parts: list[Content] = []
    for wire in view.stage.wire:
        place = literally(wire.place).upper()
        parts.append(Content.assemble((f"{place} — " if place else "", "bold"), literally(wire.text)))
    return Content("\n\n").join(parts)
