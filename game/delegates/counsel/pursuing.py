"""How a seasoned delegation minds its own objectives: one clause a sitting, in another's text or its own.

It asks for a clause that an objective wants, that its brief would have it vote for, and that is likely to be
carried: in a text that waits, if one decides on the same matters; else, when none is to come and the table is
clear, in a text of its own. What is searched for beyond that is the veteran's craft (`planning`).
"""

from __future__ import annotations

from collections.abc import Iterable

from game.delegates.counsel import amending
from game.delegates.counsel.planning import awaited, modest, waiting
from game.delegates.interests.aims import Aims
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import Outlook, coming, outlook
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Draft

CARRIES = 0.6
"""The odds from which a text is worth putting."""
AT_STAKE = 0.3
"""What must hang on it, in objectives."""
MOST_ADDED = 3
"""Clauses by which a text may grow before no more is asked for in it."""
BESIDE = 1
"""Texts still in the making beside which another is brought."""


def pursue(o: Occasion) -> a.Action | None:
    """Return what the seat does for the one clause of the sitting: it asks for it in a text, or brings it."""
    aims = o.dossier.aims()
    if not aims.kinds or not o.view.house.prewritten or o.chamber.meeting is None:
        return None
    if _ventured(o) or _obtained(o, aims):
        return None
    done = awaited(o) | waiting(o) | o.chamber.adopted | o.chamber.failed
    wanted = [Clause(k.id) for k in aims.kinds if modest(k) and k.id not in done]
    wanted = [c for c in wanted if o.docket.writable(c.kind) and weighed(o.mandate, (c,)).vote == "yes"]
    if not wanted:
        return None
    look = outlook(o)
    wanted = [c for c in wanted if look.stake((c,)) >= AT_STAKE]
    return _joined(o, look, wanted) or _brought(o, look, wanted)


def _joined(o: Occasion, look: Outlook, wanted: list[Clause]) -> a.Action | None:
    """Ask for a clause in a text that waits, where the text is carried with it."""
    for draft in _open(o):
        for clause in wanted:
            after = (*draft.clauses, clause)
            if not _fits(o, clause, draft.clauses):
                continue
            if weighed(o.mandate, after).vote == "yes" and look.of(o, after, draft.stored).odds >= CARRIES:
                act = a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), clause)
                if o.lawful(act):
                    return act
    return None


def _open(o: Occasion) -> list[Draft]:
    """The texts that wait and that the seat would vote for, to which it has not asked for a change yet."""
    texts = [d for d, w in o.dossier.texts() if w.vote == "yes" and d.form == "resolution"]
    return [d for d in texts if d.symbol not in o.memory.moved and not _grown(o, d)]


def _grown(o: Occasion, draft: Draft) -> bool:
    """Say whether as much has been added to a text, or is asked for in it, as may be."""
    stored = o.lexicon.drafts.get(draft.stored)
    asked = sum(x.draft == draft.symbol and x.change == "add" for x in o.chamber.amendments.values())
    return len(draft.clauses) + asked - (len(stored.clauses) if stored else 1) >= MOST_ADDED


def _fits(o: Occasion, clause: Clause, text: Iterable[Clause]) -> bool:
    """Say whether a text decides on all matters that a clause is about."""
    kinds = o.lexicon.kinds
    operative = (kinds[c.kind] for c in text if kinds[c.kind].part == "operative")
    return kinds[clause.kind].issues.keys() <= {issue for k in operative for issue in k.issues}


def _brought(o: Occasion, look: Outlook, wanted: list[Clause]) -> a.Action | None:
    """Bring a clause in a text of its own, if the table is clear and no text is to come that it would fit."""
    if not _clear(o):
        return None
    fit = [d.clauses for d in _open(o)] + [text.clauses for text in coming(o)]
    alone = [c for c in wanted if not any(_fits(o, c, clauses) for clauses in fit)]
    worth = [(look.of(o, (c,)), c) for c in alone]
    likely = sorted((-x.odds, c.kind) for x, c in worth if x.odds >= CARRIES and x.gain > 0)
    return o.first(*(a.TableDraft(o.seat, clauses=(Clause(kind),)) for _, kind in likely))


def _clear(o: Occasion) -> bool:
    """Say whether no text is known to come at this date, and hardly one waits that may still be changed."""
    if sum(not amending.settled(o, draft) for draft, _ in o.dossier.texts()) > BESIDE:
        return False
    here = {d.stored for d in o.chamber.drafts.values()}
    at = o.chamber.stage_id
    return all(t.roll is None or t.stage != at or t.id in here for t in o.lexicon.drafts.values())


def _ventured(o: Occasion) -> bool:
    """Say whether the seat has brought a text in this sitting that the pack does not hold."""
    drafts = (o.chamber.drafts.get(symbol) for symbol in o.memory.backed)
    return any(d is not None and not d.stored and d.sponsors[:1] == (o.seat,) for d in drafts)


def _obtained(o: Occasion, aims: Aims) -> bool:
    """Say whether a text that the seat asked to change has taken up a clause that serves it."""
    serving = {k.id for k in aims.kinds if modest(k)}
    return any(serving & _added(o, symbol) for symbol in o.memory.moved)


def _added(o: Occasion, symbol: str) -> set[str]:
    """Return the clauses that a text has beside those it was tabled with."""
    draft = o.chamber.drafts.get(symbol)
    stored = o.lexicon.drafts.get(draft.stored) if draft is not None else None
    if draft is None or stored is None:
        return set()
    return {c.kind for c in draft.clauses} - {c.kind for c in stored.clauses}
