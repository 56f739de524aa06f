"""How a seat weighs a text, clause by clause, and the vote that follows, with its reason in one sentence.

A text is favoured for what it says on the whole, and carried only if its weakest clause can be borne. What
surrounds it (`circumstances`) counts a little. Weighing reads a mandate, a text and who stands beside it; it
must never know how others vote.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from game.delegates.interests.circumstances import PLAIN, UNFOUNDED, Circumstances, around, price, unfounded
from game.delegates.interests.lexicon import lexicon
from game.delegates.interests.mandate import PREAMBLE, Mandate, Stand
from game.delegates.language.reasons import decided, line_crossed, no_instructions
from game.session.scenario import Brief, Clause, Prospectus, RedLine

FAVOURS = 0.75
"""Support on the whole from which a seat may vote yes."""
BEARS = 0.5
"""What the weakest clause must reach for a yes."""
OPPOSES = -1.5
"""The score at which a seat votes no; one whose no alone defeats the text asks its price besides."""
REJECTS = -2.5
"""The attitude to a clause from which a seat that will not veto takes no part in the vote."""
AGAINST_INTEREST = -0.5
"""What a change may at most cost a sponsor who takes it as friendly."""
WEIGHTY = 0.5
"""A second clause is named in a reason from this share of the first one's part in the decision."""


class Term(NamedTuple):
    """One piece of the arithmetic: what it is (a clause's kind, or `sponsors`), what it adds, and why."""

    what: str
    amount: float
    why: str


