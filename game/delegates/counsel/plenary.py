"""What a scripted delegation does about the Assembly: takes a vetoed text to it, and takes part in it.

In the Assembly it has one turn: it puts its name to what it likes best, says once where it stands, and votes
by its interests as in the Council (`voting`).
"""

from __future__ import annotations

from game.delegates.interests.weighing import FAVOURS
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Ballot, Draft

MOTIONS = ("ess", "to_assembly")
"""The two roads: a session is called, or the matter goes to the Assembly that sits."""
PRESSING = frozenset({"force", "command"})
"""What a vetoed text must have asked for before all Members are asked for a session."""
JOINS = 2.0
"""The score from which a seat puts its name to a text before the Assembly."""


def refer(o: Occasion) -> a.Action | None:
    """Take a text that was vetoed to the Assembly, if its sponsor thinks the Assembly may act (GA6)."""
    if not o.memory.vetoed:
        return None
    lost = o.memory.vetoed.keys() - o.memory.answered
    if not lost or not (lost & o.memory.backed or _aggrieved(o)):
        return None
    if not _wishes(o) or _referring(o):
        return None
    return o.first(*(a.MoveMotion(o.seat, motion) for motion in MOTIONS), *_request(o))


def _referring(o: Occasion) -> bool:
    """Say whether a text before the Council calls the Assembly already: the motion would do it twice."""
    kinds = {kind.id for kind in o.lexicon.characters.get("referral", ())}
    tabled = (d for d in o.chamber.drafts.values() if d.status == "tabled")
    return any(clause.kind in kinds for draft in tabled for clause in draft.clauses)


def _wishes(o: Occasion) -> bool:
    """Say whether the seat would have the Assembly act where a veto keeps the Council from it."""
    referral = o.lexicon.characters.get("referral", ())
    return not referral or o.mandate.stand(Clause(referral[0].id)).attitude >= FAVOURS


def _aggrieved(o: Occasion) -> bool:
    """Say whether the seat is a party before the League, and lost a text it voted for (L8)."""
    lost = o.chamber.plenary.lost if o.chamber.plenary is not None else ()
    party = o.seat in o.lexicon.open.disputants
    return party and bool(lost) and lost[-1].votes.get(o.seat) == "yes"


def _request(o: Occasion) -> tuple[a.Action, ...]:
    if o.seat in o.lexicon.open.disputants:
        return (a.RequestSession(o.seat),)
    lost = o.chamber.plenary.lost if o.chamber.plenary is not None else ()
    kinds = {o.lexicon.kinds[c.kind].character for text in lost for c in text.clauses}
    return (a.RequestSession(o.seat),) if kinds & PRESSING else ()


def on_referral(o: Occasion, ballot: Ballot) -> tuple[str, str]:
    """Return the vote on turning to the Assembly where the pack says nothing of it: as on the lost text."""
    lost = o.chamber.plenary.lost if o.chamber.plenary is not None else ()
    vote = lost[-1].votes.get(o.seat, "abstain") if lost else "abstain"
    vote = vote if vote in ("yes", "no") else "abstain"
    told = {
        "yes": "the Assembly may say what a veto kept from the Council",
        "no": "the question should stay with the Council",
    }
    return vote, reasons.said(o.name, vote, told.get(vote, "it did not take sides on the text"))


def counsel(o: Occasion) -> a.Action:
    """Return the seat's act in the Assembly: a name under a text, a statement, and then no more."""
    return _join(o) or _speak(o) or a.Yield(o.seat)


def _join(o: Occasion) -> a.Action | None:
    for draft, w in o.dossier.texts():
        act = a.Sponsor(o.seat, draft.symbol)
        if w.vote == "yes" and w.score >= JOINS and in_the_council(o, draft) in ("", "yes") and o.lawful(act):
            return act
    return None


def in_the_council(o: Occasion, draft: Draft) -> str:
    """Return how the seat voted in the Council on a text now before the Assembly; empty if it did not."""
    lost = o.chamber.plenary.lost if o.chamber.plenary is not None else ()
    return next((x.votes.get(o.seat, "") for x in lost if x.clauses == draft.clauses), "")


def vote(o: Occasion, ballot: Ballot) -> tuple[str, str] | None:
    """Return the vote on a text that a veto kept from the Council: as there; None where the seat weighs it
    anew."""
    draft = o.chamber.drafts[ballot.draft]
    before = in_the_council(o, draft)
    if before not in ("yes", "no", "abstain"):
        return None
    w = o.weigh(draft)
    same = reasons.said(o.name, before, "it takes the side in the Assembly that it took in the Council")
    return before, w.reason if w.vote == before else same


def _speak(o: Occasion) -> a.Action | None:
    before = o.dossier.before_the_council()
    for issue in o.mandate.foremost:
        if issue in before:
            position = o.mandate.position(issue).position
            says = "for" if position > 0 else "against" if position < 0 else "neutral"
            title = o.lexicon.issues.get(issue, issue)
            words = reasons.statement(o.name, says, title, o.mandate.why(issue))
            return o.first(a.Speak(o.seat, issue, says, words))
    return None
