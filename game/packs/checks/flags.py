"""A flag that is asked for is set somewhere; one that is set is asked for.

A flag is the pack's own memory: an effect sets it, a condition asks for it. One that nothing sets can never
hold, but for those the sitting raises itself: `item:` with the id of an item the Council took up,
`assembly:` with the id of a clause or draft the Assembly adopted,
`assembly_called`, `assembly_adopted`, `assembly_rejected`, `item_removed`. One that nothing asks for does no
harm, so that is advice only.

PASS
    # endings.yaml
    repelled: {when: {flag: halted}}

FAIL
    # endings.yaml
    repelled: {when: {flag: haltd}}

FAIL
    # stages.yaml
    invasion: {effects: [{set_flag: never-asked}]}

FAIL
    # stages.yaml
    invasion: {effects: [{clear_flag: never-set}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from game.packs.checks.things import things_of
from game.packs.walk import Fault, Pack
from game.session.facts import ASSEMBLY, FLAGS, ITEM
from game.world.conditions import Condition
from game.world.outside import Effect
from game.world.powers import Finding, Speed


def check(pack: Pack) -> Iterator[Fault]:
    """Yield flags nothing sets, and flags nothing asks for."""
    set_ = things_of(pack)["flag"]
    asked = _asked(pack)
    raised = FLAGS | {f"{ITEM}{item.id}" for item in pack.scenario.open.items} | _of_the_assembly(pack)
    for site in pack.of(Condition):
        if site.record.kind == "flag" and site.record.name not in set_ | raised:
            yield _unset(site.file, (*site.path, "flag"), site.record.name, set_)
    seen: set[str] = set()
    for site in pack.of(Effect):
        effect: Effect = site.record
        if effect.clear_flag and effect.clear_flag not in set_:
            yield _unset(site.file, (*site.path, "clear_flag"), effect.clear_flag, set_)
        if effect.set_flag and effect.set_flag not in asked and effect.set_flag not in seen:
            seen.add(effect.set_flag)
            what = f"Nothing asks for the flag {effect.set_flag}."
            remedy = "Take it out, or write a condition that asks for it."
            yield Fault(site.file, (*site.path, "set_flag"), what, remedy, level="warning")


def _of_the_assembly(pack: Pack) -> set[str]:
    """The flags that are up once the Assembly has adopted a clause or draft of the pack."""
    opened = pack.scenario.open
    names = [*(x.id for x in opened.clauses), *(x.id for x in opened.drafts)]
    return {f"{ASSEMBLY}{name}" for name in names}


def _asked(pack: Pack) -> set[str]:
    names = {s.record.name for s in pack.of(Condition) if s.record.kind == "flag"}
    for site in pack.of(Finding, Speed):
        names |= {site.record.id} if isinstance(site.record, Finding) else set(site.record.biting)
    return names


def _unset(file: str, path: tuple[str | int, ...], flag: str, known: frozenset[str]) -> Fault:
    near = get_close_matches(flag, known, 1, 0.6)
    remedy = f"Did you mean {near[0]}?" if near else "Set it in an effect: {set_flag: " + flag + "}."
    return Fault(file, path, f"No effect sets the flag {flag}.", remedy)
