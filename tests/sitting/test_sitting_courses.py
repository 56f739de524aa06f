"""Courses change nothing: a sitting read off as far as its draws are known is the one that is played."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from msgspec.structs import replace

import game.sitting.courses as courses
from game.packs import load
from game.session.chance import Chance, Draw
from game.session.events import AssemblyVoted
from game.session.onward import bare, gist
from game.session.scenario import Scenario
from game.session.state import Phase
from game.sitting import Courses, Sitting
from tests.session.council import SCENARIO

Begin = Callable[[int], Sitting]
SEEDS = range(4)


def opened(scenario: Scenario, seed: int, **said: object) -> Sitting:
    return Sitting.begin(scenario, seed=seed, **said)  # type: ignore[arg-type]


def assert_alike(ours: Sitting, played: Sitting) -> None:
    assert ours.record == played.record
    assert ours.acts == played.acts
    assert ours.state == played.state
    assert ours.refusals == played.refusals


def assert_same_play(begin: Begin) -> Courses:
    """Hold sittings that meet and part, and each once more, against those played from the beginning."""
    known = Courses(begin)
    for seed in (*SEEDS, *SEEDS):
        played = begin(seed)
        played.run()
        assert_alike(known.play(seed), played)
    return known


@pytest.mark.parametrize("pack", ["korea-1950", "abyssinia-1935", "kuwait-1990", "ukraine-2022"])
@pytest.mark.no_cover
def test_a_course_read_off_is_the_course_played_in_every_pack(pack: str) -> None:
    known = assert_same_play(partial(opened, load(pack), length="short"))
    assert 0 < known.spans < len(SEEDS) * 20


@pytest.mark.parametrize("level", ["novice", "seasoned", "veteran"])
def test_a_course_read_off_is_the_course_played_at_every_level(level: str) -> None:
    assert_same_play(partial(opened, SCENARIO, level=level))


def test_a_delegate_that_acts_by_chance_is_never_taken_for_another() -> None:
    begin = partial(opened, SCENARIO, holders={"IND": "aimless"}, length="short")
    assert assert_same_play(begin).spans < len(SEEDS)


SURE = partial(opened, SCENARIO, holders=dict.fromkeys(SCENARIO.sealed.stages[0].members, "steadfast"))
"""A sitting at which nobody acts by chance."""


def test_no_more_is_kept_than_allowed_and_play_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "MOST_SPANS", 2)
    assert assert_same_play(SURE).spans == 2


@pytest.mark.parametrize("draws", [0, 1000])
def test_what_hardly_comes_again_is_not_kept_and_is_met_with_after_it(
    draws: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courses, "MOST_DRAWS", draws)
    assert_same_play(partial(opened, load("korea-1950"), level="novice"))


def test_courses_meet_again_where_what_is_to_come_can_differ_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[Sitting] = []
    step = Sitting.step
    monkeypatch.setattr(Sitting, "step", lambda sitting: played.append(sitting) or step(sitting))
    known = Courses(partial(opened, load("korea-1950"), level="novice"))
    acts = sum(len(known.play(seed).acts) for seed in range(1, 31))
    assert len(played) < acts / 4


def test_what_is_read_off_is_not_played(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "MOST_DRAWS", 1000)
    known = Courses(SURE)
    first = known.play(1)
    monkeypatch.setattr(Sitting, "step", lambda sitting: pytest.fail("played again"))
    monkeypatch.setattr(Sitting, "run", lambda sitting, most: 0)
    assert_alike(known.play(1), first)
    assert known.course is not None


@pytest.mark.parametrize("pack", ["korea-1950", "abyssinia-1935", "kuwait-1990", "ukraine-2022"])
@pytest.mark.no_cover
def test_nobody_goes_by_what_is_kept_to_be_read_alone(pack: str) -> None:
    """Every state is stripped of it, and at every date new delegations hear a record stripped of it."""
    scenario = load(pack)
    played = opened(scenario, 3)
    played.run()
    bared = opened(scenario, 3)
    while bared.step():
        bared.state = replace(bared.state, chamber=bare(bared.state.chamber))
        if bared.state.chamber.phase is Phase.INTERVAL:
            again = Sitting(scenario, bared.state)
            again.record, again.acts = [gist(x) for x in bared.record], bared.acts
            bared = again
    assert [gist(x) for x in bared.record] == [gist(x) for x in played.record]
    assert pack == "kuwait-1990" or any(type(x) is AssemblyVoted for x in played.record)


def test_a_sitting_is_left_after_so_many_steps() -> None:
    known = Courses(partial(opened, SCENARIO))
    begun = known.play(1, most=30)
    assert not begun.finished
    assert len(begun.acts) == 31
    played = opened(SCENARIO, 1)
    played.run(30)
    assert_alike(begun, played)


def test_draws_noted_fall_as_they_would_have_and_for_another_seed_as_they_will() -> None:
    noted: list[tuple[Draw, object]] = []
    stream, plain = Chance(7, 3, noted).stream("fire"), Chance(7, 3).stream("fire")
    fell = [stream.roll(0.5), stream.below(6), stream.random(), stream.choice("abc")]
    assert fell == [plain.roll(0.5), plain.below(6), plain.random(), plain.choice("abc")]
    other = Chance(8, 3).stream("fire")
    assert [draw.falls(8) for draw, _ in noted] == [
        other.roll(0.5), other.below(6), other.random(), other.below(3),
    ]  # fmt: skip
