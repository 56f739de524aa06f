"""What may come of a text for the objectives of a seat: the odds that it carries, what either fate is worth.

It reads the seat's own view alone, through `aims` and `reckoning`. Nothing here chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec.structs import replace

from game.delegates.interests.aims import Aims
from game.delegates.interests.footings import Footing, adopted, footing, lost
from game.delegates.interests.weighing import spelled, weighed
from game.delegates.knowledge.hearsay import hearsay
from game.delegates.knowledge.reckoning import reckoning, said
from game.session.scenario import Clause, StoredDraft
from game.session.state import Draft

if TYPE_CHECKING:
    from game.delegates.knowledge.occasion import Occasion

INTEREST = 0.02
"""What a point of interest counts beside an objective."""
PROMISING = 0.1
"""What may hang on a clause, in objectives, before it is thought of."""
LIKELY = 0.5
"""The odds from which a text that waits is expected to be carried."""
CARRIED = "adopted"
NOTHING: Mapping[str, str] = {}
Votes: TypeAlias = tuple[str, ...]


class Prospect(NamedTuple):
    """What a text promises: `gain` in objectives against things as they are, `odds` that it carries."""

    gain: float
    odds: float


NONE = Prospect(0.0, 0.0)


class Matter:
    """A text looked at: the objectives it bears on, and what has been worked out of its fate."""

    __slots__ = ("carried", "fallen", "key", "liked", "since", "text", "touched", "wanted")

    def __init__(self, look: Outlook, clauses: tuple[Clause, ...], stored: str) -> None:
        """Take up a text; nothing is worked out yet."""
        self.key = spelled(clauses)
        self.touched = look.aims.touched(clauses, stored)
        self.text = look.aims.purport(clauses, stored)
        self.liked = INTEREST * weighed(look.mandate, clauses).score if self.touched else 0.0
        self.begin(look.since(self.touched))

    def begin(self, since: int) -> None:
        """Work everything out anew, as facts that matter here are since so many changes."""
        self.since = since
        self.carried: dict[Votes, float] = {}
        """How near the objectives are once it is adopted, by the votes they ask about."""
        self.fallen: dict[tuple[Votes, bool], float] = {}
        """How near they are once it has failed, by those votes and whether it was vetoed."""
        self.wanted: tuple[Footing, bool] | None = None
        """Whether it serves still on a footing to come."""


class Outlook:
    """How things stand for a seat, and what texts would make of it."""

    __slots__ = (
        "_all",
        "_apart",
        "_changed",
        "_changes",
        "_expected",
        "_heard",
        "_likeliest",
        "_matters",
        "_now",
        "_seen",
        "_sights",
        "aims",
        "facts",
        "mandate",
        "reckoning",
        "seat",
        "view",
        "words",
    )

    def __init__(self, o: Occasion, aims: Aims) -> None:
        """Look out from an occasion."""
        self.seat = o.seat
        self.words = o.lexicon
        self.mandate = o.mandate
        self.aims = aims
        self._all = frozenset(range(len(aims.tests)))
        self._matters: dict[object, Matter] = {}
        self._expected: tuple[Mapping[str, Draft], Footing] | None = None
        self.view = o.view
        """The view from which it was last seen that this holds; kept by `outlook`."""
        self._seen = _seen(o)
        self._heard = hearsay(o.lexicon, o.chamber)
        self.reckoning = reckoning(o)
        self._changes = 0
        """How often the facts have changed."""
        self._changed = [0] * len(aims.tests)
        """At which of these changes what each objective asks about changed last."""
        self._sights: tuple[object, ...] = aims.sights
        self._stand_on(footing(o.view, o.lexicon.kinds, aims.asked))

    def holds(self, o: Occasion) -> bool:
        """Say whether nothing that is seen from here has changed."""
        same = self.mandate is o.mandate and self._heard is hearsay(o.lexicon, o.chamber)
        return same and self._seen == _seen(o)

    def look_again(self, o: Occasion) -> None:
        """Look out once something has changed; what hangs on facts that have not, holds still."""
        self._expected = None
        self.reckoning = reckoning(o)
        self._heard = self.reckoning.public
        seen = _seen(o)
        if seen != self._seen:
            self._seen = seen
            facts = footing(o.view, o.lexicon.kinds, self.aims.asked)
            if facts != self.facts:
                self._stand_on(facts)

    def _stand_on(self, facts: Footing) -> None:
        """Take new facts; what hangs on objectives to which they are nothing new holds still."""
        self.facts = self._likeliest = facts
        self._changes += 1
        sights = self._looked(facts)
        for i in self._unlike(sights):
            self._changed[i] = self._changes
        self._sights = sights
        self._apart: frozenset[int] = frozenset()
        """Objectives to which what is likely to come makes a difference."""
        self._now: dict[frozenset[int], float] = {}

    def _looked(self, facts: Footing) -> tuple[object, ...]:
        return tuple([sight(facts) for sight in self.aims.sights])

    def _unlike(self, sights: tuple[object, ...]) -> list[int]:
        """The objectives that ask about what is not as it was seen last."""
        return [i for i, (was, now) in enumerate(zip(self._sights, sights, strict=True)) if was != now]

    def since(self, touched: frozenset[int]) -> int:
        """Return since how many changes the facts are the same to some objectives."""
        return max([self._changed[i] for i in touched], default=0)

    def _matter(self, clauses: tuple[Clause, ...], stored: str) -> Matter:
        key = (spelled(clauses), stored)
        found = self._matters.get(key)
        if found is None:
            found = self._matters[key] = Matter(self, clauses, stored)
        else:
            since = self.since(found.touched)
            if found.since < since:
                found.begin(since)
        return found

    def now(self, touched: frozenset[int]) -> float:
        """Return how near some objectives are as things stand."""
        found = self._now.get(touched)
        if found is None:
            found = self._now[touched] = self.aims.value(self.facts, touched)
        return found

    def worth(self, facts: Footing) -> float:
        """Return what a change of the facts is worth against things as they are."""
        return self.aims.value(facts, self._all) - self.now(self._all)

    def hearing(self, party: str) -> float:
        """Return what it is worth that a party is invited."""
        if party not in self.aims.parties:
            return 0.0
        return self.worth(replace(self.facts, invited=self.facts.invited | {party}))

    def _if_adopted(self, m: Matter, votes: Mapping[str, str]) -> float:
        """How near the objectives that a text bears on are once it is adopted by these votes."""
        asked = tuple([votes.get(seat, "") for seat in self.aims.voters])
        found = m.carried.get(asked)
        if found is None:
            carried = adopted(self.facts, m.text, votes)
            found = m.carried[asked] = self.aims.value(carried, m.touched)
        return found

    def _if_lost(self, m: Matter, votes: Mapping[str, str], vetoed: bool) -> float:
        """How near they are once it has failed by these votes, or was vetoed."""
        asked = tuple([votes.get(seat, "") for seat in self.aims.voters]), vetoed
        found = m.fallen.get(asked)
        if found is None:
            fallen = lost(self.facts, m.text, votes, vetoed=vetoed)
            found = m.fallen[asked] = self.aims.value(fallen, m.touched)
        return found

    def stake(self, clauses: tuple[Clause, ...], stored: str = "") -> float:
        """Return what the adoption of a text would be worth (0 or less where it serves nothing)."""
        m = self._matter(clauses, stored)
        return self._if_adopted(m, self.reckoning.unanimous) - self.now(m.touched) if m.touched else 0.0

    def wants(self, o: Occasion, clauses: tuple[Clause, ...], stored: str = "") -> bool:
        """Say whether a text would still serve if what waits and is likely to carry is carried."""
        if self.stake(clauses, stored) < PROMISING:
            return False
        facts, m = self._likely(o), self._matter(clauses, stored)
        if m.touched.isdisjoint(self._apart):
            return True
        if m.wanted is None or m.wanted[0] is not facts:
            carried = adopted(facts, m.text, self.reckoning.unanimous)
            gain = self.aims.value(carried, m.touched) - self.aims.value(facts, m.touched)
            m.wanted = facts, gain >= PROMISING
        return m.wanted[1]

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
                    if count.odds >= LIKELY:
                        facts = adopted(facts, self._matter(draft.clauses, draft.stored).text, count.votes)
            for text in coming(o):
                if text.roll is not None and text.roll.result == CARRIED:
                    facts = adopted(facts, self._matter(text.clauses, text.id).text, text.roll.votes)
            if facts != self._likeliest:
                self._likeliest = facts
                self._apart = frozenset(self._unlike(self._looked(facts)))
            self._expected = seen, self._likeliest
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
        m = self._matter(clauses, stored)
        if not m.touched:
            return NONE
        count = self.reckoning.counted(o, clauses, m.key, {**told, self.seat: vote})
        carried = self._if_adopted(m, count.votes)
        fallen = self._if_lost(m, count.votes, count.barred >= 0.5)
        gain = count.odds * carried + (1.0 - count.odds) * fallen - self.now(m.touched) + m.liked * count.odds
        return Prospect(gain, count.odds)

    def of_draft(self, o: Occasion, draft: Draft, vote: str) -> Prospect:
        """Return what a draft on the table promises if this seat votes so."""
        return self.of(o, draft.clauses, draft.stored, vote, said(o, draft))

    def by_vote(self, o: Occasion, draft: Draft) -> dict[str, Prospect]:
        """Return what a draft on the table promises by each way this seat may vote."""
        told = said(o, draft)
        return {v: self.of(o, draft.clauses, draft.stored, v, told) for v in ("yes", "no", "abstain")}

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


def _seen(o: Occasion) -> tuple[object, ...]:
    """What of a view the facts are made from (`footing`)."""
    view, c = o.view, o.chamber
    return (
        *(view.tracks, view.terms, view.standings, view.happened, c.members, c.absent, c.subjects, c.drafts),
        *(c.adopted, c.passed, c.failed, c.vetoed, c.invited, c.pledges),
        *(c.assembly, c.seized, c.conduct.taken_up, c.plenary),
    )


def outlook(o: Occasion) -> Outlook:
    """Return how things stand for the seat's aims, looking again only when something of it has changed."""
    last = o.dossier.outlook
    if last is None or last.mandate is not o.mandate:
        last = o.dossier.outlook = Outlook(o, o.dossier.aims())
    elif last.view is not o.view:
        if not last.holds(o):
            last.look_again(o)
        last.view = o.view
    return last
