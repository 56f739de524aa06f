"""A veteran's bargains: whose vote would serve its objectives most, and what it can give for it cheaply.

A promise is made only of what the seat can keep and would not rue. Prices are judged by the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from game.delegates.interests.footings import moved
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import Outlook
from game.delegates.knowledge.reckoning import said
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Deal

AT_STAKE = 0.2
"""What hangs on a text, in objectives, before votes on it are bargained for."""
BUYS = 0.03
"""What another's vote must bring, in objectives, to be asked for."""
BEARABLE = -0.05
"""What a seat may lose of its objectives by what it promises."""
GLADLY = 0.02
"""What a pledge must promise, in objectives, to be made unasked."""
OPEN_TO = 0.1
"""How likely the vote that is sought must be already, for a pledge to be thrown in."""
SHARES = (1.0, 0.5)


class Cause(NamedTuple):
    """A text votes are sought on.

    `name` is its symbol or its id in the pack, `stored` that id, `sought` the vote that is sought; `told`
    what is known of votes on it, `gain` what it promises as things stand.
    """

    name: str
    clauses: tuple[Clause, ...]
    stored: str
    sought: str
    told: Mapping[str, str]
    gain: float


# -- pledges -------------------------------------------------------------------------------------------------
def pledged(o: Occasion, look: Outlook, kind: str, share: float) -> float:
    """Return what a pledge is worth for the seat's objectives."""
    brief, known = o.view.brief, look.facts
    what = next((p for p in o.lexicon.open.pledges if p.id == kind), None)
    if brief is None or what is None:
        return 0.0
    units = brief.capacity.get(kind, 0.0) * share
    sums = dict(known.pledged)
    for name in (kind, f"{kind}:{o.seat}"):
        sums[name] = sums.get(name, 0.0) + units
    tracks = moved(known.tracks, what.effects, units / 100.0)
    return look.worth(replace(known, pledged=sums, tracks=tracks))


def pledge(o: Occasion, look: Outlook) -> a.Action | None:
    """Return the pledge that serves the seat's objectives best, if one does."""
    brief = o.view.brief
    if brief is None or not brief.capacity:
        return None
    given = o.chamber.pledges.get(o.seat, {})
    free = [k for k, units in brief.capacity.items() if units > 0 and k not in given]
    offers = [(pledged(o, look, k, share), k, share) for k in free for share in SHARES]
    offers.sort(key=lambda x: -x[0])
    return o.first(*(a.Pledge(o.seat, k, share) for gain, k, share in offers if gain >= GLADLY))


# -- answers -------------------------------------------------------------------------------------------------
def answer(o: Occasion, look: Outlook) -> a.Action | None:
    """Answer an offer: refuse what would cost the seat its objectives, and judge the rest by its price."""
    for deal in o.view.papers.deals.values():
        if deal.status == "offered" and deal.to == o.seat and _rues(o, look, deal):
            refuse = a.RefuseDeal(o.seat, deal.number)
            if o.lawful(refuse):
                return refuse
    return bargains.answer(o)


def _rues(o: Occasion, look: Outlook, deal: Deal) -> bool:
    """Say whether what a deal asks costs the seat more than what it gives could bring."""
    want = deal.want
    if want.kind == "pledge":
        return pledged(o, look, want.subject, 1.0) < BEARABLE
    loss = _loss(o, look, want.subject, "yes" if want.kind == "sponsor" else want.vote)
    return loss < BEARABLE - max(0.0, _gain(o, look, deal.give, deal.seat))


def _gain(o: Occasion, look: Outlook, term: a.Term, seat: str) -> float:
    """Return what another's vote as promised would bring."""
    clauses = o.clauses_called(term.subject) if term.kind == "vote" else ()
    if not clauses:
        return 0.0
    stored = _stored(o, term.subject)
    promised = look.of(o, clauses, stored, "yes", {seat: term.vote}).gain
    return promised - look.of(o, clauses, stored).gain


def _loss(o: Occasion, look: Outlook, name: str, vote: str) -> float:
    """Return what voting so on a text costs beside the best the seat could do (0 or less)."""
    clauses, stored = o.clauses_called(name), _stored(o, name)
    if not clauses or not look.aims.touched(clauses, stored):
        return 0.0
    gains = {v: look.of(o, clauses, stored, v).gain for v in ("yes", "no", "abstain")}
    return gains.get(vote, 0.0) - max(gains.values())


