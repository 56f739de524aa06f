"""A list whose rows hang: a sign or a number stands out at the left, and what follows is wrapped beside it.

It knows nothing of what the rows mean; its heirs say what they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.widgets import OptionList
from textual.widgets.option_list import Option

NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what stands out, what is wrapped, and whether it can be chosen."""

    lead: Content
    text: Content
    open: bool = True


class Settled(Content):
    """Text that is wrapped already, so that nobody need wrap it again to know its height."""

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines."""
        return self.plain.count("\n") + 1


class Listing(OptionList, inherit_bindings=False):
    """A list that leaves the arrows to the left and right to its screen, which shows them among its keys."""

    BINDINGS: ClassVar[list[BindingType]] = OptionList.BINDINGS


class HangingList(Listing):
    """A list of rows wrapped with a hanging indent, and wrapped anew for another width."""

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with no rows."""
        super().__init__(id=id, markup=False)
        self._hung: list[Row] = []
        self._wide = 0

    def hang(self, rows: Iterable[Row], at: int | None = None) -> None:
        """Show other rows, with the cursor on one of them."""
        self._hung = list(rows)
        self._wide = self._room()
        self.clear_options()
        self.add_options([Option(self._wrapped(row), disabled=not row.open) for row in self._hung])
        self.highlighted = at

    def rehang(self, place: int, row: Row) -> None:
        """Show one row otherwise."""
        self._hung[place] = row
        self.replace_option_prompt_at_index(place, self._wrapped(row))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew for another width; the cursor stays where it is."""
        if self._hung and self._room() != self._wide:
            at = self.highlighted
            with self.prevent(OptionList.OptionHighlighted):
                self.hang(self._hung, at)
            if at is not None:
                self.scroll_to_highlight()

    def _room(self) -> int:
        """Cells for a row; one is always left for the scroll bar."""
        padding = self.get_component_styles("option-list--option").padding.width
        return max(NARROWEST, self.outer_size.width - self.gutter.width - padding - 1)

    def _wrapped(self, row: Row) -> Settled:
        laid = self._laid(row)
        return Settled(laid.plain, list(laid.spans))

    def _laid(self, row: Row) -> Content:
        beside = row.lead.cell_length
        if not self.outer_size.width or not row.text.plain:
            return Content.assemble(row.lead, row.text)
        width = max(NARROWEST, self._wide - beside)
        if row.text.cell_length <= width:
            return Content.assemble(row.lead, row.text)
        lines = [line.rstrip() for line in row.text.wrap(width)]
        indent = " " * beside
        return Content("\n").join(
            Content.assemble(indent if i else row.lead, line) for i, line in enumerate(lines)
        )
