"""Why a delegation tabled, sponsored, changed, divided or announced its vote on a text, told afterwards.

Copy me: each function reads the moment before the act, and the event that tells of it. Nothing here chooses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.delegates.counsel import amending, trading
from game.delegates.hindsight.purposes import (
    BRIEF,
    amended,
    count,
    ground,
    in_the_brief,
    judged,
    measured,
    owed,
    promises,
    searches,
    signed,
    whoever,
)
from game.delegates.interests.changes import reads
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.reckoning import likely
from game.session import events as e
from game.session.state import Amendment, Draft

AWAY = "The text had left the table."


# -- texts ---------------------------------------------------------------------------------------------------
def tabled(o: Occasion, x: e.DraftTabled) -> str:
    """A text tabled: by its brief, as in history, against a rival, or for its objectives."""
    if x.stored and in_the_brief(o, "table", x.stored):
        return BRIEF
    own = judged(weighed(o.mandate, x.clauses))
    if x.stored in {text.id for text in o.lexicon.moved_at.get((o.seat, o.chamber.stage_id), ())}:
        return f"It moved this text at this date in history. {own}"
    feared = next((d for d, w in o.dossier.texts() if w.vote == "no"), None)
    rival = ""
    if feared is not None and likely(o, feared).odds >= trading.CARRIES:
        rival = f"It would vote no on {feared.symbol}, which it thought likely to carry, and offers another."
    return " ".join(part for part in (rival, promises(o, x.clauses, x.stored), own) if part)


def sponsored(o: Occasion, x: e.SponsorJoined) -> str:
    """A name put under a text."""
    draft = o.chamber.drafts.get(x.draft)
    if draft is None:
        return AWAY
    if in_the_brief(o, "sponsor", x.draft, draft.stored):
        return BRIEF
    w = o.weigh(draft)
    near = f"The text is near to what it wants ({signed(w.score)} of 3): {ground(w)}."
    return owed(o, "sponsor", x.draft, draft.stored) or near


def left(o: Occasion, x: e.SponsorLeft) -> str:
    """A name taken back."""
    draft = o.chamber.drafts.get(x.draft)
    return f"The text is no longer the one it put its name to. {measured(o, draft)}" if draft else AWAY


def withdrawn(o: Occasion, x: e.DraftWithdrawn) -> str:
    """A text withdrawn by who tabled it."""
    draft = o.chamber.drafts.get(x.draft)
    if draft is None:
        return AWAY
    return BRIEF if in_the_brief(o, "withdraw", x.draft, draft.stored) else _hopeless(o, draft)


def _hopeless(o: Occasion, draft: Draft) -> str:
    if o.chamber.conduct.further and o.memory.is_spent("request", ""):
        return f"It keeps its text for the further meeting that it asked for: {count(o, draft)}."
    return f"On its own text {count(o, draft)}."


def signed_paper(o: Occasion, x: e.PaperSigned) -> str:
    """A name that promises no vote."""
    draft = o.chamber.drafts.get(x.paper)
    return f"A name only brings a paper in. {measured(o, draft)}" if draft else "A name only brings it in."


# -- amendments ----------------------------------------------------------------------------------------------
def moved(o: Occasion, x: e.AmendmentMoved) -> str:
    """An amendment moved: by its brief, by its word, or for what it makes of the text."""
    draft = o.chamber.drafts.get(x.draft)
    if draft is None:
        return AWAY
    if in_the_brief(o, "amend", x.draft, draft.stored):
        return BRIEF
    change = Amendment(x.symbol, x.seat, x.draft, x.change, x.place, x.clause, x.target)
    after = reads(draft, change)
    told = owed(o, "amendment", x.draft, draft.stored) or _why_moved(o, draft, x)
    return f"{told} {amended(o, draft, after)}" if after else told


def _why_moved(o: Occasion, draft: Draft, x: e.AmendmentMoved) -> str:
    """What the change is for, by what it does and to whose text."""
    if o.seat in draft.sponsors[:1]:
        stances = o.chamber.stances.get(draft.symbol, {})
        against = [s for s, vote in stances.items() if vote == "no"]
        if against and x.change != "add":
            return f"{whoever(o, against[0])} had announced a no to its text; it gives way."
        return promises(o, draft.clauses, draft.stored) or "It is still writing its own text."
    w = o.weigh(draft)
    if x.change == "add" and w.support < 0:
        return "It opposes the text, and the clause makes it harder for others to bear."
    gone = x.target
    if gone is not None and w.vote != "yes" and w.place >= 0 and gone == draft.clauses[w.place]:
        return f"This clause stands between it and a yes: {ground(w)}."
    if x.clause is not None and o.mandate.stand(x.clause).attitude >= amending.WANTS:
        why = o.mandate.why(o.mandate.stand(x.clause).issue)
        return f"It badly wants this clause, and the text lacked it{f' ({why})' if why else ''}."
    if searches(o):
        return "Of the changes it looked at, this one promised most for what it was sent for."
    return "It looks for a text that more can bear."


def taken_in(o: Occasion, x: e.DraftRevised) -> str:
    """An amendment taken into one's own text."""
    draft, change = o.chamber.drafts.get(x.draft), o.chamber.amendments.get(x.by)
    if draft is None or change is None:
        return AWAY
    return owed(o, "amendment", x.draft, draft.stored) or f"It can bear it. {amended(o, draft, x.clauses)}"


