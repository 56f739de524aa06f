"""What a novice does: the plain lines of its script, one statement when it has news, its vote.

It votes its interests and looks no further: it brings no text but history's, changes none, moves nothing and
begins no bargain; a deal that is put to it, it judges and keeps. As President it puts what waits to the vote
as soon as nobody has anything to add.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.counsel import chair, conduct, floor, script, usage, voting
from game.delegates.counsel.passing import passing
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.session import actions as a
from game.session.state import Phase


def debate(o: Occasion) -> a.Action:
    """Return the novice's act with the floor."""
    act = table(o) or script.next_act(o, script.PLAIN)
    if act is None and o.view.papers.deals:
        act = bargains.deed(o)
    if act is None and o.view.house.adds:
        act = o.first(*filter(None, (usage.sign(o), usage.build(o))))
    return act or speak(o) or a.Yield(o.seat)


def table(o: Occasion) -> a.Action | None:
    """Table the text that history has the seat bring now, by its script or of itself; no other."""
    for line, act, mark in o.dossier.lines(script.TABLING):
        stored = o.lexicon.drafts.get(line.what)
        if stored is None or stored.roll is None or o.memory.is_spent(act, mark):
            continue
        bring = a.TableDraft(o.seat, stored=stored.id)
        if o.lawful(bring):
            o.memory.spend(act, mark)
            return bring
    return floor.table(o)


def speak(o: Occasion) -> a.Action | None:
    """Speak once at a date, on the dearest issue before the Council, if that is not said already."""
    if o.memory.said or o.chamber.meeting is None or script.remaining(o, script.SPEAKING):
        return None
    before = o.dossier.before_the_council()
    issue = next((i for i in o.mandate.foremost if i in before), None)
    if issue is None:
        return None
    says = script.stance(o.mandate.position(issue).position)
    if (issue, says) in o.memory.stated:
        return None
    words = reasons.statement(o.name, says, o.lexicon.issues.get(issue, issue), o.mandate.why(issue))
    return o.first(a.Speak(o.seat, issue, says, words))


def confer(o: Occasion) -> a.Action:
    """Return the novice's act between meetings or in consultations."""
    act = script.next_act(o, script.AT_HAND)
    if act is None and o.view.papers.deals:
        act = bargains.answer(o) or bargains.deed(o)
    if act is None and o.view.house.adds and o.chamber.phase is Phase.CONSULTATIONS:
        act = usage.sign(o)
    return act or (a.Yield(o.seat) if o.chamber.consulting else a.CallToOrder(o.seat))


def preside(o: Occasion) -> a.Action:
    """Put what waits to the vote, and close; hear another round only while a text is still being made."""
    again = a.ContinueDebate(o.seat)
    if _in_the_making(o) and o.lawful(again):
        return again
    put = (a.PutToVote(o.seat, d.symbol) for d in o.waiting())
    return conduct.ask_silence(o) or o.first(*put, a.CloseMeeting(o.seat)) or passing(o.seat, o.docket)


def _in_the_making(o: Occasion) -> bool:
    """Say whether a text circulates for names, or waits for clauses moved one by one (MU2, MU4)."""
    if not o.view.house.adds or not o.memory.business:
        return False
    return not o.view.house.prewritten or any(d.status == "circulating" for d in o.chamber.drafts.values())


def attend(o: Occasion) -> a.Action:
    """Take no part in the Assembly but by voting."""
    return a.Yield(o.seat)


PHASES: dict[Phase, Callable[[Occasion], a.Action]] = {
    Phase.BALLOT: voting.by_interests,
    Phase.DEBATE: debate,
    Phase.CHAIR: preside,
    Phase.RULING: chair.rule,
    Phase.RULED: lambda o: a.AcceptRuling(o.seat),
    Phase.RECESS: confer,
    Phase.CONSULTATIONS: confer,
    Phase.PLENARY: attend,
    Phase.CALL: usage.answer,
}
"""What is asked of a novice in each phase."""
