"""How the crisis ended: the ending the sitting reached, in the pack's words, before the debrief."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from game.prose.names import day
from game.screens.council import Council
from game.screens.pieces.board import Board
from game.screens.pieces.literal import literally
from game.screens.pieces.sheet import Sheet


class EndingSheet(Sheet[None]):
    """The end of a sitting."""

    CSS_PATH = "ending.tcss"
    GUIDE: ClassVar[str] = "The crisis is over: this is what came of what the Council did and did not do."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,d", "debrief", "Debrief", key_display="Enter"),
        Binding("escape", "app.title", "Leave"),
    ]
    AUTO_FOCUS = "#end"

    def __init__(self, council: Council) -> None:
        """Show the ending of a finished sitting."""
        super().__init__()
        self._council = council
        self._view = council.view("")

    def compose(self) -> ComposeResult:
        """Yield the ending, the resolutions and the measures."""
        with VerticalScroll(id="end") as end:
            end.border_title = "The end"
            yield Static(self._text(), markup=False)
            yield Static("\nHow the crisis stands", classes="heading", markup=False)
            yield Board(id="tracks")
            yield Static("\nCollective security", classes="heading", markup=False)
            yield Board(id="security", terms=True, tracks=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the boards."""
        super().on_mount()
        for board in self.query(Board):
            board.show(self._view)

    def action_debrief(self) -> None:
        """Open what was sealed: the debrief."""
        from game.screens.aftermath.debriefing import Debriefing

        self.app.push_screen(Debriefing(self._council))

    def _text(self) -> Content:
        scenario, c = self._council.scenario, self._view.chamber
        ending = next((e for e in scenario.sealed.endings if e.id == c.ending), None)
        numbers = ", ".join(
            str(c.drafts[symbol].resolution or symbol) for symbol in c.resolutions if symbol in c.drafts
        )
        return Content.assemble(
            (literally(ending.title if ending else "The sitting is over."), "bold $primary"),
            f"\n{day(c.date)}" if c.date else "",
            f"\n\n{literally(ending.text)}" if ending else "",
            f"\n\nResolutions adopted: {numbers or 'none'}.",
        )
