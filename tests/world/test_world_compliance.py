"""The odds that a party complies: bounds, what can only raise and lower them, history's neighbourhood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.compliance import LEAST, MOST, Demand, odds, pressure, resistance

unit = st.floats(0, 1)
ranks = st.integers(1, 10)
tracks = st.floats(0, 100)
pairs = st.tuples(unit, unit).map(sorted)


def demand(difficulty: float) -> Demand:
    return Demand("PRK", difficulty, "resolve")


@given(unit, ranks, tracks, unit)
def test_odds_are_never_certain(difficulty: float, rank: int, resolve: float, credibility: float) -> None:
    assert LEAST <= odds(demand(difficulty), rank, resolve, credibility) <= MOST


@given(unit, ranks, tracks, pairs)
def test_more_credibility_never_lowers_the_odds(
    difficulty: float, rank: int, resolve: float, credible: list[float]
) -> None:
    low, high = (odds(demand(difficulty), rank, resolve, c) for c in credible)
    assert low <= high


@given(unit, st.tuples(ranks, ranks).map(sorted), tracks, unit)
def test_a_stronger_verb_never_lowers_the_odds(
    difficulty: float, verbs: list[int], resolve: float, credibility: float
) -> None:
    low, high = (odds(demand(difficulty), rank, resolve, credibility) for rank in verbs)
    assert low <= high


@given(unit, ranks, st.tuples(tracks, tracks).map(sorted), unit)
def test_more_resolve_never_raises_the_odds(
    difficulty: float, rank: int, resolves: list[float], credibility: float
) -> None:
    irresolute, resolute = (odds(demand(difficulty), rank, r, credibility) for r in resolves)
    assert resolute <= irresolute


@given(pairs, ranks, tracks, unit)
def test_asking_more_never_raises_the_odds(
    difficulties: list[float], rank: int, resolve: float, credibility: float
) -> None:
    little, much = (odds(demand(d), rank, resolve, credibility) for d in difficulties)
    assert much <= little


def test_equal_weights_make_even_odds() -> None:
    asked = demand(0.6)
    credibility = resistance(asked, 100.0) / (0.5 + 10 / 20)
    assert pressure(10, credibility) == pytest.approx(resistance(asked, 100.0))
    assert odds(asked, 10, 100.0, credibility) == 0.5


def test_an_idle_threat_moves_nobody_and_nothing_asked_is_nothing_refused() -> None:
    assert odds(demand(0.0), 10, 0.0, 0.0) == LEAST
    assert odds(demand(0.0), 1, 100.0, 0.01) == MOST


def test_korea_withdrawal_is_refused_in_june_and_weighed_after_inchon() -> None:
    withdraw = demand(0.9)
    assert odds(withdraw, 5, 90.0, 0.15) < 0.05
    assert 0.2 < odds(withdraw, 7, 40.0, 0.45) < 0.6
