"""Why something came about: the walk back over the record, from an ending, a track or a happening.

Each cause is an event of the record, told in a sentence from what the record and the pack say; nothing is
guessed, and no condition is judged but by the facts of its moment. It opens what was sealed: show it where
the debrief is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from game.plain import clean
from game.prose.grounds import Ground, ground, lacking
from game.prose.names import day, sentence, the
from game.prose.origins import Step, origin, spoken_of
from game.prose.trail import Move, Trail
from game.session.events import CrisisEnded, Event
from game.session.scenario import Scenario
from game.world.conditions import Condition, Facts, holds
from game.world.story import Ending

MOVERS = 6
"""Causes of a track that are named: the largest, in the order of the record."""
FEWER = 3
"""As many where a track is but one step of the walk."""
DEEP = 3
"""Steps back that are told."""


class Cause(Struct, frozen=True):
    """One step back: what it was, its event, when, by how much it moved what is asked about, and why it came.

    `at` is the number of the event in the record, from 0; -1 where there is none. What is told `again` has
    its own causes told further up in the same answer.
    """

    sentence: str
    at: int = -1
    stage: str = ""
    date: str = ""
    amount: float = 0.0
    causes: tuple[Cause, ...] = ()
    again: bool = False


class Why(Struct, frozen=True):
    """A question that may be asked of a sitting, and its answer; `kind` is ending, track or happening."""

    kind: str
    id: str
    question: str
    answer: str
    causes: tuple[Cause, ...]


def why(events: Sequence[Event], scenario: Scenario, kind: str, name: str = "") -> tuple[Cause, ...]:
    """Return what led to the ending, or to a track's value, a flag or a happening by its id.

    `kind` is ending, track, flag or happening. Of a track: its largest movers, in the order of the record.
    Empty where nothing led to it. Raises KeyError for another kind.
    """
    walk = Walk(Trail(events, scenario))
    asked: dict[str, Callable[[str], tuple[Cause, ...]]] = {
        "ending": walk.ended,
        "track": walk.moved,
        "flag": walk.raised,
        "happening": walk.happened,
    }
    return asked[kind](name)


def whys(events: Sequence[Event], scenario: Scenario) -> tuple[Why, ...]:
    """Return all that may be asked: why it ended so, why each track stands so, why each happening came."""
    walk = Walk(Trail(events, scenario))
    return (*walk.of_ending(), *walk.of_tracks(), *walk.of_happenings())


class Walk:
    """The walk back over one sitting's trail."""

    def __init__(self, trail: Trail) -> None:
        """Begin at the end of a trail."""
        self.trail = trail
        self.scenario = trail.scenario
        self._walked: set[tuple[str, int]] = set()
        """Causes whose own causes the answer in hand has told: none is walked twice."""

    # -- what is asked -----------------------------------------------------------------------------
    def ended(self, _: str = "") -> tuple[Cause, ...]:
        """Return why the ending was reached."""
        self._walked.clear()
        at = self.trail.last("ended")
        ending = self._ending(at)
        if at is None or ending is None:
            return ()
        known = self.trail.known[at]
        if not holds(ending.when, known):
            return (self._cause("The calendar ran out, and no other ending had come about.", at),)
        return tuple(self.held(ending.when, at, known, DEEP))

    def moved(self, track: str) -> tuple[Cause, ...]:
        """Return the largest movers of a track."""
        self._walked.clear()
        return self.movers(self.trail.tracks.get(track, ()), 0, MOVERS, DEEP)

    def raised(self, flag: str) -> tuple[Cause, ...]:
        """Return what last set a flag or took it down."""
        self._walked.clear()
        turns = self.trail.flags.get(flag, ())
        return (self.back(turns[-1].cause, turns[-1].at, DEEP),) if turns else ()

    def happened(self, name: str) -> tuple[Cause, ...]:
        """Return what brought a happening about."""
        self._walked.clear()
        at = self.trail.last("happening", name)
        return self.back(f"happening:{name}", at, DEEP).causes if at is not None else ()

    # -- the answers ----------------------------------------------------------------------------------
    def of_ending(self) -> Iterator[Why]:
        """Yield why it ended so, if it has ended."""
        at = self.trail.last("ended")
        ending = self._ending(at)
        event = self.trail.events[at] if at is not None else None
        if ending is None or not isinstance(event, CrisisEnded):
            return
        date = day(self.trail.stages[at][1]) if at is not None else ""
        how = "The calendar had run out." if event.calendar else f"It came at once, after {date}."
        said = f"{sentence(ending.because)} {how}" if ending.because else how
        yield Why("ending", ending.id, f"Why did it end with “{clean(ending.title)}”?", said, self.ended())

    def of_tracks(self) -> Iterator[Why]:
        """Yield why each track stands where it does."""
        for track in self.scenario.open.tracks:
            moves = self.trail.tracks.get(track.id, ())
            last = moves[-1].after if moves else track.start
            title = clean(track.title)
            said = f"It began at {track.start:g} and ended at {last:g}."
            rest = len({m.cause for m in moves}) - MOVERS
            if rest > 0:
                said += f" Its {MOVERS} largest causes, of {rest + MOVERS}:"
            asked = f"Why does “{title}” stand at {last:g}?"
            yield Why("track", track.id, asked, said, self.moved(track.id))

    def of_happenings(self) -> Iterator[Why]:
        """Yield why each happening came, in the order of the record."""
        came = [(at[-1], key[1]) for key, at in self.trail.found.items() if key[0] == "happening"]
        for at, name in sorted(came):
            self._walked.clear()
            root = self.back(f"happening:{name}", at, DEEP)
            told = self.scenario.happening.get(name)
            title = clean(told.title).rstrip(".") if told else clean(name)
            said = f"{day(root.date)}. {root.sentence}"
            yield Why("happening", name, f"Why this: “{title}”?", said, root.causes)

    # -- steps ------------------------------------------------------------------------------------------
    def back(self, cause: str, at: int, depth: int, amount: float = 0.0) -> Cause:
        """Return a cause as an event carries it, with what led to it."""
        step = origin(self.trail, cause, at)
        again = (step.sentence, step.at) in self._walked
        return self._cause(step.sentence, step.at, self._before(step, depth), amount, again)

    def _before(self, step: Step, depth: int) -> tuple[Cause, ...]:
        """What led to a step: the condition it waited for, or another cause; once in an answer."""
        if depth <= 0 or (step.sentence, step.at) in self._walked:
            return ()
        if step.when is not None and step.at in self.trail.known:
            led = tuple(self.held(step.when, step.at, self.trail.known[step.at], depth - 1))
        else:
            led = (self.back(step.further, step.at, depth - 1),) if step.further else ()
        if led:
            self._walked.add((step.sentence, step.at))
        return led

    def held(self, c: Condition, at: int, known: Facts, depth: int) -> Iterator[Cause]:
        """Yield why a condition held before event `at`: what was so, and in one sentence what was not."""
        if c.kind == "all":
            for part in c.of:
                yield from self.held(part, at, known, depth)
        elif c.kind == "any":
            true = (part for part in c.of if holds(part, known))
            yield from self.held(next(true, Condition("always")), at, known, depth)
        elif c.kind == "none":
            yield from self._lacked(c, at, known, depth)
        elif (found := ground(self.trail, c, at, known)) is not None:
            yield self._grounded(found, at, depth)

    def _lacked(self, c: Condition, at: int, known: Facts, depth: int) -> Iterator[Cause]:
        """Yield why none of some things was so: tracks that stood elsewhere, and what had not come about."""
        flat = [x for part in c.of for x in (part.of if part.kind == "any" else (part,))]
        for part in flat:
            if part.kind == "track":
                beyond = part.at_least is not None and known.tracks.get(part.name, 0.0) < part.at_least
                other = (
                    Condition("track", part.name, at_most=part.at_least)
                    if beyond
                    else Condition("track", part.name, at_least=part.at_most)
                )
                yield from self.held(other, at, known, depth)
            elif part.kind == "absent":
                back = self.trail.last("seat", part.name, until=at)
                said = f"{the(self.scenario, part.name)} was at the table"
                yield self._cause(sentence(said), -1 if back is None else back)
        names = list(dict.fromkeys(filter(None, (lacking(self.trail, part) for part in flat))))
        if names:
            yield self._cause(sentence(f"this had not come about: {spoken_of(names)}"), -1)

    def _grounded(self, found: Ground, at: int, depth: int) -> Cause:
        led: tuple[Cause, ...] = ()
        again = False
        if found.track and depth > 0:
            moves = [m for m in self.trail.tracks.get(found.track, ()) if m.at < at]
            led = self.movers(moves, found.sign, FEWER, depth - 1)
        elif found.step is not None:
            again = (found.step.sentence, found.step.at) in self._walked
            led = self._before(found.step, depth)
        return self._cause(found.sentence, found.at, led, again=again)

    def movers(self, moves: Sequence[Move], sign: int, most: int, depth: int) -> tuple[Cause, ...]:
        """Return the causes that moved most, of those that went one way (`sign` -1 or 1) or any (0)."""
        first: dict[str, int] = {}
        total: dict[str, float] = {}
        for move in moves:
            first.setdefault(move.cause, move.at)
            total[move.cause] = total.get(move.cause, 0.0) + move.by
        wanted = [x for x in total if round(total[x], 1) and sign * total[x] >= 0]
        largest = sorted(wanted, key=lambda x: -abs(total[x]))[:most]
        ordered = sorted(largest, key=lambda x: first[x])
        return tuple(self.back(x, first[x], depth, round(total[x], 1)) for x in ordered)

    def _cause(
        self, said: str, at: int, causes: tuple[Cause, ...] = (), amount: float = 0.0, again: bool = False
    ) -> Cause:
        stage, date = self.trail.stages[at] if at >= 0 else ("", "")
        return Cause(said, at, stage, date, amount, causes, again)

    def _ending(self, at: int | None) -> Ending | None:
        event = self.trail.events[at] if at is not None else None
        named = event.ending if isinstance(event, CrisisEnded) else ""
        return next((x for x in self.scenario.sealed.endings if x.id == named), None)
