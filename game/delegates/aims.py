"""What a delegation was sent for: its own objectives, how near each is, and what would bring it nearer.

Only the seat's own brief and what everybody may know are read. Nearness is a measure for comparing one
course with another (0 to 1 for each objective); whether an objective is met in the end is not said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import inf

from msgspec import Struct

from game.delegates.lexicon import Lexicon
from game.session.scenario import Brief, Clause, ClauseKind
from game.session.views import View
from game.world.conditions import Condition
from game.world.outside import Effect

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
LASTING = 3.0
"""How many stages an effect that is repeated at each is reckoned to last."""
BORNE = 0.4
"""The share of a measure that is reckoned to bite."""
FELT = 2.0
"""What a clause must move a track by, for an objective on the track to hang on it."""
_FATES = frozenset({"adopted", "failed", "vetoed"})


class Footing(Struct, gc=False):
    """What objectives ask about, as far as a seat knows it; flags and secret happenings it does not know."""

    tracks: Mapping[str, float]
    standing: Mapping[str, float]
    adopted: frozenset[str]
    failed: frozenset[str]
    vetoed: frozenset[str]
    invited: frozenset[str]
    happened: frozenset[str]
    votes: Mapping[str, Mapping[str, str]]
    pledged: Mapping[str, float]
    stage: float


def leaves(condition: Condition) -> Iterator[Condition]:
    """Yield the single tests of which a condition is made."""
    if condition.of:
        for part in condition.of:
            yield from leaves(part)
    else:
        yield condition


class Aims:
    """The objectives of one seat, and what bears on them."""

    __slots__ = ("bearing", "kinds", "parties", "seat", "tests", "words")

    def __init__(self, words: Lexicon, brief: Brief) -> None:
        """Read a brief's objectives."""
        self.words = words
        self.seat = brief.seat
        self.tests = tuple([o.when for o in brief.objectives])
        self.bearing: dict[str, frozenset[int]] = {}
        """Which objectives the fate of a clause or a text of the pack bears on, by id."""
        self.parties = frozenset(x.name for c in self.tests for x in leaves(c) if x.kind == "invited")
        for number, test in enumerate(self.tests):
            for id in self._bearing(list(leaves(test))):
                self.bearing[id] = self.bearing.get(id, frozenset()) | {number}
        self.kinds = tuple([k for k in words.kinds.values() if k.id in self.bearing])
        """Clauses that bear on an objective, in the order of the pack."""

    def _bearing(self, single: list[Condition]) -> Iterator[str]:
        """Yield the clauses and texts on which an objective of these single tests hangs."""
        yield from (x.name for x in single if x.kind in _FATES)
        yield from (x.name.split(":")[0] for x in single if x.kind == "voted")
        parties = {x.name for x in single if x.kind == "invited"}
        tracks = {x.name for x in single if x.kind == "track"}
        seats = {x.name for x in single if x.kind == "standing"}
        for kind in self.words.kinds.values() if parties or tracks or seats else ():
            effects = (*kind.effects, *kind.if_vetoed, *kind.if_failed)
            moves = any((x.track in tracks and abs(x.by) >= FELT) or x.seat in seats for x in effects)
            if moves or kind.invites in parties:
                yield kind.id

    def touched(self, clauses: Iterable[Clause], stored: str = "") -> frozenset[int]:
        """Return the objectives that the fate of a text bears on."""
        found = self.bearing.get(stored, _NONE)
        for clause in clauses:
            found = found | self.bearing.get(clause.kind, _NONE)
        return found

    def value(self, known: Footing, among: Iterable[int]) -> float:
        """Return how near some of the objectives are, all together."""
        return sum([_near(self.tests[i], known) for i in among])


_NONE: frozenset[int] = frozenset()


