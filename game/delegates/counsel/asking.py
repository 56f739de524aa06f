"""What would it take? The answer of a delegation that is asked so in a note, and how it keeps to its answer.

It looks for the least change to the text for which its own weighing says yes, and names it; or it says that
none would do, and why. It tells its own mind alone, and never what others think or hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

from game.delegates.counsel import conduct, voting
from game.delegates.interests.changes import milder
from game.delegates.interests.weighing import Weighing, weighed
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.language import talk_forms as forms
from game.delegates.language.talk_forms import WHAT_WOULD_IT_TAKE
from game.delegates.speech.talk import who
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Ballot, Draft
from game.session.texts import MOST_CLAUSES

OPEN = -0.25
"""The attitude to the clause that decides from which it is the rest that is wanting."""
LOOKS = 400
"""Changes that are weighed for one answer at the most."""
_TELLS_CHANGE = "could vote for {text} if"
_TELLS_YES = "would vote for {text} as it stands"
_YES = (
    "{me} {tells}",
    "nothing more is needed: {me} {tells}",
    "you need not change a word: {me} {tells}",
    "{me} {tells}, and has nothing to ask of you",
    "you may count on it that {me} {tells}",
)


class Change(NamedTuple):
    """A change to a text: the clause that goes, the one that comes, and the text it makes."""

    gone: Clause | None
    come: Clause | None
    text: tuple[Clause, ...]


def question(symbol: str) -> str:
    """Return the words that ask what would win a seat's vote for a draft."""
    return f"{WHAT_WOULD_IT_TAKE} {symbol}?"


# -- answering -------------------------------------------------------------------------------------
def answer(o: Occasion) -> a.Action | None:
    """Return the note that answers the first question not answered yet, if the seat may pass one now."""
    for seat, words in o.memory.asked:
        note = a.SendNote(o.seat, seat, _answered(o, words))
        if o.lawful(note):
            return note
    return None


def _answered(o: Occasion, words: str) -> str:
    waiting = o.waiting()
    named = [d for d in waiting if d.symbol in words]
    draft = max(named, key=lambda d: len(d.symbol)) if named else waiting[0] if len(waiting) == 1 else None
    me = who(o).selves[0]
    if draft is not None:
        return forms.finished(told(o, draft, me))
    if not waiting and words.startswith(WHAT_WOULD_IT_TAKE):
        symbol = words.removeprefix(WHAT_WOULD_IT_TAKE).strip(" ?")
        return forms.finished(
            f"{symbol} is not before the Council now, and {me} can give you no answer on it"
        )
    if not waiting:
        return forms.finished(f"no text is before the Council on which {me} could answer you")
    return forms.finished(f"{me} would answer gladly: which text do you mean, {_either(waiting)}?")


def _either(drafts: list[Draft]) -> str:
    symbols = [d.symbol for d in drafts]
    return f"{', '.join(symbols[:-1])} or {symbols[-1]}"


def told(o: Occasion, draft: Draft, me: str) -> str:
    """Return what a seat says it would take to have its vote for a draft: nothing, a change, or no change."""
    bound = _bound(o, draft)
    if bound:
        vote, ground = bound
        if vote == "yes":
            return f"{me} {_TELLS_YES.format(text=draft.symbol)}: {ground}"
        return f"no change to {draft.symbol} would win the vote of {me}: {ground}"
    if o.weigh(draft).vote == "yes":
        form = reasons.one(_YES, o.seat, draft.symbol)
        return form.format(me=me, tells=_TELLS_YES.format(text=draft.symbol))
    wanted = least(o, draft)
    if wanted:
        changes = " and if ".join(_named(o, change) for change in wanted)
        return f"{me} {_TELLS_CHANGE.format(text=draft.symbol)} {changes}"
    return f"no change to {draft.symbol} would win the vote of {me}: {_why_not(o, draft)}"


def _bound(o: Occasion, draft: Draft) -> tuple[str, str] | None:
    """The vote that is settled whatever the text may say, and the ground for it in half a sentence."""
    put = Ballot("draft", draft.symbol, draft.nature, o.chamber.members, o.chamber.phase, draft=draft.symbol)
    found = conduct.duty(o, put) or voting.beyond_doubt(o, put) or voting.scripted(o, put)
    if found is None:
        return None
    ground = found[1].removeprefix(f"{o.name} {reasons.does(found[0])}: ").rstrip(".")
    return found[0], ground if ground != found[1].rstrip(".") else "its Government has settled its vote"


def _named(o: Occasion, change: Change) -> str:
    gone = f"“{o.lexicon.title(change.gone)}”" if change.gone is not None else ""
    come = f"“{o.lexicon.title(change.come)}”" if change.come is not None else ""
    if gone and come:
        return f"in place of {gone} it said {come}"
    return f"{gone} were struck out" if gone else f"{come} were added"


