"""Motions: their order, their debate, and when they are out of order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.rules.ballots import Question, decide
from game.rules.bodies import UNSC_11, UNSC_15, Body, Vote
from game.rules.book import RULES
from game.rules.house import UNSC
from game.rules.motions import (
    FOREIGN,
    MOTIONS,
    Decided,
    in_order,
    motion,
    refuse_debate,
    refuse_foreign,
)

RULE_33 = ("suspend", "adjourn", "adjourn_to", "refer", "postpone", "amendment")
ids = st.sampled_from(sorted(MOTIONS))

FACTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "data" / "council_motions.yaml").read_text("utf-8")
)
OURS = {"challenge_ruling": "challenge", "ceding_chair": "cede_chair"}
DECIDED = {
    "chair": {Decided.CHAIR},
    "nine": {Decided.PROCEDURAL_VOTE, Decided.PRELIMINARY_VOTE},
    "same_as_text": {Decided.AS_THE_TEXT},
    "request": {Decided.ON_REQUEST},
    "none": {Decided.WITHOUT_VOTE, Decided.CHAIR},
    "consensus": {Decided.PROCEDURAL_VOTE},
}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["id"]))
def test_cb9_every_motion_of_the_council_ranks_and_is_debated_as_the_reference_says(
    fact: dict[str, Any],
) -> None:
    known = motion(OURS.get(fact["id"], fact["id"]))
    assert known.precedence == fact["precedence"]
    assert known.debatable is fact["debatable"]
    assert known.decided in DECIDED[fact["vote_needed"]]
    assert known.by_consent or fact["vote_needed"] != "consensus"
    assert (fact["vetoable"] == "as_text") == ("V12" in known.spec or known.id == "draft")


def test_cb9_the_table_holds_no_motion_beyond_the_reference_but_two() -> None:
    assert set(MOTIONS) - {OURS.get(fact["id"], fact["id"]) for fact in FACTS} == {
        "declare_dispute",
        "to_assembly",
    }


def test_ev3_agenda_invitations_and_the_vote_itself_go_by_consent_until_somebody_objects() -> None:
    assert {id for id, known in MOTIONS.items() if known.by_consent} == {"adopt_agenda", "invite", "vote_now"}


def test_cb9_the_order_of_rule_33() -> None:
    moved = ["amendment", "adjourn_to", "suspend", "postpone", "adjourn", "refer"]
    assert in_order(moved) == RULE_33


def test_cb9_all_of_rule_33_goes_before_drafts_and_points_of_order_before_all() -> None:
    assert in_order(["draft", *reversed(RULE_33)]) == (*RULE_33, "draft")
    assert all(in_order([id, "point_of_order"])[0] == "point_of_order" for id in MOTIONS)
    assert in_order(["suspend", "challenge"]) == ("challenge", "suspend")
    assert in_order(["ess", "draft"]) == ("ess", "draft"), "equals keep the order in which they came"
    assert in_order(["withdraw", "draft"]) == ("draft", "withdraw")


@given(st.lists(ids))
def test_cb9_order_is_stable_and_keeps_every_motion(moved: list[str]) -> None:
    ordered = in_order(moved)
    assert sorted(ordered) == sorted(moved)
    assert in_order(ordered) == ordered


def test_cb9_x9_only_suspension_and_simple_adjournment_of_rule_33_are_undebated() -> None:
    assert [id for id in RULE_33 if refuse_debate(id)] == ["suspend", "adjourn"]
    refusal = refuse_debate("suspend")
    assert refusal is not None
    assert str(refusal) == "This is decided without debate: to suspend the meeting. (CB9)"


def test_cb4_a_challenge_is_not_debated() -> None:
    refusal = refuse_debate("challenge")
    assert refusal is not None
    assert refusal.rule == "CB4"


def test_v12_only_texts_are_decided_as_texts_and_only_the_preliminary_question_apart() -> None:
    as_text = {id for id, m in MOTIONS.items() if m.decided is Decided.AS_THE_TEXT}
    assert as_text == {"draft", "amendment"}
    assert motion("preliminary").decided is Decided.PRELIMINARY_VOTE
    assert motion("ess").decided is Decided.PROCEDURAL_VOTE


def test_x8_no_motion_of_the_council_knows_a_seconder_or_closure() -> None:
    with pytest.raises(ValueError, match="no motion called 'close_debate'"):
        motion("close_debate")
    with pytest.raises(ValueError, match="it knows: point_of_order, challenge, suspend"):
        in_order(["nonsense"])


@pytest.mark.parametrize("name", FOREIGN)
def test_x4_x8_what_other_houses_move_is_refused_with_what_to_do_instead(name: str) -> None:
    refusal = refuse_foreign(name)
    assert refusal is not None
    assert refusal.rule in RULES
    assert refusal.reason.startswith("The Council knows no ")
    assert refusal.reason.endswith(".")
    assert name not in MOTIONS
    assert UNSC.doing(name) is None


def test_cb1_v14_no_closure_and_no_reconsideration() -> None:
    assert str(refuse_foreign("close_debate")).endswith("(CB1)")
    assert str(refuse_foreign("reconsider")).endswith("(V14)")
    assert refuse_foreign("suspend") is None


def test_ev6_the_council_ends_no_session() -> None:
    assert str(refuse_foreign("adjourn_sine_die")).endswith("(EV6)")


def test_cb2_committees_and_rapporteurs_are_appointed_by_a_motion_to_refer() -> None:
    refer = motion("refer")
    assert {"CB2", "M2"} <= set(refer.spec)
    assert all(word in refer.name for word in ("committee", "rapporteur"))


@pytest.mark.parametrize(("body", "needed"), [(UNSC_11, 7), (UNSC_15, 9)])
def test_v0_x4_no_motion_of_the_council_has_a_majority_of_its_own(body: Body, needed: int) -> None:
    nobody = {f"S{number}": Vote.ABSTAIN for number in range(body.size)}
    assert decide(body, Question.PROCEDURAL, nobody).needed == needed
    voted = {known.decided for known in MOTIONS.values() if known.decided.value.endswith("vote")}
    assert voted == {Decided.PROCEDURAL_VOTE, Decided.PRELIMINARY_VOTE, Decided.WITHOUT_VOTE}
