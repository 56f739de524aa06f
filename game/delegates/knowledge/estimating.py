"""What a delegation can know of how another would vote on a text, and the count that follows.

`estimate` gives one seat's likely vote with how sure it is and why; `count` adds them up by the law of the
house. Both read the view through `soundings` and never another's brief: they may be wrong, and may be
deceived. Whoever asks often asks cheaply: an estimate is kept until something is said, put or voted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from game.delegates.interests.weighing import spelled, weighed
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.soundings import Soundings
from game.rules import covenant_texts, majorities
from game.rules.bases import Asked
from game.rules.bodies import BODIES, Body, Law, Nature
from game.rules.house import Needed
from game.rules.results import Tally
from game.session import bars
from game.session.events import Event
from game.session.scenario import Clause
from game.session.state import Ballot, Draft, Phase
from game.session.texts import written
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket

LIKELY_YES = 0.45
"""What is believed of the attitude to a text on the whole, from which a yes is expected."""
BORNE = -0.3
"""What the worst clause must come to for that."""
LIKELY_NO = -0.8
"""The mean of both at which a no is expected."""
UNKNOWN = 0.3
"""Below this nobody should count on an estimate."""
STANDS_BY, ANNOUNCED, PROMISED, SAME_TEXT, REFUSED = 0.97, 0.9, 0.85, 0.8, 0.75
"""How sure a sponsorship, an announcement, a promise, a vote on the same text and a refusal in a note are."""
_BROKEN = 0.35
"""What a promise counts beside one of a seat that has broken faith with this one."""


class Estimate(NamedTuple):
    """The vote expected of a seat on a text, how sure (0 to 1), and why, as the end of a sentence."""

    vote: str
    sure: float
    reason: str


class Canvass(NamedTuple):
    """The count on a text as one seat can know it; each seat stands in one of the first four.

    `blocking` are those expected to vote no whose no alone defeats it; `odds` (0 to 1) is the chance that it
    carries if the estimates are as good as they are sure.
    """

    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    unknown: tuple[str, ...]
    blocking: tuple[str, ...]
    carries: bool
    odds: float
    estimates: dict[str, Estimate]


def estimate(o: Occasion, clauses: tuple[Clause, ...], seat: str) -> Estimate:
    """Return the vote expected of a seat, the asker's own included, on a text."""
    known = o.dossier.soundings()
    key = (seat, spelled(clauses))
    found = known.kept.get(key)
    if not isinstance(found, Estimate):
        found = known.kept[key] = _estimate(o, known, clauses, seat)
    return found


def _estimate(o: Occasion, known: Soundings, clauses: tuple[Clause, ...], seat: str) -> Estimate:
    if seat == o.seat:
        same = next((w for d, w in o.dossier.texts() if d.clauses == clauses), None)
        return Estimate((same or weighed(o.mandate, clauses)).vote, 1.0, "it is our own vote")
    return bound(o, clauses, seat) or _believed(known, clauses, seat)


def bound(o: Occasion, clauses: tuple[Clause, ...], seat: str) -> Estimate | None:
    """Return the vote to which another has bound itself on a text by name, word or deed; None for none."""
    for draft in o.chamber.drafts.values():
        if draft.clauses == clauses and (told := _on_record(o, draft, seat)) is not None:
            return told
    if any(c.kind in o.dossier.soundings().refused.get(seat, ()) for c in clauses):
        return Estimate("no", REFUSED, "it has told us in a note that it may not vote for a clause of it")
    return None


def _on_record(o: Occasion, draft: Draft, seat: str) -> Estimate | None:
    """What a seat has bound itself to on this very text; a vote it gave on the same text counts so too."""
    if seat in draft.sponsors and not draft.revision:
        return Estimate("yes", STANDS_BY, "it is a sponsor of the text")
    promised = _promised(o, draft, seat)
    if promised is not None:
        return promised
    told = o.chamber.stances.get(draft.symbol, {}).get(seat, "")
    if told:
        return Estimate(told, ANNOUNCED, "it has said so before the Council")
    before = o.chamber.subjects.get(draft.stored, {}).get(seat, "") if draft.stored else ""
    return Estimate(_plain(before), SAME_TEXT, "it voted so on the same text") if before else None


