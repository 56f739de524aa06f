"""How a crisis ends and how the seats fared: the pack's endings and objectives judged by the facts.

Nothing here decides when the calendar runs out or what the debrief says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.world.conditions import Facts, holds
from game.world.story import Ending, Objective


def reached(endings: Sequence[Ending], facts: Facts, calendar_over: bool) -> Ending | None:
    """Return the ending reached, the first by priority and order whose condition holds; None while play
    goes on.

    Before the calendar is over only endings `at_once` are asked. When it is over a crisis always ends: the
    last ending is taken if no other holds, whatever its own condition. Raises IndexError for a pack without
    endings then.
    """
    for ending in sorted(endings, key=lambda x: -x.priority):
        if (calendar_over or ending.at_once) and holds(ending.when, facts):
            return ending
    return endings[-1] if calendar_over else None


def fared(objectives: Iterable[Objective], facts: Facts) -> tuple[tuple[Objective, bool], ...]:
    """Return each objective, in order, with whether it is met now."""
    return tuple((o, holds(o.when, facts)) for o in objectives)
