"""The wording of one clause: a choice for each of its places, or free words under its verb."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from game.prose.clauses import clause_text
from game.screens.drafting.advice import does, force
from game.screens.pieces.fields import Choices, Pen
from game.screens.pieces.form import Form
from game.screens.pieces.literal import literally
from game.session.scenario import Clause, ClauseKind, Scenario


class Wording(Form[Clause]):
    """A clause being worded; gives back the clause, or nothing."""

    CSS_PATH = "wording.tcss"
    GUIDE: ClassVar[str] = (
        "The verb stands: it says how much the Council asks. What follows it you choose, or write in your "
        "own words; your "
        "words then stand in place of the usual ones, and the clause means in law what its kind means."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Write it", priority=True)]
    UNKEPT = "They have not been written into the text."

    def __init__(self, scenario: Scenario, clause: Clause) -> None:
        """Word a clause, beginning from how it stands."""
        super().__init__()
        self._scenario, self._clause = scenario, clause
        self._kind: ClauseKind = scenario.clause[clause.kind]

    def compose(self) -> ComposeResult:
        """Yield the choices, the words and the clause as it would read."""
        kind = self._kind
        with Vertical(classes="slip tall", id="sheet") as slip:
            slip.border_title = Content(literally(kind.title))
            slip.border_subtitle = "Tab: next   Ctrl+S: write it   Escape: back"
            about = f"  {force(kind)}  {does(kind)}"
            yield Static(
                Content.assemble((literally(kind.verb), "bold italic"), (about, "$quiet")), id="verb"
            )
            if kind.parameters:
                with Horizontal(id="places"):
                    for i, parameter in enumerate(kind.parameters):
                        rows = [(c.id, c.text) for c in parameter.choices]
                        wanted = self._clause.choices.get(parameter.id, "")
                        at = next((n for n, (id, _) in enumerate(rows) if id == wanted), 0)
                        yield Choices(parameter.title, rows, chosen=at, id=f"place-{i}")
            yield Pen("Or your own words after the verb", self._clause.words, lines=False, id="words")
            yield Static("As it would read", classes="heading", markup=False)
            yield Static(id="reads", markup=False)
            with Horizontal(id="ways"):
                yield Button(Content("Write it into the text"), id="write", variant="primary", compact=True)
                yield Button(Content("Back"), id="back", compact=True)

    def on_mount(self) -> None:
        """Show how the clause reads."""
        super().on_mount()
        self.call_after_refresh(self.read)

    @property
    def clause(self) -> Clause:
        """The clause as worded now; the usual choices need not be named."""
        fields = [self.query_one(f"#place-{i}", Choices) for i in range(len(self._kind.parameters))]
        choices = {p.id: str(f.value) for p, f in zip(self._kind.parameters, fields, strict=True) if f.value}
        return Clause(self._kind.id, choices, self.query_one("#words", Pen).words)

    def read(self) -> None:
        """Show how the clause reads now."""
        if self.is_attached:
            verb, rest = clause_text(self._scenario, self.clause)
            self.query_one("#reads", Static).update(
                Content.assemble((literally(verb), "italic"), " ", literally(rest))
            )

    def on_option_list_option_highlighted(self) -> None:
        """Show the clause with another choice."""
        self.read()

    def on_text_area_changed(self) -> None:
        """Show the clause with other words."""
        self.read()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write the clause, or go back."""
        event.stop()
        self.action_write() if event.button.id == "write" else self.action_leave()

    def action_write(self) -> None:
        """Give the clause back; words that are too long stay to be shortened."""
        if self.query_one("#words", Pen).over:
            self.app.bell()
            return
        self.dismiss(self.clause)

    def written(self) -> bool:
        """Say whether there are words other than those it began from."""
        return self.query_one("#words", Pen).words not in ("", self._clause.words)
