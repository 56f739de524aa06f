"""What a scripted delegation does in the chair: hears another round, puts texts to the vote, rules, closes.

The President rules by the law, and by its own interest only where the law leaves room. It never keeps a text
from the vote longer than the rounds allow.
"""

from __future__ import annotations

from game.delegates.counsel import conduct
from game.delegates.counsel.passing import passing
from game.delegates.counsel.points import wish
from game.delegates.knowledge.occasion import Occasion
from game.session import actions as a


def preside(o: Occasion) -> a.Action:
    """Lead the meeting when nobody else wishes to speak."""
    again = a.ContinueDebate(o.seat)
    if o.memory.business and o.lawful(again):
        return again
    put = (a.PutToVote(o.seat, d.symbol) for d in o.waiting())
    return conduct.ask_silence(o) or o.first(*put, a.CloseMeeting(o.seat)) or passing(o.seat, o.docket)


def rule(o: Occasion) -> a.Action:
    """Rule on the point of order raised (CB3)."""
    point = o.chamber.point
    return a.Rule(o.seat, uphold=bool(point is not None and wish(o, point)))


def answer(o: Occasion) -> a.Action:
    """Challenge a ruling that went against the seat when it wishes otherwise, else let it stand (CB4)."""
    point = o.chamber.point
    wanted = wish(o, point) if point is not None else None
    if point is not None and wanted is not None and wanted != bool(point.upheld):
        return o.first(a.Challenge(o.seat)) or a.AcceptRuling(o.seat)
    return a.AcceptRuling(o.seat)
