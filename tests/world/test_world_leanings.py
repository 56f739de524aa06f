"""A straight line through known positions, and nearness to poles: a guess, and never past its bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.leanings import FURTHEST, Known, fitted, halves, lean

known = st.lists(st.builds(Known, st.floats(-3, 3), st.floats(-3, 3), st.floats(0, 3)), max_size=8)


def test_who_stands_nearer_to_those_in_favour_is_more_in_favour() -> None:
    slope = fitted([Known(-3, -3, 3), Known(-1, -1, 2), Known(1, 2, 2), Known(1.5, 3, 3)])
    assert slope.position(1.4) > slope.position(0.0) > slope.position(-2.5)
    assert slope.fit > 0.9
    assert slope.care() == 2.5


def test_members_of_one_mind_tell_a_level_and_no_slope() -> None:
    slope = fitted([Known(-1, 2, 2), Known(0, 2, 2), Known(1, 2, 2)])
    assert slope.slope == pytest.approx(0.0)
    assert {slope.position(at) for at in (-3, 0, 3)} == {2.0}


def test_members_close_together_tell_little_of_those_far_off() -> None:
    slope = fitted([Known(0.9, 1, 2), Known(1.0, 3, 2)])
    assert abs(slope.position(-3.0)) <= 2.0
    assert abs(slope.slope) < 1.0


def test_who_does_not_care_is_not_asked() -> None:
    assert fitted([Known(1, 3, 0)]) == fitted([])
    assert fitted([]).position(2.0) == fitted([]).care() == 0.0
    assert fitted([Known(0, 1, 2), Known(1, -3, 0)]).position(1.0) == 1.0


@given(known, st.floats(-3, 3))
def test_a_guess_keeps_the_bounds_of_a_position_and_comes_by_halves(them: list[Known], at: float) -> None:
    slope = fitted(them)
    assert -FURTHEST <= slope.position(at) <= FURTHEST
    assert slope.position(at) * 2 == round(slope.position(at) * 2)
    assert 0.0 <= slope.care() <= 3.0
    assert 0.0 <= slope.fit <= 1.0


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-3, 3))
def test_a_leaning_is_between_the_poles_and_turns_with_them(at: float, one: float, other: float) -> None:
    assert -1.0 - 1e-9 <= lean(at, one, other) <= 1.0 + 1e-9
    assert lean(at, one, other) == pytest.approx(-lean(at, other, one))


def test_a_pole_stands_at_its_own_end() -> None:
    assert (lean(-2, -2, 2), lean(2, -2, 2), lean(0, -2, 2)) == (-1.0, 1.0, 0.0)
    assert halves(9.0) == 3.0
