"""Where a save's crisis is looked for: the shelf by its id, the folder its header names, and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.packs import PackError, kept, load, load_again
from game.packs.whence import FOLDER


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A player's own shelf, empty."""
    shelf = tmp_path / "data" / "horseshoe" / "crises"
    shelf.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return shelf


def test_a_pack_on_the_shelf_needs_no_place(home: Path, tiny: Path) -> None:
    shutil.copytree(tiny, home / "tiny")
    scenario = load("tiny")
    assert kept(scenario) == {}
    assert load_again("tiny", {}) == scenario


def test_a_pack_off_the_shelf_is_found_by_its_folder(home: Path, tiny: Path) -> None:
    scenario = load(tiny)
    assert kept(scenario) == {FOLDER: str(tiny.resolve())}
    assert load_again("tiny", kept(scenario)) == scenario


def test_the_folder_wins_over_a_pack_of_that_name_on_the_shelf(home: Path, tiny: Path) -> None:
    shutil.copytree(tiny, home / "tiny")
    stages = home / "tiny" / "stages.yaml"
    stages.write_text(stages.read_text(encoding="utf-8") + "\n# another edition\n", encoding="utf-8")
    scenario = load(tiny)
    assert load_again("tiny", kept(scenario)).open.digest == scenario.open.digest
    assert load_again("tiny", {}).open.digest != scenario.open.digest


@pytest.mark.parametrize("options", [{}, {FOLDER: 7}, {FOLDER: ""}, {FOLDER: "\0"}, {FOLDER: "/no/such"}])
def test_a_pack_that_is_nowhere_is_told_with_what_to_do(home: Path, options: dict[str, object]) -> None:
    with pytest.raises(PackError) as caught:
        load_again("tiny", options)
    assert "tiny" in str(caught.value)
    assert str(home) in str(caught.value)


@pytest.mark.parametrize("name", ["/etc", "..", ".", "", "../crises/tiny", "\0", "a" * 5_000])
def test_a_foreign_name_leads_nowhere(
    home: Path, tiny: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(tiny, home / "tiny")
    monkeypatch.chdir(home)
    with pytest.raises(PackError, match="There is no pack called"):
        load_again(name, {})
    with pytest.raises(PackError, match="There is no pack called"):
        load_again("elsewhere", {})


def test_a_folder_whose_name_does_not_show_is_not_kept(home: Path, tiny: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd\u202e" / "tiny"
    shutil.copytree(tiny, odd)
    assert kept(load(odd)) == {}
