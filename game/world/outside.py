"""The world outside the chamber as values: tracks, effects, and what they do to each other.

Effects are resolved into `Moves` (plain numbers) once, when they happen, and moves are what a sitting
records: a replay applies them and computes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.world.conditions import Condition, Facts, holds

WHOLE = (0.0, 100.0)
"""The bounds of a track that names none."""
EVERYTHING: Mapping[str, tuple[float, float]] = {}
NOTHING: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Track:
    """A measured condition of the world, 0-100; `good` says which way is better: high, low or neither.

    It never passes its bounds `least` and `most`. `drift` is what it moves of itself as each stage opens, the
    first excepted, whatever the Council does.
    """

    id: str
    title: str
    start: float
    good: str = "high"
    about: str = ""
    sources: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 100.0
    drift: float = 0.0


@dataclass(frozen=True, slots=True)
class Effect:
    """One consequence: a track moves by `by` (or is set to `to`), a flag is set, a seat's standing moves.

    `after` delays it by that many stages; `each_stage` repeats it at every stage's opening while it stands,
    and then `when` is asked each time. A standing is the regard a seat enjoys, from -100 to 100, beginning at
    0. `borne_by` names a measure of `security.yaml`: then `by` is what it would do if all applied it, and it
    bites by the share of what the aggressor needs that those who apply it keep back. What a clause repeats
    ends when the clause lapses; what it has done once stays, but for an effect that is `undone` then: all
    that it moved is moved back.
    """

    track: str = ""
    by: float = 0.0
    to: float | None = None
    set_flag: str = ""
    clear_flag: str = ""
    seat: str = ""
    standing: float = 0.0
    after: int = 0
    each_stage: bool = False
    when: Condition | None = None
    note: str = ""
    borne_by: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Pending:
    """An effect still to come: due at the opening of stage number `due`, because of `cause`.

    With `lapse` it waits for no stage, but for the clause that is its cause to lapse.
    """

    effect: Effect
    due: int
    cause: str
    lapse: bool = False


@dataclass(frozen=True, slots=True)
class Contingent:
    """What a seat has pledged and is on its way: so many units, there at the opening of stage `due`."""

    seat: str
    kind: str
    amount: float
    due: int


@dataclass(frozen=True, slots=True)
class Moves:
    """What changes at one moment: new values of tracks and standings, flags set and cleared."""

    tracks: dict[str, float] = field(default_factory=dict)
    standings: dict[str, float] = field(default_factory=dict)
    flags_set: tuple[str, ...] = ()
    flags_cleared: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything changes."""
        return bool(self.tracks or self.standings or self.flags_set or self.flags_cleared)


class World(NamedTuple):
    """The world as it stands: tracks, flags, standings of seats, what is still to come, what has happened.

    A tuple with names rather than a dataclass: every move makes a new one, and a tuple is soonest made.
    """

    tracks: dict[str, float]
    flags: frozenset[str]
    standings: dict[str, float]
    pending: tuple[Pending, ...]
    happened: frozenset[str]
    pledged: dict[str, float]
    terms: dict[str, float]
    credibility: float
    bounds: Mapping[str, tuple[float, float]] = EVERYTHING
    """Least and most of the tracks that may not run from 0 to 100."""
    coming: tuple[Contingent, ...] = ()
    arrived: Mapping[str, float] = NOTHING
    """Units arrived so far by kind of pledge, and by `kind:SEAT`."""
    lapsed: frozenset[str] = frozenset()
    """Clauses of resolutions that stand no more, as `draft:SYMBOL:clause`, and kinds of which none stands."""


def opening(tracks: Iterable[Track]) -> World:
    """Return the world before anything has happened."""
    tracks = tuple(tracks)
    levels = {t.id: _bounded(t.start, t.least, t.most) for t in tracks}
    bounds = {t.id: (t.least, t.most) for t in tracks if (t.least, t.most) != WHOLE}
    return World(levels, frozenset(), {}, (), frozenset(), {}, {}, 0.0, bounds)


def drifting(tracks: Iterable[Track]) -> tuple[Effect, ...]:
    """Return what moves of itself as a stage opens."""
    return tuple(Effect(track=t.id, by=t.drift) for t in tracks if t.drift)


