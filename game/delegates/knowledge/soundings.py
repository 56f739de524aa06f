"""What a delegation has gathered of where the others stand: said, sponsored, voted, noted, near on the line.

Made from one seat's view and from nothing else, so it is as wrong as what was said in public, and can be
deceived. General facts are the ideal points of the day and the poles of an issue, whom everybody knows to be
against it and for it before a word is said; a seat knows its own mind best, and takes those who stand near it
on that line for more like itself. It must never hold another seat's brief.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from game.delegates.interests.lexicon import Lexicon
from game.delegates.interests.mandate import PREAMBLE, Mandate
from game.session.scenario import Clause
from game.session.state import Note
from game.session.views import View

SAID = {"for": 2.0, "against": -2.0, "neutral": 0.0}
"""What a statement tells of a position (-3 to 3)."""
VOTED = {"yes": 1.5, "abstain": 0.1, "no": -2.0}
"""What a vote, or one announced, tells of the attitude to what was put."""
SPONSORED = 2.25
STATEMENT, NAME, BALLOT, ANNOUNCED, KNOWN = 3.0, 2.0, 1.0, 1.5, 2.0
"""How far each is trusted: words spoken on an issue, a name under a text, a vote cast, a vote announced, and
what is known to all of the poles of an issue."""
POLE = 2.5
"""How far to either side a pole of an issue is taken to stand."""
WIDTH = 0.6
"""How far what one seat holds tells of its neighbours, on the line of ideal points."""
STRANGERS = 0.15
"""What one seat tells of any other where nobody's place on a line is known, as before the League."""
FROM_OTHERS = 0.9
"""The most that others' positions can tell of a seat's own."""
TOLD_NOT = ("cannot", "may not", "would vote no", "would veto", "votes no")
"""Words by which a note refuses the clause it quotes."""


class Belief(NamedTuple):
    """What is believed of a seat's position on an issue.

    `position` runs from -3 to 3, `sure` from 0 to 1; `source` says in half a sentence where it is from.
    """

    position: float
    sure: float
    source: str


class Leaning(NamedTuple):
    """What is believed of a seat's attitude to one clause.

    `given` is the sum of position x weight, `care` of the weights, `trust` of weight x how sure; a preamble
    counts less in all three. `attitude` is given over care; `depth` how far the clause alone may hold up a
    text; `most` and `why` the issue that moves the seat most.
    """

    given: float
    care: float
    trust: float
    attitude: float
    depth: float
    most: float
    why: str


class _Heard:
    """What is known of one seat on one issue, as a weighted mean, with the weightiest source."""

    __slots__ = ("best", "source", "total", "weight")

    def __init__(self) -> None:
        self.total = self.weight = self.best = 0.0
        self.source = ""

    def add(self, value: float, weight: float, source: str) -> None:
        self.total += value * weight
        self.weight += weight
        if weight > self.best:
            self.best, self.source = weight, source


