"""The floor, guests at the table, and decisions without a vote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.ballots import Verdict
from game.rules.consent import presidential_statement, without_a_vote
from game.rules.floor import (
    refuse_challenge,
    refuse_change_of_vote,
    refuse_explanation,
    refuse_point_of_order,
    refuse_statement,
)
from game.rules.invitations import (
    Guest,
    GuestAct,
    Invitation,
    invitation,
    invited_formula,
    refuse_conditions,
    refuse_guest,
    refuse_guest_draft_vote,
)
from game.rules.refusals import Refusal


def rule_of(refusal: Refusal | Invitation | None) -> str:
    assert refusal is not None
    return refusal.rule


# ---------------------------------------------------------------- the floor


def test_cb1_cb11_one_speaks_with_the_floor_and_not_during_a_vote() -> None:
    assert refuse_statement("CUB", "CUB") is None
    assert rule_of(refuse_statement("CUB", "USA")) == "CB1"
    assert rule_of(refuse_statement("CUB", "CUB", voting=True)) == "CB11"


def test_ev1_votes_are_explained_before_and_after_never_during() -> None:
    assert refuse_explanation(voting=False) is None
    assert rule_of(refuse_explanation(voting=True)) == "CB11"
    assert refuse_explanation(voting=False, proposer=True) is None


def test_ga10_in_the_assembly_the_proposer_does_not_explain_a_vote_on_its_own_text() -> None:
    assert rule_of(refuse_explanation(voting=False, in_assembly=True, proposer=True)) == "GA10"
    assert refuse_explanation(voting=False, in_assembly=True) is None


def test_cb3_a_point_of_order_may_always_be_raised_but_one_at_a_time() -> None:
    assert refuse_point_of_order() is None
    assert refuse_point_of_order(voting=True, about_the_voting=True) is None
    assert rule_of(refuse_point_of_order(ruling_pending=True)) == "CB3"
    assert rule_of(refuse_point_of_order(voting=True)) == "CB11"


def test_cb4_a_challenge_follows_the_ruling_at_once_and_only_once() -> None:
    assert refuse_challenge(ruling_just_given=True) is None
    assert rule_of(refuse_challenge(ruling_just_given=False)) == "CB4"
    refusal = refuse_challenge(ruling_just_given=True, already_challenged=True)
    assert refusal is not None
    assert "already decided" in refusal.reason


def test_v14_a_declared_result_is_final() -> None:
    assert refuse_change_of_vote(declared=False) is None
    assert rule_of(refuse_change_of_vote(declared=True)) == "V14"


# ---------------------------------------------------------------- guests


@pytest.mark.parametrize(
    ("guest", "grounds", "under", "shall", "conditions"),
    [
        (Guest.MEMBER_STATE, {"party": True}, "Article 32", True, False),
        (Guest.MEMBER_STATE, {"interests_affected": True}, "rule 37", False, False),
        (Guest.MEMBER_STATE, {"brought_it": True}, "rule 37", False, False),
        (Guest.NON_MEMBER_STATE, {"party": True}, "Article 32", True, True),
        (Guest.PERSON, {}, "rule 39", False, False),
        (Guest.OBSERVER, {}, "rule 37, by analogy", False, False),
    ],
)
def test_in1_in2_in3_in4_grounds_of_an_invitation(
    guest: Guest, grounds: dict[str, bool], under: str, shall: bool, conditions: bool
) -> None:
    ground = invitation(guest, **grounds)
    assert isinstance(ground, Invitation)
    assert (ground.under, ground.shall, ground.conditions) == (under, shall, conditions)


@pytest.mark.parametrize(
    ("guest", "grounds", "may_propose"),
    [
        (Guest.MEMBER_STATE, {"party": True}, True),
        (Guest.NON_MEMBER_STATE, {"party": True}, True),
        (Guest.MEMBER_STATE, {"interests_affected": True}, True),
        (Guest.OBSERVER, {}, True),
        (Guest.PERSON, {}, False),
    ],
)
def test_in5_rule_38_lets_states_propose_and_persons_not(
    guest: Guest, grounds: dict[str, bool], may_propose: bool
) -> None:
    ground = invitation(guest, **grounds)
    assert isinstance(ground, Invitation)
    assert (refuse_guest(GuestAct.PROPOSE, ground) is None) is may_propose


def test_in1_in2_who_is_not_invited() -> None:
    assert rule_of(invitation(Guest.NON_MEMBER_STATE)) == "IN1"
    assert rule_of(invitation(Guest.MEMBER_STATE)) == "IN2"
    assert rule_of(invitation(Guest.NON_MEMBER_STATE, interests_affected=True)) == "IN1"
    on_council = invitation(Guest.MEMBER_STATE, on_council=True, party=True)
    assert isinstance(on_council, Refusal)


def test_in5_guests_speak_and_some_propose_but_none_votes_or_moves() -> None:
    state = invitation(Guest.MEMBER_STATE, party=True)
    person = invitation(Guest.PERSON)
    assert isinstance(state, Invitation)
    assert isinstance(person, Invitation)
    assert refuse_guest(GuestAct.SPEAK, person) is None
    assert refuse_guest(GuestAct.PROPOSE, state) is None
    assert rule_of(refuse_guest(GuestAct.PROPOSE, person)) == "IN5"
    assert rule_of(refuse_guest(GuestAct.VOTE, state)) == "IN1"
    for act in (GuestAct.MOVE, GuestAct.POINT, GuestAct.OBJECT):
        assert rule_of(refuse_guest(act, state)) == "IN5"


def test_in5_a_guests_draft_circulates_but_is_voted_only_if_a_member_asks() -> None:
    assert refuse_guest_draft_vote(asked_by_member=True) is None
    assert rule_of(refuse_guest_draft_vote(asked_by_member=False)) == "IN5"


def test_in2_the_president_invites_in_words_that_cite_the_rule() -> None:
    ground = invitation(Guest.PERSON)
    assert isinstance(ground, Invitation)
    assert invited_formula(ground, "Mr. Lie") == (
        "In accordance with rule 39 of the Council's provisional rules of procedure, "
        "I invite Mr. Lie to participate in this meeting."
    )


def test_in1_in4_the_president_cites_the_charter_or_the_analogy() -> None:
    party = invitation(Guest.NON_MEMBER_STATE, party=True)
    observer = invitation(Guest.OBSERVER)
    assert isinstance(party, Invitation)
    assert isinstance(observer, Invitation)
    assert "Article 32 of the Charter, I invite" in invited_formula(party, "the representative")
    assert "rule 37 of the Council's provisional rules of procedure, by analogy, I" in invited_formula(
        observer, "the observer"
    )


def test_in1_conditions_are_for_states_outside_alone() -> None:
    outside, member = (
        invitation(Guest.NON_MEMBER_STATE, party=True),
        invitation(Guest.MEMBER_STATE, party=True),
    )
    assert isinstance(outside, Invitation)
    assert isinstance(member, Invitation)
    assert refuse_conditions(outside) is None
    assert rule_of(refuse_conditions(member)) == "IN1"


# ---------------------------------------------------------------- without a vote


@given(st.sets(st.sampled_from(["CUB", "IND", "USA"])))
def test_ev3_ev4_x12_one_objection_is_enough_whoever_makes_it(objecting: set[str]) -> None:
    motion, statement = without_a_vote(objecting), presidential_statement(objecting)
    assert motion.verdict is (Verdict.MUST_VOTE if objecting else Verdict.ADOPTED)
    assert statement.verdict is (Verdict.BLOCKED if objecting else Verdict.ISSUED)
    assert motion.blocked_by == statement.blocked_by == tuple(sorted(objecting))
    assert statement.vetoed_by == ()
