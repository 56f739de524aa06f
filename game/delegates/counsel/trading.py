"""How a seasoned delegation works for its own text: it counts, softens what is barred, buys what is missing.

It works for texts that are open: history's own stand as history voted on them, unless a person holds the pen.
What it offers it can bear to give; whether the price is right the other side judges.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.delegates.counsel import amending
from game.delegates.interests.weighing import FAVOURS, weighed
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.reckoning import Count, likely, reckoning
from game.delegates.speech import talk_deals
from game.session import actions as a
from game.session.facts import ASSEMBLY
from game.session.scenario import Clause
from game.session.state import Draft

OFFER_WORTH = 1.0
"""What a text must be worth to its mover before it is bargained for."""
CARRIES = 0.5
"""The odds from which a text is taken to carry, and a no to bar it."""


def own(o: Occasion) -> Draft | None:
    """Return the seat's own text that waits and is worth working for."""
    for draft, w in o.dossier.texts():
        if draft.sponsors[:1] == (o.seat,) and w.score >= OFFER_WORTH:
            return draft
    return None


def _open(o: Occasion) -> tuple[Draft, Count] | None:
    """Return the seat's own open text and the count on it, if the count is short."""
    draft = own(o)
    if draft is None or amending.settled(o, draft) or draft.form != "resolution":
        return None
    counted = likely(o, draft)
    return None if counted.odds >= CARRIES else (draft, counted)


def _carries(o: Occasion, clauses: tuple[Clause, ...]) -> bool:
    """Say whether a text of the seat's own would be likely to carry."""
    return reckoning(o).count(o, clauses, {o.seat: "yes"}).odds >= CARRIES


def _sent_for(o: Occasion, clause: Clause) -> bool:
    """Say whether an objective of the seat asks for a clause: that one it gives away to nobody."""
    aims = o.dossier.aims()
    return aims.fates.get(clause.kind, 0) > 0 or f"{ASSEMBLY}{clause.kind}" in aims.asked["flag"]


# -- with the floor ------------------------------------------------------------------------------------------
def soften(o: Occasion) -> a.Action | None:
    """Strike out of the seat's own text what a no that defeats it is announced for, if it may then carry.

    What the text is for stays; only who has said no before the Council is given way to.
    """
    found = _open(o)
    if found is None or found[0].symbol in o.memory.moved:
        return None
    draft, _ = found
    told = o.chamber.stances.get(draft.symbol, {})
    if not any(vote == "no" and seat in o.lexicon.blocking for seat, vote in told.items()):
        return None
    for place in range(len(draft.clauses)):
        left = (*draft.clauses[:place], *draft.clauses[place + 1 :])
        if (
            not amending.essential(o, draft, place)
            and not _sent_for(o, draft.clauses[place])
            and weighed(o.mandate, left).vote == "yes"
            and _carries(o, left)
        ):
            act = a.MoveAmendment(o.seat, draft.symbol, "delete", place)
            if o.lawful(act):
                return act
    return None


def confer(o: Occasion) -> a.Action | None:
    """Move that the meeting be suspended for talks while the count on the seat's own text is short."""
    meeting = o.chamber.meeting
    if meeting is None or meeting.suspended or o.memory.is_spent("refer", "suspend") or _open(o) is None:
        return None
    return o.first(a.MoveMotion(o.seat, "suspend"))


def rival(o: Occasion) -> a.Action | None:
    """Table a text of the moment that the seat prefers, beside one that is likely to carry against its no."""
    feared = [d for d, w in o.dossier.texts() if w.vote == "no" and o.seat not in o.lexicon.blocking]
    if not feared or own(o) is not None or not o.view.house.prewritten:
        return None
    if not any(not amending.settled(o, d) and likely(o, d).odds >= CARRIES for d in feared):
        return None
    here = {d.stored for d in o.chamber.drafts.values()}
    for text in o.lexicon.drafts.values():
        if text.id in here or text.roll is not None or text.stage != o.chamber.stage_id:
            continue
        if weighed(o.mandate, text.clauses).score >= FAVOURS and _carries(o, text.clauses):
            act = a.TableDraft(o.seat, stored=text.id)
            if o.lawful(act):
                return act
    return None


# -- in consultations ----------------------------------------------------------------------------------------
def ask(o: Occasion) -> a.Action | None:
    """Tell the mover of a text, once, which clause keeps the seat from a yes."""
    for draft, w in o.dossier.texts():
        mover = draft.sponsors[0] if draft.sponsors else ""
        if mover in ("", o.seat) or w.vote == "yes" or amending.settled(o, draft):
            continue
        change = amending.strike(o, draft)
        if change is None:
            continue
        title = o.lexicon.title(draft.clauses[change.place])
        words = talk_deals.asked_for(o, mover, draft.symbol, title)
        note = a.SendNote(o.seat, mover, words)
        if not o.memory.has_noted(words) and o.lawful(note):
            return note
    return None


def offer(o: Occasion) -> a.Action | None:
    """Return one offer a stage: for a vote on the seat's own text, the cheapest thing that may win it."""
    if o.memory.stage in o.memory.offered:
        return None
    draft = own(o)
    if draft is None:
        return None
    for seat in _to_win(o, draft):
        for give in _gives(o, draft, seat):
            want = a.Term("vote", draft.symbol, "yes")
            if bargains.cost(o, give) < bargains.gain(o, want):
                act = a.OfferDeal(o.seat, seat, give, want)
                if o.lawful(act):
                    return act
    return None


def _to_win(o: Occasion, draft: Draft) -> list[str]:
    """Return the seats whose vote is wanted and open: movers of other texts first, then who is nearest."""
    movers = [d.sponsors[0] for d, _ in o.dossier.texts() if d.sponsors and d.symbol != draft.symbol]
    open_ones: list[str] = []
    if not amending.settled(o, draft):
        votes = likely(o, draft).votes
        movers = [seat for seat in movers if votes.get(seat) != "yes"]
        open_ones = [seat for seat, vote in votes.items() if vote == "abstain"]
        open_ones.sort(key=lambda seat: -reckoning(o).chance(seat, draft.clauses)[0])
    told = o.chamber.stances.get(draft.symbol, {})
    wanted = dict.fromkeys((*movers, *open_ones))
    return [
        s
        for s in wanted
        if s not in draft.sponsors and told.get(s) != "yes" and s != o.seat and not bargains.faithless(o, s)
    ]


def _gives(o: Occasion, draft: Draft, seat: str) -> Iterator[a.Term]:
    """Yield what the seat may give: a vote or a name for their text, a clause less, a word, a pledge."""
    for other, _ in o.dossier.texts():
        if other.sponsors[:1] == (seat,):
            yield a.Term("vote", other.symbol, "yes")
            yield a.Term("sponsor", other.symbol)
    if amending.settled(o, draft):
        return
    known = o.dossier.soundings()
    disliked = [c for c in draft.clauses if known.leaning(seat, c).attitude < 0.0 and not _sent_for(o, c)]
    yield from (a.Term("amendment", draft.symbol, clause=c.kind) for c in disliked[:1])
    for issue in o.mandate.foremost[:3]:
        belief, held = known.belief(seat, issue), o.mandate.position(issue).position
        if belief.position * held > 0.0:
            yield a.Term("statement", issue, "for" if held > 0 else "against")
    brief = o.view.brief
    yield from (a.Term("pledge", kind) for kind in (brief.capacity if brief is not None else ()))
