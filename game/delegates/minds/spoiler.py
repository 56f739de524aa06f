"""The spoiler: delays, divides and objects to what it opposes, and loads it with more than others can bear.

All of it within the rules: each motion is moved once a stage and one a round, each text divided once and
loaded once, each amendment objected to once; a meeting can be slowed so, never held for ever. It keeps its
word while the other side has still to do its part, and no longer.
"""

from __future__ import annotations

from game.delegates.knowledge import bargains
from game.delegates.knowledge.estimating import count
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.minds.tempered import Tempered
from game.session import actions as a
from game.session.scenario import Clause, ClauseKind
from game.session.state import Ballot, Draft

DILATORY = ("postpone", "adjourn_to", "adjourn", "refer", "suspend")
"""Motions that keep a text from the vote, the longest delay first."""
LOADS = 0.05
"""What a clause must take from a text's odds to be worth adding."""
_MOST = 12
"""How many clauses it considers for one text."""


class Spoiler(Tempered):
    """Stands in the way."""

    __slots__ = ()

    def advise(self, o: Occasion) -> a.Action | None:
        """Delay, divide and load the texts it would not vote for."""
        opposed = [d for d, w in o.dossier.texts() if w.vote != "yes" and w.support <= 0]
        opposed = [d for d in opposed if d.clauses and o.seat not in d.sponsors]
        if not opposed:
            return None
        return _object(o, opposed) or _load(o, opposed) or _divide(o, opposed) or _delay(o)

    def vote(self, o: Occasion, ballot: Ballot, act: a.CastBallot) -> a.CastBallot | None:
        """Vote no where others would abstain, if a no of its own defeats nothing by itself."""
        w = o.weigh(o.chamber.drafts[ballot.draft])
        open_minded = act.vote in ("abstain", "not_participating") and not w.line and w.support < 0
        if not open_minded or (w.price and ballot.nature != "procedural"):
            return None
        return a.CastBallot(
            o.seat, "no", reasons.said(o.name, "no", "it would rather have no text than this one")
        )

    def go_back(self, o: Occasion, ballot: Ballot, act: a.CastBallot) -> a.CastBallot | None:
        """Break its word on a text it opposes, once it has had what it was promised."""
        draft = o.chamber.drafts[ballot.draft]
        w = o.weigh(draft)
        opposes = w.vote == "no" or (w.support < 0 and not w.price)
        if act.vote == "no" or not opposes or not bargains.served(o, draft):
            return None
        return a.CastBallot(o.seat, "no", reasons.unsaid(o.name, "no", "it would have no such text"))


def _object(o: Occasion, opposed: list[Draft]) -> a.Action | None:
    """Say of others' amendments to such a text that they do not relate to it (CB10): the chair must rule."""
    symbols = {draft.symbol for draft in opposed}
    changes = o.chamber.amendments.values()
    others = (x for x in changes if x.draft in symbols and x.seat != o.seat)
    return o.first(*(a.RaisePoint(o.seat, "relevance", change.symbol) for change in others))


def _delay(o: Occasion) -> a.Action | None:
    """Move the next motion that would keep the texts from the vote, one a round."""
    moved = sum(o.memory.is_spent("refer", motion) for motion in DILATORY)
    if o.chamber.meeting is None or moved >= o.chamber.meeting.round:
        return None
    for motion in DILATORY:
        act = a.MoveMotion(o.seat, motion)
        if not o.memory.is_spent("refer", motion) and o.lawful(act):
            return act
    return None


def _divide(o: Occasion, opposed: list[Draft]) -> a.Action | None:
    """Ask for a separate vote on the clause a text is for, so that it may fall alone."""
    for draft in opposed:
        if draft.divided:
            continue
        ranks = [o.lexicon.kinds[c.kind].rank for c in draft.clauses]
        act = a.RequestSeparateVote(o.seat, draft.symbol, ranks.index(max(ranks)))
        if o.lawful(act):
            return act
    return None


def _load(o: Occasion, opposed: list[Draft]) -> a.Action | None:
    """Add the clause that makes a text hardest for others to bear: who can veto it will."""
    for draft in opposed:
        if draft.symbol in o.memory.moved:
            continue
        now = count(o, draft.clauses)
        worst: tuple[float, a.MoveAmendment] | None = None
        for clause in _harder(o, draft)[:_MOST]:
            act = a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), clause)
            loss = now.odds - count(o, (*draft.clauses, clause)).odds
            if loss >= LOADS and (worst is None or loss > worst[0]) and o.lawful(act):
                worst = loss, act
        if worst is not None:
            return worst[1]
    return None


def _harder(o: Occasion, draft: Draft) -> list[Clause]:
    """Clauses that a text lacks and that go further the same way, those of the strongest words first."""
    present = {c.kind for c in draft.clauses}
    goes: dict[str, float] = {}
    for clause in draft.clauses:
        for issue, weight in o.lexicon.bearing(clause).items():
            goes[issue] = goes.get(issue, 0.0) + weight
    kinds = [k for k in o.lexicon.open.clauses if k.part == "operative" and k.id not in present]
    near = [k for k in kinds if _further(k, goes)]
    return [Clause(k.id) for k in sorted(near, key=lambda k: (-k.rank, k.id))]


def _further(kind: ClauseKind, goes: dict[str, float]) -> bool:
    """Whether a clause bears on something the text bears on, and on nothing the other way."""
    sides = [weight * goes.get(issue, 0.0) for issue, weight in kind.issues.items()]
    return max(sides, default=0.0) > 0 and min(sides) >= 0
