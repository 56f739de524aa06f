"""A sitting begun at a later stage: played up to it by delegates, handed over, kept like any other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.packs import load
from game.rules.refusals import Refusal
from game.session import events as e
from game.session.scenario import Scenario
from game.session.state import Phase
from game.sitting import Sitting, SittingError, begin_at, members_at
from tests.sitting.chairs import crisis, play_out


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return crisis("korea-1950")


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


def test_every_stage_of_korea_can_be_begun_at(korea: Scenario) -> None:
    for stage in korea.sealed.stages:
        seat = members_at(korea, stage.id)[0]
        sitting = begin_at(korea, stage.id, {seat: "person"}, seed=5)
        sitting.run()
        assert sitting.state.chamber.stage_id == stage.id
        assert sitting.awaits == seat
        assert sitting.refusals == 0


def test_the_seats_are_handed_over_in_one_act_when_the_stage_opens(korea: Scenario) -> None:
    sitting = begin_at(korea, "august", {"RUS": "person", "IND": "person"}, seed=3)
    handed = [(x.seat, x.holder) for x in sitting.record if isinstance(x, e.SeatHandedOver)]
    assert handed == [("RUS", "person"), ("IND", "person")]
    assert sitting.acts[-1] == ("", len(sitting.record))
    assert sitting.state.chamber.phase is Phase.RECESS
    before = sitting.record[0]
    assert isinstance(before, e.SittingOpened)
    assert "person" not in before.holders.values()


def test_up_to_the_stage_it_is_the_sitting_that_nobody_plays(korea: Scenario) -> None:
    alone = Sitting.begin(korea, {"GBR": "aimless"}, seed=11, level="novice")
    alone.run()
    sitting = begin_at(korea, "command", {"GBR": "aimless", "FRA": "person"}, seed=11, level="novice")
    assert sitting.record[:-1] == alone.record[: len(sitting.record) - 1]
    assert sitting.state.chamber.holders["GBR"] == "aimless"


def test_at_the_first_stage_it_is_begun_as_ever(korea: Scenario) -> None:
    stage = korea.sealed.stages[0].id
    usual = Sitting.begin(korea, {"FRA": "person"}, seed=5)
    assert begin_at(korea, stage, {"FRA": "person"}, seed=5).record == usual.record


def test_a_member_elected_later_may_be_played_from_its_first_stage_on(korea: Scenario) -> None:
    assert "BRA" in members_at(korea, "january")
    assert "BRA" not in members_at(korea, "december")
    sitting = begin_at(korea, "january", {"BRA": "person", "TUR": "aimless"}, seed=5)
    assert sitting.persons == ("BRA",)
    assert sitting.state.chamber.holders["TUR"] == "aimless"
    with pytest.raises(SittingError, match="no seat BRA at that stage"):
        begin_at(korea, "december", {"BRA": "person"}, seed=5)


def test_where_nobody_chose_the_seed_the_first_that_leads_there_is_taken(
    korea: Scenario, tmp_path: Path
) -> None:
    unlucky = next(seed for seed in range(40) if not reaches(korea, "january", seed))
    sitting = begin_at(korea, "january", {"BRA": "person"}, seed=unlucky, tries=20, folder=tmp_path)
    assert sitting.state.chamber.stage_id == "january"
    assert sitting.state.seed == next(n for n in range(unlucky, 60) if reaches(korea, "january", n))
    assert len(list(tmp_path.glob("*.*"))) == 1
    with pytest.raises(SittingError, match=f"with seed {unlucky}: .* Take another seed"):
        begin_at(korea, "january", {"BRA": "person"}, seed=unlucky, tries=1)


def reaches(scenario: Scenario, stage: str, seed: int) -> bool:
    try:
        begin_at(scenario, stage, seed=seed)
    except SittingError:
        return False
    return True


def test_a_guest_has_an_envoy_until_its_person_comes() -> None:
    kuwait = load("kuwait-1990")
    sitting = begin_at(kuwait, "embargo", {"IRQ": "person", "FIN": "person"}, seed=3)
    opened = sitting.record[0]
    assert isinstance(opened, e.SittingOpened)
    assert opened.holders["IRQ"] == "envoy"
    assert set(sitting.persons) == {"FIN", "IRQ"}


@pytest.mark.usefixtures("quick_disk")
def test_it_is_kept_and_taken_up_again_like_any_other(korea: Scenario, tmp_path: Path) -> None:
    sitting = begin_at(korea, "relief", {"FRA": "person"}, seed=3, folder=tmp_path)
    play_out(sitting, 12)
    assert sitting.path is not None
    sitting.close()
    again, reading = Sitting.resume(sitting.path, korea)
    assert (reading.dropped, reading.trouble, again.caution) == (None, None, "")
    assert (again.record, again.acts, again.state) == (sitting.record, sitting.acts, sitting.state)
    again.close()


def test_undo_never_goes_behind_the_hand_over(korea: Scenario) -> None:
    sitting = begin_at(korea, "relief", {"FRA": "person"}, seed=3)
    assert any(actor == "FRA" for actor, _ in sitting.acts)
    assert sitting.last_sat("FRA") == 0
    assert isinstance(sitting.undo(), Refusal)
    sitting.run()
    before = list(sitting.record)
    assert not isinstance(sitting.submit(next(iter(sitting.docket("FRA")))), Refusal)
    assert sitting.last_sat("FRA") > 0
    assert not isinstance(sitting.undo(), Refusal)
    assert sitting.record == before


def test_an_unknown_stage_is_told_with_the_nearest(korea: Scenario) -> None:
    with pytest.raises(SittingError, match=r"no stage agust; .*Did you mean august\?"):
        begin_at(korea, "agust", seed=1)


def test_a_holder_nobody_knows_is_refused(korea: Scenario) -> None:
    with pytest.raises(SittingError, match="No seat is held by 'dreamy'"):
        begin_at(korea, "august", {"FRA": "dreamy"}, seed=1)


def test_no_save_is_left_of_a_crisis_that_passes_the_stage_over(korea: Scenario, tmp_path: Path) -> None:
    left_out = next(stage.id for stage in korea.sealed.stages if not stage.short)
    with pytest.raises(SittingError, match=f"The stage {left_out} is not reached with seed 4"):
        begin_at(korea, left_out, {"FRA": "person"}, seed=4, length="short", folder=tmp_path)
    assert list(tmp_path.iterdir()) == []
