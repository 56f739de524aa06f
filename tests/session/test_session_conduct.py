"""Meetings asked for, the agenda item by item, what stays before the Council, private meetings, votes
explained."""

from __future__ import annotations

import pytest

from game.session import actions as a
from game.session import events as e
from game.session.decide import open_sitting
from game.session.duties import bound_to_abstain
from game.session.facts import facts
from game.session.legal import Docket
from game.session.state import Ballot, Phase, State
from game.session.table import turn
from game.session.views import may_know, view
from tests.session.council import OF_1950, SCENARIO, at, came_of, refused, take, told, vote, world, yields

NO = dict.fromkeys(("USA", "GBR", "FRA", "CHN", "CUB"), "no")
ITEM = "seat-of-china"


def adjourned(state: State, motion: str = "adjourn_to") -> State:
    """Move an adjournment with the floor, end the round, and carry what is put."""
    mover = turn(state)[0]
    moved = take(state, a.MoveMotion(mover, motion))
    if moved.chamber.phase is Phase.DEBATE:
        moved = yields(moved, Phase.BALLOT)
    return vote(moved).state


def minutes(text: str) -> State:
    """An early meeting: `june debate` with those called who are said to be."""
    return at(f"june debate | away - | floor {text}")


# -- a member's request ----------------------------------------------------------------------------
def test_mt2_any_members_request_puts_an_item_on_the_provisional_agenda() -> None:
    asked = came_of(at("june recess | away - | floor YUG"), a.RequestMeeting("YUG", ITEM))
    assert told(asked, e.MeetingRequested) == [e.MeetingRequested("YUG", ITEM, "The representation of China")]
    (listed,) = asked.state.chamber.conduct.listed
    assert (listed.id, listed.seat) == (ITEM, "YUG")
    own = take(asked.state, a.RequestMeeting("YUG", words="Peace in Asia\x1b"))
    assert own.chamber.conduct.listed[1].title == "Peace in Asia"


@pytest.mark.parametrize(
    ("state", "act", "rule"),
    [
        ("june recess | floor USA", a.RequestMeeting("USA"), "MT2"),
        ("june recess | floor USA", a.RequestMeeting("USA", ITEM), "AG2"),
        ("june recess | floor USA", a.RequestMeeting("USA", "weather"), "H5"),
        ("june recess | floor USA", a.RequestMeeting("USA", words="Complaint of aggression"), "H8"),
        ("june recess | floor USA", a.RequestMeeting("GBR", words="Peace"), "H1"),
        ("june recess | floor USA", a.RequestMeeting("ZZZ", words="Peace"), "H5"),
        ("june consultations | floor USA", a.RequestMeeting("USA", words="Peace"), "MT2"),
        ("june debate | floor USA", a.ExplainVote("USA", "Indeed."), "EV1"),
    ],
)
def test_mt2_ag2_a_request_is_refused_by_its_rule(state: str, act: a.Action, rule: str) -> None:
    assert refused(at(state), act) == rule


def test_h2_h8_a_delegation_asks_for_one_item_of_its_own_and_nothing_twice() -> None:
    state = take(at("june recess | floor YUG"), a.RequestMeeting("YUG", words="Peace"))
    assert refused(state, a.RequestMeeting("YUG", words="Peace")) == "H8"
    assert refused(state, a.RequestMeeting("YUG", words="Bread")) == "H2"
    state = take(state, a.RequestMeeting("YUG", ITEM), a.RequestMeeting("YUG", "formosa"))
    assert refused(take(state, a.Yield("YUG")), a.RequestMeeting("YUG", words="More")) == "H1"


def test_mt2_during_a_meeting_a_further_one_is_asked_for() -> None:
    asked = came_of(minutes("YUG IND"), a.RequestMeeting("YUG"))
    assert [type(x) for x in asked.events] == [e.MeetingRequested, e.MeetingSetDown]
    assert refused(asked.state, a.RequestMeeting("YUG")) == "H8"
    ended = came_of(yields(asked.state, Phase.CHAIR), a.CloseMeeting("IND"))
    assert ended.state.chamber.phase is Phase.RECESS
    assert ended.state.chamber.consulting == OF_1950, "everybody has its turn again"
    assert told(ended, e.MeetingRose) == [e.MeetingRose("recess")]
    again = take(yields_all(ended.state), a.CallToOrder("IND"))
    assert (again.chamber.meetings, again.chamber.stage_id) == (474, "june")


