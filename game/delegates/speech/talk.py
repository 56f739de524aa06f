"""A delegation's voice: what its counsellors would have it say in plain reasons, said as delegations speak.

It changes words alone, never what is done, and leaves a pack's own words as they are. Forms are chosen by a
stable count of seat, stage and subject, never by chance, and none is used twice while another is left.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any

from game.delegates.interests.weighing import Weighing
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.language import talk_forms as forms
from game.delegates.language.talk_forms import Speaker, fresh, seed
from game.delegates.speech import talk_deals
from game.delegates.speech.talk_statements import statement
from game.plain.names import with_article
from game.rules.majorities import words_allowed
from game.session import actions as a
from game.session.state import Ballot, Draft

_TEXTS = ("draft", "assembly", "consent", "statement", "directive")
_MOST_KEPT = 20_000
"""Explanations a lexicon keeps."""
_EXPLAINS = {"yes": "explain_yes", "no": "explain_no", "abstain": "explain_abstain"}


def voiced(o: Occasion, act: a.Action) -> a.Action:
    """Return an act with its words as the delegation says them."""
    voice = _VOICES.get(type(act))
    return act if voice is None else voice(o, act)


def who(o: Occasion) -> Speaker:
    """Return how the seat speaks of itself at this date."""
    return forms.speaker(o.name, o.lexicon.open.body, o.chamber.date)


# -- statements ------------------------------------------------------------------------------------
def _speak(o: Occasion, act: a.Speak) -> a.Action:
    if not act.issue or not act.words.startswith(o.name):
        return act
    title, why = o.lexicon.issues.get(act.issue, act.issue), o.mandate.why(act.issue)
    for reason in (why, ""):
        if act.words == reasons.statement(o.name, act.stance, title, reason):
            words = statement(o, who(o), act.issue, act.stance, reason)
            return a.Speak(o.seat, act.issue, act.stance, _in_time(o, words, act.words))
    return act


def _speak_to(o: Occasion, act: a.SpeakTo) -> a.Action:
    for issue in o.mandate.foremost[:1]:
        title, why = o.lexicon.issues.get(issue, issue), o.mandate.why(issue)
        for stance in ("for", "against", "neutral"):
            if act.words == reasons.statement(o.name, stance, title, why):
                words = statement(o, who(o), issue, stance, why)
                return a.SpeakTo(o.seat, act.side, _in_time(o, words, act.words))
    call, vote = o.chamber.usage.call, {"for": "yes", "against": "no"}.get(act.side, "")
    ground = _ground(o, vote, act.words)
    if call is None or not ground:
        return act
    start = seed(o.seat, o.chamber.stage_id, call.subject)
    about = f"the amendment {call.subject}" if call.subject in o.chamber.amendments else "the motion"
    fields = ("side", act.side), ("question", about), ("ground", ground)
    words = fresh(forms.IN_SHORT, who(o).named, start, o.memory.uttered, *fields)
    return a.SpeakTo(o.seat, act.side, _in_time(o, words, act.words) if words else "")


def _in_time(o: Occasion, words: str, plain: str) -> str:
    """Return words if the time of this house allows them, else as many of their sentences as it does."""
    call, own = o.chamber.usage.call, o.chamber.usage.speaking_time
    seconds = (call.each if call is not None else 0) or (o.view.house.speaking_time if own < 0 else own)
    if not seconds:
        return words
    most = words_allowed(seconds)
    told = list(forms.sentences(words))
    while told and len(" ".join(told).split()) > most:
        told.pop()
    return " ".join(told) or plain


# -- votes -----------------------------------------------------------------------------------------
def _cast(o: Occasion, act: a.CastBallot) -> a.Action:
    """Explain a vote as it is explained first, which is worked out once; or else, if words of it are used."""
    ballot = o.chamber.ballot
    if ballot is None:
        return act
    key = (o.seat, o.chamber.stage_id, ballot.kind, ballot.subject, ballot.draft, act.words)
    kept = o.lexicon.explained
    first = kept.get(key)
    if first is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        first = kept[key] = _explained(o, ballot, act, frozenset())
    words = first if o.memory.uttered.isdisjoint(forms.sentences(first)) else ""
    words = words or _explained(o, ballot, act, o.memory.uttered)
    return a.CastBallot(o.seat, act.vote, words) if words else act


def _explained(o: Occasion, ballot: Ballot, act: a.CastBallot, said: Set[str]) -> str:
    """Return an explanation in the pack's words or else the house's; a script's own words as they are."""
    ground = _ground(o, act.vote, act.words)
    if not ground:
        return act.words
    draft = o.chamber.drafts.get(ballot.draft) if ballot.kind in _TEXTS else None
    packs_own = _packs_own(o, ballot, draft, act.vote, ground, said)
    return packs_own or explained(o, ballot, draft, act, ground, said)


def _ground(o: Occasion, vote: str, words: str) -> str:
    """Return what follows in a plain reason after who votes how; empty for words that are no such reason."""
    head = f"{o.name} {reasons.does(vote)}: "
    return words[len(head) :].rstrip(".") if words.startswith(head) else ""


def _packs_own(
    o: Occasion, ballot: Ballot, draft: Draft | None, vote: str, ground: str, used: Set[str]
) -> str:
    """Return what the pack has a delegation say of such a vote on a text; empty where it has no words."""
    words = o.lexicon.open.words
    if not words.speeches or draft is None:
        return ""
    veto = vote == "no" and ballot.nature == "substantive" and o.seat in o.lexicon.permanent
    for occasion in ("veto", "explain_no") if veto else (_EXPLAINS.get(vote, ""),):
        kind, why = _deciding(o, draft, ground)
        for turn in range(len(words.speeches.get(occasion, ()))):
            said = words.said(
                occasion,
                seed(o.seat, draft.symbol) + turn,
                seat=with_article(o.name),
                text=draft.symbol,
                clause=f"“{kind}”" if kind else draft.symbol,
                reason=why or ground,
            )
            if used.isdisjoint(forms.sentences(said)):
                return said
    return ""


