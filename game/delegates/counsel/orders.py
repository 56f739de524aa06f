"""A veteran's orders of business: its own text first, a text in parts or whole, a respite, the Assembly.

Each is moved for what it promises the seat's objectives and where it has a prospect, once at a date or for a
text, so that nothing here can go round in circles. What a text should say is searched for in `planning`.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from game.delegates.counsel import courting, plenary, trading
from game.delegates.interests.weighing import Weighing
from game.delegates.knowledge.estimating import needs
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import PROMISING, Outlook
from game.delegates.knowledge.reckoning import likely, said
from game.session import actions as a
from game.session.conduct import MOST_MEETINGS
from game.session.scenario import Clause
from game.session.state import Draft

AT_STAKE = 0.3
"""What must hang on a text, in objectives, before the meeting itself is moved for it."""
FEARED = 0.3
"""The odds from which a text that harms is feared."""
DOOMED = 0.1
"""The odds below which the seat's own text is given up, where its fall would cost something."""
RUES = -0.05
"""What the fall of its own text, or of a clause of it, may cost."""
WITHIN_REACH = 0.75
"""How likely a no that defeats a text alone may be for the text to be kept for another day."""
SECONDED = 0.6
"""The share of the votes needed that priority must be able to count on to be worth moving."""
COMPANY = 1.5
"""How many a motion to put off must be able to count on, the mover among them: nobody delays alone."""


def counsel(o: Occasion, look: Outlook) -> a.Action | None:
    """Return the order of business that serves the seat's objectives now; mostly None."""
    if o.chamber.meeting is None or not look.aims.bearing:
        return None
    texts = o.dossier.texts()
    if texts:
        for advice in _ON_TEXTS:
            act = advice(o, look)
            if act is not None and o.lawful(act):
                return act
    return again(o, look) or assembly(o, look)


# -- its own text first --------------------------------------------------------------------------------------
def first(o: Occasion, look: Outlook) -> a.Action | None:
    """Move that a text the seat stands by be voted on before a rival that was submitted earlier (CB6)."""
    texts = o.dossier.texts()
    if len(texts) < 2 or o.memory.is_spent("refer", "priority"):
        return None
    for place, (draft, w) in enumerate(texts):
        if o.seat not in draft.sponsors or w.vote != "yes" or not place:
            continue
        if look.of_draft(o, draft, "yes").gain < PROMISING or not _backed(o, draft):
            continue
        if any(rival(o, draft, w, d, other) for d, other in texts[:place]):
            return a.MoveMotion(o.seat, "priority", draft.symbol)
    return None


def rival(o: Occasion, own: Draft, w: Weighing, draft: Draft, other: Weighing) -> bool:
    """Say whether a text is about what the seat's own is about, is worse to it, and may well carry."""
    if o.seat in draft.sponsors or other.vote == "yes" or other.score >= w.score:
        return False
    return _kin(o, own, draft) and likely(o, draft).odds >= FEARED


def _kin(o: Occasion, one: Draft, other: Draft) -> bool:
    """Say whether two texts bear on a common issue."""
    about = {i for c in one.clauses for i in o.lexicon.kinds[c.kind].issues}
    return any(i in about for c in other.clauses for i in o.lexicon.kinds[c.kind].issues)


def _backed(o: Occasion, draft: Draft) -> bool:
    """Say whether enough seem to favour a text for it to be taken out of its turn."""
    yeses = sum(vote == "yes" for vote in likely(o, draft).votes.values())
    return yeses >= SECONDED * _needed(o, draft.clauses)


def _needed(o: Occasion, clauses: tuple[Clause, ...]) -> float:
    """How many votes carry a motion, about: what a text needs, or in the League a majority (L2)."""
    asked = needs(o, clauses)
    return asked.bar if asked.bar > 1 else len(o.chamber.members) / 2


# -- in parts, or whole --------------------------------------------------------------------------------------
def apart(o: Occasion, look: Outlook) -> a.Action | None:
    """Ask for a separate vote on the clause of another's text that would fall alone, to the seat's gain
    (CB7): to sink the clause, or to save the text from it.
    """
    best: tuple[float, a.Action] | None = None
    for draft, w in o.dossier.texts():
        if draft.sponsors[:1] == (o.seat,) or draft.divided or draft.whole or len(draft.clauses) < 2:
            continue
        if not look.aims.touched(draft.clauses, draft.stored):
            continue
        before = max(x.gain for x in look.by_vote(o, draft).values())
        for place, clause in enumerate(draft.clauses):
            worth = _without(o, look, draft, place, w.vote, before)
            if worth >= AT_STAKE:
                worth *= _falls(o, look, clause)
            if worth >= AT_STAKE and (best is None or worth > best[0]):
                best = worth, a.RequestSeparateVote(o.seat, draft.symbol, place)
    return best[1] if best is not None else None


