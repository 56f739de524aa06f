"""Amendments: order of voting and admissibility."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.amendments import (
    Change,
    OrderRuled,
    admissible,
    judge_order,
    refuse_acceptance,
    voting_order,
)
from game.rules.refusals import Refusal


class Amendment(NamedTuple):
    kind: str
    distance: float
    number: int = 0


amendments = st.lists(
    st.builds(Amendment, st.sampled_from(Change), st.floats(0, 10), st.integers(0, 99)), max_size=8
)


def test_cb10_x10_additions_and_deletions_come_first_then_the_furthest_removed() -> None:
    near, far = Amendment("replace", 1), Amendment("replace", 3)
    delete, add = Amendment("delete", 0.5), Amendment("add", 2)
    assert voting_order([near, delete, far, add]) == (add, delete, far, near)


def test_cb10_of_two_equally_far_the_earlier_is_put_first() -> None:
    first, second = Amendment("replace", 2, 1), Amendment("replace", 2, 2)
    assert voting_order([first, second]) == (first, second)
    assert voting_order([second, first]) == (second, first)


@given(amendments)
def test_cb10_the_order_loses_nothing_and_holds_between_neighbours(moved: list[Amendment]) -> None:
    order = voting_order(moved)
    assert sorted(order) == sorted(moved)
    for a, b in pairwise(order):
        a_changes, b_changes = a.kind == "replace", b.kind == "replace"
        assert (a_changes, -a.distance) <= (b_changes, -b.distance)


@pytest.mark.parametrize("kind", Change)
def test_cb10_a_related_amendment_is_admissible(kind: Change) -> None:
    assert admissible(kind, {"cease_fire"}, {"cease_fire", "withdrawal"}) is None


@pytest.mark.parametrize(
    ("kind", "issues", "more", "rule", "word"),
    [
        ("add", {"trade"}, {}, "CB10", "must relate to the text"),
        ("replace", {"trade"}, {}, "CB10", "must relate to the text"),
        ("delete", set(), {"target_exists": False}, "CB10", "not in the text"),
        ("delete", set(), {"clauses_left": 0}, "CB10", "whole operative part"),
        ("add", {"cease_fire"}, {"voting_begun": True}, "CB11", "before the vote begins"),
    ],
)
def test_cb10_cb11_why_an_amendment_is_refused(
    kind: str, issues: set[str], more: dict[str, Any], rule: str, word: str
) -> None:
    refusal = admissible(kind, issues, {"cease_fire"}, **more)
    assert refusal is not None
    assert refusal.rule == rule
    assert word in refusal.reason


def test_cb10_an_amendment_without_issues_or_a_missing_target_for_an_addition_is_no_trouble() -> None:
    assert admissible("add", set(), {"cease_fire"}, target_exists=False) is None


def test_cb10_a_deletion_relates_to_the_text_whatever_it_strikes() -> None:
    assert admissible("delete", {"trade"}, {"cease_fire"}) is None


def test_cb10_all_sponsors_must_accept_before_a_text_is_revised_without_a_vote() -> None:
    assert refuse_acceptance({"GBR", "USA"}, {"USA"}) is None
    assert refuse_acceptance({"USA"}, {"USA"}) is None
    refusal = refuse_acceptance({"USA"}, {"USA", "GBR"})
    assert refusal is not None
    assert refusal.rule == "CB10"


ADD, DELETE, NEAR, FAR = (
    Amendment("add", 1, 1),
    Amendment("delete", 2, 2),
    Amendment("replace", 1, 3),
    Amendment("replace", 3, 4),
)
MOVED = (NEAR, ADD, FAR, DELETE)


@pytest.mark.parametrize(
    ("proposed", "sound", "word"),
    [
        ((DELETE, ADD, FAR, NEAR), True, "order of rule 36"),
        ((ADD, DELETE, NEAR, FAR), True, "for the President to weigh"),
        ((DELETE, FAR, ADD, NEAR), False, "challenge would be well founded"),
    ],
)
def test_cb10_x10_the_president_rules_on_the_order_and_rule_36_judges_it(
    proposed: tuple[Amendment, ...], sound: bool, word: str
) -> None:
    judged = judge_order(MOVED, proposed)
    assert isinstance(judged, OrderRuled)
    assert judged.sound is sound
    assert word in judged.reason


@pytest.mark.parametrize("proposed", [(ADD, DELETE, NEAR), (ADD, ADD, NEAR, FAR), (ADD, Amendment("add", 9))])
def test_cb10_an_order_names_every_amendment_once(proposed: tuple[Amendment, ...]) -> None:
    judged = judge_order(MOVED, proposed)
    assert isinstance(judged, Refusal)
    assert judged.rule == "CB10"


@given(amendments)
def test_cb10_the_order_of_the_rule_is_always_sound(moved: list[Amendment]) -> None:
    judged = judge_order(moved, voting_order(moved))
    assert isinstance(judged, OrderRuled)
    assert judged.sound
