"""A sitting as it is played: acts are journalled before they are acknowledged; scripted seats and the world
take steps.

Must never decide anything itself: `session` decides, `delegates` choose, `journal` keeps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from game.delegates import SEASONED, take_seat
from game.journal import Header, Journal, Reading
from game.rules.bodies import BODIES
from game.rules.house import House
from game.rules.house_league import house_for
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.chance import Chance, Draw
from game.session.covenant import governs
from game.session.decide import Decision, before, decide, due, open_sitting
from game.session.events import Event, SittingOpened
from game.session.fold import fold_all
from game.session.legal import Docket
from game.session.scenario import Scenario
from game.session.state import Chamber, Phase, State
from game.session.table import present, turn
from game.session.views import View, board, may_know, view
from game.sitting.delegations import Delegations
from game.sitting.seating import (
    GUESTS,
    HOLDERS,
    OBSERVER,
    PERSON,
    SittingError,
    actor_of,
    levelled,
    nobody,
    own_acts,
    seated,
)
from game.world.security import Explanation

__all__ = ["OBSERVER", "PERSON", "Sitting", "SittingError"]


class Thought(NamedTuple):
    """What the world or a scripted seat is about to do: in which state and after how many events it is
    thought of, who does it, and what comes of it.
    """

    before: State
    after: int
    actor: str
    decision: Decision


_CONTESTABLE = ("invitation", "motion", "draft")


class Sitting:
    """One sitting being played.

    `record` holds all events that stand; `caution` a sentence about the save it came from, if one is due;
    `refusals` counts acts of scripted delegates that were refused (there should be none).
    """

    def __init__(self, scenario: Scenario, state: State, journal: Journal[Any] | None = None) -> None:
        """Take a state that no delegate has heard of yet; use `begin` or `resume`."""
        self.scenario = scenario
        self.state = state
        self.journal = journal
        self.record: list[Event] = []
        self.caution = ""
        self.refusals = 0
        self.options: dict[str, Any] = {}
        self.acts: list[tuple[str, int]] = []
        """Who took each act that stands (empty: the world), and how long the record was after it."""
        self._delegates = Delegations(lambda *who: take_seat(*who))
        self._asked = -1
        self.draws: list[tuple[Draw, Any]] | None = None
        """Where draws of chance are noted as they fall, if anywhere."""

    # -- beginning ---------------------------------------------------------------------------------
    @classmethod
    def begin(
        cls,
        scenario: Scenario,
        holders: Mapping[str, str] | None = None,
        *,
        seed: int,
        length: str = "full",
        director: bool = False,
        rounds: int = 0,
        preliminary: str = "rule_30",
        abstention: str = "as_cast",
        level: str = SEASONED,
        levels: Mapping[str, str] | None = None,
        folder: Path | None = None,
        title: str = "",
        options: Mapping[str, Any] | None = None,
        house: House | None = None,
    ) -> Sitting:
        """Open a sitting; seats not named in `holders` are held by the temperament their brief names.

        Scripted delegates are of the `level` given, but for seats named in `levels` or whose brief says so.
        `house` are the house rules, the Council's own if none. With `folder` the sitting is journalled there;
        `options` are kept in the save's header for the screens and mean nothing here. Raises JournalError if
        no save can be begun, SittingError for a seat that the pack does not have.
        """
        opened = SittingOpened(
            holders=seated(scenario, holders or {}),
            length=length,
            seed=seed,
            director=director,
            rounds=rounds,
            preliminary=preliminary,
            abstention=abstention,
            level=level,
            levels=levelled(scenario, level, levels or {}),
            house=house_for(BODIES[scenario.open.body], house) if governs(scenario) else house,
        )
        journal = None
        options = dict(options or {})
        if folder is not None:
            from game.packs import kept

            options = {**kept(scenario), **options}
            pack = scenario.open
            header = Header(
                pack=pack.id,
                pack_digest=pack.digest,
                seed=seed,
                title=title or pack.title,
                options=options,
            )
            journal = Journal.create(folder, header)
        sitting = cls(scenario, before(scenario), journal)
        sitting.options = dict(options)
        sitting._take("", open_sitting(scenario, opened))
        return sitting

    @classmethod
    def resume(cls, path: Path, scenario: Scenario) -> tuple[Sitting, Reading[Any]]:
        """Take up a saved sitting; raises JournalError for a save that cannot be read, SittingError for a
        foreign one."""
        journal, reading = Journal.open(path)
        try:
            sitting = cls(scenario, before(scenario), journal)
            sitting.options = dict(reading.header.options)
            sitting._reload(reading)
        except BaseException:
            journal.close()
            raise
        return sitting, reading

    def _reload(self, reading: Reading[Any]) -> None:
        pack = self.scenario.open
        if reading.header.pack != pack.id:
            raise SittingError(f"The save belongs to the pack {reading.header.pack}, not to {pack.id}.")
        if reading.header.pack_digest != pack.digest:
            self.caution = (
                "The crisis pack has been changed since this sitting was begun; what comes may differ."
            )
        if not reading.acts:
            raise SittingError("The game stopped before this sitting had opened: begin a new one.")
        ends = set(reading.acts)
        start = 0
        for i, number in enumerate(reading.numbers, start=1):
            if number in ends:
                self._relive(reading.events[start:i])
                start = i
        known = (*HOLDERS, *GUESTS)
        strange = [held for held in self.state.chamber.holders.values() if held not in known]
        if strange:
            raise SittingError(f"The save cannot be gone on with. {nobody(strange[0])}")

    def _relive(self, events: Sequence[Event]) -> None:
        try:
            actor = actor_of(self.state, events[0])
            state = fold_all(self.state, events)
        except (LookupError, ValueError, TypeError, AttributeError) as fault:
            raise SittingError(
                f"Event {len(self.record) + 1} of the save does not fit the crisis pack "
                f"{self.scenario.open.id}: it was made with another edition of it. Put that one back."
            ) from fault
        self.record.extend(events)
        self.state = state
        self.acts.append((actor, len(self.record)))

    # -- looking -----------------------------------------------------------------------------------
    @property
    def path(self) -> Path | None:
        """Where the sitting is saved."""
        return self.journal.path if self.journal is not None else None

    @property
    def finished(self) -> bool:
        """Whether the crisis has ended."""
        return self.state.chamber.phase is Phase.ENDED

    @property
    def awaits(self) -> str:
        """The seat of the person the sitting waits for; empty while scripted seats or the world step."""
        awaited = turn(self.state)
        return awaited[0] if awaited and self.state.chamber.holders.get(awaited[0]) == PERSON else ""

    @property
    def persons(self) -> tuple[str, ...]:
        """Seats held by persons, in the order of the holders."""
        return tuple(seat for seat, held in self.state.chamber.holders.items() if held == PERSON)

    def view(self, seat: str = "") -> View:
        """Return what a seat may know now."""
        return view(self.state, seat)

    def board(self) -> tuple[Explanation, ...]:
        """Return the collective-security board, which everybody may see."""
        return board(self.state)

    def docket(self, seat: str) -> Docket:
        """Return the acts open to a seat now."""
        return Docket(self.state, seat)

    def record_for(self, seat: str, since: int = 0) -> list[Event]:
        """Return the events a seat may know, from number `since` (0: the first) on."""
        return [x for x in self.record[since:] if may_know(self.state, seat, x)]

    def last_sat(self, seat: str) -> int:
        """Return how long the record was when a seat's holder last acted; 0 if it never did."""
        own = own_acts(seat, self.acts, self.record)
        return self.acts[own[-1]][1] if own else 0

    # -- playing -----------------------------------------------------------------------------------
    def submit(self, action: a.Action) -> tuple[Event, ...] | Refusal:
        """Take an act of a person: what came of it, already saved, or why it is refused.

        Raises JournalError if it cannot be saved; then nothing has happened.
        """
        if isinstance(action, a.HandOver):
            guest = action.to_seat in self.state.chamber.conduct.guests
            if action.holder not in (GUESTS if guest else HOLDERS):
                return Refusal("H5", nobody(action.holder))
        decided = decide(self.state, action, self._chance())
        if isinstance(decided, Refusal):
            return decided
        return self._take(action.seat, decided)

    def step(self) -> tuple[Event, ...]:
        """Let the world or one scripted seat act; gives no events when a person is awaited or all is over."""
        thought = self.ponder()
        return self._take(thought.actor, thought.decision) if thought is not None else ()

    def ponder(self) -> Thought | None:
        """Find out what the world or one scripted seat does next, while nothing happens yet.

        None when a person is awaited or all is over. It may be asked in a thread, one at a time; `heed` lets
        it be so.
        """
        state = self.state
        chamber = state.chamber
        if chamber.phase is Phase.INTERVAL:
            return Thought(state, len(self.record), "", due(state, self._chance()))
        if _contestable(chamber) and (interposed := self._interposed()) is not None:
            return interposed
        awaited = turn(state)
        if not awaited or chamber.holders.get(awaited[0]) == PERSON:
            return None
        return self._scripted(awaited[0])

    def heed(self, thought: Thought | None) -> tuple[Event, ...]:
        """Let happen what was found out, unless something else has happened meanwhile: then give no events.

        Raises JournalError if it cannot be saved; then nothing has happened.
        """
        if thought is None:
            return ()
        if thought.before is not self.state or thought.after != len(self.record):
            self._delegates.clear()
            self._asked = -1
            return ()
        return self._take(thought.actor, thought.decision)

    def run(self, most: int = 1_000_000) -> int:
        """Let scripted seats and the world act until a person is awaited or all is over; return the steps."""
        for steps in range(most):
            if not self.step():
                return steps
        return most

    def _chance(self) -> Chance:
        """Return the chance of this moment."""
        return Chance(self.state.seed, len(self.record), self.draws)

    def _take(self, actor: str, decision: Decision) -> tuple[Event, ...]:
        """Save what came of an act, then let it be so."""
        if self.journal is not None:
            self.journal.append(decision.events)
        self.follow(decision.events, ((actor, len(self.record) + len(decision.events)),), decision.state)
        return decision.events

    def follow(self, events: Sequence[Event], acts: Sequence[tuple[str, int]], state: State) -> None:
        """Let be so what came of acts; `state` is that after them."""
        self.record += events
        self.acts += acts
        self.state = state
        self._delegates.tell(state, events)

    def _scripted(self, seat: str) -> Thought:
        """Let a scripted seat act; an act refused is counted, and the plainest lawful act is taken."""
        state = self.state
        chance = self._chance()
        docket = Docket(state, seat)
        delegate = self._delegates.at(seat, self.state, self.record)
        wanted = delegate.choose(view(state, seat), docket, chance.stream(f"delegate:{seat}"))
        decided = decide(state, wanted, chance)
        if isinstance(decided, Refusal):
            self.refusals += 1
            decided = decide(state, _plainest(docket), chance)
        if isinstance(decided, Refusal):
            raise SittingError(f"{seat} has no lawful act in {state.chamber.phase.value}: {decided}")
        return Thought(state, len(self.record), seat, decided)

    def _interposed(self) -> Thought | None:
        """Ask the other scripted seats once whether they challenge a ruling or contest a question's
        nature."""
        if self._asked == len(self.record):
            return None
        self._asked = len(self.record)
        awaited = turn(self.state)
        chance = self._chance()
        for seat in present(self.state.chamber):
            if seat in awaited or self.state.chamber.holders.get(seat) == PERSON:
                continue
            docket = Docket(self.state, seat)
            stream = chance.stream(f"interpose:{seat}")
            delegate = self._delegates.at(seat, self.state, self.record)
            act = delegate.interpose(view(self.state, seat), docket, stream)
            if act is None:
                continue
            decided = decide(self.state, act, chance)
            if isinstance(decided, Refusal):
                self.refusals += 1
                continue
            return Thought(self.state, len(self.record), seat, decided)
        return None

    # -- undoing -----------------------------------------------------------------------------------
    def undo(self) -> str | Refusal:
        """Withdraw the last act (director), or a lone person's own last act and what followed; say what was
        done.

        The undo is a fact in the save. Raises JournalError if it cannot be saved.
        """
        persons = self.persons
        if self.state.director:
            keep = len(self.acts) - 1
        elif len(persons) == 1:
            own = own_acts(persons[0], self.acts, self.record)
            keep = own[-1] if own else 0
        else:
            return Refusal("H9", "With several persons at the table only the director may undo.")
        if keep < 1:
            return Refusal("H9", "There is nothing to undo.")
        taken_back = len(self.acts) - keep
        if self.journal is not None:
            self.journal.undo(self.journal.acts[keep - 1])
        record, acts = self.record[: self.acts[keep - 1][1]], self.acts[:keep]
        self.state = fold_all(before(self.scenario), record)
        self.record, self.acts = record, acts
        self._delegates.clear()
        self._asked = -1
        return f"{taken_back} act{'s' if taken_back != 1 else ''} withdrawn."

    def close(self) -> None:
        """Give the save back."""
        if self.journal is not None:
            self.journal.close()


def _contestable(c: Chamber) -> bool:
    """Say whether a ruling may be challenged now, or the nature of what was just put or carried contested."""
    b = c.ballot
    if b is None or c.phase is not Phase.BALLOT:
        return c.phase is Phase.RULED or (c.phase is Phase.DEBATE and c.conduct.contest is not None)
    return not b.votes and b.nature == "procedural" and b.kind in _CONTESTABLE


def _plainest(docket: Docket) -> a.Action:
    """Return the lawful act that does least."""
    for kind in (a.Yield, a.CastBallot, a.AcceptRuling, a.CallToOrder, a.PutToVote, a.CloseMeeting, a.Rule):
        acts = docket.of(kind)
        if acts:
            return acts[-1]
    return next(iter(docket))
