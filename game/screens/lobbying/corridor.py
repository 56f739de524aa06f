"""The corridor: a delegation's notes and deals, one thread for each of the others, and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from game.prose.names import day, short
from game.screens.lobbying import correspondence as post
from game.screens.lobbying.canvassing import in_question
from game.screens.pieces.asking import Asking
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally, titled
from game.screens.pieces.panels import draft_title
from game.screens.pieces.sheet import Slip
from game.session import actions as act
from game.session.state import Deal

if TYPE_CHECKING:
    from game.screens.hall.chamber import Chamber

SIGNS = {"offered": "?", "accepted": "✓", "refused": "−", "kept": "✓", "broken": "✗"}
"""A deal's state by a sign of its own."""


class Corridor(Slip[None]):
    """Notes and deals of one delegation."""

    CSS_PATH = "corridor.tcss"
    GUIDE: ClassVar[str] = (
        "Private notes and deals: only the two delegations concerned know of them. On the left the other "
        "members, those you wrote with last first; ? marks a deal that waits for your answer. On the right "
        "what passed between you, the latest last, and what became of every deal. N writes a note to the "
        "member, O offers it a deal, A accepts and R refuses the deal it offered, W asks what it would take "
        "to have its vote on a text. Whether a deal is kept is seen when the vote is cast, the draft "
        "sponsored or the pledge made; a broken deal is remembered."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "Note"),
        Binding("o", "deal", "Deal"),
        Binding("a", "answer(True)", "Accept"),
        Binding("r", "answer(False)", "Refuse"),
        Binding("w", "ask", "What would it take?"),
        Binding("c", "leave", "Back", show=False),
    ]
    AUTO_FOCUS = "#others"

    def __init__(self, chamber: Chamber, other: str = "") -> None:
        """Open the corridor beside a seat's chamber, perhaps at one delegation's thread."""
        super().__init__()
        self._chamber, self._other = chamber, other
        self._threads: tuple[post.Thread, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the delegations and the thread."""
        with Vertical(classes="slip tall", id="corridor") as slip:
            slip.border_title = "Notes and deals"
            with Horizontal(id="both"):
                yield HangingList(id="others")
                with VerticalScroll(id="notes"):
                    yield Static(id="all", markup=False)
            yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the threads."""
        super().on_mount()
        self.call_after_refresh(self.read_again)

    # -- showing -----------------------------------------------------------------------------------------
    def read_again(self) -> None:
        """Show the threads as they are now; the cursor stays at the delegation it is on."""
        if not self.is_attached:
            return
        chamber = self._chamber
        self._other = self._pointed or self._other
        self._threads = post.threads(chamber.council, chamber.seat)
        at = next((i for i, t in enumerate(self._threads) if t.other == self._other), 0)
        self.query_one(HangingList).hang([self._row(t) for t in self._threads], at if self._threads else None)
        self._show(at)

    @property
    def _pointed(self) -> str:
        """The delegation under the cursor."""
        at = self.query_one("#others", OptionList).highlighted
        return self._threads[at].other if at is not None and at < len(self._threads) else ""

    def _thread(self) -> post.Thread | None:
        return next((t for t in self._threads if t.other == self._pointed), None)

    def _row(self, thread: post.Thread) -> Row:
        waits = bool(thread.to_answer())
        sign = "? " if waits else "· " if thread.letters else "  "
        count = f" {len(thread.letters)}" if thread.letters else ""
        name = Content(literally(self.named(thread.other)))
        return Row(Content.styled(sign, "bold $accent" if waits else "$quiet"), name + Content(count))

    def _show(self, place: int) -> None:
        thread = self._threads[place] if 0 <= place < len(self._threads) else None
        notes = self.query_one("#notes")
        notes.border_title = titled(self.named(thread.other)) if thread else ""
        self.query_one("#all", Static).update(self._text(thread) if thread else Content(""))
        self.call_after_refresh(notes.scroll_end, animate=False)
        self.refresh_bindings()

    def _text(self, thread: post.Thread) -> Content:
        if not thread.letters and not thread.deals:
            return Content.styled("Nothing has passed between you.", "$quiet")
        rows: list[Content] = []
        today = ""
        for letter in thread.letters:
            if letter.day != today:
                today = letter.day
                rows.append(Content.styled(f"── {literally(day(today))}", "$quiet"))
            rows.append(self._letter(letter))
        if thread.deals:
            rows += [Content(""), Content.styled("Deals between you", "bold $primary")]
            rows += [self._deal(deal) for deal in thread.deals]
        return Content("\n").join(rows)

    def _letter(self, letter: post.Letter) -> Content:
        who = "You" if letter.seat == self._chamber.seat else self.named(letter.seat)
        about = f" (deal {letter.deal})" if letter.deal else ""
        return Content.assemble((f"{literally(who)}{about}: ", "bold"), literally(letter.words))

    def _deal(self, deal: Deal) -> Content:
        colour = {"broken": "bold $error", "kept": "$success", "offered": "bold $accent"}.get(deal.status, "")
        council, seat = self._chamber.council, self._chamber.seat
        return Content.assemble(
            (f"{SIGNS.get(deal.status, '·')} {deal.number}. ", colour or "$quiet"),
            literally(post.terms(council, deal, seat)),
            (f" — {literally(post.STANDS.get(deal.status, deal.status))}", colour or "$quiet"),
        )

    def named(self, seat: str) -> str:
        """Return a seat's everyday name."""
        return short(self._chamber.council.scenario, seat)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read the thread under the cursor."""
        event.stop()
        self._show(event.option_index)

    # -- what a person does ------------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to answer a deal only where one waits for it."""
        if action == "answer":
            thread = self._thread()
            return bool(thread and thread.to_answer()) and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def action_note(self) -> None:
        """Write a note to the delegation under the cursor."""
        post.write_to(self._chamber, act.SendNote, self._pointed, self.read_again)

    def action_deal(self) -> None:
        """Offer it a deal."""
        post.write_to(self._chamber, act.OfferDeal, self._pointed, self.read_again)

    def action_answer(self, accept: bool) -> None:
        """Accept the deal it offered first, or refuse it."""
        thread = self._thread()
        if thread is not None and thread.to_answer():
            post.answer(self._chamber, thread.to_answer()[0], accept=accept)
            self.read_again()

    def action_ask(self) -> None:
        """Ask it what it would take to have its vote on a text."""
        to = self._pointed
        drafts = in_question(self._chamber.council.view(self._chamber.seat))
        if not drafts or not to:
            self.notify("No text is before the Council.", markup=False)
            return

        def chosen(symbol: str | None) -> None:
            if symbol and post.ask(self._chamber, to, symbol):
                self.read_again()

        if len(drafts) == 1:
            chosen(drafts[0].symbol)
            return
        scenario = self._chamber.council.scenario
        rows = [(d.symbol, f"{d.symbol} {draft_title(d, scenario)}") for d in drafts]
        self.app.push_screen(
            Asking("What would it take?", "For which text do you want its vote?", rows), chosen
        )
