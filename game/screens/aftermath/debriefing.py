"""The debrief: your line of events beside history's, how each delegation fared, the eight terms, questions
and sources.

It opens what was sealed, so it is shown when a sitting is over and not before. It never scores how near a
sitting came
to history.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, Static, TabbedContent, TabPane, Tabs

from game.prose.choices import Motives
from game.prose.debrief import Debrief, debrief
from game.screens.aftermath import comparing
from game.screens.aftermath.choosing import Chosen
from game.screens.aftermath.exporting import PAPERS, Kept, write
from game.screens.aftermath.recording import MISFIT
from game.screens.aftermath.whence import Leads, Whence
from game.screens.pieces.asking import Asking
from game.screens.pieces.board import bar
from game.screens.pieces.literal import literally
from game.screens.pieces.sheet import Sheet
from game.session.state import State
from game.sitting import Replay
from game.sitting.choices import motives

PANES = (
    ("line", "Your line"),
    ("why", "Why?"),
    ("choices", "Choices"),
    ("terms", "Terms"),
    ("seats", "Delegations"),
    ("questions", "Questions"),
    ("sources", "Sources"),
)
LISTS = {"why": "#why-list", "choices": "#choices-list"}
"""What is gone to on pages that begin with a list."""
NO_SENSE = "This sitting cannot be compared with history: its record does not fit the crisis as it is now."


class Pages(Vertical):
    """The pages of a debrief."""

    def __init__(self, told: Debrief) -> None:
        """Lay out a comparison."""
        super().__init__()
        self._told = told

    def compose(self) -> ComposeResult:
        """Yield a page for each part."""
        leaves: dict[str, Callable[[], ComposeResult]] = {
            "line": self._line,
            "terms": self._terms,
            "seats": self._seats,
            "questions": self._questions,
            "sources": self._sources,
        }
        with TabbedContent(id="pages"):
            for i, (id, label) in enumerate(PANES, 1):
                with TabPane(Content(f"{i} {label}"), id=id):
                    if id == "why":
                        yield Whence(self._told.whys)
                        continue
                    if id == "choices":
                        yield Chosen()
                        continue
                    with VerticalScroll(id=f"{id}-page", classes="page"):
                        yield from leaves[id]()

    def _line(self) -> ComposeResult:
        reached = [("ending", self._told.ending.id)] if self._told.ending else []
        yield Leads(comparing.ending(self._told), reached, "leaf")
        for stage in self._told.stages:
            with Vertical(classes="stage"):
                yield Static(comparing.heading(stage), markup=False)
                with Horizontal(classes="sides"):
                    yield Static(comparing.here(stage), classes="side", markup=False)
                    yield Static(comparing.in_history(stage), classes="side", markup=False)
                yield Static(comparing.apart(stage), classes="apart", markup=False)
                yield Leads(comparing.tracks(stage), [("track", x.id) for x in stage.shown], "quiet")

    def _terms(self) -> ComposeResult:
        credible = Content.assemble(
            ("Credibility at the end: ", "bold"), (bar(self._told.credibility, comparing.BAR), "$primary"),
            (f" {self._told.credibility:.2f}", "bold"),
            ("  Each term runs from 0 to 1; the weakest governs the whole. "
             "The numbers in brackets are documents told under Sources.", "$quiet"),
        )  # fmt: skip
        yield Static(credible, classes="leaf", markup=False)
        with Container(classes="cards"):
            for term in self._told.terms:
                yield Static(comparing.term(term), classes="card", markup=False)

    def _seats(self) -> ComposeResult:
        with Container(classes="cards"):
            for fared in self._told.delegations:
                yield Static(comparing.delegation(fared), classes="card", markup=False)

    def _questions(self) -> ComposeResult:
        yield Static("Questions for class", classes="heading", markup=False)
        yield Static(comparing.questions(self._told), classes="leaf", markup=False)
        yield Static("Doubtful statements, and what is better", classes="heading", markup=False)
        yield Static(comparing.doubts(self._told), classes="leaf", markup=False)

    def _sources(self) -> ComposeResult:
        yield Static(comparing.sources(self._told), classes="leaf", markup=False)


class Debriefing(Sheet[None]):
    """The debrief of a finished sitting."""

    CSS_PATH = "debriefing.tcss"
    GUIDE: ClassVar[str] = (
        "What came of the sitting beside what history did: stage by stage, with each divergence (≠) named "
        "and none counted; why it ended so, why each measure stands where it does and what brought each "
        "happening about, walked back over the record (choose a question with ↑ ↓, Tab goes to its answer); "
        "what every scripted delegation chose and why (Enter on a vote opens what it weighed, term by term; "
        "F lists one delegation alone); "
        "the eight terms of collective security; how every delegation fared, its secret objectives "
        "now open; "
        "questions for class; and where the facts come from. 1 to 7 or the arrows choose a page, W asks why, "
        "E writes papers as Markdown beside the save."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(i), f"turn('{id}')", label, show=False) for i, (id, label) in enumerate(PANES, 1)),
        Binding("right", "leaf(1)", "Next page", show=False),
        Binding("left", "leaf(-1)", "Page before", show=False),
        Binding("w", "turn('why')", "Why?"),
        Binding("e", "export", "Export"),
        Binding("escape", "leave", "Back"),
    ]

    class Exported(Message):
        """Papers were written, or could not be."""

        def __init__(self, files: Sequence[Path], trouble: str) -> None:
            """Carry the files and a sentence about what went wrong."""
            super().__init__()
            self.files, self.trouble = tuple(files), trouble

    class Compared(Message):
        """The sitting has been compared with history, or cannot be."""

        def __init__(self, told: Debrief | None, state: State | None) -> None:
            """Carry the comparison and the state at the end; neither if the record makes no sense."""
            super().__init__()
            self.told, self.state = told, state

    class Reckoned(Message):
        """What scripted delegations chose, and why, has been found out."""

        def __init__(self, motives: Motives) -> None:
            """Carry the choices."""
            super().__init__()
            self.motives = motives

    def __init__(self, kept: Kept) -> None:
        """Look back on a finished sitting."""
        super().__init__()
        self._kept = kept
        self._state: State | None = None
        self.told: Debrief | None = None
        """The comparison, once it has been made."""

    def compose(self) -> ComposeResult:
        """Yield the heading and the room for the pages."""
        title = literally(self._kept.scenario.open.title)
        yield Static(Content(f" Debrief · {title}"), id="heading", markup=False)
        with Vertical(id="room"):
            yield Static(
                "Comparing the sitting with history …", id="comparing", classes="quiet", markup=False
            )
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Compare, beside the screen."""
        super().on_mount()
        self.compare()

    @work(thread=True, exclusive=True, group="compare")
    def compare(self) -> None:
        """Compare the sitting with history."""
        kept = self._kept
        try:
            state = Replay(kept.scenario, kept.record).at(len(kept.record))
            self.post_message(self.Compared(debrief(kept.record, state, kept.scenario), state))
        except MISFIT:
            self.post_message(self.Compared(None, None))

    @work(thread=True, exclusive=True, group="reckon")
    def reckon(self) -> None:
        """Find out why scripted delegations did what they did."""
        with suppress(*MISFIT):
            self.post_message(self.Reckoned(motives(self._kept.scenario, self._kept.record)))

    def on_debriefing_reckoned(self, event: Reckoned) -> None:
        """List what they chose."""
        self.query_one(Chosen).show(event.motives)

    async def on_debriefing_compared(self, event: Compared) -> None:
        """Lay out the pages."""
        if event.told is None:
            self.query_one("#comparing", Static).update(NO_SENSE)
            return
        self.told, self._state = event.told, event.state
        await self.query_one("#comparing").remove()
        await self.query_one("#room").mount(Pages(event.told))
        self.query_one("#line-page").focus()
        self.reckon()
        self.call_after_refresh(self.refresh_bindings)

    @property
    def laid_out(self) -> bool:
        """Whether the pages are there to be turned, the last of them too."""
        return self.told is not None and bool(self.query(f"#{PANES[-1][0]}-page .leaf"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Turn pages and write papers once there are any."""
        if action in ("turn", "leaf", "export") and not self.laid_out:
            return False
        return super().check_action(action, parameters)

    # -- what a person does ------------------------------------------------------------------------------
    def action_turn(self, page: str) -> None:
        """Turn to a page."""
        self.query_one("#pages", TabbedContent).active = page
        if not isinstance(self.focused, Tabs):
            self.query_one(LISTS.get(page, f"#{page}-page")).focus()

    def on_leads_asked(self, event: Leads.Asked) -> None:
        """Turn to the question that a clicked line leads to."""
        if self.laid_out:
            self.action_turn("why")
            self.query_one(Whence).ask(event.kind, event.id)

    def action_leaf(self, by: int) -> None:
        """Turn to the next page or the one before."""
        ids = [id for id, _ in PANES]
        at = ids.index(self.query_one("#pages", TabbedContent).active)
        self.action_turn(ids[(at + by) % len(ids)])

    def action_export(self) -> None:
        """Ask which papers to write."""
        answers = [*PAPERS, ("all", "All four")]
        where = self._kept.path.parent if self._kept.path else "the folder of saves"
        question = f"They are written as Markdown into {where}."

        def chosen(paper: str | None) -> None:
            if paper:
                self.export([id for id, _ in PAPERS] if paper == "all" else [paper])

        self.app.push_screen(Asking("Which papers?", question, answers), chosen)

    @work(thread=True, exclusive=True, group="export")
    def export(self, papers: Sequence[str]) -> None:
        """Write papers beside the save, while the screen goes on."""
        if self._state is None:
            return
        self.post_message(self.Exported(*write(self._kept, self._state, papers)))

    def on_debriefing_exported(self, event: Exported) -> None:
        """Say where the papers are."""
        files = "\n".join(literally(str(file)) for file in event.files)
        if event.trouble:
            said = f"{literally(event.trouble)}\n{files}".strip()
            self.notify(said, title="Not everything was written", severity="error", markup=False)
        else:
            self.notify(files, title="Written", timeout=12, markup=False)

    def action_leave(self) -> None:
        """Close the debrief."""
        self.dismiss(None)
