"""The briefing: a delegation's own instructions, the wire, the tracks and the collective-security board."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from game.prose.names import day, official, pledge, short
from game.screens.council import Council
from game.screens.hall.wire import dispatches
from game.screens.pieces.board import Board
from game.screens.pieces.literal import literally, words
from game.screens.pieces.sheet import Sheet
from game.session.scenario import Brief, Scenario
from game.session.views import View

MARKS = {-3: "−−−", -2: "−−", -1: "−", 0: "·", 1: "+", 2: "++", 3: "+++"}
"""A position on an issue, from against to for."""


class Briefing(Sheet[None]):
    """One delegation's papers; without a seat, what everybody may read."""

    CSS_PATH = "briefing.tcss"
    GUIDE: ClassVar[str] = (
        "Your own papers: nobody else may read them. Objectives are what you are to reach by the end; red "
        "lines are what your capital will not let you vote for (those that are not firm may be loosened if "
        "you ask and pay for it). On each issue −−− is strongly against, +++ strongly for; the stars say how "
        "much it matters to you. Beside them: the news, how the crisis stands, and the eight conditions of "
        "collective security, of which the weakest governs."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,escape,b", "on", "To the table", key_display="Enter")
    ]
    AUTO_FOCUS = "#brief"

    def __init__(self, council: Council, seat: str) -> None:
        """Lay out a seat's papers."""
        super().__init__()
        self._scenario = council.scenario
        self._seat = seat
        self._view = council.view(seat)

    def compose(self) -> ComposeResult:
        """Yield the brief on the left, the world on the right."""
        yield Static(words(self._heading()), id="heading", markup=False)
        with Horizontal(id="papers"):
            with VerticalScroll(id="brief") as brief:
                brief.border_title = "Your instructions" if self._seat else "What everybody may read"
                yield Static(brief_text(self._view, self._scenario), markup=False)
            with VerticalScroll(id="world", can_focus=True):
                with Vertical(id="wire") as wire:
                    wire.border_title = "The wire"
                    yield Static(dispatches(self._view), markup=False)
                with Vertical(id="measures") as measures:
                    measures.border_title = "How the crisis stands"
                    yield Board(id="tracks")
                with Vertical(id="conditions") as conditions:
                    conditions.border_title = "Collective security"
                    yield Board(id="security", terms=True, tracks=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the boards."""
        super().on_mount()
        for board in self.query(Board):
            board.show(self._view)

    def _heading(self) -> str:
        who = official(self._scenario, self._seat) if self._seat else self._view.open.title
        stage = self._view.stage
        return f"{who} · {day(stage.date)} · {stage.title}" if stage else who

    def action_on(self) -> None:
        """Go to the table."""
        self.dismiss(None)


def brief_text(view: View, scenario: Scenario) -> Content:
    """Return a seat's papers as one text; for the gallery, the crisis as everybody may know it."""
    if view.brief is None:
        return Content.assemble((literally(view.open.subtitle), "bold"), "\n\n", literally(view.open.summary))
    brief = view.brief
    parts = [words(brief.summary)]
    if brief.line:
        parts.append(Content.assemble(("In public: ", "bold"), literally(brief.line)))
    latest = [i.text for i in brief.instructions]
    parts += _list("From your capital", latest[::-1])
    parts += _list("Dispatches for you alone", _secret_news(view, scenario))
    parts += _list(
        "You are to reach",
        [f"{o.text}{' (nobody else knows)' if o.secret else ''}" for o in brief.objectives],
    )
    parts += _list(
        "Red lines", [f"{r.text}{'' if r.firm else ' (may be loosened)'}" for r in brief.red_lines]
    )
    parts += _list("Interests", list(brief.interests))
    parts += _list("Where you stand", _positions(view))
    parts += _list(
        "You can pledge", [f"{amount:g} of {pledge(scenario, k)}" for k, amount in brief.capacity.items()]
    )
    parts += _list("You listen to", [short(scenario, p) for p in brief.patrons])
    return Content("\n\n").join(parts)


def _list(title: str, lines: list[str]) -> list[Content]:
    if not lines:
        return []
    rows = "\n".join(f"· {literally(line)}" for line in lines)
    return [Content.assemble((title, "bold $primary"), "\n", rows)]


def _positions(view: View) -> list[str]:
    brief: Brief | None = view.brief
    if brief is None:
        return []
    rows = []
    for item in view.open.issues:
        stand = view.position(item.id)
        if stand.salience:
            mark = MARKS[max(-3, min(3, round(stand.position)))]
            rows.append(f"{mark:>3} {'★' * round(stand.salience):<3} {item.title}")
    return rows


def _secret_news(view: View, scenario: Scenario) -> list[str]:
    known = [scenario.happening[id] for id in view.papers.dispatches if id in scenario.happening]
    return [h.wire or h.title for h in known]
