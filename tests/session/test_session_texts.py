"""Texts before the Council: their order, sponsors, amendments, parts, withdrawal, and what may be tabled."""

from __future__ import annotations

import pytest

from game.rules.book import RULES
from game.session import actions as a
from game.session import events as e
from game.session.legal import legal, refusal_of
from game.session.scenario import Clause
from game.session.state import Phase
from game.session.table import waiting
from tests.session.council import SCENARIO, at, came_of, refused, take, told, vote, world

TWO = "drafts S/1=USA:breach S/2=CUB:relief"
HALVES = "drafts S/1=USA,NOR:recalling+breach+assistance"


# -- order of submission ------------------------------------------------------------
def test_cb6_drafts_are_put_in_the_order_of_submission() -> None:
    assert refused(at(f"june chair | {TWO}"), a.PutToVote("IND", "S/2")) == "CB6"
    assert take(at(f"june chair | {TWO}"), a.PutToVote("IND", "S/1")).chamber.ballot.subject == "S/1"
    assert refused(at(f"june chair | {TWO}"), a.PutToVote("IND", "S/9")) == "H5"


def test_cb6_the_council_may_decide_another_order() -> None:
    moved = take(
        at(f"june debate | away - | floor IND | {TWO}"),
        a.MoveMotion("IND", "priority", "S/2"),
        a.Yield("IND"),
    )
    decided = vote(moved, USA="no").state
    assert [d.symbol for d in waiting(decided)] == ["S/2", "S/1"]
    assert refused(decided, a.PutToVote("IND", "S/1")) == "CB6"
    assert not refused(decided, a.PutToVote("IND", "S/2"))


def test_cb6_priority_is_for_a_draft_that_would_come_later() -> None:
    assert refused(at(f"june debate | floor IND | {TWO}"), a.MoveMotion("IND", "priority", "S/1")) == "CB6"


def test_cb6_cb8_with_a_draft_goes_the_motion_to_give_it_priority() -> None:
    moved = at(f"june debate | floor CUB | {TWO} | motions priority=USA>S/2")
    state = take(moved, a.WithdrawDraft("CUB", "S/2"), a.Yield("CUB"))
    assert (state.chamber.phase, state.chamber.ballot) == (Phase.CHAIR, None)


# -- tabling ------------------------------------------------------------
def test_cb6_a_stored_text_is_tabled_under_its_symbol_and_others_are_numbered_around_it() -> None:
    state = take(at("june debate | floor USA"), a.TableDraft("USA", "s-1501"))
    assert state.chamber.drafts["S/1501"].title == "Breach of the peace"
    again = take(state, a.TableDraft("USA", title="Own \x1b[2Jwords", clauses=(Clause("relief"),)))
    own = [d for d in again.chamber.drafts.values() if not d.stored]
    assert [d.symbol for d in own] == ["S/1502"]
    assert "\x1b" not in own[0].title


def test_pb7_a_number_kept_for_a_stored_text_is_not_given_to_another() -> None:
    state = at("june debate | floor USA | drafts S/1500=CUB:relief")
    state = take(state, a.TableDraft("USA", clauses=(Clause("breach"),)))
    assert "S/1502" in state.chamber.drafts


def test_h4_a_draft_decides_something() -> None:
    assert refused(at("june debate | floor USA"), a.TableDraft("USA", clauses=(Clause("recalling"),))) == "H4"
    assert refused(at("june debate | floor USA"), a.TableDraft("USA")) == "H4"


def test_h2_a_delegation_has_two_drafts_waiting_at_most() -> None:
    full = at("june debate | floor USA | drafts S/1=USA:breach S/2=USA:relief S/3=CUB,USA:relief")
    assert refused(full, a.TableDraft("USA", "s-1501")) == "H2"
    spent = at("june debate | floor USA | drafts S/1=USA:breach S/2=USA:relief!withdrawn")
    assert not refused(spent, a.TableDraft("USA", "s-1501"))


def test_v14_a_text_that_was_before_the_meeting_is_not_tabled_again() -> None:
    lost = at("june debate | floor USA | drafts S/1501=USA:@s-1501!failed")
    assert refused(lost, a.TableDraft("USA", "s-1501")) == "V14"
    passed = at("july debate | floor USA | drafts S/1501=USA:@s-1501!of-june!adopted82")
    assert refused(passed, a.TableDraft("USA", "s-1501")) == "V14"
    withdrawn = at("june debate | floor USA | drafts S/1501=USA:@s-1501!withdrawn")
    assert not refused(withdrawn, a.TableDraft("USA", "s-1501"))


