"""The bodies and their eras, and refusals as values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from game.rules.bodies import BODIES, ERAS, UNSC_11, UNSC_15, Body, Law, body_on, permanent_on, seat_of
from game.rules.records import symbol
from game.rules.refusals import Refusal


@pytest.mark.parametrize(
    ("day", "body"),
    [
        (date(1946, 1, 17), UNSC_11),
        (date(1965, 8, 31), UNSC_11),
        (date(1965, 12, 31), UNSC_11),
        (date(1966, 1, 1), UNSC_15),
        (date(2022, 2, 25), UNSC_15),
    ],
)
def test_x18_fifteen_members_sat_from_1_january_1966(day: date, body: Body) -> None:
    assert body_on(day) is body


def test_x18_there_was_no_council_before_17_january_1946() -> None:
    with pytest.raises(ValueError, match="1946-01-16 is before"):
        body_on(date(1946, 1, 16))


@pytest.mark.parametrize("body", [UNSC_11, UNSC_15], ids=lambda body: body.id)
def test_v1_seats_and_numbers_of_a_body(body: Body) -> None:
    assert len(body.permanent) == 5
    assert body.absolute_majority == body.size // 2 + 1 < body.needed < body.size


def test_a_refusal_reads_as_a_sentence_with_its_rule() -> None:
    refusal = Refusal("CB9", "Suspension is decided without debate.")
    assert str(refusal) == "Suspension is decided without debate. (CB9)"
    with pytest.raises(FrozenInstanceError):
        refusal.rule = "V4"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("USSR", "RUS"),
        ("U.S.S.R.", "RUS"),
        ("Union of Soviet Socialist Republics", "RUS"),
        ("the Russian Federation", "RUS"),
        ("russia", "RUS"),
        ("UK", "GBR"),
        ("Great Britain", "GBR"),
        ("United States of America", "USA"),
        (" usa ", "USA"),
        ("Republic of China", "CHN"),
        ("France", "FRA"),
        ("Norway", "Norway"),
        ("Republic of Korea", "Republic of Korea"),
        ("", ""),
    ],
)
def test_x18_a_seat_is_known_by_every_name_it_has_had(word: str, code: str) -> None:
    assert seat_of(word) == code


def test_x18_names_of_the_permanent_members_at_the_time() -> None:
    assert permanent_on(date(1991, 12, 23))["RUS"] == "USSR"
    after = permanent_on(date(1991, 12, 24))
    assert after == {
        "CHN": "China",
        "FRA": "France",
        "GBR": "United Kingdom",
        "RUS": "Russian Federation",
        "USA": "United States",
    }
    assert all(seat_of(name) == code for code, name in after.items())


@pytest.mark.parametrize(
    ("day", "eras"),
    [
        (date(1919, 12, 31), set()),
        (date(1931, 10, 24), {"league_council", "league_assembly"}),
        (date(1946, 2, 16), {"league_council", "league_assembly", "unsc_11", "unga"}),
        (date(1965, 12, 31), {"unsc_11", "unga"}),
        (date(1966, 1, 1), {"unsc_15", "unga"}),
    ],
)
def test_x18_which_bodies_there_were_on_a_day(day: date, eras: set[str]) -> None:
    assert {era.id for era in ERAS.values() if era.sat_on(day)} == eras


def test_l1_the_council_of_the_league_has_no_veto_and_seats_its_guests() -> None:
    league = BODIES["league_council"]
    assert league.law is Law.COVENANT
    assert not league.permanent
    assert not league.monthly
    assert league.seating(14) is league
    assert (league.seating(16).size, league.seating(16).needed) == (16, 9)
    assert symbol(league, 417, 1935) == "C.417.1935.VII"


def test_x3_the_security_council_keeps_its_number_whoever_is_there() -> None:
    assert UNSC_15.seating(14) is UNSC_15
    assert symbol(UNSC_11, 1501, 1950) == "S/1501"
