"""The facts of a sitting that conditions may ask about, gathered from its state; nothing is judged here."""

from __future__ import annotations

from game.session.state import Chamber, State
from game.world.conditions import Facts
from game.world.outside import World

ASSEMBLY_CALLED = "assembly_called"
"""The flag that is up once the Council has called an emergency special session."""
ITEM_REMOVED = "item_removed"
"""The flag that is up once the Council is seized of the matter no more."""


class _Latest:
    """The facts last gathered, and of what: several questions are asked of each state."""

    chamber: Chamber | None = None
    world: World | None = None
    facts: Facts


def facts(state: State) -> Facts:
    """Return what conditions may ask about at this moment."""
    c, w = state.chamber, state.world
    if _Latest.chamber is not c or _Latest.world is not w:
        _Latest.facts = _gathered(c, w)
        _Latest.chamber, _Latest.world = c, w
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
