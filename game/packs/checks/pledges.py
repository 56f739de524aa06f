"""Whatever may be pledged somebody has, at a time when it may be pledged.

A kind of pledge is for those whose briefs give them a `capacity` of it. One that no seat has, or whose
`offered` can never hold, is never seen.

PASS
    # pack.yaml
    pledges: {troops: {offered: {any: [{adopted: assistance}, {adopted: cessation}]}}}

FAIL
    # pack.yaml
    pledges: {ships: {title: Ships, unit: ships, effects: [{track: front, by: 10}]}}

FAIL
    # pack.yaml
    pledges: {troops: {offered: {track: front, at_most: 30}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.checks.conditions import why_not
from game.packs.outlook import outlook
from game.packs.walk import Fault, Pack
from game.session.scenario import PledgeKind
from game.world.conditions import Condition


def check(pack: Pack) -> Iterator[Fault]:
    """Yield kinds of pledges that nobody can ever make."""
    view = outlook(pack)
    owned = {k for b in pack.scenario.sealed.briefs.values() for k, units in b.capacity.items() if units > 0}
    for site in pack.of(PledgeKind):
        kind: PledgeKind = site.record
        if kind.id not in owned:
            what = f"No seat has anything of {kind.id} to pledge."
            remedy = f"Write capacity: {{{kind.id}: 100}} in a brief, or take the pledge out."
            yield Fault(site.file, site.path, what, remedy, level="warning", key=True)
        elif not view.can(kind.offered):
            what = f"{kind.id} can never be pledged: {why_not(view, kind.offered or Condition('always'))}."
            yield Fault(site.file, (*site.path, "offered"), what, "Mend offered:.", level="warning", key=True)
