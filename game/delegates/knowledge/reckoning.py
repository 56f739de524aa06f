"""A quick count: how likely a text is to carry, from what the Council has heard up to this date.

It goes by the public record (`hearsay`), the seat's own mind, what was promised to it, and what is said or
cast on the very text. It is rougher than `estimating`, and quick enough to be asked hundreds of times. It
must never read another seat's brief.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import tanh
from typing import NamedTuple

from game.delegates.interests.mandate import Mandate
from game.delegates.interests.weighing import Weighing, spelled, weighed
from game.delegates.knowledge.estimating import BORNE, LIKELY_NO, LIKELY_YES, Needs, needs
from game.delegates.knowledge.hearsay import Hearsay, Reading, hearsay
from game.delegates.knowledge.occasion import Occasion
from game.session.scenario import Clause
from game.session.state import Chamber, Draft

SURE = 0.95
"""How far what a seat has said of the very text is believed."""
CLEAR, UNCLEAR = 0.85, 0.15
"""The odds where a share of yes and no is asked and the yeses lead, or do not."""
FINE = 6
"""How many digits of odds are told: what differs by less is as likely."""


class Count(NamedTuple):
    """The odds that a text carries, how likely a no is that alone defeats it, and the likeliest votes."""

    odds: float
    barred: float
    votes: Mapping[str, str]


class Expected:
    """What a seat expects of the others on a text under one reading of the record.

    `yes` and `no` are how likely each seat at the table is to vote so (0 to 1).
    """

    __slots__ = ("counts", "no", "reading", "yes")

    def __init__(self, reading: Reading, yes: list[float], no: list[float]) -> None:
        """Expect such votes by such a reading; nothing is counted yet."""
        self.reading = reading
        self.yes = yes
        self.no = no
        self.counts: dict[frozenset[tuple[str, str]], Count] = {}
        """Counts made, by the votes told."""


class Asked(NamedTuple):
    """What a text needs of those at the table, by their places there: who blocks it, and who counts."""

    bar: int
    share: float
    blocking: tuple[int, ...]
    counted: tuple[int, ...]


class Reckoning:
    """What a seat reckons with, while its mandate and those at the table are the same."""

    __slots__ = (
        "_asked",
        "_away",
        "_expected",
        "_mandate",
        "_members",
        "_places",
        "public",
        "there",
        "unanimous",
    )

    def __init__(self, mandate: Mandate, chamber: Chamber, public: Hearsay) -> None:
        """Take the record as it stands, who is at the table and who is away."""
        self._away = chamber.absent
        self._mandate = mandate
        self._members = chamber.members
        self._asked: dict[object, Asked] = {}
        self._expected: dict[object, Expected] = {}
        self.there = [s for s in chamber.members if s not in chamber.absent]
        self.unanimous = dict.fromkeys(self.there, "yes")
        """Votes by which everybody there is for a text."""
        self._places = {seat: place for place, seat in enumerate(self.there)}
        self.public = public
        """The record as it stands; `reckoning` keeps it so."""

    def holds(self, mandate: Mandate, chamber: Chamber) -> bool:
        """Say whether it is still made from these."""
        return self._mandate is mandate and self._away is chamber.absent and self._members == chamber.members

    def chance(self, seat: str, clauses: tuple[Clause, ...]) -> tuple[float, float]:
        """Return how likely a seat at the table is to vote yes on a text, and how likely no."""
        place, expected = self._places[seat], self._expect(clauses, spelled(clauses))
        return expected.yes[place], expected.no[place]

    def _expect(self, clauses: tuple[Clause, ...], key: tuple[object, ...]) -> Expected:
        """Return what is expected on a text, worked out anew only where the record reads otherwise."""
        reading, found = self.public.reading(clauses, key), self._expected.get(key)
        if found is None or found.reading is not reading:
            own = weighed(self._mandate, clauses)
            found = self._expected[key] = Expected(reading, *self._likely(reading, own))
        return found

    def _likely(self, reading: Reading, own: Weighing) -> tuple[list[float], list[float]]:
        """Return how likely each is to vote yes, and no."""
        told = [*zip(reading.support, reading.weakest, reading.kin, reading.steep, strict=True)]
        if self._away:
            told = [x for seat, x in zip(self._members, told, strict=True) if seat not in self._away]
        mine, my_worst = own.support, own.weakest
        yes, no = [], []
        for support, weakest, kin, steep in told:
            support += mine * kin
            weakest += my_worst * kin
            least = min(support - LIKELY_YES, weakest - BORNE)
            yes.append(0.5 + 0.5 * tanh(least * steep))
            no.append(0.5 + 0.5 * tanh((LIKELY_NO - (support + weakest) / 2) * steep))
        return yes, no

    def count(self, o: Occasion, clauses: tuple[Clause, ...], told: Mapping[str, str]) -> Count:
        """Return the count on a text, if the votes told are cast as told."""
        return self.counted(o, clauses, spelled(clauses), told)

    def counted(
        self, o: Occasion, clauses: tuple[Clause, ...], key: tuple[object, ...], told: Mapping[str, str]
    ) -> Count:
        """Return the same of a text of which it is known how it is `spelled`."""
        expected, known = self._expect(clauses, key), frozenset(told.items())
        found = expected.counts.get(known)
        if found is None:
            asked = self._asked.get(key)
            if asked is None:
                asked = self._asked[key] = self._of_those_there(needs(o, clauses))
            found = expected.counts[known] = self._count(expected, asked, told)
        return found

    def _of_those_there(self, law: Needs) -> Asked:
        blocking = tuple([i for i, seat in enumerate(self.there) if seat in law.blocking])
        counted = tuple([i for i, seat in enumerate(self.there) if seat not in law.left_out])
        return Asked(law.bar, law.share, blocking, counted)

    def _count(self, expected: Expected, asked: Asked, told: Mapping[str, str]) -> Count:
        yes, no = [*expected.yes], [*expected.no]
        spoken = {seat: vote for seat, vote in told.items() if vote and seat in self._places}
        for seat, vote in spoken.items():
            place = self._places[seat]
            yes[place], no[place] = SURE if vote == "yes" else 0.0, SURE if vote == "no" else 0.0
        barred = 1.0
        for place in asked.blocking:
            if yes[place] < 0.5:
                barred *= 1.0 - no[place]
        yeses = [yes[place] for place in asked.counted]
        if asked.share:
            for_it, against = sum(yeses), sum([no[place] for place in asked.counted])
            odds = CLEAR if for_it > asked.share * (for_it + against) else UNCLEAR
        else:
            odds = at_least(asked.bar, yeses)
        votes = {
            seat: "yes" if y >= 0.5 else "no" if n >= 0.5 else "abstain"
            for seat, y, n in zip(self.there, yes, no, strict=True)
        }
        votes.update(spoken)
        return Count(round(odds * barred, FINE), round(1.0 - barred, FINE), votes)


def at_least(bar: int, chances: list[float]) -> float:
    """Return how likely it is that so many of independent chances come true."""
    too_many = len(chances) - bar + 1
    if bar <= too_many:
        return 1.0 - _fewer(bar, chances)
    return _fewer(too_many, [1.0 - chance for chance in chances])


def _fewer(than: int, chances: list[float]) -> float:
    """How likely it is that fewer come true: only the ways to fewer are followed."""
    if than <= 0:
        return 0.0
    ways = [1.0] + [0.0] * (than - 1)
    upwards = range(than - 1, 0, -1)
    for chance in chances:
        other = 1.0 - chance
        for n in upwards:
            ways[n] = ways[n] * other + ways[n - 1] * chance
        ways[0] *= other
    return sum(ways)


def reckoning(o: Occasion) -> Reckoning:
    """Return what the seat reckons with now; it keeps what still holds of what it has worked out."""
    heard, last = hearsay(o.lexicon, o.chamber), o.dossier.reckoning
    if last is None or not last.holds(o.mandate, o.chamber):
        last = o.dossier.reckoning = Reckoning(o.mandate, o.chamber, heard)
    last.public = heard
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
