"""What a seat knows of the facts that objectives ask about, and what a text would make of them.

The published measures, the record and what a pack openly says of its clauses are read, and nothing else: no
secret happening, no store of a pack. What may or may not follow is reckoned by a share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from typing import TypeAlias, TypeVar

from msgspec import Struct

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


Asked: TypeAlias = Mapping[str, frozenset[str]]
"""What objectives ask about, by kind of test (`Aims.asked`): a footing holds no more."""
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


def footing(view: View, kinds: Mapping[str, ClauseKind], asked: Asked) -> Footing:
    """Return what a seat knows of what objectives ask about."""
    c = view.chamber
    carried = c.adopted | c.passed
    issued = [d for d in c.drafts.values() if d.status == "issued"]
    stated = [x for d in issued for x in (d.stored, *(clause.kind for clause in d.clauses)) if x]
    adoptions = asked["adopted"] | asked["agreed"] | asked["lapsed"]
    return Footing(
        tracks=_only(view.tracks, asked["track"]),
        terms=_only(view.terms, asked["term"]),
        standing=_only(view.standings, asked["standing"]),
        flags=_only(_raised(c, kinds), asked["flag"]) if asked["flag"] else {},
        adopted=carried & adoptions,
        agreed=carried.union(stated) & adoptions,
        failed=c.failed & asked["failed"],
        vetoed=c.vetoed & asked["vetoed"],
        lapsed=frozenset(),
        invited=c.invited & asked["invited"],
        absent=asked["absent"].intersection(c.absent),
        happened=asked["happened"].intersection(view.happened),
        votes=_only(c.subjects, asked["voted"]),
        pledged=_only(_pledged(c), asked["pledged"]) if asked["pledged"] else {},
    )


def _pledged(c: Chamber) -> Mapping[str, float]:
    """Return the units pledged, by kind of pledge and by `kind:SEAT`."""
    pledged: dict[str, float] = {}
    for seat, given in c.pledges.items():
        for kind, units in given.items():
            pledged[kind] = pledged.get(kind, 0.0) + units
            pledged[f"{kind}:{seat}"] = units
    return pledged


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
class Purport:
    """What a text would bring about, as far as objectives ask about it: read from its clauses once."""

    __slots__ = (
        "_failing",
        "_vetoed",
        "calls",
        "defied",
        "effects",
        "heeded",
        "invites",
        "lifts",
        "names",
        "removes",
        "voted",
    )

    def __init__(self, kinds: tuple[ClauseKind, ...], stored: str, asked: Asked) -> None:
        """Read a text of these clauses, a text of the pack maybe."""
        self.names = frozenset([k.id for k in kinds]) | ({stored} if stored else set())
        demands = [k.demand for k in kinds if k.demand is not None]
        self.effects = _bearing([x for k in kinds for x in k.effects], asked)
        self.heeded = _bearing([x for demand in demands for x in demand.if_complies], asked)
        self.defied = _bearing([x for demand in demands for x in demand.if_defies], asked)
        self._failing = _bearing([x for k in kinds for x in k.if_failed], asked)
        self._vetoed = _bearing([x for k in kinds for x in k.if_vetoed], asked)
        self.invites = frozenset([k.invites for k in kinds if k.invites])
        self.lifts = frozenset([id for k in kinds for id in k.lifts])
        self.calls = any(k.character == CALLED for k in kinds)
        self.removes = any(k.character == REMOVED for k in kinds)
        self.voted = self.names & asked["voted"]

    def if_lost(self, *, vetoed: bool) -> tuple[Effect, ...]:
        """Return the effects of its failure, or of a veto."""
        return self._vetoed if vetoed else self._failing


def _bearing(effects: Iterable[Effect], asked: Asked) -> tuple[Effect, ...]:
    """Return the effects on what is asked about."""
    tracks, flags, seats = asked["track"], asked["flag"], asked["standing"]
    return tuple(
        [
            x
            for x in effects
            if x.track in tracks or x.set_flag in flags or x.clear_flag in flags or x.seat in seats
        ]
    )


def adopted(f: Footing, text: Purport, votes: Mapping[str, str]) -> Footing:
    """Return the footing once a text is adopted by these votes."""
    after = copy(f)
    lifted = text.lifts & f.adopted
    after.adopted = f.adopted.difference(lifted) | text.names
    after.agreed = f.agreed.difference(lifted) | text.names
    if lifted:
        after.lapsed = f.lapsed | lifted
    if text.invites:
        after.invited = f.invited | text.invites
    if text.voted:
        after.votes = {**f.votes, **dict.fromkeys(text.voted, votes)}
    if text.effects or text.heeded or text.defied:
        tracks = moved(moved(f.tracks, text.effects), text.heeded, HEEDED)
        after.tracks = moved(tracks, text.defied, 1.0 - HEEDED)
        after.standing = _regarded(f.standing, text.effects)
    after.flags = _with_flags(f.flags, text)
    return after


def _with_flags(flags: Mapping[str, float], text: Purport) -> Mapping[str, float]:
    if not (text.effects or text.heeded or text.defied or text.calls or text.removes):
        return flags
    after = dict(flags)
    _flagged(after, text.effects)
    _flagged(after, text.heeded, HEEDED)
    _flagged(after, text.defied, 1.0 - HEEDED)
    if text.calls:
        after[ASSEMBLY_CALLED] = 1.0
        after[ASSEMBLY_ADOPTED] = max(REFERRED, after.get(ASSEMBLY_ADOPTED, 0.0))
    if text.removes:
        after[ITEM_REMOVED] = 1.0
    return after


def lost(f: Footing, text: Purport, votes: Mapping[str, str], *, vetoed: bool) -> Footing:
    """Return the footing once a text failed by these votes, or was vetoed."""
    after = copy(f)
    after.failed = f.failed | text.names
    if vetoed:
        after.vetoed = f.vetoed | text.names
    if text.voted:
        after.votes = {**f.votes, **dict.fromkeys(text.voted, votes)}
    effects = text.if_lost(vetoed=vetoed)
    if effects:
        raised = dict(f.flags)
        _flagged(raised, effects)
        after.tracks, after.standing, after.flags = (
            moved(f.tracks, effects),
            _regarded(f.standing, effects),
            raised,
        )
    return after


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
