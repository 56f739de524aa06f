"""The law of one vote: thresholds, the veto, abstention, every kind of question, the live count."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.ballots import Outlook, Question, Regime, Tally, Verdict, count, decide, outlook
from game.rules.bodies import BODIES, PERMANENT, UNSC_11, UNSC_15, Body, Nature, Vote
from game.rules.book import RULES

Y, N, A, X, P = Vote.YES, Vote.NO, Vote.ABSTAIN, Vote.ABSENT, Vote.NOT_PARTICIPATING
NAMES = {"CHN": "China", "FRA": "France", "RUS": "Soviet Union", "GBR": "Britain", "USA": "United States"}


def seats(body: Body) -> tuple[str, ...]:
    return (*body.permanent, *(f"E{n:02}" for n in range(1, body.size - 4)))


def roll(body: Body, yes: int, **others: Vote) -> dict[str, Vote]:
    """A roll with so many yes votes; the seats named vote as told, the rest abstain, elected members last."""
    free = [seat for seat in seats(body) if seat not in others]
    votes = {seat: Y if n < yes else A for n, seat in enumerate(free)}
    return {**votes, **others}


bodies = st.sampled_from([UNSC_11, UNSC_15])
rolls = bodies.flatmap(
    lambda body: st.tuples(
        st.just(body), st.fixed_dictionaries({s: st.sampled_from(Vote) for s in seats(body)})
    )
)


# ---------------------------------------------------------------- thresholds and the veto


@pytest.mark.parametrize(("body", "needed"), [(UNSC_11, 7), (UNSC_15, 9)])
@pytest.mark.parametrize("question", [Question.SUBSTANTIVE, Question.PROCEDURAL])
def test_v2_v3_the_bar_is_seven_or_nine_on_substance_and_procedure(
    body: Body, needed: int, question: Question
) -> None:
    assert decide(body, question, roll(body, needed)).verdict is Verdict.ADOPTED
    short = decide(body, question, roll(body, needed - 1))
    assert short.verdict is Verdict.REJECTED_INSUFFICIENT
    assert short.needed == needed
    assert f"{needed} affirmative votes were needed; {needed - 1} were cast." in short.reason


def test_v4_one_permanent_no_defeats_fourteen() -> None:
    result = decide(UNSC_15, Question.SUBSTANTIVE, roll(UNSC_15, 14, RUS=N), names=NAMES)
    assert (result.verdict, result.vetoed_by, result.rule) == (Verdict.VETOED, ("RUS",), "V4")
    assert "But a permanent member voted no: Soviet Union." in result.reason
    assert not result.carried


def test_v4_two_vetoes_are_both_named() -> None:
    result = decide(UNSC_15, Question.SUBSTANTIVE, roll(UNSC_15, 9, RUS=N, CHN=N), names=NAMES)
    assert result.vetoed_by == ("CHN", "RUS")
    assert "two permanent members voted no: China and Soviet Union." in result.reason


def test_v4_six_elected_noes_are_no_veto() -> None:
    noes = {f"E{n:02}": N for n in range(1, 7)}
    result = decide(UNSC_15, Question.SUBSTANTIVE, roll(UNSC_15, 9, **noes))
    assert (result.verdict, result.rule) == (Verdict.ADOPTED, "V2")


def test_v5_threshold_before_veto() -> None:
    result = decide(UNSC_11, Question.SUBSTANTIVE, roll(UNSC_11, 6, RUS=N))
    assert (result.verdict, result.vetoed_by, result.rule) == (Verdict.REJECTED_INSUFFICIENT, (), "V5")
    assert result.reason == (
        "7 affirmative votes were needed; 6 were cast. "
        "A permanent member's no is no veto when the seven are missing."
    )


def test_v5_one_vote_is_told_in_the_singular() -> None:
    result = decide(UNSC_11, Question.SUBSTANTIVE, {"CUB": Y})
    assert "1 was cast." in result.reason
    assert "Abstentions and absences do not lower the bar." in result.reason


def test_v5_a_text_opposed_by_most_is_told_without_comment() -> None:
    result = decide(UNSC_11, Question.SUBSTANTIVE, {"CUB": Y, "IND": N})
    assert result.reason == "7 affirmative votes were needed; 1 was cast."


@pytest.mark.parametrize(
    ("vote", "rule", "word"), [(A, "V6", "abstaining"), (X, "V7", "absent"), (P, "V8", "not participating")]
)
def test_v6_v7_v8_a_permanent_member_aside_does_not_prevent(vote: Vote, rule: str, word: str) -> None:
    result = decide(UNSC_11, Question.SUBSTANTIVE, roll(UNSC_11, 9, RUS=vote), names=NAMES)
    assert (result.verdict, result.rule) == (Verdict.ADOPTED, rule)
    assert f"(Soviet Union {word})" in result.reason


def test_v6_v7_several_permanent_members_aside_are_told_by_what_they_did() -> None:
    result = decide(UNSC_15, Question.SUBSTANTIVE, roll(UNSC_15, 10, RUS=X, CHN=A, FRA=A), names=NAMES)
    assert "(China and France abstaining; Soviet Union absent)" in result.reason
    assert result.rule == "V7"


def test_v9_ten_elected_members_can_decide_alone() -> None:
    votes = {seat: P if seat == "CHN" else A for seat in PERMANENT} | {f"E{n:02}": Y for n in range(1, 11)}
    result = decide(UNSC_15, Question.SUBSTANTIVE, votes)
    assert (result.verdict, result.rule) == (Verdict.ADOPTED, "V9")


def test_v3_on_procedure_five_permanent_noes_are_ordinary_noes() -> None:
    noes = dict.fromkeys(PERMANENT, N)
    result = decide(UNSC_15, Question.PROCEDURAL, roll(UNSC_15, 9, **noes), names=NAMES)
    assert (result.verdict, result.vetoed_by, result.rule) == (Verdict.ADOPTED, (), "V3")
    assert "no is no veto: China, France, Britain, Soviet Union and United States." in result.reason


def test_x1_eight_yes_on_procedure_fail() -> None:
    result = decide(UNSC_15, Question.PROCEDURAL, roll(UNSC_15, 8))
    assert (result.verdict, result.rule) == (Verdict.REJECTED_INSUFFICIENT, "V3")


def test_v1_a_seat_left_out_is_absent_and_too_many_votes_are_refused() -> None:
    assert decide(UNSC_11, Question.PROCEDURAL, {"CHN": Y}).tally == Tally(yes=1, absent=10)
    assert count({}) == Tally()
    with pytest.raises(ValueError, match="12 votes were given for 11 seats"):
        decide(UNSC_11, Question.PROCEDURAL, {f"S{n}": Y for n in range(12)})


# ---------------------------------------------------------------- the duty to abstain


def test_v10_enforced_the_votes_of_parties_are_void() -> None:
    votes = roll(UNSC_15, 13, RUS=N, IND=Y)
    votes.pop("E10")
    result = decide(
        UNSC_15,
        Question.SUBSTANTIVE,
        votes,
        parties=("RUS", "IND", "PAK"),
        enforce_abstention=True,
        names=NAMES | {"IND": "India"},
    )
    assert result.verdict is Verdict.ADOPTED
    assert result.voided == ("IND", "RUS")
    assert result.tally == Tally(yes=13, abstain=2)
    assert "its vote is void: India and Soviet Union." in result.reason


@pytest.mark.parametrize("enforced", [True, False])
def test_v10_a_party_that_stands_aside_has_nothing_void(enforced: bool) -> None:
    votes = roll(UNSC_11, 8, GBR=P)
    result = decide(UNSC_11, Question.SUBSTANTIVE, votes, parties=("GBR",), enforce_abstention=enforced)
    assert result.voided == ()
    assert result.tally.not_participating == 1


def test_v10_v11_procedure_and_votes_as_cast_are_left_alone() -> None:
    votes = roll(UNSC_11, 8, RUS=N)
    procedure = decide(UNSC_11, Question.PROCEDURAL, votes, parties=("RUS",), enforce_abstention=True)
    as_cast = decide(UNSC_11, Question.SUBSTANTIVE, votes, parties=("RUS",))
    assert (procedure.tally.no, procedure.voided) == (1, ())
    assert as_cast.verdict is Verdict.VETOED


# ---------------------------------------------------------------- other questions


def test_p3_p4_the_preliminary_question_under_both_regimes() -> None:
    votes = roll(UNSC_11, 9, CHN=N)
    strict = decide(UNSC_11, Question.PRELIMINARY, votes, regime=Regime.SAN_FRANCISCO, names=NAMES)
    ruled = decide(UNSC_11, Question.PRELIMINARY, votes)
    assert (strict.verdict, strict.blocked_by, strict.rule) == (Verdict.DEEMED_SUBSTANTIVE, ("CHN",), "P3")
    assert (ruled.verdict, ruled.rule) == (Verdict.DEEMED_PROCEDURAL, "P4")
    assert "makes it substantive: China." in strict.reason


@pytest.mark.parametrize("regime", Regime)
def test_p3_p4_without_the_votes_a_matter_is_not_procedural(regime: Regime) -> None:
    result = decide(UNSC_15, Question.PRELIMINARY, roll(UNSC_15, 8), regime=regime)
    assert result.verdict is Verdict.DEEMED_SUBSTANTIVE
    assert result.reason.endswith("The matter is not declared procedural.")


def test_p3_without_a_permanent_no_the_statement_makes_it_procedural() -> None:
    result = decide(UNSC_11, Question.PRELIMINARY, roll(UNSC_11, 8), regime="san_francisco")
    assert (result.verdict, result.carried) == (Verdict.DEEMED_PROCEDURAL, True)


def test_cb5_x13_overruling_needs_nine_and_knows_no_veto() -> None:
    stands = decide(UNSC_15, Question.CHALLENGE, roll(UNSC_15, 8))
    overruled = decide(UNSC_15, Question.CHALLENGE, roll(UNSC_15, 9, USA=N))
    assert (stands.verdict, stands.rule) == (Verdict.RULING_STANDS, "CB5")
    assert overruled.verdict is Verdict.RULING_OVERRULED
    assert stands.reason.startswith("9 votes are needed to overrule the President; 8 were cast.")


def test_cb5_a_ruling_put_to_be_upheld_falls_only_to_seven_noes() -> None:
    six_against = {f"E{n:02}": N for n in range(1, 7)}
    assert decide(UNSC_11, Question.UPHOLD, six_against).verdict is Verdict.RULING_STANDS
    assert decide(UNSC_11, Question.UPHOLD, six_against | {"USA": N}).verdict is Verdict.RULING_OVERRULED


def test_cb5_the_ruling_of_23_march_1962_was_upheld_by_seven_to_two() -> None:
    result = decide(UNSC_11, Question.UPHOLD, roll(UNSC_11, 7, RUS=N, E06=N))
    assert (result.verdict, result.tally) == (Verdict.RULING_STANDS, Tally(7, 2, 2))


def test_sp1_sp4_elections_and_reviews_know_no_veto() -> None:
    noes = dict.fromkeys(PERMANENT, N)
    eight = roll(UNSC_15, 8, **noes)
    assert decide(UNSC_15, Question.ELECTION, eight).verdict is Verdict.ELECTED
    assert decide(UNSC_15, Question.REVIEW, eight).verdict is Verdict.REJECTED_INSUFFICIENT
    tenth = decide(UNSC_15, Question.TENTH_SESSION_REVIEW, eight)
    assert (tenth.verdict, tenth.needed, tenth.rule) == (Verdict.ADOPTED, 7, "SP4")
    assert decide(UNSC_15, Question.ELECTION, roll(UNSC_15, 7)).verdict is Verdict.NOT_ELECTED


def test_sp4_any_seven_could_call_a_review_until_june_1968() -> None:
    eight = roll(UNSC_15, 8)
    early = decide(UNSC_15, Question.REVIEW, eight, day=date(1968, 6, 11))
    late = decide(UNSC_15, Question.REVIEW, eight, day=date(1968, 6, 12))
    assert (early.verdict, early.needed) == (Verdict.ADOPTED, 7)
    assert (late.verdict, late.needed) == (Verdict.REJECTED_INSUFFICIENT, 9)
    assert decide(UNSC_15, Question.TENTH_SESSION_REVIEW, eight, day=date(1970, 1, 1)).needed == 7


def test_had_is_the_number_that_counted() -> None:
    assert decide(UNSC_11, Question.SUBSTANTIVE, roll(UNSC_11, 6)).had == 6
    assert decide(UNSC_11, Question.UPHOLD, {"USA": N, "FRA": Y, "GBR": Y}).had == 1
    assert decide(UNSC_15, Question.ELECTION, roll(UNSC_15, 8)).had == 8


def test_v12_amendments_and_parts_are_put_as_the_text_is() -> None:
    assert Question.of(Nature.SUBSTANTIVE) is Question.SUBSTANTIVE
    assert Question.of(Nature.PROCEDURAL) is Question.PROCEDURAL


# ---------------------------------------------------------------- properties


@given(rolls, st.sampled_from(Question), st.sampled_from(Regime))
def test_v1_every_vote_has_one_result_and_all_seats_are_counted(
    case: tuple[Body, dict[str, Vote]], question: Question, regime: Regime
) -> None:
    body, votes = case
    result = decide(body, question, votes, regime=regime)
    assert result.tally.seats == body.size
    assert result.rule in RULES
    assert result.reason.endswith(".")


@given(rolls)
def test_v4_only_permanent_members_veto_and_only_when_the_votes_are_there(
    case: tuple[Body, dict[str, Vote]],
) -> None:
    body, votes = case
    result = decide(body, Question.SUBSTANTIVE, votes)
    noes = {seat for seat in body.permanent if votes[seat] is N}
    enough = result.tally.yes >= body.needed
    assert set(result.vetoed_by) == (noes if enough else set())
    assert (result.verdict is Verdict.ADOPTED) == (enough and not noes)


@given(rolls, st.data())
def test_v6_v7_v8_abstention_absence_and_non_participation_come_to_the_same(
    case: tuple[Body, dict[str, Vote]], data: st.DataObject
) -> None:
    body, votes = case
    seat = data.draw(st.sampled_from(sorted(votes)))
    results = [decide(body, Question.SUBSTANTIVE, votes | {seat: vote}) for vote in (A, X, P)]
    same = {(r.verdict, r.vetoed_by, r.tally.yes, r.tally.no) for r in results}
    assert len(same) == 1


@given(rolls, st.data(), st.sampled_from([Question.SUBSTANTIVE, Question.PROCEDURAL, Question.ELECTION]))
def test_v2_one_more_yes_never_undoes_an_adoption(
    case: tuple[Body, dict[str, Vote]], data: st.DataObject, question: Question
) -> None:
    body, votes = case
    seat = data.draw(st.sampled_from(sorted(votes)))
    if decide(body, question, votes).carried:
        assert decide(body, question, votes | {seat: Y}).carried


@given(rolls, st.data())
def test_v4_an_elected_no_is_never_worse_than_an_elected_abstention(
    case: tuple[Body, dict[str, Vote]], data: st.DataObject
) -> None:
    body, votes = case
    seat = data.draw(st.sampled_from([s for s in votes if s not in body.permanent]))
    as_no = decide(body, Question.SUBSTANTIVE, votes | {seat: N})
    as_abstention = decide(body, Question.SUBSTANTIVE, votes | {seat: A})
    assert (as_no.verdict, as_no.vetoed_by) == (as_abstention.verdict, as_abstention.vetoed_by)


@given(rolls)
def test_v3_whatever_carries_on_substance_carries_on_procedure(case: tuple[Body, dict[str, Vote]]) -> None:
    body, votes = case
    if decide(body, Question.SUBSTANTIVE, votes).carried:
        assert decide(body, Question.PROCEDURAL, votes).carried


@given(rolls, st.data())
def test_v10_a_void_vote_is_an_abstention(case: tuple[Body, dict[str, Vote]], data: st.DataObject) -> None:
    body, votes = case
    parties = data.draw(st.sets(st.sampled_from(sorted(votes)), max_size=4))
    enforced = decide(body, Question.SUBSTANTIVE, votes, parties=parties, enforce_abstention=True)
    by_hand = decide(
        body,
        Question.SUBSTANTIVE,
        votes | {seat: A for seat in parties if votes[seat] in (Y, N)},
    )
    assert (enforced.verdict, enforced.tally) == (by_hand.verdict, by_hand.tally)


# ---------------------------------------------------------------- while the votes fall


def test_outlook_counts_down_and_sees_the_end_coming() -> None:
    start = outlook(UNSC_11, Nature.SUBSTANTIVE, {}, seats(UNSC_11))
    assert start == Outlook(needed=7, still_needed=7, can_pass=True, can_fail=True, veto_cast_by=())
    vetoed = outlook(UNSC_11, Nature.SUBSTANTIVE, {"RUS": N}, seats(UNSC_11)[5:])
    assert (vetoed.can_pass, vetoed.veto_cast_by) == (False, ("RUS",))
    procedural = outlook(UNSC_11, Nature.PROCEDURAL, {"RUS": N}, seats(UNSC_11))
    assert (procedural.can_pass, procedural.veto_cast_by) == (True, ())


def test_outlook_a_permanent_member_yet_to_vote_can_still_undo_seven() -> None:
    votes = roll(UNSC_11, 10, USA=A)
    votes.pop("USA")
    assert outlook(UNSC_11, Nature.SUBSTANTIVE, votes, ["USA"]).can_fail
    assert not outlook(UNSC_11, Nature.PROCEDURAL, votes, ["USA"]).can_fail


@given(rolls, st.data(), st.sampled_from(Nature))
def test_outlook_never_rules_out_what_then_happens(
    case: tuple[Body, dict[str, Vote]], data: st.DataObject, nature: Nature
) -> None:
    body, votes = case
    fallen = data.draw(st.sets(st.sampled_from(sorted(votes))))
    so_far = {seat: vote for seat, vote in votes.items() if seat in fallen}
    view = outlook(body, nature, so_far, votes.keys() - fallen)
    final = decide(body, Question.of(nature), votes)
    assert view.can_pass if final.carried else view.can_fail
    assert view.still_needed == max(0, body.needed - count(so_far).yes)
    closed = outlook(body, nature, votes, ())
    assert (closed.can_pass, closed.can_fail) == (final.carried, not final.carried)


def test_x18_both_eras_are_known_by_id() -> None:
    assert set(BODIES) == {"unsc_11", "unsc_15", "league_council"}
