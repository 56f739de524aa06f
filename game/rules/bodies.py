"""The bodies that vote: how many seats, how many affirmative votes, who is permanent and under what name.

Holds the constants of each era and nothing that changes during a sitting. A body never knows its elected
members: those belong to a date and come from the pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
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


class Law(StrEnum):
    """Under which treaty a body sits, and so how its questions are decided."""

    CHARTER = "charter"
    COVENANT = "covenant"


@dataclass(frozen=True, slots=True)
class Body:
    """One body in one era.

    `size` is the number of seats, `needed` the affirmative votes for any decision, `absolute_majority` the
    votes that elect a judge (SP1), `permanent` the codes of the seats whose no is a veto. `law` is the treaty
    it sits under, `organ` its name on its papers, `paper` the form of their symbols where it is not that of
    the United Nations (PB7). `monthly` says whether the presidency passes on with the month (PR1), and not
    with the session (L10).
    """

    id: str
    title: str
    size: int
    needed: int
    absolute_majority: int
    permanent: tuple[str, ...]
    law: Law = Law.CHARTER
    organ: str = "Security Council"
    paper: str = ""
    monthly: bool = True

    def seating(self, members: int) -> Body:
        """Return the body with as many seats as sit: the Council of the League had guests with a vote (L1).

        The Security Council has its fixed number whoever is there (X3).
        """
        if self.law is Law.CHARTER or members == self.size:
            return self
        return replace(self, size=members, needed=members // 2 + 1)


PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
FIRST_MEETING = date(1946, 1, 17)
ENLARGED = date(1966, 1, 1)

UNSC_11 = Body("unsc_11", "Security Council of eleven", 11, 7, 6, PERMANENT)
UNSC_15 = Body("unsc_15", "Security Council of fifteen", 15, 9, 8, PERMANENT)
LEAGUE_COUNCIL = Body(
    *("league_council", "Council of the League of Nations", 14, 8, 8, ()),
    law=Law.COVENANT,
    organ="Council of the League of Nations",
    paper="C.{number}.{year}.VII",
    monthly=False,
)
"""The League's Council: no member's no weighs more than another's, and `covenant` counts its votes (L2)."""
BODIES: Mapping[str, Body] = MappingProxyType({body.id: body for body in (UNSC_11, UNSC_15, LEAGUE_COUNCIL)})

SOVIET_SEAT_PASSED = date(1991, 12, 24)

# Every word by which a permanent seat has been called, whoever held it; China is one seat throughout.
_CALLED = {
    "CHN": ("China", "Republic of China", "People's Republic of China", "PRC", "ROC"),
    "FRA": ("France",),
    "GBR": (
        *("United Kingdom", "United Kingdom of Great Britain and Northern Ireland", "UK", "Great Britain"),
        *("Britain", "British Empire"),
    ),
    "RUS": (
        "USSR",
        "Union of Soviet Socialist Republics",
        "Soviet Union",
        "Russian Federation",
        "Russia",
        "SUN",
    ),
    "USA": ("United States", "United States of America", "US"),
}
PERMANENT_WORDS: Mapping[str, str] = MappingProxyType(
    {word.casefold(): code for code, words in _CALLED.items() for word in (code, *words)}
)
"""Names and codes of the permanent members, folded, and the stable code of the seat each means."""


def seat_of(word: str) -> str:
    """The stable code of a seat by any name a permanent member has gone by; other names stand for themselves.

    Case, spaces, full stops (`U.S.S.R.`) and a leading article make no difference to a permanent member.
    """
    plain = " ".join(word.replace(".", "").split())
    return PERMANENT_WORDS.get(plain.casefold().removeprefix("the "), plain if plain else word)


def permanent_on(day: date) -> dict[str, str]:
    """The permanent members of the Security Council on `day`: code -> name as then used (X18, PR1)."""
    names = {code: words[0] for code, words in _CALLED.items()}
    return names | ({"RUS": "Russian Federation"} if day >= SOVIET_SEAT_PASSED else {})


@dataclass(frozen=True, slots=True)
class Era:
    """One body while it lasted: `first` and `last` day (None: it still sits).

    `body` is the Security Council's; for the League and the Assembly it is None: their majorities depend on
    who is there.
    """

    id: str
    title: str
    first: date
    last: date | None
    body: Body | None = None

    def sat_on(self, day: date) -> bool:
        """Whether this body, in this form, existed on `day`."""
        return self.first <= day and (self.last is None or day <= self.last)


_LEAGUE = (date(1920, 1, 10), date(1946, 4, 18))
ERAS: Mapping[str, Era] = MappingProxyType(
    {
        era.id: era
        for era in (
            Era("league_council", "League Council", date(1920, 1, 16), _LEAGUE[1]),
            Era("league_assembly", "League Assembly", *_LEAGUE),
            Era("unsc_11", UNSC_11.title, FIRST_MEETING, ENLARGED - timedelta(1), UNSC_11),
            Era("unsc_15", UNSC_15.title, ENLARGED, None, UNSC_15),
            Era("unga", "General Assembly", date(1946, 1, 10), None),
        )
    }
)


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
