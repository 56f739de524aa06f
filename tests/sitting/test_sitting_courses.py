"""Courses change nothing: a sitting read off as far as its draws are known is the one that is played."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

import game.sitting.courses as courses
from game.packs import load
from game.session.chance import Chance, Draw
from game.session.scenario import Scenario
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
def test_a_course_read_off_is_the_course_played_in_every_pack(pack: str) -> None:
    known = assert_same_play(partial(opened, load(pack), length="short"))
    assert 0 < known.spans < len(SEEDS) * 20


@pytest.mark.parametrize("level", ["novice", "seasoned", "veteran"])
def test_a_course_read_off_is_the_course_played_at_every_level(level: str) -> None:
    assert_same_play(partial(opened, SCENARIO, level=level))


def test_a_delegate_that_acts_by_chance_is_never_taken_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = partial(opened, SCENARIO, holders={"IND": "aimless"}, length="short")
    assert_same_play(begin)
    monkeypatch.setattr(courses, "MOST_DRAWS", 2)
    assert assert_same_play(begin).spans <= 2 * len(SEEDS)


def test_no_more_is_kept_than_allowed_and_play_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "MOST_SPANS", 2)
    assert assert_same_play(partial(opened, SCENARIO)).spans == 2


def test_what_is_read_off_is_not_played(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Courses(partial(opened, SCENARIO))
    first = known.play(1)
    monkeypatch.setattr(Sitting, "step", lambda sitting: pytest.fail("played again"))
    monkeypatch.setattr(Sitting, "run", lambda sitting, most: 0)
    assert_alike(known.play(1), first)


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
