"""The law of every act, in one table. To add an act: its record in `actions`, its law beside its kin here,
its fold."""

from __future__ import annotations

from game.session.actions import Action
from game.session.acts import (
    amending,
    chair,
    conduct,
    conduct_guests,
    conferring,
    direction,
    drafting,
    floor,
    motions,
    notes,
    order,
    papers,
    plenary,
    points,
    usage,
    voting,
    yielding,
)
from game.session.acts.law import Law
from game.session.putting import CARRIED, FOLLOWS, RESULTS, SETTLED, TAKE_UP

LAWS: dict[type[Action], Law] = {
    law.kind: law
    for family in (
        chair,
        floor,
        yielding,
        motions,
        drafting,
        amending,
        order,
        voting,
        conferring,
        direction,
        plenary,
        conduct,
        conduct_guests,
        usage,
        papers,
        points,
        notes,
    )
    for law in family.LAWS
}

FOLLOWS.update(plenary.FOLLOWS)
FOLLOWS.update(conduct.FOLLOWS)
CARRIED.update(conduct.CARRIED)
RESULTS.update(plenary.RESULTS)
FOLLOWS.update(usage.FOLLOWS)
FOLLOWS.update(papers.FOLLOWS)
CARRIED.update(usage.CARRIED)
SETTLED.update(usage.SETTLED)
TAKE_UP.update(usage.TAKE_UP)
