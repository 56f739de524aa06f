"""Every ending can be reached: its condition can hold, and no ending above it holds whenever it does.

Endings are asked by their priority, then in the pack's order. One whose condition can never hold, or only
when one that is asked before it holds too, would never be read; its story would be lost on every class.

PASS
    # endings.yaml
    repelled: {when: {adopted: assistance}}

FAIL
    # endings.yaml
    repelled: {when: {all: [{adopted: assistance}, {track: front, at_most: 30}]}}

FAIL
    # endings.yaml
    repelled: {when: {any: [{adopted: assistance}, {adopted: cessation}]}}
    unanswered:
    half: {title: Words alone, text: The Council has called for an end of it., when: {adopted: cessation}}
    nothing: {title: Nothing, text: The Council has done nothing., when: always}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.checks.conditions import why_not
from game.packs.outlook import outlook
from game.packs.walk import Fault, Pack
from game.world.conditions import Condition
from game.world.story import Ending


def check(pack: Pack) -> Iterator[Fault]:
    """Yield endings that can never be taken."""
    view = outlook(pack)
    above: list[Ending] = []
    for site in sorted(pack.of(Ending), key=lambda site: -site.record.priority):
        ending: Ending = site.record
        path = (*site.path, "when")
        before = tuple(e.when for e in above if e.at_once or not ending.at_once)
        if not view.can(ending.when):
            what = f"{ending.id} can never be reached: {why_not(view, ending.when)}."
            yield Fault(
                site.file, path, what, "Mend its condition, or take it out.", level="warning", key=True
            )
        elif not view.can(Condition("all", of=(ending.when, Condition("none", of=before)))):
            what = f"Whenever {ending.id} would be reached, one that goes before it is."
            remedy = "Move it up, or narrow the conditions of those before it."
            yield Fault(site.file, path, what, remedy, level="warning", key=True)
        above.append(ending)
