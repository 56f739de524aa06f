"""What a scripted delegation does with the usage of its house: it seconds, speaks when called, signs, moves.

Everything is kept simple and lawful, and follows from the texts on the table and the seat's own weighing. In
the Council's own house nothing here proposes an act.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.interests.changes import worth
from game.delegates.interests.weighing import BEARS, FAVOURS
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.rules.majorities import words_allowed
from game.session import actions as a
from game.session.bars import must_choose
from game.session.scenario import Clause
from game.session.state import Ballot, Draft
from game.session.usage import Call

Vote = tuple[str, str]
TOPIC = "What each delegation needs in the text"
TALKS = (
    "consultations may help",
    "an hour outside this room may do more than another in it",
    "there are votes still to be talked about",
    "it has nothing against talking first",
    "a text may come of it that more can bear",
)
"""Why one lets a meeting be suspended."""
CAUCUS = (600, 60)
"""The whole time and the time of each speaker that it moves, in seconds."""
_STANDING_BACK = ("abstain", "not_participating")
SUBJECTS = frozenset({"motion", "privilege", "reply", "recount"})
"""Points that only some houses know; a President meets them unless there is a reason against."""


# -- when called -----------------------------------------------------------------------------------
def answer(o: Occasion) -> a.Action:
    """Return the seat's act when it is called."""
    call = o.chamber.usage.call
    act = _ANSWERS[call.kind](o, call) if call is not None and call.kind in _ANSWERS else None
    return act if act is not None and o.lawful(act) else a.Yield(o.seat)


def _second(o: Occasion, call: Call) -> a.Action | None:
    vote, _ = on_motion(o, call.subject, call.draft)
    return a.Second(o.seat) if vote != "no" else None


def _debate(o: Occasion, call: Call) -> a.Action | None:
    change = o.chamber.amendments.get(call.subject)
    if change is not None:
        gain = worth(o.mandate, o.chamber.drafts[change.draft], change)
        vote = "yes" if gain >= BEARS else "no" if gain <= -BEARS else "abstain"
        words = reasons.said(o.name, vote, "the change bears on what it has at heart")
    else:
        vote, words = on_motion(o, call.subject, call.draft)
        vote = "yes" if call.mover == o.seat else vote
    side = {"yes": "for", "no": "against"}.get(vote)
    return a.SpeakTo(o.seat, side, _short(o, words, call)) if side else None


def _own_words(o: Occasion, call: Call) -> a.Action | None:
    if call.kind == "question" and call.mover != o.seat:
        return None
    issue = o.mandate.foremost[:1]
    if not issue:
        return a.SpeakTo(o.seat)
    held = o.mandate.position(issue[0]).position
    stance = "for" if held > 0 else "against" if held < 0 else "neutral"
    title = o.lexicon.issues.get(issue[0], issue[0])
    words = reasons.statement(o.name, stance, title, o.mandate.why(issue[0]))
    return a.SpeakTo(o.seat, words=_short(o, words, call))


def _short(o: Occasion, words: str, call: Call) -> str:
    """Return words if the time allows them, else none."""
    own = o.chamber.usage.speaking_time
    seconds = call.each or (o.view.house.speaking_time if own < 0 else own)
    return words if not seconds or len(words.split()) <= words_allowed(seconds) else ""


def _aside(o: Occasion, call: Call) -> a.Action | None:
    """Hold to a no that a red line commands; give way on a text it merely dislikes."""
    draft = o.chamber.drafts.get(call.draft)
    held = draft is None or bool(o.weigh(draft).line)
    return a.HoldFast(o.seat) if held else a.StandAside(o.seat)


_ANSWERS: dict[str, Callable[[Occasion, Call], a.Action | None]] = {
    "attendance": lambda o, call: a.AnswerRoll(o.seat),
    "second": _second,
    "debate": _debate,
    "caucus": _own_words,
    "question": _own_words,
    "reply": _own_words,
    "explain": _own_words,
    "stand_aside": _aside,
}


# -- votes -----------------------------------------------------------------------------------------
def fit(o: Occasion, act: a.CastBallot) -> a.CastBallot:
    """Return a ballot as the house allows it: where one may not abstain, a yes or a no, and why."""
    ballot = o.chamber.ballot
    if act.vote not in _STANDING_BACK or ballot is None:
        return act
    if must_choose(o.view.house, o.chamber, ballot, o.seat) is None:
        return act
    draft = o.chamber.drafts.get(ballot.draft)
    vote = "no" if draft is not None and o.weigh(draft).support < 0 else "yes"
    return a.CastBallot(o.seat, vote, reasons.said(o.name, vote, "here one may not abstain"))


