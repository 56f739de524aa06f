"""Where things live: the checkout, the installed wheel, the variables; and folders that cannot be used."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path

import platformdirs
import pytest

from game import places
from game.places import PlaceError


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user whose data and cache folders are under the test's own folder, with none of our variables set."""
    monkeypatch.delenv("HORSESHOE_SAVES", raising=False)
    monkeypatch.delenv("HORSESHOE_CACHE", raising=False)
    home = tmp_path / "user"
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, appauthor: home / "data" / name)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name, appauthor: home / "cache" / name)
    return home


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    top = tmp_path / "checkout"
    (top / "game").mkdir(parents=True)
    (top / "crises").mkdir()
    (top / "pyproject.toml").write_text('[project]\nname = "horseshoe"\n', "utf-8")
    monkeypatch.setattr(places, "_PACKAGE", top / "game")
    return top


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "site-packages" / "game"
    (package / "_crises").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", package)
    return package


def test_this_very_repository_is_a_checkout() -> None:
    top = places.checkout()
    assert top is not None
    assert (top / "crises" / "data" / "council_members.csv").is_file()
    assert places.crises()[0] == top / "crises"


def test_a_checkout_keeps_saves_beside_the_program(checkout: Path) -> None:
    assert places.saves() == checkout / "saves"
    assert not (checkout / "saves").exists()


def test_an_installed_wheel_keeps_saves_in_the_users_data(wheel: Path, user: Path) -> None:
    assert places.checkout() is None
    assert places.saves() == user / "data" / "horseshoe" / "saves"
    assert places.crises() == (wheel / "_crises",)


@pytest.mark.parametrize("spoil", ["other name", "no pyproject", "no crises", "not text"])
def test_a_folder_that_only_resembles_a_checkout_is_none(checkout: Path, spoil: str) -> None:
    project = checkout / "pyproject.toml"
    if spoil == "other name":
        project.write_text('name = "horseshoes"\n', "utf-8")
    elif spoil == "no pyproject":
        project.unlink()
    elif spoil == "no crises":
        (checkout / "crises").rmdir()
    else:
        project.write_bytes(b"\xff\xfe\x00")
    assert places.checkout() is None


def test_the_players_own_packs_come_after_the_shipped_ones(checkout: Path, user: Path) -> None:
    assert places.crises() == (checkout / "crises",)
    places.own_crises().mkdir(parents=True)
    assert places.crises() == (checkout / "crises", user / "data" / "horseshoe" / "crises")


def test_missing_crises_are_a_broken_installation(wheel: Path) -> None:
    (wheel / "_crises").rmdir()
    with pytest.raises(PlaceError, match=r"missing; install Horseshoe again\.$"):
        places.crises()


def test_the_option_beats_the_variable_and_the_variable_the_rest(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HORSESHOE_SAVES", str(tmp_path / "variable"))
    assert places.saves() == tmp_path / "variable"
    assert places.saves(str(tmp_path / "option")) == tmp_path / "option"
    monkeypatch.setenv("HORSESHOE_SAVES", "")
    assert places.saves() == checkout / "saves"


def test_a_relative_place_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.saves("here") == tmp_path / "here"


def test_the_cache_has_its_own_variable(user: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.cache() == user / "cache" / "horseshoe"
    monkeypatch.setenv("HORSESHOE_CACHE", str(tmp_path / "quick"))
    assert places.cache() == tmp_path / "quick"
    assert not user.exists()


def test_a_file_is_no_folder_for_saves(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(
        PlaceError, match=r"is not a folder; name another one with --saves or HORSESHOE_SAVES\.$"
    ):
        places.saves(str(tmp_path / "file"))


def test_a_name_no_system_can_hold_is_told(tmp_path: Path) -> None:
    for name in ["x" * 5000, "~nobody-of-this-name/saves"]:
        with pytest.raises(PlaceError, match=r"\.$"):
            places.furnish(places.saves(name))


def test_furnish_makes_the_folder_and_leaves_it_empty(tmp_path: Path) -> None:
    folder = places.furnish(tmp_path / "a" / "b")
    assert folder == tmp_path / "a" / "b"
    assert list(folder.iterdir()) == []
    assert places.furnish(folder) == folder


def test_furnish_says_when_a_file_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for place in [tmp_path / "file", tmp_path / "file" / "below"]:
        with pytest.raises(PlaceError, match="a file stands where a folder is needed"):
            places.furnish(place)


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EACCES])
def test_furnish_says_when_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(number, "the disk says no")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(
        PlaceError, match=r"nothing can be written there \(the disk says no\); choose another folder\.$"
    ):
        places.furnish(tmp_path / "saves")