def test_h6_a_text_of_a_later_moment_is_not_tabled_yet() -> None:
    assert refused(at("june debate | floor USA"), a.TableDraft("USA", "s-1508")) == "H6"
    assert not refused(at("july debate | floor USA"), a.TableDraft("USA", "s-1508"))


def test_ch17_a_text_is_held_against_the_charter() -> None:
    state = at("june debate | floor USA")
    refusal = refusal_of(state, a.TableDraft("USA", clauses=(Clause("assistance"), Clause("cessation"))))
    assert refusal is None or refusal.rule in RULES
    assert not refused(state, a.TableDraft("USA", clauses=(Clause("breach"), Clause("assistance"))))


def test_ch17_an_amendment_cannot_carry_in_what_could_not_be_tabled() -> None:
    state = at("june debate | floor GBR | drafts S/1=USA:cessation S/2=USA:breach+cessation")
    force = Clause("assistance")
    bare = refusal_of(state, a.MoveAmendment("GBR", "S/1", "add", -1, force))
    assert bare == refusal_of(at("june debate | floor USA"), a.TableDraft("USA", clauses=(force,)))
    assert bare is not None
    assert bare.rule == "CH17"
    assert not refused(state, a.MoveAmendment("GBR", "S/2", "add", -1, force))


def test_h5_what_a_clause_says_must_exist() -> None:
    state = at("june debate | floor USA")

    def tabled(*clauses: Clause) -> str:
        return refused(state, a.TableDraft("USA", clauses=clauses))

    assert tabled(Clause("nonsense")) == "H5"
    assert tabled(Clause("cessation", {"who": "nobody"})) == "H5"
    assert tabled(Clause("cessation", {"when": "north"})) == "H5"
    assert tabled(Clause("relief", {}, "x" * 601)) == "H5"
    assert tabled(Clause("relief"), Clause("relief")) == "H5"
    assert tabled(*(Clause("relief", {}, str(i)) for i in range(25))) == "H5"
    assert tabled(Clause("relief", {}, "grain"), Clause("relief", {}, "tents")) == ""


# -- sponsors and withdrawal ------------------------------------------------------------
def test_cb12_sponsors_join_and_leave() -> None:
    joined = take(at(f"june debate | floor CUB | {HALVES}"), a.Sponsor("CUB", "S/1"))
    assert joined.chamber.drafts["S/1"].sponsors == ("USA", "NOR", "CUB")
    assert refused(joined, a.Sponsor("CUB", "S/1")) == "CB12"
    left = take(joined, a.Unsponsor("CUB", "S/1"))
    assert left.chamber.drafts["S/1"].sponsors == ("USA", "NOR")
    assert refused(left, a.Unsponsor("CUB", "S/1")) == "CB12"
    assert refused(at(f"june debate | floor CUB | {TWO}"), a.Unsponsor("CUB", "S/2")) == "CB8"


def test_cb8_the_mover_withdraws_until_a_vote_has_been_taken() -> None:
    assert refused(at(f"june debate | floor NOR | {HALVES}"), a.WithdrawDraft("NOR", "S/1")) == "CB8"
    assert refused(at(f"june debate | floor CUB | {HALVES}"), a.WithdrawDraft("CUB", "S/1")) == "CB8"
    assert refused(at(f"june debate | floor USA | {HALVES}!voted"), a.WithdrawDraft("USA", "S/1")) == "CB8"
    assert refused(at(f"june debate | floor USA | {TWO}!voted"), a.WithdrawDraft("USA", "S/2")) == "CB8"
    gone = take(
        at("june debate | floor USA | drafts S/1=USA:breach | amendments S/2=CUB>S/1:add@-1+relief"),
        a.WithdrawDraft("USA", "S/1"),
    )
    assert gone.chamber.drafts["S/1"].status == "withdrawn"
    assert not gone.chamber.amendments, "its amendments go with it"


