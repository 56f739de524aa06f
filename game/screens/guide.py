"""Help under `?`: what is on the screen, and the rules that govern it, from the book of rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.screens.sheet import Slip


class Guide(Slip[None]):
    """The guide to one screen."""

    CSS_PATH = "guide.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,enter", "leave", "Back", show=False)]
    AUTO_FOCUS = "#guide"

    def __init__(self, text: str, rules: Sequence[str] = ()) -> None:
        """Explain with a text and the rules of these ids; ids the book does not have are left out."""
        super().__init__()
        self._text = text
        self._rules = tuple(rules)

    def compose(self) -> ComposeResult:
        """Yield the text and the rules."""
        with VerticalScroll(id="guide", classes="slip tall") as page:
            page.border_title = "What you see"
            page.border_subtitle = "Escape: back"
            yield Static(Content(self._text), markup=False)
            if self._rules:
                yield Static("\nThe rules that govern it", classes="heading", markup=False)
                yield Static(self._pages(), markup=False)

    def _pages(self) -> Content:
        from game.rules.book import RULES

        pages = [RULES[rule] for rule in self._rules if rule in RULES]
        return Content("\n").join(
            Content.assemble(
                (f"{page.id}  {page.title}. ", "bold"), page.text, (f"  [{page.source}]", "$quiet")
            )
            for page in pages
        )
