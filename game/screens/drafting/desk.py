"""A desk on which a text is written: the library of clauses, the printed text, and the adviser's word.

What `drafting` and `amending` share. A desk judges nothing: it asks the law whether the act would be in
order and says
so all the while; the act itself is handed back to whoever opened the desk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static

from game.prose import acts
from game.prose.names import short
from game.prose.paper import Line
from game.rules.articles import Severity
from game.rules.book import RULES
from game.rules.refusals import Refusal
from game.screens.council import Council
from game.screens.drafting import advice
from game.screens.drafting.library import Library
from game.screens.drafting.paragraphs import Paragraphs
from game.screens.drafting.wording import Wording
from game.screens.lobbying.canvass_hints import hints
from game.screens.lobbying.canvassing import Teller, advised
from game.screens.pieces.canvas import shortened
from game.screens.pieces.legality import in_line, offered, refusal
from game.screens.pieces.literal import literally
from game.screens.pieces.sheet import Sheet
from game.session.actions import Action
from game.session.scenario import Clause, ClauseKind

if TYPE_CHECKING:
    from game.screens.application import Horseshoe

ON_TEXT = ("reword", "strike", "shift", "replace")
"""What is done to the clause under the cursor, when the text has the focus."""


class Desk(Sheet[Action]):
    """A text being written by a seat."""

    CSS_PATH = "desk.tcss"
    HAND_IN: ClassVar[str] = "Ctrl+S hands it in."
    ON_TEXT: ClassVar[str] = "E: reword   X: strike out"
    """The keys that work on a clause of the text."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "hand_in", "Hand in", priority=True),
        Binding("slash", "find", "Find", show=False),
        Binding("enter,e", "reword", "Reword", show=False),
        Binding("x,delete", "strike", "Strike out", show=False),
        Binding("p", "print", "Print"),
        Binding("k", "canvass", "Canvass"),
        Binding("h", "hints", "Hints", show=False),
        Binding("escape", "leave", "Back"),
    ]
    AUTO_FOCUS = "#kinds"

    def __init__(self, council: Council, seat: str) -> None:
        """Sit a seat down at its desk."""
        super().__init__()
        self.council, self.seat = council, seat
        self.scenario = council.scenario
        self.view = council.view(seat)
        self._about: Clause | None = None
        """The clause that the advice is about."""
        self._teller: Teller | None = None
        self._may_hint = advised(council)

    # -- what the subclasses say -------------------------------------------------------------------------
    def heading(self) -> str:
        """Return what is being written, for the heading."""
        return ""

    def text(self) -> tuple[Clause, ...]:
        """Return the clauses as they would stand."""
        return ()

    def printed(self) -> Sequence[Line]:
        """Return the document to be shown, with its clauses."""
        return ()

    def marks(self) -> Mapping[int, str]:
        """Return marks in the margin of the document, by clause."""
        return {}

    def act(self) -> Action | None:
        """Return the act that the text would be, None while there is nothing to hand in."""
        return None

    def take(self, clause: Clause) -> None:
        """Write a clause into the text."""

    def rewritten(self, place: int, clause: Clause) -> None:
        """Write the clause at a place otherwise."""

    def above(self) -> ComposeResult:
        """Yield what stands over the text."""
        yield from ()

    # -- drawing -----------------------------------------------------------------------------------------
    def compose(self) -> ComposeResult:
        """Yield heading, library, text, advice and the word of the law."""
        yield Static(id="heading", markup=False)
        with Container(id="desk"):
            library = Library(offered(self.council, self.seat), id="library")
            library.border_title = "Clauses: Enter takes one"
            yield library
            with Vertical(id="sheet") as sheet:
                sheet.border_title, sheet.border_subtitle = "The text", self.ON_TEXT
                yield from self.above()
                yield Paragraphs(id="text")
            with VerticalScroll(id="advice") as shown:
                shown.border_title = "Advice"
                yield Static(id="hint", markup=False)
                yield Static(id="on-clause", markup=False)
                yield Static(id="on-text", markup=False)
        yield Static(id="standing", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the text as it stands."""
        super().on_mount()
        self.call_after_refresh(self.show)

    def show(self, place: int | None = None) -> None:
        """Show the text, the advice on it, and whether it is in order; point at a clause."""
        if not self.is_attached:
            return
        text = self.query_one(Paragraphs)
        text.lay_out(self.printed(), self.marks(), text.place if place is None else place)
        if self._about is None and text.place >= 0:
            self._about = self.clause_at(text.place)
        self._head()
        self.advise()
        self._stand()

    def clause_at(self, place: int) -> Clause | None:
        """Return the clause printed at a place."""
        clauses = self.text()
        return clauses[place] if 0 <= place < len(clauses) else None

    def _head(self) -> None:
        who = short(self.scenario, self.seat)
        left = shortened(literally(self.heading()), max(10, self.app.size.width - len(who) - 4))
        gap = " " * max(1, self.app.size.width - len(left) - len(who) - 2)
        self.query_one("#heading", Static).update(Content(f" {left}{gap}{literally(who)} "))

    def advise(self) -> None:
        """Say what a drafter ought to know of the clause pointed at, and of the text."""
        self.query_one("#on-clause", Static).update(self.on_clause())
        self._hint()
        heading = Content.styled("The text as a whole", "bold $primary")
        text = self.weighed()
        on_text = advice.on_text(self.view, self.scenario, text, self.own_symbol())
        self.query_one("#on-text", Static).update(Content("\n").join([heading, on_text]) if text else "")

    @property
    def teller(self) -> Teller | None:
        """Who counts heads for the seat; None for one without instructions."""
        if self._teller is None and self.view.brief is not None:
            self._teller = Teller(self.council, self.seat)
        return self._teller

    def _hint(self) -> None:
        """Say how others seem to take the clause pointed at, where hints are given and wanted."""
        hint, teller, found = self.query_one("#hint", Static), self.teller, list[Content]()
        if self._may_hint and self._about and teller is not None and cast("Horseshoe", self.app).hints:
            kinds = offered(self.council, self.seat)
            found = hints(teller, self.scenario, kinds, self.weighed(), self._about)
        hint.update(Content("\n").join(found))
        hint.display = bool(found)

    def on_clause(self) -> Content:
        """Return what a drafter ought to know of the clause pointed at."""
        if self._about is None:
            return Content("")
        return advice.on_clause(self.view, self.scenario, self._about, self.weighed())

    def weighed(self) -> tuple[Clause, ...]:
        """Return the text that the adviser weighs: the one that would be voted on."""
        return self.text()

    def own_symbol(self) -> str:
        """Return the symbol of the text where it is before the Council already."""
        return ""

    def doubtful(self) -> dict[int, str]:
        """Return the signs of doubtful clauses, by place."""
        found = advice.doubts(self.view, self.scenario, self.weighed())
        signs: dict[int, str] = {}
        for finding in found:
            if finding.clause is not None and signs.get(finding.clause) != "✗":
                signs[finding.clause] = "✗" if finding.severity is Severity.REFUSED else "⚠"
        return signs

    def judged(self) -> Refusal | None:
        """Return why the act would be refused now; None also while there is no act."""
        action = self.act()
        return refusal(self.council, action) if action is not None else None

    def _stand(self) -> None:
        action, against = self.act(), self.judged()
        if action is None:
            said = Content.styled(self.wanting(), "$quiet")
        elif against is not None:
            said = in_line(against)
        else:
            rule = RULES.get(acts.rule(action))
            law = (f" {rule.id} · {rule.title}.", "$quiet") if rule else ("", "")
            said = Content.assemble(("✓ In order. ", "bold $success"), self.HAND_IN, law)
        self.query_one("#standing", Static).update(said)

    def wanting(self) -> str:
        """Say what is missing while there is nothing to hand in."""
        return ""

    def on_resize(self, event: events.Resize) -> None:
        """Fit the heading to the width."""
        if self.is_mounted:
            self.call_after_refresh(self._head)

    def rules(self) -> tuple[str, ...]:
        """Return the rules of the act, of its refusal, of the doubts, and of the clause pointed at."""
        action, against = self.act(), self.judged()
        found = advice.doubts(self.view, self.scenario, self.weighed())
        ids = [acts.rule(action)] if action is not None else []
        ids += [against.rule] if against is not None else []
        rests = advice.rests_on(self.scenario, self._about) if self._about else ()
        return tuple(dict.fromkeys((*ids, *(f.rule for f in found), *rests)))

    def pointed(self) -> str:
        """Return the rule that refuses the act, else that of the clause pointed at, else that of the act."""
        against, action = self.judged(), self.act()
        if against is not None:
            return against.rule
        rests = advice.rests_on(self.scenario, self._about) if self._about else ()
        return rests[0] if rests else acts.rule(action) if action is not None else ""

    # -- what a person does ------------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let clauses of the text be worked on while the text has the focus."""
        if action in ON_TEXT and not (isinstance(self.focused, Paragraphs) and self.focused.place >= 0):
            return False
        if action == "hints" and not self._may_hint:
            return False
        return super().check_action(action, parameters)

    def on_library_pointed(self, event: Library.Pointed) -> None:
        """Advise on the clause pointed at in the library."""
        if self.query_one(Library).has_focus_within or self._about is None:
            self._about = Clause(event.kind.id)
            self.advise()

    def on_library_taken(self, event: Library.Taken) -> None:
        """Word a clause that has places to fill, or write it at once."""
        self.word(event.kind)

    def word(self, kind: ClauseKind) -> None:
        """Word a clause of a kind and write it into the text."""
        if not kind.parameters:
            self.take(Clause(kind.id))
            return
        usual = {p.id: p.choices[0].id for p in kind.parameters if p.choices}

        def worded(clause: Clause | None) -> None:
            if clause is not None:
                self.take(clause)

        self.app.push_screen(Wording(self.scenario, Clause(kind.id, usual)), worded)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Advise on the clause pointed at in the text."""
        if isinstance(event.option_list, Paragraphs):
            event.stop()
            self._about = self.clause_at(event.option_list.place) or self._about
            self.advise()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Reword the clause chosen in the text."""
        if isinstance(event.option_list, Paragraphs):
            event.stop()
            self.action_reword()

    def action_find(self) -> None:
        """Look for a clause by its words."""
        self.query_one("#find", Input).focus()

    def action_reword(self) -> None:
        """Word the clause under the cursor otherwise."""
        place = self.query_one(Paragraphs).place
        clause = self.clause_at(place)
        if clause is None:
            return

        def worded(new: Clause | None) -> None:
            if new is not None:
                self.rewritten(place, new)

        self.app.push_screen(Wording(self.scenario, clause), worded)

    def action_strike(self) -> None:
        """Take the clause under the cursor out."""

    def form(self) -> str:
        """Return what the text is to be: a resolution is voted on, a statement agreed to by all."""
        return "resolution"

    def action_canvass(self) -> None:
        """Count heads on the text as it stands, as far as one can know."""
        from game.screens.lobbying.canvass import Canvass, Text

        text = self.weighed()
        if text and self.teller is not None:
            shown = Text(self.own_symbol(), self.heading(), text, self.printed(), self.form())
            self.app.push_screen(Canvass(self.council, self.seat, (shown,)))
        else:
            self.notify("Nothing is written yet.", markup=False)

    def action_hints(self) -> None:
        """Give hints, or put them away."""
        app = cast("Horseshoe", self.app)
        app.hints = not app.hints
        app.keep_habits()
        self.advise()

    def action_print(self) -> None:
        """Lay the whole document out on a page of its own."""
        from game.screens.pieces.printed import Printed

        self.app.push_screen(Printed(self.printed(), self.heading()))

    def action_hand_in(self) -> None:
        """Hand the act back if it is in order; otherwise say why it is not."""
        action, against = self.act(), self.judged()
        if action is None or against is not None:
            if against is not None:
                cast("Horseshoe", self.app).say_refused(against)
            else:
                self.notify(self.wanting(), severity="warning", markup=False)
            return
        self.dismiss(action)

    def action_leave(self) -> None:
        """Leave the desk."""
        self.dismiss(None)