def _promised(o: Occasion, draft: Draft, seat: str) -> Estimate | None:
    names = (draft.symbol, draft.stored or draft.symbol)
    for deal in o.view.papers.deals.values():
        term = deal.give if deal.seat == seat else deal.want
        binds = deal.status == "accepted" and seat in (deal.seat, deal.to) and seat not in deal.kept
        if binds and term.kind == "vote" and term.subject in names:
            faith = _BROKEN if _broke_faith(o, seat) else 1.0
            return Estimate(term.vote, PROMISED * faith, "it has promised us so")
    return None


def _broke_faith(o: Occasion, seat: str) -> bool:
    deals = o.view.papers.deals
    return any(n in deals and seat in (deals[n].seat, deals[n].to) for n in o.memory.breakers)


def _plain(vote: str) -> str:
    return vote if vote in ("yes", "no") else "abstain"


def _believed(known: Soundings, clauses: tuple[Clause, ...], seat: str) -> Estimate:
    """Weigh a text as the other seems to: like `weighing`, with every issue cared for alike."""
    leanings = [known.leaning(seat, clause) for clause in clauses]
    care, trust = sum(x.care for x in leanings), sum(x.trust for x in leanings)
    if not care or not trust:
        return Estimate("abstain", 0.0, "nothing it has said or done tells")
    support = sum(x.given for x in leanings) / care
    weakest = min(support + min(0.0, x.attitude - support) * x.depth for x in leanings)
    why = max(leanings, key=lambda x: x.most).why
    vote, margin = _vote(support, weakest)
    sure = round(trust / care * (0.5 + 0.5 * min(1.0, margin)), 3)
    return Estimate(vote, sure, f"so we think because {why}" if why else "it seems to mind little of it")


def _vote(support: float, weakest: float) -> tuple[str, float]:
    """The vote expected, and how far it is from being another."""
    score = (support + weakest) / 2
    if support >= LIKELY_YES and weakest >= BORNE:
        return "yes", min(support - LIKELY_YES, weakest - BORNE)
    if score <= LIKELY_NO:
        return "no", LIKELY_NO - score
    return "abstain", min(abs(support - LIKELY_YES), score - LIKELY_NO)


# -- the count -------------------------------------------------------------------------------------
def canvass(view: View, docket: Docket, heard: Iterable[Event], clauses: tuple[Clause, ...]) -> Canvass:
    """Return the count on a text for whoever holds a view; `heard` is the record its seat may read.

    Raises LookupError for an observer, who has no instructions.
    """
    memory = Memory(view.seat)
    for event in heard:
        memory.hear(event)
    return count(Occasion(view, docket, memory, Dossier(view)), clauses)


def count(o: Occasion, clauses: tuple[Clause, ...]) -> Canvass:
    """Return the count on a text among the members present, as the seat can know it.

    Whoever is unknown is counted as abstaining; a vote already cast on it counts as cast.
    """
    ballot = o.chamber.ballot
    if ballot is not None and ballot.kind == "draft" and o.chamber.drafts[ballot.draft].clauses == clauses:
        return _count(o, clauses, ballot.votes)
    kept, key = o.dossier.soundings().kept, ("", spelled(clauses))
    found = kept.get(key)
    if not isinstance(found, Canvass):
        found = kept[key] = _count(o, clauses, {})
    return found


def _count(o: Occasion, clauses: tuple[Clause, ...], cast: dict[str, str]) -> Canvass:
    there = [s for s in o.chamber.members if s not in o.chamber.absent]
    told = {
        s: Estimate(_plain(cast[s]), 1.0, "it has voted so") if s in cast else estimate(o, clauses, s)
        for s in there
    }
    votes = {s: e.vote if e.sure >= UNKNOWN else "" for s, e in told.items()}
    law = _kept_needs(o, clauses)
    sides = {v: tuple(s for s, given in votes.items() if given == v) for v in ("yes", "no", "abstain", "")}
    return Canvass(
        yes=sides["yes"],
        no=sides["no"],
        abstain=sides["abstain"],
        unknown=sides[""],
        blocking=tuple(s for s in sides["no"] if s in law.blocking),
        carries=_carries(law, sides),
        odds=round(_odds(told, law), 3),
        estimates=told,
    )


