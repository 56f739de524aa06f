"""Sessions of the Assembly: their numbers by the day, and the names of their papers (GA6, GA7)."""

from __future__ import annotations

from datetime import date

import pytest

from game.rules.sessions import (
    EMERGENCY,
    Session,
    emergency_session,
    league_session,
    regular_session,
    special_session,
)


@pytest.mark.parametrize(
    ("day", "id"),
    [
        (date(1950, 12, 1), "ES-1"),
        (date(1956, 11, 1), "ES-1"),
        (date(1956, 11, 4), "ES-2"),
        (date(1960, 9, 17), "ES-4"),
        (date(1990, 8, 2), "ES-10"),
        (date(2022, 2, 28), "ES-11"),
        (date(2023, 1, 1), "ES-12"),
    ],
)
def test_ga7_an_emergency_session_follows_those_before_it(day: date, id: str) -> None:
    assert emergency_session(day).id == id


def test_ga7_eleven_were_called_in_the_order_of_their_numbers() -> None:
    assert len(EMERGENCY) == 11
    assert [emergency_session(day).number for day in EMERGENCY] == list(range(1, 12))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(1946, 1, 10), 1),
        (date(1946, 10, 23), 1),
        (date(1947, 3, 1), 1),
        (date(1947, 9, 16), 2),
        (date(1950, 9, 19), 5),
        (date(1951, 2, 1), 5),
        (date(1971, 12, 6), 26),
        (date(2022, 2, 28), 76),
    ],
)
def test_a_regular_session_opens_in_september(day: date, number: int) -> None:
    assert regular_session(day) == Session("regular", number)


def test_there_is_no_assembly_before_1946() -> None:
    with pytest.raises(ValueError, match="no General Assembly in 1939"):
        regular_session(date(1939, 12, 14))


def test_sessions_and_their_papers_have_the_names_of_the_record() -> None:
    emergency, regular, special = Session("emergency", 11), Session("regular", 76), Session("special", 3)
    assert emergency.title == "eleventh emergency special session"
    assert emergency.draft(1) == "A/ES-11/L.1"
    assert emergency.resolution(1) == "A/RES/ES-11/1"
    assert regular.title == "76th session"
    assert (regular.draft(2), regular.resolution(1)) == ("A/L.2", "A/RES/76/[1]")
    assert special_session(date(1950, 7, 18)) == special
    assert (special.title, special.resolution(1)) == ("third special session", "A/RES/S-3/1")


@pytest.mark.parametrize(
    ("number", "title"),
    [(5, "fifth session"), (21, "21st session"), (72, "72nd session"), (73, "73rd session"),
     (112, "112th session")],
)  # fmt: skip
def test_sessions_are_counted_in_words_up_to_twenty(number: int, title: str) -> None:
    assert Session("regular", number).title == title


@pytest.mark.parametrize(
    ("day", "id", "title"),
    [
        (date(1920, 11, 15), "League 1", "first session"),
        (date(1931, 9, 20), "League 12", "twelfth session"),
        (date(1933, 2, 24), "League special", "special session"),
        (date(1935, 10, 9), "League 16", "sixteenth session"),
        (date(1936, 7, 4), "League 16", "sixteenth session"),
        (date(1939, 12, 14), "League 20", "twentieth session"),
    ],
)
def test_l8_the_assembly_of_the_league_meets_in_the_session_of_the_day(
    day: date, id: str, title: str
) -> None:
    session = league_session(day)
    assert (session.id, session.title, session.kind) == (id, title, "reference")


def test_l8_papers_of_the_leagues_assembly_bear_its_year() -> None:
    session = league_session(date(1935, 10, 9))
    assert session.draft(2) == "A.2.1935.VII"
    assert session.resolution(1) == "A.1935/[1]"
