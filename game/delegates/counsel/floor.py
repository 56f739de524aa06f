"""What a scripted delegation does with the floor: its script, then texts, amendments, pledges, words.

Each counsel proposes one act or none; `counsel` asks them in order. No counsel is asked to exhaustion: every
act here is done once for its draft, its stage or its round.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.counsel import amending, conduct, plenary, pursuing, script, trading, usage
from game.delegates.interests.changes import reads, worth
from game.delegates.interests.weighing import AGAINST_INTEREST, FAVOURS, weighed
from game.delegates.knowledge import bargains
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.session import actions as a

EMBRACES = 2.75
"""The score from which a seat puts its name to another's text."""
MOST_SPONSORS = 3
"""How many names a text needs before others leave it at that."""
DEAREST = 3.0
"""The salience of an issue on which a seat speaks more than once at a meeting."""


def counsel(o: Occasion) -> a.Action:
    """Return the seat's act with the floor."""
    act = script.next_act(o, script.ON_THE_FLOOR)
    if act is not None:
        return act
    for advice in COUNSELS:
        act = advice(o)
        if act is not None:
            return act
    return a.Yield(o.seat)


def accept(o: Occasion) -> a.Action | None:
    """Take a friendly amendment into the seat's own draft when it favours the text as amended."""
    for change in o.chamber.amendments.values():
        draft = o.chamber.drafts[change.draft]
        mine = draft.sponsors if o.view.house.friendly == "sponsors" else draft.sponsors[:1]
        if o.seat not in mine or worth(o.mandate, draft, change) < AGAINST_INTEREST:
            continue
        act = a.AcceptAmendment(o.seat, change.symbol)
        if weighed(o.mandate, reads(draft, change), o.dossier.around(draft)).vote == "yes" and o.lawful(act):
            return act
    return None


def sponsor(o: Occasion) -> a.Action | None:
    """Join the sponsors of a text the seat strongly likes; leave those of one it has come to oppose."""
    for draft, w in o.dossier.texts():
        act: a.Action
        if o.seat in draft.sponsors:
            if not draft.revision or w.vote != "no":
                continue
            act = a.Unsponsor(o.seat, draft.symbol)
        elif w.vote == "yes" and w.score >= EMBRACES and len(draft.sponsors) < MOST_SPONSORS:
            act = a.Sponsor(o.seat, draft.symbol)
        else:
            continue
        if o.lawful(act):
            return act
    return None


def amend(o: Occasion) -> a.Action | None:
    """Move the one amendment that would win the seat's vote, or add to a new text what it badly wants."""
    for draft, _ in o.dossier.texts():
        if draft.symbol in o.memory.moved or o.seat in draft.sponsors or amending.settled(o, draft):
            continue
        act = amending.proposal(o, draft)
        if act is not None and o.lawful(act):
            return act
    return None


def table(o: Occasion) -> a.Action | None:
    """Table the text this seat moved at this stage in history, unless a script settles it."""
    stored = o.lexicon.moved_at.get((o.seat, o.chamber.stage_id))
    if stored is None or o.dossier.lines(script.TABLING):
        return None
    on_record = {d.stored for d in o.chamber.drafts.values()}
    for text in stored:
        if text.id in on_record or o.memory.is_spent("table", text.id):
            continue
        act = a.TableDraft(o.seat, stored=text.id)
        if weighed(o.mandate, text.clauses).vote == "yes" and o.lawful(act):
            return act
    return None


def pledge(o: Occasion) -> a.Action | None:
    """Pledge what the seat has, once a kind, when the Council adopted help or sanctions it likes."""
    brief = o.view.brief
    if brief is None or not brief.capacity or not o.chamber.adopted:
        return None
    given = o.chamber.pledges.get(o.seat, {})
    left = [kind for kind, units in brief.capacity.items() if units > 0 and kind not in given]
    attitude = o.mandate.liking(o.chamber.adopted) if left else 0.0
    if attitude < FAVOURS:
        return None
    share = 1.0 if attitude >= 2 * FAVOURS else 0.5
    return o.first(*(a.Pledge(o.seat, kind, share) for kind in left))


def warn(o: Occasion) -> a.Action | None:
    """Announce a no that alone would defeat a text, so that it may be changed or fought for."""
    if o.seat not in o.lexicon.blocking:
        return None
    for draft, w in o.dossier.texts():
        told = o.chamber.stances.get(draft.symbol, {})
        if draft.nature == "procedural" or o.seat in told or o.seat in draft.sponsors:
            continue
        if w.vote == "no":
            act = a.DeclareStance(o.seat, draft.symbol, "no")
            if o.lawful(act):
                return act
    return None


def speak(o: Occasion) -> a.Action | None:
    """Speak once a round, on the dearest issue before the Council of which the seat has not yet spoken."""
    meeting = o.chamber.meeting
    if meeting is None or o.seat in meeting.spoke or script.remaining(o, script.SPEAKING):
        return None
    before = o.dossier.before_the_council()
    for issue in o.mandate.foremost:
        if issue in o.memory.said or (before and issue not in before):
            continue
        if o.memory.said and (not before or o.mandate.position(issue).salience < DEAREST):
            return None
        says = script.stance(o.mandate.position(issue).position)
        title = o.lexicon.issues.get(issue, issue)
        words = _opening(o, title) or reasons.statement(o.name, says, title, o.mandate.why(issue))
        return o.first(a.Speak(o.seat, issue, says, words))
    return None


def _opening(o: Occasion, issue: str) -> str:
    """What the pack has a delegation say first at a meeting; empty when it has spoken or has no words."""
    words = o.lexicon.open.words
    if o.memory.said or "opening" not in words.speeches:
        return ""
    turn = [seat.code for seat in o.lexicon.open.seats].index(o.seat)
    return words.said("opening", turn, seat=o.name, issue=issue)


COUNSELS: tuple[Callable[[Occasion], a.Action | None], ...] = (
    bargains.deed,
    accept,
    usage.counsel,
    sponsor,
    amend,
    table,
    trading.soften,
    trading.rival,
    trading.confer,
    plenary.refer,
    warn,
    pursuing.pursue,
    conduct.ask_vote,
    speak,
)
"""What a seasoned delegation thinks of with the floor once its script is silent, in this order."""
