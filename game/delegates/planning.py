"""What a veteran searches for: the text or the change of one that serves its objectives best and may carry.

The search is over single clauses and pairs, over texts the pack holds ready, and over additions to and
deletions from what waits. It ends after a fixed number of looks, so that it is quick and repeats itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

from game.delegates.occasion import Occasion
from game.delegates.prospects import PROMISING, Outlook, coming
from game.delegates.reckoning import said
from game.delegates.weighing import weighed
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
AGAIN = 0.35
"""The odds from which a text that has failed once is tried again."""


class Course(NamedTuple):
    """An act, and what it promises in objectives."""

    gain: float
    act: a.Action


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
    yield from _changes(o, look)
    yield from _stored(o, look)
    if o.view.house.prewritten:
        yield from (_tabled(o, look, clauses) for clauses in _composed(o, look))


def awaited(o: Occasion) -> frozenset[str]:
    """Return the clauses of texts that others are known to bring, at a later date or at this.

    What comes in its own time is better carried then: to ask for it sooner may only set the table against it.
    """
    return frozenset(c.kind for text in coming(o) for c in text.clauses)


def waiting(o: Occasion) -> frozenset[str]:
    """Return the clauses that stand in a text before the Council already."""
    return frozenset(c.kind for d, _ in o.dossier.texts() for c in d.clauses)


def _asked(o: Occasion, look: Outlook) -> list[ClauseKind]:
    """Return the operative clauses that bear on an objective and may be written now."""
    return [k for k in look.aims.kinds if k.part == "operative" and o.docket.writable(k.id)]


# -- new texts -----------------------------------------------------------------------------------------------
def _stored(o: Occasion, look: Outlook) -> Iterator[Course | None]:
    """Look at the texts the pack holds for this moment."""
    here, late = {d.stored for d in o.chamber.drafts.values()}, awaited(o)
    for text in o.lexicon.drafts.values():
        timely = text.stage in (o.chamber.stage_id, "") or o.seat in text.sponsors
        if timely and text.id not in here and look.wants(o, text.clauses, text.id):
            if any(c.kind in late for c in text.clauses):
                continue
            yield _tabled(o, look, text.clauses, text.id)


def _tabled(o: Occasion, look: Outlook, clauses: tuple[Clause, ...], stored: str = "") -> Course | None:
    if weighed(o.mandate, clauses).line:
        return None
    prospect = look.of(o, clauses, stored)
    if prospect.odds < AGAIN and any(c.kind in o.chamber.failed for c in clauses):
        return None
    act = a.TableDraft(o.seat, stored=stored) if stored else a.TableDraft(o.seat, clauses=clauses)
    return Course(prospect.gain, act)


def _composed(o: Occasion, look: Outlook) -> Iterator[tuple[Clause, ...]]:
    """Yield texts of the seat's own: each clause that serves, alone and beside another that helps."""
    waits = waiting(o) | awaited(o)
    stakes = [(look.stake((Clause(k.id),)), k) for k in _asked(o, look) if k.id not in waits]
    ranked = [k for stake, k in sorted(stakes, key=lambda x: -x[0]) if stake >= PROMISING]
    serving = [k for k in ranked if look.wants(o, (Clause(k.id),))]
    yield from ((Clause(k.id),) for k in serving)
    few = serving[:DEAREST_FEW]
    liked = _liked(o, look, few) if few else []
    for one, other in (*combinations(few, 2), *((k, s) for k in few[:2] for s in liked)):
        if one.nature == other.nature:
            yield Clause(one.id), Clause(other.id)


def _liked(o: Occasion, look: Outlook, but: list[ClauseKind]) -> list[ClauseKind]:
    """The clauses that would carry best beside another; the seat itself must favour them."""
    taken = {k.id for k in but}
    fair = [
        k
        for k in o.lexicon.kinds.values()
        if k.part == "operative" and k.id not in taken and o.mandate.stand(Clause(k.id)).attitude >= 1.0
    ]
    fair = [k for k in fair if o.docket.writable(k.id)]
    fair.sort(key=lambda k: (-look.alone(o, Clause(k.id)), k.id))
    return fair[:SWEETENERS]


# -- changes -------------------------------------------------------------------------------------------------
def _changes(o: Occasion, look: Outlook) -> Iterator[Course | None]:
    for draft, w in o.dossier.texts():
        if draft.symbol in o.memory.moved or draft.form != "resolution":
            continue
        told = said(o, draft)
        before = look.of(o, draft.clauses, draft.stored, told.get(o.seat, w.vote), told).gain
        yield from _additions(o, look, draft, before)
        yield from _deletions(o, look, draft, before)


def _additions(o: Occasion, look: Outlook, draft: Draft, before: float) -> Iterator[Course | None]:
    present = waiting(o) | awaited(o)
    for kind in _asked(o, look):
        clause = Clause(kind.id)
        if kind.id in present or not look.wants(o, (clause,)) or o.mandate.stand(clause).line is not None:
            continue
        act = a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), clause)
        if not o.lawful(act):
            continue
        after = look.of(o, (*draft.clauses, clause), draft.stored).gain
        chance = 1.0 if _own(o, draft) else look.alone(o, clause)
        yield Course((after - before) * chance, act)


def _deletions(o: Occasion, look: Outlook, draft: Draft, before: float) -> Iterator[Course | None]:
    for place, clause in enumerate(draft.clauses):
        left = (*draft.clauses[:place], *draft.clauses[place + 1 :])
        if not left or (clause.kind not in look.aims.bearing and not _own(o, draft)):
            continue
        after = look.of(o, left, draft.stored).gain
        act = a.MoveAmendment(o.seat, draft.symbol, "delete", place)
        chance = 1.0 if _own(o, draft) else 1.0 - look.alone(o, clause)
        gain = (after - before) * chance
        yield Course(gain, act) if gain >= STRIKES else None


def _own(o: Occasion, draft: Draft) -> bool:
    """Say whether a change to a text is the seat's own to make."""
    return draft.sponsors == (o.seat,)
