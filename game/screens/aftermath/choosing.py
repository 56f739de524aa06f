"""What scripted delegations chose, and why: a list of votes and acts, a reason beside it, and the terms of a
vote.

It draws what `sitting.choices` found out and adds nothing. It opens briefs: it belongs to the debrief.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar
from unicodedata import normalize

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.prose.choices import Choice, Motives
from game.prose.names import day
from game.prose.votes import MARKS
from game.screens.pieces.canvas import shortened
from game.screens.pieces.literal import literally, titled
from game.screens.pieces.sheet import Slip

WAIT = "The delegations are asked why …"
NOBODY = "No scripted delegation chose anything in this sitting."
ROW, WIDE_ROW = 53, 91
"""Cells of an act's row where the reason stands beside the list, before it is cut; and on a wide screen."""
BELOW, WIDE = 100, 160
"""Cells of a screen under which the reason stands below the list, with rows as wide as the screen, and of a
wide one."""


class Chosen(Container):
    """Choices, and the reason of the one under the cursor; Enter on a vote opens its terms."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "only", "One delegation")]

    def __init__(self) -> None:
        """Wait for the choices."""
        super().__init__(id="choosing")
        self._motives = Motives()
        self._chosen: dict[str, Choice] = {}
        self._room = ROW

    def compose(self) -> ComposeResult:
        """Yield the list and the room for the reason."""
        yield OptionList(id="choices-list", markup=False)
        with VerticalScroll(id="choices-page"):
            yield Static(Content.styled(WAIT, "$quiet"), id="reason", classes="leaf", markup=False)

    def show(self, motives: Motives) -> None:
        """List what was chosen: each roll call with its votes, and the other acts between them."""
        self._motives = motives
        self._list(motives)

    def action_only(self) -> None:
        """Ask whose choices are to be listed."""
        from game.screens.pieces.asking import Asking

        seats = {c.seat: literally(c.name) for c in _all(self._motives)}
        rows = [("all", "All delegations"), *sorted(seats.items(), key=lambda row: normalize("NFKD", row[1]))]

        def chosen(seat: str | None) -> None:
            if seat:
                self._list(self._motives if seat == "all" else only(self._motives, seat))

        self.app.push_screen(Asking("Choices", "Whose choices do you want to see?", rows), chosen)

    def _list(self, motives: Motives) -> None:
        self._chosen.clear()
        wide = self.app.size.width
        self._room = wide - 8 if wide < BELOW else ROW if wide < WIDE else WIDE_ROW
        listed = self.query_one("#choices-list", OptionList)
        listed.clear_options()
        listed.add_options(list(self._rows(motives)))
        if not self._chosen:
            self.query_one("#reason", Static).update(Content.styled(NOBODY, "$quiet"))
            return
        listed.highlighted = next(i for i, option in enumerate(listed.options) if not option.disabled)

    def _rows(self, motives: Motives) -> Iterator[Option]:
        """Yield headings and rows in the order of the record."""
        parts = [(roll.question, roll.date, roll.choices) for roll in motives.rolls]
        starts = sorted(choices[0].at for _, _, choices in parts)
        for (date, _), acts in groupby(motives.acts, key=lambda c: (c.date, bisect(starts, c.at))):
            parts.append(("What was done", date, tuple(acts)))
        for heading, date, choices in sorted(parts, key=lambda part: part[2][0].at):
            told = f"{heading} · {day(date)}" if date else heading
            yield Option(Content.styled(literally(told), "bold $primary"), disabled=True)
            for choice in choices:
                self._chosen[str(choice.at)] = choice
                yield Option(_row(choice, self._room), str(choice.at))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell why."""
        event.stop()
        choice = self._chosen.get(event.option_id or "")
        if choice is not None:
            self.query_one("#reason", Static).update(_told(choice))
            self.query_one("#choices-page", VerticalScroll).scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the terms of a vote."""
        event.stop()
        choice = self._chosen.get(event.option_id or "")
        if choice is not None and choice.terms:
            self.app.push_screen(Weighed(choice))
        else:
            self.app.bell()


class Weighed(Slip[None]):
    """The arithmetic of one vote, term by term."""

    CSS_PATH = "choosing.tcss"
    GUIDE: ClassVar[str] = (
        "How the delegation weighed the text at the moment of its vote: each clause and the sponsors with "
        "what they add, from -3 to 3; the sum, and what its worst clause makes of it; what a yes and a no "
        "ask for. A promise, a sponsorship or an instruction may have gone before: then the reason says so."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Back", show=False)]
    AUTO_FOCUS = "#weighed"

    def __init__(self, choice: Choice) -> None:
        """Prepare the terms of a vote."""
        super().__init__()
        self._choice = choice

    def compose(self) -> ComposeResult:
        """Yield the reason that was given, and the terms."""
        with VerticalScroll(id="weighed", classes="slip") as sheet:
            sheet.border_title = titled(f"{self._choice.name}: {_vote(self._choice)}")
            sheet.border_subtitle = "Escape: back"
            yield Static(Content(literally(self._choice.reason)), classes="leaf", markup=False)
            for term in self._choice.terms:
                yield Static(_term(term), classes="term", markup=False)


def only(motives: Motives, seat: str) -> Motives:
    """Return the choices of one seat alone."""
    rolls = (replace(r, choices=tuple(c for c in r.choices if c.seat == seat)) for r in motives.rolls)
    return Motives(tuple(r for r in rolls if r.choices), tuple(c for c in motives.acts if c.seat == seat))


def _all(motives: Motives) -> Iterator[Choice]:
    yield from motives.acts
    for roll in motives.rolls:
        yield from roll.choices


def _row(choice: Choice, room: int) -> Content:
    if not choice.vote:
        return Content(f"  {shortened(literally(_done(choice)), room)}")
    mark = f"  {MARKS.get(choice.vote, '?')}  "
    return Content.assemble((mark, f"bold {_COLOURS.get(choice.vote, '')}".strip()), literally(choice.name))


def _done(choice: Choice) -> str:
    """Return what was done, with the name of who did it where the record leaves it out."""
    known = choice.name.removeprefix("the ") in choice.done
    return choice.done if known else f"{choice.name}: {choice.done}"


_COLOURS = {"yes": "$yes", "no": "$no"}


def _vote(choice: Choice) -> str:
    return {"abstain": "abstention"}.get(choice.vote, choice.vote.replace("_", " "))


def _told(choice: Choice) -> Content:
    """Return what was done, when, and why."""
    head = f"{choice.name}: {_vote(choice)}" if choice.vote else _done(choice)
    parts = [Content.assemble((literally(head), "bold $primary"), (f"  {day(choice.date)}", "$quiet"))]
    parts.append(Content.assemble(("Why: ", "bold"), literally(choice.reason)))
    if choice.terms:
        parts.append(Content.styled("Enter opens what it weighed, term by term.", "$quiet"))
    return Content("\n\n").join(parts)


def _term(term: str) -> Content:
    """Return a line of the arithmetic; headings of its parts stand out."""
    shown = literally(term)
    return Content.styled(shown, "bold") if term.endswith(":") else Content(f"· {shown}")
