"""What a clause weighs: verb and article together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.articles import BASES, VERBS, Clause, Kind
from game.rules.binding import Weight, binds, weight
from game.rules.clauses import acts


def doing(verb: str, basis: str | tuple[str, ...] = "", *kinds: str) -> Clause:
    return Clause(verb, VERBS[verb].rank, basis, frozenset(kinds))


@pytest.mark.parametrize(
    ("basis_id", "rank", "determined", "expected"),
    [
        ("art_41", 10, True, True),
        ("art_41", 10, False, False),
        ("art_40", 9, True, True),
        ("art_41", 7, True, False),
        ("art_36", 10, True, False),
        ("art_25", 10, False, True),
    ],
)
def test_ch18_what_binds(basis_id: str, rank: int, determined: bool, expected: bool) -> None:
    assert binds(basis_id, rank, determined=determined) is expected


@pytest.mark.parametrize(
    ("clause", "determined", "expected"),
    [
        (doing("Determines", "art_39", "determination"), False, Weight.FINDING),
        (doing("Determining", "art_39", "determination"), False, Weight.FINDING),
        (doing("Acting", "chapter_vii"), True, Weight.GROUND),
        (doing("Deplores", "art_39"), True, Weight.STATEMENT),
        (doing("Recommends", "art_39", "force"), True, Weight.RECOMMENDATION),
        (doing("Encourages", "art_33"), True, Weight.RECOMMENDATION),
        (doing("Calls upon", "art_33", "good_offices"), True, Weight.RECOMMENDATION),
        (doing("Calls upon", "art_40", "cessation"), True, Weight.CALL),
        (doing("Calls upon", "art_25"), False, Weight.CALL),
        (doing("Calls upon"), False, Weight.RECOMMENDATION),
        (doing("Demands", "art_40", "cessation"), True, Weight.BINDING),
        (doing("Demands", "art_40"), True, Weight.BINDING),
        (doing("Demands", "art_40", "cessation"), False, Weight.UNRIPE),
        (doing("Demands", "art_36", "cessation"), True, Weight.POLITICAL),
        (doing("Demands"), True, Weight.POLITICAL),
        (doing("Decides", "art_41", "sanctions"), True, Weight.BINDING),
        (doing("Decides", "art_41", "sanctions"), False, Weight.UNRIPE),
        (doing("Decides", "", "sanctions"), True, Weight.BINDING),
        (doing("Decides", "art_24"), False, Weight.DECISION),
        (doing("Decides", "art_36"), True, Weight.POLITICAL),
        (doing("Decides"), False, Weight.OWN_BUSINESS),
        (doing("Decides", "art_29", "commission"), False, Weight.OWN_BUSINESS),
        (doing("Decides", "art_41", "commission", "duties"), True, Weight.BINDING),
        (doing("Decides", ("ga_377", "art_20"), "referral"), False, Weight.OWN_BUSINESS),
        (doing("Authorizes", "art_42", "force"), True, Weight.AUTHORISATION),
        (doing("Authorizes", "art_42", "force"), False, Weight.UNRIPE),
        (doing("Authorizes", "art_53", "force"), True, Weight.AUTHORISATION),
        (doing("Authorizes", "art_53", "force"), False, Weight.AUTHORISATION),
        (doing("Authorizes", "", "good_offices"), False, Weight.AUTHORISATION),
        (doing("Authorizes", "consent", "force"), False, Weight.CONSENTED),
    ],
)
def test_ch18_verb_and_article_together_decide_what_a_clause_weighs(
    clause: Clause, determined: bool, expected: Weight
) -> None:
    assert weight(clause, determined=determined) is expected


clauses = st.builds(
    Clause,
    st.sampled_from(["Noting with grave concern", "Utters", *VERBS]),
    st.integers(1, 10),
    st.sampled_from(["", *BASES]) | st.tuples(st.sampled_from(list(BASES)), st.sampled_from(list(BASES))),
    st.frozensets(st.sampled_from(["relief", *Kind]), max_size=3),
)


@given(clauses)
def test_ch18_a_determination_only_ever_adds_force(clause: Clause) -> None:
    before, after = weight(clause, determined=False), weight(clause, determined=True)
    assert after is not Weight.UNRIPE
    assert before is after or before in (Weight.UNRIPE, Weight.POLITICAL)


@given(clauses)
def test_ch18_what_is_weaker_than_a_demand_never_binds(clause: Clause) -> None:
    if clause.rank < 9 or not acts(clause):
        assert weight(clause, determined=True) not in (Weight.BINDING, Weight.DECISION)
