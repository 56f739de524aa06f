"""What waits to be decided at the table, in the order in which it is taken: motions, then amendments.

The order, who debates what and what each motion needs are the house's own (rule 33 in the Council's); this
strip of the chamber only lists them, and is gone when nothing waits.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

from game.prose.acts.label import needed
from game.prose.names import counted, short
from game.rules.house import House, HouseMotion, Needed, in_order
from game.screens.pieces.canvas import shortened
from game.screens.pieces.literal import literally
from game.session.scenario import Scenario
from game.session.state import Chamber
from game.session.table import to_be_put
from game.session.views import View

MOST, LOW_MOST = 5, 1
"""Rows of what waits that are shown, and so many in a low window; the rest is counted."""
LOW = 30
"""Rows of a window under which it is low."""
WANTS = {
    Needed.SAME_AS_TEXT: "the votes its text needs",
    Needed.MAJORITY: "a majority of those voting",
    Needed.TWO_THIRDS: "two-thirds of those voting",
    Needed.MAJORITY_SEATS: "a majority of all members",
    Needed.TWO_THIRDS_SEATS: "two-thirds of all members",
    Needed.CONSENSUS: "that nobody objects",
    Needed.REQUEST: "no vote",
    Needed.CHAIR: "the President's leave",
    Needed.NONE: "no vote",
}
"""What a motion needs, other than the body's own number."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: its number in the rules, what it is, by whom, whether debated, what it needs."""

    rule: str
    what: str
    mover: str
    debated: bool
    needs: str


def waiting(view: View, scenario: Scenario, house: House) -> tuple[Waiting, ...]:
    """Return what waits, the first to be taken first: motions by rank, then amendments draft by draft."""
    c = view.chamber
    moved = {m.motion: m for m in reversed(c.meeting.motions)} if c.meeting and c.meeting.open else {}
    known = [id for id in moved if id in house.motion]
    rows = [_motion(house.motion[id], moved[id].seat, scenario) for id in in_order(house, known)]
    return (*rows, *_amendments(c, scenario, house))


def _motion(motion: HouseMotion, seat: str, scenario: Scenario) -> Waiting:
    wants = WANTS.get(motion.needed) or f"{needed(scenario)}{'' if motion.vetoable else ', no veto'}"
    return Waiting(motion.rule, motion.name.removeprefix("To "), short(scenario, seat), motion.debated, wants)


def _amendments(c: Chamber, scenario: Scenario, house: House) -> list[Waiting]:
    entry = house.doing("amend")
    number = Counter(a.draft for a in c.amendments.values())
    wants = WANTS[entry.needed] if entry is not None and entry.needed in WANTS else "the votes its text needs"
    order = "as received" if house.amendment_order == "receipt" else "additions and deletions first"
    return [
        Waiting(
            entry.rule if entry is not None else "",
            f"{counted(number[draft.symbol], 'amendment')} to {draft.symbol}, {order}",
            _movers(c, draft.symbol, scenario),
            True,
            wants,
        )
        for draft in to_be_put(c)
        if number[draft.symbol]
    ]


def _movers(c: Chamber, symbol: str, scenario: Scenario) -> str:
    """Return who moved the amendments to a draft, each once."""
    movers = dict.fromkeys(a.seat for a in c.amendments.values() if a.draft == symbol)
    return ", ".join(short(scenario, seat) for seat in movers)


class Pending(Static):
    """The strip that lists what waits."""

    DEFAULT_CSS = """
    Pending { height: auto; padding: 0 1; border-left: thick $accent; background: $panel; display: none; }
    Pending.-some { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with nothing that waits."""
        super().__init__(id=id, markup=False)
        self.rows: tuple[Waiting, ...] = ()

    def list_all(self, rows: tuple[Waiting, ...]) -> None:
        """List what waits; without anything the strip is gone."""
        self.rows = rows
        self.set_class(bool(rows), "-some")
        if rows:
            size = self.app.size
            most = MOST if size.height >= LOW else LOW_MOST
            self.update(Content("\n").join(_lines(rows, max(40, size.width - 4), most)))


HEADING = "Waiting to be decided, in this order (CB9)"


def _lines(rows: tuple[Waiting, ...], width: int, most: int = MOST) -> list[Content]:
    """The heading, with what all of them need if that is one thing and there is room, then the rows."""
    alike = {row.needs for row in rows}
    heading = f"{HEADING}, each with {rows[0].needs}" if len(alike) == 1 else HEADING
    heading = HEADING if len(heading) > width else heading
    if most == LOW_MOST < len(rows):
        heading, shown = f"{HEADING}: the first of {len(rows)}", rows[:LOW_MOST]
    else:
        shown = rows if len(rows) <= most else rows[: most - 1]
    lines = [Content.styled(shortened(heading, width), "bold $primary")]
    lines += [_line(place, row, width, len(alike) > 1) for place, row in enumerate(shown, start=1)]
    if len(shown) < len(rows) and most > LOW_MOST:
        lines.append(Content.styled(f"   and {len(rows) - len(shown)} more", "$quiet"))
    return lines


def _line(place: int, row: Waiting, width: int, needs: bool) -> Content:
    """One row: rank and number, what it is, then mover, debate and need as far as there is room."""
    law = f"{'rules' if ',' in row.rule else 'rule'} {row.rule}: " if row.rule else ""
    rank = f"{place}. {law}"
    after = f" · {row.mover} · {'debated' if row.debated else 'at once'}{f' · {row.needs}' if needs else ''}"
    what = shortened(literally(row.what), max(12, width - len(rank) - len(after)))
    rest = shortened(literally(after), max(0, width - len(rank) - len(what)))
    return Content.assemble((rank, "bold"), what, (rest, "$quiet"))
