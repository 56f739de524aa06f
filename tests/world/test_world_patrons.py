"""Patrons that react: a system that is believed deters them, or draws them in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.conditions import Condition
from game.world.patrons import Reaction, chance_of

SHARES = st.floats(0.0, 1.0)


def reaction(eagerness: float, *, deterred: bool) -> Reaction:
    return Reaction("x", "X", Condition("always"), eagerness, deterred)


@given(eagerness=SHARES, low=SHARES, high=SHARES)
def test_credibility_deters_a_patron_and_draws_in_an_ally(eagerness: float, low: float, high: float) -> None:
    low, high = sorted((low, high))
    shelters, joins = (reaction(eagerness, deterred=x) for x in (True, False))
    assert 0.0 <= chance_of(shelters, high) <= chance_of(shelters, low) <= 1.0
    assert 0.0 <= chance_of(joins, low) <= chance_of(joins, high) <= 1.0


@pytest.mark.parametrize(("deterred", "credibility"), [(True, 0.0), (False, 1.0)])
def test_where_nothing_holds_it_back_a_patron_is_as_likely_to_act_as_it_is_eager(
    deterred: bool, credibility: float
) -> None:
    assert chance_of(reaction(0.7, deterred=deterred), credibility) == 0.7
