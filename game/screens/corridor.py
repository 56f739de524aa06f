"""The corridor: a delegation's notes and deals, and the place where new ones are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.prose.names import short, term
from game.screens.composing import sheet_for
from game.screens.literal import literally
from game.screens.sheet import Slip
from game.session.actions import Action, OfferDeal, SendNote, Term
from game.session.state import Deal, Note

if TYPE_CHECKING:
    from game.screens.chamber import Chamber


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
        self._write(SendNote)

    def action_deal(self) -> None:
        """Offer a deal."""
        self._write(OfferDeal)

    def _write(self, kind: type[SendNote] | type[OfferDeal]) -> None:
        chamber = self._chamber
        if chamber.awaited != chamber.seat or kind not in chamber.council.docket(chamber.seat).kinds:
            self.notify(
                "Notes and deals have their time between meetings and in consultations.", markup=False
            )
            return

        def handed_in(action: Action | None) -> None:
            if action is not None:
                chamber.do(action)
                self.query_one("#all", Static).update(self._text())

        self.app.push_screen(sheet_for(kind, chamber.usher, chamber.seat), handed_in)


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
