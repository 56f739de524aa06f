"""What everybody may know of one member: who it is, what it has said in public, what it announced, what it
pledged.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from game.prose.names import clause_title, issue, pledge
from game.rules.bodies import BODIES, Law
from game.screens.pieces.literal import titled, words
from game.screens.pieces.sheet import Slip
from game.session.scenario import Scenario, Seat
from game.session.views import View


class SeatCard(Slip[None]):
    """One member's public card."""

    CSS_PATH = "seatcard.tcss"
    GUIDE: ClassVar[str] = (
        "What everybody at the table may know of this member. Its instructions are its own."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Back", show=False)]
    AUTO_FOCUS = "#card"

    def __init__(self, view: View, scenario: Scenario, seat: str) -> None:
        """Prepare the card of a seat from what the viewer may know."""
        super().__init__()
        self._view, self._scenario, self._seat = view, scenario, seat

    def compose(self) -> ComposeResult:
        """Yield the card."""
        seat = self._scenario.seat[self._seat]
        with VerticalScroll(id="card", classes="slip") as card:
            card.border_title = titled(f"{seat.name} ({seat.code})")
            card.border_subtitle = "Escape: back"
            yield Static(words("\n".join(self._lines())), markup=False)

    def _lines(self) -> list[str]:
        seat, c, s = self._scenario.seat[self._seat], self._view.chamber, self._scenario
        holder = c.holders.get(self._seat, "")
        permanent = self._seat in BODIES[self._view.open.body].permanent
        lines = [
            seat.representative,
            _place(seat, league=BODIES[self._view.open.body].law is Law.COVENANT, veto=permanent),
            "Played by a person." if holder == "person" else f"Scripted: {holder}." if holder else "",
            f"Stays away: {c.absent[self._seat]}" if self._seat in c.absent else "",
            "",
            "Party to the dispute." if self._seat in self._view.open.disputants else "",
            seat.about,
        ]
        said = c.positions.get(self._seat, {})
        lines += [f"Said in public: {stance} on {issue(s, id)}" for id, stance in said.items()]
        lines += [
            f"Announced: {votes[self._seat]} on {symbol}"
            for symbol, votes in c.stances.items()
            if self._seat in votes
        ]
        pledged = c.pledges.get(self._seat, {})
        lines += [f"Pledged: {amount:g} of {pledge(s, kind)}" for kind, amount in pledged.items()]
        for subject, votes in c.subjects.items():
            if self._seat in votes and subject in s.clause:
                lines.append(f"Voted {votes[self._seat].replace('_', ' ')} on: {clause_title(s, subject)}")
        standing = self._view.standings.get(self._seat, 0.0)
        lines.append(f"Standing: {standing:+.0f} (from -100 to 100)")
        return [line for i, line in enumerate(lines) if line or i == 4]


def _place(seat: Seat, *, league: bool, veto: bool) -> str:
    """What kind of member it is; in the League no kind has a veto."""
    if league:
        return f"{'Permanent' if seat.permanent else 'Other'} member. Nobody has a veto; unanimity is needed."
    return "Permanent member: on substance its no is a veto." if veto else "Elected member."
