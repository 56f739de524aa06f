"""Measures drawn as bars: the tracks of the crisis and the eight terms of collective security."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import Static

from game.screens.canvas import shortened
from game.screens.literal import literally
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
NARROW = 16


def bar(share: float, width: int) -> str:
    """Draw a share (0-1) as a bar of so many cells, to the half cell."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    return ("━" * (halves // 2) + ("╸" if halves % 2 else "")).ljust(width, "·")


def measure(title: str, sign: str, share: float, shown: str, width: int) -> Content:
    """Draw one measure in one line: name, bar, figure, and a sign after it."""
    name_width = min(24, max(8, width - NARROW))
    long = max(4, width - name_width - len(shown) - 4)
    name = shortened(literally(title), name_width).ljust(name_width)
    return Content.assemble(
        name, " ", (bar(share, long), "$primary"), " ", (shown, "bold"), (f" {sign}", "$quiet")
    )


def track_lines(view: View, width: int, before: Mapping[str, float] | None = None) -> list[Content]:
    """Draw the crisis's tracks; with `before`, the change since then follows the figure."""
    rows = []
    for track in view.open.tracks:
        value = view.tracks.get(track.id, track.start)
        moved = round(value - before.get(track.id, value)) if before else 0
        sign = DIRECTIONS.get(track.good, " ") + (f" {moved:+d}" if moved else "")
        rows.append(measure(track.title, sign, value / 100, f"{value:3.0f}", width - (4 if before else 0)))
    return rows


def term_lines(view: View, width: int) -> list[Content]:
    """Draw the eight terms and the credibility they make; the weakest is pointed at, for it governs."""
    weakest = min(view.terms, key=lambda t: view.terms[t], default="")
    rows = [
        measure(
            TERM_NAMES[t],
            "◀" if t == weakest else " ",
            view.terms[t],
            f"{view.terms[t]:.2f}",
            width,
        )
        for t in TERMS
        if t in view.terms
    ]
    if rows:
        rows.append(measure("CREDIBILITY", " ", view.credibility, f"{view.credibility:.2f}", width))
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
