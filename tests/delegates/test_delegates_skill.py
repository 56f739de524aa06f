"""The measure of skill: what counts as real, and that a seat with something to win wins more by skill."""

from __future__ import annotations

from msgspec.structs import replace

from game.world.conditions import Condition
from game.world.story import Objective
from tests.skill import Fared, apart, differ, measured, real


def test_skill_is_real_when_each_way_does_better_than_the_next_and_the_ends_lie_apart() -> None:
    steps = [Fared("veteran", 2.5, 0.1), Fared("seasoned", 2.0, 0.1), Fared("novice", 1.9, 0.1)]
    assert real([*steps, Fared("aimless", 1.0, 0.2)])
    assert not real([*steps, Fared("aimless", 1.95, 0.1)])
    assert not real([Fared("veteran", 2.5, 0.6), *steps[1:], Fared("aimless", 1.8, 0.2)])


def test_a_seat_sent_for_what_nobody_brings_meets_more_of_it_the_better_it_plays(korea, convene) -> None:
    put = [
        Condition("any", of=tuple(Condition(fate, kind) for fate in ("adopted", "failed", "vetoed")))
        for kind in ("mediate", "localise")
    ]
    goals = tuple(Objective(f"goal{i}", "To have it put.", when) for i, when in enumerate(put))
    scenario = convene({"EGY": replace(korea.briefs["EGY"], objectives=goals)})
    veteran, novice = measured(scenario, "EGY", 3, ("veteran", "novice"))
    assert veteran.mean > novice.mean


def test_neighbours_are_apart_only_when_none_of_their_intervals_overlap() -> None:
    assert apart([Fared("veteran", 2.5, 0.1), Fared("seasoned", 2.0, 0.1), Fared("novice", 1.5, 0.1)])
    assert not apart([Fared("veteran", 2.5, 0.1), Fared("seasoned", 2.35, 0.1), Fared("novice", 1.5, 0.1)])


def test_endings_differ_when_their_shares_do_and_not_by_the_luck_of_a_few() -> None:
    assert differ({"peace": 70, "war": 30}, {"peace": 40, "war": 60})
    assert not differ({"peace": 52, "war": 48}, {"peace": 48, "war": 50, "truce": 2})
    assert not differ({"peace": 10}, {"peace": 12})
