"""Every stage can be held, there is something to decide at it, and the crisis can go on from it.

A stage whose `when` can never hold is passed over in every sitting. At one where no clause may be written and
no text of history tabled, a Council would meet for nothing. A stage has no exit into those after it when an
ending that stops the sitting holds whatever is done there.

PASS
    # stages.yaml
    assistance: {when: {track: front, at_most: 85}}

FAIL
    # stages.yaml
    assistance: {when: {stage: assistance}}

FAIL
    # endings.yaml
    repelled: {when: {stage: invasion}, at_once: true}
    # stages.yaml
    invasion: {title: The only meeting}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.checks.conditions import why_not
from game.packs.outlook import Outlook, outlook, tabled
from game.packs.reason import can_fail
from game.packs.walk import Fault, Pack, Site
from game.session.scenario import Stage
from game.world.conditions import Condition


def check(pack: Pack) -> Iterator[Fault]:
    """Yield stages that are never held, decide nothing, or have no exit."""
    view = outlook(pack)
    last = pack.scenario.sealed.stages[-1]
    for number, site in enumerate(pack.of(Stage), start=1):
        if number not in view.held:
            when = site.record.when or Condition("always")
            what = f"{site.record.id} is never held: {why_not(view, when)}."
            yield _fault(site, "when", what, "Mend its condition, or take the stage out.")
            continue
        if not _something(view, number):
            what = f"At {site.record.id} no clause can be written and no text of history tabled."
            yield _fault(site, "title", what, "Offer a clause, or a draft, from this stage on.")
        if site.record is not last and (ending := _stops(view, number)):
            what = f"At {site.record.id} the ending {ending} holds whatever is done, and the sitting stops."
            yield _fault(site, "title", what, "Narrow the ending's condition, or take the later stages out.")


def _fault(site: Site, key: str, what: str, remedy: str) -> Fault:
    return Fault(site.file, (*site.path, key), what, remedy, level="warning", key=True)


def _something(view: Outlook, number: int) -> bool:
    """Whether anything can be tabled at a stage."""
    here, opened = frozenset({number}), view.pack.scenario.open
    drafts = any(number in tabled(view, d) for d in opened.drafts)
    return drafts or any(view.can(c.offered, here) for c in opened.clauses if c.part == "operative")


def _stops(view: Outlook, number: int) -> str:
    """The ending that is certain to stop the sitting at a stage, if there is one."""
    ranges = view.at(frozenset({number}))
    at_once = (e for e in view.pack.scenario.sealed.endings if e.at_once)
    return next((e.id for e in at_once if not can_fail(e.when, ranges)), "")
