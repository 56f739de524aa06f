"""What the motives of a delegation are put together from: its brief, its word, its own weighing, its count.

Each answer is the end or the whole of a sentence about one seat's own papers: for the debrief alone, where
nothing is secret any more. Nothing here chooses, and nothing may be shown to another seat while a sitting
lasts.
"""

from __future__ import annotations

from game.delegates.counsel import script
from game.delegates.interests.weighing import Weighing, weighed
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import outlook
from game.delegates.knowledge.reckoning import reckoning, said
from game.delegates.language import reasons
from game.delegates.levels import VETERAN
from game.plain.names import with_article
from game.session.actions import Term
from game.session.scenario import Clause
from game.session.state import Draft

BRIEF = "Its brief has it do so at this date."
WORD = "It had undertaken it in a deal with {}."


def in_the_brief(o: Occasion, act: str, *names: str) -> bool:
    """Say whether the seat's script has a line of this act, still to be done, that names one of these."""
    lines = script.remaining(o, frozenset({act}))
    return any(not names or line.what in names or line.what.partition(":")[0] in names for line in lines)


def owed(o: Occasion, kind: str, *names: str) -> str:
    """Return that the seat had promised such a thing, and to whom; empty if it had not."""
    for deal in o.view.papers.deals.values():
        if deal.status != "accepted" or o.seat not in (deal.seat, deal.to) or o.seat in deal.kept:
            continue
        term = bargains.own_term(deal, o.seat)
        if term.kind == kind and (not names or term.subject in names):
            return WORD.format(name(o, deal.to if deal.seat == o.seat else deal.seat))
    return ""


def name(o: Occasion, seat: str) -> str:
    """Return a member's name as it stands inside a sentence."""
    return with_article(o.lexicon.names.get(seat, seat))


def whoever(o: Occasion, seat: str) -> str:
    """Return a member's name as it begins a sentence."""
    told = name(o, seat)
    return told[:1].upper() + told[1:]


def searches(o: Occasion) -> bool:
    """Say whether the seat is held by a veteran, who acts for its objectives as far as it can see."""
    return o.chamber.levels.get(o.seat, o.chamber.level) == VETERAN


def ground(w: Weighing) -> str:
    """Return what decided a weighing, without the name and the vote it begins with."""
    return w.reason.partition(": ")[2].strip().rstrip(".") or "nothing in it touches its instructions"


def measured(o: Occasion, draft: Draft) -> str:
    """Return how the seat would vote on a draft, and for which clause."""
    return judged(o.weigh(draft))


def judged(w: Weighing) -> str:
    """Return how a seat would vote on a text, and for which clause, as a sentence."""
    return f"By its own weighing {reasons.would(w.vote)}: {ground(w)}."


def amended(o: Occasion, draft: Draft, after: tuple[Clause, ...]) -> str:
    """Return what a change to a draft makes of the seat's own vote and of the count, as it knows it."""
    around = o.dossier.around(draft)
    now, then = o.weigh(draft), weighed(o.mandate, after, around)
    own = (
        f"Its own vote would go from {_vote(now.vote)} to {_vote(then.vote)}"
        if now.vote != then.vote
        else f"Its own vote stays {_vote(now.vote)}"
    )
    return f"{own} ({signed(now.score)} before, {signed(then.score)} after); {_odds(o, draft, after)}."


def _odds(o: Occasion, draft: Draft, after: tuple[Clause, ...]) -> str:
    told = {**said(o, draft), o.seat: o.weigh(draft).vote}
    now = reckoning(o).count(o, draft.clauses, told).odds
    then = reckoning(o).count(o, after, {o.seat: weighed(o.mandate, after).vote}).odds
    return f"the chance that the text carries it put at {now:.0%} before and {then:.0%} after"


def count(o: Occasion, draft: Draft) -> str:
    """Return the count on a draft as the seat had it, as a clause."""
    counted = reckoning(o).count(o, draft.clauses, {o.seat: o.weigh(draft).vote, **said(o, draft)})
    yeses = sum(vote == "yes" for vote in counted.votes.values())
    return f"it counted on {yeses} yes for {draft.symbol} and gave it a chance of {counted.odds:.0%}"


def promises(o: Occasion, clauses: tuple[Clause, ...], stored: str = "") -> str:
    """Return what a text of the seat's own promised for its objectives; empty but for one who searches."""
    if not searches(o):
        return ""
    look = outlook(o)
    if not look.aims.touched(clauses, stored):
        return ""
    gain, odds = look.of(o, clauses, stored)
    return (
        f"It looks for what serves its objectives: it gave this a chance of {odds:.0%}, and on the whole "
        f"{signed(gain)} of an objective."
    )


def served(o: Occasion, draft: Draft) -> str:
    """Return what each vote on a draft promised for the seat's objectives; empty but for one who searches."""
    look = outlook(o) if searches(o) else None
    if look is None or not look.aims.touched(draft.clauses, draft.stored):
        return ""
    promised = look.by_vote(o, draft)
    told = ", ".join(f"{_vote(vote)} {signed(x.gain)}" for vote, x in promised.items())
    return f"For its objectives it reckoned besides, against things as they stood: {told}."


def spelt(o: Occasion, term: Term) -> str:
    """Return one side of a deal in a few words."""
    if term.kind == "vote":
        return f"a vote of {_vote(term.vote)} on {_text(o, term.subject)}"
    if term.kind == "sponsor":
        return f"a name under {_text(o, term.subject)}"
    if term.kind == "amendment":
        kind = o.lexicon.kinds.get(term.clause)
        return f"a change of “{kind.title if kind else term.clause}” in {_text(o, term.subject)}"
    if term.kind == "statement":
        return f"a statement on “{o.lexicon.issues.get(term.subject, term.subject)}”"
    return "a pledge"


def _text(o: Occasion, called: str) -> str:
    """A text by its symbol, or by its title while it is not on the table."""
    stored = o.lexicon.drafts.get(called)
    return f"“{stored.title}”" if stored is not None and stored.title else called


def _vote(vote: str) -> str:
    return {"yes": "yes", "no": "no"}.get(vote, "abstention")


def signed(value: float) -> str:
    """Return a measure to a hundredth with its sign; a true minus, and none before nothing."""
    rounded = round(value, 2) + 0.0
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"
