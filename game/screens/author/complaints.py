"""What is wrong with a crisis: the complaints one above the other, and the place of the one under the cursor.

It shows what a proof says and judges nothing.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from game.packs import Problem
from game.screens.author.proof import ACCEPTED, SIGNS, Proof, excerpt, said
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally, titled, words
from game.screens.pieces.sheet import Slip

AROUND = 20
"""Lines of the file shown before and after the one complained of, where there is room."""
BESIDES = 6
"""Rows that the complaint itself takes, and the line and column complained of."""
WHOLE = 14
"""The same on a page of its own."""
READING = "Reading the crisis …"
FILTERS = {"": "everything", "error": "errors alone", "warning": "warnings alone", "note": "notes alone"}


class Complaints(Vertical):
    """The complaints of a proof."""

    class Asked(Message):
        """Somebody wants to read all about a complaint."""

        def __init__(self, problem: Problem) -> None:
            """Carry the complaint."""
            super().__init__()
            self.problem = problem

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with no proof."""
        super().__init__(id=id)
        self.proof = Proof()
        self._read = False
        """Whether there was a proof; before, nothing is known of the crisis."""
        self.level = ""
        """The level that alone is shown; empty for all."""
        self._listed: tuple[Problem, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the list, and the place of what is under the cursor."""
        yield HangingList(id="complaints")
        with VerticalScroll(id="place", can_focus=False):
            yield Static(READING, id="said", markup=False)

    def show(self, proof: Proof) -> None:
        """Show another proof; the cursor goes to an error that is new, else stays where it was, or near."""
        known, at = self.proof.problems, self.pointed
        fresh = (x for x in proof.problems if x.grave and not any(_alike(x, y) for y in known))
        self.proof, self._read = proof, True
        self._list(next(fresh, at))

    def turn(self) -> None:
        """Show another level alone, or all again."""
        circle = [level for level in FILTERS if not level or self.proof.count(level)]
        at = circle.index(self.level) if self.level in circle else 0
        self.level = circle[(at + 1) % len(circle)]
        self._list(self.pointed)

    @property
    def pointed(self) -> Problem | None:
        """The complaint under the cursor."""
        at = self.query_one("#complaints", HangingList).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    def _list(self, before: Problem | None) -> None:
        complaints = self.query_one("#complaints", HangingList)
        was = complaints.highlighted or 0
        if self.level and not self.proof.count(self.level):
            self.level = ""
        chosen = [x for x in self.proof.problems if self.level in ("", x.level)]
        self._listed = tuple(sorted(chosen, key=lambda x: bool(x.accepted)))
        same = (i for i, x in enumerate(self._listed) if before is not None and _alike(x, before))
        at = next(same, min(was, len(self._listed) - 1))
        complaints.hang(map(_row, self._listed), at if self._listed else None)
        complaints.border_title = titled(self.proof.sum)
        complaints.border_subtitle = f"L: {FILTERS[self.level]}" if self._listed else ""
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        """Show as many lines of the file as there is room for."""
        self.call_after_refresh(self._tell)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the place of a complaint."""
        event.stop()
        self._tell()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for all about a complaint."""
        event.stop()
        if self.pointed is not None:
            self.post_message(self.Asked(self.pointed))

    def _tell(self) -> None:
        problem, place = self.pointed, self.query_one("#place", VerticalScroll)
        place.border_title = titled(problem.where if problem is not None else "The place")
        place.border_subtitle = "Enter: what the check asks" if problem is not None else ""
        self.query_one("#said", Static).update(self._told(problem))
        place.scroll_home(animate=False)

    def _told(self, problem: Problem | None) -> Content:
        if not self._read:
            return Content(READING)
        if problem is not None:
            room = self.query_one("#place").scrollable_content_region
            around = max(1, min(AROUND, (room.height - BESIDES) // 2))
            return Content("\n\n").join([said(problem), excerpt(self.proof, problem, around, room.width)])
        if self.proof.trouble:
            return Content.assemble(("! ", "bold $warning"), literally(self.proof.trouble))
        return Content.assemble(
            ("✓ Nothing is wrong with this crisis. ", "bold $success"),
            "It can be played: 3 begins it at any stage, 7 plays it many times over. "
            "Change a file and save it: it is read again at once.",
        )


class ManualPage(Slip[None]):
    """All about one complaint: what is wrong, where, and what the check asks, with examples."""

    CSS_PATH = "complaints.tcss"
    GUIDE: ClassVar[str] = (
        "One complaint in full: what is wrong and what to do, the lines of the file round the place, and the "
        "manual page of the check, with what passes and what does not. The arrows turn the page."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Back", show=False)]
    AUTO_FOCUS = "#leaf"

    def __init__(self, proof: Proof, problem: Problem, manual: str) -> None:
        """Open at a complaint."""
        super().__init__()
        self._proof, self._problem, self._manual = proof, problem, manual

    def compose(self) -> ComposeResult:
        """Yield the page."""
        problem = self._problem
        with VerticalScroll(id="leaf", classes="slip tall") as leaf:
            leaf.border_title = titled(f"{SIGNS[problem.level]} {problem.where}")
            leaf.border_subtitle = "Escape: back"
            yield Static(said(problem), markup=False)
            yield Static(f"\nThe check: {literally(problem.code)}", classes="heading", markup=False)
            yield Static(words(flowing(self._manual or NO_MANUAL)), markup=False)
            yield Static(f"\n{literally(problem.file)}", classes="heading", markup=False)
            yield Static(id="lines", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Cut the lines of the file to the page's width."""
        room = self.query_one("#leaf").scrollable_content_region.width - 2
        lines = excerpt(self._proof, self._problem, WHOLE, room)
        self.query_one("#lines", Static).update(lines)


NO_MANUAL = "This is about the form of the files and has no page of its own; crises/README.md tells of it."


def flowing(manual: str) -> str:
    """Return a manual page whose paragraphs are one line each, to be broken where the page ends; what is set
    in, as examples are, stays as it is.
    """
    lines: list[str] = []
    for line in manual.split("\n"):
        runs_on = bool(lines) and lines[-1] not in ("", "PASS", "FAIL") and lines[-1][:1] != " "
        if runs_on and line and line[:1] not in " -" and line not in ("PASS", "FAIL"):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _row(problem: Problem) -> Row:
    """A complaint; its sign says its level (no colour, for the row may lie under the cursor)."""
    sign = ACCEPTED if problem.accepted else SIGNS[problem.level]
    where, what = literally(problem.where), literally(problem.what)
    return Row(Content.styled(f"{sign} ", "bold"), Content.assemble((where, "bold"), f"  {what}"))


def _alike(one: Problem, other: Problem) -> bool:
    """Whether two complaints are the same but for the line, which moves as somebody writes."""
    return (one.file, one.code, one.what) == (other.file, other.code, other.what)
