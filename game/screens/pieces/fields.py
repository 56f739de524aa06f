"""What a person fills in on a sheet of paper: one of several choices, and words of their own.

Words are plain by the time anybody reads them: what cannot be printed is taken out where it is written or
pasted, and
the person is told. Nothing here knows what the words are for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, TextArea

from game.plain import clean, trouble
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally
from game.session.texts import LONGEST_WORDS

V = TypeVar("V")
_PATIENCE = 4
"""How many times the limit may be pasted before the rest is left out at once."""


class Choices(HangingList, Generic[V]):
    """One of several: what is under the cursor is chosen, and says so by a sign of its own."""

    DEFAULT_CSS = """
    Choices {
        height: 1fr; min-width: 12; padding: 0; background: transparent; scrollbar-size-vertical: 1;
        border: round $border-blurred; border-title-color: $primary;
    }
    Choices:focus { border: round $border; }
    Choices:blur > .option-list--option-highlighted { color: $block-cursor-blurred-foreground; }
    """

    def __init__(
        self, label: str, rows: Sequence[tuple[V | None, str]], *, chosen: int = 0, id: str | None = None
    ) -> None:
        """Offer rows of (value, text); a row without a value is a heading and cannot be chosen."""
        super().__init__(id=id)
        self.border_title = Content(literally(label))
        self._rows = tuple(rows)
        self._marked = -1
        places = [i for i, (value, _) in enumerate(self._rows) if value is not None]
        self._first = places[min(max(chosen, 0), len(places) - 1)] if places else -1

    def on_mount(self) -> None:
        """Show the rows, with the cursor on the first choice."""
        self.hang(map(self._row, range(len(self._rows))), self._first if self._first >= 0 else None)

    @property
    def value(self) -> V | None:
        """What is chosen."""
        at = self.highlighted if self.highlighted is not None else self._first
        return self._rows[at][0] if 0 <= at < len(self._rows) else None

    def _row(self, place: int) -> Row:
        value, text = self._rows[place]
        if value is None:
            return Row(Content(""), Content.styled(literally(text), "$quiet"), open=False)
        return Row(Content("● " if place == self._marked else "○ "), Content(literally(text)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Mark the row under the cursor."""
        before, self._marked = self._marked, event.option_index
        for place in {before, self._marked}:
            if 0 <= place < len(self._rows):
                self.rehang(place, self._row(place))


class Pen(TextArea):
    """A few lines of a person's own words, with a limit that is told and never cuts in silence."""

    DEFAULT_CSS = """
    Pen {
        height: 4; padding: 0 1; background: transparent; scrollbar-size-vertical: 1;
        border: round $border-blurred; border-title-color: $primary; border-subtitle-color: $quiet;
    }
    Pen:focus { border: round $border; }
    Pen.-over { border: round $error; border-subtitle-color: $error; }
    """

    class Finished(Message):
        """The person pressed Enter."""

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        limit: int = LONGEST_WORDS,
        lines: bool = True,
        id: str | None = None,
    ) -> None:
        """Begin with a text; `lines` says whether line breaks count (Ctrl+J makes one)."""
        super().__init__(clean(text, lines=lines), id=id, show_line_numbers=False, soft_wrap=True)
        self.border_title = Content(literally(label))
        self._limit, self._lines = limit, lines
        self.cleaned = 0
        """Characters taken out so far because they cannot be printed."""
        self.tell()

    @property
    def words(self) -> str:
        """The words, plain."""
        return clean(self.text, lines=self._lines)

    @property
    def over(self) -> int:
        """By how many characters the words are too long."""
        return max(0, len(self.words) - self._limit)

    async def _on_key(self, event: events.Key) -> None:
        """Let Enter finish; Textual itself passes every other key on to the text."""
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            if event.key == "enter":
                self.post_message(self.Finished())
            elif self._lines:
                self.insert("\n")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take out what cannot be printed, and count."""
        text = self.text
        plain = clean(text, lines=True) if trouble(text) else text
        self.cleaned += max(0, len(text) - len(plain)) if plain != text else 0
        plain = plain[: self._limit * _PATIENCE]
        if plain != text:
            self.text = plain
            self.move_cursor(self.document.end)
        self.tell()

    def tell(self) -> None:
        """Say how long the words are and what was taken out."""
        count = len(self.words)
        said = f"{self.over} too many, {self._limit} at most" if self.over else f"{count} of {self._limit}"
        taken = f" · {self.cleaned} taken out" if self.cleaned else ""
        self.border_subtitle = Content(said + taken)
        self.set_class(bool(self.over), "-over")