def _near(c: Condition, f: Footing) -> float:
    """How near a condition is to holding at the end, 0 to 1."""
    if c.kind == "all":
        parts = [_near(x, f) for x in c.of]
        low = min(parts, default=1.0)
        return low if low >= HELD else PARTLY * sum(parts) / len(parts)
    if c.kind == "any":
        return max([_near(x, f) for x in c.of], default=0.0)
    if c.kind == "none":
        return 1.0 - max([_near(x, f) for x in c.of], default=0.0)
    if c.kind in _BOUNDED:
        return _within(c, getattr(f, _BOUNDED[c.kind]).get(c.name, 0.0))
    if c.kind == "voted":
        subject, seat, vote = c.name.split(":")
        return 1.0 if f.votes.get(subject, {}).get(seat) == vote else 0.0
    return 1.0 if c.name in getattr(f, c.kind, ()) else 0.0 if c.kind != "always" else 1.0


_BOUNDED = {"track": "tracks", "standing": "standing", "pledged": "pledged"}


def _within(c: Condition, value: float) -> float:
    low, high = (-inf if c.at_least is None else c.at_least), (inf if c.at_most is None else c.at_most)
    inside = min(value - low, high - value)
    if inside >= 0:
        return HELD + (1.0 - HELD) * min(1.0, inside / EASY)
    return HOPE * max(0.0, 1.0 + inside / FAR)


# -- what is known, and what it would be ---------------------------------------------------------------------
def footing(view: View) -> Footing:
    """Return what a seat knows of what objectives ask about."""
    c = view.chamber
    pledged: dict[str, float] = {}
    for seat, given in c.pledges.items():
        for kind, units in given.items():
            pledged[kind] = pledged.get(kind, 0.0) + units
            pledged[f"{kind}:{seat}"] = units
    return Footing(
        tracks=view.tracks,
        standing=view.standings,
        adopted=c.adopted | c.passed,
        failed=c.failed,
        vetoed=c.vetoed,
        invited=c.invited,
        happened=frozenset(view.happened),
        votes=c.subjects,
        pledged=pledged,
        stage=c.stage + 1,
    )


def adopted(f: Footing, kinds: tuple[ClauseKind, ...], stored: str, votes: Mapping[str, str]) -> Footing:
    """Return the footing once a text of these clauses, a text of the pack maybe, is adopted so."""
    names = [k.id for k in kinds]
    if stored:
        names.append(stored)
    effects = [x for k in kinds for x in k.effects]
    invited = [k.invites for k in kinds if k.invites]
    return Footing(
        moved(f.tracks, effects),
        _regarded(f.standing, effects),
        f.adopted.union(names),
        f.failed,
        f.vetoed,
        f.invited.union(invited) if invited else f.invited,
        f.happened,
        {**f.votes, **dict.fromkeys(names, votes)},
        f.pledged,
        f.stage,
    )


def lost(
    f: Footing, kinds: tuple[ClauseKind, ...], stored: str, votes: Mapping[str, str], *, vetoed: bool
) -> Footing:
    """Return the footing once a text of these clauses failed by these votes, or was vetoed."""
    names = [k.id for k in kinds]
    if stored:
        names.append(stored)
    effects = [x for k in kinds for x in (k.if_vetoed if vetoed else k.if_failed)]
    return Footing(
        moved(f.tracks, effects),
        _regarded(f.standing, effects),
        f.adopted,
        f.failed.union(names),
        f.vetoed.union(names) if vetoed else f.vetoed,
        f.invited,
        f.happened,
        {**f.votes, **dict.fromkeys(names, votes)},
        f.pledged,
        f.stage,
    )


def moved(tracks: Mapping[str, float], effects: Iterable[Effect], scale: float = 1.0) -> Mapping[str, float]:
    """Return tracks as effects would leave them, as far as can be seen beforehand."""
    moving = [x for x in effects if x.track in tracks]
    if not moving:
        return tracks
    after = dict(tracks)
    for x in moving:
        by = x.by * scale * (LASTING if x.each_stage else 1.0) * (BORNE if x.borne_by else 1.0)
        to = after[x.track] + by if x.to is None else x.to
        after[x.track] = min(100.0, max(0.0, to))
    return after


def _regarded(standing: Mapping[str, float], effects: Iterable[Effect]) -> Mapping[str, float]:
    moving = [x for x in effects if x.seat and x.standing]
    if not moving:
        return standing
    after = dict(standing)
    for x in moving:
        after[x.seat] = after.get(x.seat, 0.0) + x.standing
    return after