def _stored(o: Occasion, name: str) -> str:
    draft = o.draft_called(name)
    return draft.stored if draft is not None else name


# -- offers --------------------------------------------------------------------------------------------------
def offer(o: Occasion, look: Outlook) -> a.Action | None:
    """Return the offer that promises most, to a seat not yet approached at this stage."""
    best, act = BUYS, None
    for cause in causes(o, look):
        for seat in look.reckoning.there:
            if seat == o.seat or (o.memory.stage, seat) in o.memory.approached:
                continue
            if cause.told.get(seat) == cause.sought:
                continue
            brings = _brings(o, look, cause, seat)
            give = next(_gives(o, look, seat, cause), None) if brings > best else None
            if give is not None:
                best, act = brings, a.OfferDeal(o.seat, seat, give, a.Term("vote", cause.name, cause.sought))
    return act if act is not None and o.lawful(act) else None


def causes(o: Occasion, look: Outlook) -> Iterator[Cause]:
    """Yield the texts of this moment on which enough hangs, on the table or still in the pack."""
    here = {d.stored for d in o.chamber.drafts.values() if d.stored}
    for draft, _ in o.dossier.texts():
        yield from _cause(o, look, draft.symbol, draft.clauses, draft.stored, said(o, draft))
    for text in o.lexicon.drafts.values():
        if text.stage == o.chamber.stage_id and text.id not in here:
            yield from _cause(o, look, text.id, text.clauses, text.id, {})


def winnable(o: Occasion, look: Outlook) -> Iterator[bool]:
    """Go through the texts on the table on which enough hangs, saying of each whether a vote might win it."""
    for draft, _ in o.dossier.texts():
        told = said(o, draft)
        for cause in _cause(o, look, draft.symbol, draft.clauses, draft.stored, told):
            yield any(
                _brings(o, look, cause, seat) >= BUYS and next(_gives(o, look, seat, cause), None) is not None
                for seat in look.reckoning.there
                if seat not in (o.seat, *told)
            )


def _cause(
    o: Occasion,
    look: Outlook,
    name: str,
    clauses: tuple[Clause, ...],
    stored: str,
    told: Mapping[str, str],
) -> Iterator[Cause]:
    """Yield a text if enough hangs on it, and its fate is neither sure nor hopeless."""
    if abs(look.stake(clauses, stored)) < AT_STAKE:
        return
    yes, no = (look.of(o, clauses, stored, vote, told) for vote in ("yes", "no"))
    sought, prospect = ("yes", yes) if yes.gain >= no.gain else ("no", no)
    if 0.02 < prospect.odds < 0.98:
        yield Cause(name, clauses, stored, sought, told, prospect.gain)


def _brings(o: Occasion, look: Outlook, cause: Cause, seat: str) -> float:
    """Return what a seat's vote as sought would bring beside what is expected of it."""
    told = {**cause.told, seat: cause.sought}
    return look.of(o, cause.clauses, cause.stored, cause.sought, told).gain - cause.gain


def _open_to(look: Outlook, seat: str, cause: Cause) -> bool:
    """Say whether a seat seems near enough to the vote that is sought for a pledge to move it."""
    yes, no = look.reckoning.chance(seat, cause.clauses)
    return (yes if cause.sought == "yes" else no) >= OPEN_TO


def _gives(o: Occasion, look: Outlook, seat: str, cause: Cause) -> Iterator[a.Term]:
    """Yield what the seat can give for little: a vote for the other's text, a pledge."""
    for draft, w in o.dossier.texts():
        if draft.sponsors[:1] != (seat,) or draft.symbol == cause.name or w.line or w.vote == "no":
            continue
        if _loss(o, look, draft.symbol, "yes") >= BEARABLE and not bargains.torn(o, draft.symbol, "yes"):
            yield a.Term("vote", draft.symbol, "yes")
    brief, given = o.view.brief, o.chamber.pledges.get(o.seat, {})
    left = [k for k, units in brief.capacity.items() if units > 0 and k not in given] if brief else []
    for kind in left if _open_to(look, seat, cause) else ():
        if pledged(o, look, kind, 1.0) >= BEARABLE and o.lawful(a.Pledge(o.seat, kind)):
            yield a.Term("pledge", kind)
