"""The trail of a sitting: where in its record each thing came about, so that one can walk back from it.

It reads the record once and keeps numbers of events, never sentences; `causes` tells what it finds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from game.session import events as happened
from game.session.decide import before
from game.session.events import Event
from game.session.facts import facts
from game.session.fold import fold
from game.session.scenario import Clause, Scenario
from game.world.conditions import Facts


class Move(NamedTuple):
    """One step of a track or a standing: at which event, from where to where, and by which cause."""

    at: int
    before: float
    after: float
    cause: str

    @property
    def by(self) -> float:
        """How far it went."""
        return round(self.after - self.before, 1)


class Turn(NamedTuple):
    """A flag that went up or down, at which event and by which cause."""

    at: int
    up: bool
    cause: str


JUDGED = (
    happened.HappeningOccurred,
    happened.PatronReacted,
    happened.ClauseLapsed,
    happened.CrisisEnded,
)
"""Events before which a condition was judged: the facts of that moment are kept."""


class Trail:
    """Where things came about, by number of the event in the record (from 0)."""

    def __init__(self, events: Sequence[Event], scenario: Scenario) -> None:
        """Walk the record from its first event."""
        self.events = tuple(events)
        self.scenario = scenario
        self.tracks: dict[str, list[Move]] = defaultdict(list)
        self.standings: dict[str, list[Move]] = defaultdict(list)
        self.flags: dict[str, list[Turn]] = defaultdict(list)
        self.found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        """What came about -> the numbers of its events; the keys are those of `KEYS`."""
        self.texts: dict[str, frozenset[str]] = {}
        """Symbol -> its kinds of clauses and the id it is stored under."""
        self.stages: list[tuple[str, str]] = []
        """Stage and date of each event."""
        self.known: dict[int, Facts] = {}
        self.votes: dict[int, dict[str, str]] = {}
        """Result declared -> who voted how."""
        self._open: list[dict[str, str]] = []
        self._stored: dict[str, str] = {}
        self._levels = {t.id: t.start for t in scenario.open.tracks}
        self._regard: dict[str, float] = defaultdict(float)
        self._read()

    def _read(self) -> None:
        state, stage, date = before(self.scenario), "", ""
        judged = max((at for at, x in enumerate(self.events) if isinstance(x, JUDGED)), default=-1)
        for at, event in enumerate(self.events):
            if isinstance(event, JUDGED):
                self.known[at] = facts(state)
            if at < judged:
                state = fold(state, event)
            if isinstance(event, happened.StageOpened):
                stage, date = event.stage, event.date
            self.stages.append((stage, date))
            key = KEYS.get(type(event))
            if key is not None:
                self.found[key(event)].append(at)
            self._take(at, event)

    def _take(self, at: int, event: Event) -> None:
        match event:
            case happened.WorldMoved():
                self._move(at, event)
            case happened.QuestionPut():
                self._open.append({})
            case happened.BallotCast() if self._open:
                self._open[-1][event.seat] = event.vote
            case happened.ResultDeclared() if self._open:
                self.votes[at] = self._open.pop()
            case happened.DraftTabled():
                self._stored[event.symbol] = event.stored
                self._bear(event.symbol, event.clauses)
            case happened.DraftRevised():
                self._bear(event.draft, event.clauses)
            case happened.TextBrought():
                self.texts[event.symbol] = self.texts.get(event.draft, frozenset())

    def _bear(self, symbol: str, clauses: Sequence[Clause]) -> None:
        """Note which kinds of clauses a text bears, and under which id history's text is stored."""
        named = {*(clause.kind for clause in clauses), self._stored.get(symbol, "")}
        self.texts[symbol] = frozenset(named - {""})

    def _move(self, at: int, event: happened.WorldMoved) -> None:
        moves = event.moves
        for track, value in moves.tracks.items():
            self.tracks[track].append(Move(at, self._levels.get(track, value), value, event.cause))
            self._levels[track] = value
        for seat, value in moves.standings.items():
            self.standings[seat].append(Move(at, self._regard[seat], value, event.cause))
            self._regard[seat] = value
        for flag in moves.flags_set:
            self.flags[flag].append(Turn(at, True, event.cause))
        for flag in moves.flags_cleared:
            self.flags[flag].append(Turn(at, False, event.cause))

    def last(self, *key: str, until: int | None = None) -> int | None:
        """Return the last event before `until` at which something came about, None if it did not."""
        return next((at for at in reversed(self.found.get(key, ())) if until is None or at < until), None)

    def bearing(self, subject: str, what: str, until: int) -> tuple[int, str] | None:
        """Return the last event before `until` that so decided a text bearing a clause or draft, and the
        text's symbol."""
        ends = [
            (at, symbol)
            for symbol, names in self.texts.items()
            if subject in names and (at := self.last(what, symbol, until=until)) is not None
        ]
        return max(ends, default=None)

    def result(self, symbol: str, until: int | None = None) -> happened.ResultDeclared | None:
        """Return the last result declared on a text."""
        at = self.last("result", symbol, until=until)
        event = self.events[at] if at is not None else None
        return event if isinstance(event, happened.ResultDeclared) else None

    def cast(self, symbol: str, vote: str, until: int | None = None) -> list[str]:
        """Return who so voted when a text was last decided."""
        at = self.last("result", symbol, until=until)
        roll = self.votes.get(at, {}) if at is not None else {}
        return [seat for seat, cast in roll.items() if cast == vote]


WHOLE = frozenset({"draft", "consent", "statement", "assembly", "directive"})
"""Kinds of questions that decide a whole text."""

KEYS: Mapping[type[Event], Callable[[Any], tuple[str, ...]]] = {
    happened.StageOpened: lambda e: ("stage", e.stage),
    happened.HappeningOccurred: lambda e: ("happening", e.happening),
    happened.PatronReacted: lambda e: ("patron", e.patron, e.reaction) if e.acted else ("held", e.patron),
    happened.ComplianceDecided: lambda e: ("demand", e.draft, e.clause),
    happened.ClauseLapsed: lambda e: ("lapsed", e.draft, e.clause),
    happened.ResolutionAdopted: lambda e: ("adopted", e.draft),
    happened.StatementIssued: lambda e: ("issued", e.draft),
    happened.RecommendationAdopted: lambda e: ("recommended", e.draft),
    happened.RecommendationFailed: lambda e: ("rejected", e.draft),
    happened.DraftFailed: lambda e: ("vetoed" if e.vetoed else "failed", e.draft),
    happened.ResultDeclared: lambda e: ("result", e.subject) if e.kind in WHOLE else ("question", e.kind),
    happened.PledgeMade: lambda e: ("pledge", e.seat, e.kind),
    happened.PledgeArrived: lambda e: ("arrived", e.seat, e.kind),
    happened.SeatLeft: lambda e: ("seat", e.seat),
    happened.SeatReturned: lambda e: ("seat", e.seat),
    happened.CapitalAnswered: lambda e: ("seat", e.seat),
    happened.PartyInvited: lambda e: ("invited", e.party),
    happened.AssemblyCalled: lambda e: ("assembly",),
    happened.ItemAdopted: lambda e: ("item", e.item),
    happened.ItemRemoved: lambda e: ("removed",),
    happened.SecurityMeasured: lambda e: ("measured",),
    happened.CrisisEnded: lambda e: ("ended",),
}
"""Under which name each kind of event is found again."""