def test_cb8_of_several_sponsors_one_alone_does_not_withdraw() -> None:
    both = at(f"june debate | floor USA | {HALVES}")
    assert refused(both, a.WithdrawDraft("USA", "S/1")) == "CB8"
    left = take(both, a.Unsponsor("USA", "S/1"))
    assert refused(left, a.WithdrawDraft("USA", "S/1")) == "CB8", "it is Norway's alone now"
    alone = at("june debate | floor NOR | drafts S/1=NOR:breach")
    assert not refused(alone, a.WithdrawDraft("NOR", "S/1"))


# -- separate votes ------------------------------------------------------------
def test_cb7_anybody_may_ask_and_no_vote_is_taken_on_it() -> None:
    asked = came_of(at(f"june debate | floor CUB | {HALVES}"), a.RequestSeparateVote("CUB", "S/1", 2))
    assert [type(x) for x in asked.events] == [e.SeparateVoteRequested]
    assert asked.state.chamber.drafts["S/1"].divided == (2,)
    assert refused(asked.state, a.RequestSeparateVote("CUB", "S/1", 2)) == "CB7"
    assert refused(asked.state, a.RequestSeparateVote("CUB", "S/1", 3)) == "H5"


def test_cb7_only_the_original_mover_may_object() -> None:
    divided = f"june debate | floor NOR | {HALVES}!parts2"
    assert refused(at(divided), a.ObjectToSeparateVote("NOR", "S/1")) == "CB7"
    assert refused(at(f"june debate | floor USA | {HALVES}"), a.ObjectToSeparateVote("USA", "S/1")) == "CB7"
    whole = take(at(divided.replace("NOR |", "USA |", 1)), a.ObjectToSeparateVote("USA", "S/1"))
    assert whole.chamber.drafts["S/1"].divided == ()
    assert refused(whole, a.RequestSeparateVote("USA", "S/1", 1)) == "CB7"


def test_cb7_the_mover_may_object_without_the_floor_until_the_text_is_put() -> None:
    divided = "drafts S/1=USA,NOR:recalling+breach+assistance!parts2"
    asked = at(f"june debate | floor NOR | {divided}")
    assert a.ObjectToSeparateVote("USA", "S/1") in legal(asked, "USA")
    led = take(at(f"june chair | {divided}"), a.ObjectToSeparateVote("USA", "S/1"))
    assert led.chamber.drafts["S/1"].divided == ()
    put = take(at(f"june chair | {divided}"), a.PutToVote("IND", "S/1"))
    assert refused(put, a.ObjectToSeparateVote("USA", "S/1")) == "CB7"


def test_cb8_a_text_is_withdrawn_at_any_time_until_it_is_put() -> None:
    waits = at("june chair | drafts S/1=USA:breach | amendments S/2=CUB>S/1:add@-1+relief")
    assert not refused(waits, a.WithdrawAmendment("CUB", "S/2"))
    gone = take(waits, a.WithdrawDraft("USA", "S/1"))
    assert gone.chamber.drafts["S/1"].status == "withdrawn"
    assert refused(take(waits, a.PutToVote("IND", "S/1")), a.WithdrawDraft("USA", "S/1")) == "CB11"
    lost = at("june chair | drafts S/1=USA:breach!voted!vetoed")
    assert "A vote has already been taken" in str(refusal_of(lost, a.WithdrawDraft("USA", "S/1")))


def test_cb7_a_part_rejected_falls_and_the_rest_is_voted_as_a_whole() -> None:
    put = take(at(f"june chair | {HALVES}!parts1,2"), a.PutToVote("IND", "S/1"))
    assert put.chamber.ballot.kind == "part"
    kept = vote(put).state
    fell = vote(kept, **dict.fromkeys(("CHN", "CUB", "ECU", "EGY"), "abstain")).state
    assert fell.chamber.ballot.kind == "draft"
    done = vote(fell).state
    assert [c.kind for c in done.chamber.drafts["S/1"].clauses] == ["recalling", "breach"]
    assert done.chamber.adopted == {"recalling", "breach"}


def test_cb7_a_clause_replaced_is_still_voted_apart_as_it_now_reads() -> None:
    text = "drafts S/1=USA:recalling+breach+assistance!parts2"
    put = at(f"june chair | away - | {text} | amendments S/2=CUB>S/1:replace@2-assistance+relief")
    put = vote(take(put, a.PutToVote("IND", "S/1"))).state
    assert (put.chamber.ballot.kind, put.chamber.ballot.place) == ("part", 2)
    assert put.chamber.drafts["S/1"].clauses[2].kind == "relief"
    kept = at(f"june chair | away - | {text} | amendments S/2=CUB>S/1:delete@2-assistance")
    kept = vote(take(kept, a.PutToVote("IND", "S/1"))).state
    assert kept.chamber.ballot.kind == "draft", "a clause struck out is voted on no more"


