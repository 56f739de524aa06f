"""How a seasoned delegation minds its own objectives when the table is clear: one text of its own a sitting.

It brings one clause that an objective asks for, that its brief would have it vote for, and that is likely to
be carried. Texts that stand as they are may wait beside it, and one that is still being made; more it leaves
alone. What is searched for beyond that is the veteran's craft (`planning`).
"""

from __future__ import annotations

from game.delegates.counsel import amending
from game.delegates.counsel.planning import awaited, modest, waiting
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import outlook
from game.session import actions as a
from game.session.scenario import Clause

CARRIES = 0.6
"""The odds from which a text is worth putting."""
AT_STAKE = 0.3
"""What must hang on it, in objectives."""
BESIDE = 1
"""Texts still in the making beside which another is brought."""


def pursue(o: Occasion) -> a.Action | None:
    """Return the one text of the sitting that the seat brings for an objective, if the table is clear."""
    aims = o.dossier.aims()
    if not aims.kinds or not o.view.house.prewritten or o.chamber.meeting is None:
        return None
    if not _clear(o) or _ventured(o):
        return None
    asked = awaited(o) | waiting(o)
    wanted = [Clause(k.id) for k in aims.kinds if modest(k) and k.id not in asked]
    wanted = [c for c in wanted if c.kind not in o.chamber.adopted and c.kind not in o.chamber.failed]
    wanted = [c for c in wanted if o.docket.writable(c.kind) and weighed(o.mandate, (c,)).vote == "yes"]
    if not wanted:
        return None
    look = outlook(o)
    worth = [(look.of(o, (c,)), c) for c in wanted if look.stake((c,)) >= AT_STAKE]
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