def motion(o: Occasion, ballot: Ballot) -> Vote | None:
    """Vote on a motion of the house's own; None for one of the Council's table."""
    entry = o.view.house.motion.get(ballot.subject)
    if entry is None or entry.rule:
        return None
    return on_motion(o, ballot.subject, ballot.draft)


def unopposed(o: Occasion, ballot: Ballot) -> Vote:
    """Object to a motion only where the seat would vote against it (MU4)."""
    vote, words = on_motion(o, ballot.subject, ballot.draft)
    if vote == "no" and ballot.mover != o.seat:
        return vote, words
    return "yes", reasons.said(o.name, "yes", "it does not object")


def on_motion(o: Occasion, id: str, symbol: str = "") -> Vote:
    """Return how the seat looks at a motion, by what the motion does, and why."""
    entry = o.view.house.motion.get(id)
    does = entry.does if entry is not None else ""
    judge = _ON.get(does)
    if judge is None:
        return "yes", reasons.said(o.name, "yes", "it has no reason to stand in the way")
    return judge(o, symbol)


def _talks(o: Occasion, symbol: str) -> Vote:
    return "yes", reasons.said(o.name, "yes", reasons.one(TALKS, o.seat, o.chamber.stage_id))


def _sooner(o: Occasion, symbol: str) -> Vote:
    """Vote sooner on texts the seat favours, later on those it opposes."""
    votes = {w.vote for _, w in o.dossier.texts()}
    vote = "yes" if "yes" in votes else "no" if "no" in votes or not votes else "abstain"
    return vote, reasons.said(o.name, vote, "it looks to the texts that wait to be put")


def _later(o: Occasion, symbol: str) -> Vote:
    vote = {"yes": "no", "no": "yes"}.get(_sooner(o, symbol)[0], "abstain")
    return vote, reasons.said(o.name, vote, "it looks to the texts that would be laid aside")


def _this_text(o: Occasion, symbol: str) -> Vote:
    draft = o.chamber.drafts.get(symbol)
    favours = draft is not None and o.weigh(draft).support >= FAVOURS
    vote = "yes" if favours else "no"
    return vote, reasons.said(o.name, vote, "it looks to the text itself")


def _not_this_text(o: Occasion, symbol: str) -> Vote:
    vote = "no" if _this_text(o, symbol)[0] == "yes" else "yes"
    return vote, reasons.said(o.name, vote, "it looks to the text that would be laid aside")


def _apart(o: Occasion, symbol: str) -> Vote:
    draft = o.chamber.drafts.get(symbol)
    vote = "no" if draft is not None and o.weigh(draft).vote == "yes" else "yes"
    return vote, reasons.said(o.name, vote, "it looks to what the text would lose")


def _time(o: Occasion, symbol: str) -> Vote:
    return "yes", reasons.said(o.name, "yes", "the time of the meeting is everybody's")


_ON: dict[str, Callable[[Occasion, str], Vote]] = {
    "suspend": _talks,
    "caucus_free": _talks,
    "caucus_led": _talks,
    "adjourn": _later,
    "close_debate": _sooner,
    "vote_directives": _sooner,
    "set_aside": lambda o, symbol: _not_this_text(o, symbol) if symbol else _later(o, symbol),
    "reconsider": _this_text,
    "priority": _this_text,
    "divide": _apart,
    "set_time": _time,
    "close_list": _time,
    "extend": _time,
}


def committee(o: Occasion, ballot: Ballot) -> Vote:
    """Vote on a paper of a crisis committee as on any text (MU5)."""
    draft = o.chamber.drafts[ballot.draft]
    if o.seat in draft.sponsors:
        return "yes", reasons.sponsors(o.name, "yes")
    if draft.form != "directive":
        return "yes", reasons.said(o.name, "yes", "to say so in public does no harm")
    w = o.weigh(draft)
    return w.vote, w.reason


def second_degree(o: Occasion, ballot: Ballot) -> Vote:
    """Vote on what an amendment shall write, by what the seat holds of both clauses (MU4)."""
    change, clause = o.chamber.amendments[ballot.subject], o.chamber.usage.second
    if ballot.mover == o.seat or clause is None or change.clause is None:
        return "yes", reasons.said(o.name, "yes", "the amendment reads better so")
    gain = o.mandate.stand(clause).attitude - o.mandate.stand(change.clause).attitude
    vote = "yes" if gain >= BEARS else "no" if gain < 0 else "abstain"
    return vote, reasons.said(o.name, vote, "it compares the two clauses")


