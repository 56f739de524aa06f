"""How long a statement may be where a house gives it a time (MU3)."""

from __future__ import annotations

from game.rules.majorities import words_allowed
from game.rules.refusals import Refusal
from game.session.state import State


def too_long(words: str, seconds: int) -> Refusal | None:
    """Say why words do not fit into a speaking time; 0 seconds set no limit."""
    if not seconds:
        return None
    most, count = words_allowed(seconds), len(words.split())
    if count <= most:
        return None
    return Refusal("MU3", f"{seconds} seconds are {most} words at most; these are {count}.")


def time_of(s: State) -> int:
    """Return the seconds a statement may last now; 0 where there is no limit."""
    own = s.chamber.usage.speaking_time
    return s.house.speaking_time if own < 0 else own
