"""What a Council leaves on paper: symbols, numbers, and who may read a private record.

Rules 48 to 57 and the custom of symbols (PB7). It writes no document and numbers none by itself: the caller
says how far the numbers have come. It must never be asked what was said.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from game.rules.bodies import Body
from game.rules.refusals import Refusal

YEARS_IN_SYMBOLS = 1994
"""From this year documents are numbered afresh each year, and statements have a series of their own."""

_PUBLIC_CORRECTION_DAYS = 2
_PRIVATE_CORRECTION_DAYS = 10
_FRIDAY = 4


# -- meetings --------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class MeetingNumber:
    """A meeting as it is numbered: its number, and how often it has been resumed on a later day (PB7)."""

    number: int
    resumption: int = 0

    @property
    def record(self) -> str:
        """Symbol of the verbatim record: `S/PV.4833`, `S/PV.4833 (Resumption 1)`."""
        again = f" (Resumption {self.resumption})" if self.resumption else ""
        return f"S/PV.{self.number}{again}"

    @property
    def agenda(self) -> str:
        """Symbol of the provisional agenda: `S/Agenda/474`."""
        return f"S/Agenda/{self.number}"

    @property
    def communique(self) -> str:
        """Symbol of the communique that closes a private meeting: that of its record (PB4)."""
        return self.record


def next_meeting(last: MeetingNumber, *, adjourned: bool, later_day: bool = True) -> MeetingNumber:
    """How the Council's next session is numbered (CB9, PB7).

    After an adjournment it is a new meeting with the next number. After a suspension it is the same
    meeting; only its record says that it was resumed, and not even that when it goes on the same day.
    """
    if adjourned:
        return MeetingNumber(last.number + 1)
    return MeetingNumber(last.number, last.resumption + later_day)


# -- documents -------------------------------------------------------------------------------------
def document(number: int, year: int, *, revision: int = 0, addendum: int = 0, corrigendum: int = 0) -> str:
    """Symbol of a draft, letter or report: `S/1501`, from 1994 `S/2014/916`, revised `S/2014/916/Rev.1`."""
    symbol = f"S/{number}" if year < YEARS_IN_SYMBOLS else f"S/{year}/{number}"
    marks = (("Rev", revision), ("Add", addendum), ("Corr", corrigendum))
    return "/".join([symbol, *(f"{mark}.{count}" for mark, count in marks if count)])


def symbol(body: Body, number: int, year: int) -> str:
    """Symbol of a body's document: the Council's, or in Geneva one such as `C.417.1935.VII`."""
    return body.paper.format(number=number, year=year) if body.paper else document(number, year)


def next_document(last: int, last_year: int, year: int) -> int:
    """The number of the next document: on and on until 1993, from 1 in every year after that (PB7)."""
    return 1 if year >= YEARS_IN_SYMBOLS and year != last_year else last + 1


def resolution(number: int, year: int) -> str:
    """Symbol of a resolution: `S/RES/83 (1950)`. Numbers run on from 1 for all time."""
    return f"S/RES/{number} ({year})"


def statement(number: int, year: int) -> str:
    """Symbol of a presidential statement: `S/PRST/2023/1`; before 1994 an ordinary one, `S/25929` (EV4)."""
    return f"S/PRST/{year}/{number}" if year >= YEARS_IN_SYMBOLS else document(number, year)


def statement_title(year: int) -> str:
    """The heading under which a presidential statement is issued."""
    name = "Statement" if year >= YEARS_IN_SYMBOLS else "Note"
    return f"{name} by the President of the Security Council"


# -- publicity -------------------------------------------------------------------------------------
def refuse_public_meeting(matter: str) -> Refusal | None:
    """Why a matter is not taken up in public: the Secretary-General is recommended in private (PB1)."""
    if matter != "secretary_general":
        return None
    return Refusal("PB1", "A recommendation on the Secretary-General is discussed and decided in private.")


def refuse_reading(
    seat: str, *, private: bool, took_part: Collection[str] = (), released: bool = False
) -> Refusal | None:
    """Why a delegation may not read the record of a meeting (PB3, PB5).

    Public records are open to all. A private one is kept in a single copy for those that took part, until
    the Council lets others read it or releases it (`released`).
    """
    if not private or released or seat in took_part:
        return None
    return Refusal("PB5", "The record of a private meeting is for those that took part, or with leave.")


def refuse_release(*, listed: bool, decided: bool) -> Refusal | None:
    """Why a private record is not released: it is not on the yearly list, or no decision was taken (PB6).

    Once a year the Secretary-General lists the records still confidential, and the Council decides which of
    them all may read.
    """
    if not listed:
        return Refusal("PB6", "The Secretary-General's yearly list does not propose this record for release.")
    if not decided:
        return Refusal("PB6", "The Council has not decided to release this record.")
    return None


def working_day(after: date, number: int = 1) -> date:
    """The `number`th working day after a day; Saturdays and Sundays do not count."""
    day = after
    while number:
        day += timedelta(days=1)
        number -= day.weekday() <= _FRIDAY
    return day


def record_due(met: date) -> date:
    """The day on which, by ten in the morning, the verbatim record is ready (PB2)."""
    return working_day(met)


def refuse_correction(issued: date, today: date, *, private: bool = False) -> Refusal | None:
    """Why a correction to a record comes too late.

    Two working days for a public record, counted from its issue (PB2), ten days for a private one (PB3).
    """
    if private and today > issued + timedelta(days=_PRIVATE_CORRECTION_DAYS):
        return Refusal("PB3", "A private record may be corrected within ten days, and they have passed.")
    if not private and today > working_day(issued, _PUBLIC_CORRECTION_DAYS):
        return Refusal("PB2", "A record may be corrected within two working days, and they have passed.")
    return None
