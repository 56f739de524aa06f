"""The collective-security model: eight terms from 0 to 1 and the credibility they make together.

The terms are those of the three documents the game is built on (see `TERMS`). Credibility is their weighted geometric
mean, so the weakest link governs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.world.conditions import Condition, Facts

TERMS = (
    "renunciation",
    "attribution",
    "willingness",
    "observance",
    "preponderance",
    "universality",
    "speed",
    "impartiality",
)


@dataclass(frozen=True, slots=True)
class SecurityModel:
    """A pack's collective-security model (being written)."""

    when: Condition | None = None


def measure(model: SecurityModel, facts: Facts) -> dict[str, float]:
    """Return the eight terms."""
    return {t: 0.5 for t in TERMS}


def credibility(model: SecurityModel, terms: Mapping[str, float]) -> float:
    """Return the weighted geometric mean of the terms."""
    return 0.5
