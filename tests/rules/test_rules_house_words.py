"""What a house's own words make of its parameters and motions, and of what is granted without a vote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.house import UNSC, HouseMotion, Needed
from game.rules.house_words import explained, motion_in_words


def test_mu1_a_motion_is_put_in_the_words_of_the_rules_or_by_its_name() -> None:
    assert UNSC.motion["suspend"].question == "that the meeting be suspended"
    assert HouseMotion("x", "To sing", "caucus_free").question == "“to sing”"


def test_mu3_what_a_house_lists_is_written_out_and_an_empty_list_is_none() -> None:
    told = {line.key: line.value for line in explained(UNSC)}
    assert told["yields"] == "none"
    assert told["passing"] == "no"
    yielding = {line.key: line.value for line in explained(replace(UNSC, yields=("chair", "questions")))}
    assert yielding["yields"] == "chair, questions"


@pytest.mark.parametrize(("crisis_veto", "told"), [(True, True), (False, False)])
def test_mu5_a_directive_is_vetoed_only_where_the_house_says_so(crisis_veto: bool, told: bool) -> None:
    directive = HouseMotion("d", "Directive", "directive", needed=Needed.MAJORITY, vetoable=True)
    words = motion_in_words(replace(UNSC, crisis_veto=crisis_veto), directive)
    assert ("a permanent member's no defeats it" in words) is told


def test_mu1_what_a_motion_does_is_told_last() -> None:
    entry = replace(UNSC.motion["suspend"], effect="a short break")
    assert motion_in_words(UNSC, entry).endswith("Effect: a short break.")
