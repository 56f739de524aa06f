"""Sessions of the General Assembly: which one a day belongs to, or would call, and the names of its papers.

Facts about the calendar only; whether a session may be called is for `assembly`, what it decides for the
vote.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

EMERGENCY = (
    date(1956, 11, 1),
    date(1956, 11, 4),
    date(1958, 8, 8),
    date(1960, 9, 17),
    date(1967, 6, 17),
    date(1980, 1, 10),
    date(1980, 7, 22),
    date(1981, 9, 3),
    date(1982, 1, 29),
    date(1997, 4, 24),
    date(2022, 2, 28),
)
"""The days on which the eleven emergency special sessions opened (GA7)."""
SPECIAL = (date(1947, 4, 28), date(1948, 4, 16))
"""The days on which special sessions under Article 20 opened before Uniting for Peace (both on Palestine)."""
FIRST_YEAR = 1946
OPENS = 9
"""The month in which a regular session opens."""
_PREFIX = {"emergency": "ES-", "special": "S-"}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the Assembly: `kind` is regular, special or emergency, `number` counts within its kind."""

    kind: str
    number: int

    @property
    def id(self) -> str:
        """The short name: `5`, `S-3` or `ES-11`."""
        return f"{_PREFIX.get(self.kind, '')}{self.number}"

    @property
    def title(self) -> str:
        """The name in words, without article: `eleventh emergency special session`."""
        words = {"emergency": "emergency special session", "special": "special session"}
        return f"{_ordinal(self.number)} {words.get(self.kind, 'session')}"

    def draft(self, place: int) -> str:
        """Return the symbol of its draft number `place` (from 1)."""
        return f"A/L.{place}" if self.kind == "regular" else f"A/{self.id}/L.{place}"

    def resolution(self, place: int) -> str:
        """Return the symbol of its resolution number `place` (from 1), as resolutions are named today.

        How many others a regular session has adopted is not known here: its number is the game's own, and
        stands in brackets.
        """
        own = f"[{place}]" if self.kind == "regular" else f"{place}"
        return f"A/RES/{self.id}/{own}"


@dataclass(frozen=True, slots=True)
class LeagueSession:
    """A session of the League's Assembly, with the names a `Session` has: the ordinary ones are counted.

    `number` is 0 for the special session of 1932 and 1933 on the dispute between China and Japan. Of the
    papers of a session the game knows only its own, so their numbers are the game's.
    """

    number: int
    year: int
    kind: str = "reference"

    @property
    def id(self) -> str:
        """The short name: `League 16`."""
        return f"League {self.number}" if self.number else "League special"

    @property
    def title(self) -> str:
        """The name in words, without article: `sixteenth session`."""
        return f"{_ordinal(self.number)} session" if self.number else "special session"

    def draft(self, place: int) -> str:
        """Return the symbol of its draft number `place` (from 1)."""
        return f"A.{place}.{self.year}.VII"

    def resolution(self, place: int) -> str:
        """Return the game's name for its resolution number `place` (from 1): they bore none."""
        return f"A.{self.year}/[{place}]"


LEAGUE_FIRST_YEAR = 1920
LEAGUE_SPECIAL = (date(1932, 3, 3), date(1933, 9, 24))
"""The days on which the special session under Article 15 opened, and by which it had ceased to meet."""


def league_session(day: date) -> LeagueSession:
    """Return the session of the League's Assembly to which a day belongs (the first met in 1920)."""
    if LEAGUE_SPECIAL[0] <= day < LEAGUE_SPECIAL[1]:
        return LeagueSession(0, day.year)
    number = day.year - LEAGUE_FIRST_YEAR + (1 if day.month >= OPENS else 0)
    return LeagueSession(max(1, number), day.year)


def _ordinal(number: int) -> str:
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def emergency_session(day: date) -> Session:
    """Return the emergency special session that would be called on a day: the next after those before it."""
    return Session("emergency", 1 + sum(opened < day for opened in EMERGENCY))


def special_session(day: date) -> Session:
    """Return the special session under Article 20 that would be called on a day before Uniting for Peace."""
    return Session("special", 1 + sum(opened < day for opened in SPECIAL))


def regular_session(day: date) -> Session:
    """Return the regular session to which a day belongs: each opens in September (the first began in 1946).

    Raises ValueError for a day before there was an Assembly.
    """
    number = day.year - FIRST_YEAR + (1 if day.month >= OPENS else 0)
    if day.year < FIRST_YEAR:
        raise ValueError(f"There was no General Assembly in {day.year}.")
    return Session("regular", max(1, number))
