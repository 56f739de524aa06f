"""The General Assembly: majorities, quorum, elections and Uniting for Peace."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.assembly import (
    debates_vetoes,
    decide_assembly,
    elect_judge,
    elected,
    majority,
    request_by_members,
    two_thirds,
    uniting_for_peace,
)
from game.rules.ballots import Question, Tally, Verdict, decide
from game.rules.bodies import UNSC_15, Vote

AFTER = date(1950, 11, 4)
numbers = st.integers(0, 200)


@given(numbers, numbers)
def test_ga2_two_thirds_of_those_voting(yes: int, no: int) -> None:
    assert two_thirds(yes, no) == (yes > 0 and yes >= 2 * no)


@given(numbers, numbers, numbers)
def test_ga2_ga3_abstentions_never_change_a_decision(yes: int, no: int, abstain: int) -> None:
    for important in (True, False):
        with_them = decide_assembly(Tally(yes, no, abstain), important=important)
        without = decide_assembly(Tally(yes, no), important=important)
        if with_them.verdict is not Verdict.NO_QUORUM and without.verdict is not Verdict.NO_QUORUM:
            assert with_them.verdict == without.verdict


@given(numbers, numbers)
def test_ga1_what_has_two_thirds_has_a_majority_and_reaches_the_number_told(yes: int, no: int) -> None:
    important = decide_assembly(Tally(yes, no), important=True)
    ordinary = decide_assembly(Tally(yes, no), important=False)
    if important.verdict is Verdict.NO_QUORUM:
        return
    assert important.carried == (yes >= important.needed)
    assert ordinary.carried == (yes >= ordinary.needed)
    assert ordinary.carried or not important.carried


def test_ga2_the_sentence_names_the_number() -> None:
    result = decide_assembly(Tally(33, 17, 8, absent=1), important=True)
    assert (result.verdict, result.needed) == (Verdict.REJECTED_TWO_THIRDS, 34)
    assert "Two-thirds of the 50 voting is 34; 33 said yes." in result.reason


def test_ga1_ga3_when_nobody_votes_nothing_is_adopted() -> None:
    silent = Tally(abstain=60)
    assert decide_assembly(silent, important=True).verdict is Verdict.REJECTED_TWO_THIRDS
    assert decide_assembly(silent, important=False).verdict is Verdict.REJECTED


def test_ga4_a_tie_is_voted_again_and_then_rejects() -> None:
    tie = Tally(50, 50)
    assert decide_assembly(tie, important=False).verdict is Verdict.TIE_SECOND_VOTE
    assert decide_assembly(tie, important=False, ballot=2).verdict is Verdict.REJECTED
    assert decide_assembly(Tally(49, 50), important=False).verdict is Verdict.REJECTED


def test_ga5_x20_a_majority_must_be_present_to_decide() -> None:
    result = decide_assembly(Tally(90, 0, 6, absent=97), important=True)
    assert (result.verdict, result.needed, result.rule) == (Verdict.NO_QUORUM, 97, "GA5")
    assert decide_assembly(Tally(90, 0, 7, absent=96), important=True).carried


@given(st.integers(1, 200))
def test_ga6_sp1_more_than_half_of_all_members(members: int) -> None:
    half = majority(members)
    assert 2 * half > members >= 2 * (half - 1)
    assert request_by_members(half, members).verdict is Verdict.CONVENED
    assert request_by_members(half - 1, members).verdict is Verdict.NOT_CONVENED
    assert elect_judge(Tally(half, members - half)).verdict is Verdict.ELECTED
    assert elect_judge(Tally(half - 1, members - half + 1)).verdict is Verdict.NOT_ELECTED


def test_ga6_more_cannot_concur_than_there_are() -> None:
    with pytest.raises(ValueError, match="61 of 60"):
        request_by_members(61, 60)


def test_ga6_the_road_is_open_after_a_veto() -> None:
    assert uniting_for_peace(AFTER, lack_of_unanimity=True) is None
    assert uniting_for_peace(date(1950, 11, 3), lack_of_unanimity=True) is None


@pytest.mark.parametrize(
    ("day", "facts", "word"),
    [
        (date(1950, 11, 2), {"lack_of_unanimity": True}, "3 November 1950"),
        (AFTER, {"lack_of_unanimity": False}, "permanent members disagree"),
        (AFTER, {"lack_of_unanimity": True, "threat": False}, "threat to the peace"),
        (AFTER, {"lack_of_unanimity": True, "in_session": True}, "in session"),
    ],
)
def test_ga6_why_the_road_is_closed(day: date, facts: dict[str, bool], word: str) -> None:
    refusal = uniting_for_peace(day, **facts)
    assert refusal is not None
    assert refusal.rule == "GA6"
    assert word in refusal.reason


def test_ga5_who_sits_without_voting_still_makes_the_quorum() -> None:
    silent = Tally(60, 20, 10, absent=103)
    assert decide_assembly(silent, important=True).verdict is Verdict.NO_QUORUM
    assert decide_assembly(silent, important=True, present=97).carried


def test_ga4_in_a_committee_a_tie_rejects_at_once() -> None:
    assert decide_assembly(Tally(50, 50), important=False, plenary=False).verdict is Verdict.REJECTED


def test_sp1_a_judge_needs_both_organs() -> None:
    in_council = decide(UNSC_15, Question.ELECTION, {f"E{n:02}": Vote.YES for n in range(8)})
    assert elected(in_council, elect_judge(Tally(97, 96)))
    assert not elected(in_council, elect_judge(Tally(96, 97)))
    assert not elected(decide(UNSC_15, Question.ELECTION, {}), elect_judge(Tally(97, 96)))


def test_had_is_what_counted_towards_the_number_needed() -> None:
    assert decide_assembly(Tally(33, 17, 9), important=True).had == 33
    assert decide_assembly(Tally(3, absent=9), important=True).had == 3
    assert request_by_members(31, 60).had == 31


def test_ga9_since_26_april_2022_the_assembly_debates_every_veto() -> None:
    assert not debates_vetoes(date(2022, 4, 25))
    assert debates_vetoes(date(2022, 4, 26))
