"""The tables that crises share: shares of power and trade by year, members of the Council by year.

They are read when a pack is compiled, never while people play (`crises/data/SOURCES.md` says where they come
from).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from game import places
from game.world.powers import Nation


def data() -> Path:
    """The folder of the shared tables; PlaceError when the installation is broken."""
    return places.crises()[0] / "data"


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (data() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _power() -> tuple[tuple[str, ...], dict[str, list[str]]]:
    """The heads of the table of power, and its lines by year, the first column, read no further."""
    with (data() / "state_power.csv").open(encoding="utf-8", newline="") as file:
        heads = tuple(next(file).strip().split(","))
        found: dict[str, list[str]] = {}
        for line in file:
            found.setdefault(line.partition(",")[0], []).append(line)
    return heads, found


@cache
def nations(year: int) -> tuple[Nation, ...]:
    """The states of a year with their shares of the world's power and trade; empty for an unknown year.

    A share that is unknown counts as 0.
    """
    heads, lines = _power()
    rows = csv.DictReader(lines.get(str(year), ()), heads)
    return tuple(
        Nation(r["code"], r["state"], float(r["power_share"] or 0), float(r["trade_share"] or 0))
        for r in rows
    )


def years() -> tuple[int, ...]:
    """The years for which `nations` has states."""
    return tuple(sorted(map(int, _power()[1])))


@cache
def members(year: int) -> dict[str, str]:
    """The Council's members of a year, code -> name in the usage of the date; empty before 1946."""
    return {row["code"]: row["member"] for row in _rows("council_members.csv") if row["year"] == str(year)}
