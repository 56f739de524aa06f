"""What a veteran does: whatever serves its objectives best as far as it can see, and else what is seasoned.

It reads its own objectives and counts on the others by what they have said and done. It keeps its word, its
firm red lines and its own texts, whatever it would gain.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.counsel import (
    avowals,
    chair,
    conduct,
    consulting,
    courting,
    dealing,
    floor,
    orders,
    planning,
    plenary,
    script,
    usage,
    voting,
)
from game.delegates.interests.changes import reads
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import PROMISING, Outlook, outlook
from game.session import actions as a
from game.session.state import Ballot, Phase

MOST_VENTURES = 4
"""Texts and changes that a seat moves at one date before it looks for no more."""
HARMS = -0.1
"""What an act must cost, in objectives, before it is left undone."""
DECISIVE = 0.05
"""What another vote must promise, in objectives, before the seat departs from what its brief would have it
do."""


# -- with the floor ------------------------------------------------------------------------------------------
def debate(o: Occasion) -> a.Action:
    """Return the veteran's act with the floor."""
    act = script.next_act(o, script.ON_THE_FLOOR)
    if act is not None and not harms(o, act):
        return act
    for advice in (plan, hear, talks, order, *floor.COUNSELS):
        act = advice(o)
        if act is not None and not harms(o, act):
            return act
    return a.Yield(o.seat)


def plan(o: Occasion) -> a.Action | None:
    """Return the text or the change that promises most, while the seat has ventured little."""
    if o.memory.ventures >= MOST_VENTURES or orders.kept_back(o):
        return None
    return planning.best(o, outlook(o)) or courting.court(o, outlook(o))


def hear(o: Occasion) -> a.Action | None:
    """Propose that a party be heard, once at a date, where an objective asks for it."""
    parties = o.dossier.aims().parties
    if o.chamber.meeting is None or not parties:
        return None
    wanted = [p for p in sorted(parties - o.chamber.invited) if not o.memory.is_spent("invite", p)]
    look = outlook(o)
    return o.first(*(a.ProposeInvitation(o.seat, p) for p in wanted if look.hearing(p) >= PROMISING))


def talks(o: Occasion) -> a.Action | None:
    """Move that the meeting be suspended while votes are wanted that might be won in consultations."""
    meeting = o.chamber.meeting
    if meeting is None or meeting.suspended or o.memory.is_spent("refer", "suspend"):
        return None
    look = outlook(o)
    if not look.aims.bearing or not any(dealing.winnable(o, look)):
        return None
    return o.first(a.MoveMotion(o.seat, "suspend"))


def order(o: Occasion) -> a.Action | None:
    """Return the order of business that serves best: a text first, in parts, whole, later, elsewhere."""
    return orders.counsel(o, outlook(o))


def preside(o: Occasion) -> a.Action:
    """Hear another round while a text that serves is short of votes; else lead as any President does."""
    look, again = outlook(o), a.ContinueDebate(o.seat)
    if look.aims.bearing and any(dealing.winnable(o, look)) and o.lawful(again):
        return again
    return chair.preside(o)


def harms(o: Occasion, act: a.Action) -> bool:
    """Say whether an act would cost the seat more of its objectives than it may."""
    look = outlook(o)
    if isinstance(act, a.Sponsor):
        draft = o.draft_called(act.draft)
        return draft is not None and look.of_draft(o, draft, "yes").gain < HARMS
    if isinstance(act, a.TableDraft):
        stored = o.lexicon.drafts.get(act.stored)
        return stored is not None and look.of(o, stored.clauses, stored.id).gain < HARMS
    if isinstance(act, a.ProposeInvitation):
        return look.hearing(act.party) < HARMS
    if isinstance(act, a.Pledge):
        return dealing.pledged(o, look, act.kind, act.share) < HARMS
    if isinstance(act, a.MoveAmendment) and act.change == "delete":
        draft = o.draft_called(act.draft)
        return draft is not None and courting.courts(o, look, draft)
    return False


# -- votes ---------------------------------------------------------------------------------------------------
def cast(o: Occasion) -> a.CastBallot:
    """Return the ballot its brief asks for, unless another serves the objectives better."""
    usual, ballot = voting.cast(o), o.chamber.ballot
    if ballot is not None and usual.vote == "yes":
        words = courting.explained(o, outlook(o), ballot, usual.words)
        if words:
            return a.CastBallot(o.seat, "yes", words)
    if ballot is None or conduct.duty(o, ballot) or voting.beyond_doubt(o, ballot):
        return usual
    promises = _promises(o, ballot)
    if not promises:
        return usual
    best = max(promises, key=lambda v: (promises[v], v == usual.vote))
    if best == usual.vote or promises[best] - promises.get(usual.vote, HARMS) < DECISIVE:
        return usual
    return usage.fit(o, a.CastBallot(o.seat, best, avowals.ground(o, ballot, best)))


def _promises(o: Occasion, ballot: Ballot) -> dict[str, float]:
    """What each vote promises in objectives; nothing where they are not touched."""
    look = outlook(o)
    if ballot.kind in ("draft", "assembly", "consent"):
        return _on_text(o, look, ballot)
    if ballot.kind == "amendment" and ballot.mover != o.seat:
        return _on_change(o, look, ballot)
    if ballot.kind == "invitation" and ballot.mover != o.seat and ballot.subject in look.aims.parties:
        gain = look.hearing(ballot.subject)
        return {"yes": gain, "no": -gain, "abstain": 0.0}
    return {}


def _on_text(o: Occasion, look: Outlook, ballot: Ballot) -> dict[str, float]:
    draft = o.chamber.drafts[ballot.draft]
    if not look.aims.touched(draft.clauses, draft.stored):
        return {}
    w = o.weigh(draft)
    votes = ("no", "abstain") if w.line and w.firm else ("yes", "no", "abstain")
    promised = look.by_vote(o, draft)
    return {v: promised[v].gain for v in votes}


def _on_change(o: Occasion, look: Outlook, ballot: Ballot) -> dict[str, float]:
    change, draft = o.chamber.amendments[ballot.subject], o.chamber.drafts[ballot.draft]
    after = reads(draft, change)
    if not look.aims.touched((*draft.clauses, *after)):
        return {}
    line = o.mandate.stand(change.clause).line if change.clause is not None else None
    gain = look.of(o, after, draft.stored).gain - look.of(o, draft.clauses, draft.stored).gain
    votes = {"yes": gain, "no": -gain, "abstain": 0.0}
    if line is not None and line.firm:
        del votes["yes"]
    return votes


# -- in consultations ----------------------------------------------------------------------------------------
def confer(o: Occasion) -> a.Action:
    """Return the veteran's act between meetings or in consultations."""
    act = script.next_act(o, script.ANY_TIME)
    if act is not None and not harms(o, act):
        return act
    if o.view.papers.deals:
        act = dealing.answer(o, outlook(o)) or bargains.deed(o)
        if act is not None:
            return act
    act = dealing.pledge(o, outlook(o)) or dealing.offer(o, outlook(o)) or floor.pledge(o)
    if act is not None and not harms(o, act):
        return act
    return consulting.rest(o)


PHASES: dict[Phase, Callable[[Occasion], a.Action]] = {
    Phase.BALLOT: cast,
    Phase.DEBATE: debate,
    Phase.CHAIR: preside,
    Phase.RULING: chair.rule,
    Phase.RULED: chair.answer,
    Phase.RECESS: confer,
    Phase.CONSULTATIONS: confer,
    Phase.PLENARY: plenary.counsel,
    Phase.CALL: usage.answer,
}
"""What is asked of a veteran in each phase."""
