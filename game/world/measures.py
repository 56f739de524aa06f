"""Measures that each State applies for itself: what of an aggressor's needs they cut off, share by share.

Sanctions without oil are the lesson of 1935: what bites is not that a measure was recommended but who applies
it, and how much of the thing they sell. Reckoned from votes, pledges and the pack's shares; it never asks
which body recommended the measure, nor remembers anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.world.conditions import Facts
from game.world.outside import Effect
from game.world.powers import Measure, SecurityModel
from game.world.terms import Stance, stances, unit


def applied(model: SecurityModel, facts: Facts, name: str) -> float:
    """Return the share (0-1) of what the aggressor needs that those who apply a measure keep from it.

    A measure without shares of its own goes by the groups' trade. Nobody applies one that the model does not
    know.
    """
    measure = next((m for m in model.measures if m.id == name), None)
    if measure is None:
        return 0.0
    groups = stances(model, facts)
    weights = [_weight(measure, s) for s in groups]
    whole = 1.0 if measure.shares else sum(weights)
    kept = sum(weight * _applies(s, name, facts) for weight, s in zip(weights, groups, strict=True))
    return round(unit(kept / whole), 3) if whole else 0.0


def _weight(measure: Measure, stance: Stance) -> float:
    return measure.shares.get(stance.group.id, 0.0) if measure.shares else stance.trade


def _applies(stance: Stance, name: str, facts: Facts) -> float:
    """How far a group applies a measure: one with a seat as it voted or pledged, another as it observes."""
    seat = stance.group.seat
    if not seat:
        return stance.observes
    agreed = facts.votes.get(name, {}).get(seat) == "yes" or facts.pledged.get(f"{name}:{seat}", 0.0) > 0.0
    return 1.0 - stance.backs if agreed else 0.0


def borne(effects: Iterable[Effect], model: SecurityModel, facts: Facts) -> tuple[Effect, ...]:
    """Return effects as they bite now: those of a measure by the share of those who apply it."""
    return tuple(
        replace(x, by=x.by * applied(model, facts, x.borne_by), borne_by="") if x.borne_by else x
        for x in effects
    )
