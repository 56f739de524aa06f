"""Pydantic's errors put into words for an author: one problem each, with its place, and what to do."""

from __future__ import annotations

from pydantic import ValidationError

from game.packs.problems import Problem
from game.packs.reading import Sheet


def complaints(sheet: Sheet, kind: str, error: ValidationError) -> list[Problem]:
    """Return one problem for each error of form in a file; `kind` is the file's name, or `briefs`."""
    return [
        Problem(sheet.file, *sheet.mark(tuple(e["loc"])), e["type"], e["msg"], "") for e in error.errors()
    ]
