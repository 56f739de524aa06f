"""Whether those addressed comply: a demand, its odds under the collective-security model, and what follows."""

from __future__ import annotations

from dataclasses import dataclass

from game.world.outside import Effect


@dataclass(frozen=True, slots=True)
class Demand:
    """What a clause asks of a party.

    `difficulty` (0-1) is how much is asked; `resolve` names the track that measures the party's will to refuse.
    """

    party: str
    difficulty: float
    resolve: str = ""
    if_complies: tuple[Effect, ...] = ()
    if_defies: tuple[Effect, ...] = ()
    note: str = ""


def odds(demand: Demand, rank: int, resolve: float, credibility: float) -> float:
    """Return the probability (0-1) that the party complies.

    `rank` is the force of the clause's verb (1-10), `resolve` the track's value (0-100), `credibility` 0-1.
    """
    pressure = credibility * (0.5 + rank / 20)
    resistance = demand.difficulty * (0.4 + 0.6 * resolve / 100)
    return round(min(0.95, max(0.02, pressure * (1.0 - resistance) * 1.2)), 3)
