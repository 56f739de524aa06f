"""Why a delegation offered, took or refused a deal, pledged, wrote a note or turned to its capital.

As in `motives_texts`: the moment before the act, and the event that tells of it. Nothing here chooses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.delegates.counsel.dealing import GLADLY, pledged
from game.delegates.hindsight.purposes import (
    BRIEF,
    count,
    in_the_brief,
    judged,
    name,
    owed,
    searches,
    signed,
    spelt,
    whoever,
)
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import outlook
from game.delegates.language.talk_forms import asks
from game.session import events as e
from game.session.actions import Term
from game.session.state import Deal

LAPSED = "Nobody had answered it in time."


def offered(o: Occasion, x: e.DealOffered) -> str:
    """A deal offered: what it wants, what that is worth to it, and what it gives for it."""
    draft = o.draft_called(x.want.subject)
    counted = f": {count(o, draft)}" if draft is not None and x.want.kind == "vote" else ""
    return f"It wanted {spelt(o, x.want)}{counted}. {_scales(o, x.want, x.give)}"


def accepted(o: Occasion, x: e.DealAccepted) -> str:
    """A deal taken."""
    deal = o.view.papers.deals.get(x.number)
    return f"What it gives is less than what it gets. {_scales(o, deal.give, deal.want)}" if deal else LAPSED


def refused(o: Occasion, x: e.DealRefused) -> str:
    """A deal refused: for want of faith, of worth, or because the price is not to be paid."""
    deal = o.view.papers.deals.get(x.number)
    if deal is None:
        return LAPSED
    if bargains.faithless(o, deal.seat):
        return f"{whoever(o, deal.seat)} has broken its word to it before."
    if o.chamber.holders.get(o.seat) == "idealist" and "vote" in (deal.give.kind, deal.want.kind):
        return "It does not trade in votes."
    return f"{_why_not(o, deal)} {_scales(o, deal.give, deal.want)}"


def _why_not(o: Occasion, deal: Deal) -> str:
    if bargains.cost(o, deal.want) >= bargains.IMPOSSIBLE:
        return f"It may not or cannot give {spelt(o, deal.want)}."
    if bargains.gain(o, deal.give) > bargains.cost(o, deal.want):
        return "For what it was sent for, what was asked costs more than what was offered could bring."
    return "What was asked costs it more than what was offered is worth."


def _scales(o: Occasion, get: Term, give: Term) -> str:
    price = bargains.cost(o, give)
    cost = "more than it may give" if price >= bargains.IMPOSSIBLE else f"{price:.2f}"
    worth = signed(bargains.gain(o, get))
    return (
        f"By the measure of its weighings, {spelt(o, get)} is worth {worth} to it, and "
        f"{spelt(o, give)} costs it {cost}."
    )


def gave(o: Occasion, x: e.PledgeMade) -> str:
    """A pledge made."""
    if in_the_brief(o, "pledge", x.kind):
        return BRIEF
    kept = owed(o, "pledge", x.kind)
    if kept:
        return kept
    if searches(o):
        brief = o.view.brief
        whole = brief.capacity.get(x.kind, 0.0) if brief is not None else 0.0
        gain = pledged(o, outlook(o), x.kind, x.amount / whole if whole else 1.0)
        if gain >= GLADLY:
            return f"It reckoned that the pledge brings it {signed(gain)} of an objective."
    liking = signed(o.mandate.liking(o.chamber.adopted))
    return f"What the Council has adopted is to its liking ({liking} of 3), and it helps to carry it out."


def wrote(o: Occasion, x: e.NoteSent) -> str:
    """A note written: by its brief, in answer, or to say what would win its vote."""
    if in_the_brief(o, "note", x.to):
        return BRIEF
    if any(seat == x.to for seat, _ in o.memory.asked):
        return f"{whoever(o, x.to)} had asked it what it would take."
    if asks(x.words):
        return f"It wanted to know what would win the vote of {name(o, x.to)}."
    named = next((d for d, _ in o.dossier.texts() if d.symbol in x.words), None)
    return judged(weighed(o.mandate, named.clauses)) if named else f"It wished {name(o, x.to)} to know it."


def pleaded(o: Occasion, x: e.CapitalAnswered) -> str:
    """A plea to the capital."""
    for draft, w in o.dossier.texts():
        if w.line == x.red_line:
            return (
                f"It favours {draft.symbol} on the whole ({signed(w.support)} of 3), and this line alone "
                "stood in the way."
            )
    return "The line stood in the way of what the Council was about to decide."


MOTIVES: dict[type[e.Event], Callable[[Occasion, Any], str]] = {
    e.DealOffered: offered,
    e.DealAccepted: accepted,
    e.DealRefused: refused,
    e.PledgeMade: gave,
    e.NoteSent: wrote,
    e.CapitalAnswered: pleaded,
}
"""Why an act that an event tells of was done, by its kind."""
