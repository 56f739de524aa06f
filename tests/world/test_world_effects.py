"""What effects do to the world: bounds, order, delay, repetition, and moves as the whole of a change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.conditions import Condition, Facts
from game.world.outside import (
    Effect,
    Moves,
    Pending,
    Track,
    World,
    fallen_due,
    moved,
    now_and_later,
    opening,
    resolve,
    standing_of,
)

TRACKS = (Track("escalation", "Escalation", 35.0, good="low"), Track("unity", "Unity", 75.0))
QUIET = Facts(tracks={}, terms={})


def facts_of(world: World, stage: int = 1) -> Facts:
    return Facts(
        tracks=world.tracks, terms=world.terms, flags=world.flags, stage=stage, standing=world.standings
    )


numbers = st.floats(-150, 150, allow_nan=False)
flags = st.sampled_from(["", "warned", "crossed"])
effects = st.builds(
    Effect,
    track=st.sampled_from(["", "escalation", "unity"]),
    by=numbers,
    to=st.none() | numbers,
    set_flag=flags,
    clear_flag=flags,
    seat=st.sampled_from(["", "USA", "IND"]),
    standing=numbers,
    after=st.integers(0, 4),
    each_stage=st.booleans(),
    when=st.none() | st.just(Condition("flag", "warned")),
)
worlds = st.builds(
    World,
    tracks=st.fixed_dictionaries({"escalation": st.integers(0, 100).map(float), "unity": st.just(75.0)}),
    flags=st.frozensets(st.sampled_from(["warned", "crossed"])),
    standings=st.dictionaries(st.sampled_from(["USA", "IND"]), st.integers(-100, 100).map(float)),
)


def test_the_opening_world_is_the_tracks_starts() -> None:
    world = opening(TRACKS)
    assert world.tracks == {"escalation": 35.0, "unity": 75.0}
    assert not world.flags
    assert not world.pending
    assert opening([Track("x", "X", 140.0)]).tracks == {"x": 100.0}


@given(worlds, st.lists(effects, max_size=8))
def test_tracks_and_standings_keep_their_bounds(world: World, batch: list[Effect]) -> None:
    after = moved(world, resolve(batch, world, facts_of(world)))
    assert all(0.0 <= v <= 100.0 for v in after.tracks.values())
    assert all(-100.0 <= v <= 100.0 for v in after.standings.values())
    assert after.tracks.keys() == world.tracks.keys()


@given(worlds, st.lists(effects, max_size=8))
def test_moves_hold_only_what_changes(world: World, batch: list[Effect]) -> None:
    moves = resolve(batch, world, facts_of(world))
    after = moved(world, moves)
    assert bool(moves) is (after != world)
    assert all(world.tracks[k] != v for k, v in moves.tracks.items())
    assert not set(moves.flags_set) & (world.flags | set(moves.flags_cleared))
    assert set(moves.flags_cleared) <= world.flags


@given(worlds, st.lists(effects, max_size=4), st.lists(effects, max_size=4))
def test_a_batch_is_its_halves_in_turn_under_the_same_facts(
    world: World, first: list[Effect], second: list[Effect]
) -> None:
    facts = facts_of(world)
    halfway = moved(world, resolve(first, world, facts))
    in_turn = moved(halfway, resolve(second, halfway, facts))
    at_once = moved(world, resolve([*first, *second], world, facts))
    assert in_turn.tracks == at_once.tracks
    assert in_turn.flags == at_once.flags
    for seat in ("USA", "IND"):
        assert standing_of(in_turn.standings, seat) == standing_of(at_once.standings, seat)


@given(worlds)
def test_no_effects_are_no_moves(world: World) -> None:
    assert not resolve((), world, facts_of(world))
    assert moved(world, Moves()) == world


def test_setting_a_track_then_moving_it() -> None:
    world = opening(TRACKS)
    assert resolve([Effect("unity", to=20.0, by=5.0)], world, QUIET).tracks == {"unity": 25.0}
    both = [Effect("unity", to=20.0), Effect("unity", by=-5.0)]
    assert resolve(both, world, QUIET).tracks == {"unity": 15.0}


def test_a_move_there_and_back_is_no_move() -> None:
    world = opening(TRACKS)
    there_and_back = [Effect("unity", by=-5.0), Effect("unity", by=5.0), Effect(seat="USA", standing=0.0)]
    assert not resolve(there_and_back, world, QUIET)


def test_the_last_word_on_a_flag_stands() -> None:
    world = opening(TRACKS)
    assert resolve([Effect(clear_flag="x"), Effect(set_flag="x")], world, QUIET).flags_set == ("x",)
    assert not resolve([Effect(set_flag="x"), Effect(clear_flag="x")], world, QUIET)
    flagged = world._replace(flags=frozenset({"x"}))
    assert resolve([Effect(set_flag="x"), Effect(clear_flag="x")], flagged, QUIET).flags_cleared == ("x",)
    assert moved(flagged, Moves(flags_cleared=("x",))).flags == frozenset()


def test_an_unknown_track_is_an_error() -> None:
    with pytest.raises(KeyError):
        resolve([Effect("tides", by=1.0)], opening(TRACKS), QUIET)


def test_a_condition_is_judged_when_the_effect_bites() -> None:
    world = opening(TRACKS)
    warned = Effect("escalation", by=10.0, when=Condition("flag", "warned"))
    assert not resolve([warned], world, facts_of(world))
    assert not resolve([Effect(set_flag="warned"), warned], world, facts_of(world)).tracks
    flagged = world._replace(flags=frozenset({"warned"}))
    assert resolve([warned], flagged, facts_of(flagged)).tracks == {"escalation": 45.0}


@given(st.lists(effects, max_size=6), st.integers(1, 12))
def test_every_effect_bites_now_or_later_and_never_both(batch: list[Effect], stage: int) -> None:
    now, later = now_and_later(batch, stage, "s-1501")
    assert len(now) + len(later) == len(batch)
    assert all(not e.after and not e.each_stage for e in now)
    assert all(p.due == stage + max(1, p.effect.after) and p.cause == "s-1501" for p in later)


@given(st.lists(effects, max_size=6), st.integers(1, 5))
def test_delayed_effects_bite_once_and_repeated_ones_from_their_day_on(
    batch: list[Effect], stage: int
) -> None:
    _, later = now_and_later(batch, stage, "s-1501")
    world = opening(TRACKS)._replace(pending=later)
    bites: dict[int, int] = {id(p): 0 for p in later}
    for number in range(stage + 1, stage + 8):
        due, left = fallen_due(world, number)
        for p in due:
            assert number >= p.due
            bites[id(p)] += 1
        world = world._replace(pending=left)
    for p in later:
        assert bites[id(p)] == (stage + 8 - p.due if p.effect.each_stage else 1)


def test_what_falls_due_in_a_stage_passed_over_bites_late_not_never() -> None:
    late = Pending(Effect("unity", by=-5.0, after=2), 3, "s-1501")
    due, left = fallen_due(opening(TRACKS)._replace(pending=(late,)), 6)
    assert due == (late,)
    assert left == ()


def test_a_seat_nobody_has_judged_stands_at_nought() -> None:
    assert standing_of({}, "USA") == 0.0
    assert standing_of({"USA": -12.0}, "USA") == -12.0
