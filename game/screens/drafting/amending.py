"""An amendment being written: one change to a draft before the Council, shown in its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.prose.clauses import paragraph
from game.prose.document import amendment, printed
from game.prose.paper import Line
from game.screens.council import Council
from game.screens.drafting.desk import Desk
from game.screens.drafting.library import Library
from game.screens.drafting.manuscript import Change
from game.screens.drafting.paragraphs import Paragraphs
from game.screens.pieces.asking import Asking
from game.screens.pieces.literal import literally
from game.session.actions import MoveAmendment
from game.session.scenario import Clause


class AmendingTable(Desk):
    """An amendment to the draft of a symbol; gives back a MoveAmendment, or nothing."""

    HAND_IN = "Ctrl+S moves the amendment."
    ON_TEXT = f"{Desk.ON_TEXT}   R: replace"
    GUIDE: ClassVar[str] = (
        "An amendment makes one change to a draft. Enter in the library inserts a clause after the "
        "paragraph under the "
        "cursor (+); in the text, X strikes a paragraph out (−), E words it otherwise, and R lets you "
        "choose the clause "
        "that takes its place; U asks for no change again. If the sponsors accept an amendment, the text "
        "changes at "
        "once; otherwise it is voted on before the text, the one furthest from it first. Ctrl+S moves it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "replace", "Replace", show=False),
        Binding("u", "undo", "No change"),
    ]

    def __init__(self, council: Council, seat: str, symbol: str) -> None:
        """Open the table with a draft before the Council; KeyError for a symbol that is not there."""
        super().__init__(council, seat)
        self.change = Change(self.view.chamber.drafts[symbol])
        self._replacing = -1
        """The place of the clause whose successor is being chosen, -1 for none."""

    # -- what the desk asks ------------------------------------------------------------------------------
    def heading(self) -> str:
        """Return what is being written."""
        draft = self.change.draft
        return f"Amendment to {draft.symbol}{f' · {draft.title}' if draft.title else ''}"

    def text(self) -> tuple[Clause, ...]:
        """Return the text with the change shown in it."""
        return self.change.after(self.scenario)[0]

    def own_symbol(self) -> str:
        """Return the draft's symbol."""
        return self.change.draft.symbol

    def printed(self) -> Sequence[Line]:
        """Return the draft as printed, with the change shown in it."""
        return printed(self.scenario, replace(self.change.draft, clauses=self.text()), self.view.chamber.date)

    def marks(self) -> Mapping[int, str]:
        """Return what is new and what is struck out."""
        return self.change.after(self.scenario)[1]

    def act(self) -> MoveAmendment | None:
        """Return the act that moves the amendment."""
        return self.change.act(self.seat)

    def wanting(self) -> str:
        """Say how to begin, or what is being chosen."""
        if self._replacing >= 0:
            named = paragraph(self.scenario, self.change.draft.clauses, self._replacing)
            return f"Choose in the library the clause that takes the place of {named}."
        return (
            "Insert a clause from the library with Enter; in the text X strikes out, E rewords, R replaces."
        )

    def advise(self) -> None:
        """Say the amendment as it would be printed, then the rest."""
        super().advise()
        if self.change.change:
            change = self.change.amendment(self.seat)
            lines = amendment(self.scenario, change, self.change.draft.clauses, self.view.chamber.date)
            head = max((i for i, line in enumerate(lines) if line.side == "centre"), default=-1)
            asks = " ".join(line.text for line in lines[head + 1 :] if line.text.strip())
            static = self.query_one("#on-clause", Static)
            said = Content.assemble(("The amendment: ", "bold $primary"), literally(asks))
            static.update(Content("\n").join([said, self.on_clause()]))

    def weighed(self) -> tuple[Clause, ...]:
        """Return the text as the amendment would make it."""
        return self.change.result(self.scenario)

    def take(self, clause: Clause) -> None:
        """Insert a clause after the paragraph under the cursor, or in the place of the one to be replaced."""
        place = self._place()
        if self._replacing >= 0:
            self.change.replace(self._replacing, clause)
        else:
            self.change.add(clause, place)
        self._settle(clause)

    def rewritten(self, place: int, clause: Clause) -> None:
        """Put a clause worded otherwise in the place of the one that stands."""
        at = self._place()
        if self.change.change == "add" and self.clause_at(place) is self.change.clause:
            self.change.clause = clause
        elif clause != self.change.draft.clauses[at]:
            self.change.replace(at, clause)
        self._settle(clause)

    def _settle(self, clause: Clause | None) -> None:
        self._replacing = -1
        self._about = clause
        shown, marks = self.change.after(self.scenario)
        new = next((i for i, mark in marks.items() if mark == "+"), min(marks, default=-1))
        self.show(new if 0 <= new < len(shown) else None)

    def _place(self) -> int:
        """Return the place in the draft itself of the paragraph under the cursor; -1 for its end."""
        shown, marks = self.change.after(self.scenario)
        at = self.query_one(Paragraphs).place
        if not 0 <= at < len(shown):
            return -1
        return at - sum(mark == "+" and i <= at for i, mark in marks.items())

    # -- what a person does ------------------------------------------------------------------------------
    def action_strike(self) -> None:
        """Strike the paragraph under the cursor out."""
        place = self._place()
        if 0 <= place < len(self.change.draft.clauses):
            self.change.delete(place)
            self._settle(self.change.draft.clauses[place])

    def action_replace(self) -> None:
        """Choose the clause that takes the place of the paragraph under the cursor."""
        place = self._place()
        self.change.undo()
        self._replacing = max(0, place)
        self.show(self._replacing)
        self.query_one(Library).query_one("#kinds").focus()

    def action_undo(self) -> None:
        """Ask for no change."""
        self.change.undo()
        self._settle(None)

    def action_leave(self) -> None:
        """Leave the table; a change is not thrown away without asking."""
        if self._replacing >= 0:
            self._settle(None)
            return
        if not self.change.change:
            self.dismiss(None)
            return

        def answered(answer: str | None) -> None:
            if answer == "tear":
                self.dismiss(None)

        answers = (("write", "Go on writing"), ("tear", "Throw it away"))
        self.app.push_screen(Asking("Your amendment", "It has not been moved.", answers), answered)
