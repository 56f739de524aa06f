"""A sitting replayed, forward and back: the table as it stood after every entry of the minutes.

What is shown is what the public gallery could see at that moment. Nothing is judged or drawn again.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Footer, OptionList, Static

from game.prose import organs
from game.prose.minutes import line
from game.prose.names import day
from game.screens.aftermath.recording import Recording
from game.screens.hall.plenary import TallyBoard, in_the_assembly
from game.screens.papers.documents import Documents
from game.screens.pieces.board import Board
from game.screens.pieces.canvas import shortened
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally
from game.screens.pieces.panels import drafts_panel
from game.screens.pieces.seating import guests, middle, now, sitters
from game.screens.pieces.sheet import Sheet
from game.screens.pieces.table import Table
from game.session.events import QuestionPut, ResultDeclared, StageOpened
from game.session.views import View, may_know, view
from game.sitting import Replay

PACE = 0.8
"""Seconds an entry stays while the replay runs by itself."""
LEAD = 3
"""Cells of the sign before an entry."""


class ReplayRoom(Sheet[None]):
    """A recording of a sitting."""

    CSS_PATH = "replaying.tcss"
    GUIDE: ClassVar[str] = (
        "The minutes of a sitting that was played, and the table as it stood at the entry under the cursor. "
        "The arrows go "
        "forward and back, Space lets it run, [ and ] go to the stage before and after, V and Shift+V to "
        "the next vote and "
        "the one before, D shows the documents of that moment. Private notes and deals are not shown."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "run", "Run"),
        Binding("right", "go(1)", "On", show=False),
        Binding("left", "go(-1)", "Back", show=False),
        Binding("left_square_bracket", "stage(-1)", "Stage before", show=False),
        Binding("right_square_bracket", "stage(1)", "Stage", key_display="[ ]"),
        Binding("v", "vote(1)", "Vote"),
        Binding("V", "vote(-1)", "Vote before", show=False),
        Binding("d", "documents", "Documents"),
        Binding("escape", "leave", "Leave"),
    ]
    AUTO_FOCUS = "#minutes"

    def __init__(self, recording: Recording) -> None:
        """Take a recording from its beginning."""
        super().__init__()
        self._recording = recording
        self._scenario = recording.scenario
        self._replay = Replay(recording.scenario, recording.record)
        self._moments, self._lines = _minutes(recording, self._replay)
        self._due = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the table, the measures, the minutes and the line of time."""
        yield Static(id="masthead", markup=False)
        with Container(id="hall"):
            yield Table(id="table")
            yield TallyBoard(id="assembly")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="drafts", markup=False)
                yield Board(id="tracks")
                yield Board(id="security", terms=True, tracks=False)
            yield HangingList(id="minutes")
        yield Static(id="time", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the first entry."""
        super().on_mount()
        minutes = self.query_one("#minutes", HangingList)
        minutes.border_title = "Minutes"
        for name, title in (
            ("drafts", "Drafts"),
            ("tracks", "The world"),
            ("security", "Collective security"),
        ):
            self.query_one(f"#{name}").border_title = title
        rows = (Row(Content(text[:LEAD]), Content(text[LEAD:])) for text in self._lines)
        minutes.hang(rows, 0 if self._lines else None)
        for remark in self._recording.remarks:
            self.notify(literally(remark), title="This save is not whole", severity="warning", markup=False)
        self._show_soon()

    # -- showing ---------------------------------------------------------------------------------------------
    @property
    def place(self) -> int:
        """The entry under the cursor."""
        return self.query_one("#minutes", OptionList).highlighted or 0

    def moment(self) -> int:
        """Return how many events have happened at the entry under the cursor."""
        return self._moments[self.place] + 1 if self._moments else len(self._recording.record)

    def then(self) -> View:
        """Return what the public gallery could see at that moment."""
        return view(self._replay.at(self.moment()))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show another moment once the loop has time; only the last of many is drawn."""
        event.stop()
        self._show_soon()

    def _show_soon(self) -> None:
        if not self._due:
            self._due = True
            self.call_later(self._show)

    def _show(self) -> None:
        self._due = False
        if not self.is_attached:
            return
        seen = self.then()
        table, hall = self.query_one(Table), self.query_one(TallyBoard)
        hall.display = in_the_assembly(seen.chamber)
        table.display = not hall.display
        if hall.display:
            hall.show(seen, self._scenario)
        else:
            table.show(
                sitters(seen, self._scenario), middle(seen, self._scenario), guests(seen, self._scenario)
            )
        self.query_one("#drafts", Static).update(drafts_panel(seen, self._scenario))
        for board in self.query(Board):
            board.show(seen)
        self.query_one("#masthead", Static).update(Content(self._masthead(seen)))
        self._draw_time()

    def _masthead(self, seen: View) -> str:
        c = seen.chamber
        parts = [self._recording.title]
        if c.meeting is not None and c.meeting.open:
            parts.append(organs.record(seen.open.body, c.meeting.number))
        if seen.stage is not None:
            parts += [day(c.date), seen.stage.title]
        parts.append(now(c.phase, seen.open.body))
        return shortened(f" {literally(' · '.join(parts))}", self.app.size.width - 1)

    def _draw_time(self) -> None:
        """Draw the line of time: where the stages begin, where votes were taken, where we are."""
        width = max(10, self.app.size.width - 24)
        most = max(1, len(self._lines) - 1)
        signs = ["─"] * width
        for places, sign in ((self._votes(), "┴"), (self._stages(), "╂")):
            for place in places:
                signs[place * (width - 1) // most] = sign
        at = self.place * (width - 1) // most
        said = f" {self.place + 1} of {len(self._lines)}{' ▶' if self._timer else ''}"
        self.query_one("#time", Static).update(
            Content.assemble(
                " ",
                ("".join(signs[:at]), "$primary"),
                ("●", "bold $accent"),
                ("".join(signs[at + 1 :]), "$quiet"),
                said,
            )
        )

    def on_resize(self) -> None:
        """Fit the line of time to the width."""
        self._show_soon()

    def _stages(self) -> list[int]:
        return self._where(StageOpened)

    def _votes(self) -> list[int]:
        return self._where(QuestionPut) or self._where(ResultDeclared)

    def _where(self, kind: type[StageOpened] | type[QuestionPut] | type[ResultDeclared]) -> list[int]:
        events = self._recording.record
        return [i for i, at in enumerate(self._moments) if isinstance(events[at], kind)]

    # -- what a person does ----------------------------------------------------------------------------------
    def go_to(self, place: int) -> None:
        """Go to an entry of the minutes."""
        if self._lines:
            self.query_one("#minutes", OptionList).highlighted = max(0, min(place, len(self._lines) - 1))

    def action_go(self, by: int) -> None:
        """Go forward or back by entries."""
        self.go_to(self.place + by)

    def action_stage(self, by: int) -> None:
        """Go to the stage after or before."""
        self._jump(self._stages(), by)

    def action_vote(self, by: int) -> None:
        """Go to the next vote or the one before."""
        self._jump(self._votes(), by)

    def _jump(self, places: list[int], by: int) -> None:
        ahead = (
            [p for p in places if p > self.place]
            if by > 0
            else [p for p in reversed(places) if p < self.place]
        )
        if ahead:
            self.go_to(ahead[0])
        else:
            self.app.bell()

    def action_run(self) -> None:
        """Let the replay run by itself, or hold it."""
        if self._timer is None:
            self._timer = self.set_interval(PACE, self._run_on)
        else:
            self._hold()
        self._draw_time()

    def _run_on(self) -> None:
        if self.place + 1 < len(self._lines):
            self.go_to(self.place + 1)
        else:
            self._hold()
            self._draw_time()

    def _hold(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def action_documents(self) -> None:
        """Show the documents as they stood at that moment."""
        record = self._recording.record[: self.moment()]
        self.app.push_screen(Documents(self.then(), self._scenario, record))

    def action_leave(self) -> None:
        """Leave the replay."""
        self._hold()
        self.dismiss(None)


def _minutes(recording: Recording, replay: Replay) -> tuple[list[int], list[str]]:
    """Return the entries everybody may read, and the place in the record of each."""
    moments: list[int] = []
    lines: list[str] = []
    last = replay.at(len(recording.record))
    for number, event in enumerate(recording.record):
        text = line(event, recording.scenario) if may_know(last, "", event) else None
        if text:
            moments.append(number)
            sign = (
                "──"
                if isinstance(event, StageOpened)
                else " ■"
                if isinstance(event, ResultDeclared)
                else " ·"
            )
            lines.append(f"{sign} {literally(text)}")
    return moments, lines
