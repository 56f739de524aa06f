"""No text is a placeholder any more.

`horseshoe author new` writes "Write here ..." where only an author knows what to say. Each file that still
has such texts is named once, at the first of them, with their number.

PASS
    # endings.yaml
    unanswered: {text: Each Member does as it sees fit.}

FAIL
    # endings.yaml
    unanswered: {text: "Write here how it ends when nobody answers."}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from game.packs.reading import Path
from game.packs.records import fields_of
from game.packs.telling import READ
from game.packs.walk import Fault, Pack
from game.world.conditions import Condition

MARK = "Write here"
"""How a placeholder begins."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield, for every file, the first text that is still a placeholder, and how many there are."""
    found: dict[str, list[Path]] = {}
    for site in pack.sites:
        for name in _unwritten(site.record):
            found.setdefault(site.file, []).append((*site.path, name))
    for file, paths in found.items():
        first = min(paths, key=pack.sheets[file].mark) if file in pack.sheets else paths[0]
        many = f"{len(paths)} texts here still say" if len(paths) > 1 else "A text still says"
        yield Fault(file, first, f"{many} “{MARK} ...”.", "Put your own words in their place.", "note")


def _unwritten(record: Any) -> Iterator[str]:
    """The field of each placeholder in a record."""
    kind: Any = type(record)
    for name in _read(kind):
        value = getattr(record, name)
        if isinstance(value, str):
            value = (value,)
        if isinstance(value, tuple):
            yield from (name for text in value if isinstance(text, str) and text.startswith(MARK))


@cache
def _read(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of record that hold what people read."""
    return () if kind is Condition else tuple(f.name for f in fields_of(kind) if f.name in READ)
