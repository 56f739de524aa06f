"""The corridor: a delegation's notes and deals, and the place where new ones are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Select, Static

from game.plain import clean
from game.prose.names import short, term
from game.screens.literal import literally
from game.screens.sheet import Slip
from game.screens.speech import LONGEST
from game.session.actions import OfferDeal, SendNote, Term
from game.session.state import Deal, Note
from game.session.views import View

if TYPE_CHECKING:
    from game.screens.chamber import Chamber

VOTES = ("yes", "no", "abstain")


class Corridor(Slip[None]):
    """Notes and deals of one delegation."""

    CSS_PATH = "corridor.tcss"
    GUIDE: ClassVar[str] = (
        "Private notes and deals: only the two delegations concerned know of them. N writes a note, O offers "
        "a deal. Deals offered to you are accepted or refused in the floor menu. Whether a deal is kept is "
        "seen when the vote is cast, the draft sponsored or the pledge made; a broken deal is remembered."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "Write a note"),
        Binding("o", "deal", "Offer a deal"),
        Binding("c", "leave", "Back", show=False),
    ]
    AUTO_FOCUS = "#notes"

    def __init__(self, chamber: Chamber) -> None:
        """Open the corridor beside a seat's chamber."""
        super().__init__()
        self._chamber = chamber

    def compose(self) -> ComposeResult:
        """Yield notes and deals."""
        with Vertical(classes="slip tall") as slip:
            slip.border_title = "Notes and deals"
            slip.border_subtitle = "N: write a note   O: offer a deal   Escape: back"
            with VerticalScroll(id="notes"):
                yield Static(self._text(), id="all", markup=False)

    def _text(self) -> Content:
        view, scenario = self._chamber.council.view(self._chamber.seat), self._chamber.council.scenario
        parts: list[str | tuple[str, str]] = [("Deals\n", "bold $primary")]
        deals = [_deal(d, view.seat, self) for d in view.papers.deals.values()]
        parts.append("\n".join(deals) if deals else "None yet.")
        parts.append(("\n\nNotes, the latest first\n", "bold $primary"))
        notes = [
            f"{short(scenario, n.seat)} to {short(scenario, n.to)}: {n.words}"
            for n in chain_of(view.papers.notes)
        ]
        parts.append("\n".join(literally(n) for n in notes[:100]) if notes else "None yet.")
        return Content.assemble(*parts)

    def named(self, seat: str) -> str:
        """Return a seat's everyday name."""
        return short(self._chamber.council.scenario, seat)

    def said(self, side: Term) -> str:
        """Return one side of a deal in words."""
        return term(self._chamber.council.scenario, side)

    def action_note(self) -> None:
        """Write a note."""
        self._write(SendNote, NotePaper(self._chamber))

    def action_deal(self) -> None:
        """Offer a deal."""
        self._write(OfferDeal, DealPaper(self._chamber))

    def _write(self, kind: type[SendNote] | type[OfferDeal], paper: Slip[bool]) -> None:
        seat = self._chamber.seat
        if kind not in self._chamber.council.docket(seat).kinds:
            self.notify(
                "Notes and deals are for your turn, between meetings or in consultations.", markup=False
            )
            return
        self.app.push_screen(paper, lambda _: self.query_one("#all", Static).update(self._text()))


def chain_of(note: Note | None) -> Iterator[Note]:
    """Go through linked notes, the latest first."""
    while note is not None:
        yield note
        note = note.before


def _deal(deal: Deal, seat: str, corridor: Corridor) -> str:
    other = deal.to if deal.seat == seat else deal.seat
    gives, wants = (deal.give, deal.want) if deal.seat == seat else (deal.want, deal.give)
    return literally(
        f"{deal.number}. With {corridor.named(other)}, {deal.status}: you give {corridor.said(gives)}, "
        f"you get {corridor.said(wants)}"
    )


