"""The library of clauses: what may be written now, by part and by what it does, the weakest verb first.

A list to choose from and nothing else; whoever owns it hears which clause is pointed at and which is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from game.screens.drafting.advice import CHARACTERS
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally
from game.session.scenario import ClauseKind

PARTS = ("preamble", "operative")


class Library(Vertical):
    """Clauses to be taken, with a line to look for one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "into", "To the clauses", show=False)]

    class Pointed(Message):
        """A clause is under the cursor."""

        def __init__(self, kind: ClauseKind) -> None:
            """Carry it."""
            super().__init__()
            self.kind = kind

    class Taken(Message):
        """A person takes a clause for the text."""

        def __init__(self, kind: ClauseKind) -> None:
            """Carry it."""
            super().__init__()
            self.kind = kind

    def __init__(self, kinds: Sequence[ClauseKind], *, id: str | None = None) -> None:
        """Offer kinds of clauses."""
        super().__init__(id=id)
        self._kinds = tuple(kinds)
        self._shown: list[ClauseKind | None] = []

    def compose(self) -> ComposeResult:
        """Yield the line and the list."""
        yield Input(placeholder="/ find a clause", max_length=40, id="find", compact=True)
        yield HangingList(id="kinds")

    def on_mount(self) -> None:
        """List all of them."""
        self._list(self._kinds)

    def _kind_at(self, place: int) -> ClauseKind | None:
        """The clause in a row; none for a heading, nor for a row of a list that has changed meanwhile."""
        return self._shown[place] if place < len(self._shown) else None

    def _list(self, kinds: Iterable[ClauseKind]) -> None:
        """List kinds in groups: a heading for each part, one for each thing that clauses do."""
        self._shown = []
        rows: list[Row] = []
        group = ("", "")
        for kind in sorted(kinds, key=_order):
            if (kind.part, kind.character) != group:
                group = (kind.part, kind.character)
                label = CHARACTERS.get(kind.character, kind.character)
                heading = "PREAMBLE" if kind.part == "preamble" else f"OPERATIVE · {label}"
                if kind.part == "operative" or not rows:
                    rows.append(_heading(Content.styled(heading, "bold $primary")))
                    self._shown.append(None)
            rows.append(Row(Content.styled(f"{kind.rank:>2} ", "bold"), Content(literally(kind.title))))
            self._shown.append(kind)
        if not rows:
            rows.append(_heading(Content.styled("No clause is called so.", "$quiet")))
            self._shown.append(None)
        first = next((i for i, kind in enumerate(self._shown) if kind is not None), None)
        self.query_one("#kinds", HangingList).hang(rows, first)

    def on_input_changed(self, event: Input.Changed) -> None:
        """List those that the words are found in."""
        event.stop()
        wanted = event.value.casefold().split()
        self._list(
            k for k in self._kinds if all(w in f"{k.verb} {k.title} {k.text}".casefold() for w in wanted)
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what was found."""
        event.stop()
        self.action_into()

    def action_into(self) -> None:
        """Go to what was found, from the line above it."""
        self.query_one("#kinds").focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what is pointed at."""
        event.stop()
        if kind := self._kind_at(event.option_index):
            self.post_message(self.Pointed(kind))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell what is taken."""
        event.stop()
        if kind := self._kind_at(event.option_index):
            self.post_message(self.Taken(kind))


def _order(kind: ClauseKind) -> tuple[int, int, int, str]:
    """Preamble first, then by what clauses do, then by the force of their verbs."""
    at = list(CHARACTERS).index(kind.character) if kind.character in CHARACTERS else len(CHARACTERS)
    return (
        PARTS.index(kind.part) if kind.part in PARTS else 2,
        0 if kind.part == "preamble" else at,
        kind.rank,
        kind.title,
    )


def _heading(text: Content) -> Row:
    return Row(Content(""), text, open=False)
