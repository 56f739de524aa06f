"""The scripted delegates at the table: each sits down when it is first asked, and hears what it heeds and may
know.

It must never choose an act, nor tell anybody what another's eyes alone may read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from game.delegates import Delegate
from game.session.events import Event, SeatHandedOver
from game.session.state import State
from game.session.views import audience

Kinds = frozenset[type[Event]]
Told = tuple[int, Event, frozenset[str] | None]
"""An event with its place in the record, and who may read it, None for everybody."""


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
        self._recalled: dict[tuple[Kinds, Kinds], _Recalled] = {}
        """What of the record is minded, by who minds what."""

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
        recalled = self._recalled.setdefault((heeds, own), _Recalled())
        recalled.read_on(state, record, heeds, own)
        for event in recalled.by(seat):
            delegate.hear(event)
        for kind in heeds:
            self._heeding[kind] = (*self._heeding.get(kind, ()), delegate)
        for kind in own:
            self._heeding_own.setdefault(kind, {})[seat] = delegate
        self._minded |= heeds | own
        return delegate


class _Recalled:
    """What of the record delegations mind that mind the same; it is read once for all of them."""

    __slots__ = ("common", "own", "read")

    def __init__(self) -> None:
        self.read = 0
        """How far."""
        self.common: list[Told] = []
        """What is minded whoever's doing it was."""
        self.own: dict[str, list[Told]] = {}
        """What is minded by its doer alone."""

    def read_on(self, state: State, record: Sequence[Event], heeds: Kinds, own: Kinds) -> None:
        """Read what has come since; `state` is that after it."""
        for number, event in enumerate(record[self.read :], start=self.read):
            kind = type(event)
            if kind in heeds:
                self.common.append((number, event, audience(state, event)))
            elif kind in own:
                told = number, event, audience(state, event)
                self.own.setdefault(getattr(event, "seat", ""), []).append(told)
        self.read = len(record)

    def by(self, seat: str) -> Iterator[Event]:
        """Yield what a seat heard of it, in its order."""
        for _, event, told in sorted((*self.common, *self.own.get(seat, ())), key=itemgetter(0)):
            if told is None or seat in told:
                yield event
