"""How a seat's instructions bind it now: its positions, its red lines, and where it stands on each clause.

A mandate is made from one brief as it stands and never changes; when instructions arrive or a line falls, a
new one is made. It judges clauses and knows nothing of the meeting.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.delegates.interests.lexicon import STRONGEST, Lexicon, lexicon
from game.session.scenario import Brief, Clause, Position, RedLine
from game.session.views import INDIFFERENT, View

MAIN = 2.0
"""A clause that bears on an issue with this weight is about that issue; a lighter one touches it."""
CARES = 2.0
"""The salience at which a seat minds each single clause on an issue."""
PREAMBLE = 0.4
"""What a preambular clause counts beside an operative one."""
LEAST, FORCE = 0.8, 0.04
"""A clause counts the first and, for each step of its verb's strength (1 to 10), the second."""
OF_ITSELF, OF_A_PATRON = -0.5, -0.25
"""What a demand loses in the attitude of the seat of which it is made, or of one that looks to it."""

ENFORCING = frozenset({"force", "command", "sanctions", "relief"})
"""What an adopted clause does when help may be pledged on it."""


class Stand(NamedTuple):
    """Where a seat stands on one clause.

    `contribution` is the sum of position x weight x salience; `care` the same sum with every position at one;
    `attitude` their ratio (-3 to 3); `depth` (0 to 1) how far the clause alone may hold up the text; `issue`
    what moved the seat most; `line` the red line it crosses.
    """

    kind: str
    title: str
    operative: bool
    contribution: float
    care: float
    attitude: float
    depth: float
    issue: str
    line: RedLine | None
    part: float = 1.0
    """What it counts in the text: by the strength of its verb, and less in the preamble."""


class Mandate:
    """A seat's positions and red lines as they bind now."""

    __slots__ = (
        "_likings",
        "_stands",
        "_whys",
        "brief",
        "circumstances",
        "foremost",
        "lexicon",
        "positions",
        "seat",
        "weighings",
    )

    def __init__(self, words: Lexicon, brief: Brief) -> None:
        """Read a brief whose instructions have all arrived and whose red lines all bind."""
        self.lexicon = words
        self.brief = brief
        self.seat = brief.seat
        self.positions: dict[str, Position] = dict(brief.positions)
        for instruction in brief.instructions:
            self.positions.update(instruction.positions)
        cares = {i: abs(p.position) * p.salience for i, p in self.positions.items() if p.salience > 0}
        self.foremost = tuple(sorted(cares, key=lambda i: (-cares[i], i)))
        """Issues by how much the seat cares, the dearest first."""
        self._stands: dict[object, Stand] = {}
        self._whys: dict[str, str] = {}
        self._likings: dict[frozenset[str], float] = {}
        self.weighings: dict[object, object] = {}
        self.circumstances: dict[object, object] = {}
        """What surrounds texts, by their sponsors (`circumstances.around`)."""

    def binds(self, brief: Brief) -> bool:
        """Say whether a brief of the same seat has this mandate's instructions, red lines and patrons."""
        mine = self.brief
        return (
            mine.instructions == brief.instructions
            and mine.red_lines == brief.red_lines
            and mine.patrons == brief.patrons
        )

    def liking(self, adopted: frozenset[str]) -> float:
        """Return the strongest attitude (0 to 3) to an adopted clause that asks for help or sanctions."""
        found = self._likings.get(adopted)
        if found is None:
            kinds = (self.lexicon.kinds.get(k) for k in adopted)
            enforcing = [k.id for k in kinds if k is not None and k.character in ENFORCING]
            found = max((self.stand(Clause(k)).attitude for k in enforcing), default=0.0)
            self._likings[adopted] = found
        return max(0.0, found)

    def position(self, issue: str) -> Position:
        """Return the seat's position on an issue, or indifference."""
        return self.positions.get(issue, INDIFFERENT)

    def stand(self, clause: Clause) -> Stand:
        """Return where the seat stands on a clause."""
        key = (clause.kind, *sorted(clause.choices.items())) if clause.choices else clause.kind
        found = self._stands.get(key)
        if found is None:
            found = self._stands[key] = self._judge(clause)
        return found

    def _judge(self, clause: Clause) -> Stand:
        kind = self.lexicon.kinds[clause.kind]
        weights = self.lexicon.bearing(clause)
        line = self.crossed(clause.kind, weights)
        operative = kind.part == "operative"
        s = self._measured(kind.id, kind.title, operative, weights, line)
        shift = self._addressed(kind.demand.party) if kind.demand is not None else 0.0
        part = (LEAST + FORCE * kind.rank) * (1.0 if operative else PREAMBLE)
        return s._replace(
            contribution=s.contribution + shift * s.care,
            attitude=max(-STRONGEST, min(STRONGEST, s.attitude + shift)),
            part=part,
        )

    def _addressed(self, party: str) -> float:
        """What it takes from a demand that it is made of the seat itself, or of one it looks to."""
        return OF_ITSELF if party == self.seat else OF_A_PATRON if party in self.brief.patrons else 0.0

    def about(self, title: str, weights: Mapping[str, float]) -> Stand:
        """Return where the seat stands on anything that bears on issues, such as an invitation."""
        return self._measured("", title, True, weights, self.crossed("", weights))

    def _measured(
        self, kind: str, title: str, operative: bool, weights: Mapping[str, float], line: RedLine | None
    ) -> Stand:
        contribution = care = depth = most = 0.0
        moved_by = ""
        for issue, weight in weights.items():
            p = self.positions.get(issue, INDIFFERENT)
            part = p.position * weight * p.salience
            contribution += part
            care += abs(weight) * p.salience
            depth = max(depth, min(1.0, abs(weight) / MAIN) * min(1.0, p.salience / CARES))
            if abs(part) > most or not moved_by:
                moved_by, most = issue, abs(part)
        attitude = contribution / care if care else 0.0
        return Stand(kind, title, operative, contribution, care, attitude, depth, moved_by, line)

    def crossed(self, kind: str, weights: Mapping[str, float]) -> RedLine | None:
        """Return the red line a clause crosses; one that commands a no goes first."""
        found: RedLine | None = None
        for line in self.brief.red_lines:
            wrong_way = line.issue and self.position(line.issue).position * weights.get(line.issue, 0.0) < 0
            if (kind and kind in line.clauses) or wrong_way:
                if line.vote == "no":
                    return line
                found = found or line
        return found

    def why(self, issue: str) -> str:
        """Return the first sentence of why the seat holds its position, without its full stop."""
        found = self._whys.get(issue)
        if found is None:
            found = self._whys[issue] = self.position(issue).why.split(". ")[0].strip().rstrip(".")
        return found


_MOST = 600


def mandate(view: View, last: Mandate | None = None) -> Mandate:
    """Return the mandate a view's seat holds now, the last one if it still binds.

    Raises LookupError for an observer, who has none.
    """
    brief = view.brief
    if brief is None:
        raise LookupError("an observer has no mandate")
    if last is not None and last.brief.positions is brief.positions and last.binds(brief):
        return last
    words = lexicon(view.open)
    lines = tuple([line.id for line in brief.red_lines])
    key = (view.seat, id(brief.positions), view.papers.instructions, lines, brief.patrons)
    found = words.mandates.get(key)
    if found is None or not found.binds(brief):
        if len(words.mandates) >= _MOST:
            words.mandates.clear()
        found = words.mandates[key] = Mandate(words, brief)
    return found
