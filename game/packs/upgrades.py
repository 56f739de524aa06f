"""Packs of an older format, read as if they were written in this one: numbered steps, one from each format.

A step moves what was read between sheets and keeps every mark, so that complaints point at the file and line
that the author wrote. It must never change a file, or judge what is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.packs.reading import Sheet
from game.packs.records import DELEGATIONS, PACK, SOURCES, Field, files

FORMAT = 2
"""The format number of packs as they are written today."""

Sheets = dict[str, Sheet]


def format_of(sheets: Mapping[str, Sheet]) -> int | None:
    """The format number a pack names; None where it names none that is a number."""
    data = sheets[PACK].data if PACK in sheets else None
    number = data.get("format") if isinstance(data, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def upgraded(sheets: Sheets) -> Sheets:
    """Return a pack's sheets as those of today's format; of one that is newer or has no number, as they are.

    A file of today's format in a pack of an older one is a problem, noted on its sheet.
    """
    number = format_of(sheets)
    while number is not None and number in _STEPS:
        sheets = _STEPS[number](dict(sheets))
        number += 1
    return sheets


def newer(sheets: Mapping[str, Sheet]) -> bool:
    """Whether a pack is of a format to come; notes it as the one problem of `pack.yaml`."""
    number = format_of(sheets)
    if number is None or number <= FORMAT:
        return False
    sheet = sheets[PACK]
    what = f"This pack is written in format {number}; this game reads formats 1 to {FORMAT}."
    sheet.complain(sheet.mark(("format",)), "format", what, "Play it with a newer game.")
    return True


def _by_subject(sheets: Sheets) -> Sheets:
    """Format 1 to 2: delegations and sources, which stood in `pack.yaml`, have files of their own."""
    pack = sheets[PACK]
    for name in (DELEGATIONS, SOURCES):
        if name in sheets:
            what = f"{name} belongs to format 2, and pack.yaml says format: 1."
            sheets[name].complain((1, 1), "format", what, "Write format: 2 in pack.yaml.")
    seated = {field.name for field in _fields_at_top(DELEGATIONS)}
    rest = {k: v for k, v in pack.data.items() if k not in seated and k != "sources"}
    sheets[PACK] = Sheet(pack.file, {**rest, "format": 2}, pack.values, pack.keys, pack.problems)
    delegations = {k: v for k, v in pack.data.items() if k in seated}
    sheets.setdefault(DELEGATIONS, Sheet(pack.file, delegations, pack.values, pack.keys))
    if "sources" in pack.data:
        sheets.setdefault(SOURCES, _below(pack, "sources"))
    return sheets


def _fields_at_top(file: str) -> tuple[Field, ...]:
    whole = files()[file]
    return (whole,) if isinstance(whole, Field) else whole


def _below(sheet: Sheet, key: str) -> Sheet:
    """What stands under a key at the top of a sheet, as a sheet of its own."""
    values = {path[1:]: mark for path, mark in sheet.values.items() if path[:1] == (key,)}
    keys = {path[1:]: mark for path, mark in sheet.keys.items() if path[:1] == (key,)}
    return Sheet(sheet.file, sheet.data[key], values, keys)


_STEPS: Mapping[int, Callable[[Sheets], Sheets]] = {1: _by_subject}
"""From a format to the next."""
