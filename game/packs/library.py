"""Clauses of the house that a pack takes by name: `seized: {house: remain_seized, issues: {truce: 0.2}}`.

The library is `crises/data/clauses.yaml`. What the pack writes goes before what the house wrote; the rest of
the program sees a clause like any other. It must never give a clause a meaning on issues: that is the pack's.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Any

from game.packs import tables
from game.packs.reading import Sheet, read
from game.plain import clean

FILE = "clauses.yaml"
TAKEN = "house"
"""The key that names a clause of the library."""


@cache
def clauses() -> dict[str, dict[str, Any]]:
    """The clauses of the house by name, as they are written; PlaceError for a broken installation."""
    held: dict[str, dict[str, Any]] = read(FILE, (tables.data() / FILE).read_bytes()).data
    return held


def lend(sheet: Sheet) -> None:
    """Fill in what a pack's clauses take from the house; a name the library lacks is noted."""
    if not isinstance(sheet.data, dict):
        return
    for name, entry in sheet.data.items():
        if isinstance(entry, dict) and TAKEN in entry:
            lent = _lent(sheet, name, entry[TAKEN])
            sheet.data[name] = {**lent, **{k: v for k, v in entry.items() if k != TAKEN}}


def _lent(sheet: Sheet, name: str, wanted: Any) -> dict[str, Any]:
    """The clause that is wanted, or some clause in its place when there is none of that name."""
    known = clauses()
    if isinstance(wanted, str) and wanted in known:
        return known[wanted]
    near = get_close_matches(str(wanted), known, 1, 0.5)
    what = f"The house has no clause called {clean(str(wanted), limit=40) or '(nothing)'}."
    remedy = f"Did you mean {near[0]}?" if near else f"It has: {', '.join(known)}."
    sheet.complain(sheet.mark((name, TAKEN)), "house-clause", what, remedy)
    return next(iter(known.values()))
