"""The bodies that vote: how many seats, how many affirmative votes, who is permanent.

Holds the constants of each era and nothing that changes during a sitting. A body never knows its elected
members: those belong to a date and come from the pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Vote(StrEnum):
    """What one seat did when the question was put (V6 to V8 keep the last three apart)."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    NOT_PARTICIPATING = "not_participating"


class Nature(StrEnum):
    """Whether a question falls under Article 27(2) or under Article 27(3)."""

    PROCEDURAL = "procedural"
    SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True)
class Body:
    """One body in one era.

    `size` is the number of seats, `needed` the affirmative votes for any decision, `absolute_majority` the
    votes that elect a judge (SP1), `permanent` the codes of the seats whose no is a veto.
    """

    id: str
    title: str
    size: int
    needed: int
    absolute_majority: int
    permanent: tuple[str, ...]


PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
FIRST_MEETING = date(1946, 1, 17)
ENLARGED = date(1966, 1, 1)

UNSC_11 = Body("unsc_11", "Security Council of eleven", 11, 7, 6, PERMANENT)
UNSC_15 = Body("unsc_15", "Security Council of fifteen", 15, 9, 8, PERMANENT)
BODIES: Mapping[str, Body] = MappingProxyType({body.id: body for body in (UNSC_11, UNSC_15)})


def body_on(day: date) -> Body:
    """The Security Council as it sat on `day`.

    The Charter amendment entered into force on 31 August 1965, but the four new seats were filled, and nine
    votes asked for, from 1 January 1966 (Articles 23 and 27). Raises ValueError before the first meeting,
    17 January 1946.
    """
    if day < FIRST_MEETING:
        raise ValueError(
            f"The Security Council first met on 17 January 1946; {day.isoformat()} is before that."
        )
    return UNSC_15 if day >= ENLARGED else UNSC_11
