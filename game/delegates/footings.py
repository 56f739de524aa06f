"""What a seat knows of the facts that objectives ask about, and what a text would make of them.

The published measures, the record and what a pack openly says of its clauses are read, and nothing else: no
secret happening, no store of a pack. What may or may not follow is reckoned by a share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from game.session.facts import ASSEMBLY, ASSEMBLY_ADOPTED, ASSEMBLY_CALLED, ITEM, ITEM_REMOVED
from game.session.scenario import ClauseKind
from game.session.state import Chamber
from game.session.views import View
from game.world.outside import Effect

LASTING = 3.0
"""How many stages an effect that is repeated at each is reckoned to last."""
BORNE = 0.4
"""The share of a measure that is reckoned to bite."""
MAYBE = 0.5
"""How likely an effect is that asks for more than its clause."""
HEEDED = 0.35
"""How likely a demand is reckoned to be complied with."""
REFERRED = 0.6
"""How likely the Assembly is to adopt what the Council turns to it for."""
CALLED = "referral"
"""The character of a clause by which the Council turns to the Assembly."""
REMOVED = "removal"


_Known = TypeVar("_Known")


class Footing(Struct, gc=False):
    """What objectives ask about, as far as a seat knows it; `flags` tells how surely each is up (0 to 1).

    Secret happenings, and flags that only the pack's store can raise, it does not know.
    """

    tracks: Mapping[str, float]
    terms: Mapping[str, float]
    standing: Mapping[str, float]
    flags: Mapping[str, float]
    adopted: frozenset[str]
    agreed: frozenset[str]
    failed: frozenset[str]
    vetoed: frozenset[str]
    lapsed: frozenset[str]
    invited: frozenset[str]
    absent: frozenset[str]
    happened: frozenset[str]
    votes: Mapping[str, Mapping[str, str]]
    pledged: Mapping[str, float]


def follows(kind: ClauseKind) -> tuple[Effect, ...]:
    """Return whatever may follow openly from a clause: its effects, and those of being heeded or defied."""
    asked = (*kind.demand.if_complies, *kind.demand.if_defies) if kind.demand is not None else ()
    return (*kind.effects, *kind.if_vetoed, *kind.if_failed, *asked)


def footing(view: View, kinds: Mapping[str, ClauseKind]) -> Footing:
    """Return what a seat knows of what objectives ask about."""
    c = view.chamber
    pledged: dict[str, float] = {}
    for seat, given in c.pledges.items():
        for kind, units in given.items():
            pledged[kind] = pledged.get(kind, 0.0) + units
            pledged[f"{kind}:{seat}"] = units
    carried = c.adopted | c.passed
    issued = [d for d in c.drafts.values() if d.status == "issued"]
    stated = [x for d in issued for x in (d.stored, *(clause.kind for clause in d.clauses)) if x]
    return Footing(
        tracks=view.tracks,
        terms=view.terms,
        standing=view.standings,
        flags=_raised(c, kinds),
        adopted=carried,
        agreed=carried.union(stated) if stated else carried,
        failed=c.failed,
        vetoed=c.vetoed,
        lapsed=frozenset(),
        invited=c.invited,
        absent=frozenset(c.absent),
        happened=frozenset(view.happened),
        votes=c.subjects,
        pledged=pledged,
    )


def narrowed(f: Footing, asked: Mapping[str, frozenset[str]]) -> Footing:
    """Return what of a footing tests ask about, by their kind (`Aims.asked`)."""
    carried = asked["adopted"] | asked["agreed"] | asked["lapsed"]
    return Footing(
        tracks=_only(f.tracks, asked["track"]),
        terms=_only(f.terms, asked["term"]),
        standing=_only(f.standing, asked["standing"]),
        flags=_only(f.flags, asked["flag"]),
        adopted=f.adopted & carried,
        agreed=f.agreed & carried,
        failed=f.failed & asked["failed"],
        vetoed=f.vetoed & asked["vetoed"],
        lapsed=f.lapsed & asked["lapsed"],
        invited=f.invited & asked["invited"],
        absent=f.absent & asked["absent"],
        happened=f.happened & asked["happened"],
        votes=_only(f.votes, asked["voted"]),
        pledged=_only(f.pledged, asked["pledged"]),
    )


def _only(known: Mapping[str, _Known], names: frozenset[str]) -> Mapping[str, _Known]:
    return {name: known[name] for name in names if name in known}


def _raised(c: Chamber, kinds: Mapping[str, ClauseKind]) -> Mapping[str, float]:
    """Return the flags that what was done has raised, as far as that is open."""
    flags: dict[str, float] = {}
    for id in c.adopted:
        _flagged(flags, kinds[id].effects if id in kinds else ())
    if c.assembly:
        flags[ASSEMBLY_CALLED] = 1.0
    if not c.seized:
        flags[ITEM_REMOVED] = 1.0
    flags.update((f"{ITEM}{item}", 1.0) for item in c.conduct.taken_up)
    for draft in c.drafts.values() if c.plenary is not None else ():
        if draft.status == "recommended":
            flags[ASSEMBLY_ADOPTED] = 1.0
            names = (draft.stored, *(clause.kind for clause in draft.clauses))
            flags.update((f"{ASSEMBLY}{name}", 1.0) for name in names if name)
    return flags


def _flagged(flags: dict[str, float], effects: Iterable[Effect], share: float = 1.0) -> None:
    """Raise and lower flags as effects would, as surely as they come."""
    for x in effects:
        odds = share * (MAYBE if x.when is not None else 1.0)
        if x.set_flag:
            flags[x.set_flag] = max(flags.get(x.set_flag, 0.0), odds)
        if x.clear_flag:
            flags[x.clear_flag] = flags.get(x.clear_flag, 0.0) * (1.0 - odds)


# -- what would be -------------------------------------------------------------------------------------------
def adopted(f: Footing, kinds: tuple[ClauseKind, ...], stored: str, votes: Mapping[str, str]) -> Footing:
    """Return the footing once a text of these clauses, a text of the pack maybe, is adopted so."""
    names = [k.id for k in kinds]
    if stored:
        names.append(stored)
    effects = [x for k in kinds for x in k.effects]
    heeded = [x for k in kinds if k.demand is not None for x in k.demand.if_complies]
    defied = [x for k in kinds if k.demand is not None for x in k.demand.if_defies]
    tracks = moved(moved(moved(f.tracks, effects), heeded, HEEDED), defied, 1.0 - HEEDED)
    invited = [k.invites for k in kinds if k.invites]
    lifted = [id for k in kinds for id in k.lifts if id in f.adopted]
    return replace(
        f,
        tracks=tracks,
        standing=_regarded(f.standing, effects),
        flags=_with_flags(f.flags, kinds, effects, heeded, defied),
        adopted=f.adopted.difference(lifted).union(names),
        agreed=f.agreed.difference(lifted).union(names),
        lapsed=f.lapsed.union(lifted),
        invited=f.invited.union(invited) if invited else f.invited,
        votes={**f.votes, **dict.fromkeys(names, votes)},
    )


def _with_flags(
    flags: Mapping[str, float],
    kinds: tuple[ClauseKind, ...],
    effects: list[Effect],
    heeded: list[Effect],
    defied: list[Effect],
) -> Mapping[str, float]:
    after = dict(flags)
    _flagged(after, effects)
    _flagged(after, heeded, HEEDED)
    _flagged(after, defied, 1.0 - HEEDED)
    characters = {k.character for k in kinds}
    if CALLED in characters:
        after[ASSEMBLY_CALLED] = 1.0
        after[ASSEMBLY_ADOPTED] = max(REFERRED, after.get(ASSEMBLY_ADOPTED, 0.0))
    if REMOVED in characters:
        after[ITEM_REMOVED] = 1.0
    return after


def lost(
    f: Footing, kinds: tuple[ClauseKind, ...], stored: str, votes: Mapping[str, str], *, vetoed: bool
) -> Footing:
    """Return the footing once a text of these clauses failed by these votes, or was vetoed."""
    names = [k.id for k in kinds]
    if stored:
        names.append(stored)
    effects = [x for k in kinds for x in (k.if_vetoed if vetoed else k.if_failed)]
    flags = f.flags
    if any(x.set_flag or x.clear_flag for x in effects):
        raised = dict(flags)
        _flagged(raised, effects)
        flags = raised
    return replace(
        f,
        tracks=moved(f.tracks, effects),
        standing=_regarded(f.standing, effects),
        flags=flags,
        failed=f.failed.union(names),
        vetoed=f.vetoed.union(names) if vetoed else f.vetoed,
        votes={**f.votes, **dict.fromkeys(names, votes)},
    )


def moved(tracks: Mapping[str, float], effects: Iterable[Effect], scale: float = 1.0) -> Mapping[str, float]:
    """Return tracks as effects would leave them, as far as can be seen beforehand."""
    moving = [x for x in effects if x.track in tracks]
    if not moving:
        return tracks
    after = dict(tracks)
    for x in moving:
        by = x.by * scale * (LASTING if x.each_stage else 1.0) * (BORNE if x.borne_by else 1.0)
        to = after[x.track] + by if x.to is None else x.to
        after[x.track] = min(100.0, max(0.0, to))
    return after


def _regarded(standing: Mapping[str, float], effects: Iterable[Effect]) -> Mapping[str, float]:
    moving = [x for x in effects if x.seat and x.standing]
    if not moving:
        return standing
    after = dict(standing)
    for x in moving:
        after[x.seat] = after.get(x.seat, 0.0) + x.standing
    return after
