"""What may come of a crisis: happenings, endings and the objectives of seats, as packs declare them."""

from __future__ import annotations

from dataclasses import dataclass

from game.world.conditions import Condition
from game.world.outside import Effect


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that occurs, once in a sitting, when its condition holds at the opening of a stage.

    `chance` is the probability (0-1) that it occurs when it is due; `secret_to` limits who reads it (empty:
    everybody). `historical` says whether it occurred; `wire` is the news as the delegations read it.
    """

    id: str
    title: str
    wire: str
    when: Condition
    date: str = ""
    chance: float = 1.0
    effects: tuple[Effect, ...] = ()
    secret_to: tuple[str, ...] = ()
    historical: bool = True
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """One way a crisis ends; of those whose condition holds the one of the highest `priority` is taken, among
    equals the first in the pack's order.

    `at_once` endings are asked after every stage and stop the sitting; the others are asked when the calendar
    runs out. `because` says in a sentence what its condition means, for those who ask why it ended so.
    """

    id: str
    title: str
    text: str
    when: Condition
    at_once: bool = False
    historical: bool = False
    sources: tuple[str, ...] = ()
    priority: int = 0
    because: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """What a seat wants by the end; `secret` ones are read by that seat alone until the debrief."""

    id: str
    text: str
    when: Condition
    secret: bool = False
