"""What the public record tells of the members' leanings: read once for the table, worked out when asked.

It follows from what everybody has seen: words spoken on issues, votes cast on clauses, places on the line of
ideal points. It holds nobody's brief and nobody's papers, so all seats may share it. What is believed is told
of all members at once, in the order of the chamber's `members`.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import NamedTuple, TypeVar

from game.delegates.interests.lexicon import Lexicon
from game.delegates.interests.mandate import PREAMBLE
from game.delegates.knowledge.soundings import BALLOT, SAID, STATEMENT, STRANGERS, VOTED, WIDTH
from game.session.scenario import Clause
from game.session.state import Chamber

ENOUGH = 1.0
"""The weight of what a seat has said or done itself, from which its neighbours are asked no more."""
KIN = 0.5
"""How far those of whom nothing is known are taken to be like oneself."""
STEEP = 1.0
STEEPER = 4.0
"""How sharply a likely vote turns with what is believed: at no trust, and what full trust adds."""
Sums = dict[tuple[str, str], tuple[float, float]]
Known = list[tuple[str, float, float]]
"""Of whom something is known on an issue: the seat, the sum of positions by weight, and the weights."""


class Held(NamedTuple):
    """What positions are believed to be held on an issue, and how surely (0 to 1)."""

    issues: frozenset[str]
    """The issue itself, as what follows is told of."""
    positions: list[float]
    sure: list[float]


class Leant(NamedTuple):
    """What is believed of attitudes to a clause, and what both weigh: see `soundings.Leaning`."""

    issues: frozenset[str]
    care: float
    depth: float
    given: list[float]
    trust: list[float]
    attitudes: list[float]


class Reading(NamedTuple):
    """What is believed of attitudes to a text, on the whole and at its weakest.

    `support` and `weakest` count as far as they are believed; `kin` is the share that is left to whoever asks
    (by its own attitude, for want of better), and `steep` how sharply a likely vote turns.
    """

    issues: frozenset[str]
    support: list[float]
    weakest: list[float]
    kin: list[float]
    steep: list[float]


_Told = TypeVar("_Told", Held, Leant, Reading)


class Hearsay:
    """The public record at one moment."""

    __slots__ = (
        "_held",
        "_leanings",
        "_line",
        "_near",
        "_readings",
        "_sums",
        "_words",
        "date",
        "members",
        "positions",
        "subjects",
    )

    def __init__(self, words: Lexicon, chamber: Chamber, last: Hearsay | None) -> None:
        """Read the record; what has not changed since the last reading is taken from there."""
        self._words = words
        self.date = chamber.date
        self.members = chamber.members
        self.positions = chamber.positions
        self.subjects = chamber.subjects
        self._held: dict[object, Held] = {}
        self._leanings: dict[object, Leant] = {}
        self._readings: dict[object, Reading] = {}
        self._line: Mapping[str, float]
        self._near: dict[str, dict[str, float]]
        self._sums: Sums
        if last is not None and last.date == chamber.date:
            self._line, self._near = last._line, last._near
        else:
            self._line, self._near = words.line(chamber.date), {}
        if last is not None and last.subjects is chamber.subjects:
            self._sums = last._sums
        else:
            self._sums = _voted(words, chamber.subjects)
        if last is not None and last.members == self.members and last._sums is self._sums:
            self._take_over(last)

    def holds(self, chamber: Chamber) -> bool:
        """Say whether nothing of the record has changed."""
        return (
            self.subjects is chamber.subjects
            and self.positions is chamber.positions
            and self.date == chamber.date
            and self.members == chamber.members
        )

    def _take_over(self, last: Hearsay) -> None:
        """Keep what was worked out on issues of which nobody has spoken since, unless the line has moved."""
        if last._line is not self._line:
            return
        spoken = frozenset(_spoken_of(last.positions, self.positions))
        self._held = _but(last._held, spoken)
        self._leanings = _but(last._leanings, spoken)
        self._readings = _but(last._readings, spoken)

    def reading(self, clauses: tuple[Clause, ...], key: tuple[object, ...]) -> Reading:
        """Return what is believed of the attitudes to a text; `key` is what it is `spelled`."""
        found = self._readings.get(key)
        if found is None:
            found = self._readings[key] = self._read(clauses, key)
        return found

    def _read(self, clauses: tuple[Clause, ...], key: tuple[object, ...]) -> Reading:
        leant = [self._leaning(clause, spelled) for clause, spelled in zip(clauses, key, strict=True)]
        issues = frozenset().union(*[x.issues for x in leant])
        care = sum([x.care for x in leant])
        if not care:
            nothing = [0.0] * len(self.members)
            return _trusted(issues, nothing, nothing, nothing)
        sure = [trust / care for trust in map(sum, zip(*[x.trust for x in leant], strict=True))]
        support = [given / care for given in map(sum, zip(*[x.given for x in leant], strict=True))]
        weakest = support
        for x in leant if len(leant) > 1 else ():
            lows = [
                s + (attitude - s) * x.depth if attitude < s else s
                for attitude, s in zip(x.attitudes, support, strict=True)
            ]
            weakest = [*map(min, weakest, lows)]
        return _trusted(issues, sure, support, weakest)

    def _leaning(self, clause: Clause, spelled: object) -> Leant:
        found = self._leanings.get(spelled)
        if found is None:
            found = self._leanings[spelled] = self._lean(clause)
        return found

    def _lean(self, clause: Clause) -> Leant:
        part = 1.0 if self._words.kinds[clause.kind].part == "operative" else PREAMBLE
        bears = self._words.bearing(clause)
        care, given = 0.0, [0.0] * len(self.members)
        trust = given
        for issue, weight in bears.items():
            _, positions, sure = self._belief(issue)
            heavy = abs(weight)
            care += heavy
            given = [x + position * weight for x, position in zip(given, positions, strict=True)]
            trust = [x + s * heavy for x, s in zip(trust, sure, strict=True)]
        attitudes = [x / care for x in given] if care else given
        depth = min(1.0, care / 2) * part
        return Leant(
            frozenset(bears),
            care * part,
            depth,
            [x * part for x in given],
            [x * part for x in trust],
            attitudes,
        )

    def _belief(self, issue: str) -> Held:
        """The positions believed of the members on an issue, and how surely."""
        found = self._held.get(issue)
        if found is None:
            known = [(name, *self._own(name, issue)) for name in self._words.names]
            known = [x for x in known if x[2]]
            told = [self._weighted(seat, issue, known) for seat in self.members]
            positions = [total / weight if weight else 0.0 for total, weight in told]
            sure = [weight / (1.0 + weight) for _, weight in told]
            found = self._held[issue] = Held(frozenset((issue,)), positions, sure)
        return found

    def _weighted(self, seat: str, issue: str, known: Known) -> tuple[float, float]:
        """The sum of what speaks for a seat's position, by weight, and the weights."""
        total, weight = self._own(seat, issue)
        if weight < ENOUGH:
            near, trust = self._neighbours(seat, known)
            total, weight = total + near * trust, weight + trust
        return total, weight

    def _own(self, seat: str, issue: str) -> tuple[float, float]:
        total, weight = self._sums.get((seat, issue), (0.0, 0.0))
        said = self.positions.get(seat, {}).get(issue)
        if said is not None:
            total, weight = total + SAID.get(said, 0.0) * STATEMENT, weight + STATEMENT
        return total, weight

    def _neighbours(self, seat: str, known: Known) -> tuple[float, float]:
        """The mean of what those near it on the line hold, and how far it tells."""
        total = weight = 0.0
        nearness = self._nearness(seat)
        for other, theirs, heard in known:
            near = nearness[other]
            if near and other != seat:
                part = min(1.0, heard) * near
                total, weight = total + part * theirs / heard, weight + part
        return (total / weight, min(0.9, weight)) if weight > 0.01 else (0.0, 0.0)

    def _nearness(self, seat: str) -> dict[str, float]:
        """How much a seat is like each other."""
        found = self._near.get(seat)
        if found is None:
            at = self._line.get(seat)
            found = self._near[seat] = {
                name: self._likeness(at, self._line.get(name)) for name in self._words.names
            }
        return found

    def _likeness(self, at: float | None, place: float | None) -> float:
        if not self._line:
            return STRANGERS
        return exp(-(((at - place) / WIDTH) ** 2) / 2) if at is not None and place is not None else 0.0


