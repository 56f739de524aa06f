"""The vote as the Council takes it: thresholds, vetoes, those who stand aside, no vote at all."""

from __future__ import annotations

import pytest

from game.session import actions as a
from game.session import events as e
from game.session.decide import Decision
from game.session.state import Phase, State
from game.session.table import turn
from tests.session.council import ELECTED, OF_1950, PERMANENT, at, came_of, refused, take, told, vote

HELP = "drafts S/1=USA:assistance | vote draft S/1"


def result(decision: Decision) -> e.ResultDeclared:
    (declared,) = told(decision, e.ResultDeclared)
    assert isinstance(declared, e.ResultDeclared)
    return declared


def status(decision: Decision, draft: str = "S/1") -> str:
    return decision.state.chamber.drafts[draft].status


def test_v2_seven_affirmative_votes_adopt() -> None:
    done = vote(at(f"june chair | away - | {HELP}"), ECU="no", EGY="no", CUB="no", NOR="abstain")
    assert (status(done), result(done).yes, result(done).needed) == ("adopted", 7, 7)
    assert [x.number for x in told(done, e.ResolutionAdopted)] == [82]


def test_v2_six_do_not() -> None:
    done = vote(at(f"june chair | away - | {HELP}"), **dict.fromkeys(ELECTED[:5], "abstain"))
    assert (status(done), result(done).yes) == ("failed", 6)


def test_v5_threshold_before_veto() -> None:
    done = vote(at(f"june chair | away - | {HELP}"), RUS="no", **dict.fromkeys(ELECTED[:4], "abstain"))
    assert (result(done).verdict, result(done).rule, result(done).vetoed_by) == (
        "rejected_insufficient",
        "V5",
        (),
    )
    assert not done.state.chamber.vetoed
    assert not done.state.world.standings.get("RUS", 0.0), "a no that vetoes nothing costs nothing"


@pytest.mark.parametrize("permanent", PERMANENT)
def test_v4_a_permanent_no_defeats_seven(permanent: str) -> None:
    done = vote(at(f"june chair | away - | {HELP}"), **{permanent: "no"})
    assert (result(done).verdict, result(done).vetoed_by, status(done)) == ("vetoed", (permanent,), "vetoed")
    assert {"assistance"} <= done.state.chamber.vetoed
    assert done.state.world.standings[permanent] == -3.0
    assert done.state.world.tracks["resolve"] == 90.0, "what the clause says of a veto"


@pytest.mark.parametrize("elected", ELECTED)
def test_v4_an_elected_no_is_no_veto(elected: str) -> None:
    assert status(vote(at(f"june chair | away - | {HELP}"), **{elected: "no"})) == "adopted"


def test_v6_abstention_of_a_permanent_member_does_not_prevent_adoption() -> None:
    done = vote(at(f"june chair | away - | {HELP}"), RUS="abstain")
    assert (status(done), result(done).rule) == ("adopted", "V6")


def test_v7_the_boycott_adopts() -> None:
    done = vote(at(f"june chair | {HELP}"), YUG="no", EGY="not_participating", IND="not_participating")
    assert (status(done), result(done).rule) == ("adopted", "V7")
    assert (result(done).yes, result(done).absent, result(done).not_participating) == (7, 1, 2)


def test_v8_not_taking_part_is_no_veto() -> None:
    done = vote(at(f"june chair | away - | {HELP}"), RUS="not_participating")
    assert (status(done), result(done).rule) == ("adopted", "V8")


def test_v9_no_permanent_yes_is_required_but_that_seven_be_reached() -> None:
    aside = dict.fromkeys(PERMANENT, "abstain")
    assert status(vote(at(f"june chair | away - | {HELP}"), **aside)) == "failed", "six elected cannot adopt"
    assert status(vote(at(f"june chair | away - | {HELP}"), **{**aside, "CHN": "yes"})) == "adopted"


def test_v3_a_procedural_vote_carries_over_a_permanent_no() -> None:
    moved = take(at("june debate | away - | floor USA"), a.MoveMotion("USA", "adjourn"))
    done = vote(moved, RUS="no", CHN="no", FRA="no", GBR="no")
    assert (result(done).verdict, result(done).rule, done.state.chamber.phase) == (
        "adopted",
        "V3",
        Phase.INTERVAL,
    )