def _without(o: Occasion, look: Outlook, draft: Draft, place: int, vote: str, before: float) -> float:
    """What the text without a clause promises beside the text with it."""
    left = (*draft.clauses[:place], *draft.clauses[place + 1 :])
    operative = any(o.lexicon.kinds[c.kind].part == "operative" for c in left)
    return look.of(o, left, draft.stored, vote).gain - before if operative else 0.0


def _falls(o: Occasion, look: Outlook, clause: Clause) -> float:
    """How likely a clause is to fall when it is voted on alone, and the seat is against it."""
    if o.lexicon.kinds[clause.kind].part != "operative":
        return 0.0
    return 1.0 - look.reckoning.count(o, (clause,), {o.seat: "no"}).odds


def whole(o: Occasion, look: Outlook) -> a.Action | None:
    """As mover, object to a separate vote that would cost the text what it is for (CB7)."""
    for draft, w in o.dossier.texts():
        if not draft.divided or draft.sponsors[:1] != (o.seat,):
            continue
        before = look.of_draft(o, draft, "yes").gain
        for place in draft.divided:
            falls = 1.0 - look.alone(o, draft.clauses[place])
            if _without(o, look, draft, place, w.vote, before) * falls <= RUES:
                return a.ObjectToSeparateVote(o.seat, draft.symbol)
    return None


# -- given up, or put off ------------------------------------------------------------------------------------
def giving_up(o: Occasion, look: Outlook) -> a.Action | None:
    """Withdraw a text of the seat's own that is doomed, where its fall would cost something or another text
    says enough of it; or take its name off another's (CB8). A text that is put for its veto stands.
    """
    for draft, _ in o.dossier.texts():
        if o.seat not in draft.sponsors or _promised(o, draft):
            continue
        prospect = look.of_draft(o, draft, "yes")
        if draft.sponsors == (o.seat,):
            given_up = prospect.gain <= RUES or (prospect.gain <= 0.0 and _instead(o, draft))
            if given_up and likely(o, draft).odds <= DOOMED and not courting.courts(o, look, draft):
                return a.WithdrawDraft(o.seat, draft.symbol)
        elif draft.sponsors[0] != o.seat and _relieved(o, look, draft, prospect.gain):
            return a.Unsponsor(o.seat, draft.symbol)
    return None


def _instead(o: Occasion, draft: Draft) -> bool:
    """Say whether another text on the matter waits that the seat would vote for and that may well carry."""
    return any(
        d is not draft and w.vote == "yes" and _kin(o, draft, d) and likely(o, d).odds >= FEARED
        for d, w in o.dossier.texts()
    )


def _relieved(o: Occasion, look: Outlook, draft: Draft, stays: float) -> bool:
    """Say whether a text harms the seat whose name stands under it, and would less so without its vote."""
    return stays <= RUES and look.of_draft(o, draft, "abstain").gain - stays >= PROMISING


def _promised(o: Occasion, draft: Draft) -> bool:
    """Say whether the seat has given its name or its vote to a text in a deal."""
    names = (draft.symbol, draft.stored)
    return any(
        term.subject in names and term.kind in ("sponsor", "vote")
        for deal in o.view.papers.deals.values()
        if deal.status != "refused"
        for term in ((deal.give if deal.seat == o.seat else deal.want),)
    )


def respite(o: Occasion, look: Outlook) -> a.Action | None:
    """Ask for a further meeting at this date (rule 2), and keep back the seat's own text for it, where talks
    have left it short of votes that another day may win.
    """
    meeting, held = o.chamber.meeting, o.chamber.conduct
    draft = trading.own(o)
    if meeting is None or not meeting.suspended or draft is None or held.met >= MOST_MEETINGS:
        return None
    if draft.sponsors != (o.seat,) or draft.form != "resolution" or courting.courts(o, look, draft):
        return None
    if look.stake(draft.clauses, draft.stored) < AT_STAKE or not _within_reach(o, draft):
        return None
    if not held.further:
        return a.RequestMeeting(o.seat)
    return a.WithdrawDraft(o.seat, draft.symbol) if o.memory.is_spent("request", "") else None


