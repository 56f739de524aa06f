"""Symbols and numbers of documents, private records."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.records import (
    MeetingNumber,
    document,
    next_document,
    next_meeting,
    record_due,
    refuse_correction,
    refuse_public_meeting,
    refuse_reading,
    refuse_release,
    resolution,
    statement,
    statement_title,
    working_day,
)
from game.rules.refusals import Refusal


def rule_of(refusal: Refusal | None) -> str:
    assert refusal is not None
    return refusal.rule


def test_pb7_a_meeting_has_one_number_for_its_record_and_its_agenda() -> None:
    meeting = MeetingNumber(474)
    assert (meeting.record, meeting.agenda) == ("S/PV.474", "S/Agenda/474")
    assert MeetingNumber(4833, 1).record == "S/PV.4833 (Resumption 1)"
    assert MeetingNumber(4833, 1).agenda == "S/Agenda/4833"


def test_pb4_the_communique_stands_under_the_number_of_the_private_meeting() -> None:
    assert MeetingNumber(3714).communique == "S/PV.3714"


def test_pb7_cb9_adjourned_means_a_new_number_and_suspended_the_same() -> None:
    meeting = MeetingNumber(4833)
    assert next_meeting(meeting, adjourned=True) == MeetingNumber(4834)
    assert next_meeting(meeting, adjourned=False) == MeetingNumber(4833, 1)
    assert next_meeting(meeting, adjourned=False, later_day=False) == meeting
    assert next_meeting(MeetingNumber(4833, 2), adjourned=True) == MeetingNumber(4834)


@pytest.mark.parametrize(
    ("made", "symbol"),
    [
        (document(1501, 1950), "S/1501"),
        (document(1508, 1950, revision=1), "S/1508/Rev.1"),
        (document(26999, 1993), "S/26999"),
        (document(1, 1994), "S/1994/1"),
        (document(916, 2014), "S/2014/916"),
        (document(916, 2014, revision=1, corrigendum=2), "S/2014/916/Rev.1/Corr.2"),
        (document(916, 2014, addendum=3), "S/2014/916/Add.3"),
        (resolution(83, 1950), "S/RES/83 (1950)"),
        (resolution(2334, 2016), "S/RES/2334 (2016)"),
        (statement(1, 1994), "S/PRST/1994/1"),
        (statement(1, 2023), "S/PRST/2023/1"),
        (statement(25929, 1993), "S/25929"),
    ],
)
def test_pb7_symbols_of_documents(made: str, symbol: str) -> None:
    assert made == symbol


def test_ev4_statements_were_notes_until_they_had_a_series() -> None:
    assert statement_title(1993) == "Note by the President of the Security Council"
    assert statement_title(1994) == "Statement by the President of the Security Council"


def test_pb7_documents_are_numbered_on_until_1993_and_by_the_year_after() -> None:
    assert next_document(1500, 1949, 1950) == 1501
    assert next_document(26999, 1993, 1994) == 1
    assert next_document(1, 1994, 1994) == 2
    assert next_document(1500, 1994, 1995) == 1


@given(st.integers(1, 9999), st.integers(1946, 2030), st.integers(1, 9999), st.integers(1946, 2030))
def test_pb7_no_two_documents_share_a_symbol(one: int, then: int, other: int, later: int) -> None:
    same = one == other and (then == later if max(then, later) >= 1994 else True)
    assert (document(one, then) == document(other, later)) == same


# ---------------------------------------------------------------- publicity


def test_pb1_only_the_secretary_general_is_always_discussed_in_private() -> None:
    assert rule_of(refuse_public_meeting("secretary_general")) == "PB1"
    assert refuse_public_meeting("enforcement") is None


def test_pb3_pb5_who_reads_a_private_record() -> None:
    assert refuse_reading("KOR", private=False) is None
    assert refuse_reading("USA", private=True, took_part=["USA"]) is None
    assert refuse_reading("KOR", private=True, took_part=["USA"], released=True) is None
    assert rule_of(refuse_reading("KOR", private=True, took_part=["USA"])) == "PB5"


def test_pb6_a_private_record_is_released_from_the_yearly_list_by_decision() -> None:
    assert refuse_release(listed=True, decided=True) is None
    assert rule_of(refuse_release(listed=False, decided=True)) == "PB6"
    assert rule_of(refuse_release(listed=True, decided=False)) == "PB6"


def test_pb2_a_record_of_a_sunday_or_a_friday_is_due_on_monday() -> None:
    assert record_due(date(1950, 6, 25)) == date(1950, 6, 26)
    assert record_due(date(2016, 12, 23)) == date(2016, 12, 26)


@given(st.dates(date(1946, 1, 17), date(2030, 1, 1)), st.integers(1, 12))
def test_pb2_working_days_are_working_days_and_none_is_left_out(met: date, number: int) -> None:
    due = working_day(met, number)
    assert due.weekday() < 5
    between = (met + timedelta(days=n) for n in range(1, (due - met).days + 1))
    assert sum(day.weekday() < 5 for day in between) == number


def test_pb2_pb3_corrections_have_their_days() -> None:
    friday = date(2016, 12, 23)
    assert refuse_correction(friday, date(2016, 12, 27)) is None
    assert rule_of(refuse_correction(friday, date(2016, 12, 28))) == "PB2"
    assert rule_of(refuse_correction(friday, date(2017, 2, 1))) == "PB2"
    assert refuse_correction(friday, date(2017, 1, 2), private=True) is None
    assert rule_of(refuse_correction(friday, date(2017, 1, 3), private=True)) == "PB3"
