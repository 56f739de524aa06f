"""Notes and deals as a correspondence: one thread for each delegation, with what became of every deal.

Made from what one seat may know of the record and from its own papers; it draws nothing and sends nothing
that the docket does not offer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from game.delegates.counsel.asking import question
from game.prose.names import short, term
from game.screens.council import Council
from game.screens.lobbying.deals import printed_symbol
from game.session import actions as act
from game.session import events as happened
from game.session.scenario import Scenario
from game.session.state import Deal, Papers

if TYPE_CHECKING:
    from game.screens.hall.chamber import Chamber

CLOSED = "Notes and deals have their time between meetings and in consultations."
STANDS = {
    "offered": "not answered yet",
    "accepted": "agreed, still to be kept",
    "refused": "not agreed",
    "kept": "kept",
    "broken": "broken",
}
"""Where a deal stands, in words."""


class Letter(NamedTuple):
    """One thing that passed: on a day (ISO), from a seat; a note's words, or what was done about a deal."""

    day: str
    seat: str
    words: str
    deal: int = 0
    """The deal's number, 0 for a note."""


class Thread(NamedTuple):
    """What passed between two delegations, the oldest first, and the deals between them."""

    other: str
    letters: tuple[Letter, ...]
    deals: tuple[Deal, ...]

    def to_answer(self) -> tuple[Deal, ...]:
        """Return the deals that the other offered and that wait for an answer."""
        return tuple(d for d in self.deals if d.status == "offered" and d.seat == self.other)


def threads(council: Council, seat: str) -> tuple[Thread, ...]:
    """Return a seat's threads, that of the latest letter first, then the members nobody has written to."""
    view = council.view(seat)
    letters = _letters(council.record_for(seat), view.papers, council, seat)
    order = [*reversed(letters), *(s for s in view.chamber.members if s not in letters and s != seat)]
    deals = view.papers.deals.values()
    return tuple(
        Thread(other, tuple(letters.get(other, ())), tuple(d for d in deals if other in (d.seat, d.to)))
        for other in order
    )


def _letters(
    record: Sequence[happened.Event], papers: Papers, council: Council, seat: str
) -> dict[str, list[Letter]]:
    """What passed, by the other delegation, the one written with last at the end."""
    found: dict[str, list[Letter]] = {}
    day = ""
    for event in record:
        if isinstance(event, happened.StageOpened):
            day = event.date
            continue
        letter = _letter(event, day, papers, council, seat)
        if letter is not None:
            other, told = letter
            found[other] = [*found.pop(other, []), told]
    return found


def _letter(
    event: happened.Event, day: str, papers: Papers, council: Council, seat: str
) -> tuple[str, Letter] | None:
    if isinstance(event, happened.NoteSent) and seat in (event.seat, event.to):
        other = event.to if event.seat == seat else event.seat
        return other, Letter(day, event.seat, event.words)
    number = getattr(event, "number", 0)
    deal = papers.deals.get(number) if isinstance(event, DEALT) else None
    if deal is None:
        return None
    other = deal.to if deal.seat == seat else deal.seat
    who, words = _dealt(event, deal, council, seat)
    return other, Letter(day, who, words, number)


DEALT = (happened.DealOffered, happened.DealAccepted, happened.DealRefused, happened.DealSettled)


def _dealt(event: happened.Event, deal: Deal, council: Council, seat: str) -> tuple[str, str]:
    """Who did what about a deal, as it goes on from the name."""
    if isinstance(event, happened.DealOffered):
        return deal.seat, f"a deal is offered: {terms(council, deal, seat)}"
    if isinstance(event, happened.DealAccepted):
        return deal.to, "the deal is accepted"
    if isinstance(event, happened.DealRefused):
        return deal.to, "the deal is refused, or lapsed"
    side = deal.give if getattr(event, "seat", "") == deal.seat else deal.want
    kept = "is kept" if getattr(event, "kept", False) else "is BROKEN"
    return getattr(event, "seat", ""), f"the promise of {_in_words(council.scenario, side)} {kept}"


def terms(council: Council, deal: Deal, seat: str) -> str:
    """Return both sides of a deal as one of them reads it."""
    gives, wants = (deal.give, deal.want) if deal.seat == seat else (deal.want, deal.give)
    scenario = council.scenario
    return f"you give {_in_words(scenario, gives)}, you get {_in_words(scenario, wants)}"


def _in_words(scenario: Scenario, side: act.Term) -> str:
    """One side of a deal, with the printed symbol of a text that is not tabled yet."""
    return term(scenario, replace(side, subject=printed_symbol(scenario, side.subject)))


# -- writing -------------------------------------------------------------------------------------------
def may_write(chamber: Chamber, kind: type[act.Action]) -> bool:
    """Say whether the person at the table may now do an act of the corridor."""
    return chamber.awaited == chamber.seat and kind in chamber.council.docket(chamber.seat).kinds


def write_to(
    chamber: Chamber, kind: type[act.Action], to: str, then: Callable[[], object], text: str = ""
) -> None:
    """Lay down the sheet for a note or a deal addressed to a delegation, and hand in what comes back."""
    from game.screens.lobbying.deals import DealSheet
    from game.screens.lobbying.notes import NoteSheet

    if not may_write(chamber, kind):
        chamber.notify(CLOSED, markup=False)
        return

    def handed_in(action: act.Action | None) -> None:
        if action is not None:
            chamber.do(action)
            then()

    council, seat = chamber.council, chamber.seat
    sheet = DealSheet(council, seat, to) if kind is act.OfferDeal else NoteSheet(council, seat, to, text)
    chamber.app.push_screen(sheet, handed_in)


def ask(chamber: Chamber, to: str, symbol: str) -> bool:
    """Ask a delegation in a note what it would take to have its vote on a text; say whether it went out."""
    if not may_write(chamber, act.SendNote):
        chamber.notify(CLOSED, markup=False)
        return False
    chamber.do(act.SendNote(chamber.seat, to, question(symbol)))
    name = short(chamber.council.scenario, to)
    chamber.notify(f"You have asked {name} what it would take. It answers in its own turn.", markup=False)
    return True


def answer(chamber: Chamber, deal: Deal, *, accept: bool) -> None:
    """Accept a deal offered to the person at the table, or refuse it."""
    kind = act.AcceptDeal if accept else act.RefuseDeal
    if may_write(chamber, kind):
        chamber.do(kind(chamber.seat, deal.number))
    else:
        chamber.notify(CLOSED, markup=False)
