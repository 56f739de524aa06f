"""What the Council can issue besides resolutions, and what a statement cannot say."""

from __future__ import annotations

import pytest

from game.rules.clauses import Clause
from game.rules.consent import presidential_statement
from game.rules.refusals import Refusal
from game.rules.statements import refuse_in_statement


def rule_of(refusal: Refusal | None) -> str:
    assert refusal is not None
    return refusal.rule


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
