"""What the public record tells of all seats' leanings: read once for the table, worked out when asked.

It follows from what everybody has seen: words spoken on issues, votes cast on clauses, places on the line of
ideal points. It holds nobody's brief and nobody's papers, so all seats may share it.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import NamedTuple

from game.delegates.lexicon import Lexicon
from game.delegates.mandate import PREAMBLE
from game.delegates.soundings import BALLOT, SAID, STATEMENT, STRANGERS, VOTED, WIDTH
from game.session.scenario import Clause
from game.session.state import Chamber

ENOUGH = 1.0
"""The weight of what a seat has said or done itself, from which its neighbours are asked no more."""
Sums = dict[tuple[str, str], tuple[float, float]]


class Leant(NamedTuple):
    """What is believed of a seat's attitude to a clause: see `soundings.Leaning`."""

    given: float
    care: float
    trust: float
    attitude: float
    depth: float


class Hearsay:
    """The public record at one moment."""

    __slots__ = ("_beliefs", "_leanings", "_line", "_sums", "_words", "date", "positions", "subjects")

    def __init__(self, words: Lexicon, chamber: Chamber, last: Hearsay | None) -> None:
        """Read the record; what has not changed since the last reading is taken from there."""
        self._words = words
        self.date = chamber.date
        self.positions = chamber.positions
        self.subjects = chamber.subjects
        same = last is not None and last.subjects is chamber.subjects
        self._sums: Sums = last._sums if same and last is not None else _voted(words, chamber.subjects)
        self._line = words.line(chamber.date)
        self._beliefs: dict[tuple[str, str], tuple[float, float]] = {}
        self._leanings: dict[tuple[str, object], Leant] = {}

    def leaning(self, seat: str, clause: Clause) -> Leant:
        """Return what is believed of a seat's attitude to a clause."""
        key = (seat, (clause.kind, *sorted(clause.choices.items())) if clause.choices else clause.kind)
        found = self._leanings.get(key)
        if found is None:
            found = self._leanings[key] = self._lean(seat, clause)
        return found

    def _lean(self, seat: str, clause: Clause) -> Leant:
        part = 1.0 if self._words.kinds[clause.kind].part == "operative" else PREAMBLE
        given = care = trust = 0.0
        for issue, bears in self._words.bearing(clause).items():
            position, sure = self._belief(seat, issue)
            given += position * bears
            care += abs(bears)
            trust += sure * abs(bears)
        attitude = given / care if care else 0.0
        return Leant(given * part, care * part, trust * part, attitude, min(1.0, care / 2) * part)

    def _belief(self, seat: str, issue: str) -> tuple[float, float]:
        """The position believed of a seat on an issue, and how sure (0 to 1)."""
        found = self._beliefs.get((seat, issue))
        if found is None:
            total, weight = self._own(seat, issue)
            if weight < ENOUGH:
                near, trust = self._neighbours(seat, issue)
                total, weight = total + near * trust, weight + trust
            position = total / weight if weight else 0.0
            found = self._beliefs[seat, issue] = position, weight / (1.0 + weight)
        return found

    def _own(self, seat: str, issue: str) -> tuple[float, float]:
        total, weight = self._sums.get((seat, issue), (0.0, 0.0))
        said = self.positions.get(seat, {}).get(issue)
        if said is not None:
            total, weight = total + SAID.get(said, 0.0) * STATEMENT, weight + STATEMENT
        return total, weight

    def _neighbours(self, seat: str, issue: str) -> tuple[float, float]:
        """The mean of what those near it on the line hold, and how far it tells."""
        total = weight = 0.0
        for other in self._words.names:
            if other != seat:
                theirs, known = self._own(other, issue)
                near = self._nearness(seat, other) if known else 0.0
                if near:
                    part = min(1.0, known) * near
                    total, weight = total + part * theirs / known, weight + part
        return (total / weight, min(0.9, weight)) if weight > 0.01 else (0.0, 0.0)

    def _nearness(self, seat: str, other: str) -> float:
        if not self._line:
            return STRANGERS
        at, place = self._line.get(seat), self._line.get(other)
        return exp(-(((at - place) / WIDTH) ** 2) / 2) if at is not None and place is not None else 0.0


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
    last = words.heard
    if (
        last is None
        or last.subjects is not chamber.subjects
        or last.positions is not chamber.positions
        or last.date != chamber.date
    ):
        last = words.heard = Hearsay(words, chamber, last)
    return last
