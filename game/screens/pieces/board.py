"""Measures drawn as bars: the tracks of the crisis and the eight terms of collective security."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from game.screens.pieces.canvas import shortened
from game.screens.pieces.literal import literally
from game.session.views import View
from game.world.security import TERMS

DIRECTIONS = {"high": "▲", "low": "▼", "neither": "◇"}
"""Which way is better: more, less, or neither."""
TERM_NAMES = {
    "renunciation": "Renunciation",
    "attribution": "Attribution",
    "willingness": "Willingness",
    "observance": "Observance",
    "preponderance": "Preponderance",
    "universality": "Universality",
    "speed": "Speed",
    "impartiality": "Impartiality",
}
LONG_NAME = 28
SMALL_WORDS = frozenset({"a", "an", "the", "of", "by", "for", "in", "to"})


def bar(share: float, width: int) -> str:
    """Draw a share (0-1) as a bar of so many cells, to the half cell."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    return ("━" * (halves // 2) + ("╸" if halves % 2 else "")).ljust(width, "·")


def fitted(title: str, width: int) -> str:
    """Return the fullest form of a name that has room: whole, without its small words, its first word as
    an initial, or cut.
    """
    title = literally(title)
    terse = [word for word in title.split() if word.lower() not in SMALL_WORDS]
    forms = [title, " ".join(terse)]
    if len(terse) > 1:
        forms.append(" ".join([f"{terse[0][0]}.", *terse[1:]]))
    return next((form for form in forms if form and cell_len(form) <= width), shortened(title, width))


def name_room(titles: Sequence[str], width: int, figure: int) -> int:
    """Return the cells that names may take beside a figure; where they would be cut, the bar gives way."""
    whole = max((cell_len(title) for title in titles), default=0)
    terse = max((cell_len(fitted(title, whole - 1)) for title in titles), default=0)
    room = width - figure - 2
    return next((min(n, LONG_NAME) for n in (whole, terse) if min(n, LONG_NAME) + 5 <= room), max(8, room))


def measure(title: str, sign: str, share: float, shown: str, width: int, name_width: int) -> Content:
    """Draw one measure in one line: name, bar where there is room, figure, and a sign after it."""
    long = width - name_width - len(shown) - 4
    name = fitted(title, name_width)
    name += " " * (name_width - cell_len(name))
    drawn: list[str | tuple[str, str]] = [" ", (bar(share, long), "$primary")] if long > 3 else []
    return Content.assemble(name, *drawn, " ", (shown, "bold"), (f" {sign}", "$quiet"))


def track_lines(view: View, width: int, before: Mapping[str, float] | None = None) -> list[Content]:
    """Draw the crisis's tracks; with `before`, the change since then follows the figure."""
    rows = []
    width -= 4 if before else 0
    room = name_room([track.title for track in view.open.tracks], width, 4)
    for track in view.open.tracks:
        value = view.tracks.get(track.id, track.start)
        moved = round(value - before.get(track.id, value)) if before else 0
        sign = DIRECTIONS.get(track.good, " ") + (f" {moved:+d}" if moved else "")
        rows.append(measure(track.title, sign, value / 100, f"{value:3.0f}", width, room))
    return rows


def term_lines(view: View, width: int) -> list[Content]:
    """Draw the eight terms and the credibility they make; the weakest is pointed at, for it governs."""
    weakest = min(view.terms, key=lambda t: view.terms[t], default="")
    room = name_room(list(TERM_NAMES.values()), width, 5)
    rows = [
        measure(
            TERM_NAMES[t],
            "◀" if t == weakest else " ",
            view.terms[t],
            f"{view.terms[t]:.2f}",
            width,
            room,
        )
        for t in TERMS
        if t in view.terms
    ]
    if rows:
        rows.append(measure("CREDIBILITY", " ", view.credibility, f"{view.credibility:.2f}", width, room))
    return rows


class Board(Static):
    """Lines of measures that fit themselves to their width."""

    def __init__(self, *, id: str | None = None, terms: bool = False, tracks: bool = True) -> None:
        """Show the tracks, the terms, or both."""
        super().__init__(id=id, markup=False)
        self._terms, self._tracks = terms, tracks
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Show the measures as this seat may read them."""
        self._view = view
        self.draw()

    def on_resize(self) -> None:
        """Fit the bars to the width."""
        self.draw()

    def draw(self) -> None:
        """Draw the lines anew."""
        if self._view is None or not self.size.width:
            return
        rows = track_lines(self._view, self.size.width) if self._tracks else []
        rows += term_lines(self._view, self.size.width) if self._terms else []
        self.update(Content("\n").join(rows))
