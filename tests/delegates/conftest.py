"""A Council of 1950 for the tests of delegates: positions, coded drafts and four dates from one data file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from game.session.scenario import (
    Absence,
    Brief,
    Clause,
    ClauseKind,
    Issue,
    Party,
    PledgeKind,
    Position,
    Prospectus,
    Roll,
    Scenario,
    ScriptLine,
    Sealed,
    Seat,
    Stage,
    StoredDraft,
)
from game.sitting import Sitting
from game.world.conditions import Condition
from game.world.outside import Track
from game.world.security import SecurityModel
from game.world.story import Ending

DATA = Path(__file__).parent.parent / "data" / "delegates_korea_1950.json"
NAMES = {
    "CHN": "China",
    "CUB": "Cuba",
    "ECU": "Ecuador",
    "EGY": "Egypt",
    "FRA": "France",
    "IND": "India",
    "NOR": "Norway",
    "RUS": "Union of Soviet Socialist Republics",
    "GBR": "United Kingdom",
    "USA": "United States of America",
    "YUG": "Yugoslavia",
}
PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
DATES = {"june25": "1950-06-25", "june27": "1950-06-27", "july7": "1950-07-07", "november": "1950-11-08"}


@dataclass
class Korea:
    """The parts from which crises are made, and the facts votes are compared with."""

    open: Prospectus
    briefs: dict[str, Brief]
    rolls: dict[str, dict[str, str]]
    clauses: dict[str, tuple[Clause, ...]]


def _seat(code: str) -> Seat:
    return Seat(code, NAMES[code], NAMES[code], permanent=code in PERMANENT)


def _kind(id: str, x: dict[str, Any]) -> ClauseKind:
    return ClauseKind(
        id,
        x["title"],
        x["part"],
        x["verb"],
        "the text",
        x["rank"],
        nature=x["nature"],
        character=x["character"],
        issues=x["issues"],
    )


def _stored(id: str, x: dict[str, Any]) -> StoredDraft:
    roll = Roll("adopted" if x["resolution"] else "failed", x["votes"], resolution=x["resolution"])
    clauses = tuple(Clause(c) for c in x["clauses"])
    return StoredDraft(id, x["title"], clauses, tuple(x["sponsors"]), x["symbol"], x["stage"], roll=roll)


@pytest.fixture(scope="session")
def korea() -> Korea:
    data = json.loads(DATA.read_text("utf-8"))
    drafts = tuple(_stored(k, v) for k, v in data["drafts"].items())
    open = Prospectus(
        id="korea-test",
        title="Korea",
        subtitle="",
        summary="",
        body="unsc_11",
        digest="test",
        seats=tuple(_seat(code) for code in NAMES),
        parties=(
            Party("PRK", "Democratic People's Republic of Korea", "North Korea", issues={"hear_north": 2.0}),
            Party("PRC", "People's Republic of China", "Peking", issues={"peking": 2.0}),
        ),
        issues=tuple(Issue(k, v) for k, v in data["issues"].items()),
        tracks=(Track("front", "The front", 43.0),),
        clauses=tuple(_kind(k, v) for k, v in data["clauses"].items()),
        drafts=tuple(d for d in drafts if d.stage in DATES),
        pledges=(PledgeKind("troops", "Troops", offered=Condition("adopted", "assist")),),
        resolution=81,
        presides=("IND", "1950-06-25"),
    )
    briefs = {
        code: Brief(
            code,
            "",
            positions={i: Position(*p) for i, p in stands.items()},
            capacity={"troops": 10.0} if code in ("USA", "GBR", "YUG") else {},
        )
        for code, stands in data["positions"].items()
    }
    rolls = {k: v["votes"] for k, v in data["drafts"].items()}
    return Korea(open, briefs, rolls, {d.id: d.clauses for d in drafts})


Scripts = dict[str, tuple[ScriptLine, ...]]
Convene = Callable[..., Scenario]


@pytest.fixture(scope="session")
def convene(korea: Korea) -> Convene:
    """Make a crisis of four dates; `briefs` replaces whole briefs, `scripts` gives lines to seats."""

    def made(
        briefs: dict[str, Brief] | None = None,
        scripts: Scripts | None = None,
        absent: tuple[str, ...] = ("RUS",),
        dates: tuple[str, ...] = tuple(DATES),
    ) -> Scenario:
        held = korea.briefs | (briefs or {})
        held = {k: replace(b, script=(scripts or {}).get(k, ())) for k, b in held.items()}
        stages = tuple(
            Stage(d, d, DATES[d], meeting=473 + i, members=tuple(NAMES)) for i, d in enumerate(dates)
        )
        sealed = Sealed(
            briefs=held,
            stages=stages,
            happenings=(),
            endings=(Ending("over", "Over", "The calendar ran out.", Condition("always")),),
            security=SecurityModel(),
            absences=tuple(Absence(seat, "It stays away.") for seat in absent),
            contested={"CHN": "Peking claims the seat."},
        )
        return Scenario(korea.open, sealed)

    return made


@pytest.fixture(scope="session")
def sit(convene: Convene) -> Callable[..., Sitting]:
    """Begin a sitting with one temperament in every seat, or with the holders given."""

    def begun(
        scenario: Scenario | None = None,
        temperament: str = "steadfast",
        seed: int = 1,
        level: str = "seasoned",
        **holders: str,
    ) -> Sitting:
        scenario = scenario if scenario is not None else convene()
        held = dict.fromkeys(scenario.sealed.stages[0].members, temperament) | holders
        return Sitting.begin(scenario, held, seed=seed, level=level)

    return begun
