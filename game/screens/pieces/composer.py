"""A sheet of paper on which one act is composed: choices, words, what the act does, and the word of the law.

The sheet gives back the act, or nothing; whoever laid it down hands the act in. Copy me: `notes.py` is the
shortest.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static

from game.prose import acts
from game.prose.names import short
from game.rules.book import RULES
from game.rules.refusals import Refusal
from game.screens.council import Council
from game.screens.pieces.fields import Choices, Pen
from game.screens.pieces.form import Form
from game.screens.pieces.legality import in_line, refusal
from game.screens.pieces.literal import literally
from game.screens.pieces.sheet import Slip
from game.session.actions import Action


class Composer(Form[Action]):
    """One act being composed by a seat; the subclasses say with which fields."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")  # its sheets lie in other folders
    HEADING: ClassVar[str] = ""
    HAND_IN: ClassVar[str] = "Hand it in"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "hand_in", "Hand it in", priority=True),
        Binding("escape", "leave", "Back"),
    ]
    UNKEPT = "You have written something and not handed it in."

    def __init__(self, council: Council, seat: str) -> None:
        """Take a sheet of paper for a seat."""
        super().__init__()
        self.council, self.seat = council, seat
        self.scenario = council.scenario
        self.view = council.view(seat)
        self._ready = False

    def fields(self) -> ComposeResult:
        """Yield the fields to be filled in."""
        yield from ()

    def act(self) -> Action | None:
        """Return the act as it stands, or None while something is missing."""
        return None

    def wanting(self) -> str:
        """Say what is missing while there is no act."""
        return "Something is still missing."

    def said(self, action: Action) -> tuple[str, str]:
        """Return the act's name and what it does, in words."""
        return acts.title(action, self.scenario, self.view), acts.sentence(action, self.scenario, self.view)

    def compose(self) -> ComposeResult:
        """Yield the fields, what the act does, and the two ways out."""
        with Vertical(classes="slip tall", id="paper") as paper:
            paper.border_title = Content(literally(self.HEADING))
            paper.border_subtitle = "Tab: next   Ctrl+S: hand it in   Escape: back"
            yield from self.fields()
            yield Static(id="does", markup=False)
            yield Static(id="law", markup=False)
            with Horizontal(id="ways"):
                yield Button(Content(self.HAND_IN), id="hand-in", variant="primary", compact=True)
                yield Button(Content("Back"), id="back", compact=True)

    def on_mount(self) -> None:
        """Say what the act does as the sheet lies there."""
        super().on_mount()
        self._ready = True
        self.call_after_refresh(self.weigh)

    def rules(self) -> tuple[str, ...]:
        """Return the rule the act rests on and the one that refuses it."""
        action = self.act()
        if action is None:
            return ()
        against = refusal(self.council, action)
        return tuple(dict.fromkeys((acts.rule(action, self.view), *((against.rule,) if against else ()))))

    def pointed(self) -> str:
        """Return the rule that refuses the act, else the one it rests on."""
        action = self.act()
        against = refusal(self.council, action) if action is not None else None
        return against.rule if against else acts.rule(action, self.view) if action is not None else ""

    # -- weighing ----------------------------------------------------------------------------------------
    def weigh(self) -> None:
        """Say what the act does and whether it is in order."""
        if not self._ready or not self.is_attached:
            return
        action = self.act()
        does, law = self.query_one("#does", Static), self.query_one("#law", Static)
        if action is None:
            does.update(Content.styled(literally(self.wanting()), "$quiet"))
            law.update("")
            return
        title, sentence = self.said(action)
        does.update(Content.assemble((literally(title), "bold"), ". ", literally(sentence)))
        against = refusal(self.council, action) or self._too_long()
        law.update(against if isinstance(against, Content) else self._law(action, against))

    def _too_long(self) -> Content | None:
        over = max((pen.over for pen in self.query(Pen)), default=0)
        return Content.styled(f"✗ The words are {over} characters too long.", "bold $error") if over else None

    def _law(self, action: Action, against: Refusal | None) -> Content:
        if against is not None:
            return in_line(against, writing=bool(self.query(Pen)))
        rule = RULES.get(acts.rule(action, self.view))
        if rule is None:
            return Content.styled("✓ In order.", "$success")
        return Content.assemble(
            ("✓ ", "bold $success"),
            (f"{rule.id} · {rule.title}. ", "bold $primary"),
            (rule.brief, "$quiet"),
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Weigh anew when another choice is under the cursor."""
        self.chosen(event.option_list)
        self.weigh()

    def chosen(self, field: Widget) -> None:
        """Take note that a field has another choice; for sheets on which one field depends on another."""

    def on_text_area_changed(self) -> None:
        """Weigh anew when the words change."""
        self.weigh()

    # -- ways out ----------------------------------------------------------------------------------------
    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Hand the act in, or go back."""
        event.stop()
        if event.button.id == "hand-in":
            self.action_hand_in()
        else:
            self.action_leave()

    def action_hand_in(self) -> None:
        """Give the act back if it is in order; otherwise say again why it is not."""
        action = self.act()
        over = any(pen.over for pen in self.query(Pen))
        if action is None or over or refusal(self.council, action) is not None:
            self.weigh()
            self.app.bell()
            return
        self.dismiss(action)


def seats(council: Council, seat: str) -> list[tuple[str, str]]:
    """Return the other members of the Council as rows to choose among: code and everyday name."""
    return [(s, short(council.scenario, s)) for s in council.view(seat).chamber.members if s != seat]


def chosen(sheet: Slip[Action], field: str) -> object:
    """Return the value chosen in one of a sheet's fields."""
    return sheet.query_one(f"#{field}", Choices).value