def others(view: View, chamber: Chamber) -> list[tuple[Content, str]]:
    """Return the other members to choose among, by name."""
    scenario = chamber.council.scenario
    return [(Content(literally(short(scenario, s))), s) for s in view.chamber.members if s != chamber.seat]


class NotePaper(Slip[bool]):
    """A note being written."""

    CSS_PATH = "corridor.tcss"
    GUIDE: ClassVar[str] = (
        "Choose to whom, write one or two sentences, press Enter. Only the two of you will read it."
    )

    def __init__(self, chamber: Chamber) -> None:
        """Take a sheet of paper."""
        super().__init__()
        self._chamber = chamber

    def compose(self) -> ComposeResult:
        """Yield addressee and words."""
        with Vertical(classes="slip") as slip:
            slip.border_title = "A private note"
            slip.border_subtitle = "Enter: send   Escape: tear it up"
            view = self._chamber.council.view(self._chamber.seat)
            yield Select(others(view, self._chamber), prompt="To whom?", id="to")
            yield Input(placeholder="What do you write?", max_length=LONGEST, id="words")
            yield Static(id="why", classes="quiet", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Send the note."""
        event.stop()
        to, text = self.query_one("#to", Select).value, clean(event.value, limit=LONGEST)
        if not isinstance(to, str) or not text:
            self.query_one("#why", Static).update("Choose to whom, and write something.")
            return
        refusal = self._chamber.usher.submit(SendNote(self._chamber.seat, to, text))
        if refusal is None:
            self.dismiss(True)
        else:
            self.query_one("#why", Static).update(Content(literally(str(refusal))))


class DealPaper(Slip[bool]):
    """A deal being offered: what I give against what I want."""

    CSS_PATH = "corridor.tcss"
    GUIDE: ClassVar[str] = (
        "Choose with whom, what you give and what you want in return: a vote on a draft, the sponsoring of a "
        "draft, or a pledge. Ctrl+S offers it. The other delegation accepts or refuses in its own turn."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "offer", "Offer it", priority=True)]

    def __init__(self, chamber: Chamber) -> None:
        """Take a sheet of paper."""
        super().__init__()
        self._chamber = chamber
        self._terms: list[Term] = []

    def compose(self) -> ComposeResult:
        """Yield partner and both sides."""
        council, seat = self._chamber.council, self._chamber.seat
        view = council.view(seat)
        self._terms = list(possible_terms(view))
        sides = [(Content(literally(term(council.scenario, t))), i) for i, t in enumerate(self._terms)]
        with Vertical(classes="slip") as slip:
            slip.border_title = "A deal"
            slip.border_subtitle = "Ctrl+S: offer it   Escape: tear it up"
            yield Select(others(view, self._chamber), prompt="With whom?", id="to")
            yield Select(sides, prompt="You give …", id="give")
            yield Select(sides, prompt="… and want in return", id="want")
            yield Static(id="why", classes="quiet", markup=False)

    def action_offer(self) -> None:
        """Offer the deal."""
        to = self.query_one("#to", Select).value
        give, want = self.query_one("#give", Select).value, self.query_one("#want", Select).value
        if not (isinstance(to, str) and isinstance(give, int) and isinstance(want, int)):
            self.query_one("#why", Static).update("Choose with whom, what you give and what you want.")
            return
        offer = OfferDeal(self._chamber.seat, to, self._terms[give], self._terms[want])
        refusal = self._chamber.usher.submit(offer)
        if refusal is None:
            self.dismiss(True)
        else:
            self.query_one("#why", Static).update(Content(literally(str(refusal))))


def possible_terms(view: View) -> Iterator[Term]:
    """Go through what may stand on either side of a deal: votes, sponsorships, pledges."""
    for draft in view.chamber.drafts.values():
        if draft.status == "tabled":
            yield from (Term("vote", draft.symbol, vote) for vote in VOTES)
            yield Term("sponsor", draft.symbol)
    yield from (Term("pledge", kind.id) for kind in view.open.pledges)
