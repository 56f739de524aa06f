"""What a delegation was sent for: its own objectives, how near each is, and what would bring it nearer.

Only the seat's own brief and what everybody may know are read. Nearness is a measure for comparing one
course with another (0 to 1 for each objective); whether an objective is met in the end is not said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import inf
from operator import attrgetter
from typing import TypeAlias

from game.delegates.interests.footings import CALLED, Asked, Footing, Purport, follows
from game.delegates.interests.lexicon import Lexicon
from game.delegates.interests.weighing import spelled
from game.session.facts import ASSEMBLY
from game.session.scenario import Brief, Clause
from game.world.conditions import Condition

HELD = 0.8
"""How near a bound that is kept by a hair is to being kept at the end."""
EASY = 20.0
"""How far within a bound one is safe."""
FAR = 40.0
"""How far outside a bound there is no hope left."""
HOPE = 0.4
"""How near a bound missed by a hair is to being kept at the end."""
PARTLY = 0.5
"""What all parts of an objective but the last come to."""
UNTOLD = 0.5
"""How near what a seat cannot know is taken to be."""
FELT = 2.0
"""What a clause must move a track by, for an objective on the track to hang on it."""
ASSEMBLY_FLAGS = "assembly"
"""With what all flags begin that the Assembly raises."""
Near: TypeAlias = Callable[[Footing], float]
"""What tells from a footing how near something is, 0 to 1."""
_FATES = frozenset({"adopted", "agreed", "failed", "vetoed", "lapsed"})


def leaves(condition: Condition) -> Iterator[Condition]:
    """Yield the single tests of which a condition is made."""
    if condition.of:
        for part in condition.of:
            yield from leaves(part)
    else:
        yield condition


class Aims:
    """The objectives of one seat, and what bears on them."""

    __slots__ = (
        "asked",
        "ballots",
        "bearing",
        "fates",
        "kinds",
        "objectives",
        "parties",
        "purports",
        "seat",
        "sights",
        "tests",
        "voters",
        "words",
    )

    def __init__(self, words: Lexicon, brief: Brief) -> None:
        """Read a brief's objectives."""
        self.words = words
        self.seat = brief.seat
        self.objectives = brief.objectives
        self.purports: dict[object, Purport] = {}
        """What texts purport, by how they are spelled and called in the pack."""
        conditions = [o.when for o in brief.objectives]
        single = [x for c in conditions for x in leaves(c)]
        self.tests = tuple([nearness(c) for c in conditions])
        """How near each objective is."""
        self.sights = tuple([_sight(c) for c in conditions])
        """What of a footing each objective asks about, to be compared with another's."""
        self.asked: Asked = {
            kind: frozenset([_about(x) for x in single if x.kind == kind]) for kind in _ASKING
        }
        """What the objectives ask about, by kind of test."""
        self.voters = tuple(sorted({x.name.split(":")[1] for x in single if x.kind == "voted"}))
        """Seats whose votes they ask about."""
        self.bearing: dict[str, frozenset[int]] = {}
        """Which objectives the fate of a clause or a text of the pack bears on, by id."""
        self.ballots: dict[str, dict[str, int]] = {}
        """Votes of the seat itself that objectives ask of it (1) or forbid it (-1), by clause or text."""
        for condition in conditions:
            for subject, vote, side in _asked(condition, self.seat, 1):
                self.ballots.setdefault(subject, {})[vote] = side
        self.fates = dict([fate for c in conditions for fate in _fated(c, 1)])
        """Whether objectives ask for the adoption of a clause or a text (1) or that there be none (-1)."""
        self.parties = self.asked["invited"]
        for number, condition in enumerate(conditions):
            for id in self._bearing(list(leaves(condition))):
                self.bearing[id] = self.bearing.get(id, frozenset()) | {number}
        self.kinds = tuple([k for k in words.kinds.values() if k.id in self.bearing])
        """Clauses that bear on an objective, in the order of the pack."""

    def _bearing(self, single: list[Condition]) -> Iterator[str]:
        """Yield the clauses and texts on which an objective of these single tests hangs."""
        yield from (x.name for x in single if x.kind in _FATES)
        yield from (x.name.split(":")[0] for x in single if x.kind == "voted")
        named = {kind: {x.name for x in single if x.kind == kind} for kind in _MOVED}
        flags = named["flag"]
        yield from (flag.removeprefix(ASSEMBLY) for flag in flags if flag.startswith(ASSEMBLY))
        for kind in self.words.kinds.values() if any(named.values()) else ():
            effects = follows(kind)
            moves = any(
                (x.track in named["track"] and abs(x.by) >= FELT) or x.seat in named["standing"]
                for x in effects
            )
            raises = any(x.set_flag in flags or x.clear_flag in flags for x in effects)
            calls = kind.character == CALLED and any(flag.startswith(ASSEMBLY_FLAGS) for flag in flags)
            if moves or raises or calls or kind.invites in named["invited"]:
                yield kind.id

    def touched(self, clauses: Iterable[Clause], stored: str = "") -> frozenset[int]:
        """Return the objectives that the fate of a text bears on."""
        found = self.bearing.get(stored, _NONE)
        for clause in clauses:
            found = found | self.bearing.get(clause.kind, _NONE)
        return found

    def purport(self, clauses: tuple[Clause, ...], stored: str = "") -> Purport:
        """Return what a text would bring about for the objectives."""
        key = (spelled(clauses), stored)
        found = self.purports.get(key)
        if found is None:
            if len(self.purports) >= _MOST:
                self.purports.clear()
            kinds = tuple([self.words.kinds[c.kind] for c in clauses])
            found = self.purports[key] = Purport(kinds, stored, self.asked)
        return found

    def ballot(self, clauses: tuple[Clause, ...], stored: str, usual: str) -> str:
        """Return the vote on a text that objectives ask for; the usual one while they forbid it not.

        Empty where they ask for nothing, or for more than one vote can give.
        """
        told: dict[str, int] = {}
        for subject in (stored, *(c.kind for c in clauses)):
            for vote, side in self.ballots.get(subject, {}).items():
                told[vote] = min(side, told.get(vote, side))
        wanted = [vote for vote, side in told.items() if side > 0]
        if wanted:
            return usual if usual in wanted else wanted[0]
        if told.get(usual, 0) < 0:
            return next((vote for vote in ("abstain", "yes", "no") if told.get(vote, 0) >= 0), "")
        return usual if told else self._by_fate(clauses, stored, usual)

    def _by_fate(self, clauses: tuple[Clause, ...], stored: str, usual: str) -> str:
        """Return the vote that helps a text to the fate objectives ask for, where interests leave it open."""
        sides = {self.fates.get(id, 0) for id in (stored, *(c.kind for c in clauses))} - {0}
        if len(sides) != 1:
            return ""
        if sides == {1}:
            return "yes" if usual not in ("yes", "no") else ""
        return "no" if usual not in ("yes", "no") else "abstain" if usual == "yes" else ""

    def value(self, known: Footing, among: Iterable[int]) -> float:
        """Return how near some of the objectives are, all together."""
        return sum([self.tests[i](known) for i in among])