class Weighing(Struct, frozen=True):
    """A text in the scales of one seat; all measures run from -3 to 3.

    `support` is the attitude to the text on the whole; `weakest` what its worst clause makes of it; `score`
    the mean of both. `clauses` holds `(kind, contribution, why)` in the order of the text, `shares` what
    each adds to the support; `place` is the clause that decided.
    """

    vote: str
    score: float
    clauses: tuple[tuple[str, float, str], ...]
    reason: str
    support: float
    weakest: float
    place: int = -1
    line: str = ""
    """The id of the red line crossed, if one was."""
    firm: bool = False
    shares: tuple[float, ...] = ()
    pull: float = 0.0
    """What the sponsors' names add."""
    bar: float = OPPOSES
    """The score at which the seat votes no."""
    price: float = 0.0
    """What that bar holds of the price of a veto; 0 where the seat has none."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """The whole arithmetic: the amounts add up to the support (to a thousandth a clause)."""
        told = [
            Term(kind, share, why) for (kind, _, why), share in zip(self.clauses, self.shares, strict=True)
        ]
        return (*told, Term("sponsors", self.pull, "who stands by it")) if self.pull else tuple(told)


def weigh(
    open: Prospectus, brief: Brief, clauses: Sequence[Clause], sponsors: Sequence[str] = ()
) -> Weighing:
    """Weigh a text for the seat of a brief as it stands (instructions arrived, red lines that bind)."""
    mandate = Mandate(lexicon(open), brief)
    return weighed(mandate, tuple(clauses), around(mandate, tuple(sponsors)) if sponsors else PLAIN)


def spelled(clauses: tuple[Clause, ...]) -> tuple[object, ...]:
    """Return what tells texts apart when they are weighed: clauses and their choices, not their words."""
    return tuple([(c.kind, *sorted(c.choices.items())) if c.choices else c.kind for c in clauses])


def weighed(mandate: Mandate, clauses: tuple[Clause, ...], about: Circumstances = PLAIN) -> Weighing:
    """Weigh a text under a mandate; what was weighed once is remembered."""
    key: object = spelled(clauses) if about is PLAIN else (spelled(clauses), about)
    found = mandate.weighings.get(key)
    if not isinstance(found, Weighing):
        found = mandate.weighings[key] = _weigh(mandate, clauses, about)
    return found


def _weigh(mandate: Mandate, clauses: tuple[Clause, ...], about: Circumstances) -> Weighing:
    loose = unfounded(mandate, clauses, about)
    stands = [_lowered(s) if i in loose else s for i, s in enumerate(map(mandate.stand, clauses))]
    shares = _shares(stands)
    support = max(-3.0, min(3.0, sum(shares) + about.pull))
    lows = [_low(s, support) for s in stands]
    weakest = min(lows, default=support)
    score = (support + weakest) / 2
    blocks = mandate.seat in mandate.lexicon.blocking and not mandate.lexicon.procedural(clauses)
    cost = price(mandate, clauses, about) if blocks else 0.0
    vote = _vote(stands, support, weakest, score, cost)
    place = _deciding(stands, lows, vote)
    crossed = _line(stands)
    if crossed is not None:
        place, line = crossed
        vote = "no" if vote == "no" else line.vote
    return Weighing(
        vote=vote,
        score=round(score, 3),
        clauses=tuple((s.kind, round(s.contribution, 3), mandate.why(s.issue)) for s in stands),
        reason=_reason(mandate, stands, shares, vote, place),
        support=round(support, 3),
        weakest=round(weakest, 3),
        place=place,
        line=crossed[1].id if crossed is not None else "",
        firm=any(s.line is not None and s.line.firm for s in stands),
        shares=tuple(round(x, 3) for x in shares),
        pull=about.pull,
        bar=round(OPPOSES - cost, 3),
        price=cost,
    )


def _lowered(s: Stand) -> Stand:
    """A clause of enforcement that rests on no finding."""
    attitude = max(-3.0, s.attitude + UNFOUNDED)
    return s._replace(attitude=attitude, contribution=s.contribution + UNFOUNDED * s.care)


def _shares(stands: list[Stand]) -> list[float]:
    """What each clause adds to the attitude to the text: its contribution over all the seat cares about."""
    care = sum(s.care * s.part for s in stands)
    return [s.contribution * s.part / care if care else 0.0 for s in stands]


def _low(stand: Stand, support: float) -> float:
    """What the text comes to if this clause is held against it, as deep as it goes and the seat minds."""
    depth = stand.depth if stand.operative else stand.depth * PREAMBLE
    return support + min(0.0, stand.attitude - support) * depth


def _vote(stands: list[Stand], support: float, weakest: float, score: float, cost: float) -> str:
    """A seat whose no is dearer than its objection stands aside, or takes no part in what it rejects."""
    if support >= FAVOURS and weakest >= BEARS:
        return "yes"
    if score <= OPPOSES - cost:
        return "no"
    rejects = score <= OPPOSES and any(s.attitude <= REJECTS for s in stands)
    return "not_participating" if rejects else "abstain"


def _line(stands: list[Stand]) -> tuple[int, RedLine] | None:
    """The place and line of a clause that crosses a red line; one that commands a no goes first."""
    crossing = [(i, s.line) for i, s in enumerate(stands) if s.line is not None]
    harsh = [(i, line) for i, line in crossing if line.vote == "no"]
    return next(iter(harsh or crossing), None)


def _deciding(stands: list[Stand], lows: list[float], vote: str) -> int:
    """The clause that decided: the one that gives most for a yes, the one that costs most otherwise."""
    if not stands:
        return -1
    if vote == "yes":
        return max(range(len(stands)), key=lambda i: stands[i].contribution * (1 + stands[i].operative))
    return min(range(len(stands)), key=lambda i: (lows[i], stands[i].contribution))


def _reason(mandate: Mandate, stands: list[Stand], shares: list[float], vote: str, place: int) -> str:
    name = mandate.lexicon.names.get(mandate.seat, mandate.seat)
    s = stands[place] if place >= 0 else None
    if s is not None and s.line is not None:
        return line_crossed(name, vote, s.title, s.line.text)
    if s is None or not any(x.care for x in stands):
        return no_instructions(name, vote)
    other = _second(stands, shares, vote, place)
    also = (stands[other].title, stands[other].attitude) if other >= 0 else None
    return decided(name, vote, s.title, s.attitude, mandate.why(s.issue), also)


def _second(stands: list[Stand], shares: list[float], vote: str, place: int) -> int:
    """The other clause worth naming: a second ground for a yes or a no, what spoke for it in an abstention.

    -1 when none weighs enough, or the second is of the same title as the first.
    """
    side = 1.0 if vote in ("yes", "abstain") else -1.0
    rest = [i for i, s in enumerate(stands) if i != place and s.title != stands[place].title]
    best = max(rest, key=lambda i: side * shares[i], default=-1)
    if best < 0 or abs(stands[best].attitude) < FAVOURS:
        return -1
    least = WEIGHTY * abs(shares[place]) if vote != "abstain" else FAVOURS * WEIGHTY
    return best if side * shares[best] >= max(least, 0.1) else -1
