"""When something is so: the small language in which packs say `when:`.

A condition is data (one frozen record, possibly holding others) and is judged against `Facts`. It never
computes text, never calls code named by a pack and never changes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on the world.

    `kind` is one of `KINDS`. `name` is a track, term, flag, clause kind, draft, stage, seat, party or
    happening as the kind says. `at_least` and `at_most` bound numbers (tracks 0-100, terms 0-1, stage
    numbers, counts). `of` holds the conditions of `all`, `any` and `none`.
    """

    kind: str
    name: str = ""
    at_least: float | None = None
    at_most: float | None = None
    of: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions may ask about, gathered from a sitting.

    Tracks are 0-100, terms and credibility 0-1; `stage` is the running number of the stage from 1.
    """

    tracks: Mapping[str, float]
    terms: Mapping[str, float]
    flags: frozenset[str] = frozenset()
    stage: int = 1
    stage_id: str = ""
    adopted: frozenset[str] = frozenset()
    """Kinds of clauses that stand in adopted resolutions."""
    passed: frozenset[str] = frozenset()
    """Ids of the pack's drafts adopted as resolutions."""
    vetoed: frozenset[str] = frozenset()
    """Clause kinds and draft ids defeated by a veto."""
    failed: frozenset[str] = frozenset()
    """Clause kinds and draft ids put and not adopted, for whatever reason."""
    absent: frozenset[str] = frozenset()
    invited: frozenset[str] = frozenset()
    happened: frozenset[str] = frozenset()
    votes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """How each seat voted on each clause kind or draft id last put: `{subject: {seat: vote}}`."""
    pledged: Mapping[str, float] = field(default_factory=dict)
    """Units pledged so far by kind of pledge, and by `kind:SEAT`."""
    standing: Mapping[str, float] = field(default_factory=dict)


def _within(value: float, c: Condition) -> bool:
    """Say whether a number lies within the condition's bounds, both ends included."""
    return (c.at_least is None or value >= c.at_least) and (c.at_most is None or value <= c.at_most)


def _voted(c: Condition, f: Facts) -> bool:
    """Say whether a seat so voted; `name` is `subject:SEAT:vote`."""
    subject, seat, vote = c.name.split(":")
    return f.votes.get(subject, {}).get(seat) == vote


KINDS: Mapping[str, Callable[[Condition, Facts], bool]] = {
    "always": lambda c, f: True,
    "track": lambda c, f: _within(f.tracks[c.name], c),
    "term": lambda c, f: c.name in f.terms and _within(f.terms[c.name], c),
    "stage": lambda c, f: (not c.name or f.stage_id == c.name) and _within(f.stage, c),
    "flag": lambda c, f: c.name in f.flags,
    "adopted": lambda c, f: c.name in f.adopted or c.name in f.passed,
    "vetoed": lambda c, f: c.name in f.vetoed,
    "failed": lambda c, f: c.name in f.failed,
    "absent": lambda c, f: c.name in f.absent,
    "invited": lambda c, f: c.name in f.invited,
    "happened": lambda c, f: c.name in f.happened,
    "voted": _voted,
    "pledged": lambda c, f: _within(f.pledged.get(c.name, 0.0), c),
    "standing": lambda c, f: _within(f.standing.get(c.name, 0.0), c),
    "all": lambda c, f: all(holds(x, f) for x in c.of),
    "any": lambda c, f: any(holds(x, f) for x in c.of),
    "none": lambda c, f: not any(holds(x, f) for x in c.of),
}


def holds(condition: Condition, facts: Facts) -> bool:
    """Say whether a condition holds.

    A term that has not been measured yet holds no bound. Raises KeyError for a kind or a track, and
    ValueError for a `voted` name, that no compiled pack can contain.
    """
    return KINDS[condition.kind](condition, facts)
