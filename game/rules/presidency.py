"""Who presides: the monthly rotation in English alphabetical order, and the chair ceded.

Works on names as the United Nations used them at the time. It must never guess a membership: the members of
each year are handed in, and so is one known President to count from.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from game.rules.bodies import FIRST_MEETING
from game.rules.sentences import NO_NAMES, listed

# In 1946 a turn ran from the 17th of a month; resolution 14 (1946) let the eleventh run to 31 December (PR3).
_TURNS_OF_1946 = 11
_FIRST_FULL_YEAR = 1947

# Short forms in daily use, and the official name that decides their place in the list (PR1).
_OFFICIAL = {
    "USSR": "Union of Soviet Socialist Republics",
    "Soviet Union": "Union of Soviet Socialist Republics",
    "Russia": "Russian Federation",
    "Britain": "United Kingdom",
    "South Korea": "Republic of Korea",
    "Vietnam": "Viet Nam",
    "The Gambia": "Gambia",
}


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presides, by which rule, and the sentence that says why."""

    seat: str
    rule: str
    reason: str


def alphabetical(name: str) -> str:
    """The key by which a member's name takes its place in English order (PR1)."""
    official = _OFFICIAL.get(name, name)
    letters = unicodedata.normalize("NFKD", official)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def english_order(names: Mapping[str, str]) -> tuple[str, ...]:
    """Seats in English alphabetical order of their names, given code -> name (PR1)."""
    return tuple(sorted(names, key=lambda seat: alphabetical(names[seat])))


def turn(day: date) -> int:
    """Number of the presidency on `day`, counted from 0 on 17 January 1946 (PR1, PR3).

    Raises ValueError before that day.
    """
    if day < FIRST_MEETING:
        raise ValueError(f"Nobody presided on {day.isoformat()}; the Council first met on 17 January 1946.")
    if day.year < _FIRST_FULL_YEAR:
        return min(day.month - 1 - (day.day < FIRST_MEETING.day), _TURNS_OF_1946 - 1)
    return _TURNS_OF_1946 + (day.year - _FIRST_FULL_YEAR) * 12 + day.month - 1


def _year_of(number: int) -> int:
    return 1946 if number < _TURNS_OF_1946 else _FIRST_FULL_YEAR + (number - _TURNS_OF_1946) // 12


def next_in_order(name: str, members: Mapping[str, str]) -> str:
    """The seat whose name follows `name` in the membership, wrapping round at the end of the alphabet.

    `name` itself need not be a member any more: so a new year takes up the list where the old one left it
    (PR2).
    """
    order = english_order(members)
    after = alphabetical(name)
    return next((seat for seat in order if alphabetical(members[seat]) > after), order[0])


def presides(day: date, anchor: tuple[str, date], members: Mapping[int, Mapping[str, str]]) -> str:
    """The seat that presides on `day`, counted from a seat known to preside on an earlier day (PR1 to PR3).

    `anchor` is (seat, day); `members` gives code -> name as then used for every year from the anchor's to
    that of `day`. Raises ValueError when `day` lies before the anchor's turn, when a year is missing, or
    when the anchor's seat is not a member: a rotation cannot be run backwards, since a member may have left
    before its turn.
    """
    seat, since = anchor
    number, last = turn(since), turn(day)
    if last < number:
        raise ValueError(f"The rotation runs forward only; {day.isoformat()} is before {since.isoformat()}.")
    if missing := [y for y in range(_year_of(number), _year_of(last) + 1) if not members.get(y)]:
        raise ValueError(f"The members of {missing[0]} are needed to find who presides on {day}.")
    if seat not in members[_year_of(number)]:
        raise ValueError(f"{seat} was not a member in {_year_of(number)} and could not preside.")
    while number < last:
        name = members[_year_of(number)][seat]
        number += 1
        seat = next_in_order(name, members[_year_of(number)])
    return seat


def chair(
    order: Sequence[str],
    president: str,
    *,
    ceded: Collection[str] = (),
    absent: Collection[str] = (),
    names: Mapping[str, str] = NO_NAMES,
) -> Chair:
    """Who takes the chair for one question, given the seats in English order and the month's President.

    A President whose State is directly connected with the question may cede, for that question only; the
    chair goes to the next member in order, and on again if that one cedes too (rule 20, PR5). If a
    delegation is away altogether no rule speaks; the chair passes in the same order so that the Council can
    meet (PR6). Raises ValueError when `president` is not a member or nobody is left.
    """
    if president not in order:
        raise ValueError(f"{president} is not a member of this Council and cannot preside.")
    start = order.index(president)
    for seat in (*order[start:], *order[:start]):
        if seat not in ceded and seat not in absent:
            return _taken(seat, president, president in ceded, names)
    raise ValueError("Every member has ceded the chair or is absent; there is no meeting to preside over.")


def _taken(seat: str, president: str, ceded: bool, names: Mapping[str, str]) -> Chair:
    who, left = listed((seat,), names), listed((president,), names)
    if seat == president:
        return Chair(seat, "PR1", f"The presidency of the month is held by: {who}.")
    if ceded:
        reason = f"The President ({left}) cedes the chair for this question; next in English order: {who}."
        return Chair(seat, "PR5", reason)
    reason = f"Nobody represents the President's State ({left}); next in English order: {who}."
    return Chair(seat, "PR6", reason)
