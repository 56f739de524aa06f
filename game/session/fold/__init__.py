"""What an event makes of a state; every kind of event has its line here and nothing is judged or drawn.

`fold` never refuses: a log made by an older game must always be readable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from game.session.events import Event
from game.session.fold import conduct, crisis, drafts, floor, papers, plenary, usage, voting, world
from game.session.state import State

FOLDS: dict[type[Event], Callable[[State, Any], State]] = {
    **crisis.FOLDS,
    **floor.FOLDS,
    **drafts.FOLDS,
    **voting.FOLDS,
    **papers.FOLDS,
    **plenary.FOLDS,
    **conduct.FOLDS,
    **usage.FOLDS,
    **world.FOLDS,
}


def fold(state: State, event: Event) -> State:
    """Return the state after an event."""
    return FOLDS[type(event)](state, event)


def fold_all(state: State, events: Iterable[Event]) -> State:
    """Return the state after events, in order."""
    for event in events:
        state = FOLDS[type(event)](state, event)
    return state
