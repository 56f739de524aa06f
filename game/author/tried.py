"""The part of a simulation's report that says what changed when somebody else played.

It must never reckon: every figure is one of the outcome's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.author.figures import Outcome
from game.author.lines import columns, share
from game.author.varied import Skill

_NOTHING = "no more than chance alone is no difference"


def tried(told: Outcome) -> Iterator[str]:
    """Yield the lines on seats without aim, on other temperaments and on levels."""
    yield from _matters(told)
    yield from _temperaments(told)
    yield from _levels(told)
    yield from _skills(told)


def _matters(told: Outcome) -> Iterator[str]:
    rows = [
        (
            m.seat,
            f"{m.distance:5.2f}",
            f"(chance alone: {m.by_chance:.2f})",
            f"{m.most.what} {m.most.distance:.2f} (at least {m.most.interval[0]:.2f})",
            f"{100 * m.met:3.0f} % for {100 * told.met[m.seat]:.0f} %" if m.seat in told.met else "",
        )
        for m in sorted(told.matters, key=lambda m: (-m.most.interval[0], m.seat))
    ]
    if rows:
        few = max(m.runs for m in told.matters)
        yield ""
        yield "How much each seat matters: how far the endings move (0 to 1) when it acts without aim,"
        yield f"in {few} sittings; {_NOTHING}. Then what it is most surely felt in,"
        yield "the endings or what becomes of one text; last, the objectives it then meets."
        yield from columns(rows)


def _temperaments(told: Outcome) -> Iterator[str]:
    seats = list(dict.fromkeys(m.seat for m in told.temperaments))
    kinds = sorted({m.temperament for m in told.temperaments})
    moved = {(m.seat, m.temperament): f"{m.distance:.2f}" for m in told.temperaments}
    if moved:
        chance = max(m.by_chance for m in told.temperaments)
        yield ""
        yield "How far the endings move (0 to 1) when a seat has another temperament;"
        yield f"up to {chance:.2f} is chance alone"
        rows = [(seat, *(moved.get((seat, kind), "") for kind in kinds)) for seat in seats]
        yield from columns([("", *kinds), *rows])


def _levels(told: Outcome) -> Iterator[str]:
    if not told.levels:
        return
    endings = sorted({x for level in told.levels for x in level.endings})
    endings.sort(key=lambda x: -max(level.endings.get(x, 0) / level.runs for level in told.levels))
    heads = ("", *(f"{level.level:>8}" for level in told.levels))
    ends = [
        (x, *(f"{share(level.endings.get(x, 0), level.runs):>8}" for level in told.levels)) for x in endings
    ]
    met = [
        (seat, *(f"{100 * level.met[seat]:6.1f} %" for level in told.levels))
        for seat in told.met
        if all(seat in level.met for level in told.levels)
    ]
    yield from (
        "",
        f"By level of all delegates, {told.levels[0].runs} sittings each",
        *columns([heads, *ends]),
    )
    if met:
        yield from ("", "Objectives met, by level of all delegates", *columns([heads, *met]))


def _skills(told: Outcome) -> Iterator[str]:
    """How each seat fares in each way, all others as asked."""
    if not told.skills:
        return
    ways = list(dict.fromkeys(x.way for x in told.skills))
    found = {(x.seat, x.way): _fared(x) for x in told.skills}
    rows = [
        (seat, *(found.get((seat, way), "") for way in ways))
        for seat in dict.fromkeys(x.seat for x in told.skills)
    ]
    yield ""
    yield "Objectives met in per cent by the skill of one seat, all others as asked; in brackets how far the"
    yield f"endings move (0 to 1), in {told.skills[0].runs} sittings each"
    yield from columns([("", *ways), *rows])


def _fared(x: Skill) -> str:
    low, high = x.interval
    return f"{100 * x.met:5.1f} ±{50 * (high - low):.1f} ({x.distance:.2f})"
