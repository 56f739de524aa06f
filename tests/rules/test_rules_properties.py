"""Laws about the law: what no vote, in any order and in any body, can ever come to."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.assembly import decide_assembly, elect_judge
from game.rules.ballots import Question, Regime, Tally, decide, outlook, president_formula
from game.rules.bodies import UNSC_11, UNSC_15, Body, Nature, Vote
from game.rules.questions import QUESTIONS, Asks, Kind, Put, judge
from game.rules.results import Result, Verdict

Y, N, A = Vote.YES, Vote.NO, Vote.ABSTAIN
Case = tuple[Body, dict[str, Vote]]


def seats(body: Body) -> tuple[str, ...]:
    return (*body.permanent, *(f"E{n:02}" for n in range(1, body.size - 4)))


def rolls(body: Body) -> st.SearchStrategy[Case]:
    votes = st.fixed_dictionaries({seat: st.sampled_from(Vote) for seat in seats(body)})
    return st.tuples(st.just(body), votes)


cases = st.sampled_from([UNSC_11, UNSC_15]).flatmap(rolls)
regimes = st.sampled_from(Regime)
COUNCIL = [kind for kind in QUESTIONS.values() if kind.asks is Asks.ROLL and "unsc_15" in kind.eras]
kinds = st.sampled_from(COUNCIL)

# A no to "shall the ruling be upheld?" is what overrules: there a yes more may well save the ruling.
WON_BY_YES = [kind for kind in COUNCIL if kind.id != "ruling_upheld"]


@st.composite
def questions(draw: st.DrawFn) -> Put:
    """Any question to the Council with a full roll, parties and all options."""
    body, votes = draw(cases)
    return Put(
        era=body.id,
        votes=votes,
        main=draw(st.sampled_from(Nature)),
        bases=draw(st.sampled_from([("chapter_vi",), ("chapter_vii",), ()])),
        parties=draw(st.sets(st.sampled_from(sorted(votes)), max_size=3)),
        enforce=draw(st.booleans()),
        regime=draw(regimes),
    )


def with_vote(put: Put, seat: str, vote: Vote) -> Put:
    return replace(put, votes={**put.votes, seat: vote})


@given(questions(), kinds)
def test_v3_v4_nothing_procedural_is_ever_vetoed(put: Put, kind: Kind) -> None:
    result = judge(kind.id, put).result
    vetoable = kind.id in ("substantive", "admission", "sg_recommendation") or (
        kind.id in ("amendment", "separate_part") and put.main is Nature.SUBSTANTIVE
    )
    assert vetoable or (result.verdict is not Verdict.VETOED and not result.vetoed_by)


@given(questions(), st.sampled_from(WON_BY_YES), st.data())
def test_v2_cb5_sp1_sp4_one_more_yes_never_undoes_a_decision(
    put: Put, kind: Kind, data: st.DataObject
) -> None:
    seat = data.draw(st.sampled_from(sorted(put.votes)))
    before, after = judge(kind.id, put).result, judge(kind.id, with_vote(put, seat, Y)).result
    assert after.carried or not before.carried
    assert after.had >= before.had


def test_cb5_only_a_ruling_put_to_be_upheld_is_saved_by_a_yes() -> None:
    nine_against = dict.fromkeys(seats(UNSC_15)[:9], N)
    overruled = judge("ruling_upheld", Put(votes=nine_against)).result
    saved = judge("ruling_upheld", Put(votes=nine_against | {"USA": Y})).result
    assert (overruled.verdict, saved.verdict) == (Verdict.RULING_OVERRULED, Verdict.RULING_STANDS)


members = st.integers(0, 60)


@given(members, members, members, members, st.booleans(), st.integers(1, 2))
def test_ga1_ga5_one_more_yes_in_the_assembly_never_undoes_a_decision(
    yes: int, no: int, abstain: int, absent: int, important: bool, ballot: int
) -> None:
    """A yes from someone who said no, abstained, or was away (and so makes the quorum larger by one)."""
    before = Tally(yes, no, abstain, absent)
    richer = [
        Tally(yes + 1, no - (kind == "no"), abstain - (kind == "abstain"), absent - (kind == "absent"))
        for kind, there in (("no", no), ("abstain", abstain), ("absent", absent))
        if there
    ]
    for after in richer:
        was = decide_assembly(before, important=important, ballot=ballot)
        now = decide_assembly(after, important=important, ballot=ballot)
        assert now.carried or not was.carried
        assert elect_judge(after).carried or not elect_judge(before).carried


@given(members, members, members)
def test_ga5_a_no_helps_a_text_more_than_an_absence_only_where_it_makes_the_quorum(
    yes: int, no: int, absent: int
) -> None:
    """A no is never kinder to a text than an absence, unless it makes the quorum: there lies the limit."""
    away = decide_assembly(Tally(yes, no, 0, absent + 1), important=True)
    against = decide_assembly(Tally(yes, no + 1, 0, absent), important=True)
    if against.carried and not away.carried:
        assert away.verdict is Verdict.NO_QUORUM


@given(questions(), kinds, st.randoms(use_true_random=False))
def test_v1_the_order_of_ballots_never_matters(put: Put, kind: Kind, dice: Random) -> None:
    shuffled = list(put.votes.items())
    dice.shuffle(shuffled)
    assert judge(kind.id, replace(put, votes=dict(shuffled))) == judge(kind.id, put)


def says_veto(result: Result) -> bool:
    """Whether the words of a result call it a veto; saying that something is none does not."""
    told = f"{result.reason} {president_formula(result, 'draft resolution')}"
    spoken = told.replace("no is no veto", "").replace("There is no veto", "").replace("have no veto", "")
    return "veto" in spoken or "owing to the negative vote" in spoken


@given(questions(), kinds)
def test_v5_a_shortfall_is_never_called_a_veto(put: Put, kind: Kind) -> None:
    result = judge(kind.id, put).result
    if result.verdict is Verdict.VETOED:
        assert says_veto(result)
        assert result.had >= result.needed
    else:
        assert not says_veto(result)
        assert not result.vetoed_by


TINY = Body("tiny", "Council of five, two of them permanent", 5, 3, 3, ("CHN", "FRA"))
TINY_SEATS = ("CHN", "FRA", "E01", "E02", "E03")
partial = st.dictionaries(st.sampled_from(TINY_SEATS), st.sampled_from(Vote))


@settings(max_examples=150)
@given(partial, st.sampled_from(Nature), st.sets(st.sampled_from(TINY_SEATS), max_size=2))
def test_outlook_is_what_all_completions_together_say(
    so_far: dict[str, Vote], nature: Nature, void: set[str]
) -> None:
    waiting = [seat for seat in TINY_SEATS if seat not in so_far]
    ends = [
        decide(
            TINY,
            Question.of(nature),
            so_far | dict(zip(waiting, votes, strict=True)),
            parties=void,
            enforce_abstention=True,
        ).carried
        for votes in product((Y, N, A), repeat=len(waiting))
    ]
    view = outlook(TINY, nature, so_far, waiting, void=void)
    assert (view.can_pass, view.can_fail) == (any(ends), not all(ends))
