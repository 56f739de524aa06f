"""Figures set in lines of plain text: shares, and rows in columns.

It must never know what the figures are of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Row = tuple[str, ...]


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
