"""Calling meetings, drawing up and adopting the agenda, and the list of matters seized."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.agenda import (
    ADOPTION,
    FIRST_PERIODIC_MEETING,
    PERIODIC_MEETINGS_A_YEAR,
    Call,
    Seized,
    Source,
    Summons,
    adopted_items,
    carried_over,
    contested,
    lapsing,
    overdue,
    provisional_agenda,
    refuse_business,
    refuse_circulation,
    refuse_decision_outside,
    refuse_listing,
    refuse_meeting,
    refuse_notice,
    refuse_removal,
    summary,
    summons,
)
from game.rules.matters import nature_of
from game.rules.refusals import Refusal

KOREA, FORMOSA, PALESTINE = "Complaint of aggression upon Korea", "Armed invasion of Taiwan", "Palestine"
items = st.lists(st.sampled_from([KOREA, FORMOSA, PALESTINE, "Kashmir"]), unique=True)


def rule_of(refusal: object) -> str:
    assert isinstance(refusal, Refusal)
    return refusal.rule


# ---------------------------------------------------------------- calling a meeting


def test_mt2_x15_any_member_has_a_meeting_called() -> None:
    assert refuse_meeting("CUB", ["CUB", "USA"]) is None
    assert refuse_meeting("KOR", ["CUB", "USA"], brought=True) is None
    assert rule_of(refuse_meeting("KOR", ["CUB", "USA"])) == "MT2"


@pytest.mark.parametrize(
    ("call", "rule", "under", "shall"),
    [
        (Call.PRESIDENT, "MT1", "rule 1", False),
        (Call.MEMBER, "MT2", "rule 2", True),
        (Call.STATE, "MT3", "Article 35", True),
        (Call.ASSEMBLY, "MT3", "Article 11", True),
        (Call.SECRETARY_GENERAL, "MT3", "Article 99", True),
    ],
)
def test_mt1_mt2_mt3_on_which_ground_a_meeting_is_called(
    call: Call, rule: str, under: str, shall: bool
) -> None:
    ground = summons(call, "CUB", ["CUB"])
    assert isinstance(ground, Summons)
    assert (ground.rule, ground.shall) == (rule, shall)
    assert under in ground.under


def test_mt2_who_is_not_on_the_council_cannot_request_a_meeting() -> None:
    assert rule_of(summons(Call.MEMBER, "KOR", ["CUB"])) == "MT2"


def test_mt1_a_fortnight_is_the_longest_interval() -> None:
    day = date(1950, 6, 1)
    assert not overdue(day, day + timedelta(days=14))
    assert overdue(day, day + timedelta(days=15))


def test_mt4_periodic_meetings_are_two_a_year_on_paper() -> None:
    assert (2, date(1970, 10, 21)) == (PERIODIC_MEETINGS_A_YEAR, FIRST_PERIODIC_MEETING)


def test_mt5_the_place_of_meetings_is_procedural() -> None:
    assert nature_of("place").value == "procedural"


def test_mt6_consultations_decide_nothing() -> None:
    assert refuse_decision_outside(formal=True) is None
    assert rule_of(refuse_decision_outside(formal=False)) == "MT6"


# ---------------------------------------------------------------- the provisional agenda


def test_ag1_states_and_organs_are_circulated_and_private_letters_listed() -> None:
    assert [source for source in Source if refuse_circulation(source)] == [Source.PRIVATE]
    assert rule_of(refuse_circulation(Source.PRIVATE)) == "AG1"


@pytest.mark.parametrize("grounds", list(product([False, True], repeat=3)))
def test_ag2_what_may_stand_on_the_agenda(grounds: tuple[bool, bool, bool]) -> None:
    circulated, over, postponed = grounds
    refusal = refuse_listing(circulated=circulated, carried_over=over, postponed=postponed)
    assert (refusal is None) == any(grounds)
    assert rule_of(refuse_listing(circulated=False)) == "AG2"


def test_ag3_ag8_the_agenda_goes_out_in_time() -> None:
    assert refuse_notice(3) is None
    assert rule_of(refuse_notice(2)) == "AG3"
    assert refuse_notice(0, urgent=True) is None
    assert refuse_notice(21, periodic=True) is None
    assert rule_of(refuse_notice(20, periodic=True, urgent=True)) == "AG8"


def test_ag4_ag6_adoption_comes_first_then_what_is_unfinished_then_what_is_new() -> None:
    assert provisional_agenda([KOREA], [FORMOSA, KOREA]) == (ADOPTION, KOREA, FORMOSA)


def test_m1_the_council_may_decide_on_another_order_of_items() -> None:
    drawn = provisional_agenda([KOREA, PALESTINE], [FORMOSA], first=[FORMOSA, "Kashmir"])
    assert drawn == (ADOPTION, FORMOSA, KOREA, PALESTINE)
    assert nature_of("order_of_items").value == "procedural"


def test_ag6_unfinished_items_come_back_unless_the_council_decides_otherwise() -> None:
    assert carried_over([KOREA, FORMOSA, PALESTINE], [PALESTINE]) == (KOREA, FORMOSA)
    assert carried_over([KOREA, FORMOSA], [], dropped=[FORMOSA]) == (KOREA,)


@given(items, items, items)
def test_ag4_every_item_is_listed_once_and_the_adoption_first(
    unfinished: list[str], new: list[str], first: list[str]
) -> None:
    drawn = provisional_agenda(unfinished, new, first=first)
    assert drawn[0] == ADOPTION
    assert sorted(drawn[1:]) == sorted({*unfinished, *new})


# ---------------------------------------------------------------- adoption


def test_ag4_ag5_nothing_goes_before_the_agenda_or_without_it() -> None:
    assert refuse_business(agenda_adopted=True) is None
    assert rule_of(refuse_business(agenda_adopted=False)) == "AG4"
    assert rule_of(refuse_business(agenda_adopted=False, agenda_rejected=True)) == "AG5"


def test_ag5_an_objection_to_one_item_leaves_the_others_alone() -> None:
    agenda = provisional_agenda([KOREA], [FORMOSA])
    votes = contested(agenda, {FORMOSA: ["CHN", "CUB", "CHN"]}, names={"CHN": "China", "CUB": "Cuba"})
    assert [(vote.item, vote.objecting) for vote in votes] == [(FORMOSA, ("CHN", "CUB"))]
    assert votes[0].reason.endswith("China and Cuba.")
    assert contested(agenda, {}) == ()
    assert contested(agenda, {ADOPTION: ["RUS"], "Kashmir": ["IND"]}) == ()


def test_ag5_what_is_voted_down_is_struck_and_without_items_the_meeting_rises() -> None:
    agenda = provisional_agenda([KOREA], [FORMOSA])
    assert adopted_items(agenda, [FORMOSA]) == (ADOPTION, KOREA)
    assert rule_of(adopted_items(agenda, [KOREA, FORMOSA])) == "AG5"


# ---------------------------------------------------------------- matters seized


def test_ag7_the_weekly_list_names_each_matter_once_and_the_oldest_first() -> None:
    matters = [
        Seized(KOREA, date(1950, 6, 25)),
        Seized(PALESTINE, date(1948, 5, 1)),
        Seized(KOREA, date(1950, 7, 7)),
    ]
    assert summary(matters) == (matters[1], matters[2])


def test_ag7_matters_lapse_after_three_years_unless_a_member_keeps_them() -> None:
    matters = [Seized(PALESTINE, date(2019, 12, 31)), Seized(KOREA, date(2020, 1, 1))]
    assert lapsing(matters, date(2023, 1, 15)) == (PALESTINE,)
    assert lapsing(matters, date(2023, 1, 15), kept=[PALESTINE]) == ()
    assert lapsing(matters, date(2022, 12, 31)) == ()


def test_ag7_only_a_matter_on_the_list_can_be_removed_from_it() -> None:
    assert refuse_removal(seized=True) is None
    assert rule_of(refuse_removal(seized=False)) == "AG7"
