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

from collections.abc import Iterator, Mapping

from game.packs.outlook import Outlook, outlook, stages_of
from game.packs.problems import Level
from game.packs.reason import can_fail, can_hold
from game.packs.walk import Fault, Pack, Site
from game.session.scenario import ClauseKind, PledgeKind, Stage, StoredDraft
from game.world.conditions import Condition
from game.world.story import Ending, Happening

_ALWAYS = "This holds always, whatever is done."
_ELSEWHERE: Mapping[type, str] = {
    Happening: "when",
    Ending: "when",
    StoredDraft: "when",
    Stage: "when",
    ClauseKind: "offered",
    PledgeKind: "offered",
}
"""Records of which another check says that a condition of theirs can never hold, and the key of it."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield conditions that never hold and such as always do, the outermost of each only."""
    view = outlook(pack)
    told: set[tuple[str, tuple[str | int, ...]]] = set()
    for site in pack.of(Condition):
        around = ((site.file, site.path[:n]) for n in range(len(site.path)))
        if told.isdisjoint(around) and (what := _idle(view, site)):
            told.add((site.file, site.path))
            never = what != _ALWAYS
            if not (never and _is_told_elsewhere(site)):
                yield _fault(site, what)


def _idle(view: Outlook, site: Site) -> str:
    """What is wrong with a condition that cannot come out both ways; nothing for `always` by itself."""
    ranges = view.at(stages_of(view, site))
    if site.record.kind == "always":
        return _ALWAYS if _inside(site) else ""
    if not can_hold(site.record, ranges):
        return f"This can never hold: {why_not(view, site.record)}."
    return "" if can_fail(site.record, ranges) else _ALWAYS


def _inside(site: Site) -> bool:
    """Whether a condition is part of another."""
    return bool(site.around) and isinstance(site.around[-1], Condition)


def _is_told_elsewhere(site: Site) -> bool:
    return bool(site.around) and _ELSEWHERE.get(type(site.around[-1])) == site.path[-1]


def _fault(site: Site, what: str) -> Fault:
    inside = _inside(site)
    part = "Take the part out, or look" if inside else "Look"
    level: Level = "note" if inside else "warning"
    return Fault(site.file, site.path, what, f"{part} at its bounds and names.", level=level)


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
