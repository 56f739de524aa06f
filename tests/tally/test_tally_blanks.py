"""What a record leaves open: hiding names or votes never excludes what really happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.rules.bodies import UNSC_11, UNSC_15, Body, Vote
from game.rules.questions import QUESTIONS, Asks, Put, judge
from game.rules.results import Tally, Verdict
from game.tally.blanks import rolls
from game.tally.cases import Case, Told
from game.tally.judging import judged

COUNCIL = [id for id, kind in QUESTIONS.items() if kind.asks is Asks.ROLL and "unsc_15" in kind.eras]


def seats(body: Body) -> tuple[str, ...]:
    return (*body.permanent, *(f"E{n:02}" for n in range(1, body.size - 4)))


full = st.sampled_from([UNSC_11, UNSC_15]).flatmap(
    lambda body: st.tuples(
        st.just(body), st.fixed_dictionaries({s: st.sampled_from(Vote) for s in seats(body)})
    )
)


@st.composite
def hidden(draw: st.DrawFn) -> tuple[Case, Put]:
    """A roll of which some names and some votes are not told, and the roll as it was."""
    body, votes = draw(full)
    question = draw(st.sampled_from(COUNCIL))
    regime = draw(st.sampled_from(["rule_30", "san_francisco"]))
    without_name = draw(st.sets(st.sampled_from(sorted(votes))))
    without_vote = draw(st.sets(st.sampled_from(sorted(without_name)))) if without_name else set()
    told = {seat: vote for seat, vote in votes.items() if seat not in without_name}
    numbers = Counter(votes[seat] for seat in without_name - without_vote)
    parties = draw(st.sets(st.sampled_from(body.permanent), max_size=2))
    truth = Put(era=body.id, votes=votes, regime=regime, parties=parties, bases=["chapter_vi"])
    truth = replace(truth, enforce=draw(st.booleans()))
    case = Case(
        id="hidden",
        question=question,
        put=replace(truth, votes=told),
        words={seat: seat for seat in told},
        unnamed=Tally(**{vote.value: numbers[vote] for vote in Vote}),
        unknown=len(without_vote),
    )
    return case, truth


@given(hidden())
def test_what_happened_is_always_among_what_may_have(pair: tuple[Case, Put]) -> None:
    case, truth = pair
    happened = judge(case.question, truth).result.verdict
    found = judged(case)
    assert happened in (found.result, *found.open)
    assert bool(found.open) <= bool(found.unknown)


@given(hidden())
def test_every_roll_at_the_edges_keeps_what_is_known(pair: tuple[Case, Put]) -> None:
    case, _ = pair
    body = case.put.body
    for roll in rolls(case, body):
        assert len(roll) == body.size
        assert case.put.votes.items() <= roll.items()
        for vote in Vote:
            cast = sum(cast is vote for cast in roll.values())
            named = sum(cast is vote for cast in case.put.votes.values())
            assert cast >= named + getattr(case.unnamed, vote)


@given(hidden())
def test_the_files_word_is_taken_only_where_the_law_allows_it(pair: tuple[Case, Put]) -> None:
    case, _ = pair
    possible = {judged(case).result, *judged(case).open}
    for verdict in Verdict:
        found = judged(replace(case, told=Told(result=verdict)))
        assert (found.result is verdict) == (verdict in possible)
        assert bool(found.differences) == (verdict not in possible)


@given(hidden())
def test_only_members_the_file_names_are_said_to_have_vetoed(pair: tuple[Case, Put]) -> None:
    case, _ = pair
    found = judged(case)
    assert set(found.vetoed_by) <= {s for s, vote in case.put.votes.items() if vote is Vote.NO}
    assert not found.vetoed_by or found.result is Verdict.VETOED