def test_cb7_when_all_operative_parts_fall_the_whole_is_rejected() -> None:
    put = take(at("june chair | away - | drafts S/1=USA:recalling+breach!parts1"), a.PutToVote("IND", "S/1"))
    done = vote(put, RUS="no")
    assert [x.draft for x in told(done, e.DraftFailed)] == ["S/1"]
    assert done.state.chamber.phase is Phase.CHAIR
    assert done.state.chamber.drafts["S/1"].status == "failed"


# -- amendments ------------------------------------------------------------
def test_cb10_additions_and_deletions_are_put_first() -> None:
    state = at(
        f"june chair | {HALVES} | amendments S/2=CUB>S/1:replace@1-breach+cessation"
        " S/3=ECU>S/1:add@-1+relief S/4=EGY>S/1:delete@2-assistance"
    )
    put = take(state, a.PutToVote("IND", "S/1"))
    order = []
    while put.chamber.ballot is not None and put.chamber.ballot.kind == "amendment":
        order.append(put.chamber.ballot.subject)
        put = vote(put, **dict.fromkeys(("CHN", "CUB", "ECU", "EGY"), "no")).state
    assert order == ["S/4", "S/3", "S/2"], "of two, the furthest removed first"


def test_cb11_after_the_amendments_the_text_as_amended_is_voted() -> None:
    state = at(f"june chair | {HALVES} | amendments S/3=ECU>S/1:add@-1+relief")
    carried = vote(take(state, a.PutToVote("IND", "S/1")))
    assert told(carried, e.DraftRevised)[0].by == "S/3"
    assert carried.state.chamber.ballot.kind == "draft"
    done = vote(carried.state).state
    assert [c.kind for c in done.chamber.drafts["S/1"].clauses] == [
        "recalling",
        "breach",
        "assistance",
        "relief",
    ]
    assert not done.chamber.amendments


def test_cb10_an_amendment_whose_clause_is_gone_is_not_put() -> None:
    state = at(
        f"june chair | {HALVES} | amendments S/2=CUB>S/1:delete@2-assistance"
        " S/3=ECU>S/1:replace@2-assistance+relief"
    )
    carried = vote(take(state, a.PutToVote("IND", "S/1")))
    assert [x.amendment for x in told(carried, e.AmendmentWithdrawn)] == ["S/3"]
    assert carried.state.chamber.ballot.kind == "draft"


def test_cb10_the_mover_accepts_and_no_vote_is_needed() -> None:
    waits = f"{HALVES} | amendments S/3=ECU>S/1:add@-1+relief"
    assert refused(at(f"june debate | floor NOR | {waits}"), a.AcceptAmendment("NOR", "S/3")) == "CB10"
    taken = take(at(f"june debate | floor USA | {waits}"), a.AcceptAmendment("USA", "S/3"))
    assert taken.chamber.drafts["S/1"].revision == 1
    assert not taken.chamber.amendments


def test_cb10_a_sole_sponsor_amends_its_own_draft_at_once() -> None:
    moved = take(
        at("june debate | floor USA | drafts S/1=USA:breach"),
        a.MoveAmendment("USA", "S/1", "add", -1, Clause("assistance")),
    )
    assert [c.kind for c in moved.chamber.drafts["S/1"].clauses] == ["breach", "assistance"]
    assert not moved.chamber.amendments


@pytest.mark.parametrize(
    ("amendment", "rule"),
    [
        (a.MoveAmendment("CUB", "S/1", "add", -1, Clause("orchard")), "CB10"),
        (a.MoveAmendment("CUB", "S/1", "add", -1, Clause("breach")), "CB10"),
        (a.MoveAmendment("CUB", "S/1", "replace", 7, Clause("relief")), "CB10"),
        (a.MoveAmendment("CUB", "S/1", "delete", 7), "CB10"),
        (a.MoveAmendment("CUB", "S/1", "add", -1), "H5"),
        (a.MoveAmendment("CUB", "S/1", "turn", 0), "H5"),
        (a.MoveAmendment("CUB", "S/9", "delete", 0), "H5"),
        (a.MoveAmendment("CUB", "S/1", "delete", 0), ""),
        (a.MoveAmendment("CUB", "S/1", "replace", 2, Clause("relief")), ""),
    ],
)
def test_cb10_an_amendment_relates_to_the_text(amendment: a.MoveAmendment, rule: str) -> None:
    assert refused(at(f"june debate | floor CUB | {HALVES}"), amendment) == rule


