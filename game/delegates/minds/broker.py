"""The broker: seeks the text that all can bear, moves amendments between the sides, votes for compromises."""

from __future__ import annotations

from collections.abc import Iterator

from game.delegates.interests.changes import milder
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge.estimating import Canvass, count
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.minds.tempered import Tempered
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Ballot, Draft

GAINS = 0.05
"""What an amendment must add to a text's odds to be worth moving."""
SWERVES = 0.0
"""The support from which it votes for a compromise; its worst clause may be no worse than `BORNE`."""
BORNE = -0.75
_MOST = 12
"""How many changes to one text it considers."""


class Broker(Tempered):
    """Goes between."""

    __slots__ = ()

    def advise(self, o: Occasion) -> a.Action | None:
        """Move the one change that makes a text easiest to carry, while it can still vote for it."""
        for draft, w in o.dossier.texts():
            if draft.symbol in o.memory.moved or w.vote == "no" or draft.sponsors[:1] == (o.seat,):
                continue
            if o.chamber.amendments and any(x.draft == draft.symbol for x in o.chamber.amendments.values()):
                continue
            now = count(o, draft.clauses)
            if now.carries and not now.no:
                continue
            act = between(o, draft, now)
            if act is not None:
                return act
        return None

    def vote(self, o: Occasion, ballot: Ballot, act: a.CastBallot) -> a.CastBallot | None:
        """Vote yes on a text that was amended, or that nobody is against, where its own view is open."""
        draft = o.chamber.drafts[ballot.draft]
        w = o.weigh(draft)
        if act.vote != "abstain" or w.line or w.support < SWERVES or w.weakest < BORNE:
            return None
        if not draft.revision and count(o, draft.clauses).no:
            return None
        return a.CastBallot(o.seat, "yes", reasons.said(o.name, "yes", "it is a text that all can bear"))


def between(o: Occasion, draft: Draft, now: Canvass) -> a.MoveAmendment | None:
    """Return the lawful change that adds most to a text's odds, if it adds enough and can be borne."""
    best: tuple[float, a.MoveAmendment] | None = None
    for tried, (act, clauses) in enumerate(_changes(o, draft)):
        if tried >= _MOST:
            break
        if weighed(o.mandate, clauses, o.dossier.around(draft)).vote == "no" or not o.lawful(act):
            continue
        then = count(o, clauses)
        gain = then.odds - now.odds + GAINS * (len(now.no) - len(then.no))
        if gain >= GAINS and (best is None or gain > best[0]):
            best = gain, act
    return best[1] if best is not None else None


def _changes(o: Occasion, draft: Draft) -> Iterator[tuple[a.MoveAmendment, tuple[Clause, ...]]]:
    """Yield milder words for each operative clause, then the text without it, if it is not what it is for."""
    words = o.lexicon
    operative = [i for i, c in enumerate(draft.clauses) if words.kinds[c.kind].part == "operative"]
    foremost = max((words.kinds[draft.clauses[i].kind].rank for i in operative), default=0)
    for i in operative:
        old = draft.clauses[i]
        before, after = draft.clauses[:i], draft.clauses[i + 1 :]
        for kind in milder(words, words.kinds[old.kind]):
            if all(c.kind != kind.id for c in draft.clauses):
                new = Clause(kind.id)
                yield a.MoveAmendment(o.seat, draft.symbol, "replace", i, new), (*before, new, *after)
        if words.kinds[old.kind].rank < foremost and len(operative) > 1:
            yield a.MoveAmendment(o.seat, draft.symbol, "delete", i), (*before, *after)