def yields_all(state: State) -> State:
    """Let everybody pass between meetings."""
    while state.chamber.consulting:
        state = take(state, a.Yield(state.chamber.consulting[0]))
    return state


def test_h2_two_meetings_are_held_at_one_date() -> None:
    first = take(minutes("YUG IND"), a.RequestMeeting("YUG"))
    rose = take(yields(first, Phase.CHAIR), a.CloseMeeting("IND"))
    second = take(yields_all(rose), a.CallToOrder("IND"))
    assert refused(second, a.RequestMeeting(turn(second)[0])) == "H2"
    done = take(yields(second, Phase.CHAIR), a.CloseMeeting("IND"))
    assert done.chamber.phase is Phase.INTERVAL


# -- the agenda, item by item ----------------------------------------------------------------------
def listed(*more: a.Action) -> State:
    """A council about to meet, with an item of Yugoslavia's on the agenda and what else was done."""
    state = take(at("june recess | away - | floor YUG USA"), a.RequestMeeting("YUG", ITEM), a.Yield("YUG"))
    return take(yields_all(take(state, *more)), a.CallToOrder("IND"))


def test_ag5_an_item_nobody_objects_to_is_adopted_with_the_agenda() -> None:
    state = listed()
    assert state.chamber.phase is Phase.DEBATE
    assert state.chamber.conduct.taken_up == {ITEM}
    assert f"item:{ITEM}" in facts(state).flags


def test_ag5_each_item_objected_to_is_voted_on_and_one_rejected_is_dropped() -> None:
    state = listed(a.GiveNotice("USA", ITEM))
    ballot = state.chamber.ballot
    assert ballot is not None
    assert (ballot.kind, ballot.subject, ballot.nature, ballot.mover) == ("agenda", ITEM, "procedural", "USA")
    done = vote(state, **NO)
    assert told(done, e.ItemDropped) == [e.ItemDropped(ITEM, "The representation of China")]
    assert done.state.chamber.phase is Phase.DEBATE
    assert f"item:{ITEM}" not in facts(done.state).flags


def test_ag5_v3_a_permanent_members_no_does_not_keep_an_item_off_the_agenda() -> None:
    done = vote(listed(a.GiveNotice("USA", ITEM)), USA="no", CHN="no", CUB="no")
    assert told(done, e.ItemAdopted)
    assert told(done, e.ResultDeclared)[0].rule == "V3"


def test_ag5_the_main_item_rejected_ends_the_meeting_and_the_other_items_wait() -> None:
    state = listed(a.GiveNotice("USA"), a.GiveNotice("USA", ITEM))
    assert state.chamber.ballot.subject == "agenda"
    rose = vote(state, **NO)
    assert rose.state.chamber.phase is Phase.INTERVAL
    assert [x.id for x in rose.state.chamber.conduct.listed] == [ITEM]
    july = world(rose.state).state
    assert [x.id for x in july.chamber.conduct.listed] == [ITEM], "AG6: carried over"


def test_ag5_both_are_put_one_after_the_other() -> None:
    state = listed(a.GiveNotice("USA"), a.GiveNotice("USA", ITEM))
    second = vote(state).state
    assert second.chamber.ballot.subject == ITEM
    adopted = vote(second)
    assert told(adopted, e.AgendaAdopted)[0].objected


def test_ag5_notice_is_given_of_what_is_on_the_agenda() -> None:
    state = take(at("june recess | away - | floor YUG"), a.RequestMeeting("YUG", ITEM))
    assert refused(state, a.GiveNotice("YUG", "formosa")) == "H5"
    state = take(state, a.GiveNotice("YUG", ITEM))
    assert refused(state, a.GiveNotice("YUG", ITEM)) == "H8"
    assert not refused(state, a.GiveNotice("YUG"))


# -- what stays before the Council -----------------------------------------------------------------
DRAFT = "drafts S/1=USA:relief"


