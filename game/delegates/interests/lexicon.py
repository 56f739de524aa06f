"""What a pack's public words mean: its kinds of clauses, issues, texts and names, found by id.

One lexicon serves every delegate at a table and every sitting of the same crisis. It holds only what
everybody may read, and what seats make of it under their mandates; it must never take a seat's part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.rules.bodies import BODIES, Law
from game.session.scenario import Clause, ClauseKind, Prospectus, ScriptLine, StoredDraft

if TYPE_CHECKING:
    from game.delegates.interests.aims import Aims
    from game.delegates.interests.mandate import Mandate

STRONGEST = 3.0
"""The weight with which a clause may at most bear on an issue."""


class Line(NamedTuple):
    """A line of the script, its act, and what tells it from others of its act."""

    line: ScriptLine
    act: str
    mark: str


class Lexicon:
    """The public part of a pack, indexed."""

    __slots__ = (
        "aims",
        "blocking",
        "characters",
        "contested",
        "determinations",
        "drafts",
        "explained",
        "heard",
        "issues",
        "kinds",
        "lines",
        "mandates",
        "moved_at",
        "names",
        "open",
        "parties",
        "permanent",
    )

    def __init__(self, open: Prospectus) -> None:
        """Index a prospectus."""
        self.open = open
        self.kinds = {kind.id: kind for kind in open.clauses}
        self.issues = {issue.id: issue.title for issue in open.issues}
        self.contested = tuple([issue for issue in open.issues if len(issue.poles) == 2])
        """Issues of which everybody knows one seat to be against and one to be for it."""
        self.drafts = {draft.id: draft for draft in open.drafts}
        self.parties = {party.code: party for party in open.parties}
        self.names = {p.code: p.short for p in open.parties} | {s.code: s.short for s in open.seats}
        self.permanent = frozenset(BODIES[open.body].permanent)
        """Seats whose no is a veto: none in the League, whoever is permanent there (L2)."""
        league = BODIES[open.body].law is Law.COVENANT
        self.blocking = frozenset(seat.code for seat in open.seats) if league else self.permanent
        """Seats whose no alone may defeat a text of substance: a veto, or before the League anybody's no."""
        self.characters: dict[str, tuple[ClauseKind, ...]] = {}
        for kind in open.clauses:
            self.characters[kind.character] = (*self.characters.get(kind.character, ()), kind)
        self.determinations = frozenset(k.id for k in self.characters.get("determination", ()))
        """Kinds of clauses that make a finding under Article 39; none are asked for in the League."""
        if league:
            self.determinations = frozenset()
        self.moved_at: dict[tuple[str, str], tuple[StoredDraft, ...]] = {}
        for draft in open.drafts:
            if draft.roll is not None and draft.sponsors:
                at = (draft.sponsors[0], draft.stage)
                self.moved_at[at] = (*self.moved_at.get(at, ()), draft)
        self.mandates: dict[tuple[object, ...], Mandate] = {}
        self.explained: dict[tuple[str, ...], str] = {}
        """Explanations of vote as they are first given; kept by `talk`."""
        self.heard: object = None
        """The public record as it was last read; kept by `hearsay`."""
        self.aims: dict[str, Aims] = {}
        """What seats were sent for; kept by `dossier`."""
        self.lines: dict[tuple[int, frozenset[str]], tuple[tuple[ScriptLine, ...], tuple[Line, ...]]] = {}

    def bearing(self, clause: Clause) -> dict[str, float]:
        """Return the weight (-3 to 3) of a clause on each issue, its choices included (usually the first)."""
        kind = self.kinds[clause.kind]
        if not kind.parameters:
            return kind.issues
        weights = dict(kind.issues)
        for parameter in kind.parameters:
            wanted = clause.choices.get(parameter.id, "")
            chosen = next((c for c in parameter.choices if c.id == wanted), parameter.choices[0])
            for issue, shift in chosen.bears.items():
                weights[issue] = min(STRONGEST, max(-STRONGEST, weights.get(issue, 0.0) + shift))
        return weights

    def procedural(self, clauses: Iterable[Clause]) -> bool:
        """Say whether a text's operative clauses are all procedural by their kind (M1)."""
        kinds = [self.kinds[c.kind] for c in clauses]
        natures = [k.nature for k in kinds if k.part == "operative"]
        return bool(natures) and all(n == "procedural" for n in natures)

    def line(self, day: str) -> Mapping[str, float]:
        """Return the ideal points of the Members on a day (ISO); none before there were any."""
        on = [x for x in self.open.electorates if x.since <= day] or self.open.electorates[:1]
        points = {x.code: x.ideal for x in on[-1].electors} if on else {}
        return points if any(points.values()) else {}

    def title(self, clause: Clause) -> str:
        """Return the title of a clause's kind."""
        return self.kinds[clause.kind].title


_KEPT = 8
_known: dict[int, Lexicon] = {}


def lexicon(open: Prospectus) -> Lexicon:
    """Return the lexicon of a prospectus; the last few are kept, so that a table shares one."""
    found = _known.get(id(open))
    if found is None or found.open is not open:
        if len(_known) >= _KEPT:
            _known.clear()
        found = _known[id(open)] = Lexicon(open)
    return found
