"""The horseshoe table as a widget: it shows sitters, takes a click or the arrow keys, and says which seat was
chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from game.screens.pieces.canvas import Canvas
from game.screens.pieces.horseshoe import Sitter, draw
from game.screens.pieces.literal import literally

STYLES = (
    "wood", "lamp", "called", "floor", "plate", "person", "president", "mine", "absent", "chosen", "guest",
    "phase", "said", "quiet", "clause", "tally",
    "vote-yes", "vote-no", "vote-abstain", "vote-not-participating", "vote-absent",
)  # fmt: skip


class Table(Widget, can_focus=True):
    """The Council at its table."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"table--{style}" for style in STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "move(1)", "Next seat", show=False),
        Binding("left,up", "move(-1)", "Seat before", show=False),
        Binding("enter", "open", "Look at the seat", show=False),
    ]

    class Chosen(Message):
        """A person wants to know about a seat."""

        def __init__(self, seat: str) -> None:
            """Name the seat."""
            super().__init__()
            self.seat = seat

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with an empty table."""
        super().__init__(id=id)
        self._sitters: tuple[Sitter, ...] = ()
        self._middle: tuple[tuple[str, str], ...] = ()
        self._guests: tuple[str, ...] = ()
        self._canvas: Canvas | None = None
        self.cursor = ""
        """The seat under the cursor."""

    def show(
        self, sitters: Sequence[Sitter], middle: Sequence[tuple[str, str]], guests: Sequence[str] = ()
    ) -> None:
        """Show the table as it is now; nothing is drawn again when nothing changed."""
        now = tuple(sitters), tuple(middle), tuple(guests)
        if now != (self._sitters, self._middle, self._guests):
            self._sitters, self._middle, self._guests = now
            self._canvas = None
            self.refresh()

    @property
    def picture(self) -> Canvas:
        """The table as drawn for the present size."""
        drawn = self._canvas
        if drawn is None or (drawn.width, drawn.height) != (self.size.width, self.size.height):
            middle = [(literally(text), style) for text, style in self._middle]
            drawn = draw(self.size.width, self.size.height, self._marked(), middle, self._guests)
            self._canvas = drawn
        return drawn

    def _marked(self) -> tuple[Sitter, ...]:
        if not self.has_focus or not self.cursor:
            return self._sitters
        return tuple(_chosen(s) if s.code == self.cursor else s for s in self._sitters)

    def render_line(self, y: int) -> Strip:
        """Return one line of the picture."""
        base = self.rich_style
        segments = [
            Segment(
                text, base + self.get_component_rich_style(f"table--{style}", partial=True) if style else base
            )
            for text, style in self.picture.row(y)
        ]
        return Strip(segments, self.size.width)

    def on_resize(self) -> None:
        """Draw anew for another size."""
        self._canvas = None

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self.refresh()

    def on_focus(self) -> None:
        """Show the cursor."""
        self._redraw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._redraw()

    def _redraw(self) -> None:
        self._canvas = None
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor round the table."""
        codes = [s.code for s in self._sitters]
        if codes:
            at = codes.index(self.cursor) + by if self.cursor in codes else 0
            self.cursor = codes[at % len(codes)]
            self._redraw()

    def action_open(self) -> None:
        """Ask for the seat under the cursor."""
        if self.cursor:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Ask for the seat whose plate or lamp was clicked."""
        if seat := self.picture.seat_at(event.x, event.y):
            self.cursor = seat
            self._redraw()
            self.post_message(self.Chosen(seat))


def _chosen(sitter: Sitter) -> Sitter:
    return replace(sitter, chosen=True)
