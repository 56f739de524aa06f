"""The drafting table: a draft resolution, from the library of clauses to the act that tables it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from game.plain import clean, trouble
from game.prose import organs
from game.prose.document import printed
from game.prose.names import counted
from game.prose.paper import Line
from game.screens.council import Council
from game.screens.drafting.desk import Desk
from game.screens.drafting.manuscript import Manuscript, part
from game.screens.drafting.paragraphs import Paragraphs
from game.screens.pieces.asking import Asking
from game.session.actions import TableDraft
from game.session.scenario import Clause, StoredDraft
from game.session.state import Draft, Phase

LONGEST_TITLE = 120
FORMS = (
    ("resolution", "draft resolution"),
    ("statement", "statement by the President"),
    ("press", "statement to the press"),
)
"""What a text may be: the last two are agreed to by all and never voted on (EV4, EV5)."""
COMMITTEE = {"directive": "directive", "communique": "communiqué", "press_release": "press release"}
"""What it may be beside, where the house is a crisis committee (MU5)."""


class DraftingTable(Desk):
    """A draft of one's own; gives back a TableDraft, or nothing.

    `manuscript` is what lies on the delegation's desk already; it is changed in place, so that whoever keeps
    it keeps the
    text when the table is left.
    """

    HAND_IN = "Ctrl+S lays it before the Council."
    ON_TEXT = f"{Desk.ON_TEXT}   ⇧↑ ⇧↓: move"
    GUIDE: ClassVar[str] = (
        "On the left the clauses that may be written now, each with the force of its verb: preambular ones "
        "from 1 to 5, "
        "operative ones from 1 (takes note of) to 10 (decides). Enter takes one into the text. In the text, "
        "E words a "
        "clause otherwise, X strikes it out, Shift with the arrows moves it; the preamble always comes "
        "first. The advice "
        "says on which articles a clause may rest, what in the text is doubtful (⚠) or refused (✗), and "
        "what each seat "
        "has said in public on its issues; K counts heads on the text as it stands, and H gives hints on its "
        "verbs or puts them away. F makes the text a "
        "statement, which nobody votes on and any one member blocks. U takes the last change back, O begins "
        "from a known text, P prints the whole page. Ctrl+S "
        "tables the draft."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "begin", "Begin"),
        Binding("f", "form", "Form"),
        Binding("u", "undo", "Undo"),
        Binding("shift+up,K", "shift(-1)", "Up", show=False),
        Binding("shift+down,J", "shift(1)", "Down", show=False),
    ]

    def __init__(self, council: Council, seat: str, manuscript: Manuscript | None = None) -> None:
        """Open the table, with what lies on the desk already if anything does."""
        super().__init__(council, seat)
        self._kept = manuscript is not None
        self.manuscript = manuscript if manuscript is not None else Manuscript()
        if self._tabled():
            self.manuscript.take_up("", ())
        self._before = (self.manuscript.title, self.manuscript.clauses)

    def _tabled(self) -> bool:
        """Whether the text on the desk has been laid before the Council meanwhile."""
        drafts = self.view.chamber.drafts.values()
        mine = [d.clauses for d in drafts if d.sponsors[:1] == (self.seat,)]
        return bool(self.manuscript.clauses) and self.manuscript.clauses in mine

    def above(self) -> ComposeResult:
        """Yield the line for the title."""
        yield Input(
            self.manuscript.title, placeholder="Title (may stay empty)", max_length=LONGEST_TITLE, id="title",
            compact=True, select_on_focus=False,
        )  # fmt: skip

    # -- what the desk asks ------------------------------------------------------------------------------
    def heading(self) -> str:
        """Return what is being written."""
        clauses = self.manuscript.clauses
        first = sum(part(self.scenario, c) == "preamble" for c in clauses)
        other = "" if self.manuscript.form == "resolution" else f"{self.forms[self.manuscript.form]} · "
        rest = counted(len(clauses) - first, "operative clause")
        return f"Drafting table · {other}{first} preambular, {rest}"

    def text(self) -> tuple[Clause, ...]:
        """Return the clauses written."""
        return self.manuscript.clauses

    def printed(self) -> Sequence[Line]:
        """Return the draft as it would be printed."""
        stage = self.view.chamber.stage_id
        symbol, written = organs.unnumbered(self.view.open.body), self.manuscript
        draft = Draft(symbol, (self.seat,), written.clauses, 0, written.title, stage=stage)
        if self.view.chamber.phase is Phase.PLENARY:
            draft = replace(draft, symbol="A/…", form="assembly")
        return printed(self.scenario, draft, self.view.chamber.date)

    def marks(self) -> Mapping[int, str]:
        """Return the signs of doubtful clauses."""
        return self.doubtful()

    def act(self) -> TableDraft | None:
        """Return the act that tables the draft."""
        return self.manuscript.act(self.seat) if self.manuscript.clauses else None

    def wanting(self) -> str:
        """Say how to begin, and what a text that is no draft resolution needs."""
        told = {"statement": "Any one member can prevent it (EV4). ", "press": "All must agree to it (EV5). "}
        about = told.get(self.manuscript.form, "")
        return f"{about}Enter takes clauses from the library; O begins from a known text."

    def form(self) -> str:
        """Return what the text is to be."""
        return self.manuscript.form

    def take(self, clause: Clause) -> None:
        """Write a clause after the one under the cursor, where that is of the same part."""
        self._about = clause
        self.show(self.manuscript.add(self.scenario, clause, self._after(clause)))

    def _after(self, clause: Clause) -> int:
        place = self.query_one(Paragraphs).place
        there = self.clause_at(place)
        return place if there and part(self.scenario, there) == part(self.scenario, clause) else -1

    def rewritten(self, place: int, clause: Clause) -> None:
        """Write the clause at a place otherwise."""
        self.manuscript.reword(place, clause)
        self._about = clause
        self.show(place)

    # -- what a person does ------------------------------------------------------------------------------
    def on_input_changed(self, event: Input.Changed) -> None:
        """Take the title, made plain."""
        event.stop()
        if event.input.id != "title":
            return
        if trouble(event.value):
            event.input.value = clean(event.value, limit=LONGEST_TITLE)
            return
        title = clean(event.value, limit=LONGEST_TITLE)
        if title != self.manuscript.title:
            self.manuscript.title, self.manuscript.stored = title, ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the text."""
        event.stop()
        self.query_one("#text").focus()

    def action_strike(self) -> None:
        """Take the clause under the cursor out of the text."""
        place = self.query_one(Paragraphs).place
        self.manuscript.strike(place)
        self._about = self.clause_at(min(place, len(self.manuscript.clauses) - 1))
        self.show(min(place, len(self.manuscript.clauses) - 1))

    def action_shift(self, by: int) -> None:
        """Move the clause under the cursor up or down within its part."""
        self.show(self.manuscript.shift(self.scenario, self.query_one(Paragraphs).place, by))

    @property
    def forms(self) -> dict[str, str]:
        """What a text may be in this house."""
        known = {form: name for form, name in COMMITTEE.items() if self.view.house.doing(form) is not None}
        return dict(FORMS) | known

    def action_form(self) -> None:
        """Let the text be of another kind: a resolution to be voted, or a statement all must agree to."""
        forms = list(self.forms)
        at = forms.index(self.manuscript.form)
        self.manuscript.form = forms[(at + 1) % len(forms)]
        self.show(self.query_one(Paragraphs).place)

    def action_undo(self) -> None:
        """Take the last change to the text back."""
        if not self.manuscript.undo():
            self.app.bell()
            return
        self.query_one("#title", Input).value = self.manuscript.title
        self._about = None
        self.show()

    def action_begin(self) -> None:
        """Begin from a known text: one of the pack's that may be tabled now, or one before the Council."""
        known = self._known()
        if not known:
            self.notify("No known text may be tabled now.", markup=False)
            return

        def chosen(id: str | None) -> None:
            if id in known:
                title, clauses, stored = known[id]
                self.manuscript.take_up(title, clauses, stored)
                self.query_one("#title", Input).value = title
                self.show(0)

        asked = "Its clauses take the place of what you have written." if self.manuscript.clauses else ""
        answers = [(id, f"{id}  {title}") for id, (title, _, _) in known.items()]
        question = f"You may then change it as you like. {asked}"
        self.app.push_screen(Asking("Begin from a known text", question, answers), chosen)

    def _known(self) -> dict[str, tuple[str, tuple[Clause, ...], str]]:
        """Texts to begin from, by symbol: title, clauses, the stored text's id where it may be tabled."""
        known: dict[str, tuple[str, tuple[Clause, ...], str]] = {}
        for act in self.council.docket(self.seat).of(TableDraft):
            stored: StoredDraft | None = self.scenario.draft.get(getattr(act, "stored", ""))
            if stored is not None:
                known[stored.symbol or stored.title] = (stored.title, stored.clauses, stored.id)
        for draft in self.view.chamber.drafts.values():
            known.setdefault(draft.symbol, (draft.title, draft.clauses, ""))
        return known

    def action_leave(self) -> None:
        """Leave the table; what was written is not lost without asking."""
        if (self.manuscript.title, self.manuscript.clauses) == self._before or self.manuscript.blank:
            self.dismiss(None)
            return

        def answered(answer: str | None) -> None:
            if answer == "tear":
                self.manuscript.take_up("", ())
            if answer in ("tear", "keep"):
                self.dismiss(None)

        keep = [("keep", "Leave it on my desk: it will be here when I come back")] if self._kept else []
        answers = [*keep, ("write", "Go on writing"), ("tear", "Throw it away")]
        question = "The text has not been laid before the Council."
        self.app.push_screen(Asking("Your draft", question, answers), answered)
