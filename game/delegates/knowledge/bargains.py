"""Deals by arithmetic: what is offered against what is asked, and promises kept; offers are in `trading`.

Values are in the measure of weighings (-3 to 3). Only the seat's own papers are read. A side that broke a
deal is not dealt with again, and a broken deal binds nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.delegates.interests.circumstances import PLAIN
from game.delegates.interests.weighing import FAVOURS, OPPOSES, Weighing, weighed
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Deal, Draft

IMPOSSIBLE = 99.0
"""The price of what may not be given."""
_SPONSORING = 0.5
"""What a name among the sponsors adds to a vote."""
_PLEDGE = 1.0
STATEMENT = 0.25
"""What a word on an issue counts, for each point of how one stands on it."""


def own_term(deal: Deal, seat: str) -> a.Term:
    """Return what a deal asks of a seat that is a side to it."""
    return deal.give if deal.seat == seat else deal.want


def bound(o: Occasion) -> Iterator[a.Term]:
    """Yield what the seat still owes under deals that bind it."""
    for deal in o.view.papers.deals.values():
        if deal.status == "accepted" and o.seat not in deal.kept and deal.number not in o.memory.breakers:
            yield own_term(deal, o.seat)


def promise(o: Occasion, draft: Draft) -> str:
    """Return the vote promised on a draft, by its symbol or its id in the pack, or nothing."""
    names = (draft.symbol, draft.stored or draft.symbol)
    return next((t.vote for t in bound(o) if t.kind == "vote" and t.subject in names), "")


def torn(o: Occasion, subject: str, vote: str) -> bool:
    """Say whether a vote on a text would go against one that the seat has promised or offers already."""
    draft = o.draft_called(subject)
    names = {subject} if draft is None else {draft.symbol, draft.stored or draft.symbol}
    offers = [d.give for d in o.view.papers.deals.values() if d.status == "offered" and d.seat == o.seat]
    given = [t for t in (*bound(o), *offers) if t.kind in ("vote", "sponsor") and t.subject in names]
    return any((t.vote if t.kind == "vote" else "yes") != vote for t in given)


def served(o: Occasion, draft: Draft) -> bool:
    """Say whether all to whom the seat has promised its vote on a draft have done their own part."""
    names = (draft.symbol, draft.stored or draft.symbol)
    owed = [
        deal
        for deal in o.view.papers.deals.values()
        if deal.status == "accepted" and o.seat not in deal.kept and own_term(deal, o.seat).subject in names
    ]
    return bool(owed) and all((deal.to if deal.seat == o.seat else deal.seat) in deal.kept for deal in owed)


def deed(o: Occasion) -> a.Action | None:
    """Return an act that keeps a promise other than a vote, if one is owed and lawful now."""
    for term in bound(o):
        act: a.Action
        if term.kind == "sponsor":
            draft = o.draft_called(term.subject)
            act = a.Sponsor(o.seat, draft.symbol if draft is not None else term.subject)
        elif term.kind == "pledge":
            act = a.Pledge(o.seat, term.subject)
        elif term.kind == "statement":
            act = a.Speak(o.seat, term.subject, term.vote, spoken(o, term))
        elif term.kind == "amendment" and (change := amended(o, term)) is not None:
            act = change
        else:
            continue
        if o.lawful(act):
            return act
    return None


def answer(o: Occasion) -> a.Action | None:
    """Return the answer to a deal offered to the seat: accept what gives more than it costs."""
    for deal in o.view.papers.deals.values():
        if deal.status == "offered" and deal.to == o.seat:
            good = gain(o, deal.give) > cost(o, deal.want) and not faithless(o, deal.seat)
            accept: a.Action = a.AcceptDeal(o.seat, deal.number)
            if good and o.lawful(accept):
                return accept
            refuse = a.RefuseDeal(o.seat, deal.number)
            if o.lawful(refuse):
                return refuse
    return None


def faithless(o: Occasion, other: str) -> bool:
    deals = o.view.papers.deals
    return any(n in deals and other in (deals[n].seat, deals[n].to) for n in o.memory.breakers)


def gain(o: Occasion, term: a.Term) -> float:
    """Return what the seat gets from the other side's doing."""
    if term.kind == "pledge":
        return _PLEDGE
    if term.kind == "statement":
        return STATEMENT * held(o, term)
    if term.kind == "amendment":
        return changed(o, term)
    w = _weighed(o, term.subject)
    if w is None:
        return 0.0
    if term.kind == "sponsor":
        return w.score * _SPONSORING
    return {"yes": w.score, "no": -w.score}.get(term.vote, 0.0)


