"""What people have grown used to is kept from one evening to the next, and never gets in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens import Start
from game.screens.application import Horseshoe
from game.screens.habits import FILE, Habits, keep, read
from game.screens.pieces.themes import THEMES


def test_pace_colours_estimates_and_hints_are_kept_beside_the_sittings(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    habits = Habits(2, THEMES[1].name, False, False)
    keep(folder, habits)
    assert read(folder) == habits
    app = Horseshoe(Start(saves=folder))
    assert (app.pace, app.theme, app.estimates, app.hints) == (2, THEMES[1].name, False, False)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", '{"pace": "fast", "hints": 1}', '{"strange": true}', "[" * 9000, "\x00"]
)
def test_a_file_that_makes_no_sense_means_the_usual(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read(tmp_path) == Habits()


@pytest.mark.parametrize(("pace", "colours"), [(-7, "nobody's"), (99, "\x1b[2J")])
def test_habits_that_there_are_not_are_not_taken_up(tmp_path: Path, pace: int, colours: str) -> None:
    keep(tmp_path, Habits(pace, colours))
    app = Horseshoe(Start(saves=tmp_path))
    assert app.pace in (0, 2)
    assert app.theme == THEMES[0].name


def test_where_nothing_can_be_kept_nothing_is_and_nobody_is_disturbed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    keep(tmp_path / "file", Habits(2))
    keep(None, Habits(2))
    assert read(tmp_path / "file") == read(None) == Habits()


async def test_the_next_evening_begins_as_the_last_one_ended(tmp_path: Path) -> None:
    app = Horseshoe(Start(saves=tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert app.theme == THEMES[1].name
    assert Horseshoe(Start(saves=tmp_path)).theme == THEMES[1].name
