"""`--delegate USA=aimless`: who holds a seat that no person takes, where it is not whom the crisis names.

Nothing is seated here; what was asked is read, and refused in a sentence where it makes no sense.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.cli.near import did_you_mean, shown
from game.cli.trouble import Misuse

if TYPE_CHECKING:
    from game.session.scenario import Scenario

Seats = dict[str, str]


def delegates_of(scenario: Scenario, asked: Sequence[str]) -> tuple[Seats, Seats]:
    """Return the temperaments and the levels that were asked for by seat; Misuse for what is not there."""
    from game.delegates import LEVELS, TEMPERAMENTS

    members = scenario.sealed.stages[0].members
    found: tuple[Seats, Seats] = {}, {}
    for word in (part for typed in asked for part in typed.split(",")):
        seat, _, way = word.partition("=")
        if seat.upper() not in members:
            raise Misuse(f"There is no seat {shown(seat)} at the opening; there are {', '.join(members)}.")
        if way not in (*TEMPERAMENTS, *LEVELS):
            known = ", ".join((*TEMPERAMENTS, *LEVELS))
            meant = did_you_mean(way, (*TEMPERAMENTS, *LEVELS))
            raise Misuse(f"Nobody is {shown(way)}; say {seat.upper()}= and one of {known}.{meant}")
        found[way in LEVELS][seat.upper()] = way
    return found