def test_cb10_an_amendment_leaves_something_to_decide() -> None:
    state = at("june debate | floor CUB | drafts S/1=USA:recalling+breach")
    assert refused(state, a.MoveAmendment("CUB", "S/1", "delete", 1)) == "CB10"


def test_cb10_amendments_accepted_one_after_another_leave_something_to_decide() -> None:
    state = at(
        "june debate | floor USA | drafts S/1=USA,NOR:breach+assistance"
        " | amendments S/2=CUB>S/1:delete@0-breach S/3=ECU>S/1:delete@1-assistance"
    )
    state = take(state, a.AcceptAmendment("USA", "S/2"))
    assert refused(state, a.AcceptAmendment("USA", "S/3")) == "CB10"


def test_cb11_nothing_is_amended_or_divided_once_the_vote_on_it_has_begun() -> None:
    begun = at(f"june debate | floor CUB | {HALVES}!voted")
    assert refused(begun, a.MoveAmendment("CUB", "S/1", "delete", 1)) == "CB11"
    assert refused(begun, a.RequestSeparateVote("CUB", "S/1", 1)) == "CB11"


def test_cb8_only_its_mover_withdraws_an_amendment() -> None:
    waits = f"{HALVES} | amendments S/3=ECU>S/1:add@-1+relief"
    assert refused(at(f"june debate | floor USA | {waits}"), a.WithdrawAmendment("USA", "S/3")) == "CB8"
    assert not take(
        at(f"june debate | floor ECU | {waits}"), a.WithdrawAmendment("ECU", "S/3")
    ).chamber.amendments


def test_h2_four_amendments_to_a_draft_may_wait() -> None:
    words = " ".join(f"S/{n}=ECU>S/1:add@-1+relief{chr(34)}n{n}{chr(34)}" for n in range(2, 6))
    state = at(f"june debate | floor CUB | {HALVES} | amendments {words}")
    assert refused(state, a.MoveAmendment("CUB", "S/1", "delete", 1)) == "H2"


def test_ag6_drafts_stay_when_the_meeting_is_adjourned_and_lapse_when_it_cannot_begin() -> None:
    left = take(at(f"june debate | floor IND | {TWO}"), a.MoveMotion("IND", "adjourn"))
    rose = vote(left).state
    assert {d.status for d in rose.chamber.drafts.values()} == {"tabled"}
    refused_agenda = at(f"june agenda | {TWO} | vote agenda agenda by USA")
    rose = vote(refused_agenda, **dict.fromkeys(("USA", "GBR", "FRA", "CHN", "CUB"), "no")).state
    assert {d.status for d in rose.chamber.drafts.values()} == {"lapsed"}
    assert SCENARIO.draft["s-1501"].clauses, "the pack's own texts stay as they are"


def test_cb10_what_one_amendment_has_written_another_does_not_write_again() -> None:
    state = at(f"june chair | {HALVES} | amendments S/3=ECU>S/1:add@-1+relief S/4=CUB>S/1:add@-1+relief")
    carried = vote(take(state, a.PutToVote("IND", "S/1")))
    assert [x.amendment for x in told(carried, e.AmendmentWithdrawn)] == ["S/4"]
    assert [c.kind for c in carried.state.chamber.drafts["S/1"].clauses].count("relief") == 1
    floor = at(f"june debate | floor USA | {HALVES}+relief | amendments S/4=CUB>S/1:add@-1+relief")
    assert refused(floor, a.AcceptAmendment("USA", "S/4")) == "CB10"


def test_a_clause_written_twice_in_other_words_works_once() -> None:
    text = 'breach"by~night"+breach"by~day"+cessation"at~once"+cessation"soon"'
    done = vote(at(f"june chair | drafts S/1=USA:{text} | vote draft S/1"))
    assert done.state.world.tracks["opinion"] == 60.0
    answered = world(take(done.state, a.CloseMeeting("IND")))
    assert len(told(answered, e.ComplianceDecided)) == 1