def test_ag6_adjourned_to_a_day_the_council_meets_again_at_this_stage_with_its_drafts() -> None:
    waits = f"june debate | away - | floor USA IND | {DRAFT} | amendments S/2=CUB>S/1:add@-1+breach"
    again = adjourned(at(waits))
    assert again.chamber.phase is Phase.RECESS
    assert again.chamber.drafts["S/1"].status == "tabled"
    assert set(again.chamber.amendments) == {"S/2"}
    assert refused(take(again), a.TableDraft("BRA", stored="s-1501")) != ""


@pytest.mark.parametrize("motion", ["adjourn", "refer", "postpone"])
def test_ag6_unfinished_business_goes_on_at_the_next_stage(motion: str) -> None:
    rose = adjourned(at(f"june debate | away - | floor USA IND | {DRAFT}"), motion)
    assert rose.chamber.phase is Phase.INTERVAL
    july = world(rose).state
    assert (july.chamber.stage_id, july.chamber.drafts["S/1"].status) == ("july", "tabled")


def test_cb6_what_was_carried_over_is_put_before_what_comes_later() -> None:
    held = "drafts S/3=USA:breach!adopted82 S/5=GBR:orchard!withdrawn S/9=USA:relief"
    july = world(adjourned(at(f"june debate | away - | floor USA IND | {held}"), "adjourn")).state
    meeting = take(yields_all(july), a.CallToOrder("NOR"))
    seat = turn(meeting)[0]
    later = take(meeting, a.TableDraft(seat, stored="s-1508"))
    chair = yields(later, Phase.CHAIR)
    assert refused(chair, a.PutToVote("NOR", "S/1508/Rev.1")) == "CB6"
    assert not refused(chair, a.PutToVote("NOR", "S/9"))


def test_cb9_a_matter_postponed_is_not_met_on_again_at_this_stage() -> None:
    asked = take(at("june debate | away - | floor USA IND"), a.RequestMeeting("USA"))
    rose = adjourned(asked, "postpone")
    assert rose.chamber.phase is Phase.INTERVAL


def test_v14_a_text_carried_over_is_not_tabled_a_second_time() -> None:
    held = "drafts S/1501=USA:@s-1501"
    july = world(adjourned(at(f"june debate | away - | floor USA IND | {held}"), "adjourn")).state
    meeting = take(yields_all(july), a.CallToOrder("NOR"))
    assert refused(meeting, a.TableDraft(turn(meeting)[0], stored="s-1501")) == "V14"


# -- proceeding to the vote ------------------------------------------------------------------------
def test_cb1_the_council_decides_to_proceed_to_the_vote_at_once() -> None:
    state = at(f"june debate | away - | floor USA GBR IND | {DRAFT}")
    moved = take(state, a.MoveMotion("USA", "vote_now"))
    assert moved.chamber.ballot.nature == "procedural"
    closed = vote(moved, RUS="no")
    assert told(closed, e.DebateClosed)
    assert closed.state.chamber.phase is Phase.CHAIR
    assert refused(closed.state, a.ContinueDebate("IND")) == "CB1"
    assert not refused(closed.state, a.PutToVote("IND", "S/1"))


def test_cb1_a_debate_is_not_closed_by_fewer_than_seven() -> None:
    state = at(f"june debate | away - | floor USA GBR IND | {DRAFT}")
    open_ = vote(take(state, a.MoveMotion("USA", "vote_now")), **NO)
    assert (open_.state.chamber.phase, turn(open_.state)) == (Phase.DEBATE, ("USA",))


def test_cb9_a_motion_pending_is_decided_before_the_vote() -> None:
    state = at(f"june debate | away - | floor USA GBR IND | {DRAFT} | motions remove_item=CUB")
    done = vote(take(state, a.MoveMotion("USA", "vote_now")))
    assert done.state.chamber.ballot.subject == "remove_item"
    pending = at(f"june debate | away - | floor USA GBR IND | {DRAFT} | motions refer=CUB")
    assert refused(pending, a.MoveMotion("USA", "vote_now")) == "CB9"