def _within_reach(o: Occasion, draft: Draft) -> bool:
    """Say whether a text is short of votes, and of so few that they may still be won."""
    counted = likely(o, draft)
    return DOOMED < counted.odds < trading.CARRIES and counted.barred < WITHIN_REACH


def kept_back(o: Occasion) -> bool:
    """Say whether the seat keeps back a text for the further meeting it has asked for."""
    if not o.chamber.conduct.further or not o.memory.is_spent("request", ""):
        return False
    own = (d for d in o.chamber.drafts.values() if d.status == "withdrawn" and d.sponsors[:1] == (o.seat,))
    return any(d.stage == o.chamber.stage_id for d in own)


def again(o: Occasion, look: Outlook) -> a.Action | None:
    """Bring again at the further meeting the text that was kept back for it."""
    if o.chamber.conduct.met < MOST_MEETINGS or not o.memory.is_spent("request", ""):
        return None
    for draft in o.chamber.drafts.values():
        if (
            draft.status != "withdrawn"
            or draft.stage != o.chamber.stage_id
            or draft.sponsors[:1] != (o.seat,)
        ):
            continue
        if any(d is not draft and d.clauses == draft.clauses for d in o.chamber.drafts.values()):
            continue
        if look.stake(draft.clauses, draft.stored) >= PROMISING:
            stored = draft.stored
            clauses = () if stored else draft.clauses
            return o.first(
                a.TableDraft(o.seat, stored=stored, title="" if stored else draft.title, clauses=clauses)
            )
    return None


def later(o: Occasion, look: Outlook) -> a.Action | None:
    """Move to postpone the discussion, or else to adjourn, while a text that would harm is likely to carry
    and nothing that waits serves the seat (rule 33); the longest delay first.
    """
    if any(o.memory.is_spent("refer", motion) for motion in DELAYS):
        return None
    feared = False
    for draft, _ in o.dossier.texts():
        if not look.aims.touched(draft.clauses, draft.stored):
            continue
        best = max(look.by_vote(o, draft).values(), key=lambda x: x.gain)
        if best.gain >= PROMISING or o.seat in draft.sponsors:
            return None
        feared = feared or (best.gain <= -AT_STAKE and best.odds >= FEARED)
    if not feared or _for_delay(o, look) < COMPANY:
        return None
    return o.first(*(a.MoveMotion(o.seat, motion) for motion in DELAYS))


DELAYS = ("postpone", "adjourn_to", "adjourn")
"""Motions that keep the texts from the vote, the longest delay first."""


def _for_delay(o: Occasion, look: Outlook) -> float:
    """How many are likely to vote for a delay: those who like no text that waits, and dislike one."""
    texts = [(d, said(o, d)) for d, _ in o.dossier.texts()]
    total = 1.0
    for seat in look.reckoning.there:
        if seat == o.seat:
            continue
        chances = [_chance(look, seat, d, told) for d, told in texts]
        likes = max(yes for yes, _ in chances)
        total += (1.0 - likes) * max(no for _, no in chances)
    return total


def _chance(look: Outlook, seat: str, draft: Draft, told: dict[str, str]) -> tuple[float, float]:
    if seat in told:
        return float(told[seat] == "yes"), float(told[seat] == "no")
    return look.reckoning.chance(seat, draft.clauses)


# -- the Assembly --------------------------------------------------------------------------------------------
def assembly(o: Occasion, look: Outlook) -> a.Action | None:
    """Turn to the Assembly after a veto, whoever's the text was, where an objective asks for it (GA6)."""
    lost = o.memory.vetoed.keys() - o.memory.answered
    if not lost or any(o.seat in by for by in o.memory.vetoed.values()):
        return None
    kinds = [
        c.kind for symbol in lost if symbol in o.chamber.drafts for c in o.chamber.drafts[symbol].clauses
    ]
    if look.worth(replace(look.facts, flags=courting.assembled(look.facts, kinds))) < PROMISING:
        return None
    return o.first(*(a.MoveMotion(o.seat, motion) for motion in plenary.MOTIONS))


_ON_TEXTS: tuple[Callable[[Occasion, Outlook], a.Action | None], ...] = (
    whole,
    first,
    apart,
    respite,
    giving_up,
    later,
)
"""What is thought of while texts wait, in this order."""
