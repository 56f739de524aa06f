"""Every happening can happen: at some stage its condition can hold, and its chance is more than none.

A happening is asked for at the opening of each stage. Its condition is weighed with all that can come about
in the crisis; one that asks for a flag nobody can set, a text nobody can write or a track beyond its reach
would never be read.

PASS
    # happenings.yaml
    seoul-falls: {when: {track: front, at_most: 60}}

FAIL
    # happenings.yaml
    seoul-falls: {when: {all: [{stage: invasion}, {stage: assistance}]}}

FAIL
    # happenings.yaml
    seoul-falls: {chance: 0}

FAIL
    # happenings.yaml
    rest:
      title: A rest
      wire: The front is quiet. Nobody trusts it.
      when: {not: {any: [{stage: invasion}, {stage: assistance}]}}
      sources: dossier
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.checks.conditions import why_not
from game.packs.outlook import outlook
from game.packs.walk import Fault, Pack
from game.world.story import Happening


def check(pack: Pack) -> Iterator[Fault]:
    """Yield happenings that can never happen."""
    view = outlook(pack)
    for site in pack.of(Happening):
        happening: Happening = site.record
        if not happening.chance:
            what = f"{happening.id} has no chance of happening."
            yield Fault(site.file, (*site.path, "chance"), what, "Write one above 0.", level="warning")
        elif not view.can(happening.when, view.held):
            what = f"{happening.id} can never happen: {why_not(view, happening.when)}."
            remedy = "Mend its condition, or take the happening out."
            yield Fault(site.file, (*site.path, "when"), what, remedy, level="warning", key=True)
