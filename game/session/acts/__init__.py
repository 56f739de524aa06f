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
    order,
    plenary,
    voting,
)
from game.session.acts.law import Law
from game.session.putting import CARRIED, FOLLOWS, RESULTS

LAWS: dict[type[Action], Law] = {
    law.kind: law
    for family in (
        chair, floor, drafting, amending, order, voting, conferring, direction, plenary, conduct, conduct_guests,
    )
    for law in family.LAWS
}

FOLLOWS.update(plenary.FOLLOWS)
FOLLOWS.update(conduct.FOLLOWS)
CARRIED.update(conduct.CARRIED)
RESULTS.update(plenary.RESULTS)
