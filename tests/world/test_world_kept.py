"""How a group stands is kept while nothing of it changes; no term depends on what was asked before."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.world.conditions import Condition, Facts
from game.world.powers import Adjustment, Group, Observance, SecurityModel, Willingness
from game.world.terms import measure, stances

MODEL = SecurityModel(
    groups=(
        Group(
            "a",
            "A",
            seat="AAA",
            power=0.4,
            trade=0.3,
            adjust=(
                Adjustment(Condition("flag", "one"), "willing", by=0.4),
                Adjustment(Condition("flag", "two"), "backs", to=0.5),
                Adjustment(Condition("flag", "three"), by=-0.2),
            ),
        ),
        Group("b", "B", seat="BBB", power=0.2, trade=0.5, commitment=50.0),
        Group("c", "C", power=0.4, trade=0.2, willing=0.2),
    ),
    willingness=Willingness(counts={"troops": 1.0, "funds": 0.5}),
    observance=Observance(counts=("sanctions",)),
)
FLAGS = st.frozensets(st.sampled_from(["one", "two", "three"]))
PLEDGES = st.dictionaries(
    st.sampled_from(
        [f"{kind}:{seat}" for kind in ("troops", "funds", "sanctions") for seat in ("AAA", "BBB")]
    ),
    st.floats(0.0, 120.0).map(lambda x: round(x, 2)),
)


@given(st.lists(st.tuples(FLAGS, PLEDGES), min_size=1, max_size=8))
def test_what_was_asked_before_changes_no_term(asked: list[tuple[frozenset[str], dict[str, float]]]) -> None:
    for flags, pledged in asked:
        facts = Facts({}, {}, flags=flags, pledged=pledged)
        unasked = replace(MODEL)
        assert stances(MODEL, facts) == stances(unasked, facts)
        assert measure(MODEL, facts) == measure(unasked, facts)


def test_a_group_stands_as_it_did_while_nothing_of_it_changes() -> None:
    facts = Facts({}, {}, pledged={"troops:AAA": 30.0})
    first = stances(MODEL, facts)
    again = stances(MODEL, replace(facts, pledged={**facts.pledged, "troops:BBB": 10.0}))
    assert again[0] is first[0]
    assert again[1] != first[1]
    assert again[1].willing == 0.2
