"""What delegations may do that Model UN house rules add: their motions, answers when called, papers."""

from __future__ import annotations

from collections.abc import Mapping

from game.plain import clean
from game.prose.acts.label import Label, Where, contents, fixed, named, needed, part
from game.prose.clauses import plain_clause
from game.prose.minutes import motion_text
from game.prose.minutes_usage import minutes_of, motion_named
from game.prose.names import listed, lowered, the
from game.rules.book import RULES
from game.rules.house import HouseMotion
from game.rules.house_words import motion_in_words
from game.rules.motions import MOTIONS
from game.session import actions as act
from game.session.actions import Action
from game.session.scenario import Scenario
from game.session.state import Phase
from game.session.usage import Call, Order

_FORMS = {"directive": "a directive", "communique": "a communiqué", "press_release": "a press release"}


# -- motions ---------------------------------------------------------------------------------------
def _entry(a: act.MoveMotion, w: Where) -> HouseMotion | None:
    return w.house.motion.get(a.motion)


def _motion(a: act.MoveMotion, s: Scenario, w: Where) -> str:
    entry = _entry(a, w)
    if entry is not None and entry.does == "priority" and a.draft:
        return f"Move that {named(w, a.draft)} be voted on first"
    if a.motion == "declare_dispute":
        parties = ", ".join(the(s, x) for x in a.seats)
        return f"Move {motion_text(a.motion)}: {parties}" if parties else f"Move {motion_text(a.motion)}"
    if entry is None or entry.rule:
        return f"Move {motion_text(a.motion)}"
    stated = [minutes_of(a.total)] if a.total else []
    stated += [f"{minutes_of(a.each)} each"] if a.each else []
    stated += [clean(a.topic)] if a.topic else []
    if a.draft:
        stated.append(part(s, w, a.draft, a.place) if a.place >= 0 else named(w, a.draft))
    told = f" ({', '.join(stated)})" if stated else ""
    return f"Move {motion_named(a.motion, entry.question)}{told}"


def _withdrawn(a: act.WithdrawMotion, s: Scenario, w: Where) -> str:
    entry = w.house.motion.get(a.motion)
    asked = motion_text(a.motion) if entry is None or entry.rule else motion_named(a.motion, entry.question)
    return f"Withdraw the motion {asked}"


def _moves(a: act.MoveMotion, s: Scenario, w: Where) -> str:
    entry = _entry(a, w)
    if entry is not None and not entry.rule:
        return motion_in_words(w.house, entry)
    debate = "It may be debated first" if entry and entry.debated else "It is put at once, without debate"
    return f"{debate}. A procedural vote: {needed(s)} carry it, and nobody has a veto."


def motion_rule(a: act.MoveMotion, w: Where) -> str:
    """The page of the book that explains a motion of this house."""
    entry = _entry(a, w)
    return entry.spec if entry is not None and entry.spec in RULES else _motion_rule(a)


def _motion_rule(a: act.MoveMotion) -> str:
    known = MOTIONS.get(a.motion)
    return known.spec[0] if known else "MU1"


# -- when called -----------------------------------------------------------------------------------
def called(w: Where) -> Call | None:
    """The call now being made."""
    return w.chamber.usage.call


def _subject(call: Call | None, w: Where) -> str:
    """What is being debated for and against."""
    if call is None:
        return "it"
    entry = w.house.motion.get(call.subject)
    if entry is not None:
        return f"the motion {motion_named(call.subject, entry.question)}"
    return f"amendment {clean(call.subject)}"


def _speak(a: act.SpeakTo, s: Scenario, w: Where) -> str:
    call = called(w)
    if a.side:
        return f"Speak {a.side} {_subject(call, w)}"
    return {
        "caucus": "Speak in the caucus",
        "question": "Answer" if call is not None and call.mover == a.seat else "Ask a question",
        "reply": "Reply",
        "explain": "Explain your vote",
    }.get(call.kind if call is not None else "", "Speak")


def _speaks(a: act.SpeakTo, s: Scenario, w: Where) -> str:
    call = called(w)
    time = call.each if call is not None and call.each else 0
    most = f", of {minutes_of(time)} at most" if time else ""
    return f"A few words, on record{most}. Then the next is called."


def yield_title(a: act.Yield, s: Scenario, w: Where) -> str:
    """The label of yielding time to somebody, or of letting one's call go by."""
    if a.to:
        to = {"chair": "the chair", "questions": "questions"}.get(a.to) or the(s, a.to)
        return f"Yield the rest of your time to {to}"
    call = called(w)
    return {"second": "Do not second it"}.get(call.kind if call is not None else "", "Say nothing")


def yield_sentence(a: act.Yield, s: Scenario, w: Where) -> str:
    """What yielding time, or letting one's call go by, does."""
    if a.to == "questions":
        return "Other delegations may put a question to you, and you answer."
    if a.to == "chair":
        return "What is left of your time lapses; the next delegation has the floor."
    if a.to:
        return f"{the(s, a.to)} has the floor at once, and may not yield it on."
    return "Your turn goes by, and the next delegation is called."