def cost(o: Occasion, term: a.Term) -> float:
    """Return what doing its part costs the seat; `IMPOSSIBLE` when a red line, an empty purse or a word given
    to another forbids.
    """
    if term.kind == "pledge":
        brief = o.view.brief
        return _PLEDGE / 2 if brief is not None and brief.capacity.get(term.subject, 0.0) > 0 else IMPOSSIBLE
    if term.kind == "statement":
        return STATEMENT * max(0.0, -held(o, term)) + STATEMENT / 2
    if term.kind == "amendment":
        possible = amended(o, term) is not None
        return max(0.0, -changed(o, term)) if possible else IMPOSSIBLE
    w = _weighed(o, term.subject)
    if w is None:
        return IMPOSSIBLE
    draft = o.draft_called(term.subject)
    wanted = "yes" if term.kind == "sponsor" else term.vote
    extra = _SPONSORING if term.kind == "sponsor" else 0.0
    if o.view.papers.deals and torn(o, term.subject, wanted):
        return IMPOSSIBLE
    if w.vote == wanted:
        return extra
    if (w.line and wanted == "yes") or (draft is not None and o.seat in draft.sponsors and wanted != "yes"):
        return IMPOSSIBLE
    return extra + _distance(w, wanted)


def held(o: Occasion, term: a.Term) -> float:
    """Return how far a statement is the seat's own view (-3 to 3); one that takes no side is nobody's."""
    side = {"for": 1.0, "against": -1.0}.get(term.vote, 0.0)
    p = o.mandate.position(term.subject)
    return side * p.position * min(1.0, p.salience)


def spoken(o: Occasion, term: a.Term) -> str:
    """Return the words of a statement that was promised."""
    title = o.lexicon.issues.get(term.subject, term.subject)
    return reasons.statement(
        o.name, term.vote, title, o.mandate.why(term.subject) if held(o, term) > 0 else ""
    )


def changed(o: Occasion, term: a.Term) -> float:
    """Return what an amendment of a deal is worth to the seat: how much better it likes the text for it."""
    clauses = o.clauses_called(term.subject)
    if not clauses or term.clause not in o.lexicon.kinds:
        return 0.0
    left = tuple([c for c in clauses if c.kind != term.clause])
    after = left if len(left) < len(clauses) else (*clauses, Clause(term.clause))
    draft = o.draft_called(term.subject)
    about = o.dossier.around(draft) if draft is not None else PLAIN
    now = weighed(o.mandate, clauses, about).score
    return weighed(o.mandate, after, about).score - now if after else 0.0


def amended(o: Occasion, term: a.Term) -> a.Action | None:
    """Return the act that makes the change of a deal: taking it in where it is moved, or moving it."""
    draft = o.draft_called(term.subject)
    if draft is None or term.clause not in o.lexicon.kinds:
        return None
    for change in o.chamber.amendments.values():
        about = {c.kind for c in (change.clause, change.target) if c is not None}
        if change.draft == draft.symbol and term.clause in about and draft.sponsors[:1] == (o.seat,):
            return a.AcceptAmendment(o.seat, change.symbol)
    for place, clause in enumerate(draft.clauses):
        if clause.kind == term.clause:
            return a.MoveAmendment(o.seat, draft.symbol, "delete", place)
    return a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), Clause(term.clause))


def _distance(w: Weighing, vote: str) -> float:
    if vote == "yes":
        return max(0.0, FAVOURS - w.score)
    if vote == "no":
        return max(0.0, w.score - OPPOSES)
    return abs(w.score) / 2


def _weighed(o: Occasion, symbol: str) -> Weighing | None:
    draft = o.draft_called(symbol)
    if draft is not None:
        return o.weigh(draft)
    clauses = o.clauses_called(symbol)
    return weighed(o.mandate, clauses) if clauses else None
