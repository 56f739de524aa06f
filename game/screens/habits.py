"""What people at this computer have grown used to: pace, colours, estimates, hints; kept beside the sittings.

A convenience and nothing more: a file that is missing, foreign or broken means the usual, and a place where
nothing can be written means that nothing is kept. No sitting may depend on it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FILE = "habits.json"
LONGEST = 4096
"""Characters of the file that are looked at."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How the screens were left: the pace (a place in the usher's PACES), the colours, and what is wanted."""

    pace: int = 1
    colours: str = ""
    estimates: bool = True
    hints: bool = True


def read(folder: Path | None) -> Habits:
    """Return what was kept in a folder; the usual where there is none, or nothing that makes sense."""
    usual = Habits()
    if folder is None:
        return usual
    try:
        with (folder / FILE).open(encoding="utf-8") as file:
            kept = json.loads(file.read(LONGEST))
    except (OSError, ValueError, RecursionError):
        return usual
    had = kept if isinstance(kept, dict) else {}
    return replace(usual, **{k: had[k] for k, v in asdict(usual).items() if type(had.get(k)) is type(v)})


def keep(folder: Path | None, habits: Habits) -> None:
    """Write down how the screens are left; where that cannot be, let it be."""
    if folder is not None:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / FILE).write_text(f"{json.dumps(asdict(habits))}\n", encoding="utf-8")
