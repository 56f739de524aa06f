"""Why an act is refused: the rule that refuses it and one sentence for the player.

A refusal is a value, never an exception. It must never name a screen, a key or a widget.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """One act refused: `rule` is an id of `book.RULES`, `reason` a whole sentence in plain words."""

    rule: str
    reason: str

    def __str__(self) -> str:
        return f"{self.reason} ({self.rule})"
