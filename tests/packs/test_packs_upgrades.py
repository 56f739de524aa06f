"""Packs of older formats are read as today's, and complaints point at the file and line as written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from game import places
from game.packs import inspect, load, shelf
from game.packs.upgrades import FORMAT
from game.session.scenario import Scenario

PACKS = Path(__file__).parent.parent / "data" / "packs"


@pytest.fixture
def older(tiny: Path) -> Path:
    """The tiny pack as it stood in format 1: all in pack.yaml."""
    sources = (tiny / "sources.yaml").read_text("utf-8")
    indented = "".join(f"  {line}" for line in sources.splitlines(keepends=True))
    pack = (tiny / "pack.yaml").read_text("utf-8").replace(f"format: {FORMAT}", "format: 1")
    seated = (tiny / "delegations.yaml").read_text("utf-8")
    (tiny / "pack.yaml").write_text(f"{pack}{seated}sources:\n{indented}", "utf-8")
    (tiny / "delegations.yaml").unlink()
    (tiny / "sources.yaml").unlink()
    return tiny


def undated(scenario: Scenario) -> Scenario:
    """A scenario without the digest of its files."""
    return replace(scenario, open=replace(scenario.open, digest=""))


def test_a_pack_of_format_1_is_the_same_crisis(older: Path) -> None:
    assert undated(load(older)) == undated(load(PACKS / "tiny"))


@pytest.mark.parametrize("name", ["lytton-1933", "prague-1948"])
def test_packs_of_format_1_can_still_be_played(name: str) -> None:
    assert "format: 1" in (PACKS / name / "pack.yaml").read_text("utf-8")
    scenario, problems = inspect(PACKS / name)
    assert scenario is not None
    assert not [p for p in problems if p.grave]


def test_a_complaint_points_into_the_file_as_it_was_written(older: Path) -> None:
    path = older / "pack.yaml"
    text = path.read_text("utf-8").replace("permanent: true", "permanent: maybe", 1)
    text = text.replace("dossier: {title:", "dossier: {titel:")
    path.write_text(text, "utf-8")
    lines = text.split("\n")
    told = {(p.line, p.code) for p in inspect(older)[1] if p.file == "pack.yaml"}
    maybe = next(n for n, line in enumerate(lines, start=1) if "maybe" in line)
    titel = next(n for n, line in enumerate(lines, start=1) if "titel" in line)
    assert {(maybe, "not-true-or-false"), (titel, "unknown-key"), (titel, "missing")} <= told


def test_a_check_points_into_the_file_as_it_was_written(older: Path) -> None:
    path = older / "pack.yaml"
    text = path.read_text("utf-8") + "  rumour: {title: Something nobody refers to}\n"
    path.write_text(text, "utf-8")
    (problem,) = inspect(older)[1]
    assert (problem.file, problem.line, problem.code) == ("pack.yaml", len(text.splitlines()), "sources")


def test_a_card_of_format_1_has_its_seats(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = places.crises()[0]
    monkeypatch.setattr("game.places.crises", lambda: (shipped, older.parent))
    card = next(c for c in shelf() if c.id == "tiny")
    assert len(card.seats) == 11
    assert not card.problem


def test_a_newer_format_is_told_in_one_sentence(tiny: Path) -> None:
    path = tiny / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace("format: 2", "format: 3\nfuture: {}"), "utf-8")
    (problem,) = inspect(tiny)[1]
    assert (problem.file, problem.code) == ("pack.yaml", "format")
    assert "written in format 3; this game reads formats 1 to 2" in str(problem)
    assert problem.line == 1 + path.read_text("utf-8").split("\n").index("format: 3")


def test_a_pack_half_moved_is_told_which_line_is_left(tiny: Path) -> None:
    path = tiny / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace("format: 2", "format: 1"), "utf-8")
    found = {(p.file, p.code) for p in inspect(tiny)[1]}
    assert {("delegations.yaml", "format"), ("sources.yaml", "format")} <= found


def test_what_stands_in_the_wrong_file_is_told_its_own(tiny: Path) -> None:
    with (tiny / "pack.yaml").open("a", encoding="utf-8") as file:
        file.write("contested: {CHN: Another claims it.}\n")
    (problem,) = [p for p in inspect(tiny)[1] if p.grave]
    assert problem.remedy == "Move it to delegations.yaml."


def test_a_pack_of_today_without_delegations_is_told_so(tiny: Path) -> None:
    (tiny / "delegations.yaml").unlink()
    assert ("delegations.yaml", "missing-file") in {(p.file, p.code) for p in inspect(tiny)[1]}


def test_a_pack_that_cannot_be_read_is_not_asked_for_delegations(older: Path) -> None:
    path = older / "pack.yaml"
    path.write_text(path.read_text("utf-8") + "broken: [\n", "utf-8")
    assert {p.code for p in inspect(older)[1] if p.grave} == {"syntax"}


@pytest.mark.parametrize("odd", ["seats: 7", "sources: [a]", "contested: text", "seats:"])
def test_odd_values_in_an_older_pack_are_answered(older: Path, odd: str) -> None:
    path = older / "pack.yaml"
    key = odd.split(":")[0]
    text = path.read_text("utf-8").replace(f"\n{key}:", f"\n{odd}\nwas_{key}:", 1)
    path.write_text(text, "utf-8")
    scenario, problems = inspect(older)
    assert scenario is None
    assert any(p.file == "pack.yaml" and p.line for p in problems)


def test_nothing_is_written_while_reading(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(PACKS / "prague-1948", tmp_path / "prague-1948"))
    before = {p: p.read_bytes() for p in copy.rglob("*.yaml")}
    inspect(copy)
    assert {p: p.read_bytes() for p in copy.rglob("*.yaml")} == before
