"""A text being written: the clauses on the drafting table, or the one change an amendment would make.

Values and nothing else: the sheets draw them, the law judges the act they become. A manuscript may lie on a
delegation's
desk while the sitting goes on; it must never be shown to another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.session.actions import MoveAmendment, TableDraft
from game.session.scenario import Clause, Scenario
from game.session.state import Amendment, Draft
from game.session.texts import amended, in_order

MOST_UNDONE = 100
"""Changes to a text that may be taken back."""


@dataclass(slots=True)
class Manuscript:
    """A draft of one's own, preamble first; `stored` names the pack's text that it still is word for word."""

    title: str = ""
    clauses: tuple[Clause, ...] = ()
    stored: str = ""
    form: str = "resolution"
    """What the text is to be: a resolution, a statement (of the President) or one to the press."""
    before: list[tuple[str, tuple[Clause, ...], str]] = field(default_factory=list)
    """The text as it stood before each change, the latest last."""

    @property
    def blank(self) -> bool:
        """Whether nothing has been written."""
        return not (self.clauses or self.title)

    def take_up(self, title: str, clauses: tuple[Clause, ...], stored: str = "") -> None:
        """Begin from a text that is there already."""
        self._remember()
        self.title, self.clauses, self.stored = title, clauses, stored

    def add(self, scenario: Scenario, clause: Clause, after: int = -1) -> int:
        """Write a clause after the one at a place, or at its part's end; return where it came to stand."""
        at = after + 1 if 0 <= after < len(self.clauses) else len(self.clauses)
        self._set(in_order(scenario, (*self.clauses[:at], clause, *self.clauses[at:])))
        return _place_of(self.clauses, clause)

    def reword(self, place: int, clause: Clause) -> None:
        """Write a clause of the same kind otherwise."""
        if clause != self.clauses[place]:
            self._set((*self.clauses[:place], clause, *self.clauses[place + 1 :]))

    def strike(self, place: int) -> None:
        """Take a clause out."""
        self._set((*self.clauses[:place], *self.clauses[place + 1 :]))

    def shift(self, scenario: Scenario, place: int, by: int) -> int:
        """Move a clause one place up (-1) or down (1) within its part; return where it stands then."""
        to = place + by
        if not (0 <= place < len(self.clauses) and 0 <= to < len(self.clauses)):
            return place
        if part(scenario, self.clauses[place]) != part(scenario, self.clauses[to]):
            return place
        order = list(self.clauses)
        order[place], order[to] = order[to], order[place]
        self._set(tuple(order))
        return to

    def act(self, seat: str) -> TableDraft:
        """Return the act that lays the text before the Council."""
        if self.stored and self.form == "resolution":
            return TableDraft(seat, stored=self.stored)
        return TableDraft(seat, title=self.title, clauses=self.clauses, form=self.form)

    def undo(self) -> bool:
        """Take the last change back; say whether there was one."""
        if self.before:
            self.title, self.clauses, self.stored = self.before.pop()
            return True
        return False

    def _remember(self) -> None:
        self.before.append((self.title, self.clauses, self.stored))
        del self.before[:-MOST_UNDONE]

    def _set(self, clauses: tuple[Clause, ...]) -> None:
        self._remember()
        self.clauses, self.stored = clauses, ""


@dataclass(slots=True)
class Change:
    """One change to a draft before the Council; `change` is add, delete or replace, empty for none yet."""

    draft: Draft
    change: str = ""
    place: int = -1
    clause: Clause | None = None

    def add(self, clause: Clause, after: int) -> None:
        """Insert a clause after the one at a place, or at the end."""
        at = after + 1 if 0 <= after < len(self.draft.clauses) else -1
        self.change, self.place, self.clause = "add", at, clause

    def replace(self, place: int, clause: Clause) -> None:
        """Put a clause in the place of another."""
        self.change, self.place, self.clause = "replace", place, clause

    def delete(self, place: int) -> None:
        """Strike a clause out."""
        self.change, self.place, self.clause = "delete", place, None

    def undo(self) -> None:
        """Ask for no change."""
        self.change, self.place, self.clause = "", -1, None

    def act(self, seat: str) -> MoveAmendment | None:
        """Return the act that moves the amendment, or None while nothing is to be changed."""
        if not self.change:
            return None
        return MoveAmendment(seat, self.draft.symbol, self.change, self.place, self.clause)

    def amendment(self, seat: str) -> Amendment:
        """Return the amendment as it would be, for printing."""
        there = self.change in ("delete", "replace") and 0 <= self.place < len(self.draft.clauses)
        target = self.draft.clauses[self.place] if there else None
        return Amendment("S/…", seat, self.draft.symbol, self.change, self.place, self.clause, target)

    def after(self, scenario: Scenario) -> tuple[tuple[Clause, ...], dict[int, str]]:
        """Return the text with the change shown in it, and the marks of what is new (+) or struck out (−)."""
        old = self.draft.clauses
        if self.change == "delete":
            return old, {self.place: "−"}
        if not self.change or self.clause is None:
            return old, {}
        if self.change == "replace":
            shown = (*old[: self.place + 1], self.clause, *old[self.place + 1 :])
            return shown, {self.place: "−", self.place + 1: "+"}
        at = Amendment("", "", self.draft.symbol, "add", self.place, self.clause)
        shown = amended(scenario, old, at) or old
        return shown, {_place_of(shown, self.clause): "+"}

    def result(self, scenario: Scenario) -> tuple[Clause, ...]:
        """Return the text as the amendment would make it."""
        if not self.change:
            return self.draft.clauses
        return amended(scenario, self.draft.clauses, self.amendment("")) or self.draft.clauses


def part(scenario: Scenario, clause: Clause) -> str:
    """Return the part of the text in which a clause stands."""
    kind = scenario.clause.get(clause.kind)
    return kind.part if kind else "operative"


def _place_of(clauses: tuple[Clause, ...], clause: Clause) -> int:
    """Where the very clause just written stands; equal ones that stood there before are not meant."""
    return next((i for i in range(len(clauses) - 1, -1, -1) if clauses[i] is clause), len(clauses) - 1)
