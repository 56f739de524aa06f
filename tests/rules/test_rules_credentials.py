"""Credentials: taking a seat, keeping it while it is disputed, losing it."""

from __future__ import annotations

from itertools import product

import pytest

from game.rules.ballots import Question, Verdict, decide
from game.rules.bodies import UNSC_11, Nature, Vote
from game.rules.credentials import refuse_credentials_challenge, refuse_seat, refuse_unseated, who_sits
from game.rules.matters import nature_of
from game.rules.refusals import Refusal


def rule_of(refusal: Refusal | None) -> str:
    assert refusal is not None
    return refusal.rule


def test_rc1_credentials_come_a_day_before_unless_a_minister_does() -> None:
    assert refuse_seat(24) is None
    assert rule_of(refuse_seat(23.5)) == "RC1"
    assert rule_of(refuse_seat(None)) == "RC1"
    assert refuse_seat(None, minister=True) is None


def test_rc2_invited_states_hand_in_credentials_too() -> None:
    assert refuse_seat(30, invited=True) is None
    assert rule_of(refuse_seat(2, invited=True)) == "RC2"
    assert rule_of(refuse_seat(None, invited=True, minister=True)) == "RC2"


@pytest.mark.parametrize(
    ("by", "whose", "decided"), [("KOR", "CHN", False), ("RUS", "KOR", False), ("RUS", "CHN", True)]
)
def test_rc3_why_credentials_are_not_challenged(by: str, whose: str, decided: bool) -> None:
    assert rule_of(refuse_credentials_challenge(by, whose, ["CHN", "RUS"], decided=decided)) == "RC3"


def test_rc3_any_member_may_challenge_and_the_question_is_procedural() -> None:
    assert refuse_credentials_challenge("RUS", "CHN", ["CHN", "RUS"]) is None
    assert nature_of("credentials") is Nature.PROCEDURAL


def test_rc4_who_sits_keeps_the_seat_until_a_decision_carries() -> None:
    pending = who_sits("Mr. Tsiang", claimant="Mr. Chang")
    assert (pending.holder, pending.rule) == ("Mr. Tsiang", "RC4")
    assert "same rights" in pending.reason


def test_rc3_rc4_the_china_seat_on_13_january_1950() -> None:
    ayes, abstainers = ("IND", "RUS", "YUG"), ("GBR", "NOR")
    noes = ("CHN", "CUB", "ECU", "EGY", "FRA", "USA")
    votes = dict.fromkeys(ayes, Vote.YES) | dict.fromkeys(noes, Vote.NO)
    votes |= dict.fromkeys(abstainers, Vote.ABSTAIN)
    result = decide(UNSC_11, Question.PROCEDURAL, votes)
    assert result.verdict is Verdict.REJECTED_INSUFFICIENT
    place = who_sits("Mr. Tsiang", claimant="Mr. Chang", rejected=result.carried)
    assert (place.holder, place.rule) == ("Mr. Tsiang", "RC4")
    assert "did not carry" in place.reason


@pytest.mark.parametrize(("rejected", "admitted"), list(product([None, False, True], repeat=2)))
def test_rc3_a_decision_that_carries_changes_the_seat(rejected: bool | None, admitted: bool | None) -> None:
    holder = who_sits("sitting", claimant="claimant", rejected=rejected, admitted=admitted).holder
    assert holder == ("claimant" if admitted else "" if rejected else "sitting")


def test_rc3_credentials_approved_confirm_who_sits_when_nobody_else_claims_the_seat() -> None:
    place = who_sits("Mr. Tsiang", admitted=True)
    assert (place.holder, place.rule) == ("Mr. Tsiang", "RC3")


@pytest.mark.parametrize("decided", [{"rejected": False}, {"admitted": False}])
def test_rc4_a_motion_that_fails_either_way_is_told_as_such(decided: dict[str, bool]) -> None:
    assert "did not carry" in who_sits("Mr. Tsiang", claimant="Mr. Chang", **decided).reason


def test_rc4_only_the_holder_speaks_for_the_member() -> None:
    assert refuse_unseated(holder="Mr. Tsiang", speaker="Mr. Tsiang") is None
    assert rule_of(refuse_unseated(holder="Mr. Tsiang", speaker="Mr. Chang")) == "RC4"
