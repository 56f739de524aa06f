"""Whether a crisis plays as its pack says it should: each expectation against what was counted.

A figure is judged by its 95 % interval, never by itself: `met` when all of the interval is as expected,
`missed` when none of it is, `open` when too few sittings were played to tell. It must never play, nor change
a figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from game.author.casting import AIMLESS, AS_ASKED, Cast, expected_of
from game.author.counting import Tally
from game.author.shares import Interval, fisher, wilson
from game.author.varied import most_moved
from game.session.expectations import Bounds
from game.session.scenario import Scenario

MET, MISSED, OPEN = "met", "missed", "open"
NOT_TRIED = "Not tried: --vary seat tries it."
"""Why nothing can be told of a seat that has not been played without aim."""


class Verdict(Struct, frozen=True):
    """An expectation and what was seen of it; all figures are from 0 to 1.

    `what` names it (`ending general_war`, `happening talks`, `seat USA`, `tracks toll escalation`);
    `expected` are the bounds; `low` and `high` those of the 95 % interval of what was `seen`; `why` is what
    the author gives as the reason.
    """

    what: str
    expected: Interval
    seen: float
    low: float
    high: float
    verdict: str
    why: str = ""


def judged(scenario: Scenario, totals: Mapping[Cast, Tally]) -> Iterator[Verdict]:
    """Yield a verdict on each expectation that sittings can tell something of, in the pack's order."""
    expected, usual = scenario.sealed.expectations, totals[AS_ASKED]
    yield from _shares("ending", expected.endings, usual.endings, usual.runs)
    yield from _shares("happening", expected.happenings, usual.happenings, usual.runs)
    for seat, much in expected_of(scenario).items():
        aimless = totals.get(Cast(seat, AIMLESS), Tally())
        most = most_moved(scenario, usual, aimless)
        why = _felt_in(most.what) if aimless.runs else NOT_TRIED
        yield _judged(f"seat {seat}", (much, 1.0), most.distance, most.interval, why)
    seen = {frozenset((a, b)): r for a, b, r in usual.tracks.correlations()}
    for pair in expected.correlations:
        size = abs(seen.get(frozenset(pair.tracks), 0.0))
        within = fisher(size, usual.ended)
        yield _judged(f"tracks {' '.join(pair.tracks)}", (0.0, pair.at_most), size, within)


def _felt_in(what: str) -> str:
    """Say what a seat is most surely felt in."""
    return f"Most surely felt in {'the endings' if what == 'endings' else f'what becomes of {what}'}."


def _shares(kind: str, expected: Mapping[str, Bounds], counts: Counter[str], runs: int) -> Iterator[Verdict]:
    """Verdicts on shares of sittings."""
    for name, bounds in expected.items():
        share = round(counts[name] / runs, 4) if runs else 0.0
        asked = (bounds.at_least, bounds.at_most)
        yield _judged(f"{kind} {name}", asked, share, wilson(counts[name], runs), bounds.why)


def _judged(what: str, expected: Interval, seen: float, interval: Interval, why: str = "") -> Verdict:
    """A verdict by the interval; a correlation's is wide, since the stages of one sitting count as one."""
    (least, most), (low, high) = expected, interval
    verdict = MET if least <= low and high <= most else MISSED if high < least or most < low else OPEN
    return Verdict(what, expected, seen, low, high, verdict, why)
