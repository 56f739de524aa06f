"""Who may hold a seat, who holds it at the opening, and whose act an event began.

Must never change a sitting: `table` plays it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.delegates import ENVOY, LEVELS, TEMPERAMENTS
from game.session.events import (
    ChairCeded,
    Event,
    HappeningOccurred,
    MomentMarked,
    QuestionPut,
    SeatHandedOver,
)
from game.session.scenario import Scenario
from game.session.state import State
from game.session.table import presiding, turn

PERSON = "person"
OBSERVER = "observer"
HOLDERS = (PERSON, *TEMPERAMENTS)
"""Who a seat may be held by."""
GUESTS = (PERSON, ENVOY)
"""Who may speak for a party that the Council invites."""
_DIRECTED = (HappeningOccurred, MomentMarked, SeatHandedOver)
"""Events with which only a director's act begins."""


class SittingError(Exception):
    """A sitting cannot be begun or taken up; the text says why and what to do."""


def seated(scenario: Scenario, holders: Mapping[str, str]) -> dict[str, str]:
    """Return who holds each first member's seat, and who speaks for the parties named beside them.

    SittingError names a seat that is not there.
    """
    members = scenario.sealed.stages[0].members
    guests = {seat: held for seat, held in holders.items() if seat in scenario.party}
    for seat, held in guests.items():
        if held not in GUESTS:
            raise SittingError(f"For {seat}, a guest, speaks one of: {', '.join(GUESTS)}.")
    for seat in holders:
        if seat not in members and seat not in guests:
            raise SittingError(f"There is no seat {seat} at the opening; there are: {', '.join(members)}.")
    for seat, held in holders.items():
        if seat not in guests and held not in ("", *HOLDERS):
            raise SittingError(nobody(held))
    return {m: holders.get(m) or scenario.sealed.briefs[m].temperament for m in members} | guests


def levelled(scenario: Scenario, level: str, levels: Mapping[str, str]) -> dict[str, str]:
    """Return the seats whose delegation is of another level than the whole table's, each with its own.

    What is asked for a seat goes before what its brief says. SittingError names a level or seat that is not
    there.
    """
    members = scenario.sealed.stages[0].members
    for seat in levels:
        if seat not in members:
            raise SittingError(f"There is no seat {seat} at the opening; there are: {', '.join(members)}.")
    own = {m: levels.get(m) or scenario.sealed.briefs[m].level or level for m in members}
    for named in (level, *own.values()):
        if named not in LEVELS:
            raise SittingError(f"There is no level called {named!r}; there are: {', '.join(LEVELS)}.")
    return {seat: named for seat, named in own.items() if named != level}


def nobody(holder: str) -> str:
    """Say that nobody of that name can hold a seat."""
    return f"No seat is held by {holder!r}: there are: {', '.join(HOLDERS)}."


def actor_of(state: State, first: Event) -> str:
    """Say whose act began with an event, given the state before it; empty for the world, the opening and the
    director."""
    if isinstance(first, _DIRECTED):
        return ""
    if isinstance(first, QuestionPut) and first.kind == "preliminary":
        return first.mover
    if isinstance(first, ChairCeded):
        return presiding(state)
    seat = getattr(first, "seat", "")
    if isinstance(seat, str) and seat:
        return seat
    awaited = turn(state)
    return awaited[0] if awaited else ""


def own_acts(seat: str, acts: Sequence[tuple[str, int]], record: Sequence[Event]) -> list[int]:
    """Return which of a sitting's acts, by their places, were taken by whoever holds a seat now."""
    handed = (i for i, x in enumerate(record) if type(x) is SeatHandedOver and x.seat == seat)
    since = max(handed, default=-1)
    return [place for place, (actor, end) in enumerate(acts) if actor == seat and end > since]
