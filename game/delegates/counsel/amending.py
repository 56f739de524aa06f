"""Which amendment a seat would move to a text: strike out what keeps it from a yes, or add what it wants.

Nothing here says when; the floor and the script do. What a text is for is never struck out.
"""

from __future__ import annotations

from game.delegates.counsel.planning import awaited
from game.delegates.interests.weighing import FAVOURS, weighed
from game.delegates.knowledge.occasion import Occasion
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Draft

WANTS = 2.5
"""The attitude from which a seat asks for a clause that is not there."""
_PERSON = "person"


def settled(o: Occasion, draft: Draft) -> bool:
    """Say whether a text stands as history voted on it; in a person's hands it is open to bargains."""
    stored = o.lexicon.drafts.get(draft.stored)
    mover = draft.sponsors[0] if draft.sponsors else ""
    return stored is not None and stored.roll is not None and o.chamber.holders.get(mover) != _PERSON


def proposal(o: Occasion, draft: Draft) -> a.MoveAmendment | None:
    """Return the amendment the seat would move to a text it favours on the whole, if any."""
    if o.weigh(draft).support < FAVOURS:
        return None
    waits = any(x.draft == draft.symbol for x in o.chamber.amendments.values())
    return strike(o, draft) or (None if waits or draft.stored else add(o, draft))


def essential(o: Occasion, draft: Draft, place: int) -> bool:
    """Say whether a clause is what a text is for: what it decides with the greatest force."""
    kinds = [o.lexicon.kinds[c.kind] for c in draft.clauses]
    foremost = max((k.rank for k in kinds if k.part == "operative"), default=0)
    return kinds[place].part == "operative" and kinds[place].rank >= foremost


def strike(o: Occasion, draft: Draft) -> a.MoveAmendment | None:
    """Strike out the clause that stands between the seat and a yes, unless it is what the text is for."""
    w = o.weigh(draft)
    if w.vote == "yes" or w.place < 0:
        return None
    if essential(o, draft, w.place):
        return None
    left = (*draft.clauses[: w.place], *draft.clauses[w.place + 1 :])
    won = weighed(o.mandate, left, o.dossier.around(draft)).vote == "yes"
    return a.MoveAmendment(o.seat, draft.symbol, "delete", w.place) if won else None


def add(o: Occasion, draft: Draft) -> a.MoveAmendment | None:
    """Add a clause the seat badly wants, of a character it lacks, on a matter it touches.

    What is decided already, or comes in a text of its own, is not asked for.
    """
    present = {c.kind for c in draft.clauses}
    characters = {o.lexicon.kinds[k].character for k in present}
    done = present | o.chamber.adopted | awaited(o)
    touched = {issue for c in draft.clauses for issue in o.lexicon.kinds[c.kind].issues}
    for kind in o.lexicon.open.clauses:
        if kind.part != "operative" or kind.id in done or kind.character in characters:
            continue
        s = o.mandate.stand(Clause(kind.id))
        if s.attitude >= WANTS and s.depth >= 1.0 and s.issue in touched:
            act = a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), Clause(kind.id))
            if o.lawful(act):
                return act
    return None
