"""Seats and the votes of a body: names to seats, and whether a roll fits the body it is said to be of.

Complaints are pairs (what, remedy) that any reader of files can place. It must never drop a vote in silence.
"""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from game.packs import tables
from game.rules.ballots import count
from game.rules.bodies import PERMANENT_WORDS, Body, Vote, permanent_on, seat_of
from game.rules.covenant import council_seats
from game.rules.questions import Put
from game.rules.results import Tally
from game.tally.blanks import UNNAMED

Complaint = tuple[str, str]
_ELECTED = re.compile(r"(?i)e(lected)? ?\d{1,2}\Z")
_ALIKE = 0.6
"""How like a permanent member's name another must be to be taken for a slip of it."""
_GUESTS = 2
"""States that a League dispute may bring to the table beside the members (Article 4(5))."""


def words_of(names: Iterable[str]) -> tuple[dict[str, str], Complaint | None]:
    """Seats by code with the word used for each; a complaint if two names mean one seat."""
    words: dict[str, str] = {}
    for name in names:
        if first := words.get(seat_of(name)):
            return words, (f"{first} and {name} are one seat.", "Give each seat one vote (V1).")
        words[seat_of(name)] = name
    return words, None


@cache
def sat() -> dict[str, tuple[str, frozenset[int]]]:
    """Members of the Security Council by code and by name, folded: the code, and the years on the Council."""
    years: dict[str, set[int]] = {}
    words: dict[str, str] = {}
    with (tables.data() / "council_members.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            years.setdefault(row["code"], set()).add(int(row["year"]))
            words |= {row[name].casefold(): row["code"] for name in ("code", "member", "code_then")}
    return {word: (code, frozenset(years[code])) for word, code in words.items()}


def is_known(name: str) -> bool:
    """Whether a name is one a member of the Council had, or one of a constructed case (`Elected 3`)."""
    known = seat_of(name) in PERMANENT_WORDS.values() or name.casefold() in sat()
    return known or _ELECTED.match(name) is not None


def slip(names: Iterable[str]) -> Complaint | None:
    """A name that nobody had and that is nearly a permanent member's: beside numbers it would hide a veto."""
    for name in names:
        near = (
            () if is_known(name) else difflib.get_close_matches(name.casefold(), PERMANENT_WORDS, 1, _ALIKE)
        )
        if near:
            return f"{name} never sat on the Security Council.", titled(f"Did you mean {near[0]}?")
    return None


def titled(remedy: str) -> str:
    """A remedy that names one word, as names are written; nothing useful can be said with all of them."""
    if not remedy.startswith("Did you mean"):
        return "Use the member's English name or its three letters."
    word = remedy.removeprefix("Did you mean ").removesuffix("?")
    return f"Did you mean {word.upper() if len(word) <= len('USA') else word.title()}?"


def council_complaint(
    body: Body, votes: Mapping[str, Vote], unnamed: int, day: date | None = None
) -> Complaint | None:
    """What keeps a roll from being one of that Council; None if it is: the right seats, the permanent named.

    `unnamed` are seats of which only numbers are known.
    """
    seats = len(votes) + unnamed
    if seats != body.size:
        what = f"There are votes of {seats} seats; the {body.title} has {body.size}."
        remedy = "Name every member once, and write absent for one that was away."
        return what, remedy if seats < body.size else "Take out what is too much, or name another era."
    missing = [seat for seat in body.permanent if seat not in votes]
    if len(missing) <= unnamed:
        return None
    names = permanent_on(day) if day else permanent_on(date.min)
    near = difflib.get_close_matches(names[missing[0]].casefold(), [v.casefold() for v in votes], 1, 0.7)
    hint = f"Did you mean it by {near[0]}?" if near else "Name every permanent member."
    return f"There is no vote of {names[missing[0]]}, a permanent member.", hint


def league_complaint(votes: Mapping[str, Vote], day: date | None) -> Complaint | None:
    """What keeps a roll from being one of the League Council on that day: more seats than it had (L1)."""
    if day is None or not votes:
        return None
    most = council_seats(day)[1]
    if len(votes) <= most + _GUESTS:
        return None
    what = f"There are votes of {len(votes)} seats; on {day} the League Council had {most}."
    return what, "Name its members, and the parties that sat with them."


def in_assembly(put: Put, unnamed: Tally, away: int, *, roll: bool) -> Put:
    """A question of a body without fixed seats, with the votes of those not named and the number away.

    The law of some questions asks for a `roll`: then those not named vote as a Member each.
    """
    tally = count(put.votes)
    whole = Tally(*(getattr(tally, vote) + getattr(unnamed, vote) for vote in Vote))
    cast = [vote for vote in Vote for _ in range(getattr(unnamed, vote))]
    blanks = {f"{UNNAMED}{n}": vote for n, vote in enumerate(cast, start=1)} if roll else {}
    return replace(
        put,
        votes={**put.votes, **blanks},
        names={**put.names, **dict.fromkeys(blanks, "a Member not named")},
        tally=replace(whole, absent=whole.absent + max(0, away)),
    )


def left_over(numbers: Mapping[str, int], votes: Mapping[str, Vote]) -> Tally | None:
    """The votes told in numbers beyond those named; None if more are named than were told."""
    rest = {kind.value: numbers.get(kind.value, 0) for kind in Vote}
    for vote in votes.values():
        rest[vote.value] -= 1
    if min(rest.values()) < 0:
        return None
    return Tally(**rest)
