"""What a delegation writes to a person whose deal it takes up or refuses: the answer in words, and why.

The note goes before the act, and bears the number of the offer, so that it is written once. Whether a deal is
taken is decided by others; here it is only said why.
"""

from __future__ import annotations

from game.delegates import bargains, reasons
from game.delegates import talk_forms as forms
from game.delegates.occasion import Occasion
from game.plain.names import with_article
from game.session import actions as a
from game.session.state import Deal

_PERSON = "person"
_REFUSES = (
    "as to your offer No. {number}, {me} cannot take it up: {ground}",
    "{me} thanks you for your offer No. {number} and must decline it: {ground}",
    "{me} has weighed your offer No. {number}, and says no to it: {ground}",
    "we are not agreed on your offer No. {number}: {me} finds that {ground}",
)
_ACCEPTS = (
    "{me} takes up your offer No. {number}, and will do its part",
    "as to your offer No. {number}, we are agreed; {me} will keep to it",
    "{me} says yes to your offer No. {number}, and counts on you for the rest",
)


def refused(o: Occasion, act: a.RefuseDeal) -> a.Action:
    """Return the note that says why an offer is refused, or the refusal once it is written."""
    deal = o.view.papers.deals.get(act.deal)
    if deal is None:
        return act
    return _written(o, deal, "refuse_deal", _REFUSES, act, ground(o, deal))


def accepted(o: Occasion, act: a.AcceptDeal) -> a.Action:
    """Return the note that says yes to an offer, or the acceptance once it is written."""
    deal = o.view.papers.deals.get(act.deal)
    return act if deal is None else _written(o, deal, "accept_deal", _ACCEPTS, act, "")


def _written(
    o: Occasion, deal: Deal, occasion: str, kinds: tuple[str, ...], act: a.Action, ground: str
) -> a.Action:
    """The note, if a person made the offer and has not been written to about it; else the act."""
    last, number = o.view.papers.notes, f"No. {deal.number}"
    if o.chamber.holders.get(deal.seat) != _PERSON:
        return act
    if last is not None and (last.seat, last.to) == (o.seat, deal.seat) and number in last.words:
        return act
    start = forms.seed(o.seat, deal.seat, str(deal.number))
    packs_own = o.lexicon.open.words.said(
        occasion,
        start,
        seat=with_article(o.name),
        other=with_article(o.lexicon.names.get(deal.seat, deal.seat)),
        text=deal.want.subject if deal.want.kind in ("vote", "sponsor", "amendment") else "",
        reason=ground,
    )
    form = kinds[start % len(kinds)].format(me="my delegation", number=deal.number, ground=ground)
    words = f"{packs_own} (Offer {number}.)" if packs_own else forms.finished(form)
    note = a.SendNote(o.seat, deal.seat, words)
    return note if o.lawful(note) else act


def asked_for(o: Occasion, mover: str, symbol: str, title: str) -> str:
    """Return what a seat writes to the mover of a text that it could vote for without a clause."""
    packs_own = o.lexicon.open.words.said(
        "ask_amendment",
        forms.seed(o.seat, symbol, title),
        seat=with_article(o.name),
        other=with_article(o.lexicon.names.get(mover, mover)),
        text=symbol,
        clause=f"“{title}”",
    )
    return packs_own or reasons.would_need(o.name, symbol, title)


def ground(o: Occasion, deal: Deal) -> str:
    """Return why a seat refuses a deal offered to it, in half a sentence."""
    if bargains.faithless(o, deal.seat):
        return "what was agreed with you before was not kept"
    vote = "vote" in (deal.give.kind, deal.want.kind)
    if vote and o.chamber.holders.get(o.seat) == "idealist":
        return "it does not trade votes"
    gain, cost = bargains.gain(o, deal.give), bargains.cost(o, deal.want)
    if cost >= bargains.IMPOSSIBLE:
        return _forbidden(o, deal.want)
    if gain <= 0:
        return "what you offer moves nothing that it has at heart"
    if gain <= cost:
        return f"{_asked(deal.want)} would cost it more than it would gain"
    return f"it does better for what it was sent for without {_asked(deal.want)}"


def _forbidden(o: Occasion, term: a.Term) -> str:
    """Why what is asked may not be given."""
    if term.kind == "pledge":
        return "it has nothing of that kind to give"
    draft, clauses = o.draft_called(term.subject), o.clauses_called(term.subject)
    if term.kind == "amendment" or not clauses:
        return f"that change to {term.subject} is not open to it"
    for clause in clauses:
        s = o.mandate.stand(clause)
        if s.line is not None:
            line = forms.instructed(s.line.text)
            return f"it cannot vote for “{s.title}”, which crosses a line that it may not cross ({line})"
    if draft is not None and o.seat in draft.sponsors:
        return f"it is a sponsor of {draft.symbol} and stands by it"
    return f"it cannot vote so on {term.subject}"


def _asked(term: a.Term) -> str:
    """What a deal asks for, as it stands in a sentence."""
    if term.kind == "vote":
        way = {"yes": "a vote for", "no": "a vote against", "abstain": "an abstention on"}
        return f"{way.get(term.vote, 'staying out of the vote on')} {term.subject}"
    if term.kind == "sponsor":
        return f"its name under {term.subject}"
    if term.kind == "amendment":
        return f"that change to {term.subject}"
    return "such a pledge" if term.kind == "pledge" else "such a statement"
