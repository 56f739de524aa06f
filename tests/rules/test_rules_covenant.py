"""The League: unanimity and its exceptions, against the votes of 1931 to 1939."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.ballots import count
from game.rules.bodies import Vote
from game.rules.covenant import (
    admission,
    assembly_report,
    council_seats,
    expulsion,
    procedure,
    report,
    unanimity,
    with_the_assembly,
)
from game.rules.results import Result, Tally, Verdict

Y, N, A, X, P = Vote.YES, Vote.NO, Vote.ABSTAIN, Vote.ABSENT, Vote.NOT_PARTICIPATING
SEATS = tuple(f"S{n:02}" for n in range(14))
rolls = st.fixed_dictionaries({seat: st.sampled_from(Vote) for seat in SEATS})
some_parties = st.sets(st.sampled_from(SEATS), max_size=3)


def roll(yes: int, **others: Vote) -> dict[str, Vote]:
    """Fourteen seats: the named vote as told, so many others say yes, the rest abstain."""
    free = [seat for seat in SEATS if seat not in others]
    return {**{seat: Y if n < yes else A for n, seat in enumerate(free)}, **others}


@pytest.mark.parametrize(
    ("day", "seats"),
    [
        (date(1920, 1, 16), (8, 8)),
        (date(1923, 9, 1), (10, 10)),
        (date(1931, 10, 24), (14, 14)),
        (date(1935, 10, 7), (14, 15)),
        (date(1939, 12, 14), (14, 15)),
    ],
)
def test_l1_the_council_of_the_league_grew(day: date, seats: tuple[int, int]) -> None:
    assert council_seats(day) == seats


def test_l1_before_its_first_meeting_there_was_no_council() -> None:
    with pytest.raises(ValueError, match="1920-01-15 is before"):
        council_seats(date(1920, 1, 15))


def test_l2_l4_japan_alone_prevented_unanimity_on_24_october_1931() -> None:
    votes = {**dict.fromkeys(SEATS[:13], Y), "JPN": N}
    result = unanimity(count(votes), ["JPN"], names={"JPN": "Japan"})
    assert (result.verdict, result.needed, result.had) == (Verdict.NOT_ADOPTED_NO_UNANIMITY, 14, 13)
    assert (result.blocked_by, result.vetoed_by, result.rule) == (("JPN",), (), "L4")
    assert result.reason.endswith("Unanimity is prevented: Japan.")
    assert not result.carried


def test_l3_x16_abstention_is_absence() -> None:
    result = unanimity(count(roll(3, S13=X, S12=P)))
    assert (result.verdict, result.needed, result.had) == (Verdict.ADOPTED, 3, 3)
    nobody = unanimity(Tally(abstain=14))
    assert (nobody.verdict, nobody.needed, nobody.rule) == (Verdict.REJECTED_INSUFFICIENT, 1, "L3")


def test_l5_x17_on_7_october_1935_italy_was_not_counted() -> None:
    result = report(roll(13, S13=N), ["S13", "ETH"])
    assert result.verdict is Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
    assert (result.needed, result.had, result.tally.no, result.carried) == (13, 13, 1, True)


def test_l5_one_other_no_leaves_a_majority_report() -> None:
    result = report(roll(12, S13=N, S12=N), ["S13"], names={"S12": "Poland"})
    assert (result.verdict, result.needed, result.had) == (Verdict.ADOPTED_MAJORITY_ONLY, 8, 12)
    assert result.blocked_by == ("S12",)
    assert "Unanimity is prevented: Poland." in result.reason


def test_l5_a_report_without_a_majority_falls() -> None:
    result = report({**roll(5, S13=N), **dict.fromkeys(SEATS[5:13], N)}, ["S13"])
    assert (result.verdict, result.carried) == (Verdict.REJECTED_INSUFFICIENT, False)
    assert "the report falls" in result.reason


def test_l5_when_only_the_parties_speak_there_is_no_unanimity_of_the_others() -> None:
    result = report(roll(0, S00=Y, S01=Y), ["S00", "S01"])
    assert (result.verdict, result.blocked_by) == (Verdict.ADOPTED_MAJORITY_ONLY, ())


def test_l6_seven_votes_excluded_the_soviet_union_on_14_december_1939() -> None:
    votes = {**dict.fromkeys(SEATS[:7], Y), **dict.fromkeys(SEATS[7:11], A), **dict.fromkeys(SEATS[11:], X)}
    result = expulsion(votes, [SEATS[11], SEATS[7]])
    assert (result.verdict, result.tally, result.had) == (Verdict.ADOPTED, Tally(7, 0, 4, 3), 7)


def test_l6_the_member_concerned_cannot_keep_itself_in_but_any_other_can() -> None:
    alone = roll(13, S13=N)
    assert expulsion(alone, ["S13"]).verdict is Verdict.ADOPTED
    defended = expulsion(alone | {"S00": N}, ["S13"])
    assert (defended.verdict, defended.blocked_by) == (Verdict.NOT_ADOPTED_NO_UNANIMITY, ("S00",))


def test_l7_on_procedure_a_majority_of_those_represented() -> None:
    carried = procedure(Tally(yes=7, no=3, abstain=2, absent=2))
    assert (carried.verdict, carried.needed, carried.rule) == (Verdict.ADOPTED, 7, "L7")
    assert procedure(Tally(yes=6, no=0, abstain=6, absent=2)).verdict is Verdict.REJECTED_INSUFFICIENT


def test_l8_on_24_february_1933_only_a_party_was_against() -> None:
    result = assembly_report(Tally(42, 1, 1), ["Japan"], ["China", "Japan"], ["Japan"])
    assert (result.verdict, result.blocked_by) == (Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES, ())


def test_l8_a_member_of_the_council_keeps_the_report_from_its_force() -> None:
    result = assembly_report(Tally(41, 2, 1), ["Japan", "Poland"], ["China", "Japan"], ["Japan", "Poland"])
    assert (result.verdict, result.blocked_by) == (Verdict.ADOPTED_MAJORITY_ONLY, ("Poland",))
    assert assembly_report(Tally(10, 30), [], []).verdict is Verdict.REJECTED


def test_l9_two_thirds_admit_a_state() -> None:
    assert admission(Tally(34, 16)).verdict is Verdict.ADOPTED
    short = admission(Tally(33, 17))
    assert (short.verdict, short.needed, short.had) == (Verdict.REJECTED_TWO_THIRDS, 34, 33)
    assert admission(Tally(abstain=50)).verdict is Verdict.REJECTED_TWO_THIRDS


def test_l9_council_and_assembly_choose_a_secretary_general_together() -> None:
    agreed = unanimity(Tally(yes=14))
    assert with_the_assembly(agreed, Tally(30, 20))
    assert not with_the_assembly(agreed, Tally(20, 20))
    assert not with_the_assembly(unanimity(Tally(13, 1)), Tally(50))


# ---------------------------------------------------------------- properties


def decided(votes: dict[str, Vote], parties: set[str]) -> tuple[Result, ...]:
    return unanimity(count(votes)), report(votes, parties), expulsion(votes, parties), procedure(count(votes))


@given(rolls, some_parties)
def test_l2_l5_nobody_ever_vetoes_in_the_league(votes: dict[str, Vote], parties: set[str]) -> None:
    for result in decided(votes, parties):
        assert result.vetoed_by == ()
        assert "veto" not in result.reason
        assert result.reason.endswith(".")
        assert result.tally == count(votes)


@given(rolls, some_parties, st.data())
def test_l2_l5_l6_one_more_yes_never_undoes_a_decision(
    votes: dict[str, Vote], parties: set[str], data: st.DataObject
) -> None:
    seat = data.draw(st.sampled_from(SEATS))
    for before, after in zip(decided(votes, parties), decided(votes | {seat: Y}, parties), strict=True):
        assert after.carried or not before.carried


@given(rolls, some_parties)
def test_l5_l4_leaving_the_parties_out_never_makes_unanimity_harder(
    votes: dict[str, Vote], parties: set[str]
) -> None:
    others_agree = any(vote is Y for seat, vote in votes.items() if seat not in parties)
    if unanimity(count(votes)).carried and others_agree:
        assert report(votes, parties).verdict is Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
