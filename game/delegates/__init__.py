"""Scripted delegates: players that see one seat's view and its lawful acts, and nothing else.

Which temperaments are there? `TEMPERAMENTS`; which levels of skill? `LEVELS`. Seat one with `take_seat`. What
would a seat make of a text? `weigh`, and told line by line `arithmetic`. How would the others vote, as far
as it can know? `canvass`.

Developers: copy `steadfast.py`, or for a mere bent `broker.py`; declare its traits in `temperaments.py`.
How a text is judged is in `mandate.py` (one clause), `weighing.py` (a whole text) and `circumstances.py`
(what surrounds it); what is known of the others in `soundings.py`, and what follows in `estimating.py`. Who
proposes what is in the counsellors: `script`, `voting`, `floor`, `amending`, `bargains`, `trading`,
`consulting`, `chair`, `points`. What a delegation was sent for is in `aims.py` (from what is known,
`footings.py`); a seasoned one minds it modestly (`pursuing`). Of a `novice` less is asked than that, of a
`veteran` more: how likely texts are to carry is in `reckoning.py` (from `hearsay.py`), what they promise in
`prospects.py`, what it searches and bargains for in `planning.py` and `dealing.py`, what it makes of the
rules of procedure in `orders.py`, and when a veto is what it wants in `courting.py`.

Counsellors give plain reasons (`reasons.py`); how they are said is the matter of `talk.py`, with its
`talk_forms.py`, `talk_statements.py`, `talk_occasions.py` and `talk_deals.py`. What it would take is
answered in `asking.py`. Why a delegation did what it did is told afterwards, for the debrief, by `motives.py`
(with `motives_texts.py`, `motives_deals.py` and `purposes.py`).

What is remembered is in `memory.py`, and grows from events alone; what is ready is in `dossier.py`, and
follows from the view alone. Nothing here may reach for the state of a sitting, another seat's view or chance
of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.aimless import Aimless
from game.delegates.arithmetic import arithmetic
from game.delegates.broker import Broker
from game.delegates.envoy import Envoy
from game.delegates.estimating import Canvass, canvass
from game.delegates.follower import Follower
from game.delegates.idealist import Idealist
from game.delegates.levels import LEVELS, NOVICE, SEASONED, VETERAN
from game.delegates.protocol import Delegate
from game.delegates.recorded import Recorded
from game.delegates.spoiler import Spoiler
from game.delegates.steadfast import Steadfast
from game.delegates.temperaments import TEMPERAMENTS, TRAITS, Traits
from game.delegates.weighing import Weighing, weigh

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
