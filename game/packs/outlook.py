"""What can come about in a crisis at all, whoever plays it: the ranges over which its conditions are judged.

It begins with the opening and nothing done, and adds what that makes possible (stages held, texts written,
happenings, flags, the reach of tracks) until nothing more is added. It overestimates on purpose: what it
rules out cannot happen, what it admits may still be hard. It never plays, and draws no lots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.packs.reason import STAGE, Range, Ranges, Thing, can_hold
from game.packs.walk import Pack, Site
from game.rules.bodies import Law
from game.session.scenario import (
    Absence,
    ClauseKind,
    Instruction,
    PledgeKind,
    ScriptLine,
    Stage,
    StoredDraft,
)
from game.world.compliance import Demand
from game.world.conditions import Condition
from game.world.outside import Effect
from game.world.patrons import Reaction
from game.world.story import Happening

_NEVER: Range = frozenset[object]({False})
_EITHER: Range = frozenset[object]({True, False})


@dataclass
class Outlook:
    """What has been found possible so far; conditions are judged by `ranges`, which look at it."""

    pack: Pack
    ranges: Ranges
    found: dict[Thing, Range]

    def can(self, condition: Condition | None, stages: frozenset[int] | None = None) -> bool:
        """Whether a condition (None: no condition) can hold, at some stages only if they are given."""
        return condition is None or can_hold(condition, self.at(stages))

    def at(self, stages: frozenset[int] | None) -> Ranges:
        """The ranges at some stages only."""
        return self.ranges if stages is None else self.ranges.within(stages)

    def true(self, kind: str, name: str) -> bool:
        """Whether something that is so or not can be so."""
        known = self.ranges.of((kind, name))
        return isinstance(known, frozenset) and True in known

    @property
    def held(self) -> frozenset[int]:
        """The running numbers of the stages that can be held."""
        known = self.ranges.of(STAGE)
        return frozenset(n for n in known if isinstance(n, int))


def outlook(pack: Pack) -> Outlook:
    """Return what can come about in a crisis."""
    known = pack.__dict__.get("outlook")
    if isinstance(known, Outlook):
        return known
    numbers = {s.id: n for n, s in enumerate(pack.scenario.sealed.stages, start=1)}
    found = _at_the_opening(pack)
    view = Outlook(pack, Ranges(found, numbers), found)
    before: dict[Thing, Range] = {}
    while before != view.found:
        before = dict(view.found)
        _more(view)
    pack.__dict__["outlook"] = view
    return view


def _at_the_opening(pack: Pack) -> dict[Thing, Range]:
    opened, sealed = pack.scenario.open, pack.scenario.sealed
    found: dict[Thing, Range] = {STAGE: frozenset[object]({1})}
    found |= {("track", t.id): (t.start, t.start) for t in opened.tracks}
    found |= {("happened", h.id): _NEVER for h in sealed.happenings}
    subjects = [*(c.id for c in opened.clauses), *(d.id for d in opened.drafts)]
    for kind in ("adopted", "agreed", "vetoed", "failed", "lapsed"):
        found |= {(kind, name): _NEVER for name in subjects}
    found |= {("flag", e.record.set_flag): _NEVER for e in pack.of(Effect) if e.record.set_flag}
    for kind in ("pledged", "arrived"):
        found |= {(kind, name): (0.0, 0.0) for name in _pledges(pack)}
    return found


def _more(view: Outlook) -> None:
    """One step further than what is known so far."""
    found = view.found
    found[STAGE] = frozenset[object](_stages(view))
    _texts(view)
    for happening in view.pack.scenario.sealed.happenings:
        if happening.chance > 0 and view.can(happening.when):
            found["happened", happening.id] = _EITHER
    for kind in view.pack.scenario.open.pledges:
        if view.can(kind.offered):
            for name, most in _pledges(view.pack).items():
                if name.partition(":")[0] == kind.id:
                    found["pledged", name] = found["arrived", name] = (0.0, most)
    _world(view)


def _stages(view: Outlook) -> Iterator[int]:
    """The stages that can be held: those whose condition can hold at an earlier one."""
    for number, stage in enumerate(view.pack.scenario.sealed.stages, start=1):
        before = frozenset(n for n in view.held if n < number)
        if number == 1 or (before and view.can(stage.when, before)):
            yield number


def tabled(view: Outlook, draft: StoredDraft) -> frozenset[int]:
    """The stages at which a text of history can be tabled: from its own on, while its condition holds."""
    first = view.ranges.numbers.get(draft.stage, 1)
    held = frozenset(n for n in view.held if n >= first)
    if draft.when is None:
        return held
    return frozenset(n for n in held if view.can(draft.when, frozenset({n})))


def written(view: Outlook, kind: ClauseKind) -> bool:
    """Whether a clause can be written by anybody, or stands in a text of history that can be tabled."""
    return view.can(kind.offered) or kind.id in coded(view)


def coded(view: Outlook) -> frozenset[str]:
    """The kinds of clauses in those texts of history that can be tabled."""
    drafts = view.pack.scenario.open.drafts
    return frozenset(c.kind for d in drafts if _ever(view, d) for c in d.clauses)


def _ever(view: Outlook, draft: StoredDraft) -> bool:
    """Whether a text of history can be tabled at all."""
    first = view.ranges.numbers.get(draft.stage, 1)
    held = frozenset(n for n in view.held if n >= first)
    return bool(held) and view.can(draft.when, held)


def _texts(view: Outlook) -> None:
    opened, in_history = view.pack.scenario.open, coded(view)
    there = [c.id for c in opened.clauses if c.id in in_history or view.can(c.offered)]
    there += [d.id for d in opened.drafts if _ever(view, d)]
    ways = ["adopted", "agreed", "failed"]
    if view.pack.body.law is not Law.COVENANT:
        ways.append("vetoed")
    for name in there:
        view.found |= {(way, name): _EITHER for way in ways}
    lifted = {name for c in opened.clauses for name in c.lifts}
    for clause in opened.clauses:
        if (clause.id in lifted or clause.lapses or clause.until) and view.true("adopted", clause.id):
            view.found["lapsed", clause.id] = _EITHER


def _pledges(pack: Pack) -> dict[str, float]:
    """The most that can be pledged of each kind, in all and by seat."""
    most: dict[str, float] = {}
    for seat, brief in pack.scenario.sealed.briefs.items():
        for kind, units in brief.capacity.items():
            most[kind] = most.get(kind, 0.0) + units
            most[f"{kind}:{seat}"] = units
    names = [k.id for k in pack.scenario.open.pledges]
    every = {f"{k}:{s.code}": 0.0 for k in names for s in pack.scenario.open.seats}
    return {**dict.fromkeys(names, 0.0), **every, **most}


# -- what effects do to the world ------------------------------------------------------------------
def _world(view: Outlook) -> None:
    tracks = view.pack.scenario.open.tracks
    places = {t.id: [t.start] for t in tracks}
    steps: dict[str, list[float]] = {t.id: [] for t in tracks}
    for track in tracks:
        if track.drift:
            steps[track.id].append(100 * track.drift)
    for site in view.pack.of(Effect):
        effect: Effect = site.record
        if effect.set_flag and can_work(view, site):
            view.found["flag", effect.set_flag] = _EITHER
        if effect.track in places and can_work(view, site):
            if effect.to is not None:
                places[effect.track].append(effect.to)
            steps[effect.track].append(100 * effect.by if _again(site) else effect.by)
    for track in tracks:
        low = min(places[track.id]) + sum(x for x in steps[track.id] if x < 0)
        high = max(places[track.id]) + sum(x for x in steps[track.id] if x > 0)
        view.found["track", track.id] = max(track.least, low), min(track.most, high)


def _again(site: Site) -> bool:
    """Whether an effect may work more than once: each stage, or with a text or pledge that may come again."""
    once = any(isinstance(x, Stage | Happening | Absence) for x in site.around)
    return site.record.each_stage or not once


def stages_of(view: Outlook, site: Site) -> frozenset[int] | None:
    """The stages at which something written in a pack can be asked; None for any."""
    here = {_stage_of(x) for x in site.around} - {""}
    if not here:
        return None
    number = view.ranges.numbers.get(here.pop(), 0)
    if isinstance(site.around[0], Stage) and site.path[1] in {"when", "hastened"}:
        return frozenset(n for n in view.held if n < number)  # asked before the stage opens
    effect = next((x for x in reversed(site.around) if isinstance(x, Effect)), None)
    if effect is not None and (effect.after or effect.each_stage):
        return frozenset(n for n in view.held if n >= number)
    return view.held & {number}


def _stage_of(record: object) -> str:
    """The stage that a record belongs to, if it belongs to one."""
    if isinstance(record, Stage):
        return record.id
    return record.stage if isinstance(record, ScriptLine | Instruction) else ""


def can_work(view: Outlook, site: Site) -> bool:
    """Whether an effect can ever work: what brings it about can, and its own condition can hold then."""
    for record in site.around:
        if isinstance(record, ClauseKind) and not _brings(view, record, site):
            return False
        if isinstance(record, Happening) and not view.true("happened", record.id):
            return False
        if isinstance(record, Reaction) and not view.can(record.when):
            return False
        if isinstance(record, Stage) and view.ranges.numbers.get(record.id) not in view.held:
            return False
        if isinstance(record, PledgeKind) and view.ranges.of(("pledged", record.id)) == (0.0, 0.0):
            return False
    if site.record.when is None:
        return True
    inside = replace(site, around=(*site.around, site.record))
    return view.can(site.record.when, stages_of(view, inside))


def _brings(view: Outlook, kind: ClauseKind, site: Site) -> bool:
    """Whether the part of a clause in which an effect stands can be reached."""
    if any(isinstance(x, Demand) for x in site.around):
        return view.true("adopted", kind.id)
    after = {"effects": "adopted", "if_vetoed": "vetoed", "if_failed": "failed"}
    return view.true(after.get(str(site.path[1]), "adopted"), kind.id)
