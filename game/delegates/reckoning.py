"""A quick count: how likely a text is to carry, from what the Council has heard up to this date.

It goes by the public record (`hearsay`), the seat's own mind, what was promised to it, and what is said or
cast on the very text. It is rougher than `estimating`, and quick enough to be asked hundreds of times. It
must never read another seat's brief.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import NamedTuple

from game.delegates.estimating import BORNE, LIKELY_NO, LIKELY_YES, Needs, needs
from game.delegates.hearsay import Hearsay, hearsay
from game.delegates.mandate import Mandate
from game.delegates.occasion import Occasion
from game.delegates.weighing import spelled, weighed
from game.session.scenario import Clause
from game.session.state import Draft

SURE = 0.95
"""How far what a seat has said of the very text is believed."""
KIN = 0.5
"""How far those of whom nothing is known are taken to be like oneself."""
STEEP = 1.0
STEEPER = 4.0
"""How sharply a likely vote turns with what is believed: at no trust, and what full trust adds."""
CLEAR, UNCLEAR = 0.85, 0.15
"""The odds where a share of yes and no is asked and the yeses lead, or do not."""


class Count(NamedTuple):
    """The odds that a text carries, how likely a no is that alone defeats it, and the likeliest votes."""

    odds: float
    barred: float
    votes: Mapping[str, str]


class Reckoning:
    """What a seat reckons with at one moment."""

    __slots__ = ("_away", "_chances", "_mandate", "_needs", "_public", "there")

    def __init__(self, mandate: Mandate, public: Hearsay, there: list[str], away: Mapping[str, str]) -> None:
        """Take the record as it stands, who is at the table and who is away."""
        self._away = away
        self._mandate = mandate
        self._public = public
        self._chances: dict[object, tuple[float, float]] = {}
        self._needs: dict[object, Needs] = {}
        self.there = there

    def holds(self, mandate: Mandate, public: Hearsay, away: Mapping[str, str]) -> bool:
        """Say whether it is still made from these."""
        return self._mandate is mandate and self._public is public and self._away is away

    def chance(self, seat: str, clauses: tuple[Clause, ...], key: object) -> tuple[float, float]:
        """Return how likely a seat is to vote yes on a text, and how likely no."""
        found = self._chances.get((seat, key))
        if found is None:
            found = self._chances[seat, key] = self._likely(seat, clauses)
        return found

    def _likely(self, seat: str, clauses: tuple[Clause, ...]) -> tuple[float, float]:
        leanings = [self._public.leaning(seat, c) for c in clauses]
        care, trust = sum([x.care for x in leanings]), sum([x.trust for x in leanings])
        own = weighed(self._mandate, clauses)
        sure = trust / care if care else 0.0
        support = sum([x.given for x in leanings]) / care if care else 0.0
        weakest = min([support + min(0.0, x.attitude - support) * x.depth for x in leanings], default=0.0)
        kin = (1.0 - sure) * KIN
        support = (support * sure + own.support * kin) / (sure + kin)
        weakest = (weakest * sure + own.weakest * kin) / (sure + kin)
        steep = STEEP + STEEPER * sure
        yes = _turns(min(support - LIKELY_YES, weakest - BORNE) * steep)
        no = _turns((LIKELY_NO - (support + weakest) / 2) * steep)
        return yes, min(no, 1.0 - yes)

    def count(self, o: Occasion, clauses: tuple[Clause, ...], told: Mapping[str, str]) -> Count:
        """Return the count on a text, if the votes told are cast as told."""
        key = spelled(clauses)
        asked = self._needs.get(key)
        if asked is None:
            asked = self._needs[key] = needs(o, clauses)
        ways, barred = [1.0], 1.0
        yeses = noes = 0.0
        votes: dict[str, str] = {}
        for seat in self.there:
            vote = told.get(seat, "")
            if vote:
                yes, no = (SURE if vote == "yes" else 0.0), (SURE if vote == "no" else 0.0)
            else:
                yes, no = self.chance(seat, clauses, key)
                vote = "yes" if yes >= 0.5 else "no" if no >= 0.5 else "abstain"
            votes[seat] = vote
            if seat in asked.blocking:
                barred *= 1.0 - (no if vote != "yes" else 0.0)
            if seat not in asked.left_out:
                yeses, noes = yeses + yes, noes + no
                ways = _one_more(ways, yes)
        if asked.share:
            odds = CLEAR if yeses > asked.share * (yeses + noes) else UNCLEAR
        else:
            odds = sum(ways[asked.bar :])
        return Count(odds * barred, 1.0 - barred, votes)


def _one_more(ways: list[float], yes: float) -> list[float]:
    """The chances of so many yeses, with one more seat that votes so."""
    no = 1.0 - yes
    after = [w * no for w in ways]
    after.append(0.0)
    for n, w in enumerate(ways):
        after[n + 1] += w * yes
    return after


def _turns(x: float) -> float:
    """How likely what is so far beyond its turning point is (0 to 1)."""
    return 1.0 / (1.0 + exp(-2.0 * min(20.0, max(-20.0, x))))


def reckoning(o: Occasion) -> Reckoning:
    """Return what the seat reckons with now; the same object while the record and its mandate stand."""
    heard, last = hearsay(o.lexicon, o.chamber), o.dossier.reckoning
    if last is None or not last.holds(o.mandate, heard, o.chamber.absent):
        there = [s for s in o.chamber.members if s not in o.chamber.absent]
        last = o.dossier.reckoning = Reckoning(o.mandate, heard, there, o.chamber.absent)
    return last


def likely(o: Occasion, draft: Draft) -> Count:
    """Return the count on a draft on the table, with what has been said of it."""
    return reckoning(o).count(o, draft.clauses, {o.seat: o.weigh(draft).vote, **said(o, draft)})


def said(o: Occasion, draft: Draft) -> dict[str, str]:
    """Return what is known of votes on this very text: names under it, stances, promises, ballots."""
    told = dict(o.chamber.stances.get(draft.symbol, {}))
    if not draft.revision:
        told.update(dict.fromkeys(draft.sponsors, "yes"))
    for deal in o.view.papers.deals.values():
        if deal.status != "accepted" or deal.number in o.memory.breakers:
            continue
        other, term = (deal.to, deal.want) if deal.seat == o.seat else (deal.seat, deal.give)
        if term.kind == "vote" and term.subject in (draft.symbol, draft.stored):
            told[other] = term.vote
    ballot = o.chamber.ballot
    if ballot is not None and ballot.kind == "draft" and ballot.draft == draft.symbol:
        told.update(ballot.votes)
    return told