def _why_not(o: Occasion, draft: Draft) -> str:
    w = o.weigh(draft)
    if not 0 <= w.place < len(draft.clauses):
        return "it has no instructions on this question"
    s = o.mandate.stand(draft.clauses[w.place])
    if s.line is not None:
        return f"“{s.title}” crosses a line that it may not cross ({forms.instructed(s.line.text)})"
    if not any(o.mandate.stand(c).care for c in draft.clauses):
        return "it has no instructions on this question"
    why = reasons.because(o.mandate.why(s.issue))
    held = f"it {reasons.holds(s.attitude)} “{s.title}”{why}"
    if s.attitude > OPEN:
        return f"{held}, and finds too little else in the text to win it over"
    return f"{held}, and nothing beside it would outweigh that"


# -- the least change ------------------------------------------------------------------------------
def least(o: Occasion, draft: Draft) -> tuple[Change, ...]:
    """Return the least change or two that win the seat's vote for a text; none when none does.

    What the text is for may be said more mildly, but is never struck out, nor changed beside another change.
    """
    singles = [*_singles(o, draft.clauses)]
    for change in singles:
        if _wins(o, draft, change.text):
            return (change,)
    cuts = [x for x in singles if x.gone is not None and x.gone not in purpose(o, draft.clauses)]
    for one, other in islice(combinations(cuts, 2), LOOKS):
        if one.gone is other.gone or (one.come is not None and one.come == other.come):
            continue
        text = _after(one.text, other)
        if _wins(o, draft, text):
            return one, other
    return ()


def _wins(o: Occasion, draft: Draft, text: tuple[Clause, ...]) -> bool:
    found: Weighing = weighed(o.mandate, text, o.dossier.around(draft))
    return found.vote == "yes"


def _after(text: tuple[Clause, ...], change: Change) -> tuple[Clause, ...]:
    left = tuple([c for c in text if c is not change.gone])
    return (*left, change.come) if change.come is not None else left


def _singles(o: Occasion, text: tuple[Clause, ...]) -> Iterator[Change]:
    """Yield changes of one clause: milder words, a clause less, a clause more; the gravest cut comes last."""
    kinds, present = o.lexicon.kinds, {c.kind for c in text}
    for clause in text:
        for kind in milder(o.lexicon, kinds[clause.kind]):
            if kind.id not in present and kind.offered is None and kind.nature == kinds[clause.kind].nature:
                new = Clause(kind.id)
                yield Change(clause, new, tuple([new if c is clause else c for c in text]))
    for clause in sorted(text, key=lambda c: (kinds[c.kind].part == "operative", kinds[c.kind].rank)):
        if clause not in purpose(o, text):
            yield Change(clause, None, tuple([c for c in text if c is not clause]))
    touched = {issue for c in text for issue in kinds[c.kind].issues}
    natures = {kinds[c.kind].nature for c in text if kinds[c.kind].part == "operative"}
    for kind in o.lexicon.open.clauses if len(text) < MOST_CLAUSES else ():
        if kind.id in present or kind.offered is not None or touched.isdisjoint(kind.issues):
            continue
        new = Clause(kind.id)
        if (kind.part == "operative" and kind.nature in natures) and o.mandate.stand(new).attitude > 0:
            yield Change(None, new, (*text, new))


def purpose(o: Occasion, text: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return what a text is for: its operative clauses of the greatest force."""
    operative = [c for c in text if o.lexicon.kinds[c.kind].part == "operative"]
    most = max([o.lexicon.kinds[c.kind].rank for c in operative], default=0)
    return tuple([c for c in operative if o.lexicon.kinds[c.kind].rank == most])


# -- keeping to it ---------------------------------------------------------------------------------
def kept(o: Occasion, act: a.Action) -> a.Action:
    """Return the yes that was told of a text that now reads as was asked; any other act as it is."""
    ballot = o.chamber.ballot
    if not isinstance(act, a.CastBallot) or act.vote == "yes" or ballot is None:
        return act
    draft = o.chamber.drafts.get(ballot.draft) if ballot.kind in ("draft", "assembly") else None
    if draft is None or conduct.duty(o, ballot) or o.weigh(draft).vote != "yes":
        return act
    if any(_met(o, draft, words) for words in o.memory.told):
        ground = "the text reads as it told others that it should"
        return a.CastBallot(o.seat, "yes", reasons.said(o.name, "yes", ground))
    return act


def _met(o: Occasion, draft: Draft, words: str) -> bool:
    """Say whether a text has the changes that an answer asked for; an answer of yes asks for none."""
    if _TELLS_YES.format(text=draft.symbol) in words:
        return True
    _, asked, changes = words.partition(_TELLS_CHANGE.format(text=draft.symbol))
    if not asked:
        return False
    here = {f"“{o.lexicon.title(c)}”" for c in draft.clauses}
    for change in changes.split(" and if "):
        quoted = [f"“{x.partition('”')[0]}”" for x in change.split("“")[1:]]
        goes = quoted[:1] if "were struck out" in change or "in place of" in change else []
        comes = quoted[-1:] if "were added" in change or "in place of" in change else []
        if any(t in here for t in goes) or any(t not in here for t in comes):
            return False
    return True