class Soundings:
    """What one seat has gathered, at one moment; beliefs are worked out when they are asked for."""

    __slots__ = ("_beliefs", "_heard", "_leanings", "_line", "_view", "kept", "mandate", "refused")

    def __init__(self, view: View, mandate: Mandate) -> None:
        """Gather what a view gives; the mandate is that of its seat."""
        self._view = view
        self.mandate = mandate
        self._line = mandate.lexicon.line(view.chamber.date)
        self._heard: dict[tuple[str, str], _Heard] = {}
        self._beliefs: dict[tuple[str, str], Belief] = {}
        self._leanings: dict[tuple[str, object], Leaning] = {}
        self.kept: dict[tuple[str, object], object] = {}
        """What `estimating` has worked out, by seat and text."""
        self.refused: dict[str, frozenset[str]] = refusals(mandate.lexicon, view)
        """Seat -> kinds of clauses it has told this seat in a note that it may not vote for."""
        self._gather()

    def holds(self, view: View, mandate: Mandate) -> bool:
        """Say whether nothing has changed since that these soundings are made from."""
        was, now = self._view.chamber, view.chamber
        return (
            self.mandate is mandate
            and was.positions is now.positions
            and was.subjects is now.subjects
            and was.stances is now.stances
            and was.drafts is now.drafts
            and was.date == now.date
            and was.members is now.members
            and was.absent is now.absent
            and self._view.papers is view.papers
        )

    def _gather(self) -> None:
        chamber = self._view.chamber
        for known in self.mandate.lexicon.contested:
            against, favour = known.poles
            self._note(against, known.id, -POLE, KNOWN, "it is known to all to be against it")
            self._note(favour, known.id, POLE, KNOWN, "it is known to all to be for it")
        for seat, stances in chamber.positions.items():
            for issue, stance in stances.items():
                self._note(seat, issue, SAID.get(stance, 0.0), STATEMENT, f"it spoke {stance} it")
        for kind, votes in chamber.subjects.items():
            if kind in self.mandate.lexicon.kinds:
                for seat, vote in votes.items():
                    self._text((Clause(kind),), seat, VOTED.get(vote), BALLOT, "of how it voted before")
        for draft in chamber.drafts.values():
            for seat in draft.sponsors:
                self._text(draft.clauses, seat, SPONSORED, NAME, "of a text it put its name to")
        for symbol, told in chamber.stances.items():
            if symbol in chamber.drafts:
                for seat, vote in told.items():
                    clauses = chamber.drafts[symbol].clauses
                    self._text(clauses, seat, VOTED.get(vote), ANNOUNCED, "of the vote it announced")

    def _note(self, seat: str, issue: str, value: float, weight: float, source: str) -> None:
        if seat != self.mandate.seat:
            self._heard.setdefault((seat, issue), _Heard()).add(value, weight, source)

    def _text(
        self, clauses: tuple[Clause, ...], seat: str, value: float | None, weight: float, source: str
    ) -> None:
        """What a seat does about a text tells of its position on whatever the text bears on."""
        if value is None:
            return
        for clause in clauses:
            part = 1.0 if self.mandate.lexicon.kinds[clause.kind].part == "operative" else PREAMBLE
            for issue, bears in self.mandate.lexicon.bearing(clause).items():
                side = value if bears > 0 else -value if bears < 0 else 0.0
                self._note(seat, issue, side, weight * part * min(1.0, abs(bears) / 2), source)

    def belief(self, seat: str, issue: str) -> Belief:
        """Return what is believed of a seat on an issue: its own words and deeds, filled in from the line."""
        found = self._beliefs.get((seat, issue))
        if found is None:
            found = self._beliefs[seat, issue] = self._believe(seat, issue)
        return found

    def leaning(self, seat: str, clause: Clause) -> Leaning:
        """Return what is believed of a seat's attitude to a clause."""
        key = (seat, (clause.kind, *sorted(clause.choices.items())) if clause.choices else clause.kind)
        found = self._leanings.get(key)
        if found is None:
            found = self._leanings[key] = self._lean(seat, clause)
        return found

    def _lean(self, seat: str, clause: Clause) -> Leaning:
        words = self.mandate.lexicon
        part = 1.0 if words.kinds[clause.kind].part == "operative" else PREAMBLE
        given = care = trust = most = 0.0
        why = ""
        for issue, bears in words.bearing(clause).items():
            belief = self.belief(seat, issue)
            given += belief.position * bears
            care += abs(bears)
            trust += belief.sure * abs(bears)
            moved = abs(belief.position * bears) * part * belief.sure
            if moved > most:
                most, why = moved, f"on “{words.issues.get(issue, issue)}”, {belief.source}"
        attitude = given / care if care else 0.0
        depth = min(1.0, care / 2) * part
        return Leaning(given * part, care * part, trust * part, attitude, depth, most, why)

    def _believe(self, seat: str, issue: str) -> Belief:
        own = self._heard.get((seat, issue))
        near, trust = self._neighbours(seat, issue)
        if own is None:
            return Belief(near, trust / (1.0 + trust), "of where it stands among the others")
        weight = own.weight + trust
        return Belief((own.total + near * trust) / weight, weight / (1.0 + weight), own.source)

    def _neighbours(self, seat: str, issue: str) -> tuple[float, float]:
        """The mean of what others hold, by nearness, and how far it is to be trusted (0 to FROM_OTHERS)."""
        total = weight = 0.0
        for other, value, known in self._known(issue):
            if other != seat:
                near = known * self._nearness(seat, other)
                total += near * value
                weight += near
        return (total / weight, min(FROM_OTHERS, weight)) if weight > 0.01 else (0.0, 0.0)

    def _nearness(self, seat: str, other: str) -> float:
        """How much two seats are alike, 0 to 1; without a line all are a little."""
        if not self._line:
            return STRANGERS
        at, place = self._line.get(seat), self._line.get(other)
        return exp(-(((at - place) / WIDTH) ** 2) / 2) if at is not None and place is not None else 0.0

    def _known(self, issue: str) -> Iterator[tuple[str, float, float]]:
        """Yield `(seat, position, weight)` of all whose position is known: this seat's own among them."""
        mine = self.mandate.position(issue)
        if mine.salience > 0:
            yield self.mandate.seat, mine.position, 1.0
        for (seat, on), heard in self._heard.items():
            if on == issue and heard.weight > 0:
                yield seat, heard.total / heard.weight, min(1.0, heard.weight)


def refusals(words: Lexicon, view: View) -> dict[str, frozenset[str]]:
    """Return the kinds of clauses that others have told a seat in notes they may not vote for."""
    told: dict[str, frozenset[str]] = {}
    note: Note | None = view.papers.notes
    while note is not None:
        if note.seat != view.seat and any(refusal in note.words for refusal in TOLD_NOT):
            kinds = {k.id for k in words.kinds.values() if f"“{k.title}”" in note.words}
            told[note.seat] = told.get(note.seat, frozenset()) | kinds
        note = note.before
    return told
