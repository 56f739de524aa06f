"""What a seat wishes of a point of order: by the law first, by its own interest where the law leaves room.

The same answer serves the President who rules, the member who challenges and the members who vote. Nothing
here acts.
"""

from __future__ import annotations

from game.delegates.counsel import conduct, usage
from game.delegates.interests.changes import struck
from game.delegates.knowledge.occasion import Occasion
from game.session.scenario import Clause
from game.session.state import Draft, Point

UNSEATS = 1.5
"""The attitude to another's claim from which a seat would turn a representative out."""


def wish(o: Occasion, point: Point) -> bool | None:
    """Say whether the seat wishes a point upheld; None when it sees both sides."""
    if point.seat == o.seat:
        return True
    if point.subject in usage.SUBJECTS:
        return True
    if point.target == o.seat:
        return False
    if point.subject == "credentials":
        return _credentials(o, point)
    if point.subject == "amendments":
        return conduct.comes_first(o, point.target)
    if point.subject == "nature" and o.chamber.conduct.contest is not None:
        return False
    if point.subject == "nature":
        return _nature(o)
    if point.subject == "relevance":
        return not _relates(o, point.target)
    return False


def _credentials(o: Occasion, point: Point) -> bool:
    """By what the seat thinks of a clause that would settle who sits, if the pack has one; else by the law.

    The law: a representative sits with the same rights until the Council decides otherwise (RC3).
    """
    for kind in o.lexicon.characters.get("credentials", ()):
        return o.mandate.stand(Clause(kind.id)).attitude >= UNSEATS
    return o.view.brief is not None and point.seat in o.view.brief.patrons


def _nature(o: Occasion) -> bool | None:
    """By the kinds of its clauses (M1), unless a veto would keep the seat's own red line (P2)."""
    draft = question(o)
    if draft is None:
        return None
    w = o.weigh(draft)
    if w.line and w.vote == "no" and o.seat in o.lexicon.permanent:
        return True
    return not o.lexicon.procedural(draft.clauses)


def question(o: Occasion) -> Draft | None:
    """Return the draft to which the vote under way belongs, if one does."""
    for ballot in (o.chamber.ballot, o.chamber.interrupted):
        if ballot is not None and ballot.draft in o.chamber.drafts:
            return o.chamber.drafts[ballot.draft]
    return None


def _relates(o: Occasion, symbol: str) -> bool:
    """An amendment relates to a text when both bear on a common issue (CB10)."""
    change = o.chamber.amendments.get(symbol)
    draft = o.chamber.drafts.get(change.draft) if change is not None else None
    if change is None or draft is None:
        return True
    if change.clause is None or struck(draft, change) is not None:
        return True
    issues = {issue for c in draft.clauses for issue in o.lexicon.kinds[c.kind].issues}
    return not issues.isdisjoint(o.lexicon.kinds[change.clause.kind].issues)
