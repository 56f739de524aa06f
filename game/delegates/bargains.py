"""Deals by arithmetic: what is offered against what is asked, promises kept, one simple offer.

Values are in the measure of weighings (-3 to 3). Only the seat's own papers are read. A side that broke a
deal is not dealt with again, and a broken deal binds nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.delegates.occasion import Occasion
from game.delegates.weighing import FAVOURS, OPPOSES, Weighing, weighed
from game.session import actions as a
from game.session.state import Deal, Draft

IMPOSSIBLE = 99.0
"""The price of what may not be given."""
_SPONSORING = 0.5
"""What a name among the sponsors adds to a vote."""
_PLEDGE = 1.0
_OFFER_WORTH = 1.0
"""What a text must be worth to its mover before it is bargained for."""


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


def deed(o: Occasion) -> a.Action | None:
    """Return an act that keeps a promise other than a vote, if one is owed and lawful now."""
    for term in bound(o):
        act: a.Action
        if term.kind == "sponsor":
            draft = o.draft_called(term.subject)
            act = a.Sponsor(o.seat, draft.symbol if draft is not None else term.subject)
        elif term.kind == "pledge":
            act = a.Pledge(o.seat, term.subject)
        else:
            continue
        if o.lawful(act):
            return act
    return None


def answer(o: Occasion) -> a.Action | None:
    """Return the answer to a deal offered to the seat: accept what gives more than it costs."""
    for deal in o.view.papers.deals.values():
        if deal.status == "offered" and deal.to == o.seat:
            good = gain(o, deal.give) > cost(o, deal.want) and not _faithless(o, deal.seat)
            accept: a.Action = a.AcceptDeal(o.seat, deal.number)
            if good and o.lawful(accept):
                return accept
            refuse = a.RefuseDeal(o.seat, deal.number)
            if o.lawful(refuse):
                return refuse
    return None


def _faithless(o: Occasion, other: str) -> bool:
    deals = o.view.papers.deals
    return any(n in deals and other in (deals[n].seat, deals[n].to) for n in o.memory.breakers)


def gain(o: Occasion, term: a.Term) -> float:
    """Return what the seat gets from the other side's doing."""
    if term.kind == "pledge":
        return _PLEDGE
    w = _weighed(o, term.subject)
    if w is None:
        return 0.0
    if term.kind == "sponsor":
        return w.score * _SPONSORING
    return {"yes": w.score, "no": -w.score}.get(term.vote, 0.0)


def cost(o: Occasion, term: a.Term) -> float:
    """Return what doing its part costs the seat; `IMPOSSIBLE` when a red line or an empty purse forbids."""
    if term.kind == "pledge":
        brief = o.view.brief
        return _PLEDGE / 2 if brief is not None and brief.capacity.get(term.subject, 0.0) > 0 else IMPOSSIBLE
    w = _weighed(o, term.subject)
    if w is None:
        return IMPOSSIBLE
    draft = o.draft_called(term.subject)
    wanted = "yes" if term.kind == "sponsor" else term.vote
    extra = _SPONSORING if term.kind == "sponsor" else 0.0
    if w.vote == wanted:
        return extra
    if (w.line and wanted == "yes") or (draft is not None and o.seat in draft.sponsors and wanted != "yes"):
        return IMPOSSIBLE
    return extra + _distance(w, wanted)


def _distance(w: Weighing, vote: str) -> float:
    if vote == "yes":
        return max(0.0, FAVOURS - w.score)
    if vote == "no":
        return max(0.0, w.score - OPPOSES)
    return abs(w.score) / 2


def _weighed(o: Occasion, symbol: str) -> Weighing | None:
    clauses = o.clauses_called(symbol)
    return weighed(o.mandate, clauses) if clauses else None


def offer(o: Occasion) -> a.Action | None:
    """Return one simple offer a stage: the seat's vote for another's text against a vote for its own."""
    if o.memory.stage in o.memory.offered:
        return None
    waiting = o.dossier.texts()
    own = next((d for d, w in waiting if d.sponsors[:1] == (o.seat,) and w.score >= _OFFER_WORTH), None)
    if own is None:
        return None
    for other, _ in waiting:
        act = _exchange(o, own, other)
        if act is not None and o.lawful(act):
            return act
    return None


def _exchange(o: Occasion, own: Draft, other: Draft) -> a.Action | None:
    """A vote for a vote with the mover of another text, if it is not won yet and the price is fair."""
    to = other.sponsors[0] if other.sponsors else ""
    won = to in own.sponsors or o.chamber.stances.get(own.symbol, {}).get(to) == "yes"
    if not to or to == o.seat or won or _faithless(o, to):
        return None
    give, want = a.Term("vote", other.symbol, "yes"), a.Term("vote", own.symbol, "yes")
    return a.OfferDeal(o.seat, to, give, want) if cost(o, give) < gain(o, want) else None
