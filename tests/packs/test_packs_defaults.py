"""Seats without positions: placed by their ideal points, and left alone where there are none."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from statistics import fmean

import pytest
import yaml
from msgspec.structs import replace

from game.author.hindcast import hindcast
from game.packs import inspect, load
from game.packs.defaults import filled
from game.session.scenario import Position, Prospectus, Scenario

CRISES = Path(__file__).parents[2] / "crises"


def without(pack: str, *seats: str) -> tuple[Scenario, Scenario]:
    """A crisis, and the same with some seats' positions, lines and orders taken away and filled in."""
    scenario = load(CRISES / pack)
    briefs = {
        s: replace(b, positions={}, red_lines=(), instructions=(), patrons=()) if s in seats else b
        for s, b in scenario.sealed.briefs.items()
    }
    briefs = filled(scenario.open, briefs)
    return scenario, Scenario(scenario.open, replace(scenario.sealed, briefs=briefs))


def test_a_seat_without_positions_takes_those_of_its_place_in_the_assembly() -> None:
    given, guessed = without("ukraine-2022", "ALB", "CHN")
    albania, china = (guessed.sealed.briefs[s].positions for s in ("ALB", "CHN"))
    assert set(albania) <= {i.id for i in given.open.issues}
    assert "in the Assembly nearest to" in albania[next(iter(albania))].why
    apart = [i for i in albania if i in china and albania[i].position != china[i].position]
    assert len(apart) > len(albania) / 2
    assert guessed.sealed.briefs["USA"] is given.sealed.briefs["USA"]


@pytest.mark.parametrize(
    ("pack", "seats"), [("korea-1950", ("NOR", "ECU")), ("ukraine-2022", ("ALB", "MEX"))]
)
def test_placed_so_it_votes_mostly_as_its_country_did(pack: str, seats: tuple[str, ...]) -> None:
    _, guessed = without(pack, *seats)
    votes = [v for v in hindcast(guessed).votes if v.member in seats]
    agree = sum(v.agrees for v in votes) / len(votes)
    assert agree > 0.6
    assert agree > sum(v.actual == "yes" for v in votes) / len(votes) or agree == 1.0


def test_before_the_league_there_are_no_points_and_nothing_is_filled_in() -> None:
    _, guessed = without("abyssinia-1935", "PRT")
    assert guessed.sealed.briefs["PRT"].positions == {}


def test_an_issue_may_name_its_poles() -> None:
    scenario = load(CRISES / "korea-1950")
    issues = tuple(replace(i, poles=("RUS", "USA")) if i.id == "relief" else i for i in scenario.open.issues)
    briefs = {
        s: replace(b, positions={}) if s in ("RUS", "USA", "IND") else b
        for s, b in scenario.sealed.briefs.items()
    }
    found = filled(replace(scenario.open, issues=issues), briefs)
    told = {s: found[s].positions["relief"].position for s in ("RUS", "USA", "IND")}
    assert (told["RUS"], told["USA"]) == (-3.0, 3.0)
    assert -3.0 < told["IND"] < 3.0


@pytest.mark.parametrize(
    ("pack", "without_poles", "bar"),
    [("korea-1950", 0.97, 0.9), ("kuwait-1990", 0.65, 0.62), ("ukraine-2022", 0.73, 0.65)],
)
def test_the_line_comes_near_what_authors_wrote_and_nearer_with_the_poles(
    pack: str, without_poles: float, bar: float
) -> None:
    """One seat at a time is left out and placed; the mean distance from what its author wrote."""
    scenario = load(CRISES / pack)

    def missed(open: Prospectus) -> float:
        apart = []
        for seat, brief in scenario.sealed.briefs.items():
            placed = filled(open, {**scenario.sealed.briefs, seat: replace(brief, positions={})})[seat]
            shared = placed.positions.keys() & brief.positions.keys()
            apart += [abs(placed.positions[i].position - brief.positions[i].position) for i in shared]
        return fmean(apart)

    plain = tuple(replace(i, poles=()) for i in scenario.open.issues)
    assert missed(scenario.open) < bar < missed(replace(scenario.open, issues=plain)) <= without_poles


def test_an_author_is_told_where_positions_come_from(tmp_path: Path) -> None:
    """In 1950 they are taken from the Assembly; before the League there is nothing to take them from."""
    told = {}
    for pack, seat in (("korea-1950", "NOR"), ("abyssinia-1935", "PRT")):
        folder = Path(copytree(CRISES / pack, tmp_path / pack))
        brief = folder / "briefs" / f"{seat}.yaml"
        words = yaml.safe_load(brief.read_text("utf-8"))
        del words["positions"], words["instructions"]
        brief.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False), "utf-8")
        found = [p for p in inspect(folder)[1] if p.code == "briefs" and p.file == f"briefs/{seat}.yaml"]
        told[pack] = [(p.level, p.what) for p in found]
    assert told["korea-1950"] == [("note", told["korea-1950"][0][1])]
    assert "votes in the Assembly, a first guess" in told["korea-1950"][0][1]
    assert told["abyssinia-1935"] == [("warning", told["abyssinia-1935"][0][1])]
    assert "it would always abstain" in told["abyssinia-1935"][0][1]


def test_what_an_author_wrote_is_never_changed() -> None:
    scenario = load(CRISES / "korea-1950")
    assert filled(scenario.open, scenario.sealed.briefs) == scenario.sealed.briefs
    some = replace(scenario.sealed.briefs["NOR"], positions={"breach": Position(-1.0, 1.0)})
    assert filled(scenario.open, {**scenario.sealed.briefs, "NOR": some})["NOR"] is some