# -- papers ----------------------------------------------------------------------------------------
def is_other_paper(a: act.TableDraft, w: Where) -> bool:
    """Whether a text is a paper of a crisis committee, or is opened to be built up clause by clause."""
    if w.chamber.phase is Phase.PLENARY:
        return False
    return a.form in _FORMS or (a.form == "resolution" and not w.house.prewritten)


def form_title(a: act.TableDraft, s: Scenario, w: Where) -> str:
    """The label of tabling a paper of a crisis committee, or of opening a text by its title."""
    if a.form in _FORMS:
        what = contents(s, a.clauses) or clean(a.title)
        return f"Propose {_FORMS[a.form]}{f': {what}' if what else ''}"
    stored = s.draft.get(a.stored)
    return f"Open a resolution, to be built up clause by clause: {clean(stored.title if stored else a.title)}"


def form_sentence(a: act.TableDraft, s: Scenario, w: Where) -> str:
    """What tabling such a paper does."""
    entry = w.house.doing(a.form)
    if entry is not None:
        return motion_in_words(w.house, entry)
    return "A text with a title and nothing in it yet: each clause is moved as an amendment and voted."


def _sign(a: act.SignPaper, s: Scenario, w: Where) -> str:
    what = f"amendment {clean(a.paper)}" if a.paper in w.chamber.amendments else named(w, a.paper)
    return f"Sign {what}"


def _signs(a: act.SignPaper, s: Scenario, w: Where) -> str:
    wanted, usage = w.chamber.usage.wanted.get(a.paper, 0), w.chamber.usage
    draft = w.chamber.drafts.get(a.paper)
    has = len({*(draft.sponsors if draft else ()), *usage.signatures.get(a.paper, ())})
    more = f" It has {has} of {wanted} names." if wanted else ""
    return f"You wish to see it debated; you do not promise to vote for it.{more}"


def _degree(a: act.AmendAmendment, s: Scenario, w: Where) -> str:
    return f"Amend amendment {clean(a.amendment)}: it shall write “{plain_clause(s, a.clause)}”"


def _inquire(a: act.Inquire, s: Scenario, w: Where) -> str:
    entry = w.house.motion.get(a.about)
    return f"Ask the President about: {lowered(clean(entry.name)) if entry else clean(a.about)}"


# -- crisis ----------------------------------------------------------------------------------------
def _order(w: Where, number: int, seat: str) -> Order | None:
    papers = w.papers
    held = papers.values() if isinstance(papers, dict) else (papers,)
    return next((p.orders[number] for p in held if number in p.orders), None)


def _note(a: act.SendCrisisNote, s: Scenario, w: Where) -> str:
    if not a.others:
        return "Send a crisis note to the director"
    return f"Send a private directive to the director, with {listed(the(s, x) for x in a.others)}"


def _join(a: act.JoinCrisisNote, s: Scenario, w: Where) -> str:
    order = _order(w, a.number, a.seat)
    said = f" of {the(s, order.seat)}: {clean(order.words, limit=80)}" if order is not None else ""
    return f"Join private directive {a.number}{said}"


def _answer(a: act.AnswerCrisisNote, s: Scenario, w: Where) -> str:
    order = _order(w, a.number, "")
    said = f" ({the(s, order.seat)}: {clean(order.words, limit=80)})" if order is not None else ""
    return f"{'Grant' if a.granted else 'Refuse'} crisis note {a.number}{said}"


LABELS: Mapping[type[Action], Label] = {
    act.MoveMotion: Label(_motion, _moves, _motion_rule),
    act.WithdrawMotion: Label(
        _withdrawn,
        fixed("Takes your motion back before it is put; it is not moved again in this round."),
        "CB8",
    ),
    act.AnswerRoll: Label(
        lambda a, s, w: "Present and voting" if a.voting else "Present",
        lambda a, s, w: (
            "You take part and may not abstain at this meeting."
            if a.voting
            else "You take part and may abstain."
        ),
        "MU3",
    ),
    act.Second: Label(
        fixed("Second the motion"), fixed("You wish it to be decided; you need not vote for it."), "MU4"
    ),
    act.SpeakTo: Label(_speak, _speaks, "MU3"),
    act.StandAside: Label(
        fixed("Abstain after all"), fixed("Your no becomes an abstention, and the text passes."), "MU9"
    ),
    act.HoldFast: Label(fixed("Hold to your no"), fixed("Your no stands, and it is a veto."), "MU9"),
    act.AmendAmendment: Label(
        _degree, fixed("Voted at once; the amendment is then voted as it reads."), "MU4"
    ),
    act.SignPaper: Label(_sign, _signs, "MU2"),
    act.Inquire: Label(_inquire, fixed("The President answers with the rule that governs it."), "MU7"),
    act.SendCrisisNote: Label(
        _note, fixed("A secret order: only those named in it and the director may read it."), "MU5"
    ),
    act.JoinCrisisNote: Label(
        _join, fixed("The order goes to the director when everybody named in it has joined."), "MU5"
    ),
    act.AnswerCrisisNote: Label(
        _answer, fixed("Those who sent it read your answer, and nobody else."), "MU5"
    ),
}
