"""The documents of a sitting as they would be printed: drafts, resolutions, and texts that failed.

Each with its sponsors, its amendments, what seats announced, and how it was voted on; all of it is public.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.prose.assembly import group_line, groups
from game.prose.document import amendment, printed, resolution
from game.prose.drafts import texts
from game.prose.footers import in_english_order
from game.prose.names import listed, short, would
from game.prose.paper import EMPTY, Line, left
from game.prose.votes import Put, questions
from game.screens.pieces.literal import literally
from game.screens.pieces.page import Page
from game.screens.pieces.panels import draft_title, standing_of
from game.screens.pieces.sheet import Slip
from game.session.events import Event
from game.session.scenario import Scenario
from game.session.state import Draft
from game.session.views import View

RULE = left("─" * 24, "small")


class Documents(Slip[None]):
    """The documents, a list beside the page."""

    CSS_PATH = "documents.tcss"
    GUIDE: ClassVar[str] = (
        "Every text as the Secretariat would print it: those before the Council first, then resolutions and "
        "texts that "
        "failed. Under each stand its sponsors, its amendments, what delegations announced, and the vote. "
        "The arrows "
        "choose a text, Tab moves to the page, Escape goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("d", "leave", "Back", show=False)]
    AUTO_FOCUS = "#symbols"

    def __init__(
        self, view: View, scenario: Scenario, record: Sequence[Event] = (), symbol: str = ""
    ) -> None:
        """Lay out what a seat may read; `record` is what it knows of the past, `symbol` what to open at."""
        super().__init__()
        self._view, self._scenario, self._symbol = view, scenario, symbol
        known = {**texts(record), **view.chamber.drafts}
        self._drafts = sorted(known.values(), key=lambda d: (d.status != "tabled", d.status != "adopted"))
        self._votes = questions(record, scenario)

    def compose(self) -> ComposeResult:
        """Yield the list and the page."""
        with Horizontal(id="papers", classes="slip tall") as papers:
            papers.border_title = "Documents"
            papers.border_subtitle = "Escape: back"
            if not self._drafts:
                yield Static("No text has been laid before the Council.", markup=False)
                return
            yield OptionList(*(Option(self._label(d)) for d in self._drafts), id="symbols", markup=False)
            with VerticalScroll(id="leaf"):
                yield Page(id="page")

    def on_mount(self) -> None:
        """Open at the text asked for."""
        super().on_mount()
        if self._drafts:
            at = next((i for i, d in enumerate(self._drafts) if d.symbol == self._symbol), 0)
            self.query_one("#symbols", OptionList).highlighted = at

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Print the text under the cursor."""
        event.stop()
        self.query_one(Page).lay_out(self.pages(self._drafts[event.option_index]))
        self.query_one("#leaf").scroll_home(animate=False)

    def _label(self, draft: Draft) -> Content:
        number = f"resolution {draft.resolution}" if draft.resolution else standing_of(draft)
        title = draft_title(draft, self._scenario)
        return Content.assemble(
            (literally(draft.symbol), "bold"),
            (f"\n{number}", "dim"),
            f"\n{literally(title)}" if title else "",
        )

    # -- printing --------------------------------------------------------------------------------------------
    def pages(self, draft: Draft) -> list[Line]:
        """Return a text with all that belongs to it."""
        decided = next(
            (p for p in reversed(self._votes) if p.subject == draft.symbol and p.kind in DECIDING), None
        )
        if draft.status == "adopted" and decided is not None:
            page = resolution(self._scenario, draft, decided)
        else:
            page = printed(self._scenario, draft)
        return [
            *page,
            *self._sponsors(draft),
            *self._stances(draft),
            *self._vote(decided),
            *self._amendments(draft),
        ]

    def _sponsors(self, draft: Draft) -> Iterator[Line]:
        names = self._names(in_english_order(self._scenario, draft.sponsors))
        yield EMPTY
        yield RULE
        yield left(f"Sponsors: {names or 'none'}.", "small")
        if draft.divided:
            parts = listed(str(place + 1) for place in draft.divided)
            yield left(f"Separate votes are asked for on clauses {parts}.", "small")

    def _stances(self, draft: Draft) -> Iterator[Line]:
        said = self._view.chamber.stances.get(draft.symbol, {})
        for vote in ("yes", "no", "abstain", "not_participating"):
            who = [seat for seat, stance in said.items() if stance == vote]
            if who:
                yield left(f"Announced that they {would(vote)} it: {self._names(who)}.", "small")

    def _vote(self, put: Put | None) -> Iterator[Line]:
        if put is None:
            return
        yield left(f"{put.reason or put.verdict}", "small")
        for vote, word in (
            ("yes", "For"),
            ("no", "Against"),
            ("abstain", "Abstaining"),
            ("absent", "Absent"),
        ):
            if put.who(vote):
                yield left(f"{word}: {self._names(put.who(vote))}.", "small")
        votes = {**put.votes, **put.others} if put.others else {}
        for group, count in groups(self._scenario, put.date, votes).items():
            yield left(f"{group_line(group, count)}.", "small")

    def _amendments(self, draft: Draft) -> Iterator[Line]:
        for moved in self._view.chamber.amendments.values():
            if moved.draft == draft.symbol:
                yield EMPTY
                yield RULE
                yield from amendment(self._scenario, moved, draft.clauses, self._view.chamber.date)

    def _names(self, seats: Iterable[str]) -> str:
        return listed(short(self._scenario, seat) for seat in seats)


DECIDING = ("draft", "consent", "assembly")
"""The kinds of questions that decide a whole text."""
