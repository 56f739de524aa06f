"""Levels of skill: who plays how well is settled at the opening, public, kept in the save and by the seat."""

from __future__ import annotations

from pathlib import Path

import pytest

import game.sitting.table as table
from game.delegates import LEVELS, take_seat
from game.packs import load
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.events import CouncilRenewed, SittingOpened, decoder
from game.session.fold import fold
from game.sitting import Sitting, SittingError
from tests.session.council import SCENARIO


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The level with which each seat was last taken."""
    seen: dict[str, str] = {}

    def noting(temperament: str, seat: str, level: str) -> object:
        seen[seat] = level
        return take_seat(temperament, seat, level)

    monkeypatch.setattr(table, "take_seat", noting)
    return seen


def test_a_table_is_seasoned_unless_it_is_said_otherwise(taken: dict[str, str]) -> None:
    sitting = Sitting.begin(SCENARIO, seed=1)
    sitting.run(200)
    assert sitting.view().chamber.level == "seasoned"
    assert set(taken.values()) == {"seasoned"}


def test_one_seat_may_be_of_another_level(taken: dict[str, str]) -> None:
    sitting = Sitting.begin(SCENARIO, seed=1, level="novice", levels={"IND": "veteran", "FRA": "novice"})
    sitting.run(200)
    assert sitting.view("USA").chamber.levels == {"IND": "veteran"}
    assert {seat for seat, level in taken.items() if level != "novice"} == {"IND"}


@pytest.mark.parametrize("asked", [{"level": "genius"}, {"levels": {"IND": "genius"}}])
def test_a_level_nobody_has_is_refused_with_those_there_are(asked: dict[str, object]) -> None:
    with pytest.raises(SittingError, match="novice, seasoned, veteran"):
        Sitting.begin(SCENARIO, seed=1, **asked)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="novice, seasoned, veteran"):
        take_seat("steadfast", "IND", "genius")


def test_a_level_for_a_seat_that_is_not_there_is_refused() -> None:
    with pytest.raises(SittingError, match="no seat XXX"):
        Sitting.begin(SCENARIO, seed=1, levels={"XXX": "novice"})


def test_a_seat_keeps_its_level_when_it_changes_hands(taken: dict[str, str]) -> None:
    sitting = Sitting.begin(SCENARIO, {"IND": "person"}, seed=1, director=True, levels={"IND": "veteran"})
    handed = sitting.submit(a.HandOver("", "IND", "steadfast"))
    assert not isinstance(handed, Refusal)
    sitting.run(200)
    assert taken["IND"] == "veteran"


def test_who_takes_over_a_place_plays_as_the_one_before() -> None:
    state = Sitting.begin(SCENARIO, seed=1, levels={"EGY": "novice"}).state
    renewed = fold(state, CouncilRenewed({"EGY": "TUR"}))
    assert renewed.chamber.levels == {"TUR": "novice"}


def test_a_save_keeps_the_levels_and_one_without_them_is_seasoned(tmp_path: Path) -> None:
    begun = Sitting.begin(SCENARIO, seed=1, folder=tmp_path, level="veteran", levels={"IND": "novice"})
    begun.close()
    assert begun.path is not None
    resumed, _ = Sitting.resume(begun.path, SCENARIO)
    resumed.close()
    assert (resumed.state.chamber.level, resumed.state.chamber.levels) == ("veteran", {"IND": "novice"})
    old = decoder().decode(b'{"type":"SittingOpened","holders":{"IND":"steadfast"}}')
    assert isinstance(old, SittingOpened)
    assert (old.level, old.levels) == ("seasoned", {})


def test_every_level_is_described_in_one_sentence() -> None:
    for words in LEVELS.values():
        assert words.endswith(".")
        assert words.count(".") == 1


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("pack", "level", "seed"),
    [("korea-1950", "veteran", 4), ("kuwait-1990", "veteran", 2), ("abyssinia-1935", "seasoned", 3)],
)
def test_who_sits_down_afresh_goes_on_as_the_last_would_have(pack: str, level: str, seed: int) -> None:
    scenario = load(pack)
    played = Sitting.begin(scenario, seed=seed, level=level)
    played.run()
    ours = Sitting.begin(scenario, seed=seed, level=level)
    while not ours.finished and ours.step():
        if len(ours.acts) % 53 == 0:
            ours._delegates.clear()
    assert ours.record == played.record