def _deciding(o: Occasion, draft: Draft, ground: str) -> tuple[str, str]:
    """The title of the clause that decided, and why it did."""
    w = o.weigh(draft)
    if not 0 <= w.place < len(draft.clauses):
        return "", ""
    return o.lexicon.title(draft.clauses[w.place]), w.clauses[w.place][2]


def explained(
    o: Occasion, ballot: Ballot, draft: Draft | None, act: a.CastBallot, ground: str, said: Set[str]
) -> str:
    """Return an explanation of vote in the delegation's own words, of sentences that are not yet said."""
    me = who(o)
    start = _in_turn(o, ballot)
    if draft is not None:
        if act.words == reasons.sponsors(o.name, act.vote):
            return fresh(forms.AS_SPONSOR, me.named, start, said, ("text", draft.symbol))
        w = o.weigh(draft)
        if act.words == w.reason and 0 <= w.place < len(draft.clauses):
            return by_clauses(o, me, draft, w, start, said)
    what, ways = question(o, ballot), forms.VOTES.get(act.vote, forms.VOTES["abstain"])
    for turn in range(len(ways)):
        alone, votes = ways[(start + turn) % len(ways)]
        fields = ("votes", votes.format(what)), ("alone", alone), ("question", what), ("ground", ground)
        words = fresh(forms.FOR_A_REASON, me.named, start, said, *fields)
        if words:
            return words
    return ""


def _in_turn(o: Occasion, ballot: Ballot) -> int:
    """Return the form to begin with, so that no two who vote one after the other begin with the same."""
    turn = ballot.voters.index(o.seat) if o.seat in ballot.voters else 0
    return seed(o.chamber.stage_id, ballot.subject) + forms.STRIDE * turn


def by_clauses(o: Occasion, me: Speaker, draft: Draft, w: Weighing, start: int, said: Set[str]) -> str:
    """Return an explanation by the clause that decided, and a second that weighed with it or against it."""
    s, why = o.mandate.stand(draft.clauses[w.place]), w.clauses[w.place][2]
    selves = me.selves if why else me.named
    line = next((x for x in o.mandate.brief.red_lines if x.id == w.line), None)
    if line is not None:
        kinds, text = forms.ACROSS_A_LINE[w.vote], forms.instructed(line.text)
        fields = ("text", draft.symbol), ("clause", s.title), ("line", text)
        return fresh(kinds, selves, start, said, *fields)
    if not s.care:
        return ""
    little = w.vote == "abstain" and s.attitude >= reasons.ACCEPTS
    words = fresh(
        forms.TOO_LITTLE if little else forms.FOR_A_CLAUSE[w.vote],
        selves,
        start,
        said,
        ("text", draft.symbol),
        ("clause", s.title),
        ("holds", reasons.holds(s.attitude)),
        ("why", f": {why}" if why else ""),
    )
    second = _second(o, me, draft, w, start, said) if words and not little else ""
    return f"{words} {second}" if second else words


def _second(o: Occasion, me: Speaker, draft: Draft, w: Weighing, start: int, said: Set[str]) -> str:
    """A sentence on the other clause that the plain reason names, if it names one."""
    decided = o.lexicon.title(draft.clauses[w.place])
    for clause in draft.clauses:
        s = o.mandate.stand(clause)
        if s.title == decided or f"“{s.title}”" not in w.reason:
            continue
        holds = reasons.holds(s.attitude)
        kinds = forms.THOUGH if f"though it {holds}" in w.reason else forms.BESIDES
        return fresh(kinds, me.brief[:1], start, said, ("clause", s.title), ("holds", holds))
    return ""


def question(o: Occasion, ballot: Ballot) -> str:
    """Return what is voted on, as it stands in a sentence."""
    if ballot.kind in _TEXTS:
        return ballot.draft or "the text"
    if ballot.kind == "amendment":
        return f"the amendment {ballot.subject}"
    if ballot.kind == "part":
        return f"that part of {ballot.draft}"
    if ballot.kind == "invitation":
        party = o.lexicon.parties.get(ballot.subject)
        return f"hearing {with_article(party.short)}" if party is not None else "the invitation"
    return _QUESTIONS.get(ballot.kind, "the question")


_QUESTIONS = {
    "agenda": "the agenda",
    "motion": "the motion",
    "unopposed": "the motion",
    "challenge": "the challenge to the ruling",
    "preliminary": "the preliminary question",
    "second_degree": "the change to the amendment",
}


def _leave(o: Occasion, act: a.WalkOut) -> a.Action:
    words = act.words or o.lexicon.open.words.said("leave", seed(o.seat), seat=with_article(o.name))
    return a.WalkOut(o.seat, words)


_VOICES: dict[type[a.Action], Callable[[Occasion, Any], a.Action]] = {
    a.Speak: _speak,
    a.SpeakTo: _speak_to,
    a.CastBallot: _cast,
    a.WalkOut: _leave,
    a.DeclareStance: talk_deals.warned,
    a.OfferDeal: talk_deals.offered,
    a.RefuseDeal: talk_deals.refused,
    a.AcceptDeal: talk_deals.accepted,
}
SPOKEN = frozenset(_VOICES)
"""Kinds of acts to which a delegation gives words."""
