"""Folds of the world outside: clauses that lapse, contingents that arrive, patrons that react."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session import events as e
from game.session.state import State
from game.world.outside import parted


def stands(s: State, symbol: str, clause: str) -> bool:
    """Say whether a clause of a resolution stands: it was adopted and has not lapsed."""
    return f"draft:{symbol}:{clause}" not in s.world.lapsed and any(
        x.kind == clause for x in s.chamber.drafts[symbol].clauses
    )


def clause_lapsed(s: State, x: e.ClauseLapsed) -> State:
    """Let a clause stand no more; with the last of its kind goes what it repeats and what was to come."""
    world = s.world._replace(lapsed=s.world.lapsed | {f"draft:{x.draft}:{x.clause}"})
    s = replace(s, world=world)
    if any(stands(s, symbol, x.clause) for symbol in s.chamber.resolutions):
        return s
    world = world._replace(lapsed=world.lapsed | {x.clause}, pending=parted(world, x.clause)[1])
    return replace(s, chamber=replace(s.chamber, adopted=s.chamber.adopted - {x.clause}), world=world)


def arrived(s: State, x: e.PledgeArrived) -> State:
    """Count what has arrived, by kind and by seat."""
    known, mine = s.world.arrived, f"{x.kind}:{x.seat}"
    there = {
        **known,
        x.kind: known.get(x.kind, 0.0) + x.amount,
        mine: known.get(mine, 0.0) + x.amount,
    }
    left = list(s.world.coming)
    sent = next((c for c in left if (c.seat, c.kind, c.amount) == (x.seat, x.kind, x.amount)), None)
    if sent is not None:
        left.remove(sent)
    return replace(s, world=s.world._replace(arrived=there, coming=tuple(left)))


def reacted(s: State, x: e.PatronReacted) -> State:
    """Remember what a patron did: it does so once."""
    if not x.acted:
        return s
    return replace(s, world=s.world._replace(happened=s.world.happened | {f"{x.patron}/{x.reaction}"}))


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.ClauseLapsed: clause_lapsed,
    e.PledgeArrived: arrived,
    e.PatronReacted: reacted,
}
