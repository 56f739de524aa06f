"""When something is so: every kind of condition, its bounds, and the algebra of all, any and none."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.conditions import KINDS, Condition, Facts, holds

FACTS = Facts(
    tracks={"coalition": 40.0},
    terms={"speed": 0.9},
    flags=frozenset({"warned"}),
    stage=3,
    stage_id="july",
    adopted=frozenset({"breach"}),
    passed=frozenset({"s-1501"}),
    issued=frozenset({"appeal"}),
    vetoed=frozenset({"s-1653"}),
    failed=frozenset({"s-1500", "s-1653"}),
    absent=frozenset({"RUS"}),
    invited=frozenset({"ROK"}),
    happened=frozenset({"seoul-falls"}),
    votes={"s-1501": {"YUG": "abstain", "USA": "yes"}},
    pledged={"troops": 30.0, "troops:USA": 20.0},
    standing={"IND": 5.0},
    arrived={"troops": 10.0, "troops:USA": 10.0},
    lapsed=frozenset({"embargo"}),
)

SO = [
    Condition("always"),
    Condition("track", "coalition", at_least=40, at_most=40),
    Condition("term", "speed", at_least=0.9),
    Condition("stage", "july"),
    Condition("stage", at_least=3, at_most=3),
    Condition("flag", "warned"),
    Condition("adopted", "breach"),
    Condition("adopted", "s-1501"),
    Condition("agreed", "appeal"),
    Condition("agreed", "s-1501"),
    Condition("vetoed", "s-1653"),
    Condition("failed", "s-1500"),
    Condition("absent", "RUS"),
    Condition("invited", "ROK"),
    Condition("happened", "seoul-falls"),
    Condition("voted", "s-1501:YUG:abstain"),
    Condition("pledged", "troops", at_least=30),
    Condition("pledged", "troops:USA", at_most=20),
    Condition("arrived", "troops:USA", at_least=10),
    Condition("lapsed", "embargo"),
    Condition("standing", "IND", at_least=1),
    Condition("standing", "NOR", at_most=0),
    Condition("all", of=(Condition("always"), Condition("flag", "warned"))),
    Condition("any", of=(Condition("flag", "nothing"), Condition("flag", "warned"))),
    Condition("none", of=(Condition("flag", "nothing"),)),
]
NOT_SO = [
    Condition("track", "coalition", at_least=40.1),
    Condition("track", "coalition", at_most=39.9),
    Condition("term", "speed", at_most=0.8),
    Condition("term", "willingness"),
    Condition("stage", "june"),
    Condition("stage", "july", at_least=4),
    Condition("flag", "nothing"),
    Condition("adopted", "s-1653"),
    Condition("agreed", "s-1653"),
    Condition("vetoed", "s-1500"),
    Condition("failed", "s-1501"),
    Condition("absent", "USA"),
    Condition("invited", "PRK"),
    Condition("happened", "inchon"),
    Condition("voted", "s-1501:YUG:yes"),
    Condition("voted", "s-1500:YUG:yes"),
    Condition("pledged", "funds", at_least=1),
    Condition("arrived", "troops", at_least=30),
    Condition("lapsed", "breach"),
    Condition("standing", "IND", at_most=4),
    Condition("all", of=(Condition("always"), Condition("flag", "nothing"))),
    Condition("any"),
    Condition("none", of=(Condition("flag", "nothing"), Condition("always"))),
]


@pytest.mark.parametrize("condition", SO, ids=str)
def test_what_is_so_holds(condition: Condition) -> None:
    assert holds(condition, FACTS)


@pytest.mark.parametrize("condition", NOT_SO, ids=str)
def test_what_is_not_so_does_not_hold(condition: Condition) -> None:
    assert not holds(condition, FACTS)


def test_every_kind_is_tried_both_ways() -> None:
    assert {c.kind for c in SO} == set(KINDS)
    assert {c.kind for c in NOT_SO} == set(KINDS) - {"always"}


def test_a_term_not_yet_measured_holds_no_bound() -> None:
    silent = Facts(tracks={}, terms={})
    assert not holds(Condition("term", "speed", at_most=1.0), silent)
    assert not holds(Condition("term", "speed", at_least=0.0), silent)


@pytest.mark.parametrize("condition", [Condition("weather"), Condition("track", "tides")], ids=str)
def test_an_unknown_kind_or_track_is_an_error(condition: Condition) -> None:
    with pytest.raises(KeyError):
        holds(condition, FACTS)


def test_a_misshapen_vote_is_an_error() -> None:
    with pytest.raises(ValueError, match="unpack"):
        holds(Condition("voted", "s-1501"), FACTS)


leaves = st.sampled_from(SO + NOT_SO)
trees = st.recursive(
    leaves,
    lambda below: st.builds(
        lambda kind, of: Condition(kind, of=tuple(of)),
        st.sampled_from(["all", "any", "none"]),
        st.lists(below, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(trees, max_size=4))
def test_none_is_the_contrary_of_any(of: list[Condition]) -> None:
    some = Condition("any", of=tuple(of))
    assert holds(Condition("none", of=tuple(of)), FACTS) is not holds(some, FACTS)
    assert holds(Condition("none", of=(some,)), FACTS) is not holds(some, FACTS)


@given(st.lists(trees, max_size=4))
def test_all_is_none_of_the_contraries(of: list[Condition]) -> None:
    contraries = tuple(Condition("none", of=(c,)) for c in of)
    assert holds(Condition("all", of=tuple(of)), FACTS) is holds(Condition("none", of=contraries), FACTS)


@given(trees)
def test_judging_changes_nothing(condition: Condition) -> None:
    before = {f.name: getattr(FACTS, f.name) for f in fields(FACTS)}
    assert holds(condition, FACTS) is holds(condition, FACTS)
    assert before == {f.name: getattr(FACTS, f.name) for f in fields(FACTS)}


@given(st.floats(0, 100), st.floats(0, 100))
def test_bounds_include_both_ends(value: float, bound: float) -> None:
    facts = Facts(tracks={"x": value}, terms={})
    assert holds(Condition("track", "x", at_least=bound), facts) is (value >= bound)
    assert holds(Condition("track", "x", at_most=bound), facts) is (value <= bound)
    assert holds(Condition("track", "x"), facts)
