"""A small model of 1950 for the tests of the world: real shares, judgements after the pack of Korea."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from game.world.conditions import Condition, Facts
from game.world.powers import (
    Adjustment,
    Attribution,
    Finding,
    GreatPower,
    Group,
    Impartiality,
    Nation,
    Observance,
    SecurityModel,
    Speed,
    Universality,
    Willingness,
    peopled,
)

TABLE = Path(__file__).parents[2] / "crises" / "data" / "state_power.csv"


def adopted(name: str) -> Condition:
    return Condition("adopted", name)


def happened(name: str) -> Condition:
    return Condition("happened", name)


def nations(year: str) -> tuple[Nation, ...]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(
            Nation(row["code"], row["state"], float(row["power_share"]), float(row["trade_share"] or 0.0))
            for row in csv.DictReader(table)
            if row["year"] == year
        )


FORCES = Adjustment(adopted("assistance"), "willing", to=0.8, note="Forces in Japan are ordered to Korea.")
FLEET = Adjustment(adopted("assistance"), "willing", to=0.5, note="The fleet in the Far East is lent.")
ENTRY = Adjustment(happened("china-enters"), "backs", to=1.0, note="Chinese armies fight in Korea.")
GROUPS = (
    Group("usa", "United States", ("USA",), "USA", 0.6, 0.9, 0.2, adjust=(FORCES,)),
    Group("uk", "United Kingdom", ("UKG",), "GBR", 0.6, 0.7, 0.1, adjust=(FLEET,)),
    Group("france", "France", ("FRN",), "FRA", 0.5, 0.7),
    Group(
        "soviet",
        "Soviet bloc",
        ("RUS", "POL", "CZE", "HUN", "ROM", "BUL", "ALB", "MON"),
        "RUS",
        0.3,
        0.1,
        0.0,
        0.5,
        8.0,
    ),
    Group("peking", "China (Peking)", ("CHN",), "", 0.3, 0.2, 0.0, 0.4, 10.0, adjust=(ENTRY,)),
    Group("india", "India", ("IND",), "IND", 0.8, 0.5),
    Group("south", "Republic of Korea", ("ROK",), "", 0.3, 1.0, 1.0),
    Group("north", "North Korea", ("PRK",), backs=1.0, dealings=0.0),
    Group("rest", "The other states", ("*",), "", 0.7, 0.6, 0.05),
)
POWERS = (
    GreatPower("USA", seat="USA"),
    GreatPower("UKG", seat="GBR"),
    GreatPower("FRN", seat="FRA"),
    GreatPower("RUS", "Soviet Union", "RUS"),
    GreatPower(
        "CHN",
        "China (Peking)",
        inside=0.0,
        adjust=(Adjustment(adopted("seat"), "inside", to=1.0, note="Peking sits."),),
    ),
)


@pytest.fixture(scope="session")
def model() -> SecurityModel:
    """The world of 1950 between a breach, assistance, China's entry and an embargo."""
    return peopled(
        SecurityModel(
            year=1950,
            groups=GROUPS,
            attribution=Attribution(
                (
                    Finding("breach", "breach of the peace", 0.85),
                    Finding("aggression", "act of aggression", 1.0),
                    Finding("ga-498", "engaged in aggression", 0.8, 0.73),
                ),
                evidence=0.9,
                adjust=(
                    Adjustment(
                        happened("plea"), "denial", by=0.4, note="Moscow's account is believed by some."
                    ),
                ),
            ),
            willingness=Willingness(
                {"troops": 1.0, "funds": 0.5},
                adjust=(
                    Adjustment(
                        happened("china-enters"), "needed", by=100.0, note="Chinese armies fight in Korea."
                    ),
                ),
            ),
            observance=Observance(adopted("embargo"), counts=("sanctions",)),
            universality=Universality(POWERS),
            speed=Speed(("assistance",)),
            impartiality=Impartiality(
                0.4,
                "opinion",
                0.3,
                (Adjustment(happened("formosa"), by=-0.1, note="The fleet bars the strait."),),
            ),
            why={"impartiality": "Sixteen flags, one alliance's war."},
        ),
        nations("1950"),
    )


@pytest.fixture(scope="session")
def june() -> Facts:
    """The facts of 25 June 1950 before any vote: the Soviet Union stays away."""
    return Facts(tracks={"opinion": 70.0, "resolve": 90.0}, terms={}, absent=frozenset({"RUS"}))
