"""The twenty traps of the specification, each as the law meets it, and pages that no other test names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from game.rules.abstention import must_abstain
from game.rules.agenda import refuse_meeting
from game.rules.amendments import voting_order
from game.rules.assembly import decide_assembly, two_thirds
from game.rules.ballots import Question, decide
from game.rules.bases import BASES, Kind
from game.rules.bodies import UNSC_11, UNSC_15, Body, Nature, Vote, body_on
from game.rules.book import RULES
from game.rules.consent import presidential_statement
from game.rules.house import UNSC, Needed
from game.rules.majorities import RELATIVE
from game.rules.matters import MATTERS, nature_of
from game.rules.motions import refuse_debate
from game.rules.questions import Put, judge
from game.rules.results import Result, Tally, Verdict
from game.rules.texts import refuse_separate_vote
from game.session import actions as a
from game.session.table import present
from tests.session.council import at, take

ELECTED = tuple(f"E{n}" for n in range(1, 11))


def asked(question: Question, body: Body, yes: int, no: int = 0, **named: Vote) -> Result:
    """A vote in which elected members say yes first, then permanent ones; nobody is absent."""
    seats = [s for s in (*ELECTED[: body.size - 5], *body.permanent) if s not in named]
    votes = dict(named)
    for place, seat in enumerate(seats):
        votes[seat] = Vote.YES if place < yes else Vote.NO if place < yes + no else Vote.ABSTAIN
    return decide(body, question, votes)


def test_x1_eight_on_procedure_fail() -> None:
    assert asked(Question.PROCEDURAL, UNSC_15, 8).verdict is Verdict.REJECTED_INSUFFICIENT
    assert asked(Question.PROCEDURAL, UNSC_15, 9, USA=Vote.NO).verdict is Verdict.ADOPTED


def test_x2_a_permanent_no_below_nine_is_no_veto() -> None:
    lost = asked(Question.SUBSTANTIVE, UNSC_15, 8, USA=Vote.NO)
    assert (lost.verdict, lost.vetoed_by) == (Verdict.REJECTED_INSUFFICIENT, ())


def test_x3_absent_elected_members_lower_nothing() -> None:
    away = dict.fromkeys(("E8", "E9", "E10"), Vote.ABSENT)
    lost = asked(Question.SUBSTANTIVE, UNSC_15, 8, **away)
    assert (lost.verdict, lost.needed) == (Verdict.REJECTED_INSUFFICIENT, 9)


def test_x4_nothing_in_the_council_goes_by_two_thirds() -> None:
    assert not {entry.needed for entry in UNSC.motions} & {Needed.TWO_THIRDS, Needed.TWO_THIRDS_SEATS}
    assert not {UNSC.substance, UNSC.procedure, UNSC.appeal} & RELATIVE


def test_x5_no_party_abstains_under_chapter_seven() -> None:
    assert must_abstain(Nature.SUBSTANTIVE, ("art_36",), dispute=True)
    for bases in (("art_41",), ("art_36", "art_39"), ("art_53",), ("chapter_vi", "chapter_vii")):
        assert not must_abstain(Nature.SUBSTANTIVE, bases, dispute=True)


@pytest.mark.parametrize(("body", "needed"), [(UNSC_15, 8), (UNSC_11, 6)])
def test_x6_a_judge_needs_a_majority_of_the_seats(body: Body, needed: int) -> None:
    won = asked(Question.ELECTION, body, needed)
    assert (won.verdict, won.needed) == (Verdict.ELECTED, needed)
    assert asked(Question.ELECTION, body, needed - 1).verdict is Verdict.NOT_ELECTED


def test_x7_any_seven_suffice_under_article_109_3() -> None:
    for noes in ({}, {"USA": Vote.NO, "CHN": Vote.NO}):
        carried = asked(Question.TENTH_SESSION_REVIEW, UNSC_15, 7, **noes)
        assert (carried.verdict, carried.needed) == (Verdict.ADOPTED, 7)


def test_x8_nobody_seconds_in_the_council() -> None:
    assert not any(entry.seconds for entry in UNSC.motions)


def test_x9_suspension_is_not_debated_and_adjournment_to_a_day_is() -> None:
    assert refuse_debate("suspend") is not None
    assert refuse_debate("adjourn") is not None
    assert refuse_debate("adjourn_to") is None


@dataclass(frozen=True)
class _Change:
    symbol: str
    kind: str
    distance: float


def test_x10_additions_and_deletions_first() -> None:
    moved = (_Change("far", "replace", 9.0), _Change("near", "replace", 1.0), _Change("out", "delete", 0.5))
    assert [x.symbol for x in voting_order(moved)] == ["out", "far", "near"]


def test_x11_the_mover_alone_blocks_a_separate_vote() -> None:
    assert refuse_separate_vote(True, ["USA"], ["USA"]) is not None
    assert refuse_separate_vote(True, ["GBR"], ["USA"]) is None


def test_x12_one_elected_member_blocks_a_statement() -> None:
    assert presidential_statement(["E3"]).verdict is Verdict.BLOCKED
    assert presidential_statement([]).verdict is Verdict.ISSUED


def test_x13_overruling_takes_nine_and_not_a_majority_of_those_voting() -> None:
    assert asked(Question.CHALLENGE, UNSC_15, 8, 3).verdict is Verdict.RULING_STANDS
    assert asked(Question.CHALLENGE, UNSC_15, 9, 6).verdict is Verdict.RULING_OVERRULED


def test_x14_the_presidents_own_state_votes() -> None:
    put = take(at("june debate | away - | chair IND | floor USA"), a.MoveMotion("USA", "adjourn"))
    assert put.chamber.ballot is not None
    assert put.chamber.ballot.voters == present(put.chamber)
    assert "IND" in put.chamber.ballot.voters


def test_x15_one_member_is_enough_to_have_a_meeting_called() -> None:
    assert refuse_meeting("E1", ("E1", "USA")) is None
    assert refuse_meeting("E2", ("E1", "USA")) is not None


def test_x16_x17_the_league_counts_abstentions_out_and_parties_by_article() -> None:
    votes = {"GBR": Vote.YES, "FRA": Vote.YES, "ESP": Vote.ABSTAIN, "JPN": Vote.NO}
    put = Put(era="league_council", votes=votes, parties=("JPN",))
    assert judge("league_unanimity", put).result.verdict is Verdict.NOT_ADOPTED_NO_UNANIMITY
    report = judge("league_art15_report", put).result
    assert report.verdict is Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
    without = Put(era="league_council", votes={**votes, "JPN": Vote.ABSENT})
    assert judge("league_unanimity", without).result.verdict is Verdict.ADOPTED


def test_x18_fifteen_from_the_first_of_january_1966() -> None:
    assert body_on(date(1965, 12, 31)) is UNSC_11
    assert body_on(date(1966, 1, 1)) is UNSC_15


def test_x20_two_thirds_of_those_voting_and_a_quorum_of_all() -> None:
    assert two_thirds(4, 2)
    assert not two_thirds(3, 2)
    assert decide_assembly(Tally(60, 20, 40), important=True).verdict is Verdict.ADOPTED
    assert decide_assembly(Tally(30, 1, absent=69), important=True).verdict is Verdict.NO_QUORUM


# -- ids that no other test names ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("matter", "rule"),
    [
        ("secretary_general", "SP2"),
        ("admission", "SP3"),
        ("suspension_of_rights", "SP5"),
        ("expulsion", "SP5"),
    ],
)
def test_sp2_sp3_sp5_are_questions_of_substance(matter: str, rule: str) -> None:
    assert nature_of(matter) is Nature.SUBSTANTIVE
    assert MATTERS[matter].rule == rule


@pytest.mark.parametrize("question", ["admission", "sg_recommendation"])
def test_sp2_sp3_can_be_vetoed(question: str) -> None:
    votes = {**dict.fromkeys((*ELECTED, *UNSC_15.permanent), Vote.YES), "RUS": Vote.NO}
    judged = judge(question, Put(era="unsc_15", votes=votes)).result
    assert (judged.verdict, judged.vetoed_by) == (Verdict.VETOED, ("RUS",))


@pytest.mark.parametrize(
    ("basis", "rule", "carries"),
    [
        ("art_34", "CH2", Kind.INQUIRY),
        ("art_36", "CH4", Kind.METHODS),
        ("art_37", "CH7", Kind.TERMS),
        ("art_96", "CH15", Kind.OPINION),
    ],
)
def test_ch2_ch4_ch7_ch15_each_article_carries_its_own(basis: str, rule: str, carries: Kind) -> None:
    known = BASES[basis]
    assert known.rule == rule
    assert carries in known.carries
    assert Kind.FORCE not in known.carries


def test_m4_sp6_ga9_pages_of_practice_stand_in_the_book() -> None:
    assert {"M4", "SP6", "GA9"} <= RULES.keys()
