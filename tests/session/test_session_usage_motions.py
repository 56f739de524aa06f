"""Motions by the house: stated, seconded, debated, decided, and what they do (MU2, MU3, MU4, MU10, MU11)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.rules.house import Needed
from game.session import actions as a
from game.session import events as e
from game.session.legal import Docket, refusal_of
from game.session.state import Phase, State
from game.session.table import rounds_allowed, turn
from tests.session.council import at, came_of, refused, take, told, vote, yields
from tests.session.houses import FLOOR, under, with_motion

DRAFT = f"{FLOOR} | drafts S/1=USA:breach+assistance"
TWO = f"{FLOOR} | drafts S/1=USA:breach S/2=GBR:assistance"


def passing(state: State) -> State:
    """Let everybody called say nothing."""
    while state.chamber.phase is Phase.CALL:
        state = take(state, a.Yield(turn(state)[0]))
    return state


# -- what is known ---------------------------------------------------------------------------------
def test_mu1_a_motion_that_the_house_does_not_list_is_not_known() -> None:
    assert refused(under("unsc"), a.MoveMotion("USA", "una_mod", total=600, each=60, topic="Peace")) == "H5"
    assert refused(under("una_usa"), a.MoveMotion("USA", "ess")) == "H5"
    assert refused(under("nmun"), a.MoveMotion("USA", "nmun_draft")) == "H5", "an act of its own"


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (a.MoveMotion("USA", "una_mod", each=60, topic="Peace"), "MU3"),
        (a.MoveMotion("USA", "una_mod", total=600, topic="Peace"), "MU3"),
        (a.MoveMotion("USA", "una_mod", total=600, each=60), "MU3"),
        (a.MoveMotion("USA", "una_mod", total=600, each=60, topic="\x1b"), "MU3"),
        (a.MoveMotion("USA", "una_mod", total=60, each=120, topic="Peace"), "MU3"),
        (a.MoveMotion("USA", "una_unmod", total=10**9), "MU3"),
        (a.MoveMotion("USA", "una_set_time", each=60), "H8"),
        (a.MoveMotion("USA", "una_set_time"), "MU3"),
        (a.MoveMotion("USA", "una_division", "S/1", place=9), "H5"),
        (a.MoveMotion("USA", "una_division", "S/9", place=0), "H5"),
        (a.MoveMotion("USA", "una_reorder", "S/1"), "CB6"),
    ],
)
def test_mu3_the_mover_states_what_the_house_asks(act: a.MoveMotion, rule: str) -> None:
    assert refused(under("una_usa", DRAFT), act) == rule


def test_every_offered_motion_states_enough() -> None:
    for name in ("nmun", "una_usa", "thimun", "una_usa+crisis"):
        state = under(name, TWO)
        moved = Docket(state, "USA").of(a.MoveMotion)
        assert len({x.motion for x in moved}) >= 3
        assert all(refusal_of(state, x) is None for x in moved)


# -- majorities ------------------------------------------------------------------------------------
def test_mu10_a_majority_of_those_voting_carries_with_two_votes() -> None:
    state = take(under("una_usa"), a.MoveMotion("USA", "una_suspend"))
    others = dict.fromkeys(("CHN", "CUB", "ECU", "EGY", "FRA", "IND", "NOR", "RUS"), "abstain")
    result = vote(state, YUG="no", **others)
    (declared,) = told(result, e.ResultDeclared)
    assert isinstance(declared, e.ResultDeclared)
    assert (declared.verdict, declared.needed, declared.rule) == ("adopted", 2, "MU10")
    assert declared.named == "that the meeting be suspended"
    assert result.state.chamber.phase is Phase.CONSULTATIONS


def test_mu10_a_tie_is_lost() -> None:
    state = take(under("una_usa"), a.MoveMotion("USA", "una_suspend"))
    others = dict.fromkeys(("CHN", "CUB", "ECU", "EGY", "FRA", "IND", "NOR", "RUS", "YUG"), "abstain")
    result = vote(state, **(others | {"YUG": "no", "RUS": "no"}))
    (declared,) = told(result, e.ResultDeclared)
    assert isinstance(declared, e.ResultDeclared)
    assert declared.verdict == "rejected"
    assert "A tie is lost" in declared.reason


def test_mu11_the_chair_is_overruled_by_the_houses_majority() -> None:
    point = a.RaisePoint("GBR", "order", "USA")
    for name, verdict in (("nmun", "ruling_overruled"), ("una_usa", "ruling_stands")):
        state = take(under(name), point, a.Rule("IND", False), a.Challenge("GBR"))
        noes = dict.fromkeys(("CHN", "CUB", "ECU", "EGY", "FRA"), "no")
        (declared,) = told(vote(state, **noes), e.ResultDeclared)
        assert isinstance(declared, e.ResultDeclared)
        assert declared.verdict == verdict, "six to five: a majority, and not two thirds"


def test_mu11_where_no_appeal_is_listed_the_ruling_is_final() -> None:
    state = take(under("thimun"), a.RaisePoint("GBR", "order", "USA"), a.Rule("IND", False))
    assert refused(state, a.Challenge("GBR")) == "MU11"
    assert take(state, a.AcceptRuling(turn(state)[0])).chamber.phase is Phase.DEBATE


def test_mu2_drafts_still_need_seven_and_no_veto_in_the_nmun_council() -> None:
    state = under("nmun", "june chair | away - | drafts S/1=USA:breach | vote draft S/1")
    (declared,) = told(vote(state, RUS="no"), e.ResultDeclared)
    assert isinstance(declared, e.ResultDeclared)
    assert (declared.verdict, declared.needed, declared.vetoed_by) == ("vetoed", 7, ("RUS",))


# -- speakers for and against ----------------------------------------------------------------------
def test_mu2_closure_hears_two_against_and_nobody_for() -> None:
    state = take(under("nmun", DRAFT), a.MoveMotion("USA", "nmun_close_debate"))
    assert state.chamber.phase is Phase.CALL
    assert "USA" not in state.chamber.usage.call.queue
    first = turn(state)[0]
    assert refused(state, a.SpeakTo(first, "for", "Yes.")) == "MU3"
    assert refused(state, a.SpeakTo(first, "sideways")) == "H5"
    state = take(state, a.SpeakTo(first, "against", "It is too early."))
    state = take(state, a.Yield(turn(state)[0]))
    done = came_of(state, a.SpeakTo(turn(state)[0], "against"))
    assert told(done, e.CallEnded), "two against have been heard"
    assert done.state.chamber.ballot.kind == "motion"
    assert done.state.chamber.ballot.named == "that debate be closed"


def test_mu2_closure_carried_ends_the_debate_for_good() -> None:
    state = passing(take(under("nmun", DRAFT), a.MoveMotion("USA", "nmun_close_debate")))
    after = vote(state).state
    assert after.chamber.phase is Phase.CHAIR
    assert refused(after, a.ContinueDebate("IND")) == "CB1"
    assert not refused(after, a.PutToVote("IND", "S/1"))


def test_mu3_a_motion_may_be_spoken_for_by_its_mover_first() -> None:
    state = take(under("una_usa", DRAFT), a.MoveMotion("USA", "una_table"))
    assert turn(state) == ("USA",)
    assert not refused(state, a.SpeakTo("USA", "for", "Not today."))


def test_cb9_debated_motions_wait_and_are_taken_by_precedence() -> None:
    state = under(
        "una_usa", f"{TWO.replace('floor USA GBR CHN CUB ECU EGY FRA IND NOR RUS YUG', 'floor USA')}"
    )
    late = with_motion(state.house, "late", "extend", precedence=30, at_once=False, needed=Needed.MAJORITY)
    state = replace(state, house=with_motion(late, "early", "set_aside", precedence=1, at_once=False))
    state = take(state, a.MoveMotion("USA", "late"), a.MoveMotion("USA", "early"), a.Yield("USA"))
    assert state.chamber.ballot.subject == "early"


# -- seconds, consensus, the chair -----------------------------------------------------------------
def test_mu4_a_motion_that_nobody_seconds_falls() -> None:
    state = take(under("thimun"), a.MoveMotion("USA", "thimun_extend"))
    last = None
    while state.chamber.phase is Phase.CALL:
        last = came_of(state, a.Yield(turn(state)[0]))
        state = last.state
    (fell,) = told(last, e.MotionFell)
    assert isinstance(fell, e.MotionFell)
    assert fell.why == "second"
    assert turn(state) == ("USA",)
    assert refused(state, a.MoveMotion("USA", "thimun_extend")) == "H8"


def test_mu4_without_objection_it_is_carried_and_with_one_the_chair_decides() -> None:
    moved = take(under("thimun"), a.MoveMotion("USA", "thimun_extend"))
    seconded = take(moved, a.Second(turn(moved)[0]))
    assert seconded.chamber.ballot.kind == "unopposed"
    assert refused(seconded, a.CastBallot(turn(seconded)[0], "abstain")) == "MU4"
    carried = vote(seconded)
    assert told(carried, e.DebateExtended)
    assert rounds_allowed(carried.state) == rounds_allowed(seconded) + 1
    objected = take(seconded, a.CastBallot(turn(seconded)[0], "no"))
    assert objected.chamber.phase is Phase.RULING
    assert objected.chamber.point.subject == "motion"
    ruled = take(objected, a.Rule("IND", True))
    settled = came_of(ruled, a.AcceptRuling(turn(ruled)[0]))
    assert told(settled, e.MotionCarried)
    assert told(settled, e.DebateExtended)
    refused_ = take(objected, a.Rule("IND", False))
    assert told(came_of(refused_, a.AcceptRuling(turn(refused_)[0])), e.MotionFell)


def test_mu4_an_objection_to_the_previous_question_means_a_vote() -> None:
    moved = take(under("thimun", DRAFT), a.MoveMotion("USA", "thimun_previous_question"))
    seconded = take(moved, a.Second(turn(moved)[0]))
    objected = came_of(seconded, a.CastBallot(turn(seconded)[0], "no", "Too early."))
    assert objected.state.chamber.ballot.kind == "motion"
    assert refused(objected.state, a.CastBallot(turn(objected.state)[0], "abstain")) == "MU4"
    assert told(vote(objected.state), e.DebateClosed)


# -- what they do ----------------------------------------------------------------------------------
def test_mu3_an_unmoderated_caucus_states_its_time_and_the_list_stands_afterwards() -> None:
    state = take(under("una_usa"), a.MoveMotion("USA", "una_unmod", total=900))
    carried = vote(state)
    (opened,) = told(carried, e.CaucusOpened)
    assert isinstance(opened, e.CaucusOpened)
    assert opened.total == 900
    assert carried.state.chamber.phase is Phase.CONSULTATIONS
    after = yields(carried.state, Phase.DEBATE)
    assert after.chamber.meeting.queue == state.chamber.meeting.queue
    assert after.chamber.meeting.round == state.chamber.meeting.round


def test_h2_caucuses_are_bounded() -> None:
    state = under("una_usa")
    used = replace(state.chamber, usage=replace(state.chamber.usage, caucuses=3))
    assert refused(replace(state, chamber=used), a.MoveMotion("USA", "una_unmod", total=900)) == "H2"


def test_mu3_a_moderated_caucus_calls_as_many_as_the_time_allows() -> None:
    motion = a.MoveMotion("USA", "una_mod", total=120, each=60, topic="Aid")
    state = vote(take(under("una_usa"), motion)).state
    call = state.chamber.usage.call
    assert (call.kind, call.left, call.each, call.topic) == ("caucus", 2, 60, "Aid")
    long = " ".join(["word"] * 121)
    assert refused(state, a.SpeakTo("USA", words=long)) == "MU3"
    assert refused(state, a.SpeakTo("USA", "for")) == "MU3"
    state = take(state, a.SpeakTo("USA", words="Food first."))
    state = take(state, a.Yield(turn(state)[0]))
    done = came_of(state, a.SpeakTo(turn(state)[0], words="And shelter."))
    assert done.state.chamber.phase is Phase.DEBATE
    assert turn(done.state) == ("USA",)


def test_mu3_the_speaking_time_is_set_and_limits_words() -> None:
    state = passing(take(under("una_usa"), a.MoveMotion("USA", "una_set_time", each=10)))
    short = vote(state).state
    assert refused(short, a.Speak("USA", words=" ".join(["word"] * 21))) == "MU3"
    assert not refused(short, a.Speak("USA", words=" ".join(["word"] * 20)))
    assert not refused(under("una_usa"), a.Speak("USA", words=" ".join(["word"] * 120)))
    assert refused(under("una_usa"), a.Speak("USA", words=" ".join(["w"] * 121))) == "MU3"


def test_mu2_a_closed_list_takes_no_names_and_may_be_reopened() -> None:
    state = take(under("nmun"), a.SignSpeakersList("FRA"), a.MoveMotion("USA", "nmun_close_list"))
    shut = vote(state).state
    assert shut.chamber.meeting.queue == ("USA", "FRA")
    assert refused(shut, a.SignSpeakersList("FRA")) == "CB1"
    shut = take(shut, a.Yield("USA"))
    again = vote(take(at_next_round(shut), a.MoveMotion("USA", "nmun_close_list")))
    assert told(again, e.ListReopened)


def at_next_round(state: State) -> State:
    """The same moment with everybody to be called, and nothing tried."""
    meeting = replace(state.chamber.meeting, queue=("USA", "GBR"), signed=(), tried=frozenset())
    return replace(state, chamber=replace(state.chamber, meeting=meeting))


def test_mu2_adjournment_of_debate_lays_the_drafts_aside_and_reconsideration_brings_one_back() -> None:
    state = passing(take(under("nmun", TWO), a.MoveMotion("USA", "nmun_adjourn_debate")))
    aside = vote(state)
    (laid,) = told(aside, e.DraftsSetAside)
    assert isinstance(laid, e.DraftsSetAside)
    assert laid.drafts == ("S/1", "S/2")
    assert refused(aside.state, a.Sponsor("USA", "S/2")) == "H5"
    moved = passing(take(aside.state, a.MoveMotion("USA", "nmun_reconsider", "S/2")))
    back = vote(moved).state
    assert back.chamber.drafts["S/2"].status == "tabled"
    assert refused(back, a.MoveMotion("USA", "nmun_reconsider", "S/2")) == "H8"


def test_v14_a_vetoed_draft_is_not_reconsidered() -> None:
    state = under("nmun", f"{FLOOR} | drafts S/1=USA:breach!vetoed S/2=USA:breach!failed")
    assert refused(state, a.MoveMotion("USA", "nmun_reconsider", "S/1")) == "H5"
    assert not refused(state, a.MoveMotion("USA", "nmun_reconsider", "S/2"))


def test_mu4_tabling_is_of_one_resolution() -> None:
    moved = take(under("thimun", TWO), a.MoveMotion("USA", "thimun_table", "S/2"))
    state = passing(take(moved, a.Second(turn(moved)[0])))
    after = vote(state).state
    assert [after.chamber.drafts[x].status for x in ("S/1", "S/2")] == ["tabled", "set_aside"]


def test_mu2_division_goes_by_a_vote_and_then_the_part_by_another() -> None:
    state = under("nmun", DRAFT)
    assert refused(state, a.RequestSeparateVote("USA", "S/1", 0)) == "MU2"
    moved = passing(take(state, a.MoveMotion("USA", "nmun_division", "S/1", place=1)))
    assert not moved.chamber.drafts["S/1"].divided
    divided = vote(moved).state
    assert divided.chamber.drafts["S/1"].divided == (1,)
    assert not divided.chamber.drafts["S/1"].voted
    lost = vote(moved, **dict.fromkeys(("GBR", "CHN", "CUB", "ECU", "EGY", "FRA"), "no")).state
    assert not lost.chamber.drafts["S/1"].divided
    chair = yields(divided, Phase.CHAIR)
    put = take(chair, a.PutToVote("IND", "S/1"))
    assert (put.chamber.ballot.kind, put.chamber.ballot.place) == ("part", 1)


def test_mu3_drafts_are_reordered_by_a_majority() -> None:
    state = take(under("una_usa", TWO), a.MoveMotion("USA", "una_reorder", "S/2"))
    chair = yields(vote(state, GBR="no", FRA="no").state, Phase.CHAIR)
    assert refused(chair, a.PutToVote("IND", "S/1")) == "CB6"
    assert not refused(chair, a.PutToVote("IND", "S/2"))


def test_mu6_a_roll_call_is_had_for_the_asking() -> None:
    done = came_of(under("nmun", DRAFT), a.MoveMotion("USA", "nmun_roll_call", "S/1"))
    assert told(done, e.RollCallAsked)
    assert done.state.chamber.usage.roll_calls == {"S/1"}
    assert turn(done.state) == ("USA",)


def test_motions_of_the_council_are_moved_as_ever() -> None:
    state = at("june debate | floor USA GBR | motions suspend=YUG")
    assert refused(state, a.MoveMotion("USA", "adjourn")) in ("CB9", "")
    assert take(at("june debate | floor USA GBR"), a.MoveMotion("USA", "suspend")).chamber.ballot is not None
