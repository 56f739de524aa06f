"""What was meant: the nearest name to one that is not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from game.plain import clean


def shown(typed: str) -> str:
    """What was typed, as a message may quote it."""
    return clean(typed, limit=60) or "(nothing)"


def nearest(typed: str, names: Iterable[str], cutoff: float = 0.5) -> str:
    """The name that looks most like what was typed, empty when none does."""
    folded = {name.casefold(): name for name in names}
    found = difflib.get_close_matches(typed.casefold(), folded, 1, cutoff)
    return folded[found[0]] if found else ""


def did_you_mean(typed: str, names: Iterable[str]) -> str:
    """A question that names the nearest, with a space before it, or nothing."""
    found = nearest(typed, names)
    return f" Did you mean {found}?" if found else ""
