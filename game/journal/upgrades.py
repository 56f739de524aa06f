"""The number of the save format, and the way up to it from older numbers.

A save names its format in its header. When the format changes, FORMAT goes up by one and STEPS gains, under
the old number, the function that turns a line of that number into one of the next (the header is a line like
the others). A step works on plain decoded JSON and must never look at any other line, at the clock or at the
rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

FORMAT = 1
"""The format this version writes."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""From format n to format n + 1, by n; format 1 is the first, so there is none yet."""


def objection(number: int) -> str | None:
    """Why a save of this format cannot be read, in one sentence; None if it can."""
    if number > FORMAT:
        return (
            f"It was written by a newer Horseshoe (save format {number}; this version knows {FORMAT}): "
            "install the newer version to open it."
        )
    if any(step not in STEPS for step in range(number, FORMAT)):
        return f"It names save format {number}, which no Horseshoe has written."
    return None


def upgrade(line: dict[str, Any], number: int) -> dict[str, Any]:
    """Bring a decoded line of a readable format up to FORMAT."""
    for step in range(number, FORMAT):
        line = STEPS[step](line)
    return line
