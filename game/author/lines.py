"""Figures set in lines of plain text: shares, and rows in columns.

It must never know what the figures are of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

Row = tuple[str, ...]
_WIDE = 100
"""Columns of a line of running text."""


def share(hits: int, runs: int, places: int = 1) -> str:
    """Return a share in per cent, empty of nothing; without the sign where it is rounded to whole ones."""
    if not runs:
        return ""
    return f"{100 * hits / runs:.{places}f}" + (" %" if places else "")


def columns(rows: Sequence[Row]) -> Iterator[str]:
    """Yield rows set in by two, their columns as wide as their widest."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        yield ("  " + "  ".join(x.ljust(width) for x, width in zip(row, widths, strict=True))).rstrip()


def folded(text: str) -> Iterator[str]:
    """Yield running text set in by two, in lines that are not too long, all but the first set in further."""
    yield from wrap(text, _WIDE, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
