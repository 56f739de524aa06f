"""The scripted delegates at the table: each sits down when it is first asked, and hears what it heeds and may
know.

It must never choose an act, nor tell anybody what another's eyes alone may read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.delegates import Delegate
from game.session.events import Event, SeatHandedOver
from game.session.state import State
from game.session.views import audience

Kinds = frozenset[type[Event]]
Told = tuple[Event, frozenset[str] | None]
"""An event and who may read it, None for everybody."""


class Delegations:
    """Who sits where of those that need no person, and what each is to be told."""

    __slots__ = ("_heeding", "_heeding_own", "_minded", "_recalled", "_take_seat", "seated")

    def __init__(self, take_seat: Callable[[str, str, str], Delegate]) -> None:
        """Begin with nobody in a chair; `take_seat` gives a delegate by temperament, seat and level."""
        self._take_seat = take_seat
        self.seated: dict[str, Delegate] = {}
        self._heeding: dict[type[Event], tuple[Delegate, ...]] = {}
        self._heeding_own: dict[type[Event], dict[str, Delegate]] = {}
        self._minded: set[type[Event]] = {SeatHandedOver}
        """Kinds of events that anybody heeds."""
        self._recalled: dict[tuple[Kinds, Kinds], tuple[int, list[Told]]] = {}
        """What of the record is minded, by who minds what, and how far the record was read for it."""

    def clear(self) -> None:
        """Let every delegate leave its chair; whoever is asked next sits down afresh."""
        for kept in (self.seated, self._heeding, self._heeding_own, self._recalled):
            kept.clear()
        self._minded = {SeatHandedOver}

    def tell(self, state: State, events: Sequence[Event]) -> None:
        """Let those at the table hear what they heed and may know; `state` is that after the events."""
        for event in events:
            kind = type(event)
            if kind not in self._minded:
                continue
            if kind is SeatHandedOver:
                self.clear()
            heeding = self._heeding.get(kind, ())
            doers = self._heeding_own.get(kind)
            if doers is not None and (doer := doers.get(getattr(event, "seat", ""))) is not None:
                heeding = (*heeding, doer)
            told = audience(state, event) if heeding else None
            for delegate in heeding:
                if told is None or delegate.seat in told:
                    delegate.hear(event)

    def at(self, seat: str, state: State, record: Sequence[Event]) -> Delegate:
        """Return the delegate in a seat; one that sits down is told all that it may know of the record."""
        return self.seated.get(seat) or self._sit_down(seat, state, record)

    def _sit_down(self, seat: str, state: State, record: Sequence[Event]) -> Delegate:
        c = state.chamber
        delegate = self.seated[seat] = self._take_seat(c.holders[seat], seat, c.levels.get(seat, c.level))
        heeds, own = delegate.heeds, delegate.heeds_own
        for event, told in self._recall(state, record, heeds, own):
            if (told is None or seat in told) and (
                type(event) in heeds or getattr(event, "seat", "") == seat
            ):
                delegate.hear(event)
        for kind in heeds:
            self._heeding[kind] = (*self._heeding.get(kind, ()), delegate)
        for kind in own:
            self._heeding_own.setdefault(kind, {})[seat] = delegate
        self._minded |= heeds | own
        return delegate

    def _recall(self, state: State, record: Sequence[Event], heeds: Kinds, own: Kinds) -> list[Told]:
        """Return what of the record is of these kinds; it is read once for all who mind the same."""
        read, found = self._recalled.get((heeds, own), (0, []))
        minded = heeds | own
        found += [(x, audience(state, x)) for x in record[read:] if type(x) in minded]
        self._recalled[heeds, own] = len(record), found
        return found
