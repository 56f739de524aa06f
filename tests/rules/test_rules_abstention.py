"""The duty of a party to a dispute to abstain, and how a dispute is declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.abstention import duty_to_abstain, invoked, must_abstain, refuse_declaration
from game.rules.articles import BASES, Clause
from game.rules.bodies import Nature
from game.rules.refusals import Refusal

S, P = Nature.SUBSTANTIVE, Nature.PROCEDURAL
COUNCIL_OF_1947 = ("AUS", "BEL", "BRA", "CHN", "COL", "FRA", "POL", "SYR", "RUS", "GBR", "USA")


@pytest.mark.parametrize(
    ("nature", "bases", "dispute", "expected"),
    [
        (S, ["art_36"], True, True),
        (S, ["art_52"], True, True),
        (S, ["art_33", "art_29"], True, True),
        (S, ["art_36"], False, False),
        (S, ["art_36", "art_40"], True, False),
        (S, ["art_39"], True, False),
        (S, ["art_53", "art_52"], True, False),
        (S, [], True, False),
        (S, ["art_24"], True, False),
        (S, ["consent"], True, False),
        (S, ["consent", "art_33"], True, True),
        (P, ["art_36"], True, False),
    ],
)
def test_v10_x5_when_a_party_must_abstain(
    nature: Nature, bases: list[str], dispute: bool, expected: bool
) -> None:
    assert must_abstain(nature, bases, dispute=dispute) is expected


def test_ch19_a_text_invokes_what_its_operative_clauses_rest_on_and_the_chapter_it_acts_under() -> None:
    urging = Clause("Urges", 7, ("art_36", "art_40"), frozenset({"good_offices"}))
    ground = Clause("Recalling", 2, "art_39")
    assert invoked([ground, urging, urging, Clause("Decides", 10)]) == ("art_36",)
    assert invoked([Clause("Acting", 5), urging]) == ("chapter_vii", "art_36")
    assert invoked([Clause("Acting", 5, "art_39"), urging]) == ("art_39", "art_36")


def test_ch19_drafters_escape_the_duty_by_one_line() -> None:
    referring = Clause("Recommends", 6, "art_36", frozenset({"court"}))
    assert must_abstain(S, invoked([referring]), dispute=True)
    assert not must_abstain(S, invoked([Clause("Acting", 5), referring]), dispute=True)


def duty(
    nature: Nature = S, bases: tuple[str, ...] = ("art_36",), **more: object
) -> tuple[str, tuple[str, ...]]:
    facts: dict[str, object] = {"dispute": True, "parties": {"GBR", "ALB"}, **more}
    found = duty_to_abstain(nature, bases, members=COUNCIL_OF_1947, names={"GBR": "United Kingdom"}, **facts)  # type: ignore[arg-type]
    assert found.reason.endswith(".")
    return found.rule, found.seats


def test_v10_corfu_1947_the_united_kingdom_abstains_and_albania_has_no_vote() -> None:
    assert duty() == ("V10", ("GBR",))
    assert duty(parties={"USA", "FRA"}) == ("V10", ("FRA", "USA"))


def test_v10_ch19_why_nobody_has_to_abstain() -> None:
    assert duty(P) == ("V10", ())
    assert duty(bases=("art_41",)) == ("CH19", ())
    assert duty(bases=("art_24",)) == ("CH19", ())
    assert duty(dispute=False) == ("V10", ())
    assert duty(parties={"ALB"}) == ("V10", ())


@given(
    st.sampled_from(Nature),
    st.lists(st.sampled_from(list(BASES)), max_size=4),
    st.booleans(),
    st.frozensets(st.sampled_from(["GBR", "ALB", "USA"])),
)
def test_v10_the_two_questions_about_the_duty_never_disagree(
    nature: Nature, bases: list[str], dispute: bool, parties: frozenset[str]
) -> None:
    due = must_abstain(nature, bases, dispute=dispute)
    found = duty_to_abstain(nature, bases, dispute=dispute, parties=parties, members=COUNCIL_OF_1947)
    assert bool(found.seats) == (due and bool(parties & set(COUNCIL_OF_1947)))


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"enforced": False}, "V11"),
        ({"declared": True}, "V10"),
        ({"voting": True}, "CB11"),
        ({"parties": {"ALB"}}, "V10"),
        ({"parties": ()}, "V10"),
    ],
)
def test_v10_v11_why_no_dispute_is_declared_now(more: dict[str, object], rule: str) -> None:
    asked: dict[str, object] = {"enforced": True, "parties": {"GBR"}, "members": COUNCIL_OF_1947, **more}
    refusal = refuse_declaration(**asked)  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal)
    assert refusal.rule == rule


def test_v10_a_council_that_enforces_the_duty_may_declare_a_dispute() -> None:
    assert refuse_declaration(enforced=True, parties={"GBR", "ALB"}, members=COUNCIL_OF_1947) is None
