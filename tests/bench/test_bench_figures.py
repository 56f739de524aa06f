"""The benchmark's figures can be taken, and a sitting's cost does not grow with its record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench import law, sittings, toolkit
from tests.bench.figures import Figure


def test_one_more_act_costs_the_same_at_any_hour() -> None:
    assert sittings.one_more_act(events=3000, times=150).ratio < 3.0
    assert sittings.one_more_look(events=3000, times=60).ratio < 3.0


def test_a_saved_act_and_taking_up_a_save_grow_with_nothing_but_their_length(tmp_path: Path) -> None:
    assert sittings.one_more_act(events=300, times=30, folder=tmp_path).ratio < 5.0
    assert sittings.taking_up(1000).ratio < 5.0


def test_figures_are_printed_and_one_past_its_bound_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Room:
        taken = (Figure("good", 1.0, "so", most=2.0), Figure("unbounded", 9.0, "so"))

        @classmethod
        def figures(cls) -> tuple[Figure, ...]:
            return cls.taken

    monkeypatch.setattr(bench, "ROOMS", (Room,))
    assert bench.main([]) == 0
    assert "good" in capsys.readouterr().out
    Room.taken = (Figure("bad", 3.0, "so", most=2.0),)
    assert bench.main(["--json"]) == 1
    assert '"ratio": 3.0' in capsys.readouterr().out


def test_the_cost_of_a_tally_and_of_legal_can_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(law, "TIMES", 9)
    taken = {figure.name: figure for figure in law.figures()}
    assert set(taken) == {
        "a tally", "legal in debate", "legal in ballot", "legal in recess", "an act judged",
    }  # fmt: skip
    assert all(figure.ratio > 0 and figure.most for figure in taken.values())


def test_the_figures_of_the_toolkit_can_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = str(Path(__file__).parents[1] / "data" / "packs" / "tiny")
    monkeypatch.setattr(toolkit, "PACK", tiny)
    monkeypatch.setattr(toolkit, "PACKS", (tiny,))
    taken = [
        toolkit.simulated("novice", "short", 3), toolkit.played("seasoned", 2),
        toolkit.longest_turn("seasoned", 1),
        toolkit.in_two_processes(30), toolkit.two_processes(runs=30),
        toolkit.memory(1, 3), toolkit.validated(1),
    ]  # fmt: skip
    assert all(figure.ratio > 0 and figure.said for figure in taken)
