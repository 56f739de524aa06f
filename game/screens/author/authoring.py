"""The author's desk: one crisis while it is being written, read again whenever a file of it is saved.

Problems, the crisis as a reader sees it, its stages, what leads to what, history's votes, and how it plays.
Every answer comes from the toolkit, asked in a thread; here nothing is judged and no file is changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Footer, OptionList, Static, TabbedContent, TabPane

from game.prose.names import day
from game.screens.author.complaints import Complaints, ManualPage
from game.screens.author.proof import Proof, pulled, standing
from game.screens.author.toolkit import Toolkit
from game.screens.author.trials import Trials
from game.screens.pieces.canvas import shortened
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally
from game.screens.pieces.report import Report
from game.screens.pieces.sheet import Sheet
from game.session.scenario import Scenario, Stage
from game.sitting import members_at

LOOKS = 1.0
"""Seconds between two looks at the folder."""
PANES = (
    ("problems", "Problems"),
    ("preview", "Preview"),
    ("stages", "Stages"),
    ("outline", "Outline"),
    ("votes", "Votes"),
    ("history", "History"),
    ("trials", "Trials"),
)
LEAVES = ("preview", "outline", "votes", "history")
FITTED = ("preview", "outline")
"""Leaves that are written for a width."""
UNSOUND = "Nothing to show before the errors are mended: 1 lists them."


class AuthorsDesk(Sheet[None]):
    """One crisis being written."""

    CSS_PATH = "authoring.tcss"
    GUIDE: ClassVar[str] = (
        "A crisis while you write it. Change its files in any editor: whenever one is saved, the crisis is "
        "read again. 1 lists what is wrong, with the lines of the file; L shows one level alone, Enter opens "
        "the manual page of the check. 2 shows the crisis as a reader sees it, 3 its stages (Enter begins a "
        "sitting there), 4 what leads to what, 5 history's votes beside those of the delegates, 6 history's "
        "own line replayed, 7 plays it many times over and counts. A pack's secrets lie open here: it is the "
        "author's place."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", f"turn('{PANES[0][0]}')", "Pages", key_display="1-7"),
        *(Binding(str(i), f"turn('{id}')", name, show=False) for i, (id, name) in enumerate(PANES[1:], 2)),
        Binding("right", "leaf(1)", "Next page", show=False),
        Binding("left", "leaf(-1)", "Page before", show=False),
        Binding("l", "level", "Level"),
        Binding("f5", "again", "Read again"),
        Binding("escape", "leave", "Back"),
    ]
    AUTO_FOCUS = "#complaints"

    class Changed(Message):
        """A file of the crisis has changed."""

    class Pulled(Message):
        """The crisis has been read."""

        def __init__(self, proof: Proof) -> None:
            """Carry the proof."""
            super().__init__()
            self.proof = proof

    class Drawn(Message):
        """A leaf has been written."""

        def __init__(self, pane: str, lines: Sequence[str], drawn: tuple[Scenario, int]) -> None:
            """Carry the lines, and of what and for which width they are."""
            super().__init__()
            self.pane, self.lines, self.drawn = pane, lines, drawn

    def __init__(self, toolkit: Toolkit, folder: str, pane: str = "") -> None:
        """Sit down to the crisis in a folder, at its first page if no other is named."""
        super().__init__()
        self._toolkit, self._folder, self._first = toolkit, folder, pane
        self.proof: Proof | None = None
        """What came of the last reading; None before the first."""
        self._drawn: dict[str, tuple[Scenario, int]] = {}
        self._stages: tuple[Stage, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the heading, the pages, and where the crisis lies."""
        yield Static(id="heading", markup=False)
        with TabbedContent(id="pages"):
            for i, (id, label) in enumerate(PANES, 1):
                with TabPane(Content(f"{i} {label}"), id=id):
                    yield self._page(id)
        yield Static(Content(f" {literally(self._folder)}"), id="folder", markup=False)
        yield Footer(show_command_palette=False)

    def _page(self, pane: str) -> Widget:
        if pane == "problems":
            return Complaints(id="wrong")
        if pane == "stages":
            return HangingList(id="calendar")
        if pane == "trials":
            return Trials(self._toolkit, self._folder, id="trying")
        return Report(id=f"{pane}-leaf")

    def on_mount(self) -> None:
        """Begin to look at the folder."""
        super().on_mount()
        self.query_one("#calendar").border_title = "Begin a sitting at any stage"
        self.query_one("#calendar").border_subtitle = "Enter: to the lobby"
        self._head()
        self.watch_folder()
        if self._first:
            self.call_after_refresh(self.action_turn, self._first)

    # -- reading -----------------------------------------------------------------------------------------
    @work(group="watch")
    async def watch_folder(self) -> None:
        """Look at the folder now and then, beside the screen."""
        before = ""
        while True:
            now = await asyncio.to_thread(standing, self._folder)
            if now != before:
                before = now
                self.post_message(self.Changed())
            await asyncio.sleep(LOOKS)

    def on_authors_desk_changed(self) -> None:
        """Read the crisis again."""
        self.read()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Read the crisis, beside the screen."""
        self.query_one("#heading").set_class(True, "-reading")
        self.post_message(self.Pulled(await asyncio.to_thread(pulled, self._toolkit, self._folder)))

    def on_authors_desk_pulled(self, event: Pulled) -> None:
        """Show what came of the reading."""
        self.proof = event.proof
        self.query_one("#heading").set_class(False, "-reading")
        self._head()
        self.query_one(Complaints).show(event.proof)
        self.query_one(Trials).allow(event.proof.scenario is not None)
        self._list_stages(event.proof.scenario)
        self._draw()

    def _head(self) -> None:
        proof, room = self.proof, self.app.size.width - 2
        title, told = self._folder.rstrip("/").rpartition("/")[2], "being read …"
        if proof is not None:
            title = proof.scenario.open.title if proof.scenario is not None else title
            told = f"{proof.sum} · read {proof.at}"
        told = shortened(told, room)
        left = shortened(literally(title), max(0, room - len(told) - 2))
        gap = " " * max(1, room - len(left) - len(told))
        self.query_one("#heading", Static).update(Content(f" {left}{gap}{told} "))

    def _list_stages(self, scenario: Scenario | None) -> None:
        calendar = self.query_one("#calendar", HangingList)
        self._stages = scenario.sealed.stages if scenario is not None else ()
        at = calendar.highlighted
        rows = [_row(scenario, stage) for stage in self._stages if scenario is not None]
        last = len(rows) - 1
        calendar.hang(
            rows or [Row(Content(""), Content(UNSOUND), open=False)], min(at or 0, last) if rows else None
        )

    # -- drawing the leaves ----------------------------------------------------------------------------------
    @property
    def pane(self) -> str:
        """The page that lies open."""
        return self.query_one("#pages", TabbedContent).active

    def _draw(self) -> None:
        """Have the leaf written that lies open, unless it is up to date."""
        pane = self.pane
        if pane not in LEAVES or self.proof is None:
            return
        leaf = self.query_one(f"#{pane}-leaf", Report)
        scenario = self.proof.scenario
        if scenario is None:
            self._drawn.pop(pane, None)
            leaf.say(UNSOUND)
            return
        room = leaf.room if pane in FITTED else min(1, leaf.room)
        if room and self._drawn.get(pane) != (scenario, room):
            self.write(pane, scenario, room)

    @work(exclusive=True, group="leaf")
    async def write(self, pane: str, scenario: Scenario, room: int) -> None:
        """Write a leaf, beside the screen."""
        tools: dict[str, Callable[[], Sequence[str]]] = {
            "preview": lambda: self._toolkit.preview(scenario, min(room, 100)),
            "outline": lambda: self._toolkit.outline(scenario, min(room, 120)),
            "votes": lambda: self._toolkit.hindcast(scenario),
            "history": lambda: self._toolkit.history(scenario),
        }
        lines = await asyncio.to_thread(tools[pane])
        self.post_message(self.Drawn(pane, lines, (scenario, room)))

    def on_authors_desk_drawn(self, event: Drawn) -> None:
        """Show a leaf."""
        seen = event.pane in self._drawn
        self._drawn[event.pane] = event.drawn
        self.query_one(f"#{event.pane}-leaf", Report).lay_out(event.lines, keep=seen)

    def on_tabbed_content_tab_activated(self, event: TabbedContent.TabActivated) -> None:
        """Write the leaf that is opened, and go to it."""
        event.stop()
        self.call_after_refresh(self._draw)
        self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        """Fit heading and leaf to another width."""
        if self.is_mounted and self.query("#pages"):
            self._head()
            self.call_after_refresh(self._draw)

    # -- what a person does ------------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what belongs to the page that lies open."""
        if action == "level" and (not self.query("#pages") or self.pane != "problems"):
            return False
        return super().check_action(action, parameters)

    def action_turn(self, pane: str) -> None:
        """Open a page, and go to what is on it."""
        self.query_one("#pages", TabbedContent).active = pane
        first = {"problems": "#complaints", "stages": "#calendar", "trials": "#settings"}
        self.call_after_refresh(self.query_one(first.get(pane, f"#{pane}-leaf")).focus)

    def action_leaf(self, way: int) -> None:
        """Open the next page, or the one before."""
        ids = [id for id, _ in PANES]
        self.action_turn(ids[(ids.index(self.pane) + way) % len(ids)])

    def action_level(self) -> None:
        """Show problems of another level alone, or all of them."""
        self.query_one(Complaints).turn()

    def action_again(self) -> None:
        """Read the crisis again, whatever the folder says."""
        self.read()

    @work(exclusive=True, group="manual")
    async def open_manual(self, event: Complaints.Asked) -> None:
        """Open the manual page of a check, looked up beside the screen."""
        manual = await asyncio.to_thread(self._toolkit.manual, event.problem.code)
        if self.proof is not None and self.is_current:
            self.app.push_screen(ManualPage(self.proof, event.problem, manual))

    def on_complaints_asked(self, event: Complaints.Asked) -> None:
        """Open all about a complaint."""
        event.stop()
        self.open_manual(event)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the lobby of a stage."""
        scenario = self.proof.scenario if self.proof is not None else None
        if event.option_list.id == "calendar" and scenario is not None:
            from game.screens.application import Horseshoe

            stage = self._stages[event.option_index].id if event.option_index else ""
            cast(Horseshoe, self.app).open_lobby(scenario, stage, self._folder)

    def action_leave(self) -> None:
        """Leave the desk."""
        self.dismiss(None)


def _row(scenario: Scenario, stage: Stage) -> Row:
    """A stage: its day and title, its id, its members, and the texts that history put there."""
    texts = [literally(x.symbol or x.title) for x in scenario.open.drafts if x.stage == stage.id]
    told = f"{stage.id} · {len(members_at(scenario, stage.id))} members"
    told += "" if stage.short else " · not in short sittings"
    told += f" · {', '.join(texts)}" if texts else ""
    title = Content.assemble((literally(stage.title), "bold"), (f"   {literally(told)}", "dim"))
    return Row(Content(f"{day(stage.date):>17}  "), title)
