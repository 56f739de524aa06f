"""How a seat weighs a text, clause by clause, and the vote that follows, with its reason in one sentence.

A text is favoured for what it says on the whole, and carried only if its weakest clause can be borne.
Weighing reads a mandate and a text; it must never know who tabled the text or how others vote.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from game.delegates.lexicon import lexicon
from game.delegates.mandate import Mandate, Stand
from game.delegates.reasons import decided, line_crossed, no_instructions
from game.session.scenario import Brief, Clause, Prospectus, RedLine

FAVOURS = 0.75
"""Support on the whole from which a seat may vote yes."""
BEARS = 0.5
"""What the weakest clause must reach for a yes."""
OPPOSES = -1.5
"""The score at which a seat votes no."""
VETOES = -2.0
"""The score at which one does so whose no alone defeats a text of substance: a veto needs more."""
AGAINST_INTEREST = -0.5
"""What a change may at most cost a sponsor who takes it as friendly."""
PREAMBLE = 0.4
"""What a preambular clause counts beside an operative one."""


class Weighing(Struct, frozen=True):
    """A text in the scales of one seat; all measures run from -3 to 3.

    `support` is the attitude to the text on the whole; `weakest` what its worst clause makes of it; `score`
    the mean of both. `clauses` holds `(kind, contribution, why)` in the order of the text; `place` is the
    clause that decided.
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


def weigh(open: Prospectus, brief: Brief, clauses: Sequence[Clause]) -> Weighing:
    """Weigh a text for the seat of a brief as it stands (instructions arrived, red lines that bind)."""
    return weighed(Mandate(lexicon(open), brief), tuple(clauses))


def spelled(clauses: tuple[Clause, ...]) -> tuple[object, ...]:
    """Return what tells texts apart when they are weighed: clauses and their choices, not their words."""
    return tuple([(c.kind, *sorted(c.choices.items())) if c.choices else c.kind for c in clauses])


def weighed(mandate: Mandate, clauses: tuple[Clause, ...]) -> Weighing:
    """Weigh a text under a mandate; what was weighed once is remembered."""
    key = spelled(clauses)
    found = mandate.weighings.get(key)
    if not isinstance(found, Weighing):
        found = mandate.weighings[key] = _weigh(mandate, clauses)
    return found


def _weigh(mandate: Mandate, clauses: tuple[Clause, ...]) -> Weighing:
    stands = [mandate.stand(c) for c in clauses]
    support = _support(stands)
    lows = [_low(s, support) for s in stands]
    weakest = min(lows, default=support)
    score = (support + weakest) / 2
    substantive = not mandate.lexicon.procedural(clauses)
    bar = VETOES if substantive and mandate.seat in mandate.lexicon.blocking else OPPOSES
    vote = _vote(support, weakest, score, bar)
    place = _deciding(stands, lows, vote)
    crossed = _line(stands)
    if crossed is not None:
        place, line = crossed
        vote = "no" if vote == "no" else line.vote
    return Weighing(
        vote=vote,
        score=round(score, 3),
        clauses=tuple((s.kind, round(s.contribution, 3), mandate.why(s.issue)) for s in stands),
        reason=_reason(mandate, stands, vote, place),
        support=round(support, 3),
        weakest=round(weakest, 3),
        place=place,
        line=crossed[1].id if crossed is not None else "",
        firm=any(s.line is not None and s.line.firm for s in stands),
    )


def _support(stands: list[Stand]) -> float:
    """The attitude to the text on the whole: what its clauses contribute over what the seat cares about."""
    total = care = 0.0
    for s in stands:
        part = 1.0 if s.operative else PREAMBLE
        total += s.contribution * part
        care += s.care * part
    return total / care if care else 0.0


def _low(stand: Stand, support: float) -> float:
    """What the text comes to if this clause is held against it, as deep as it goes and the seat minds."""
    depth = stand.depth if stand.operative else stand.depth * PREAMBLE
    return support + min(0.0, stand.attitude - support) * depth


def _vote(support: float, weakest: float, score: float, bar: float) -> str:
    if support >= FAVOURS and weakest >= BEARS:
        return "yes"
    return "no" if score <= bar else "abstain"


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


def _reason(mandate: Mandate, stands: list[Stand], vote: str, place: int) -> str:
    name = mandate.lexicon.names.get(mandate.seat, mandate.seat)
    s = stands[place] if place >= 0 else None
    if s is not None and s.line is not None:
        return line_crossed(name, vote, s.title, s.line.text)
    if s is None or not any(x.care for x in stands):
        return no_instructions(name, vote)
    return decided(name, vote, s.title, s.attitude, mandate.why(s.issue))