# -- private meetings ------------------------------------------------------------------------------
def private(text: str = "june debate | away - | floor USA IND") -> State:
    """A meeting that has just gone on in private."""
    moved = take(at(text), a.MoveMotion("USA", "private_meeting"))
    return vote(yields(moved, Phase.BALLOT)).state if moved.chamber.ballot is None else vote(moved).state


def test_pb3_what_is_said_in_private_is_for_those_who_were_there() -> None:
    state = take(private(), a.ContinueDebate("IND")) if private().chamber.phase is Phase.CHAIR else private()
    assert state.chamber.conduct.private
    speaker = turn(state)[0]
    said = came_of(state, a.Speak(speaker, "help", "for", "Between these walls."))
    (words,) = told(said, e.StatementMade)
    assert may_know(said.state, "FRA", words)
    assert not may_know(said.state, "", words)
    assert "help" not in said.state.chamber.positions.get(speaker, {}), "nothing of it is public"


def test_pb3_votes_in_private_are_known_and_their_reasons_are_not() -> None:
    state = private(f"june debate | away - | floor USA IND | {DRAFT}")
    put = take(state, a.PutToVote("IND", "S/1"))
    cast = came_of(put, a.CastBallot("CHN", "yes", "China has its reasons."))
    ballot, explained = cast.events
    assert (ballot, may_know(cast.state, "", ballot)) == (e.BallotCast("CHN", "yes"), True)
    assert isinstance(explained, e.VoteExplained)
    assert not may_know(cast.state, "", explained)
    assert "reasons" not in str(view(cast.state).chamber.ballot.reasons)


def test_pb4_a_private_meeting_closes_with_a_communique_under_its_number() -> None:
    rose = came_of(private(), a.CloseMeeting("IND"))
    (communique,) = told(rose, e.CommuniqueIssued)
    assert (communique.number, communique.item) == (473, "Complaint of aggression")
    assert may_know(rose.state, "", communique)


def test_pb1_the_next_meeting_is_public_again() -> None:
    july = world(take(private(), a.CloseMeeting("IND"))).state
    meeting = take(yields_all(july), a.CallToOrder("NOR"))
    assert not meeting.chamber.conduct.private
    said = came_of(meeting, a.Speak(turn(meeting)[0], "help", "for"))
    assert told(said, e.StatementMade)[0].heard_by == ()


def test_pb3_a_private_meeting_is_not_made_private_twice() -> None:
    state = take(private(), a.ContinueDebate("IND"))
    assert refused(state, a.MoveMotion(turn(state)[0], "private_meeting")) == "PB3"


# -- after the result ------------------------------------------------------------------------------
def decided() -> State:
    """A draft just voted on: India abstained, Egypt took no part."""
    put = take(at(f"june chair | away - | {DRAFT}"), a.PutToVote("IND", "S/1"))
    return vote(put, IND="abstain", EGY="not_participating").state


def test_ev1_a_vote_is_explained_once_after_the_result() -> None:
    state = decided()
    explained = came_of(state, a.ExplainVote("FRA", "France is content.\n"))
    assert told(explained, e.VoteExplained) == [e.VoteExplained("FRA", "S/1", "France is content.")]
    assert refused(explained.state, a.ExplainVote("FRA", "Again.")) == "EV1"
    assert refused(state, a.ExplainVote("EGY", "We kept out of it.")) == "EV1"
    assert refused(state, a.ExplainVote("FRA", " ")) == "H5"
    assert not refused(explained.state, a.ExplainVote("IND", "India abstained."))


def test_cb11_a_vote_is_not_explained_while_it_is_taken() -> None:
    put = take(at(f"june chair | away - | {DRAFT}"), a.PutToVote("IND", "S/1"))
    assert refused(put, a.ExplainVote("FRA", "France will say why.")) == "CB11"


def test_ev1_with_the_next_question_the_last_is_closed() -> None:
    state = decided()
    state = take(state, a.ContinueDebate("IND"))
    moved = take(state, a.MoveMotion(turn(state)[0], "suspend"))
    suspended = vote(moved, **dict.fromkeys(OF_1950, "no")).state
    assert refused(suspended, a.ExplainVote("FRA", "Late.")) == "EV1"


