"""Presidencies: the English order of a year's members, who presided in which month, and the chair ceded.

A file gives names but not who began: of all rotations the law allows, the one that agrees with most of the
file's months is taken. It must never guess who was a member.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from game.rules.bodies import seat_of
from game.rules.presidency import alphabetical, chair, english_order, presides
from game.tally.cases import Difference, Finding, Turn


def judged(turn: Turn) -> Finding:
    """The order of a year's members and its Presidents, or who takes a ceded chair."""
    if not turn.members:
        return Finding(turn.id, "presidency", unknown="Its members are not given.", where=turn.where)
    order = english_order({name: name for name in turn.members})
    if turn.ceding:
        return _ceded(turn, order)
    months, unknown = _months(turn)
    return Finding(
        id=turn.id,
        kind="presidency",
        title=f"Members of {turn.year}" if turn.year else "",
        rules=("PR1", "PR2") if months else ("PR1",),
        words=(*order, *(f"{month}: {name}" for month, name in months.items())),
        unknown=unknown,
        compared=bool(turn.order or months),
        differences=(*_order_differs(turn, order), *_months_differ(turn, months)),
        where=turn.where,
    )


def _same(one: str, other: str) -> bool:
    """Whether two names mean one member, however they are written."""
    return seat_of(one) == seat_of(other) or alphabetical(one) == alphabetical(other)


def _order_differs(turn: Turn, order: tuple[str, ...]) -> Iterator[Difference]:
    if not turn.order:
        return
    pairs = zip(turn.order, order, strict=False)
    if len(turn.order) != len(order) or not all(_same(one, other) for one, other in pairs):
        yield Difference("order", ", ".join(turn.order), ", ".join(order))


def _months_differ(turn: Turn, months: Mapping[str, str]) -> Iterator[Difference]:
    for month, name in months.items():
        if not _same(turn.checks[month], name):
            yield Difference(month, turn.checks[month], name)


def _day(month: str) -> date | None:
    """A day of a month by which the turns of 1946 too have changed (PR3); a full date stands for itself."""
    try:
        return date.fromisoformat(month if len(month) > len("1950-06") else f"{month}-28")
    except ValueError:
        return None


def _months(turn: Turn) -> tuple[dict[str, str], str]:
    """Who presides in each month the file asks for, and what cannot be known."""
    days = {month: day for month in turn.checks if (day := _day(month)) is not None}
    if turn.year:
        days = {month: day for month, day in days.items() if day.year == turn.year}
    if not days:
        return {}, "No month of that year is asked for." if turn.checks else ""
    members = {day.year: {name: name for name in turn.members} for day in days.values()}
    first = min(days.values())
    try:
        runs = [
            {month: presides(day, (name, first), members) for month, day in days.items()}
            for name in turn.members
        ]
    except ValueError as fault:
        return {}, str(fault)
    left = [month for month in turn.checks if month not in days]
    unknown = f"Who sat in {', '.join(left)} is not told." if left else ""
    return max(runs, key=lambda run: _agreeing(turn, run)), unknown


def _agreeing(turn: Turn, months: Mapping[str, str]) -> int:
    return sum(_same(turn.checks[month], name) for month, name in months.items())


def _ceded(turn: Turn, order: tuple[str, ...]) -> Finding:
    """Who takes the chair when the President, and perhaps others after it, cede it (PR5)."""
    seats = {name: next((seat for seat in order if _same(seat, name)), "") for name in turn.ceding}
    absent = [name for name, seat in seats.items() if not seat]
    if absent:
        differences: tuple[Difference, ...] = (
            Difference("president", absent[0], "finds no such member, who could not preside"),
        )
        return Finding(
            turn.id, "presidency", rules=("PR5",), compared=True, differences=differences, where=turn.where
        )
    ceding = list(seats.values())
    if set(ceding) >= set(order):
        nobody = "Every member cedes the chair; nobody is left to preside."
        return Finding(turn.id, "presidency", rules=("PR5",), unknown=nobody, where=turn.where)
    taken = chair(order, ceding[0], ceded=ceding)
    told = turn.expected_chair
    wrong = told and not _same(told, taken.seat)
    return Finding(
        id=turn.id,
        kind="presidency",
        title=f"{turn.ceding[0]} cedes the chair",
        rules=(taken.rule,),
        reason=taken.reason,
        words=(taken.seat,),
        compared=bool(told),
        differences=(Difference("chair", told, taken.seat),) if wrong else (),
        where=turn.where,
    )
