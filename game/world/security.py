"""The collective-security model's front door: eight terms from 0 to 1 and the credibility they make together.

The terms are those of the three documents the game is built on (see `board.GROUNDS`). Credibility is their
weighted geometric mean in which the weakest term carries extra weight, so the weakest link governs. Nothing
here remembers: the same model and facts always give the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log

from game.world.board import GROUNDS, Explanation, Part, explain
from game.world.powers import Nation, SecurityModel, peopled
from game.world.terms import TERMS, measure

__all__ = [
    "GROUNDS",
    "TERMS",
    "Explanation",
    "Nation",
    "Part",
    "SecurityModel",
    "credibility",
    "explain",
    "measure",
    "peopled",
]


def credibility(model: SecurityModel, terms: Mapping[str, float]) -> float:
    """Return how credible collective action is (0-1, three decimals): a weighted geometric mean of terms.

    Weights are the model's (1 unless given). The weakest term carries the part `model.weakest` of all weight
    besides, for the documents say that a system fails by its inability to meet *all* of the conditions (001).
    No term is taken below `model.floor`, so that one failure weakens and does not annul.
    """
    weights = [model.weights.get(t, 1.0) for t in TERMS]
    counted = [(log(max(model.floor, terms[t])), w) for t, w in zip(TERMS, weights, strict=True) if w > 0.0]
    mean = sum([w * x for x, w in counted]) / sum([w for _, w in counted])
    weakest = min([x for x, _ in counted])
    return round(exp((1.0 - model.weakest) * mean + model.weakest * weakest), 3)