def test_v3_seven_are_needed_on_procedure_too() -> None:
    moved = take(at("june debate | floor USA GBR"), a.MoveMotion("USA", "adjourn"))
    done = vote(moved, **dict.fromkeys(("CHN", "CUB", "ECU", "EGY"), "abstain"))
    assert (result(done).yes, result(done).no, done.state.chamber.phase) == (6, 0, Phase.DEBATE)


def test_v12_an_amendment_can_be_vetoed_as_its_text_can() -> None:
    put = at("june chair | away - | drafts S/1=USA:breach+assistance"
             " | amendments S/2=CUB>S/1:delete@1-assistance | vote amendment S/2 by CUB")  # fmt: skip
    done = vote(put, USA="no")
    assert result(done).vetoed_by == ("USA",)
    assert not told(done, e.DraftRevised)
    assert (done.state.chamber.ballot.kind, done.state.chamber.ballot.subject) == ("draft", "S/1")


def test_v12_an_amendment_to_a_procedural_text_cannot() -> None:
    put = at("june chair | away - | drafts S/1=USA:hearing"
             " | amendments S/2=CUB>S/1:add@-1+hearing | vote amendment S/2 by CUB")  # fmt: skip
    assert result(vote(put, USA="no")).verdict == "adopted"


def test_v13_the_roll_is_called_in_the_english_alphabetical_order() -> None:
    put = at("june chair | away - | drafts S/1=USA:breach | vote draft S/1")
    order = []
    while put.chamber.phase is Phase.BALLOT:
        order.append(turn(put)[0])
        put = take(put, a.CastBallot(order[-1], "yes"))
    assert tuple(order) == OF_1950


def test_v14_a_vote_cast_is_not_changed() -> None:
    put = at("june chair | drafts S/1=USA:breach | vote draft S/1 [y]")
    assert refused(put, a.CastBallot("CHN", "no")) == "H1"
    assert refused(put, a.CastBallot("CUB", "perhaps")) == "H5"


def test_ev1_the_reason_for_a_vote_is_recorded_as_plain_words() -> None:
    put = at("june chair | drafts S/1=USA:breach | vote draft S/1")
    cast = came_of(put, a.CastBallot("CHN", "no", "  My government \x1b[31mcannot.\n", after=True))
    (ballot,) = told(cast, e.BallotCast)
    assert isinstance(ballot, e.BallotCast)
    assert ballot.after
    assert "\x1b" not in ballot.reason
    assert cast.state.chamber.ballot.reasons["CHN"] == ballot.reason != ""


def test_ev3_silence_adopts_without_a_vote() -> None:
    asked = take(at("june chair | drafts S/1=USA:relief"), a.AskConsent("IND", "S/1"))
    done = vote(asked)
    assert (status(done), result(done).rule, result(done).needed) == ("adopted", "EV3", 0)
    assert done.state.chamber.phase is Phase.CHAIR


def test_ev3_one_objection_leads_to_the_vote() -> None:
    asked = take(at("june chair | drafts S/1=USA:relief"), a.AskConsent("IND", "S/1"))
    asked = take(asked, a.CastBallot("CHN", "yes"))
    assert refused(asked, a.CastBallot("CUB", "abstain")) == "EV3"
    broken = came_of(asked, a.CastBallot("CUB", "no"))
    assert told(broken, e.ConsentBroken)
    ballot = broken.state.chamber.ballot
    assert (ballot.kind, ballot.subject, ballot.votes) == ("draft", "S/1", {})
    assert status(vote(broken.state, CUB="no")) == "adopted", "an objection is not a vote"


def test_ev3_is_asked_once_and_not_while_parts_wait() -> None:
    assert (
        refused(at("june chair | drafts S/1=USA:relief | tried consent:S/1"), a.AskConsent("IND", "S/1"))
        == "EV3"
    )
    divided = at("june chair | drafts S/1=USA:relief+breach!parts1")
    assert refused(divided, a.AskConsent("IND", "S/1")) == "EV3"
    amended = at("june chair | drafts S/1=USA:relief | amendments S/2=CUB>S/1:add@-1+assistance")
    assert refused(amended, a.AskConsent("IND", "S/1")) == "EV3"