def _trusted(
    issues: frozenset[str], sure: list[float], support: list[float], weakest: list[float]
) -> Reading:
    """Return what is believed, as far as it is trusted (0 to 1)."""
    kin = [(1.0 - s) * KIN / (s + (1.0 - s) * KIN) for s in sure]
    return Reading(
        issues,
        [x * (1.0 - k) for x, k in zip(support, kin, strict=True)],
        [x * (1.0 - k) for x, k in zip(weakest, kin, strict=True)],
        kin,
        [STEEP + STEEPER * s for s in sure],
    )


def _spoken_of(before: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> set[str]:
    """Return the issues on which anybody's words are others than before."""
    spoken: set[str] = set()
    for seat in before.keys() | now.keys():
        was, says = before.get(seat, {}), now.get(seat, {})
        if was is not says:
            spoken.update([issue for issue, _ in was.items() ^ says.items()])
    return spoken


def _but(told: Mapping[object, _Told], spoken: frozenset[str]) -> dict[object, _Told]:
    """Return what was worked out and touches none of these issues."""
    return {key: x for key, x in told.items() if x.issues.isdisjoint(spoken)}


def _voted(words: Lexicon, subjects: Mapping[str, Mapping[str, str]]) -> Sums:
    """What votes cast on clauses tell, by seat and issue: the sum of positions by weight, and the weights."""
    sums: Sums = {}
    for id, votes in subjects.items():
        kind = words.kinds.get(id)
        if kind is None:
            continue
        part = BALLOT if kind.part == "operative" else BALLOT * PREAMBLE
        bears = [(issue, b / abs(b), part * min(1.0, abs(b) / 2)) for issue, b in kind.issues.items() if b]
        for seat, vote in votes.items():
            value = VOTED.get(vote)
            for issue, side, weight in bears if value is not None else ():
                total, before = sums.get((seat, issue), (0.0, 0.0))
                sums[seat, issue] = total + (value or 0.0) * side * weight, before + weight
    return sums


def hearsay(words: Lexicon, chamber: Chamber) -> Hearsay:
    """Return the public record as it stands; the same object while nothing of it changes."""
    last = words.heard if isinstance(words.heard, Hearsay) else None
    if last is None or not last.holds(chamber):
        last = words.heard = Hearsay(words, chamber, last)
    return last
