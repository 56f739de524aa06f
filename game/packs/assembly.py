"""The Assembly of a day: its Members, their names, groups and ideal points, out of the shared tables.

The tables are `crises/data/assembly.csv`, `league_members.csv` and `assembly_ideal_points.csv`;
`crises/data/SOURCES.md` says where they come from and what in them was not checked. They are read once. This
module never says how anybody votes (`game.world.blocs` does), and never needs a pack.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from game.packs import tables
from game.world.blocs import Elector

LEAGUE_BEGAN = date(1920, 1, 10)
FIRST_MEETING = date(1946, 1, 10)
"""The day from which the Assembly is that of the United Nations."""


class _Spell(NamedTuple):
    """A stretch of days with one name and group; `until` is the first day after it."""

    code: str
    name: str
    group: str
    seated: bool
    since: date
    until: date


@lru_cache(maxsize=64)
def electors(day: date) -> tuple[Elector, ...]:
    """Return all Members of the United Nations on a day, by name in English alphabetical order.

    Before them it is those of the League, who have no ideal points: all stand at 0.

    Names and groups are those of the day, ideal points those of its year, or of the nearest year in which the
    State had one (of two equally near the earlier). A Member kept from taking part is there, not `seated`.
    Raises ValueError for a day before the League began, 10 January 1920, and PlaceError when the
    installation is broken. Days after the table's last year have the ideal points of its last.
    """
    if day < LEAGUE_BEGAN:
        raise ValueError(f"The League began on 10 January 1920; {day.isoformat()} is before that.")
    if day < FIRST_MEETING:
        there = (s for s in _spells("league_members.csv") if s.since <= day < s.until)
        return tuple(Elector(s.code, s.name, s.group, 0.0, s.seated) for s in there)
    return tuple(
        Elector(s.code, s.name, s.group, _ideal(s.code, day.year), s.seated)
        for s in _spells("assembly.csv")
        if s.since <= day < s.until
    )


def _ideal(code: str, year: int) -> float:
    points = _ideal_points()[code]
    nearest = min(points, key=lambda known: (abs(known - year), known))
    return points[nearest]


@cache
def _spells(table: str) -> tuple[_Spell, ...]:
    spells = (
        _Spell(
            row["code"],
            row["name"],
            row["group"],
            row["seated"] == "yes",
            date.fromisoformat(row["from"]),
            date.fromisoformat(row["until"]) if row["until"] else date.max,
        )
        for row in _rows(table)
    )
    return tuple(sorted(spells, key=lambda spell: (_alphabetical(spell.name), spell.since)))


def _alphabetical(name: str) -> str:
    """A name as the alphabet takes it: Côte before Croatia, whatever the accent or the case."""
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))


@cache
def _ideal_points() -> Mapping[str, dict[int, float]]:
    """Ideal points by code and year; every code of the membership has one year at least."""
    return {
        row.pop("code"): {int(year): float(point) for year, point in row.items() if point}
        for row in _rows("assembly_ideal_points.csv")
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (tables.data() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
