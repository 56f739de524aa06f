"""Drafts: order of submission, withdrawal, separate votes, what is left of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.texts import (
    order_of_submission,
    refuse_draft,
    refuse_priority,
    refuse_resubmission,
    refuse_separate_vote,
    refuse_whole,
    refuse_withdrawal,
)


def test_cb6_drafts_are_put_in_the_order_of_submission() -> None:
    assert order_of_submission([("X", 1000), ("Y", 900)]) == ("Y", "X")


def test_cb6_the_council_may_decide_otherwise() -> None:
    drafts = [("A", 1), ("B", 2), ("C", 3)]
    assert order_of_submission(drafts, first=["C"]) == ("C", "A", "B")
    assert order_of_submission(drafts, first=["C", "gone", "B"]) == ("C", "B", "A")


@given(st.dictionaries(st.text(min_size=1), st.integers()), st.data())
def test_cb6_every_draft_is_put_once(drafts: dict[str, int], data: st.DataObject) -> None:
    first = data.draw(st.lists(st.sampled_from(sorted(drafts)), unique=True)) if drafts else []
    order = order_of_submission(drafts.items(), first=first)
    assert sorted(order) == sorted(drafts)
    assert list(order[: len(first)]) == first


def test_cb8_a_sponsor_withdraws_before_any_vote() -> None:
    assert refuse_withdrawal("CUB", ["CUB"]) is None
    assert refuse_withdrawal("CUB", ["CUB", "IND"], agreeing=["IND"]) is None


@pytest.mark.parametrize(
    ("by", "taken", "agreeing", "word"),
    [
        ("FRA", False, (), "Only a sponsor"),
        ("CUB", True, ("IND",), "already been taken"),
        ("CUB", False, (), "Every sponsor must agree"),
    ],
)
def test_cb8_why_a_text_cannot_be_withdrawn(
    by: str, taken: bool, agreeing: tuple[str, ...], word: str
) -> None:
    refusal = refuse_withdrawal(by, ["CUB", "IND"], vote_taken=taken, agreeing=agreeing)
    assert refusal is not None
    assert refusal.rule == "CB8"
    assert word in refusal.reason


def test_cb8_x8_no_seconder_is_needed_but_one_who_seconded_keeps_the_text_alive() -> None:
    refusal = refuse_withdrawal("CUB", ["CUB"], kept_by="ECU")
    assert refusal is not None
    assert (refusal.rule, "seconded" in refusal.reason) == ("CB8", True)
    assert refuse_withdrawal("CUB", ["CUB"], kept_by="CUB") is None


def test_v14_a_text_that_failed_may_come_back_and_one_adopted_may_not() -> None:
    assert refuse_resubmission("S/1752", adopted={"S/1588"}) is None
    refusal = refuse_resubmission("S/1588", adopted={"S/1588"})
    assert refusal is not None
    assert refusal.rule == "V14"


@pytest.mark.parametrize(("draft", "word"), [("gone", "not waiting"), ("A", "first already")])
def test_cb6_why_priority_is_not_asked(draft: str, word: str) -> None:
    refusal = refuse_priority(draft, ["A", "B"])
    assert refusal is not None
    assert (refusal.rule, word in refusal.reason) == ("CB6", True)
    assert refuse_priority("B", ["A", "B"]) is None


def test_cb7_x11_a_separate_vote_is_had_for_the_asking_unless_the_mover_objects() -> None:
    assert refuse_separate_vote(True, ["USA"], ["RUS"]) is None
    refusal = refuse_separate_vote(True, ["USA", "RUS"], ["RUS"], names={"RUS": "Soviet Union"})
    assert refusal is not None
    assert (refusal.rule, refusal.reason.endswith("Soviet Union.")) == ("CB7", True)


def test_h5_there_must_be_such_a_part() -> None:
    refusal = refuse_separate_vote(False, [], [])
    assert refusal is not None
    assert refusal.rule == "H5"


def test_cb7_what_is_left_is_voted_while_an_operative_part_is_left() -> None:
    assert refuse_whole(1) is None
    refusal = refuse_whole(0)
    assert refusal is not None
    assert refusal.rule == "CB7"


def test_h4_a_draft_decides_something() -> None:
    assert refuse_draft(1) is None
    refusal = refuse_draft(0)
    assert refusal is not None
    assert refusal.rule == "H4"
