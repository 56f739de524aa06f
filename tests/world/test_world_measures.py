"""Measures that each State applies for itself: shares, votes, pledges, and what they do to an effect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.conditions import Facts
from game.world.measures import applied, borne
from game.world.outside import Effect
from game.world.powers import Group, Measure, SecurityModel

MODEL = SecurityModel(
    groups=(
        Group("aggressor", "Italy", seat="ITA", observes=0.0, backs=1.0, trade=0.03),
        Group("romania", "Romania", seat="ROU", observes=1.0, trade=0.01),
        Group("ussr", "The USSR", seat="RUS", observes=1.0, trade=0.02),
        Group("outside", "The United States", observes=0.25, trade=0.14),
    ),
    measures=(Measure("oil", shares={"romania": 0.5, "ussr": 0.2, "outside": 0.2}), Measure("coal")),
)
"""Round numbers for tests: Romania sells most oil, and much of the trade is outside."""


def facts(pledged: dict[str, float] | None = None, **votes: str) -> Facts:
    return Facts({}, {}, votes={"oil": votes, "coal": votes}, pledged=pledged or {})


@pytest.mark.parametrize(
    ("votes", "share"),
    [
        ({}, 0.05),
        ({"ROU": "yes"}, 0.55),
        ({"ROU": "yes", "RUS": "yes"}, 0.75),
        ({"ROU": "abstain", "RUS": "yes"}, 0.25),
        ({"ROU": "no", "RUS": "no", "ITA": "yes"}, 0.05),
    ],
)
def test_l6_a_measure_bites_by_what_those_who_apply_it_sell(votes: dict[str, str], share: float) -> None:
    assert applied(MODEL, facts(**votes), "oil") == share


def test_l6_a_pledge_binds_like_a_vote() -> None:
    assert applied(MODEL, facts({"oil:ROU": 1.0}), "oil") == 0.55


def test_l6_without_shares_of_its_own_a_measure_goes_by_trade() -> None:
    assert applied(MODEL, facts(ROU="yes", RUS="yes"), "coal") == pytest.approx((0.03 + 0.035) / 0.2)


def test_nobody_applies_a_measure_the_model_does_not_know() -> None:
    assert applied(MODEL, facts(ROU="yes"), "canal") == 0.0
    assert applied(SecurityModel(measures=(Measure("coal"),)), facts(), "coal") == 0.0


def test_l6_an_effect_moves_by_the_share_and_another_is_left_alone() -> None:
    biting, other = Effect("supply", by=-40.0, borne_by="oil"), Effect("trust", by=5.0)
    now, same = borne((biting, other), MODEL, facts(ROU="yes"))
    assert (now.by, now.borne_by) == (pytest.approx(-22.0), "")
    assert same is other


@given(st.dictionaries(st.sampled_from(["ROU", "RUS", "ITA"]), st.sampled_from(["yes", "no", "abstain"])))
def test_l6_one_more_who_applies_it_never_eases_a_measure(votes: dict[str, str]) -> None:
    for seat in ("ROU", "RUS", "ITA"):
        joined = votes | {seat: "yes"}
        assert 0.0 <= applied(MODEL, facts(**votes), "oil") <= applied(MODEL, facts(**joined), "oil") <= 1.0
