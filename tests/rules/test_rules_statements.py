"""What the Council can issue besides resolutions, and what a statement cannot say."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.rules.clauses import Clause
from game.rules.consent import presidential_statement
from game.rules.refusals import Refusal
from game.rules.statements import Instrument, is_voted, refuse_in_statement, refuse_issue, weightier


def rule_of(refusal: Refusal | None) -> str:
    assert refusal is not None
    return refusal.rule


def test_ev7_the_instruments_in_the_order_of_their_weight() -> None:
    assert all(weightier(a, b) and not weightier(b, a) for a, b in pairwise(Instrument))
    assert weightier(Instrument.RESOLUTION, Instrument.PRESIDENTIAL_STATEMENT)
    assert not weightier(Instrument.NOTE, Instrument.NOTE)


def test_ev4_ev5_only_resolutions_are_voted() -> None:
    assert [instrument for instrument in Instrument if is_voted(instrument)] == [
        Instrument.ENFORCEMENT_RESOLUTION,
        Instrument.RESOLUTION,
    ]


@pytest.mark.parametrize("instrument", Instrument)
def test_mt6_ev4_ev5_where_an_instrument_is_issued(instrument: Instrument) -> None:
    inside, outside = (refuse_issue(instrument, at_meeting=at) for at in (True, False))
    if instrument.value.startswith("press"):
        assert (rule_of(inside), outside) == ("EV5", None)
    elif instrument is Instrument.NOTE:
        assert (inside, outside) == (None, None)
    else:
        assert (inside, rule_of(outside)) == (None, "MT6")


def test_ev4_a_statement_acts_under_no_chapter() -> None:
    assert rule_of(refuse_in_statement(Clause("Acting", 5, "chapter_vii"))) == "EV4"


@pytest.mark.parametrize(
    ("clause", "refused"),
    [
        (Clause("Decides", 10, "art_41", frozenset({"sanctions"})), True),
        (Clause("Authorizes", 10, "art_42", frozenset({"force"})), True),
        (Clause("Demands", 9, "art_40", frozenset({"cessation"})), False),
        (Clause("Calls upon", 7, "art_40", frozenset({"cessation"})), False),
        (Clause("Condemns", 4), False),
        (Clause("Demands", 9), False),
        (Clause("Decides", 10), False),
    ],
)
def test_ev7_what_binds_takes_a_resolution(clause: Clause, refused: bool) -> None:
    found = refuse_in_statement(clause)
    assert (found is not None) == refused
    if found:
        assert found.rule == "EV7"


def test_ev4_x12_a_statement_is_agreed_by_all_or_not_at_all() -> None:
    assert presidential_statement([]).carried
    assert not presidential_statement(["CUB"]).carried
