"""Patrons that react: a power that stands behind a party, what may move it to act, and with what odds.

What a patron dares is set by how far collective security can be believed: a credible system deters those who
would shelter an aggressor, and draws in those who waited for others. Nothing here draws lots: a sitting asks
for the odds, lets chance decide and records both.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.world.conditions import Condition
from game.world.outside import Effect


@dataclass(frozen=True, slots=True)
class Reaction:
    """One thing a patron may do, once in a sitting: considered after each stage in which `when` holds.

    `eagerness` (0-1) is how likely it is where nothing holds it back. What is `deterred` grows less likely
    as credibility grows; what is not grows likelier with it. `wire` is the news as the delegations read it,
    `historical` says whether it happened.
    """

    id: str
    title: str
    when: Condition
    eagerness: float = 0.5
    deterred: bool = True
    effects: tuple[Effect, ...] = ()
    wire: str = ""
    historical: bool = True
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Patron:
    """A power behind a party: `id` is a group of the model, `client` the party or seat it stands behind."""

    id: str
    client: str
    reactions: tuple[Reaction, ...] = ()
    why: str = ""


def chance_of(reaction: Reaction, credibility: float) -> float:
    """Return the probability (0-1, three decimals) of a reaction at a credibility (0-1).

    The eagerness, times what credibility leaves of it (deterred) or makes of it. More credibility never
    makes a deterred reaction likelier, nor one that is not deterred less likely.
    """
    part = 1.0 - credibility if reaction.deterred else credibility
    return round(min(1.0, max(0.0, reaction.eagerness * part)), 3)
