"""What a scripted delegation does in consultations: keeps its script, answers deals, warns of a veto.

It ends its turn as soon as it has nothing to do, for everybody waits.
"""

from __future__ import annotations

from game.delegates.counsel import script, trading, usage
from game.delegates.counsel.floor import pledge, warn
from game.delegates.interests.weighing import FAVOURS
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.session import actions as a
from game.session.state import Phase


def counsel(o: Occasion) -> a.Action:
    """Return the seat's act between meetings or in consultations."""
    act = script.next_act(o, script.ANY_TIME)
    if act is None and o.view.papers.deals:
        act = bargains.answer(o) or bargains.deed(o)
    return act or pledge(o) or rest(o)


def rest(o: Occasion) -> a.Action:
    """Return what is left to do in consultations: warnings, an offer, a plea; then the turn ends."""
    act = None
    if o.chamber.phase is Phase.CONSULTATIONS:
        act = usage.sign(o) or warn(o) or trading.offer(o) or trading.ask(o) or plead(o)
    return act or (a.Yield(o.seat) if o.chamber.consulting else a.CallToOrder(o.seat))


def plead(o: Occasion) -> a.Action | None:
    """Ask the capital to loosen the one line that keeps the seat from a text it favours on the whole."""
    for _, w in o.dossier.texts():
        if w.line and not w.firm and w.support >= 2 * FAVOURS and w.line not in o.view.papers.refused:
            act = a.AskCapital(o.seat, w.line)
            if o.lawful(act):
                return act
    return None
