"""What can hold is reasoned right: against every state of a small world, and never against a real one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.packs import load
from game.packs.outlook import outlook
from game.packs.plainness import grade, sentences, syllables, words
from game.packs.reach import hands
from game.packs.reason import STAGE, Ranges, can_fail, can_hold
from game.packs.walk import Pack
from game.sitting import Sitting
from game.world import conditions
from game.world.conditions import Condition, Facts

ALWAYS = Condition("always")
BOUNDS = st.sampled_from([None, 0.0, 30.0, 50.0, 70.0, 100.0])
SINGLE = st.one_of(
    st.just(ALWAYS),
    st.builds(Condition, st.just("track"), st.sampled_from(["front", "toll"]), BOUNDS, BOUNDS),
    st.builds(Condition, st.sampled_from(["flag", "adopted"]), st.sampled_from(["x", "y"])),
    st.builds(Condition, st.just("voted"), st.sampled_from(["x:USA:yes", "x:USA:no"])),
    st.builds(Condition, st.just("stage"), st.sampled_from(["", "june"]), st.sampled_from([None, 2.0])),
)
CONDITIONS = st.recursive(
    SINGLE,
    lambda inner: st.builds(
        Condition,
        st.sampled_from(["all", "any", "none"]),
        of=st.lists(inner, min_size=0, max_size=3).map(tuple),
    ),
    max_leaves=7,
)
SMALL = Ranges({("track", "front"): (0.0, 60.0), ("flag", "y"): frozenset({False})}, {"may": 1, "june": 2})


def every_state() -> Iterator[Facts]:
    """Every state of the small world that the ranges of `SMALL` allow, with a value in each gap."""
    fronts, tolls = (
        (0.0, 15.0, 30.0, 40.0, 50.0, 60.0),
        (0.0, 15.0, 30.0, 40.0, 50.0, 60.0, 70.0, 85.0, 100.0),
    )
    up = [frozenset[str](), frozenset({"x"})]
    adopted = [frozenset(x) for x in ((), ("x",), ("y",), ("x", "y"))]
    for front, toll, flags, texts, vote, stage in product(
        fronts, tolls, up, adopted, ("yes", "no", ""), ("may", "june")
    ):
        yield Facts(
            {"front": front, "toll": toll},
            {},
            flags=flags,
            stage={"may": 1, "june": 2}[stage],
            stage_id=stage,
            adopted=texts,
            votes={"x": {"USA": vote}} if vote else {},
        )


STATES = list(every_state())


@settings(max_examples=60)
@given(CONDITIONS)
def test_a_condition_can_hold_just_when_some_state_of_the_world_has_it(condition: Condition) -> None:
    test = conditions.tested(condition)
    seen = {test(facts) for facts in STATES}
    assert can_hold(condition, SMALL) == (True in seen)
    assert can_fail(condition, SMALL) == (False in seen)


def test_a_search_that_grows_too_large_says_that_anything_may_be() -> None:
    ways = range(7)
    sat = [[Condition("flag", f"{guest} on {chair}") for chair in ways] for guest in range(8)]
    each = [Condition("any", of=tuple(chairs)) for chairs in sat]
    alone = [
        Condition("none", of=(Condition("all", of=(sat[one][chair], sat[other][chair])),))
        for chair in ways
        for one, other in combinations(range(8), 2)
    ]
    eight_guests_on_seven_chairs = Condition("all", of=(*each, *alone))
    assert can_hold(eight_guests_on_seven_chairs, Ranges({}, {}))
    deep = ALWAYS
    for _ in range(3_000):
        deep = Condition("none", of=(deep,))
    assert can_hold(deep, Ranges({}, {}))


@pytest.mark.parametrize("pack", ["korea-1950", "abyssinia-1935", "kuwait-1990", "ukraine-2022"])
def test_whatever_comes_about_in_a_sitting_was_foreseen(pack: str) -> None:
    scenario = load(pack)
    view = outlook(Pack(scenario))
    sitting = Sitting.begin(scenario, seed=7, level="novice")
    while not sitting.finished:
        sitting.run(200)
        world, chamber = sitting.state.world, sitting.state.chamber
        for name, value in world.tracks.items():
            low, high = view.ranges.of(("track", name))  # type: ignore[misc]
            assert low <= value <= high, (name, value)
        assert all(view.true("flag", name) for name in world.flags)
        assert all(view.true("happened", name) for name in world.happened)
        assert all(view.true("adopted", name) for name in chamber.adopted | chamber.passed)
        assert chamber.stage + 1 in {0, *view.held}


def test_what_nothing_brings_about_is_ruled_out(lay_pack: Pack) -> None:
    view = outlook(lay_pack)
    assert view.held == {1, 2}
    assert view.ranges.of(STAGE) == {1, 2}
    assert view.ranges.of(("track", "front")) == (45.0, 100.0)
    assert view.ranges.of(("pledged", "troops:USA")) == (0.0, 40)
    assert view.ranges.of(("pledged", "troops:IND")) == (0.0, 0.0)
    assert view.ranges.of(("lapsed", "breach")) == {False}
    assert view.true("vetoed", "assistance")
    assert outlook(lay_pack) is view


def test_what_follows_from_the_councils_acts_is_in_its_hands(lay_pack: Pack) -> None:
    within = hands(lay_pack)
    assert within.touch(Condition("track", "front", 50))
    assert within.touch(Condition("flag", "halted"))
    assert within.touch(Condition("happened", "seoul-falls"))
    assert within.touch(Condition("flag", "assembly_called"))
    assert not within.touch(Condition("stage", "assistance"))
    assert not within.touch(ALWAYS)
    assert not within.touch(None)


@pytest.fixture
def lay_pack(tiny: Path) -> Pack:
    return Pack(load(tiny))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("Peace", 1),
        ("It is war. It is not!", 2),
        ("Mr. Malik left at 3.15 p.m. and the U.S. stayed.", 1),
        ("“Stop.” Nobody did.", 2),
        ("He asked: why? She knew.", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_does(text: str, number: int) -> None:
    assert sentences(text) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [("the", 1), ("peace", 1), ("table", 2), ("wanted", 2), ("asked", 1), ("council", 2), ("aggression", 3)],
)
def test_syllables_are_near_enough(word: str, number: int) -> None:
    assert syllables(word) == number


def test_long_words_and_sentences_ask_for_a_higher_grade() -> None:
    plain = "The men cross the line. They take the town. No one knows why."
    heavy = (
        "Notwithstanding universally acknowledged obligations, the administration perpetrated an "
        "unprecedented violation of internationally recognised demarcation arrangements."
    )
    assert grade(plain) < 3 < 15 < grade(heavy)
    assert grade("") == grade("1950") == 0.0
    assert words("It's 1950, d'accord?") == ["It's", "d'accord"]