class Needs(NamedTuple):
    """What carries a text: `bar` yeses that count, more than a `share` of yes and no, no blocking no."""

    bar: int
    blocking: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    share: float = 0.0


def needs(o: Occasion, clauses: tuple[Clause, ...]) -> Needs:
    """Read off the law what a text needs (V2 to V4, L2 to L7, MU10)."""
    body = BODIES[o.lexicon.open.body]
    nature = Nature.PROCEDURAL if o.lexicon.procedural(clauses) else Nature.SUBSTANTIVE
    if body.law is Law.COVENANT and o.view.house.substance not in majorities.RELATIVE:
        return _under_the_covenant(o, clauses, nature)
    return _under_the_charter(o, body, nature)


def _kept_needs(o: Occasion, clauses: tuple[Clause, ...]) -> Needs:
    """Return what a text needs, read off once for its clauses."""
    kept, key = o.dossier.soundings().kept, ("needs", spelled(clauses))
    found = kept.get(key)
    if not isinstance(found, Needs):
        found = kept[key] = needs(o, clauses)
    return found


def _under_the_charter(o: Occasion, body: Body, nature: Nature) -> Needs:
    house = o.view.house
    question = Ballot("draft", "", nature, (), Phase.DEBATE)
    wanted = bars.needed(house, question, o.chamber)
    may = frozenset(bars.vetoers(house, question, o.chamber, body))
    if wanted in majorities.RELATIVE:
        seats = wanted in (Needed.MAJORITY_SEATS, Needed.TWO_THIRDS_SEATS)
        bar = majorities.bar(wanted, Tally(0, 0, 0, body.size)) if seats else 1
        blocking = frozenset(o.chamber.members) if wanted is Needed.CONSENSUS else may
        return Needs(bar, blocking, share={Needed.MAJORITY: 0.5, Needed.TWO_THIRDS: 0.66}.get(wanted, 0.0))
    return Needs(body.needed, may)


def _under_the_covenant(o: Occasion, clauses: tuple[Clause, ...], nature: str) -> Needs:
    way = covenant_texts.asked(written(o.lexicon.kinds, clauses), nature)
    parties = frozenset(o.lexicon.open.disputants)
    members = frozenset(o.chamber.members)
    if way is Asked.PROCEDURE:
        return Needs((len(members) - len(members & o.chamber.absent.keys())) // 2 + 1)
    if way is Asked.REPORT:
        return Needs(1, share=0.5)
    if way is Asked.MEASURES:
        return Needs(1, left_out=parties, share=0.5)
    if way is Asked.UNANIMITY:
        return Needs(1, members)
    return Needs(1, members - parties, parties)


def _carries(law: Needs, sides: dict[str, tuple[str, ...]]) -> bool:
    yes, no = (len([s for s in sides[v] if s not in law.left_out]) for v in ("yes", "no"))
    enough = yes >= law.bar and (yes > law.share * (yes + no) or not law.share)
    return enough and not law.blocking.intersection(sides["no"])


def _odds(told: dict[str, Estimate], law: Needs) -> float:
    """The chance that a text carries: each seat votes as expected as surely as is known, else any way.

    `ways[n]` is the chance of a lead of so many yeses and of no blocking no so far; where a share is asked,
    a no takes one away (two where two thirds are asked).
    """
    takes = 0 if not law.share else 1 if law.share <= 0.5 else 2
    ways = {0: 1.0}
    for seat, e in told.items():
        if seat in law.left_out:
            continue
        other = (1.0 - e.sure) / 3.0
        chance = {v: other + (e.sure if v == e.vote else 0.0) for v in ("yes", "no", "abstain")}
        after: dict[int, float] = {}
        for lead, p in ways.items():
            after[lead + 1] = after.get(lead + 1, 0.0) + p * chance["yes"]
            after[lead] = after.get(lead, 0.0) + p * chance["abstain"]
            if seat not in law.blocking:
                after[lead - takes] = after.get(lead - takes, 0.0) + p * chance["no"]
        ways = after
    return sum(p for lead, p in ways.items() if lead >= law.bar)
