"""What a scripted delegation makes of the Council's rarer business, and the reasons it gives.

Items, statements, guests' drafts, disputes, private meetings, the order of amendments, and the nature of what
was carried. As everywhere here: nothing acts without its rule, and each vote has one sentence.
"""

from __future__ import annotations

from game.delegates.counsel import script
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.session import actions as a
from game.session.duties import bound_to_abstain
from game.session.sequence import by_substance
from game.session.state import Ballot
from game.session.table import AGREED

Vote = tuple[str, str]
DISCUSSED = (
    "to discuss a question is not to decide it",
    "what a member brings here should at least be heard",
    "nobody is bound by what is merely discussed",
    "an agenda prejudges nothing",
)
"""Why one lets an item be taken up."""


# -- votes -----------------------------------------------------------------------------------------
def duty(o: Occasion, ballot: Ballot) -> Vote | None:
    """Abstain where a party to the dispute must: its yes or no would be void (V10)."""
    if not o.chamber.conduct.parties or o.seat not in bound_to_abstain(o.lexicon.kinds, o.chamber, ballot):
        return None
    return "abstain", reasons.said(o.name, "abstain", "it is party to the dispute, and a party abstains")


def agenda(o: Occasion, ballot: Ballot) -> Vote:
    """Vote on an item: against it after notice was given, else for it, for to discuss is not to decide."""
    item = next((x for x in o.chamber.conduct.listed if x.id == ballot.subject), None)
    if item is None:
        objects, what = o.seat in o.chamber.notices, "this agenda"
    else:
        objects = o.seat in o.chamber.conduct.objections.get(item.id, ())
        what = "this item"
    if objects:
        return "no", reasons.said(o.name, "no", f"it gave notice that it objects to {what}")
    if item is not None and item.seat == o.seat:
        return "yes", reasons.said(o.name, "yes", "it asked for this item")
    return "yes", reasons.said(o.name, "yes", reasons.one(DISCUSSED, o.seat, ballot.subject))


def statement(o: Occasion, ballot: Ballot) -> Vote:
    """Agree to a statement, or block it if the seat would vote against its words (EV4)."""
    draft = o.chamber.drafts[ballot.draft]
    if o.seat in draft.sponsors:
        return "yes", reasons.said(o.name, "yes", "it proposed the statement")
    w = o.weigh(draft)
    if w.vote == "no":
        return "no", reasons.said(o.name, "no", "it cannot have these words said on its behalf")
    return "yes", reasons.said(o.name, "yes", "it does not object")


def motion(o: Occasion, ballot: Ballot) -> Vote | None:
    """Vote on a motion of the rarer business; None for any other."""
    if ballot.subject == "declare_dispute":
        return _dispute(o)
    if ballot.subject == "private_meeting":
        own = any(d.sponsors[:1] == (o.seat,) for d, _ in o.dossier.texts())
        if own:
            return "no", reasons.said(o.name, "no", "its text should be debated in public")
        return "yes", reasons.said(o.name, "yes", "behind closed doors more may be said")
    if ballot.subject == "vote_now":
        votes = {w.vote for _, w in o.dossier.texts()}
        vote = "yes" if "yes" in votes else "no" if "no" in votes else "abstain"
        return vote, reasons.said(o.name, vote, "it looks to the texts that wait to be put")
    return None


def _dispute(o: Occasion) -> Vote:
    claimed = o.chamber.conduct.claimed
    if o.seat in claimed:
        return "no", reasons.said(o.name, "no", "it does not hold itself to be party to a dispute")
    if o.view.brief is not None and set(o.view.brief.patrons) & set(claimed):
        return "abstain", reasons.said(o.name, "abstain", "it sees a situation rather than a dispute")
    return "yes", reasons.said(o.name, "yes", "the Charter asks a party to a dispute to abstain")


def carried_nature(o: Occasion, ballot: Ballot) -> Vote | None:
    """Say whether an invitation just carried was procedural: so practice has it, but for who contests it."""
    contest = o.chamber.conduct.contest
    if contest is None or contest.subject != ballot.subject:
        return None
    if ballot.mover == o.seat:
        return "no", reasons.said(o.name, "no", "it holds the question to be one of substance")
    return "yes", reasons.said(o.name, "yes", "an invitation is a question of procedure by long practice")


# -- acts ------------------------------------------------------------------------------------------
def ask_silence(o: Occasion) -> a.Action | None:
    """As President, ask whether all agree to a statement that waits (EV4)."""
    waiting = (d for d in o.waiting() if d.form in AGREED)
    return o.first(*(a.AskConsent(o.seat, d.symbol) for d in waiting))


def ask_vote(o: Occasion) -> a.Action | None:
    """Ask for a vote on a guest's draft that the seat would vote for (IN5)."""
    for draft, w in o.dossier.texts():
        if draft.guest and not draft.asked and w.vote == "yes":
            return o.first(a.AskVote(o.seat, draft.symbol))
    return None


def contest(o: Occasion) -> a.Action | None:
    """Contest the nature of an invitation carried over the seat's no, if its script says so (P6)."""
    carried = o.chamber.conduct.contest
    if carried is None or o.seat not in carried.seats:
        return None
    told = {line.what for line in script.remaining(o, script.POINTS)}
    if not told & {"nature", f"nature:{carried.subject}"}:
        return None
    return o.first(a.RaisePoint(o.seat, "nature", carried.subject))


def comes_first(o: Occasion, symbol: str) -> bool:
    """Say whether the rules put an amendment before all others to its draft (CB10)."""
    change = o.chamber.amendments.get(symbol)
    if change is None:
        return False
    others = [x for x in o.chamber.amendments.values() if x.draft == change.draft]
    return by_substance(o.lexicon.kinds, others)[0] == symbol
