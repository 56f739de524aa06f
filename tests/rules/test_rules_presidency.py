"""The presidency: the alphabetical rotation against history, and the chair ceded."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.rules.presidency import alphabetical, chair, english_order, next_in_order, presides, turn

DATA = Path(__file__).parent.parent / "data"
CASES = {
    case["id"]: case for case in yaml.safe_load((DATA / "voting_cases.yaml").read_text("utf-8"))["presidency"]
}
FIRST = ("AUS", date(1946, 1, 17))


def read_members() -> dict[int, dict[str, str]]:
    years: dict[int, dict[str, str]] = defaultdict(dict)
    with (DATA / "council_seats.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            years[int(row["year"])][row["code"]] = row["name"]
    return dict(years)


MEMBERS = read_members()


@pytest.mark.parametrize("id", ["PR-01", "PR-02"])
def test_pr1_english_alphabetical_order(id: str) -> None:
    case: dict[str, Any] = CASES[id]
    order = english_order({name: name for name in case["members"]})
    official = {"USSR": "Union of Soviet Socialist Republics"}
    assert [official.get(name, name) for name in order] == case["order"]
    year = case["year"]
    first_month = min(case["checks"])
    anchor = (case["checks"][first_month], date.fromisoformat(f"{first_month}-01"))
    members = {year: {name: name for name in case["members"]}}
    for month, president in case["checks"].items():
        assert presides(date.fromisoformat(f"{month}-28"), anchor, members) == president


# Presidents of record, each reached from a nearby month by the rotation alone.
@pytest.mark.parametrize(
    ("day", "president", "since"),
    [
        ("1946-04-04", "CHN", FIRST),
        ("1946-12-20", "USA", FIRST),
        ("1947-01-01", "AUS", FIRST),
        ("1950-06-25", "IND", FIRST),
        ("1950-08-01", "RUS", FIRST),
        ("1956-10-31", "FRA", ("IND", date(1950, 6, 1))),
        ("1960-07-14", "ECU", ("FRA", date(1956, 10, 1))),
        ("1990-11-29", "USA", ("ROU", date(1990, 8, 2))),
        ("1999-06-10", "GMB", ("CAN", date(1999, 2, 1))),
        ("2003-03-17", "GIN", ("FRA", date(2003, 1, 1))),
        ("2022-02-25", "RUS", ("NER", date(2021, 12, 1))),
        ("2023-02-20", "MLT", ("RUS", date(2022, 2, 1))),
    ],
)
def test_pr1_pr2_pr3_presidents_of_record(day: str, president: str, since: tuple[str, date]) -> None:
    assert presides(date.fromisoformat(day), since, MEMBERS) == president


def test_pr2_a_member_that_leaves_before_its_turn_misses_it() -> None:
    members = {2000: {"AAA": "Alpha", "BBB": "Beta", "ZZZ": "Zeta"}, 2001: {"AAA": "Alpha", "CCC": "Ceta"}}
    assert presides(date(2001, 1, 5), ("BBB", date(2000, 12, 1)), members) == "CCC"
    assert presides(date(2001, 1, 5), ("ZZZ", date(2000, 12, 1)), members) == "AAA"


def test_pr3_turns_of_1946_run_from_the_17th() -> None:
    assert [turn(date(1946, 2, 16)), turn(date(1946, 2, 17))] == [0, 1]
    assert [turn(date(1946, 12, d)) for d in (16, 17, 31)] == [10, 10, 10]
    assert [turn(date(1947, 1, 1)), turn(date(1947, 2, 1)), turn(date(1948, 1, 1))] == [11, 12, 23]
    with pytest.raises(ValueError, match="17 January 1946"):
        turn(date(1946, 1, 16))


def test_pr1_what_the_rotation_cannot_know_it_refuses() -> None:
    with pytest.raises(ValueError, match="runs forward only"):
        presides(date(1950, 1, 1), ("IND", date(1950, 6, 1)), MEMBERS)
    with pytest.raises(ValueError, match="members of 1951 are needed"):
        presides(date(1951, 1, 1), ("IND", date(1950, 6, 1)), {1950: MEMBERS[1950]})
    with pytest.raises(ValueError, match="BRA was not a member in 1950"):
        presides(date(1950, 7, 1), ("BRA", date(1950, 6, 1)), MEMBERS)


@pytest.mark.parametrize(
    "names",
    [
        ["Ukrainian SSR", "USSR", "United Arab Republic", "United Kingdom", "United States"],
        ["Costa Rica", "Côte d'Ivoire", "Cuba"],
        ["Peru", "Republic of Korea", "Romania", "Russia", "Rwanda"],
        ["Venezuela (Bolivarian Republic of)", "Viet Nam", "Yugoslavia"],
        ["United Kingdom", "United Republic of Tanzania", "United States"],
    ],
)
def test_pr1_names_sort_as_the_united_nations_has_them(names: list[str]) -> None:
    assert sorted(set(names), key=alphabetical) == names


@given(st.sampled_from(sorted(MEMBERS)))
def test_pr1_in_a_full_round_everyone_presides_once(year: int) -> None:
    members = MEMBERS[year]
    seat = english_order(members)[0]
    seen = []
    for _ in members:
        seen.append(seat)
        seat = next_in_order(members[seat], members)
    assert tuple(seen) == english_order(members)
    assert seat == seen[0]


# ---------------------------------------------------------------- ceding the chair


def test_pr5_the_united_states_ceded_to_argentina_over_berlin() -> None:
    case = CASES["PR-03"]
    order = english_order({name: name for name in case["members"]})
    ceded = chair(order, "United States", ceded=["United States"])
    assert (ceded.seat, ceded.rule) == (case["expected_chair"], "PR5")
    assert "The President (United States) cedes the chair" in ceded.reason
    assert chair(order, "United States", ceded=["United States", "Argentina"]).seat == "Belgium"


def test_pr4_without_need_the_president_presides() -> None:
    held = chair(("CHN", "FRA"), "FRA", names={"FRA": "France"})
    assert (held.seat, held.rule) == ("FRA", "PR1")
    assert held.reason == "The presidency of the month is held by: France."


def test_pr6_an_empty_chair_passes_on() -> None:
    passed = chair(("CHN", "FRA", "RUS"), "RUS", absent=["RUS"], ceded=["CHN"])
    assert (passed.seat, passed.rule) == ("FRA", "PR6")


def test_pr5_somebody_must_be_left_to_preside() -> None:
    with pytest.raises(ValueError, match="no meeting to preside over"):
        chair(("CHN", "FRA"), "FRA", ceded=["FRA"], absent=["CHN"])
    with pytest.raises(ValueError, match="not a member"):
        chair(("CHN", "FRA"), "USA")
