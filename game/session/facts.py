"""The facts of a sitting that conditions may ask about, gathered from its state; nothing is judged here."""

from __future__ import annotations

from operator import is_

from game.session.state import Chamber, State
from game.world.conditions import Facts
from game.world.outside import World

ASSEMBLY_CALLED = "assembly_called"
"""The flag that is up once the Council has called an emergency special session."""
ITEM_REMOVED = "item_removed"
"""The flag that is up once the Council is seized of the matter no more."""


class _Latest:
    """The facts last gathered, and of what: most acts of a sitting leave them as they were."""

    world: World | None = None
    seen: tuple[object, ...] = ()
    facts: Facts


def facts(state: State) -> Facts:
    """Return what conditions may ask about at this moment; the same object while nothing of it changes."""
    c, w = state.chamber, state.world
    seen = (
        *(c.stage, c.assembly, c.seized, c.absent, c.invited),
        *(c.adopted, c.passed, c.vetoed, c.failed, c.subjects),
    )
    if _Latest.world is not w or not (_Latest.seen and all(map(is_, seen, _Latest.seen))):
        _Latest.facts = _gathered(c, w)
        _Latest.world, _Latest.seen = w, seen
    return _Latest.facts


def _gathered(c: Chamber, w: World) -> Facts:
    flags = w.flags
    if c.assembly or not c.seized:
        flags = flags | ({ASSEMBLY_CALLED} if c.assembly else set()) | (set() if c.seized else {ITEM_REMOVED})
    return Facts(
        tracks=w.tracks,
        terms=w.terms | {"credibility": w.credibility},
        flags=flags,
        stage=c.stage + 1,
        stage_id=c.stage_id,
        adopted=c.adopted,
        passed=c.passed,
        vetoed=c.vetoed,
        failed=c.failed,
        absent=frozenset(c.absent),
        invited=c.invited,
        happened=w.happened,
        votes=c.subjects,
        pledged=w.pledged,
        standing=w.standings,
    )
