"""The collective-security model parts the world without overlap and adjusts what there is to adjust.

A state stands in one group; `"*"`, every state no other group names, stands once. An adjustment's `what` is a
term at the top of the file, and further in one of the qualities of the place where it stands.

PASS
    # security.yaml
    groups: {victim: {states: ROK}}

FAIL
    # security.yaml
    groups: {victim: {states: [ROK, PRK]}}

FAIL
    # security.yaml
    groups: {leader: {adjust: [{when: {adopted: assistance}, what: wiling, by: 0.3}]}}

FAIL
    # security.yaml
    adjust: [{when: always, what: fairness, by: 0.1}]

FAIL
    # security.yaml
    groups: {victim: {willing: 1.5}}

PASS
    # security.yaml
    measures: {assistance: {shares: {leader: 0.6, rest: 0.3}}}

FAIL
    # security.yaml
    measures: {assistance: {shares: {leader: 0.6, rest: 0.6}}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches

from game.packs.walk import Fault, Pack, Site
from game.world.powers import (
    Adjustment,
    Attribution,
    Finding,
    GreatPower,
    Group,
    Impartiality,
    Observance,
    Preponderance,
    SecurityModel,
    Universality,
    Willingness,
)
from game.world.security import TERMS

FILE = "security.yaml"

QUALITIES: Mapping[type, tuple[str, ...]] = {
    SecurityModel: TERMS,
    Group: ("renounces", "observes", "willing", "backs"),
    Attribution: ("evidence", "denial"),
    Willingness: ("needed", "given"),
    GreatPower: ("inside",),
    Impartiality: ("base",),
}
"""Where an adjustment stands -> what it may move."""
_BARE = frozenset({GreatPower, Impartiality})
"""Places with one quality only, which an adjustment need not name."""

_SHARES: Mapping[type, tuple[str, ...]] = {
    Group: ("renounces", "observes", "willing", "backs", "power", "trade"),
    Finding: ("value", "majority"),
    Attribution: ("unfound", "vetoed", "evidence", "denial"),
    Willingness: ("breadth",),
    Observance: ("unbidden",),
    Preponderance: ("full", "alone"),
    GreatPower: ("inside", "power"),
    Universality: ("absent",),
    Impartiality: ("base", "trust"),
    SecurityModel: ("weakest", "floor"),
}
"""Numbers that are shares from 0 to 1."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield states in two groups, adjustments of nothing, and shares beyond 0 to 1."""
    yield from _groups(pack.scenario.sealed.security)
    for site in pack.of(Adjustment):
        yield from _adjustment(site)
    for measure in pack.scenario.sealed.security.measures:
        total = sum(measure.shares.values())
        if not 0 <= total <= 1.005 or any(share < 0 for share in measure.shares.values()):
            what = f"The shares of {measure.id} add up to {total:g}."
            yield Fault(FILE, ("measures", measure.id, "shares"), what, "Shares are from 0 to 1 in all.")
    for site in pack.sites:
        for name in _SHARES.get(type(site.record), ()):
            value = getattr(site.record, name)
            if value is not None and not 0 <= value <= 1.02:
                what = f"{name} is {value:g} and should be a share from 0 to 1."
                yield Fault(site.file, (*site.path, name), what, "Write 1 for all and 0 for none.")


def _groups(model: SecurityModel) -> Iterator[Fault]:
    owner: dict[str, str] = {}
    for group in model.groups:
        twice = sorted(code for code in group.states if owner.setdefault(code, group.id) != group.id)
        if twice:
            few = ", ".join(twice[:5]) + (" and others" if len(twice) > 5 else "")
            what = f"{few} stand in {group.id} and in {owner[twice[0]]}."
            yield Fault(FILE, ("groups", group.id, "states"), what, "Name each state once.")


def _adjustment(site: Site) -> Iterator[Fault]:
    home = type(site.around[-1])
    offered = QUALITIES.get(home, ())
    what = site.record.what
    if what in offered or (not what and home in _BARE):
        return
    near = get_close_matches(what, offered, 1, 0.5)
    remedy = f"Did you mean {near[0]}?" if near else f"Write one of: {', '.join(offered)}."
    said = f"An adjustment here cannot move {what}." if what else "The adjustment does not say what it moves."
    yield Fault(site.file, (*site.path, "what"), said, remedy)


def shares_named() -> bool:
    """Whether every quality and share named above is a field of its record (a test asks)."""
    tables = {k: v for k, v in QUALITIES.items() if k is not SecurityModel}
    return all(
        set(names) <= {f.name for f in fields(record)}
        for table in (tables, _SHARES)
        for record, names in table.items()
    )
