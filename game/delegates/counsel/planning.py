"""What a veteran searches for: the text or the change of one that serves its objectives best and may carry.

The search is over single clauses and pairs, over texts the pack holds ready, and over additions to and
deletions from what waits. It ends after a fixed number of looks, so that it is quick and repeats itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product
from typing import NamedTuple

from game.delegates.counsel.courting import UNITING
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import PROMISING, Outlook, coming
from game.delegates.knowledge.reckoning import said
from game.session import actions as a
from game.session.scenario import Clause, ClauseKind
from game.session.state import Draft

LOOKS = 48
"""Texts that are judged in one search at the most."""
DEAREST_FEW = 5
"""Clauses that are tried in pairs."""
SWEETENERS = 3
"""Clauses that others like, tried beside one that serves."""
STRIKES = 0.4
"""What must be had by it, in objectives, before a veteran strikes at what a text says."""
LITTLE = 4.0
"""How far, in points of a track, a modest clause may move the world."""
AGAIN = 0.35
"""The odds from which a text that has failed once is tried again."""


class Course(NamedTuple):
    """An act, and what it promises in objectives."""

    gain: float
    act: a.Action


class Change(NamedTuple):
    """A change to a text: how it is moved, the clauses it leads to, and the clause it adds or strikes out."""

    act: a.MoveAmendment
    after: tuple[Clause, ...]
    clause: Clause


def best(o: Occasion, look: Outlook) -> a.Action | None:
    """Return the most promising act with the floor: a new text or a change; None when nothing promises."""
    if not look.aims.bearing:
        return None
    courses = [*islice(_searched(o, look), LOOKS)]
    promising = [x for x in courses if x is not None and x.gain >= PROMISING]
    promising.sort(key=lambda x: -x.gain)
    return o.first(*[x.act for x in promising])


def _searched(o: Occasion, look: Outlook) -> Iterator[Course | None]:
    """Yield each course that is looked at; None stands for one that is not open to the seat."""
    serving = _serving(o, look)
    yield from _changes(o, look, serving)
    yield from _stored(o, look)
    if o.view.house.prewritten:
        yield from (_tabled(o, look, clauses) for clauses in _composed(o, look, serving))


def awaited(o: Occasion) -> frozenset[str]:
    """Return the clauses of texts that others are known to bring, at a later date or at this.

    What comes in its own time is better carried then: to ask for it sooner may only set the table against it.
    """
    return frozenset(c.kind for text in coming(o) for c in text.clauses)


def waiting(o: Occasion) -> frozenset[str]:
    """Return the clauses that stand in a text before the Council, or that somebody asks for in one."""
    asked = (x.clause for x in o.chamber.amendments.values() if x.clause is not None)
    return frozenset(c.kind for d, _ in o.dossier.texts() for c in d.clauses).union(c.kind for c in asked)


def _serving(o: Occasion, look: Outlook) -> list[Clause]:
    """Return the operative clauses that serve an objective, are not asked for yet, and may be written now."""
    asked = waiting(o) | awaited(o)
    missing = [Clause(k.id) for k in look.aims.kinds if k.part == "operative" and k.id not in asked]
    return [c for c in missing if o.docket.writable(c.kind) and look.wants(o, (c,))]


def modest(kind: ClauseKind) -> bool:
    """Say whether a clause asks little: it makes no demand, raises no flag and moves no track far."""
    if kind.part != "operative" or kind.demand is not None:
        return False
    return not any(x.set_flag or x.clear_flag or abs(x.by) > LITTLE or x.to is not None for x in kind.effects)


# -- new texts -----------------------------------------------------------------------------------------------
def _stored(o: Occasion, look: Outlook) -> Iterator[Course | None]:
    """Look at the texts the pack holds for this moment."""
    here, late = {d.stored for d in o.chamber.drafts.values()}, awaited(o)
    for text in o.lexicon.drafts.values():
        timely = text.stage in (o.chamber.stage_id, "") or o.seat in text.sponsors
        if not timely or text.id in here or any(c.kind in late for c in text.clauses):
            continue
        if look.wants(o, text.clauses, text.id):
            yield _tabled(o, look, text.clauses, text.id)


def _tabled(o: Occasion, look: Outlook, clauses: tuple[Clause, ...], stored: str = "") -> Course | None:
    if weighed(o.mandate, clauses).line or _stopped(o, look, clauses):
        return None
    prospect = look.of(o, clauses, stored)
    if prospect.odds < AGAIN and any(c.kind in o.chamber.failed for c in clauses):
        return None
    act = a.TableDraft(o.seat, stored=stored) if stored else a.TableDraft(o.seat, clauses=clauses)
    return Course(prospect.gain, act)


def _stopped(o: Occasion, look: Outlook, clauses: tuple[Clause, ...]) -> bool:
    """Say whether a veto stopped what serves in a text, with no Assembly yet that may act in its stead."""
    if o.chamber.date >= UNITING:
        return False
    return any(c.kind in o.chamber.vetoed and c.kind in look.aims.bearing for c in clauses)


def _composed(o: Occasion, look: Outlook, serving: list[Clause]) -> Iterator[tuple[Clause, ...]]:
    """Yield texts of the seat's own: each clause that serves, alone and beside another that helps."""
    ranked = sorted(serving, key=lambda c: -look.stake((c,)))
    yield from ((c,) for c in ranked)
    few = ranked[:DEAREST_FEW]
    liked = _liked(o, look, few) if few else []
    kinds = o.lexicon.kinds
    for one, other in (*combinations(few, 2), *product(few[:2], liked)):
        if kinds[one.kind].nature == kinds[other.kind].nature:
            yield one, other


