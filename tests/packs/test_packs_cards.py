"""The shelf: a card for every pack, sound or broken, without compiling any."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from game import places
from game.packs import PackCard, inspect, shelf
from game.packs.cards import card, find


@pytest.fixture
def home(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of crises that holds the tiny pack, and the shared tables elsewhere."""
    shipped = places.crises()[0]
    monkeypatch.setattr("game.places.crises", lambda: (shipped, tiny.parent))
    return tiny.parent


def cards() -> dict[str, PackCard]:
    return {c.id: c for c in shelf()}


def test_a_card_says_what_the_gallery_needs(home: Path) -> None:
    tiny = cards()["tiny"]
    assert tiny.title == "Two Days in June"
    assert tiny.dates == "25 June 1950 to 27 June 1950"
    assert (len(tiny.seats), tiny.minutes, tiny.problem) == (11, 10, "")
    assert tiny.seats[0] == "CHN"
    assert Path(tiny.folder) == home / "tiny"


def test_the_shelf_is_sorted_and_passes_over_what_is_no_pack(home: Path) -> None:
    shutil.copytree(home / "tiny", home / "another")
    (home / "notes").mkdir()
    (home / ".git").mkdir()
    (home / "a-file").touch()
    names = [c.id for c in shelf()]
    assert names == sorted(names)
    assert {"tiny", "another"} <= set(names)
    assert not {"notes", ".git", "a-file", "data"} & set(names)


def test_what_crises_share_is_no_pack(home: Path) -> None:
    (home / "houses").mkdir()
    (home / "houses" / "ours.yaml").write_text("base: unsc\n", encoding="utf-8")
    assert not {"houses", "data"} & cards().keys()


@pytest.mark.parametrize(
    ("file", "raw", "words"),
    [
        ("pack.yaml", b"", "pack.yaml and stages.yaml should hold"),
        ("pack.yaml", b"\xff\xfe", "not UTF-8"),
        ("pack.yaml", b"title: [", "is not closed"),
        ("delegations.yaml", b"parties: {}\n", "The pack has no seats."),
        ("stages.yaml", b"- a\n", "should hold keys"),
        ("stages.yaml", b"a: &b c\n", "is an anchor"),
    ],
)
def test_a_broken_pack_has_a_card_with_a_sentence(home: Path, file: str, raw: bytes, words: str) -> None:
    (home / "tiny" / file).write_bytes(raw)
    assert words in cards()["tiny"].problem


def test_a_missing_file_is_on_the_card(home: Path) -> None:
    (home / "tiny" / "endings.yaml").unlink()
    assert "endings.yaml is missing" in cards()["tiny"].problem
    (home / "tiny" / "pack.yaml").unlink()
    assert "no pack.yaml" in cards()["tiny"].problem


def test_odd_values_do_not_break_a_card(home: Path) -> None:
    (home / "tiny" / "pack.yaml").write_text("title: [a]\nminutes: long\nsummary: 3\n")
    (home / "tiny" / "delegations.yaml").write_text("seats: {A: 1}\n")
    (home / "tiny" / "stages.yaml").write_text("a: 1\nb: {date: never}\nc: {date: 7}\n")
    odd = cards()["tiny"]
    assert (odd.title, odd.minutes, odd.summary, odd.dates, odd.seats) == ("tiny", 0, "", "", ("A",))


def test_what_compiling_has_found_is_on_the_card_until_it_is_mended(home: Path) -> None:
    path = home / "tiny" / "endings.yaml"
    sound = path.read_bytes()
    path.write_bytes(sound.replace(b"adopted: assistance", b"adopted: asistance"))
    assert cards()["tiny"].problem == ""
    inspect(home / "tiny")
    assert "There is no clause or draft called asistance" in cards()["tiny"].problem
    path.write_bytes(sound + b"\n")
    assert cards()["tiny"].problem == ""
    inspect(home / "tiny")
    assert cards()["tiny"].problem == ""


def test_a_warm_shelf_is_quick_and_opens_no_yaml(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shelf()
    monkeypatch.setattr("game.packs.cards._drawn", lambda folder: pytest.fail("drawn again"))
    spent = []
    for _ in range(9):
        began = time.perf_counter()
        assert shelf() == first
        spent.append(time.perf_counter() - began)
    assert min(spent) < 0.005


def test_a_players_pack_wins_over_a_shipped_one(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    shutil.copytree(home / "tiny", own / "tiny")
    monkeypatch.setattr("game.places.crises", lambda: (home, own))
    assert Path(cards()["tiny"].folder) == own / "tiny"
    assert find("tiny") == (own / "tiny").resolve()


def test_one_folder_that_cannot_be_listed_hides_no_other(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "locked").mkdir()
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert "tiny" in cards()
    assert "locked" not in cards()


def test_a_folder_that_cannot_be_read_has_a_card(tmp_path: Path) -> None:
    gone = card(tmp_path / "gone")
    assert (gone.id, gone.title) == ("gone", "gone")
    assert gone.problem.startswith("The folder cannot be read")
