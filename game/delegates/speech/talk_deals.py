"""What a delegation writes to a person about a deal: what it offers, its answer and why, thanks or protest.

An offer and an answer go before the act; what is said of an offer that has its number bears that number, so
that it is written once. Whether a deal is offered or taken is decided by others; here it is only said why.
"""

from __future__ import annotations

from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.language import talk_forms as forms
from game.plain.names import with_article
from game.session import actions as a
from game.session.state import Deal, Phase

_PERSON = "person"
_ON_TEXTS = ("vote", "sponsor", "amendment")
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
_OFFERS = (
    "{me} could give {give}, and asks for {want} in return",
    "{me} offers you {give}; what it asks for is {want}",
    "for {want} {me} would give {give}",
    "{me} has counted, and would give {give} to have {want}",
    "let us speak of {want}: {me} would give {give} for it",
)
_THANKS = (
    "{me} thanks you for doing your part of No. {number}, and will remember it",
    "what was agreed under No. {number} you have done; {me} is obliged to you",
    "you kept your word on No. {number}; {me} will think of it when you next have something to ask",
)
_PROTESTS = (
    "{me} protests: {reason}, and it will think twice before it agrees with you again",
    "{me} must tell you that {reason}; it does not hold itself bound any longer",
    "{reason}; {me} had thought better of your word",
)
_WARNS = (
    "{me} would rather tell you now than in the vote: with “{clause}” in it, its answer to {text} is no",
    "before you have {text} put to the vote, know that {me} will say no to it because of “{clause}”",
    "{me} cannot let {text} pass as long as it says “{clause}”",
)


def offered(o: Occasion, act: a.OfferDeal) -> a.Action:
    """Return the note that tells a person what is offered for what, or the offer once it is written."""
    give, want = _given(o, act.give, "its"), _given(o, act.want, "your")
    start = forms.seed(o.seat, act.to, o.memory.stage, act.want.subject)
    text = act.want.subject if act.want.kind in _ON_TEXTS else ""
    packs_own = _packs_own(o, "offer_deal", start, act.to, text=text)
    form = _OFFERS[start % len(_OFFERS)].format(me="my delegation", give=give, want=want)
    return _sent(o, act.to, packs_own or forms.finished(form)) or act


def warned(o: Occasion, act: a.DeclareStance) -> a.Action:
    """Return the note that tells the person who moved a text of a no that defeats it, or the announcement."""
    draft = o.chamber.drafts.get(act.draft)
    w = o.weigh(draft) if draft is not None else None
    conferring = o.chamber.phase is not Phase.DEBATE
    if draft is None or w is None or act.vote != "no" or not conferring or not draft.sponsors:
        return act
    if not 0 <= w.place < len(draft.clauses):
        return act
    start, title = forms.seed(o.seat, draft.symbol, "warn"), o.lexicon.title(draft.clauses[w.place])
    packs_own = _packs_own(o, "warn_veto", start, draft.sponsors[0], text=draft.symbol, clause=f"“{title}”")
    form = _WARNS[start % len(_WARNS)].format(me="my delegation", text=draft.symbol, clause=title)
    return _sent(o, draft.sponsors[0], packs_own or forms.finished(form)) or act


def settled(o: Occasion) -> a.Action | None:
    """Return the note of thanks or of protest to the first person whose side of a deal was settled."""
    for other, number, kept in o.memory.settled:
        reason = f"what was agreed under No. {number} was not kept"
        start = forms.seed(o.seat, other, str(number))
        packs_own = _packs_own(o, "thank" if kept else "protest", start, other, reason=reason)
        kinds = _THANKS if kept else _PROTESTS
        form = kinds[start % len(kinds)].format(me="my delegation", number=number, reason=reason)
        words = f"{packs_own} (Offer No. {number}.)" if packs_own else forms.finished(form)
        note = a.SendNote(o.seat, other, words)
        if o.chamber.holders.get(other) == _PERSON and o.lawful(note):
            return note
    return None


def _packs_own(o: Occasion, occasion: str, start: int, other: str, **places: str) -> str:
    """What the pack has a delegation write to another on an occasion; empty where it has no words for it."""
    to = with_article(o.lexicon.names.get(other, other))
    return o.lexicon.open.words.said(occasion, start, seat=with_article(o.name), other=to, **places)


def _sent(o: Occasion, other: str, words: str) -> a.Action | None:
    """A note to a person that does not repeat what was written at this date; None where there is none."""
    if o.chamber.holders.get(other) != _PERSON or o.memory.has_noted(words):
        return None
    note = a.SendNote(o.seat, other, words)
    return note if o.lawful(note) else None


def _given(o: Occasion, term: a.Term, whose: str) -> str:
    """One side of an offer as it stands in a sentence; `whose` is its or your."""
    if term.kind == "vote":
        way = {"yes": "vote for", "no": "vote against", "abstain": "abstention on"}
        return f"{whose} {way.get(term.vote, 'standing aside on')} {_named(o, term.subject)}"
    if term.kind == "sponsor":
        return f"{whose} name under {_named(o, term.subject)}"
    if term.kind == "amendment":
        clauses = o.clauses_called(term.subject)
        kind = o.lexicon.kinds.get(term.clause)
        title = kind.title if kind is not None else term.clause
        there = any(c.kind == term.clause for c in clauses)
        return f"{_named(o, term.subject)} {'without' if there else 'with'} “{title}”"
    if term.kind == "statement":
        side = term.vote if term.vote in ("for", "against") else "on"
        return f"{whose} word {side} “{o.lexicon.issues.get(term.subject, term.subject)}”"
    what = next((p.title for p in o.lexicon.open.pledges if p.id == term.subject), term.subject)
    return f"{whose} pledge of “{what}”"


def _named(o: Occasion, called: str) -> str:
    """A text by its symbol, or by its title while it is not on the table."""
    stored = o.lexicon.drafts.get(called)
    return f"“{stored.title}”" if stored is not None and stored.title else called


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
        text=deal.want.subject if deal.want.kind in _ON_TEXTS else "",
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
    if not clauses:
        return f"{term.subject} is no longer before the Council"
    if term.kind == "amendment":
        return f"a change to {term.subject} is not open to it"
    if bargains.torn(o, term.subject, "yes" if term.kind == "sponsor" else term.vote):
        return f"its word on {term.subject} is given already"
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