def _bounded(value: float, low: float, high: float) -> float:
    """Return a value within its bounds, to one decimal: nothing is decided by less than a tenth."""
    return round(min(high, max(low, value)), 1)


def resolve(effects: Iterable[Effect], world: World, facts: Facts) -> Moves:
    """Work out what a batch of effects changes now, each building on those before it in the batch.

    Every `when` is judged by the facts as they were before the batch; where it does not hold nothing changes.
    What ends where it began is no move. Raises KeyError for a track the world does not have.
    """
    tracks: dict[str, float] = {}
    standings: dict[str, float] = {}
    flags: dict[str, bool] = {}
    for e in effects:
        if e.when is not None and not holds(e.when, facts):
            continue
        if e.track:
            base = tracks.get(e.track, world.tracks[e.track]) if e.to is None else e.to
            tracks[e.track] = _bounded(base + e.by, *world.bounds.get(e.track, WHOLE))
        if e.seat:
            base = standings.get(e.seat, world.standings.get(e.seat, 0.0))
            standings[e.seat] = _bounded(base + e.standing, -100.0, 100.0)
        if e.set_flag:
            flags[e.set_flag] = True
        if e.clear_flag:
            flags[e.clear_flag] = False
    return Moves(
        {k: v for k, v in tracks.items() if v != world.tracks[k]},
        {k: v for k, v in standings.items() if v != world.standings.get(k, 0.0)},
        tuple(k for k, up in flags.items() if up and k not in world.flags),
        tuple(k for k, up in flags.items() if not up and k in world.flags),
    )


def moved(world: World, moves: Moves) -> World:
    """Return the world after moves."""
    return world._replace(
        tracks={**world.tracks, **moves.tracks} if moves.tracks else world.tracks,
        standings={**world.standings, **moves.standings} if moves.standings else world.standings,
        flags=(world.flags | set(moves.flags_set)) - set(moves.flags_cleared)
        if moves.flags_set or moves.flags_cleared
        else world.flags,
    )


def now_and_later(
    effects: Iterable[Effect], stage: int, cause: str
) -> tuple[tuple[Effect, ...], tuple[Pending, ...]]:
    """Part effects into those that bite at once and those to come, counted from stage number `stage`."""
    now: list[Effect] = []
    later: list[Pending] = []
    for e in effects:
        if e.after or e.each_stage:
            later.append(Pending(e, stage + max(1, e.after), cause))
        else:
            now.append(e)
    return tuple(now), tuple(later)


def fallen_due(world: World, stage: int) -> tuple[tuple[Pending, ...], tuple[Pending, ...]]:
    """Return the pending effects that bite at the opening of stage number `stage`, and those that remain.

    An effect of each stage bites and remains.
    """
    due = tuple(p for p in world.pending if p.due <= stage and not p.lapse)
    left = tuple(p for p in world.pending if p.due > stage or p.effect.each_stage or p.lapse)
    return due, left


def undoing(moves: Moves, world: World) -> tuple[Effect, ...]:
    """Return the effects that take moves back, as the world was before them."""
    tracks = (
        Effect(track=k, by=round(world.tracks[k] - now, 1), note="undone") for k, now in moves.tracks.items()
    )
    standings = (
        Effect(seat=k, standing=round(standing_of(world.standings, k) - now, 1), note="undone")
        for k, now in moves.standings.items()
    )
    down = (Effect(clear_flag=k, note="undone") for k in moves.flags_set)
    up = (Effect(set_flag=k, note="undone") for k in moves.flags_cleared)
    return (*tracks, *standings, *down, *up)


def parted(world: World, clause: str) -> tuple[tuple[Pending, ...], tuple[Pending, ...]]:
    """Part the effects still to come into those that hang on a kind of clause, and the others."""
    of = [p.cause.startswith("draft:") and p.cause.endswith(f":{clause}") for p in world.pending]
    return (
        tuple(p for p, hangs in zip(world.pending, of, strict=True) if hangs),
        tuple(p for p, hangs in zip(world.pending, of, strict=True) if not hangs),
    )


def standing_of(standings: Mapping[str, float], seat: str) -> float:
    """Return the regard a seat enjoys, 0 when nothing has moved it."""
    return standings.get(seat, 0.0)
