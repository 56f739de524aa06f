"""Whatever is named exists: issues, clauses, drafts, stages, seats, parties, tracks, terms, sources ...

A misspelt track would move nothing and a misspelt clause could never be adopted, so every name is looked up,
in conditions too. `{voted: "s-1508:USA:yes"}` is a clause or draft, a seat and a vote; `{pledged: troops}`
may be `troops:USA`.

PASS
    # happenings.yaml
    seoul-falls: {when: {all: [{stage: assistance}, {track: front, at_most: 85}]}}

FAIL
    # happenings.yaml
    seoul-falls: {when: {all: [{stage: assistance}, {track: frnt, at_most: 85}]}}

FAIL
    # happenings.yaml
    seoul-falls: {when: {voted: "s-1508:USA"}}

FAIL
    # drafts.yaml
    s-1501: {sponsors: [USA, SPAIN]}

FAIL
    # clauses.yaml
    breach: {issues: {breech: 2}}

FAIL
    # stages.yaml
    invasion: {sources: newspaper}

FAIL
    # debrief.yaml
    historical_tracks: {invasion: {frnt: 80}}

FAIL
    # delegations.yaml
    contested: {CHI: Another claims the seat.}

FAIL
    # debrief.yaml
    deeds: [{stage: assistance, act: pledge, what: tropps, seats: [USA]}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from game.packs.checks.things import BY_CONDITION, BY_FIELD, things_of
from game.packs.walk import Fault, Pack, Site
from game.rules.bodies import Vote
from game.session.scenario import Clause, Deed
from game.world.conditions import Condition


def check(pack: Pack) -> Iterator[Fault]:
    """Yield every name that names nothing."""
    known = things_of(pack)
    by_record: dict[type, list[tuple[str, str]]] = {}
    for (record, field), kinds in BY_FIELD.items():
        by_record.setdefault(record, []).append((field, kinds))
    for site in pack.sites:
        if isinstance(site.record, Condition):
            yield from _condition(site, known)
        elif isinstance(site.record, Clause):
            yield from _choices(pack, site)
        elif isinstance(site.record, Deed) and site.record.act in _DONE:
            yield from _field(site, "what", _DONE[site.record.act], known)
        for field, kinds in by_record.get(type(site.record), ()):
            yield from _field(site, field, kinds, known)
    yield from _tops(pack, known)


_DONE = {"pledge": "pledge", "agreed": "draft"}
"""Acts of history's line that name what was done: the kind of thing."""


def _tops(pack: Pack, known: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    """What the files name at their top, outside any record."""
    sealed = pack.scenario.sealed
    here = Site("pack.yaml", (), None)
    yield from _lookup(here, ("presides", 0), pack.scenario.open.presides[0], "seat", known)
    seated = Site("delegations.yaml", (), None)
    for seat in sealed.contested:
        yield from _lookup(seated, ("contested", seat), seat, "seat", known, key=True)
    there = Site("debrief.yaml", (), None)
    for field in ("historical_terms", "historical_why"):
        for term in getattr(sealed, field):
            yield from _lookup(there, (field, term), term, "term|credibility", known, key=True)
    for stage, tracks in sealed.historical_tracks.items():
        path = ("historical_tracks", stage)
        yield from _lookup(there, path, stage, "stage", known, key=True)
        for track in tracks:
            yield from _lookup(there, (*path, track), track, "track", known, key=True)


def _field(site: Site, field: str, kinds: str, known: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    value = getattr(site.record, field)
    path = (*site.path, field)
    if isinstance(value, str):
        if value:
            yield from _lookup(site, path, value, kinds, known)
    elif isinstance(value, dict):
        for key in value:
            yield from _lookup(site, (*path, key), key, kinds, known, key=True)
    else:
        for place, name in enumerate(value):
            yield from _lookup(site, (*path, place), name, kinds, known)


def _lookup(
    site: Site, path: tuple[str | int, ...], name: str, kinds: str, known: Mapping[str, frozenset[str]],
    *, key: bool = False,
) -> Iterator[Fault]:  # fmt: skip
    """Yield a fault when none of the `kinds` (words with | between) has a thing of this name."""
    words = kinds.split("|")
    offered = frozenset[str]().union(*(known[w] for w in words))
    if name in offered:
        return
    near = get_close_matches(name, offered, 1, 0.6)
    few = (
        f"Known: {', '.join(sorted(offered))}." if 0 < len(offered) <= 15 else "Add it, or take the name out."
    )
    what = f"There is no {' or '.join(words)} called {name}."
    yield Fault(site.file, path, what, f"Did you mean {near[0]}?" if near else few, key=key)


def _condition(site: Site, known: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    condition: Condition = site.record
    path = (*site.path, condition.kind)
    if condition.kind == "voted":
        yield from _voted(site, path, known)
    elif condition.kind in ("pledged", "arrived"):
        kind, *seats = condition.name.split(":", 1)
        yield from _lookup(site, path, kind, "pledge", known)
        for seat in seats:
            yield from _lookup(site, path, seat, "seat", known)
    elif condition.name and condition.kind in BY_CONDITION:
        yield from _lookup(site, path, condition.name, BY_CONDITION[condition.kind], known)


def _voted(site: Site, path: tuple[str | int, ...], known: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    parts = site.record.name.split(":")
    if len(parts) != 3:
        what = f"{site.record.name} is not a text, a seat and a vote."
        yield Fault(site.file, path, what, 'Write it as "s-1508:USA:yes", in quotes.')
        return
    subject, seat, vote = parts
    yield from _lookup(site, path, subject, "clause|draft", known)
    yield from _lookup(site, path, seat, "seat", known)
    if vote not in set(Vote):
        yield Fault(site.file, path, f"{vote} is not a vote.", f"Write one of: {', '.join(Vote)}.")


def _choices(pack: Pack, site: Site) -> Iterator[Fault]:
    """The parameters a clause of a draft chooses for, and its choices, belong to its kind."""
    clause: Clause = site.record
    kind = pack.scenario.clause.get(clause.kind)
    if kind is None:
        return
    offered = {p.id: frozenset(c.id for c in p.choices) for p in kind.parameters}
    for name, choice in clause.choices.items():
        path = (*site.path, "choices", name)
        if name not in offered:
            what = f"The clause {kind.id} has no parameter called {name}."
            yield Fault(site.file, path, what, f"Known: {', '.join(offered) or 'none'}.", key=True)
        else:
            yield from _lookup(site, path, choice, "choice", {"choice": offered[name]})