_NONE: frozenset[int] = frozenset()
_MOST = 5000
"""Texts of which it is kept what they purport."""


def _asked(c: Condition, seat: str, side: int) -> Iterator[tuple[str, str, int]]:
    """Yield the votes of a seat that a condition hangs on: the subject, the vote, and 1 or -1."""
    for part in c.of:
        yield from _asked(part, seat, -side if c.kind == "none" else side)
    if c.kind == "voted":
        subject, whose, vote = c.name.split(":")
        if whose == seat:
            yield subject, vote, side


def _fated(c: Condition, side: int) -> Iterator[tuple[str, int]]:
    """Yield the adoptions that a condition hangs on: the clause or text, and 1 or -1."""
    for part in c.of:
        yield from _fated(part, -side if c.kind == "none" else side)
    if c.kind == "adopted":
        yield c.name, side


# -- how near ------------------------------------------------------------------------------------------------
_BOUNDED = {"track": "tracks", "term": "terms", "standing": "standing", "pledged": "pledged"}
_NAMED = frozenset({"adopted", "agreed", "failed", "vetoed", "invited", "happened", "absent", "lapsed"})
_ASKING = (*_BOUNDED, *sorted(_NAMED), "flag", "voted")
_KEYED = {**_BOUNDED, "flag": "flags", "voted": "votes"}
_MOVED = ("track", "standing", "flag", "invited")
"""What the effects of clauses bear on."""


def _about(c: Condition) -> str:
    """What a single test asks about: for a vote, its subject."""
    return c.name.partition(":")[0] if c.kind == "voted" else c.name


def nearness(c: Condition) -> Near:
    """Return what tells how near a condition is to holding at the end (0 to 1), to be asked often."""
    if c.of:
        return _of_parts(c.kind, [nearness(x) for x in c.of])
    if c.kind in _BOUNDED:
        return _of_bound(c, attrgetter(_BOUNDED[c.kind]))
    if c.kind in _NAMED:
        name, among = c.name, attrgetter(c.kind)
        return lambda f: 1.0 if name in among(f) else 0.0
    if c.kind == "flag":
        flag = c.name
        return lambda f: f.flags.get(flag, 0.0)
    if c.kind == "voted":
        subject, seat, vote = c.name.split(":")
        return lambda f: 1.0 if f.votes.get(subject, {}).get(seat) == vote else 0.0
    known = {"always": 1.0, "all": 1.0, "any": 0.0, "none": 1.0}.get(c.kind, UNTOLD)
    return lambda f: known


def _sight(c: Condition) -> Callable[[Footing], tuple[object, ...]]:
    """Return what picks out of a footing all that a condition asks about."""
    picks = [_pick(x) for x in leaves(c)]
    return lambda f: tuple([pick(f) for pick in picks])


def _pick(c: Condition) -> Callable[[Footing], object]:
    name = _about(c)
    if c.kind in ("adopted", "agreed", "lapsed"):
        return lambda f: (name in f.adopted, name in f.agreed, name in f.lapsed)
    if c.kind in _NAMED:
        among = attrgetter(c.kind)
        return lambda f: name in among(f)
    if c.kind in _KEYED:
        told = attrgetter(_KEYED[c.kind])
        return lambda f: told(f).get(name)
    return lambda f: None


def _of_parts(kind: str, parts: list[Near]) -> Near:
    """What is made of several tests: all of them, any, or none."""

    def every(f: Footing) -> float:
        near = [part(f) for part in parts]
        low = min(near)
        return low if low >= HELD else PARTLY * sum(near) / len(near)

    if kind == "all":
        return every
    if kind == "any":
        return lambda f: max([part(f) for part in parts])
    return lambda f: 1.0 - max([part(f) for part in parts])


def _of_bound(c: Condition, measures: Callable[[Footing], Mapping[str, float]]) -> Near:
    """What is made of a test on a number."""
    name = c.name
    low, high = (-inf if c.at_least is None else c.at_least), (inf if c.at_most is None else c.at_most)

    def within(f: Footing) -> float:
        value = measures(f).get(name, 0.0)
        inside = min(value - low, high - value)
        if inside >= 0:
            return HELD + (1.0 - HELD) * min(1.0, inside / EASY)
        return HOPE * max(0.0, 1.0 + inside / FAR)

    return within
