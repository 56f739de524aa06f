"""The minutes of one decision: events noted one by one, each folded at once so that the next sees its
effect."""

from __future__ import annotations

from msgspec import Struct

from game.session.chance import Chance
from game.session.events import Event
from game.session.fold import FOLDS
from game.session.state import Phase, State


class Decision(Struct, frozen=True):
    """What came of an act: the events, and the state after them."""

    events: tuple[Event, ...]
    state: State


class Minutes:
    """Events of one act in the making, and the state they lead to."""

    __slots__ = ("chance", "events", "state")

    def __init__(self, state: State, chance: Chance) -> None:
        """Begin with the state before the act."""
        self.state = state
        self.chance = chance
        self.events: list[Event] = []

    def note(self, event: Event) -> None:
        """Note that something happened."""
        self.events.append(event)
        self.state = FOLDS[type(event)](self.state, event)

    def decision(self) -> Decision:
        """Return what came of the act."""
        return Decision(tuple(self.events), self.state)

    @property
    def phase(self) -> Phase:
        """The phase as it stands now."""
        return self.state.chamber.phase
