"""The facts of a sitting that conditions may ask about, gathered from its state; nothing is judged here."""

from __future__ import annotations

from game.session.plenary import Recommendation
from game.session.state import Chamber, State
from game.world.conditions import Facts
from game.world.outside import World

ASSEMBLY_CALLED = "assembly_called"
"""The flag that is up once the Council has called an emergency special session."""
ASSEMBLY_ADOPTED = "assembly_adopted"
"""The flag that is up once the Assembly has adopted a text on the crisis."""
ASSEMBLY = "assembly:"
"""With the id of a clause or stored draft: the flag that is up once the Assembly has adopted it."""
ASSEMBLY_REJECTED = "assembly_rejected"
"""The flag that is up once the Assembly has refused one."""
ITEM = "item:"
"""With the id of an item: the flag that is up once the Council has put that item on its agenda."""
ITEM_REMOVED = "item_removed"
"""The flag that is up once the Council is seized of the matter no more."""
FLAGS = frozenset({ASSEMBLY_CALLED, ASSEMBLY_ADOPTED, ASSEMBLY_REJECTED, ITEM_REMOVED})
"""Flags that no effect sets: what the delegations do raises them."""

NOTHING_ISSUED: frozenset[str] = frozenset()


class _Latest:
    """The facts last gathered, and of what: most acts of a sitting leave them as they were."""

    world: World | None = None
    chamber: Chamber | None = None
    facts: Facts


def facts(state: State) -> Facts:
    """Return what conditions may ask about at this moment; the same object while nothing of it changes."""
    c, w = state.chamber, state.world
    if w is not _Latest.world or c is not _Latest.chamber:
        if w is not _Latest.world or _Latest.chamber is None or not _alike(c, _Latest.chamber):
            _Latest.facts = _gathered(c, w)
        _Latest.world, _Latest.chamber = w, c
    return _Latest.facts


def _alike(c: Chamber, seen: Chamber) -> bool:
    """Say whether nothing that is gathered from one chamber has been touched since the other."""
    return (
        c.stage == seen.stage
        and c.stage_id == seen.stage_id
        and c.assembly is seen.assembly
        and c.seized is seen.seized
        and (c.plenary is seen.plenary or _settled(c) == _settled(seen))
        and c.absent is seen.absent
        and c.invited is seen.invited
        and c.adopted is seen.adopted
        and c.passed is seen.passed
        and c.vetoed is seen.vetoed
        and c.failed is seen.failed
        and c.subjects is seen.subjects
        and c.conduct.taken_up is seen.conduct.taken_up
        and c.conduct.issued is seen.conduct.issued
    )


def _settled(c: Chamber) -> tuple[Recommendation, ...]:
    """Return what the Assembly has made of the texts put to it."""
    return c.plenary.done if c.plenary is not None else ()


def _standing(c: Chamber) -> frozenset[str]:
    """Return the flags that are up by what the Council and the Assembly have done."""
    up = {
        ASSEMBLY_CALLED: c.assembly,
        ASSEMBLY_ADOPTED: any(x.symbol for x in _settled(c)),
        ASSEMBLY_REJECTED: any(not x.symbol for x in _settled(c)),
        ITEM_REMOVED: not c.seized,
    }
    said = [d for d in c.drafts.values() if d.status == "recommended"] if up[ASSEMBLY_ADOPTED] else []
    names = {x for d in said for x in (d.stored, *(clause.kind for clause in d.clauses)) if x}
    return frozenset(flag for flag, holds in up.items() if holds) | {f"{ASSEMBLY}{x}" for x in names}


def _issued(c: Chamber) -> frozenset[str]:
    """Return the kinds of clauses and the stored drafts in statements of the President."""
    said = [d for d in c.drafts.values() if d.status == "issued" and d.form == "statement"]
    return frozenset(x for d in said for x in (d.stored, *(clause.kind for clause in d.clauses)) if x)


def _gathered(c: Chamber, w: World) -> Facts:
    flags = w.flags | _standing(c) if c.assembly or not c.seized else w.flags
    if c.conduct.taken_up:
        flags = flags | {f"{ITEM}{item}" for item in c.conduct.taken_up}
    return Facts(
        tracks=w.tracks,
        terms=w.terms | {"credibility": w.credibility},
        flags=flags,
        stage=c.stage + 1,
        stage_id=c.stage_id,
        adopted=c.adopted,
        passed=c.passed,
        issued=_issued(c) if c.conduct.issued else NOTHING_ISSUED,
        vetoed=c.vetoed,
        failed=c.failed,
        absent=frozenset(c.absent),
        invited=c.invited,
        happened=w.happened,
        votes=c.subjects,
        pledged=w.pledged,
        standing=w.standings,
        arrived=w.arrived,
        lapsed=w.lapsed - c.adopted if w.lapsed else w.lapsed,
    )
