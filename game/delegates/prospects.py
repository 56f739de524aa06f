"""What may come of a text for the objectives of a seat: the odds that it carries, what either fate is worth.

It reads the seat's own view alone, through `aims` and `reckoning`. Nothing here chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from game.delegates.aims import Aims
from game.delegates.footings import Footing, adopted, footing, lost
from game.delegates.hearsay import hearsay
from game.delegates.reckoning import reckoning, said
from game.delegates.weighing import spelled, weighed
from game.session.scenario import Clause, StoredDraft
from game.session.state import Draft

if TYPE_CHECKING:
    from game.delegates.occasion import Occasion

INTEREST = 0.02
"""What a point of interest counts beside an objective."""
PROMISING = 0.1
"""What may hang on a clause, in objectives, before it is thought of."""
LIKELY = 0.5
"""The odds from which a text that waits is expected to be carried."""
CARRIED = "adopted"
NOTHING: Mapping[str, str] = {}


class Prospect(NamedTuple):
    """What a text promises: `gain` in objectives against things as they are, `odds` that it carries."""

    gain: float
    odds: float


NONE = Prospect(0.0, 0.0)


class Outlook:
    """How things stand for a seat at one moment, and what texts would make of it."""

    __slots__ = (
        "_expected",
        "_made",
        "_now",
        "_stakes",
        "aims",
        "facts",
        "mandate",
        "reckoning",
        "seat",
        "words",
    )

    def __init__(self, o: Occasion, aims: Aims) -> None:
        """Look out from an occasion."""
        self._made = _parts(o)
        self.seat = o.seat
        self.words = o.lexicon
        self.mandate = o.mandate
        self.aims = aims
        self.facts = footing(o.view, o.lexicon.kinds)
        self.reckoning = reckoning(o)
        self._now: dict[frozenset[int], float] = {}
        self._stakes: dict[object, float] = {}
        self._expected: tuple[Mapping[str, Draft], Footing] | None = None

    def holds(self, o: Occasion) -> bool:
        """Say whether nothing that is seen from here has changed."""
        return all(a is b for a, b in zip(self._made, _parts(o), strict=True))

    def now(self, touched: frozenset[int]) -> float:
        """Return how near some objectives are as things stand."""
        found = self._now.get(touched)
        if found is None:
            found = self._now[touched] = self.aims.value(self.facts, touched)
        return found

    def worth(self, facts: Footing) -> float:
        """Return what a change of the facts is worth against things as they are."""
        everything = frozenset(range(len(self.aims.tests)))
        return self.aims.value(facts, everything) - self.now(everything)

    def hearing(self, party: str) -> float:
        """Return what it is worth that a party is invited."""
        if party not in self.aims.parties:
            return 0.0
        return self.worth(replace(self.facts, invited=self.facts.invited | {party}))

    def stake(self, clauses: tuple[Clause, ...], stored: str = "") -> float:
        """Return what the adoption of a text would be worth (0 or less where it serves nothing)."""
        touched = self.aims.touched(clauses, stored)
        if not touched:
            return 0.0
        key = (spelled(clauses), stored)
        found = self._stakes.get(key)
        if found is None:
            kinds = tuple([self.words.kinds[c.kind] for c in clauses])
            votes = dict.fromkeys(self.reckoning.there, "yes")
            carried = adopted(self.facts, kinds, stored, votes)
            found = self._stakes[key] = self.aims.value(carried, touched) - self.now(touched)
        return found

    def wants(self, o: Occasion, clauses: tuple[Clause, ...], stored: str = "") -> bool:
        """Say whether a text would still serve if what waits and is likely to carry is carried."""
        if self.stake(clauses, stored) < PROMISING:
            return False
        touched = self.aims.touched(clauses, stored)
        facts = self._likely(o)
        if facts is self.facts:
            return True
        kinds = tuple([self.words.kinds[c.kind] for c in clauses])
        carried = adopted(facts, kinds, stored, dict.fromkeys(self.reckoning.there, "yes"))
        return self.aims.value(carried, touched) - self.aims.value(facts, touched) >= PROMISING

    def _likely(self, o: Occasion) -> Footing:
        """Return the facts as they will be if what waits and is likely to carry, or is known to come, is
        carried.
        """
        seen = o.chamber.drafts
        if self._expected is None or self._expected[0] is not seen:
            facts = self.facts
            for draft, w in o.dossier.texts():
                if self.aims.touched(draft.clauses, draft.stored):
                    told = said(o, draft)
                    vote = told.get(o.seat, w.vote)
                    count = self.reckoning.count(o, draft.clauses, {**told, self.seat: vote})
                    kinds = tuple([self.words.kinds[c.kind] for c in draft.clauses])
                    if count.odds >= LIKELY:
                        facts = adopted(facts, kinds, draft.stored, count.votes)
            for text in coming(o):
                if text.roll is not None and text.roll.result == CARRIED:
                    kinds = tuple([self.words.kinds[c.kind] for c in text.clauses])
                    facts = adopted(facts, kinds, text.id, text.roll.votes)
            self._expected = seen, facts
        return self._expected[1]

    def of(
        self,
        o: Occasion,
        clauses: tuple[Clause, ...],
        stored: str = "",
        vote: str = "yes",
        told: Mapping[str, str] = NOTHING,
    ) -> Prospect:
        """Return what a text promises if this seat votes so, and others as is told of them."""
        touched = self.aims.touched(clauses, stored)
        if not touched:
            return NONE
        kinds = tuple([self.words.kinds[c.kind] for c in clauses])
        count = self.reckoning.count(o, clauses, {**told, self.seat: vote})
        carried = self.aims.value(adopted(self.facts, kinds, stored, count.votes), touched)
        vetoed = count.barred >= 0.5
        fallen = self.aims.value(lost(self.facts, kinds, stored, count.votes, vetoed=vetoed), touched)
        liked = INTEREST * weighed(self.mandate, clauses).score * count.odds
        gain = count.odds * carried + (1.0 - count.odds) * fallen - self.now(touched) + liked
        return Prospect(gain, count.odds)

    def of_draft(self, o: Occasion, draft: Draft, vote: str) -> Prospect:
        """Return what a draft on the table promises if this seat votes so."""
        return self.of(o, draft.clauses, draft.stored, vote, said(o, draft))

    def alone(self, o: Occasion, clause: Clause) -> float:
        """Return the odds that a clause by itself would be carried, as when it is moved as an amendment."""
        return self.reckoning.count(o, (clause,), {self.seat: "yes"}).odds


def coming(o: Occasion) -> Iterator[StoredDraft]:
    """Yield the texts that others are known to bring, at a later date or at this."""
    here = {d.stored for d in o.chamber.drafts.values()}
    for text in o.lexicon.drafts.values():
        if text.roll is None or text.id in here:
            continue
        others_bring_it = text.stage == o.chamber.stage_id and o.seat not in text.sponsors[:1]
        if others_bring_it or text.stage not in o.memory.opened:
            yield text


def _parts(o: Occasion) -> tuple[object, ...]:
    view, c = o.view, o.chamber
    return (
        *(hearsay(o.lexicon, c), o.mandate, view.tracks, view.standings, view.happened),
        *(c.adopted, c.failed, c.vetoed, c.invited, c.pledges, c.absent, c.members),
    )


def outlook(o: Occasion) -> Outlook:
    """Return how things stand for the seat's aims, made anew only when something of it has changed."""
    last = o.dossier.outlook
    if last is None or not last.holds(o):
        last = o.dossier.outlook = Outlook(o, o.dossier.aims())
    return last