def agreed(o: Occasion, x: e.AmendmentAgreed) -> str:
    """A sponsor's consent to an amendment."""
    change = o.chamber.amendments.get(x.amendment)
    draft = o.chamber.drafts.get(change.draft) if change is not None else None
    if draft is None or change is None:
        return AWAY
    return f"It can bear it. {amended(o, draft, reads(draft, change))}"


def taken_back(o: Occasion, x: e.AmendmentWithdrawn) -> str:
    """An amendment withdrawn by who moved it."""
    change = o.chamber.amendments.get(x.amendment)
    draft = o.chamber.drafts.get(change.draft) if change is not None else None
    return f"It no longer needs the change. {measured(o, draft)}" if draft else AWAY


def reworded(o: Occasion, x: e.SecondDegreeMoved) -> str:
    """An amendment of the second degree."""
    attitude = o.mandate.stand(x.clause).attitude
    return f"It would rather have the amendment say this ({signed(attitude)} by its own measure)."


# -- the way to the vote -------------------------------------------------------------------------------------
def divided(o: Occasion, x: e.SeparateVoteRequested) -> str:
    """A separate vote asked for."""
    draft = o.chamber.drafts.get(x.draft)
    return f"Voted on by itself the clause may fall. {measured(o, draft)}" if draft else AWAY


def undivided(o: Occasion, x: e.SeparateVoteRefused) -> str:
    """A separate vote objected to by the mover."""
    return "Its text is made to stand or fall as a whole."


def announced(o: Occasion, x: e.StanceDeclared) -> str:
    """A vote announced beforehand."""
    draft = o.chamber.drafts.get(x.draft)
    if draft is None:
        return AWAY
    alone = "Its no alone defeats the text, and it says so while the text may still be changed. "
    return f"{alone if x.vote == 'no' and o.seat in o.lexicon.blocking else ''}{measured(o, draft)}"


def asked_vote(o: Occasion, x: e.VoteAsked) -> str:
    """A vote asked for on a guest's text (IN5)."""
    draft = o.chamber.drafts.get(x.draft)
    return f"A guest's text is voted on only if a member asks. {measured(o, draft)}" if draft else AWAY


def objected(o: Occasion, x: e.ConsentBroken | e.StatementBlocked) -> str:
    """An objection to what needs the silence of all."""
    draft = o.chamber.drafts.get(x.draft)
    return f"It cannot let these words pass as its own. {measured(o, draft)}" if draft else AWAY


MOTIVES: dict[type[e.Event], Callable[[Occasion, Any], str]] = {
    e.DraftTabled: tabled,
    e.SponsorJoined: sponsored,
    e.SponsorLeft: left,
    e.DraftWithdrawn: withdrawn,
    e.PaperSigned: signed_paper,
    e.AmendmentMoved: moved,
    e.AmendmentAgreed: agreed,
    e.AmendmentWithdrawn: taken_back,
    e.DraftRevised: taken_in,
    e.SecondDegreeMoved: reworded,
    e.SeparateVoteRequested: divided,
    e.SeparateVoteRefused: undivided,
    e.StanceDeclared: announced,
    e.VoteAsked: asked_vote,
    e.ConsentBroken: objected,
    e.StatementBlocked: objected,
}
"""Why an act that an event tells of was done, by its kind."""
