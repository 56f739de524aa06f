"""A crisis begun with `author new`: real Councils, sound and playable, and nothing written over."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from game.author.leanings import sides
from game.author.new import NORTH, SOUTH, Begun, Wish, begin
from game.author.roster import president, roster, state
from game.author.sheets import Design, sponsors
from game.author.simulate import simulate
from game.author.validate import validate
from game.packs import load, tables
from game.places import PlaceError

HOSTILE = "Ñ \"quoted\": {by_whom} $title 'x' # no: - [a] \\ \x1b[2J \u202e %s &a *b"


def begun(top: Path, day: str, accused: str = "", applicant: str = "") -> Begun:
    return begin(Wish("small", day=day, accused=accused, applicant=applicant), top)


@pytest.mark.parametrize(
    ("day", "accused", "applicant", "body"),
    [
        ("1946", "", "", "unsc_11"),
        ("1950", "", "", "unsc_11"),
        ("1956-10-30", "GBR", "EGY", "unsc_11"),
        ("1965-12-31", "", "", "unsc_11"),
        ("1966-01-01", "", "", "unsc_15"),
        ("1990-08-02", "IRQ", "KWT", "unsc_15"),
        ("1991-01-01", "", "USA", "unsc_15"),
        ("2003", "USA", "GBR", "unsc_15"),
        ("2022", "RUS", "UKR", "unsc_15"),
        ("1974-10-21", "GBR", "ZAF", "unsc_15"),  # nearly all seats are nearer to the one complained of
        ("1959-07-02", "TUR", "RUS", "unsc_11"),
        ("1975-12-06", "ARG", "DEU", "unsc_15"),  # States of long names
    ],
)
def test_a_crisis_of_any_year_is_sound_and_plays(
    tmp_path: Path, day: str, accused: str, applicant: str, body: str
) -> None:
    made = begun(tmp_path, day, accused, applicant)
    assert all(x.level == "note" for x in validate(str(made.folder)).findings)
    scenario = load(str(made.folder))
    assert scenario.open.body == body
    assert {s.code for s in scenario.open.seats} == set(tables.members(int(day[:4])))
    assert scenario.open.presides[0] == made.roster.president
    told = simulate(str(made.folder), 5, 1)
    assert (told.refusals, told.anomalies) == (0, ())
    assert set(told.tabled) == {"truce-text", "breach-text"}


@pytest.mark.parametrize(
    ("day", "seat"),
    [
        ("1946-01-17", "AUS"),
        ("1946-03-25", "CHN"),
        ("1950-06-25", "IND"),
        ("1950-08-01", "RUS"),
        ("1956-10-30", "FRA"),
        ("1962-10-24", "RUS"),
        ("1985-10-04", "USA"),
        ("1986-04-15", "FRA"),
        ("1987-07-20", "FRA"),
        ("1988-07-20", "BRA"),
        ("1989-12-23", "COL"),
        ("1990-03-15", "YEM"),
        ("1990-08-02", "ROU"),
        ("1990-11-29", "USA"),
        ("1990-12-20", "YEM"),
        ("1991-01-01", "COD"),
        ("2003-03-18", "GIN"),
        ("2022-01-31", "NOR"),
        ("2022-02-25", "RUS"),
    ],
)
def test_pr1_the_president_of_a_day_is_the_one_known_to_have_presided(day: str, seat: str) -> None:
    assert president(date.fromisoformat(day)) == seat


@pytest.mark.parametrize("pack", ["korea-1950", "kuwait-1990", "ukraine-2022"])
def test_pr1_the_presidency_is_that_of_the_crises_on_the_shelf(pack: str) -> None:
    seat, day = load(pack).open.presides
    assert president(date.fromisoformat(day)) == seat


def test_every_member_of_every_council_is_found_in_the_table_of_power_but_two_soviet_republics() -> None:
    missing = {x.code for year in range(1946, 2023) for x in roster(date(year, 6, 1)).unfound}
    assert missing == {"UKR", "BLR"}
    assert {x.code for x in roster(date(2000, 6, 1)).unfound} == set()


@pytest.mark.parametrize(
    ("code", "day", "cow"),
    [
        ("CHN", "1948-06-01", "CHN"),
        ("CHN", "1950-06-01", "TAW"),
        ("CHN", "1972-06-01", "CHN"),
        ("DEU", "1977-06-01", "GFR"),
        ("DEU", "2003-06-01", "GMY"),
        ("YEM", "1990-06-01", "YEM"),
        ("GBR", "1950-06-01", "UKG"),
        ("KOR", "1950-06-01", "ROK"),
    ],
)
def test_a_state_stands_in_the_table_of_power_under_the_code_of_the_day(
    code: str, day: str, cow: str
) -> None:
    found = state(code, date.fromisoformat(day))
    assert found.cow == cow
    assert found.power > 0


@pytest.mark.parametrize(
    ("typed", "year", "meant"),
    [
        ("UK", 1956, "GBR"),
        ("US", 1956, "USA"),
        ("USSR", 1956, "RUS"),
        ("EG", 1956, "EGY"),
    ],
)
def test_a_state_by_another_abbreviation_is_told_its_code(typed: str, year: int, meant: str) -> None:
    with pytest.raises(ValueError, match=f"Did you mean {meant} "):
        state(typed, date(year, 6, 1))


def test_placeholders_are_counted_file_by_file_until_none_is_left(tmp_path: Path) -> None:
    made = begun(tmp_path, "1956-10-30", "GBR", "EGY")
    stages = made.folder / "stages.yaml"
    told = {x.file: x for x in validate(str(made.folder)).findings if x.code == "placeholders"}
    assert told["stages.yaml"].what == "5 texts here still say “Write here ...”."
    assert told["stages.yaml"].line == stages.read_text("utf-8").split("\n").index("  wire:") + 2
    written = {name: path for name in told if (path := made.folder / name).is_file()}
    assert len(written) == len(told) >= 15
    for path in written.values():
        path.write_text(path.read_text("utf-8").replace("Write here", "Told here"), "utf-8")
    assert not [x for x in validate(str(made.folder)).findings if x.code == "placeholders"]


@pytest.mark.parametrize(("typed", "meant"), [("UAE", "ARE"), ("UKG", "GBR"), ("AUS", "AUS")])
def test_a_code_of_the_tables_of_power_serves_where_the_assembly_has_no_such_code(
    typed: str, meant: str
) -> None:
    assert state(typed, date(1990, 6, 1)).code == meant


def test_a_state_cannot_complain_of_itself_by_another_code(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one State"):
        begun(tmp_path, "1984-06-19", "SRB", "YUG")


def test_every_state_of_every_year_has_a_name_short_enough_for_a_seat() -> None:
    for year in range(1946, 2024, 3):
        assert all(len(x.short) <= 24 for x in roster(date(year, 6, 1)).members)
    assert state("DDR", date(1975, 6, 1)).short == "East Germany"


def test_a_seat_leans_to_the_party_it_votes_with_in_the_assembly() -> None:
    council = roster(date(1962, 10, 24))
    member = {x.code: x for x in council.members}
    two = sides(member["RUS"], member["USA"], [])
    assert two.position(member["RUS"]) == -3
    assert two.position(member["USA"]) == 3
    assert two.position(member["GBR"]) > 1 > -1 > two.position(member["ROU"])
    assert "nearer to the United States" in two.reason(member["GBR"])
    assert two.lean(member["GHA"]) == pytest.approx(
        -sides(member["USA"], member["RUS"], []).lean(member["GHA"])
    )


def test_invented_parties_stand_on_either_side_of_the_assembly() -> None:
    two = sides(NORTH, SOUTH, [x / 10 for x in range(-20, 21)])
    assert two.accused_at < -1 < 1 < two.applicant_at


def test_every_text_that_is_no_fact_says_write_here_or_rests_on_the_placeholder(tmp_path: Path) -> None:
    made = begun(tmp_path, "2003")
    scenario = load(str(made.folder))
    assert all(b.summary.startswith("Write here") for b in scenario.sealed.briefs.values())
    told = (
        *scenario.sealed.happenings,
        *scenario.sealed.endings,
        *scenario.sealed.stages,
        *scenario.open.drafts,
    )
    assert all(x.sources == ("placeholder",) for x in told)
    assert not any(x.roll for x in scenario.open.drafts)
    assert (len(scenario.open.drafts), len(scenario.sealed.endings)) == (2, 3)
    assert (len(scenario.sealed.happenings), len(scenario.open.clauses)) == (2, 8)


def test_the_first_line_of_every_file_names_its_form(tmp_path: Path) -> None:
    made = begun(tmp_path, "1950")
    for file in made.folder.rglob("*.yaml"):
        first = file.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=../")
        assert (file.parent / first.partition("$schema=")[2]).is_file()
        assert "$" not in file.read_text("utf-8").replace(first, "")


def test_whatever_an_author_types_stays_text(tmp_path: Path) -> None:
    made = begin(Wish("sly", title=HOSTILE, matter=HOSTILE), tmp_path)
    assert not validate(str(made.folder)).count("error")
    title = load(str(made.folder)).open.title
    assert title.startswith('Ñ "quoted": {by_whom} $title')
    assert "\x1b" not in title
    assert yaml.safe_load((made.folder / "pack.yaml").read_text("utf-8"))["title"] == title
    assert json.dumps(title)


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    there = tmp_path / "small"
    there.mkdir()
    with pytest.raises(ValueError, match="nothing is written over"):
        begun(tmp_path, "1950")
    assert list(tmp_path.iterdir()) == [there]
    assert list(there.iterdir()) == []


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PlaceError):
        begun(tmp_path / "file", "1950")
    assert [x.name for x in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish("a", day="1935"), "only the United Nations' Council can be made so"),
        (Wish("a", day="1946-01-16"), "first met on 17 January 1946"),
        (Wish("a", body="league_council"), "only the United Nations' Council can be made so"),
        (Wish("a", day="1950", body="unsc_15"), "the Council was unsc_11"),
        (Wish("a", day="1950-02-30"), "is no day"),
        (Wish("a", day="2300"), "take an earlier year"),
        (Wish("a", accused="GRB"), "Did you mean"),
        (Wish("a", accused="fra", applicant="FRA"), "cannot complain of itself"),
        (Wish("A b"), "cannot be a crisis's name"),
        (Wish("data"), "cannot be a crisis's name"),
        (Wish("../x"), "cannot be a crisis's name"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_in_a_sentence(tmp_path: Path, wish: Wish, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        begin(wish, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_crisis_on_the_shelf_is_not_put_in_the_shade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(ValueError, match="on the shelf"):
        begin(Wish("korea-1950"))
    assert begin(Wish("mine")).folder == tmp_path / "horseshoe" / "crises" / "mine"
    assert load("mine").open.id == "mine"


def test_two_seats_table_the_two_texts_and_neither_is_the_accused() -> None:
    council = roster(date(2022, 2, 25))
    member = {x.code: x for x in council.members}
    two = sides(member["RUS"], state("UKR", council.day), [])
    design = Design("x", "X", "x", council, two)
    chosen = sponsors(design)
    assert len(set(chosen)) == 2
    assert "RUS" not in chosen
