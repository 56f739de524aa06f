"""Votes that a record leaves open: the rolls it may stand for.

A table may give numbers without names, or some names only. Then the outcome can hang on whether a permanent
member is among those not named, so the rolls at the edges are judged: every result that is possible at all is
the result of one of them. It must never take one roll for the truth; `judging` says what stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.rules.bodies import Body, Vote
from game.rules.results import Tally
from game.tally.cases import Case

_KINDLY = (Vote.YES, Vote.ABSTAIN, Vote.NOT_PARTICIPATING, Vote.ABSENT, Vote.NO)
_HARSHLY = (Vote.NO, Vote.YES, Vote.ABSTAIN, Vote.NOT_PARTICIPATING, Vote.ABSENT)
_ASIDE = (Vote.ABSTAIN, Vote.NOT_PARTICIPATING, Vote.ABSENT, Vote.NO, Vote.YES)
UNNAMED = "not named "


def rolls(case: Case, body: Body) -> Iterator[dict[str, Vote]]:
    """Every roll at the edges of what a case says, the kindest to the permanent members first.

    One roll if all seats are named. Kindly, the permanent members not named voted yes rather than no;
    harshly, they cast the noes. Seats of which nothing is known all voted yes, all but one did, all voted no,
    or were all away.
    """
    named = dict(case.put.votes)
    if not case.unknown and not case.unnamed.seats:
        yield named
        return
    free = [seat for seat in body.permanent if seat not in named]
    elected = [f"{UNNAMED}{n}" for n in range(1, body.size + 1)]
    for cast in _casts(case.unnamed, case.unknown):
        for seats, order in _seatings(case, free):
            votes = sorted(cast, key=order.index)
            yield named | dict(zip((*seats, *elected), votes, strict=False))


def _seatings(case: Case, free: list[str]) -> Iterator[tuple[list[str], tuple[Vote, ...]]]:
    """The permanent members not named, and which votes fall to them first.

    Where parties are held to abstain (V10) it also matters whether they cast a yes, a no, or neither.
    """
    yield free, _KINDLY
    yield free, _HARSHLY
    if case.put.enforce:
        parties_first = sorted(free, key=lambda seat: seat not in case.put.parties)
        for seats in (parties_first, parties_first[::-1]):
            yield from ((seats, order) for order in (_KINDLY, _HARSHLY, _ASIDE))


def _casts(unnamed: Tally, unknown: int) -> Iterator[list[Vote]]:
    known = [vote for vote in Vote for _ in range(getattr(unnamed, vote))]
    for blank in dict.fromkeys(_blank(unknown)):
        yield [*known, *blank]


def _blank(unknown: int) -> Iterable[tuple[Vote, ...]]:
    if not unknown:
        return ((),)
    all_yes = (Vote.YES,) * unknown
    return all_yes, (*all_yes[1:], Vote.NO), (Vote.NO,) * unknown, (Vote.ABSENT,) * unknown
