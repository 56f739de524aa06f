"""The meeting: who presides, how it opens, who is called, what is moved, when it rises."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.session import actions as a
from game.session import events as e
from game.session.legal import legal
from game.session.state import Phase
from game.session.table import month_president, presiding, turn
from game.world.conditions import Condition
from tests.session.council import SCENARIO, STAGES, at, came_of, refused, take, told, vote, yields


# -- the President ------------------------------------------------------------
@pytest.mark.parametrize(("stage", "president"), [(0, "IND"), (1, "NOR"), (2, "RUS"), (3, "ECU")])
def test_pr1_pr2_the_presidency_goes_round_by_months_and_over_the_new_year(
    stage: int, president: str
) -> None:
    assert month_president(SCENARIO, stage) == president


def test_pr1_one_that_stays_away_is_passed_over() -> None:
    assert presiding(at("august recess | away -")) == "RUS"
    assert presiding(at("august recess | away RUS")) == "GBR"


def test_pr4_the_president_calls_to_order_and_is_called_last() -> None:
    called = came_of(at("june recess | floor -"), a.CallToOrder("IND")).state
    assert called.chamber.phase is Phase.DEBATE
    assert called.chamber.meeting.queue == (
        "NOR",
        "GBR",
        "USA",
        "YUG",
        "CHN",
        "CUB",
        "ECU",
        "EGY",
        "FRA",
        "IND",
    )
    assert refused(at("june recess | floor -"), a.CallToOrder("NOR")) == "H1"
    assert refused(at("june debate"), a.CallToOrder("IND")) == "PR4"


def test_pr5_the_chair_is_ceded_in_the_alphabetical_order_and_once() -> None:
    ceded = take(at("june chair"), a.CedeChair("IND"))
    assert presiding(ceded) == "NOR"
    again = take(ceded, a.CedeChair("NOR"))
    assert presiding(again) == "GBR", "the USSR is away"
    assert refused(again, a.CedeChair("IND")) == "H1"
    assert refused(at("june chair | settled chair:IND"), a.CedeChair("IND")) == "PR5"


def test_pr5_there_must_be_somebody_to_take_it() -> None:
    alone = at("june chair | away CHN CUB ECU EGY FRA NOR RUS GBR USA YUG")
    assert refused(alone, a.CedeChair("IND")) == "PR5"
    assert refused(alone, a.WalkOut("IND")) == "V1"


def test_pr6_the_chair_passes_when_the_president_leaves() -> None:
    left = came_of(at("june chair"), a.WalkOut("IND"))
    assert [x.to for x in told(left, e.ChairCeded)] == ["NOR"]
    assert turn(left.state) == ("NOR",)


# -- the agenda ------------------------------------------------------------
def test_ag4_the_agenda_comes_first() -> None:
    opened = came_of(at("june recess | floor -"), a.CallToOrder("IND"))
    kinds = [type(x).__name__ for x in opened.events]
    assert kinds == ["MeetingOpened", "AgendaAdopted", "PartyInvited"]
    assert told(opened, e.MeetingOpened)[0].number == 473


def test_ag5_an_objection_puts_the_agenda_to_a_procedural_vote() -> None:
    put = take(at("june recess | floor - | away - | notice RUS"), a.CallToOrder("IND"))
    assert (put.chamber.ballot.kind, put.chamber.ballot.nature) == ("agenda", "procedural")
    adopted = vote(put, RUS="no")
    assert told(adopted, e.AgendaAdopted)[0].objected
    assert adopted.state.chamber.phase is Phase.DEBATE


def test_ag5_an_agenda_not_adopted_ends_the_meeting() -> None:
    put = take(at("june recess | floor - | notice USA"), a.CallToOrder("IND"))
    lost = vote(put, **dict.fromkeys(("CHN", "CUB", "ECU", "EGY"), "abstain"))
    assert told(lost, e.MeetingRose)
    assert lost.state.chamber.phase is Phase.INTERVAL


def test_ag5_notice_is_given_once_before_the_meeting_by_those_who_sit() -> None:
    assert refused(at("june recess | notice CHN"), a.GiveNotice("CHN")) == "H8"
    assert refused(at("june recess | floor RUS"), a.GiveNotice("RUS")) == "AG5"
    assert refused(at("june debate"), a.GiveNotice("NOR")) == "AG5"


def test_ag5_one_that_gave_notice_and_left_does_not_object() -> None:
    left = take(at("june recess | notice USA | floor IND"), a.WalkOut("USA"), a.Yield("IND"))
    assert took_up_business(take(left, a.CallToOrder("IND")))


def took_up_business(state: object) -> bool:
    return state.chamber.phase is Phase.DEBATE  # type: ignore[attr-defined]


# -- the floor ------------------------------------------------------------
def test_cb1_those_who_sign_are_called_first_in_their_order() -> None:
    signed = take(
        at("june debate"), a.SignSpeakersList("FRA"), a.SignSpeakersList("USA"), a.SignSpeakersList("IND")
    )
    assert signed.chamber.meeting.queue[:5] == ("NOR", "FRA", "USA", "IND", "GBR")
    assert refused(signed, a.SignSpeakersList("FRA")) == "CB1"
    assert refused(signed, a.SignSpeakersList("NOR")) == "CB1", "it has the floor"
    after = take(signed, a.Yield("NOR"))
    assert turn(after) == ("FRA",)
    assert refused(after, a.SignSpeakersList("NOR")) == "CB1", "it has been called"
    assert take(after, a.Yield("FRA"), a.SignSpeakersList("CUB")).chamber.meeting.queue[:3] == (
        "USA",
        "IND",
        "CUB",
    )


def test_cb1_a_round_ends_in_the_presidents_hand_and_another_may_be_called() -> None:
    spent = yields(at("june debate"), Phase.CHAIR)
    assert turn(spent) == ("IND",)
    again = take(spent, a.ContinueDebate("IND"))
    assert (again.chamber.meeting.round, len(again.chamber.meeting.queue)) == (2, 10)


def test_h2_rounds_are_counted() -> None:
    assert refused(at("june chair | round 2"), a.ContinueDebate("IND")) == "H2"
    assert refused(at("june chair | sitting short"), a.ContinueDebate("IND")) == "H2"
    assert not refused(at("june chair | round 2 | sitting rounds=3"), a.ContinueDebate("IND"))


def test_h8_one_statement_a_round() -> None:
    spoken = take(at("june debate"), a.Speak("NOR", "breach", "for", "We were told\x00 at dawn."))
    assert refused(spoken, a.Speak("NOR", "help", "for")) == "H8"
    assert spoken.chamber.positions["NOR"] == {"breach": "for"}
    assert not refused(at("june debate | round 2"), a.Speak("NOR", "help", "for"))


def test_mt1_the_president_closes_when_no_draft_waits() -> None:
    assert refused(at("june chair | drafts S/1=USA:breach"), a.CloseMeeting("IND")) == "CB6"
    closed = take(at("june chair | drafts S/1=USA:breach!failed"), a.CloseMeeting("IND"))
    assert closed.chamber.phase is Phase.INTERVAL
    assert not closed.chamber.meeting.open


# -- motions ------------------------------------------------------------
def test_cb9_suspension_is_voted_at_once_and_leads_to_consultations() -> None:
    moved = came_of(at("june debate | floor USA GBR IND"), a.MoveMotion("USA", "suspend"))
    assert told(moved, e.QuestionPut), "without debate"
    talks = vote(moved.state).state
    assert (talks.chamber.phase, turn(talks)) == (Phase.CONSULTATIONS, ("CHN",))
    resumed = yields(talks, Phase.DEBATE)
    assert resumed.chamber.meeting.round == 2
    assert refused(resumed, a.MoveMotion(turn(resumed)[0], "suspend")) == "H8"


def test_cb9_debatable_motions_wait_for_the_end_of_the_round_and_are_put_in_order() -> None:
    moved = take(
        at("june debate | floor USA GBR IND"), a.MoveMotion("USA", "postpone"), a.Yield("USA"),
        a.MoveMotion("GBR", "refer"), a.Yield("GBR"), a.MoveMotion("IND", "adjourn_to"),
    )  # fmt: skip
    assert moved.chamber.ballot is None
    put = take(moved, a.Yield("IND"))
    order = []
    while put.chamber.phase is Phase.BALLOT:
        order.append(put.chamber.ballot.subject)
        put = vote(put, **dict.fromkeys(("CHN", "CUB", "ECU", "EGY"), "no")).state
    assert order == ["adjourn_to", "refer", "postpone"]
    assert put.chamber.phase is Phase.CHAIR


def test_cb9_a_motion_carried_that_ends_the_meeting_takes_the_others_with_it() -> None:
    put = take(at("june debate | floor IND | motions refer=USA postpone=GBR"), a.Yield("IND"))
    done = vote(put)
    assert done.state.chamber.phase is Phase.INTERVAL
    assert done.state.chamber.meeting.motions == ()


def test_cb9_what_is_pending_bars_what_comes_after_it() -> None:
    pending = at("june debate | floor USA | motions adjourn_to=GBR")
    assert refused(pending, a.MoveMotion("USA", "refer")) == "CB9"
    assert refused(pending, a.MoveMotion("USA", "adjourn_to")) == "CB9"
    assert not refused(pending, a.MoveMotion("USA", "adjourn"))
    assert refused(at("june chair"), a.MoveMotion("IND", "refer")) == "CB9"
    assert not refused(at("june chair"), a.MoveMotion("IND", "adjourn"))
    assert (
        refused(at("june debate | floor USA | tried motion:adjourn"), a.MoveMotion("USA", "adjourn")) == "H8"
    )


def test_cb8_a_motion_is_withdrawn_by_its_mover_until_it_is_put() -> None:
    waits = at("june debate | away - | floor USA IND | motions refer=GBR postpone=USA")
    assert refused(waits, a.WithdrawMotion("USA", "refer")) == "CB8"
    assert refused(at("june debate | floor USA"), a.WithdrawMotion("USA", "refer")) == "CB8"
    assert a.WithdrawMotion("GBR", "refer") in legal(waits, "GBR"), "it need not have the floor"
    left = came_of(waits, a.WithdrawMotion("GBR", "refer"))
    (fell,) = told(left, e.MotionFell)
    assert (fell.motion, fell.why) == ("refer", "withdrawn")
    assert [x.motion for x in left.state.chamber.meeting.motions] == ["postpone"]
    assert refused(left.state, a.MoveMotion("USA", "refer")) == "H8"
    put = take(left.state, a.WithdrawMotion("USA", "postpone"), a.Yield("USA"), a.Yield("IND"))
    assert put.chamber.phase is Phase.CHAIR


def test_mt6_consultations_decide_nothing() -> None:
    aside = at("june consultations | floor USA GBR | drafts S/1=USA:relief")
    for act in (
        a.PutToVote("USA", "S/1"), a.AskConsent("USA", "S/1"), a.CastBallot("USA", "yes"),
        a.MoveMotion("USA", "adjourn"), a.ProposeInvitation("USA", "PRC"),
    ):  # fmt: skip
        assert refused(aside, act) == "MT6"
    assert refused(at("june recess | floor USA"), a.PutToVote("USA", "S/1")) == "AG4"


def test_ag7_an_item_is_removed_from_the_list_once() -> None:
    put = take(at("june debate | away - | floor IND | motions remove_item=USA"), a.Yield("IND"))
    removed = vote(put, RUS="no")
    assert told(removed, e.ItemRemoved)
    assert not removed.state.chamber.seized
    debate = take(removed.state, a.ContinueDebate("IND"))
    assert refused(debate, a.MoveMotion(turn(debate)[0], "remove_item")) == "AG7"


# -- invitations ------------------------------------------------------------
def test_in6_an_invitation_is_voted_as_procedure() -> None:
    put = take(at("june debate | away - | floor YUG IND"), a.ProposeInvitation("YUG", "PRC"))
    invited = vote(put, CHN="no", USA="no")
    assert [(x.party, x.rule) for x in told(invited, e.PartyInvited)] == [("PRC", "IN3")]
    assert refused(invited.state, a.ProposeInvitation("YUG", "PRC")) == "IN6"


def test_in6_h8_an_invitation_refused_is_not_put_again_in_the_round() -> None:
    put = take(at("june debate | floor YUG IND"), a.ProposeInvitation("YUG", "PRC"))
    lost = vote(put, **dict.fromkeys(("CHN", "CUB", "ECU", "EGY"), "abstain")).state
    assert "PRC" not in lost.chamber.invited
    assert refused(lost, a.ProposeInvitation("YUG", "PRC")) == "H8"
    assert refused(lost, a.ProposeInvitation("YUG", "ZZZ")) == "H5"


def test_in6_a_clause_may_invite() -> None:
    done = vote(at("june chair | away - | drafts S/1=YUG:hearing | vote draft S/1"), CHN="no", USA="no")
    assert "PRC" in done.state.chamber.invited, "a procedural text knows no veto (M1)"


# -- Uniting for Peace ------------------------------------------------------------
def test_ga6_the_assembly_is_called_over_a_veto() -> None:
    lost = "drafts S/1=USA:assistance!voted!vetoed"
    put = take(at(f"january debate | away - | floor IND | motions ess=USA | {lost}"), a.Yield("IND"))
    called = vote(put, RUS="no")
    assert told(called, e.AssemblyCalled)
    assert called.state.chamber.assembly
    debate = take(called.state, a.ContinueDebate("ECU"))
    assert refused(debate, a.MoveMotion(turn(debate)[0], "ess")) == "GA6"


def test_ga6_not_before_the_power_exists_and_not_without_a_veto() -> None:
    lost = "drafts S/1=USA:assistance!voted!vetoed"
    assert refused(at(f"june debate | away - | floor USA | {lost}"), a.MoveMotion("USA", "ess")) == "GA6"
    assert refused(at("january debate | away - | floor USA"), a.MoveMotion("USA", "ess")) == "GA6"
    assert not refused(at(f"january debate | away - | floor USA | {lost}"), a.MoveMotion("USA", "ess"))
    state = at(f"january debate | away - | floor USA | {lost}")
    sealed = replace(state.scenario.sealed, assembly_sits=Condition("stage", "january"))
    sits = replace(state, scenario=replace(state.scenario, sealed=sealed))
    assert refused(sits, a.MoveMotion("USA", "ess")) == "GA6"


def test_stages_without_members_keep_the_council_they_find() -> None:
    assert STAGES[1].members == ()
    assert at("july recess").chamber.members == at("june recess").chamber.members
