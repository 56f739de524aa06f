"""The author's desk from the command line, and a crisis begun as a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.screens import Start

Said = Callable[..., tuple[int, str, str]]


def test_the_desk_is_opened_for_a_crisis(said: Said, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Start] = []
    monkeypatch.setattr("game.cli.bench.see_screen", lambda: None)
    monkeypatch.setattr("game.screens.run", lambda asked: opened.append(asked) or 0)
    assert said("author", "desk", "tiny") == (0, "", "")
    assert opened == [
        Start(saves=house / "saves", desk=str(house / "data" / "horseshoe" / "crises" / "tiny"))
    ]
    assert opened[0].toolkit is not None


def test_no_desk_for_a_crisis_that_is_nowhere(said: Said) -> None:
    code, out, err = said("author", "desk", "tinny")
    assert (code, out) == (2, "")
    assert "Did you mean tiny?" in err


def test_the_game_hands_the_tools_to_the_screens(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Start] = []
    for command in ("title", "play"):
        monkeypatch.setattr(f"game.cli.{command}.see_screen", lambda: None)
    monkeypatch.setattr("game.screens.run", lambda asked: opened.append(asked) or 0)
    assert said() == said("play", "tiny", "--watch") == (0, "", "")
    assert [start.toolkit is not None for start in opened] == [True, True]


def test_a_copy_is_begun_without_a_question(said: Said, house: Path) -> None:
    code, out, err = said("author", "new", "mine", "--copy-of", "tiny")
    assert (code, err) == (0, "")
    assert f"lies in {house / 'data' / 'horseshoe' / 'crises' / 'mine'}" in out
    assert said("author", "validate", "mine")[0] == 0
    code, out, err = said("author", "new", "other", "--copy-of", "tinny")
    assert code == 2
    assert "Did you mean tiny?" in err


def test_a_crisis_is_outlined_as_text(said: Said) -> None:
    code, out, err = said("author", "graph", "tiny", "--format", "text")
    assert (code, err) == (0, "")
    assert out.startswith("Stages, in their order")
    assert said("author", "graph", "--procedure", "--format", "text")[0] == 2
