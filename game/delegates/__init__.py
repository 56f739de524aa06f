"""Scripted delegates: players that see one seat's view and its lawful acts, and nothing else.

Which temperaments are there? `TEMPERAMENTS`; which levels of skill? `LEVELS`. Seat one with `take_seat`. What
would a seat make of a text? `weigh`, and told line by line `arithmetic`. How would the others vote, as far
as it can know? `canvass`.

Developers: the rooms stand above one another. Who sits there is in `minds`: copy `steadfast.py`, or for a
mere bent `broker.py`, and declare its traits in `temperaments`. A mind asks its counsellors (`counsel`), one
for each kind of act; what they mean is put into words in `speech`. They go by what the seat knows
(`knowledge`: its memory, the record, the others as far as they can be judged) and by what it wants
(`interests`: its mandate, what it makes of a clause and of a text, its aims). The ground is `language`. Why a
delegation did what it did is told afterwards, for the debrief, in `hindsight`.

What is remembered grows from events alone, and what is ready follows from the view alone, so that a delegate
that sits down in the middle goes on as the last would have. Nothing here may reach for the state of a
sitting, another seat's view or chance of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.hindsight.arithmetic import arithmetic
from game.delegates.interests.weighing import Weighing, weigh
from game.delegates.knowledge.estimating import Canvass, canvass
from game.delegates.levels import LEVELS, NOVICE, SEASONED, VETERAN
from game.delegates.minds.aimless import Aimless
from game.delegates.minds.broker import Broker
from game.delegates.minds.envoy import Envoy
from game.delegates.minds.follower import Follower
from game.delegates.minds.idealist import Idealist
from game.delegates.minds.recorded import Recorded
from game.delegates.minds.spoiler import Spoiler
from game.delegates.minds.steadfast import Steadfast
from game.delegates.protocol import Delegate
from game.delegates.temperaments import TEMPERAMENTS, TRAITS, Traits

__all__ = [
    "ENVOY",
    "LEVELS",
    "NOVICE",
    "SEASONED",
    "TEMPERAMENTS",
    "TRAITS",
    "VETERAN",
    "Canvass",
    "Delegate",
    "Recorded",
    "Traits",
    "Weighing",
    "arithmetic",
    "canvass",
    "take_seat",
    "weigh",
]

ENVOY = "envoy"
"""Who speaks for a guest of the Council when no person does; no member's seat is held so."""

_SEATED: dict[str, Callable[[str], Delegate]] = {
    ENVOY: Envoy,
    "aimless": Aimless,
    "recorded": Recorded,
}
_SKILLED: dict[str, Callable[[str, str], Delegate]] = {
    "steadfast": Steadfast,
    "broker": Broker,
    "spoiler": Spoiler,
    "follower": Follower,
    "idealist": Idealist,
}
"""Those whose play depends on their level."""


def take_seat(temperament: str, seat: str, level: str = SEASONED) -> Delegate:
    """Return a fresh delegate of a temperament and level in a seat; ValueError for one that nobody has."""
    if level not in LEVELS:
        raise ValueError(f"There is no level called {level!r}; there are: {', '.join(LEVELS)}.")
    if temperament in _SKILLED:
        return _SKILLED[temperament](seat, level)
    if temperament in _SEATED:
        return _SEATED[temperament](seat)
    known = ", ".join((*_SKILLED, *_SEATED))
    raise ValueError(f"There is no temperament called {temperament!r}; there are: {known}.")
