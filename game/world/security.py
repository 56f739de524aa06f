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
    logs = {t: log(max(model.floor, terms[t])) for t in TERMS}
    weights = {t: model.weights.get(t, 1.0) for t in TERMS}
    counted = [t for t in TERMS if weights[t] > 0.0]
    mean = sum(weights[t] * logs[t] for t in counted) / sum(weights[t] for t in counted)
    weakest = min(logs[t] for t in counted)
    return round(exp((1.0 - model.weakest) * mean + model.weakest * weakest), 3)
