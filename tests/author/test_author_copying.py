"""A crisis that begins as the copy of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.author.copying import copied
from game.packs import PackError, inspect, load

TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"


def test_a_copy_is_the_same_crisis_under_its_own_name(tmp_path: Path) -> None:
    folder = copied(str(TINY), "mine", tmp_path)
    scenario, problems = inspect(str(folder))
    assert folder == tmp_path / "mine"
    assert scenario is not None
    assert scenario.open.id == "mine"
    assert not any(x.grave for x in problems)
    assert scenario.sealed == load(TINY).sealed
    assert (tmp_path / "schemas" / "pack.json").is_file()
    names = sorted(str(x.relative_to(TINY)) for x in TINY.rglob("*.yaml"))
    assert sorted(str(x.relative_to(folder)) for x in folder.rglob("*.yaml")) == names


def test_nothing_is_written_over_and_names_are_asked_for(tmp_path: Path) -> None:
    copied(str(TINY), "mine", tmp_path)
    with pytest.raises(ValueError, match="nothing is written over"):
        copied(str(TINY), "mine", tmp_path)
    with pytest.raises(ValueError, match="cannot be a crisis's name"):
        copied(str(TINY), "../mine", tmp_path)
    with pytest.raises(PackError):
        copied("tinny", "other", tmp_path)


def test_what_cannot_be_read_is_not_copied(tmp_path: Path) -> None:
    folder = copied(str(TINY), "mine", tmp_path)
    (folder / "pack.yaml").write_bytes(b"title: \xff")
    with pytest.raises(ValueError, match="not UTF-8"):
        copied(str(folder), "other", tmp_path)
    (folder / "pack.yaml").write_text("title: nameless\n", "utf-8")
    with pytest.raises(ValueError, match="does not say its id"):
        copied(str(folder), "other", tmp_path)
    assert not (tmp_path / "other").exists()
