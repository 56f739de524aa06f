"""`horseshoe houses` and `--house`: what is listed, explained, refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.packs.houses import house
from game.rules.house import UNSC
from game.screens import Start

Said = Callable[..., tuple[int, str, str]]
WIDTH = 100


def test_houses_are_listed_with_what_they_are(said: Said) -> None:
    code, out, err = said("houses")
    assert (code, err) == (0, "")
    for id in ("unsc", "nmun", "una_usa", "thimun", "crisis"):
        assert f"\n{id}  " in f"\n{out}"
    assert "nmun+crisis" in out


def test_houses_as_json(said: Said) -> None:
    code, out, _ = said("houses", "--json")
    assert code == 0
    told = json.loads(out)
    assert {x["id"] for x in told} >= {"unsc", "nmun", "una_usa", "thimun", "crisis"}
    assert all(x["problems"] == [] for x in told)


@pytest.mark.parametrize("name", ["unsc", "nmun", "una_usa", "thimun", "crisis", "nmun+crisis"])
def test_a_house_is_explained_whole_and_fits_a_terminal(said: Said, name: str) -> None:
    code, out, err = said("houses", name)
    assert (code, err) == (0, "")
    made = house(name)
    for entry in made.motions:
        assert entry.id in out
    for word in ("veto", "signatories", "yields", "passing", "speaking_time", "crisis_veto"):
        assert word in out
    assert max(map(len, out.splitlines())) <= WIDTH


def test_a_house_as_json_has_every_parameter_and_motion_with_words(said: Said) -> None:
    _, out, _ = said("houses", "una_usa", "--json")
    told = json.loads(out)
    assert told["yields"] == ["delegate", "questions", "chair"]
    close = next(m for m in told["motions"] if m["id"] == "una_close_debate")
    assert (close["needed"], close["speakers"], close["precedence"]) == ("two_thirds", [0, 2], 8)
    assert "two thirds" in close["words"]
    assert {x["key"] for x in told["explained"]} >= {"substance", "veto", "attendance"}


def test_a_house_that_is_not_there_is_asked_wrongly(said: Said) -> None:
    code, out, err = said("houses", "nmunn")
    assert (code, out) == (2, "")
    assert "Did you mean nmun?" in err


def test_a_faulty_house_is_told_with_its_place(said: Said, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("format: 1\nveto: maybe\n", "utf-8")
    code, out, err = said("houses", str(file))
    assert (code, out) == (1, "")
    assert "mine.yaml:2:7" in err
    file.write_text("format: 1\nbase: una_usa\nyields: []\n", "utf-8")
    code, out, _ = said("houses", str(file))
    assert code == 0
    assert "cannot yield its time" in out


def test_a_sitting_is_begun_by_a_house(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Start] = []
    monkeypatch.setattr("game.screens.run", lambda start: opened.append(start) or 0)
    monkeypatch.setattr("game.cli.play.see_screen", lambda: None)
    assert said("play", "korea-1950", "--watch", "--house", "nmun+crisis")[0] == 0
    assert opened[-1].house == house("nmun+crisis")
    said("play", "korea-1950", "--watch", "--house", "unsc")
    assert opened[-1].house is UNSC


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("play", "korea-1950", "--house", "nmunn"), "Did you mean nmun?"),
        (("play", "--house", "nmun"), "Name the crisis before its seats"),
        (("play", "--resume", "x", "--house", "nmun"), "give --resume alone"),
    ],
)
def test_a_house_is_asked_for_rightly(said: Said, argv: tuple[str, ...], told: str) -> None:
    code, out, err = said(*argv)
    assert (code, out) == (2, "")
    assert told in err