# -- with the floor --------------------------------------------------------------------------------
def counsel(o: Occasion) -> a.Action | None:
    """Propose an act with the floor that only some houses know: a name, a clause, a caucus, the vote."""
    if not o.view.house.adds:
        return None
    for advice in (sign, build, order, caucus, close):
        act = advice(o)
        if act is not None and o.lawful(act):
            return act
    return None


def sign(o: Occasion) -> a.Action | None:
    """Sign a paper that circulates, unless the seat would vote against it (MU2)."""
    if not (o.view.house.signatories or o.view.house.directive_signatories):
        return None
    signatures = o.chamber.usage.signatures
    for draft in o.chamber.drafts.values():
        if draft.status != "circulating" or o.seat in draft.sponsors:
            continue
        if o.seat not in signatures.get(draft.symbol, ()) and o.weigh(draft).vote != "no":
            return a.SignPaper(o.seat, draft.symbol)
    return None


def build(o: Occasion) -> a.Action | None:
    """Move the next clause of a text that the seat opened and history wrote (MU4)."""
    if o.view.house.prewritten:
        return None
    for draft, _ in o.dossier.texts():
        if draft.sponsors[:1] != (o.seat,):
            continue
        for clause in _written(o, draft):
            mark = f"{draft.symbol}:{clause.kind}"
            act = a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), clause)
            if clause in draft.clauses or o.memory.is_spent("build", mark) or not o.lawful(act):
                continue
            o.memory.spend("build", mark)
            return act
    return None


def _written(o: Occasion, draft: Draft) -> tuple[Clause, ...]:
    """Return the clauses of history's text of that title, what it decides before what it recalls."""
    stored = next((d for d in o.lexicon.drafts.values() if d.title == draft.title), None)
    if stored is None:
        return ()
    return tuple(sorted(stored.clauses, key=lambda c: o.lexicon.kinds[c.kind].part != "operative"))


def order(o: Occasion) -> a.Action | None:
    """Propose as a directive what the seat's own text would have decided and a vote has lost (MU5)."""
    if o.view.house.doing("directive") is None:
        return None
    for draft in o.chamber.drafts.values():
        lost = draft.status in ("failed", "vetoed") and draft.stage == o.chamber.stage_id
        if not lost or draft.form != "resolution" or draft.sponsors[:1] != (o.seat,):
            continue
        orders = tuple(c for c in draft.clauses if o.lexicon.kinds[c.kind].part == "operative")
        act = a.TableDraft(o.seat, title=draft.title, clauses=orders, form="directive")
        if o.memory.is_spent("order", draft.symbol) or not o.lawful(act):
            continue
        o.memory.spend("order", draft.symbol)
        return act
    return None


def caucus(o: Occasion) -> a.Action | None:
    """Move a caucus once at a date, when the seat's own text waits and some say they are against it."""
    total, each = CAUCUS
    own = [d for d, _ in o.dossier.texts() if d.sponsors[:1] == (o.seat,)]
    doubted = [d for d in own if "no" in o.chamber.stances.get(d.symbol, {}).values()]
    if not own:
        return None
    wanted = ("caucus_free", "suspend") if doubted else ("caucus_led",)
    for does in wanted:
        entry = o.view.house.doing(does)
        if entry is None or entry.rule or o.memory.is_spent("refer", entry.id):
            continue
        asks = entry.asks
        return a.MoveMotion(
            o.seat,
            entry.id,
            total=total if "total" in asks else 0,
            each=each if "each" in asks else 0,
            topic=TOPIC if "topic" in asks else "",
        )
    return None


def close(o: Occasion) -> a.Action | None:
    """Move that the vote be taken, once at a date, when the seat's own text has been before two rounds."""
    entry, meeting = o.view.house.doing("close_debate"), o.chamber.meeting
    if entry is None or entry.rule or meeting is None or meeting.round < 2:
        return None
    own = any(d.sponsors[:1] == (o.seat,) and w.vote == "yes" for d, w in o.dossier.texts())
    return None if not own or o.memory.is_spent("refer", entry.id) else a.MoveMotion(o.seat, entry.id)