def _liked(o: Occasion, look: Outlook, but: list[Clause]) -> list[Clause]:
    """The modest clauses that would carry best beside another and are news; the seat must favour them."""
    taken = (awaited(o) | waiting(o) | o.chamber.adopted).union(c.kind for c in but)
    others = [Clause(k.id) for k in o.lexicon.kinds.values() if modest(k) and k.id not in taken]
    fair = [c for c in others if o.mandate.stand(c).attitude >= 1.0 and o.docket.writable(c.kind)]
    fair.sort(key=lambda c: (-look.alone(o, c), c.kind))
    return fair[:SWEETENERS]


# -- changes -------------------------------------------------------------------------------------------------
def _changes(o: Occasion, look: Outlook, serving: list[Clause]) -> Iterator[Course | None]:
    added = [c for c in serving if o.mandate.stand(c).line is None]
    for draft, w in o.dossier.texts():
        if draft.symbol in o.memory.moved or draft.form != "resolution":
            continue
        changes = [*_additions(o, draft, added), *_deletions(o, look, draft)]
        if changes:
            told = said(o, draft)
            before = look.of(o, draft.clauses, draft.stored, told.get(o.seat, w.vote), told).gain
            yield from (_changed(o, look, draft, before, change) for change in changes)


def _additions(o: Occasion, draft: Draft, added: list[Clause]) -> Iterator[Change]:
    for clause in added:
        act = a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), clause)
        if o.lawful(act):
            yield Change(act, (*draft.clauses, clause), clause)


def _deletions(o: Occasion, look: Outlook, draft: Draft) -> Iterator[Change]:
    for place, clause in enumerate(draft.clauses):
        left = (*draft.clauses[:place], *draft.clauses[place + 1 :])
        if left and (clause.kind in look.aims.bearing or _own(o, draft)):
            yield Change(a.MoveAmendment(o.seat, draft.symbol, "delete", place), left, clause)


def _changed(o: Occasion, look: Outlook, draft: Draft, before: float, change: Change) -> Course | None:
    """Return what a change promises, if it is enough; how likely it is to be made is only asked then."""
    adds = change.act.change == "add"
    gain, least = look.of(o, change.after, draft.stored).gain - before, PROMISING if adds else STRIKES
    if gain >= least and not _own(o, draft):
        alone = look.alone(o, change.clause)
        gain *= alone if adds else 1.0 - alone
    return Course(gain, change.act) if gain >= least else None


def _own(o: Occasion, draft: Draft) -> bool:
    """Say whether a change to a text is the seat's own to make."""
    return draft.sponsors == (o.seat,)
