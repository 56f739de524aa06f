"""What delegations have in their hands: the things in a crisis that change with what they do in the Council.

Texts, votes, invitations, absences, pledges, standings and the terms of security are theirs; so are the
flags, tracks and happenings that follow from one of these, at however many removes. It says that there is a
way, never how far it leads.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.reason import Thing
from game.packs.walk import Pack, Site
from game.session.facts import ASSEMBLY, FLAGS, ITEM
from game.session.scenario import Absence, ClauseKind, PledgeKind, Stage
from game.world.conditions import Condition
from game.world.outside import Effect
from game.world.patrons import Reaction
from game.world.story import Happening

_THEIRS = frozenset(
    {
        "adopted",
        "vetoed",
        "failed",
        "voted",
        "invited",
        "absent",
        "pledged",
        "standing",
        "term",
        "agreed",
        "lapsed",
        "arrived",
    }
)


class Hands:
    """The tracks, flags, happenings and stages that what is done in the Council decides."""

    def __init__(self, things: frozenset[Thing]) -> None:
        """Keep the things found, beside those that are always theirs."""
        self.things = things

    def touch(self, condition: Condition | None) -> bool:
        """Whether a condition asks for anything that delegations decide."""
        return condition is not None and any(self._theirs(c) for c in _leaves(condition))

    def _theirs(self, c: Condition) -> bool:
        if c.kind == "flag" and (c.name in FLAGS or c.name.startswith((ASSEMBLY, ITEM))):
            return True
        return c.kind in _THEIRS or (c.kind, c.name) in self.things


def hands(pack: Pack) -> Hands:
    """Return what the delegations of a crisis have in their hands."""
    found: frozenset[Thing] = frozenset()
    while True:
        more = frozenset(_follows(pack, Hands(found)))
        if more == found:
            return Hands(found)
        found = more


def _follows(pack: Pack, so_far: Hands) -> Iterator[Thing]:
    """The things that follow from what is known to be theirs."""
    for site in pack.of(Effect, Happening):
        if isinstance(site.record, Happening):
            if so_far.touch(site.record.when):
                yield "happened", site.record.id
        elif _decided(site, so_far):
            effect: Effect = site.record
            yield from (("flag", f) for f in (effect.set_flag, effect.clear_flag) if f)
            if effect.track:
                yield "track", effect.track


def _decided(site: Site, so_far: Hands) -> bool:
    """Whether it depends on the delegations that an effect works."""
    effect: Effect = site.record
    if so_far.touch(effect.when) or effect.borne_by:
        return True
    for record in site.around:
        if isinstance(record, ClauseKind | PledgeKind | Absence | Reaction):
            return True
        if isinstance(record, Happening | Stage) and so_far.touch(record.when):
            return True
    return False


def _leaves(condition: Condition) -> Iterator[Condition]:
    for inner in condition.of:
        yield from _leaves(inner)
    if not condition.of:
        yield condition
