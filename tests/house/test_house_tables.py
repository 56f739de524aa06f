"""The tables that crises share hold what crises/data/SOURCES.md says."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "crises" / "data"
YEARS = range(1920, 2023)
TRADE_ENDS = 2014
P5 = {"CHN", "FRA", "GBR", "RUS", "USA"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def power() -> list[dict[str, str]]:
    return rows("state_power.csv")


@pytest.fixture(scope="module")
def members() -> list[dict[str, str]]:
    return rows("council_members.csv")


def test_power_covers_every_year_from_1920_once_a_state(power: list[dict[str, str]]) -> None:
    assert {int(row["year"]) for row in power} == set(YEARS)
    assert max(Counter((row["year"], row["code"]) for row in power).values()) == 1


@pytest.mark.parametrize("year", YEARS)
def test_shares_add_up_as_the_sources_say(power: list[dict[str, str]], year: int) -> None:
    ours = [row for row in power if int(row["year"]) == year]
    most = 1.06 if year < 1928 else 1.02
    assert 0.999 < sum(float(row["power_share"]) for row in ours) < most
    trade = [float(row["trade_share"]) for row in ours if row["trade_share"]]
    if year > TRADE_ENDS:
        assert trade == []
    elif 1960 <= year < 1990:
        assert 0.87 < sum(trade) < 0.92
    else:
        assert sum(trade) == pytest.approx(1.0, abs=0.001)


def test_empty_trade_shares_are_those_the_sources_name(power: list[dict[str, str]]) -> None:
    empty = Counter(int(row["year"]) for row in power if not row["trade_share"])
    until = {year: many for year, many in empty.items() if year <= TRADE_ENDS}
    assert set(until) == {1990, *range(2007, TRADE_ENDS + 1)}
    assert until.pop(1990) == 1
    assert all(10 <= many <= 14 for many in until.values())


def test_a_council_has_its_five_permanent_members_every_year(members: list[dict[str, str]]) -> None:
    for year in range(1946, 2027):
        ours = [row for row in members if int(row["year"]) == year]
        assert {row["code"] for row in ours if row["seat"] == "permanent"} == P5
        assert {row["seat"] for row in ours} == {"permanent", "elected"}


def test_a_council_has_eleven_members_to_1965_and_fifteen_after(members: list[dict[str, str]]) -> None:
    sizes = Counter(int(row["year"]) for row in members)
    odd = {year: size for year, size in sizes.items() if size != (11 if year <= 1965 else 15)}
    assert odd == {}


def test_the_council_of_korea_1950_is_the_one_that_sat(members: list[dict[str, str]]) -> None:
    sat = {row["code"] for row in members if row["year"] == "1950"}
    assert sat == P5 | {"CUB", "ECU", "EGY", "IND", "NOR", "YUG"}
