"""The order of motions, drafts and amendments, and rulings on events, found by the law from plain words.

A file describes motions and events in English; `phrases` knows enough of it to ask the law. What is not
understood is said to be so and never counted as right or wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.rules.amendments import Change, voting_order
from game.rules.motions import in_order
from game.rules.texts import order_of_submission
from game.tally.cases import Difference, Finding, Ordering
from game.tally.phrases import change_of, distance_of, motion_of, priority_of, submitted
from game.tally.rulings import ruling_on
from game.tally.senses import sense_of


def judged(ordering: Ordering) -> Finding:
    """The order in which things are put, or the ruling on an event."""
    return _put_in_order(ordering) if ordering.given else _ruled(ordering)


@dataclass(frozen=True, slots=True)
class _Amendment:
    """An amendment as the file describes it; `kind` and `distance` are what the law asks (CB10)."""

    words: str
    kind: str
    distance: float


def _motions(given: tuple[str, ...]) -> tuple[str, ...] | None:
    known = {words: motion for words in given if (motion := motion_of(words))}
    if len(known) < len(given):
        return None
    ranked = in_order(known.values())
    return tuple(sorted(given, key=lambda words: ranked.index(known[words])))


def _drafts(given: tuple[str, ...]) -> tuple[str, ...] | None:
    times = {words: time for words in given if (time := submitted(words)) is not None}
    if len(times) < len(given):
        return None
    return order_of_submission(times.items(), first=[words for words in given if priority_of(words)])


def _amendments(given: tuple[str, ...]) -> tuple[str, ...] | None:
    changes = [_Amendment(words, change_of(words), distance_of(words)) for words in given]
    replacing = [change.distance for change in changes if change.kind == Change.REPLACE]
    if (len(replacing) == len(changes) and not any(replacing)) or (len(replacing) > 1 and 0 in replacing):
        return None
    return tuple(change.words for change in voting_order(changes))


_ORDERS: Mapping[str, Callable[[tuple[str, ...]], tuple[str, ...] | None]] = {
    "CB9": _motions,
    "CB6": _drafts,
    "CB10": _amendments,
}


def _put_in_order(ordering: Ordering) -> Finding:
    order, rule = _ordered(ordering)
    differences: tuple[Difference, ...] = ()
    if order and ordering.expected_order and order != ordering.expected_order:
        differences = (Difference("order", _row(ordering.expected_order), _row(order)),)
    return Finding(
        id=ordering.id,
        kind="ordering",
        rules=(rule,) if rule else (),
        words=order,
        unknown="" if order else "What is to be put in order is not understood.",
        compared=bool(order and ordering.expected_order),
        differences=differences,
        where=ordering.where,
    )


def _row(words: tuple[str, ...]) -> str:
    return "; ".join(words)


def _ordered(ordering: Ordering) -> tuple[tuple[str, ...], str]:
    """The order and the rule it follows; the rule the file names is tried first."""
    rules = [ordering.rule] if ordering.rule in _ORDERS else list(_ORDERS)
    for rule in rules:
        if order := _ORDERS[rule](ordering.given):
            return order, rule
    return (), ""


def _ruled(ordering: Ordering) -> Finding:
    ruling = ruling_on(ordering.rule, ordering.event)
    if ruling is None:
        return Finding(
            id=ordering.id,
            kind="ordering",
            title=ordering.event,
            unknown="No rule of the game is known to speak of this event.",
            where=ordering.where,
        )
    expected = sense_of(ordering.expected)
    shared = next((aspect for aspect in ruling.sense if aspect in expected), None)
    wrong = shared is not None and expected[shared] is not ruling.sense[shared]
    return Finding(
        id=ordering.id,
        kind="ordering",
        title=ordering.event,
        rules=(ruling.rule,),
        reason=ruling.words,
        unknown="" if shared or not ordering.expected else "What the file expects is not understood.",
        compared=shared is not None,
        differences=(Difference("ruling", ordering.expected, ruling.words),) if wrong else (),
        where=ordering.where,
    )
