"""A condition can hold at some time and fail at another; one that never or always holds decides nothing.

Every condition is weighed with all that can come about in the crisis: which stages can be held, which texts
written, how far the tracks can be pushed, which flags set. `{all: [{stage: may}, {stage: june}]}` contradicts
itself; `{track: front, at_most: 100}` says nothing. A part that changes nothing inside a larger condition is
a note. Happenings, endings, clauses, drafts and pledges that nobody can ever see have checks of their own.

PASS
    # briefs/IND.yaml
    objectives: {front: {when: {all: [{track: front, at_least: 50}, {track: front, at_most: 60}]}}}

FAIL
    # briefs/IND.yaml
    objectives: {front: {when: {all: [{track: front, at_least: 60}, {track: front, at_most: 40}]}}}

FAIL
    # briefs/IND.yaml
    objectives: {front: {when: {track: front, at_most: 100}}}

FAIL
    # stages.yaml
    invasion: {effects: [{track: front, by: -10}, {track: front, by: -5, when: {stage: assistance}}]}

FAIL
    # endings.yaml
    repelled: {when: {all: [{adopted: assistance}, {any: [{flag: halted}, {happened: seoul-falls}, always]}]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.outlook import Outlook, outlook, stages_of
from game.packs.reason import can_fail, can_hold
from game.packs.walk import Fault, Pack, Site
from game.session.scenario import ClauseKind, PledgeKind, StoredDraft
from game.world.conditions import Condition
from game.world.story import Ending, Happening

_ELSEWHERE = (Happening, Ending, ClauseKind, PledgeKind, StoredDraft)
"""Records whose own condition another check weighs."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield conditions that never hold and such as always do, the outermost of each only."""
    view = outlook(pack)
    told: set[tuple[str, tuple[str | int, ...]]] = set()
    for site in pack.of(Condition):
        if any((site.file, site.path[:n]) in told for n in range(len(site.path))):
            continue
        fault = _idle(view, site)
        if fault is not None:
            told.add((site.file, site.path))
            if not _is_told_elsewhere(site):
                yield fault


def _is_told_elsewhere(site: Site) -> bool:
    return bool(site.around) and isinstance(site.around[-1], _ELSEWHERE)


def _idle(view: Outlook, site: Site) -> Fault | None:
    """What is wrong with a condition that cannot come out both ways, unless it is plainly meant so."""
    condition, ranges = site.record, view.at(stages_of(view, site))
    inside = bool(site.around) and isinstance(site.around[-1], Condition)
    if condition.kind == "always":
        plain = not inside
        return None if plain else _fault(site, "This part holds always, and changes nothing.", inside)
    if not can_hold(condition, ranges):
        return _fault(site, f"This can never hold: {why_not(view, condition)}.", inside)
    if not can_fail(condition, ranges):
        return _fault(site, "This holds always, whatever is done.", inside)
    return None


def _fault(site: Site, what: str, inside: bool) -> Fault:
    remedy = (
        "Take the part out, or look at its bounds and names." if inside else "Look at its bounds and names."
    )
    return Fault(site.file, site.path, what, remedy, level="note" if inside else "warning")


def why_not(view: Outlook, condition: Condition) -> str:
    """Why a condition can never hold, in a few words."""
    kind, name, ranges = condition.kind, condition.name, view.ranges
    if kind in {"all", "any", "none"}:
        alone = [c for c in condition.of if kind == "all" and not can_hold(c, ranges)]
        return why_not(view, alone[0]) if alone else "its parts exclude one another"
    reach = ranges.of((kind, name))
    if isinstance(reach, tuple):
        low, high = reach
        return f"{name} stays at {low:g}" if low == high else f"{name} stays between {low:g} and {high:g}"
    return {
        "flag": f"nothing that can come about sets the flag {name}",
        "happened": f"{name} can never happen",
        "stage": "no such stage is held then",
        "adopted": f"{name} can never be put to the vote",
        "agreed": f"{name} can never be put to the vote",
        "lapsed": f"{name} never lapses",
        "vetoed": f"{name} can never be vetoed",
        "failed": f"{name} can never be put to the vote",
        "voted": "nobody can ever so vote",
    }.get(kind, "nothing brings it about")
