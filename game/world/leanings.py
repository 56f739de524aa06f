"""Where a State would stand on an issue, from where it stands among the Assembly's Members.

Two simple readings of the line of ideal points: a straight line through the members whose positions are
known, and nearness to one of two poles that an author names. Pure arithmetic on numbers; whose they are, and
whether to ask, is for others. It must never be taken for more than a first guess: a line of votes knows
nothing of this crisis.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

FURTHEST = 3.0
"""A position runs from minus this to this."""
RIDGE = 0.5
"""How far a fit is drawn to the mean of the known positions: few members, or members close together, tell
little of a slope."""


class Known(NamedTuple):
    """A member whose position is known: its ideal point, its position (-3 to 3), its salience (0 to 3)."""

    at: float
    position: float
    salience: float


class Slope(NamedTuple):
    """A straight line through known positions; `fit` (0 to 1) is the share of their variance it explains."""

    level: float
    slope: float
    fit: float
    salience: float
    """What the known members care on the mean."""

    def position(self, at: float) -> float:
        """Return the position of a member at an ideal point, by halves."""
        return halves(self.level + self.slope * at)

    def care(self) -> float:
        """Return what such a member is taken to care, by halves: half the mean, and more if the line fits."""
        return halves(self.salience * (0.5 + 0.5 * self.fit))


def fitted(known: Sequence[Known]) -> Slope:
    """Fit positions to ideal points by least squares, each member weighing what it cares.

    Members that do not care are left out; without any the line is flat at nothing.
    """
    total = sum(k.salience for k in known)
    if not total:
        return Slope(0.0, 0.0, 0.0, 0.0)
    at = sum(k.salience * k.at for k in known) / total
    mean = sum(k.salience * k.position for k in known) / total
    spread = sum(k.salience * (k.at - at) ** 2 for k in known)
    varies = sum(k.salience * (k.position - mean) ** 2 for k in known)
    slope = sum(k.salience * (k.at - at) * (k.position - mean) for k in known) / (spread + RIDGE)
    level = mean - slope * at
    missed = sum(k.salience * (k.position - level - slope * k.at) ** 2 for k in known)
    fit = max(0.0, 1.0 - missed / varies) if varies else 1.0
    return Slope(level, slope, fit, total / sum(k.salience > 0 for k in known))


def lean(at: float, one: float, other: float) -> float:
    """Return how much nearer a point lies to the other of two poles: -1 (at the one) to 1 (at the other).

    Poles closer together than 1 count as 1 apart.
    """
    return (abs(at - one) - abs(at - other)) / max(1.0, abs(one - other))


def halves(value: float) -> float:
    """Return a value by halves, no further than a position may go."""
    return max(-FURTHEST, min(FURTHEST, round(2 * value) / 2))
