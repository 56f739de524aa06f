"""Whether those addressed comply: a demand, its odds under the collective-security model, and what follows.

Nothing here draws lots: a sitting asks for the odds, lets chance decide and records both.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.world.outside import Effect

LEAST, MOST = 0.02, 0.95
"""No party is ever certain to comply or to defy."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a clause asks of a party.

    `difficulty` (0-1) is how much is asked; `resolve` names the track that measures the party's will to
    refuse.
    """

    party: str
    difficulty: float
    resolve: str = ""
    if_complies: tuple[Effect, ...] = ()
    if_defies: tuple[Effect, ...] = ()
    note: str = ""


def pressure(rank: int, credibility: float) -> float:
    """Return the weight (0-1) of a demand: the credibility behind it, up to half less for a mild verb.

    `rank` is the force of the clause's verb (1-10), `credibility` 0-1.
    """
    return credibility * (0.5 + rank / 20.0)


def resistance(demand: Demand, resolve: float) -> float:
    """Return the weight (0-1) of refusal: what is asked, up to two thirds less without resolve (0-100)."""
    return demand.difficulty * (1.0 + 2.0 * resolve / 100.0) / 3.0


def odds(demand: Demand, rank: int, resolve: float, credibility: float) -> float:
    """Return the probability (0.02-0.95, three decimals) that the party complies.

    A contest of two weights: pressure squared over the sum of both squares, so that equal weights make even
    odds and either side's advantage tells twice. `rank` is the force of the clause's verb (1-10), `resolve`
    the track's value (0-100), `credibility` 0-1. More credibility or force never lowers the odds; more
    resolve or difficulty never raises them.
    """
    push, hold = pressure(rank, credibility) ** 2, resistance(demand, resolve) ** 2
    chance = push / (push + hold) if push > 0.0 else 0.0
    return round(min(MOST, max(LEAST, chance)), 3)
