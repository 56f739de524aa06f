"""The drafts before the Council and those voted on, as printed documents; amendments under the draft they
belong to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.prose.document import amendment, printed
from game.prose.paper import EMPTY, Line
from game.screens.literal import literally
from game.screens.page import Page
from game.screens.panels import STATUS
from game.screens.sheet import Slip
from game.session.scenario import Scenario
from game.session.state import Draft
from game.session.views import View


class Drafts(Slip[None]):
    """The documents of the meeting."""

    CSS_PATH = "drafts.tcss"
    GUIDE: ClassVar[str] = (
        "Every draft as the Secretariat would print it, newest first, with its amendments. The arrows choose "
        "a draft, Tab moves to the text, Escape goes back to the table."
    )
    AUTO_FOCUS = "#symbols"

    def __init__(self, view: View, scenario: Scenario) -> None:
        """Lay out the drafts a seat may read: all of them."""
        super().__init__()
        self._view, self._scenario = view, scenario
        self._drafts = sorted(view.chamber.drafts.values(), key=lambda d: -d.order)

    def compose(self) -> ComposeResult:
        """Yield the list and the page."""
        with Horizontal(id="papers", classes="slip tall") as papers:
            papers.border_title = "Documents"
            papers.border_subtitle = "Escape: back"
            if not self._drafts:
                yield Static("No draft has been tabled.", markup=False)
                return
            yield OptionList(*(Option(_label(d)) for d in self._drafts), id="symbols", markup=False)
            with VerticalScroll(id="sheet"):
                yield Page(self._pages(self._drafts[0]), id="page")

    def _pages(self, draft: Draft) -> list[Line]:
        return [*printed(self._scenario, draft), *self._amendments(draft)]

    def _amendments(self, draft: Draft) -> Iterator[Line]:
        for moved in self._view.chamber.amendments.values():
            if moved.draft == draft.symbol:
                yield EMPTY
                yield from amendment(self._scenario, moved, draft.clauses)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Print the draft under the cursor."""
        event.stop()
        self.query_one(Page).lay_out(self._pages(self._drafts[event.option_index]))
        self.query_one("#sheet").scroll_home(animate=False)


def _label(draft: Draft) -> Content:
    return Content.assemble((literally(draft.symbol), "bold"), "\n" + STATUS.get(draft.status, draft.status))