def test_v14_a_vote_stands_once_the_result_is_declared() -> None:
    assert refused(decided(), a.CastBallot("IND", "yes")) == "V14"
    assert refused(at("june chair"), a.CastBallot("IND", "yes")) == "V13"


# -- a dispute and its parties ---------------------------------------------------------------------
def enforced() -> State:
    """A sitting in which the Charter's duty to abstain is enforced, at the opening of its first meeting."""
    holders = dict.fromkeys(OF_1950, "person")
    state = world(open_sitting(SCENARIO, e.SittingOpened(holders, abstention="enforce")).state).state
    return take(yields_all(state), a.CallToOrder("IND"))


def test_v11_as_votes_are_cast_no_dispute_is_declared() -> None:
    assert refused(minutes("USA IND"), a.MoveMotion("USA", "declare_dispute", seats=("GBR",))) == "V11"


def test_v10_a_party_declared_has_its_vote_void_under_chapter_six_alone() -> None:
    state = enforced()
    mover = turn(state)[0]
    assert refused(state, a.MoveMotion(mover, "declare_dispute")) == "V10"
    assert refused(state, a.MoveMotion(mover, "declare_dispute", seats=("GBR", "ZZZ"))) == "H5"
    assert a.MoveMotion(mover, "declare_dispute", seats=("EGY", "GBR")) in Docket(state, mover).of(
        a.MoveMotion
    )
    state = take(state, a.MoveMotion(mover, "declare_dispute", seats=("GBR", "EGY")))
    declared = vote(yields(state, Phase.BALLOT), GBR="no")
    assert told(declared, e.DisputeDeclared) == [e.DisputeDeclared(("GBR", "EGY"))]
    assert declared.state.chamber.conduct.parties == ("GBR", "EGY")
    state = take(declared.state, a.ContinueDebate("IND"))
    assert refused(state, a.MoveMotion(turn(state)[0], "declare_dispute", seats=("FRA",))) == "V10"
    tabled = take(state, a.TableDraft(turn(state)[0], clauses=(_clause("talks"),)))
    tabled = take(tabled, a.TableDraft(turn(state)[0], clauses=(_clause("breach"),)))
    chair = yields(tabled, Phase.CHAIR)
    first, second = (d.symbol for d in chair.chamber.drafts.values())
    for kind, nature, void in (("draft", "substantive", ("EGY", "GBR")), ("assembly", "important", ())):
        question = Ballot(kind, first, nature, OF_1950, Phase.CHAIR, draft=first)
        assert bound_to_abstain(SCENARIO.clause, chair.chamber, question) == void, "the Council's duty alone"
    voted = vote(take(chair, a.PutToVote("IND", first)), GBR="no", EGY="yes")
    (result,) = told(voted, e.ResultDeclared)
    assert (result.verdict, result.voided) == ("adopted", ("EGY", "GBR"))
    assert (result.yes, result.no, result.abstain) == (8, 0, 2)
    assert voted.state.chamber.subjects["talks"]["GBR"] == "abstain"
    voted = vote(take(voted.state, a.PutToVote("IND", second)), GBR="no")
    assert told(voted, e.ResultDeclared)[0].verdict == "vetoed", "Chapter VII: X5, CH19"


def _clause(kind: str) -> object:
    from game.session.scenario import Clause

    return Clause(kind)


def test_h2_ag6_from_the_second_meeting_business_goes_on_at_the_next_stage() -> None:
    again = adjourned(at(f"june debate | away - | floor USA IND | {DRAFT}"))
    second = take(yields_all(again), a.CallToOrder("IND"))
    rose = adjourned(second)
    assert rose.chamber.phase is Phase.INTERVAL
    july = world(rose).state
    assert (july.chamber.stage_id, july.chamber.drafts["S/1"].status) == ("july", "tabled")


def test_ag6_what_waits_is_told_when_the_meeting_rises() -> None:
    put = take(at(f"june debate | away - | floor USA IND | {DRAFT}"), a.MoveMotion("USA", "adjourn"))
    (rose,) = told(vote(put), e.MeetingRose)
    assert rose == e.MeetingRose("interval", ("S/1",))