def test_v1_silence_does_not_adopt_where_too_few_are_there_to_say_yes() -> None:
    away = "june chair | away RUS CUB ECU EGY YUG | drafts S/1=USA:relief"
    assert refused(at(away), a.AskConsent("IND", "S/1")) == "V1"
    assert not refused(at(away.replace(" YUG", "")), a.AskConsent("IND", "S/1"))
    assert not refused(at(away), a.PutToVote("IND", "S/1")), "there is no quorum: it may be put, and is lost"
    press = at("june chair | away RUS CUB ECU EGY YUG | drafts S/1=USA:relief!form-press")
    assert not refused(press, a.AskConsent("IND", "S/1"))


def test_a_resolution_of_history_gets_its_number_if_that_is_still_free() -> None:
    assert (
        vote(at("june chair | drafts S/1501=USA:@s-1501 | vote draft S/1501")).state.chamber.resolution == 82
    )
    late = vote(at("july chair | drafts S/7=USA:relief!adopted83 S/1501=USA:@s-1501 | vote draft S/1501"))
    assert late.state.chamber.drafts["S/1501"].resolution == 84


# -- the preliminary question ------------------------------------------------------------
def contested(regime: str) -> State:
    return at(f"june debate | sitting {regime} | away - | floor YUG IND | vote invitation PRC by YUG [yy]")


def test_p3_the_double_veto() -> None:
    asked = take(contested("san_francisco"), a.RaisePoint("RUS", "nature", "PRC"))
    assert asked.chamber.ballot.kind == "preliminary"
    found = vote(asked, RUS="no")
    assert result(found).verdict == "deemed_substantive"
    ballot = found.state.chamber.ballot
    assert (ballot.kind, ballot.nature, ballot.votes) == (
        "invitation",
        "substantive",
        {"CHN": "yes", "CUB": "yes"},
    )
    done = vote(found.state, RUS="no")
    assert result(done).vetoed_by == ("RUS",)
    assert "PRC" not in done.state.chamber.invited


def test_p3_without_a_permanent_no_the_matter_is_procedural() -> None:
    found = vote(take(contested("san_francisco"), a.RaisePoint("RUS", "nature", "PRC")), RUS="abstain")
    assert result(found).verdict == "deemed_procedural"
    assert found.state.chamber.ballot.nature == "procedural"
    assert refused(found.state, a.RaisePoint("RUS", "nature", "PRC")) == "CB4"
    assert "PRC" in vote(found.state, RUS="no").state.chamber.invited


def test_p4_the_president_rules_and_a_permanent_no_does_not_undo_it() -> None:
    raised = take(contested("rule_30"), a.RaisePoint("RUS", "nature", "PRC"))
    assert turn(raised) == ("IND",)
    ruled = take(raised, a.Rule("IND", False), a.Challenge("RUS"))
    overruling = dict.fromkeys(("CHN", "CUB", "ECU", "EGY", "FRA"), "no")
    done = vote(ruled, **overruling)
    assert result(done).verdict == "ruling_stands"
    assert done.state.chamber.ballot.nature == "procedural"
    assert list(done.state.chamber.ballot.votes) == ["CHN", "CUB"], "the vote goes on where it stopped"
    assert "PRC" in vote(done.state, RUS="no").state.chamber.invited


def test_p4_a_point_upheld_makes_the_question_substantive() -> None:
    ruled = take(contested("rule_30"), a.RaisePoint("RUS", "nature", "PRC"), a.Rule("IND", True))
    assert turn(ruled) == ("YUG",), "the mover lost"
    settled = take(ruled, a.AcceptRuling("YUG"))
    assert settled.chamber.ballot.nature == "substantive"
    assert result(vote(settled, RUS="no")).verdict == "vetoed"


def test_m1_nobody_doubts_that_a_suspension_is_procedural() -> None:
    put = at("june debate | away - | floor USA | vote motion suspend by USA")
    assert refused(put, a.RaisePoint("RUS", "nature", "suspend")) == "M3"
    text = at(f"june chair | away - | {HELP}")
    assert refused(text, a.RaisePoint("RUS", "nature", "S/1")) == "M3", "it is substantive already"
