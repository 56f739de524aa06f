"""The dates of a crisis: what is read at each, and what meeting is held, as a compiled pack holds them.

Nothing here plays; the public part of a stage is its card.
"""

from __future__ import annotations

from msgspec import Struct

from game.world.conditions import Condition
from game.world.outside import Effect


class Wire(Struct, frozen=True):
    """A dispatch read at a stage's opening."""

    text: str
    place: str = ""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class Stage(Struct, frozen=True):
    """A date of the crisis: what the delegations read, and the meeting they hold."""

    id: str
    title: str
    date: str
    """ISO date of the meeting; the presidency follows from it (PR1)."""
    place: str = ""
    meeting: int = 0
    """The real meeting's number; meetings are numbered from here on (PB7)."""
    document: int = 0
    """The number from which documents tabled in this stage are numbered."""
    item: str = ""
    """The agenda item."""
    wire: tuple[Wire, ...] = ()
    members: tuple[str, ...] = ()
    """Codes of the Council's members at this date."""
    succession: dict[str, str] = {}
    """Outgoing member -> incoming member whose place it takes, when the Council's membership changes."""
    invited: tuple[str, ...] = ()
    """Parties invited without objection when the meeting opens."""
    effects: tuple[Effect, ...] = ()
    short: bool = True
    """Whether the stage is played in a short sitting."""
    president: str = ""
    """Who presides from this stage on, where the chair passes on with the session (L10)."""
    rounds: int = 2
    """How often each delegation is called before the President must turn to the vote (H2)."""
    when: Condition | None = None
    """The stage is passed over when this does not hold."""
    hastened: Condition | None = None
    """The stage opens next once this holds; those that stand before it in the calendar are passed over."""
    history: str = ""
    """What happened at this point, for the debrief."""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class StageCard(Struct, frozen=True):
    """The public part of a stage."""

    id: str
    title: str
    date: str
    place: str
    item: str
    wire: tuple[Wire, ...]
    number: int
    """Running number from 1."""
    of: int
    """How many stages the crisis may have."""
