"""Procedural or substantive: matters, the motions and clauses that raise them, and texts made of several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.bases import Kind
from game.rules.bodies import Nature
from game.rules.matters import (
    MATTERS,
    Matter,
    contestable,
    matter_of_clause,
    matter_of_motion,
    nature_of,
    nature_of_text,
    refuse_preliminary,
    refuse_preliminary_on,
)
from game.rules.motions import MOTIONS, Decided

ids = st.sampled_from(["something never heard of", *MATTERS])


def test_m1_m2_m3_the_nature_of_matters() -> None:
    assert nature_of("agenda") is Nature.PROCEDURAL
    assert nature_of("emergency_session") is Nature.PROCEDURAL
    assert nature_of("enforcement") is Nature.SUBSTANTIVE
    assert nature_of("something never heard of") is Nature.SUBSTANTIVE


@pytest.mark.parametrize("matter", MATTERS.values(), ids=MATTERS.keys())
def test_p1_m2_only_unsettled_matters_are_open_to_the_preliminary_question(matter: Matter) -> None:
    assert contestable(matter.id) == (matter.rule == "M2")
    refusal = refuse_preliminary(matter.id)
    assert (refusal is None) == matter.contested
    if refusal:
        assert matter.nature.value in refusal.reason


def test_p2_an_unclassified_matter_is_open_to_the_preliminary_question() -> None:
    assert refuse_preliminary("something never heard of") is None


def test_p5_until_1959_the_question_was_put_on_whatever_was_disputed() -> None:
    assert refuse_preliminary("invitation", year=1950) is None
    assert refuse_preliminary("invitation", year=1959) is None
    assert refuse_preliminary("invitation", year=1960) is not None
    assert refuse_preliminary_on(["invitation"], year=1950) is None


# ---------------------------------------------------------------- motions and clauses


def test_m1_every_motion_that_is_voted_as_procedure_raises_a_procedural_matter() -> None:
    for motion in MOTIONS.values():
        raised = matter_of_motion(motion.id)
        if motion.decided is Decided.PROCEDURAL_VOTE:
            assert nature_of(raised) is Nature.PROCEDURAL, motion.id
        assert bool(raised) == (motion.decided not in (Decided.AS_THE_TEXT, Decided.PRELIMINARY_VOTE))


def test_m2_a_referral_that_settles_substance_is_no_mere_procedure() -> None:
    assert matter_of_motion("refer") == "conduct"
    raised = matter_of_motion("refer", decides_substance=True)
    assert (nature_of(raised), contestable(raised)) == (Nature.SUBSTANTIVE, True)
    assert matter_of_motion("adjourn", decides_substance=True) == "adjournment"


def test_m1_m2_m3_the_matters_clauses_raise() -> None:
    assert all(matter_of_clause(kind) in MATTERS for kind in Kind)
    assert matter_of_clause("commission") == "subsidiary_organ"
    assert matter_of_clause("relief") == "measures"
    assert nature_of(matter_of_clause("removal")) is Nature.PROCEDURAL


@pytest.mark.parametrize(
    ("bases", "matter"),
    [
        (("ga_377", "art_20"), "emergency_session"),
        (("art_20",), "special_session"),
        (("art_11",), "request_assembly"),
        ((), "request_assembly"),
    ],
)
def test_m1_m2_calling_a_session_is_procedure_and_asking_for_a_recommendation_contested(
    bases: tuple[str, ...], matter: str
) -> None:
    assert matter_of_clause("referral", bases) == matter


# ---------------------------------------------------------------- texts


def test_m3_one_substantive_clause_makes_a_text_substantive() -> None:
    assert nature_of_text(["invitation", "deferral"]) is Nature.PROCEDURAL
    assert nature_of_text(["invitation", "enforcement"]) is Nature.SUBSTANTIVE
    assert nature_of_text([]) is Nature.SUBSTANTIVE


def test_m2_p5_czechoslovakia_1948_a_text_on_an_organ_alone_is_open_to_the_question() -> None:
    assert refuse_preliminary_on(["subsidiary_organ"]) is None
    refusal = refuse_preliminary_on(["subsidiary_organ", "enforcement"])
    assert refusal is not None
    assert (refusal.rule, "substantive" in refusal.reason) == ("M3", True)


def test_m1_a_text_of_pure_procedure_is_not_open_to_the_question() -> None:
    refusal = refuse_preliminary_on(["invitation", "deferral"])
    assert refusal is not None
    assert refusal.rule == "M1"
    assert refuse_preliminary_on([]) is None


@given(st.lists(ids, max_size=5))
def test_p1_m2_a_text_is_open_when_nothing_in_it_settles_the_whole(matters: list[str]) -> None:
    closed = refuse_preliminary_on(matters) is not None
    settled = {m for m in matters if not contestable(m)}
    assert closed == (
        any(nature_of(m) is Nature.SUBSTANTIVE for m in settled)
        or (bool(matters) and settled == set(matters))
    )
