"""Points of order, rulings, challenges, credentials; delegations that leave and come back."""

from __future__ import annotations

import pytest

from game.session import actions as a
from game.session import events as e
from game.session.state import Phase
from game.session.table import presiding, turn
from tests.session.council import SEAT_OF_CHINA, at, came_of, refused, take, told, vote


# -- points of order ------------------------------------------------------------
def test_cb3_a_point_of_order_interrupts_and_the_president_rules_at_once() -> None:
    raised = take(at("june debate | floor USA GBR IND"), a.RaisePoint("CUB", "order", "USA"))
    assert (raised.chamber.phase, turn(raised)) == (Phase.RULING, ("IND",))
    assert refused(raised, a.RaisePoint("ECU", "order", "USA")) == "CB3", "one at a time"
    assert refused(raised, a.Yield("USA")) == "CB1"


def test_cb3_a_speaker_called_to_order_loses_the_floor() -> None:
    ruled = take(
        at("june debate | floor USA GBR IND"), a.RaisePoint("CUB", "order", "USA"), a.Rule("IND", True)
    )
    assert turn(ruled) == ("USA",), "the ruling goes against it"
    assert turn(take(ruled, a.AcceptRuling("USA"))) == ("GBR",)


def test_cb3_a_point_dismissed_leaves_the_floor_where_it_was() -> None:
    ruled = take(
        at("june debate | floor USA GBR IND"), a.RaisePoint("CUB", "order", "USA"), a.Rule("IND", False)
    )
    assert turn(ruled) == ("CUB",)
    settled = take(ruled, a.AcceptRuling("CUB"))
    assert (settled.chamber.phase, turn(settled)) == (Phase.DEBATE, ("USA",))
    assert refused(settled, a.RaisePoint("ECU", "order", "USA")) == "CB4", "settled"


def test_cb3_the_last_speaker_called_to_order_ends_the_round() -> None:
    ruled = take(at("june debate | floor USA"), a.RaisePoint("CUB", "order", "USA"), a.Rule("IND", True))
    assert take(ruled, a.AcceptRuling("USA")).chamber.phase is Phase.CHAIR


@pytest.mark.parametrize(
    ("point", "rule"),
    [
        (a.RaisePoint("CUB", "order", "GBR"), "CB3"),
        (a.RaisePoint("USA", "order", "USA"), "CB3"),
        (a.RaisePoint("CUB", "credentials", "USA"), "RC4"),
        (a.RaisePoint("CHN", "credentials", "CHN"), "RC4"),
        (a.RaisePoint("CUB", "relevance", "S/9"), "H5"),
        (a.RaisePoint("CUB", "weather", "USA"), "H5"),
        (a.RaisePoint("CUB", "nature", "S/1"), "CB11"),
        (a.RaisePoint("RUS", "order", "USA"), "V7"),
    ],
)
def test_cb3_a_point_is_about_something(point: a.RaisePoint, rule: str) -> None:
    assert refused(at("june debate | floor USA GBR IND"), point) == rule


def test_cb11_only_a_point_about_the_voting_interrupts_a_vote() -> None:
    put = at("june debate | floor USA | vote invitation PRC by USA [yy]")
    assert refused(put, a.RaisePoint("CUB", "order", "USA")) == "CB11"
    assert refused(put, a.MoveMotion("USA", "suspend")) == "CB11"
    assert refused(put, a.Speak("CUB", words="One word more.")) == "CB11"
    assert not refused(put, a.RaisePoint("CUB", "nature", "PRC"))


def test_cb10_an_amendment_found_irrelevant_falls() -> None:
    waits = "drafts S/1=USA,NOR:breach | amendments S/2=ECU>S/1:add@-1+relief"
    ruled = take(
        at(f"june debate | floor USA IND | {waits}"),
        a.RaisePoint("USA", "relevance", "S/2"),
        a.Rule("IND", True),
    )
    assert turn(ruled) == ("ECU",)
    assert not take(ruled, a.AcceptRuling("ECU")).chamber.amendments


# -- challenges ------------------------------------------------------------
CREDENTIALS = "august debate | away - | floor GBR USA CHN RUS | point credentials CHN by YUG upheld"


def test_cb4_a_challenge_is_put_at_once_without_debate() -> None:
    challenged = came_of(at(CREDENTIALS), a.Challenge("USA"))
    assert [type(x) for x in challenged.events] == [e.RulingChallenged, e.QuestionPut]
    assert challenged.state.chamber.ballot.nature == "procedural"
    assert refused(at("june debate"), a.Challenge("USA")) == "CB4"


def test_cb4_nothing_is_said_or_moved_until_a_ruling_is_settled() -> None:
    ruled = at("june debate | away - | floor USA GBR | point order USA by IND upheld")
    assert refused(ruled, a.Speak("USA", words="But")) == "CB4"
    assert refused(ruled, a.MoveMotion("USA", "suspend")) == "CB4"
    challenged = take(ruled, a.Challenge("USA"))
    assert refused(challenged, a.Speak("USA", words="But")) == "CB11"
    assert refused(challenged, a.Challenge("GBR")) == "CB4"


def test_cb5_1_august_1950_the_ruling_on_china_is_overruled_eight_to_three() -> None:
    assert presiding(at(CREDENTIALS)) == "RUS"
    assert turn(at(CREDENTIALS)) == ("CHN",)
    challenged = take(at(CREDENTIALS), a.Challenge("USA"))
    done = vote(challenged, RUS="no", IND="no", YUG="no")
    (declared,) = told(done, e.ResultDeclared)
    assert (declared.verdict, declared.yes, declared.no, declared.rule) == ("ruling_overruled", 8, 3, "CB5")
    assert done.state.chamber.meeting.excluded == frozenset()
    assert (done.state.chamber.phase, turn(done.state)) == (Phase.DEBATE, ("GBR",))


def test_cb5_a_ruling_stands_unless_seven_overrule_it() -> None:
    challenged = take(at(CREDENTIALS), a.Challenge("USA"))
    done = vote(challenged, **dict.fromkeys(("RUS", "IND", "YUG", "ECU", "EGY"), "abstain"))
    assert told(done, e.ResultDeclared)[0].verdict == "ruling_stands"
    assert done.state.chamber.meeting.excluded == {"CHN"}
    assert done.state.chamber.meeting.queue == ("GBR", "USA", "RUS")


def test_rc4_one_ruled_out_neither_speaks_nor_votes_at_this_meeting() -> None:
    out = take(at(CREDENTIALS), a.AcceptRuling("CHN"))
    assert refused(out, a.SignSpeakersList("CHN")) == "RC4"
    put = take(out, a.MoveMotion("GBR", "suspend"))
    assert "CHN" not in put.chamber.ballot.voters
    assert "CHN" in at("january debate").chamber.meeting.queue, "the next meeting begins anew"


def test_rc3_the_council_pronounces_once_on_credentials() -> None:
    kept = take(at(CREDENTIALS.replace("upheld", "dismissed")), a.AcceptRuling("YUG"))
    assert refused(kept, a.RaisePoint("YUG", "credentials", "CHN")) == "RC3"
    assert refused(kept, a.RaisePoint("YUG", "credentials", "PRC")) == "RC3", "a guest has none to show"


def test_pr6_a_president_ruled_out_leaves_the_chair() -> None:
    ruled = at("august debate | away - | chair CHN | floor GBR CHN | point credentials CHN by YUG upheld")
    out = take(ruled, a.AcceptRuling("CHN"))
    assert presiding(out) == "CUB"
    kept = vote(take(ruled, a.Challenge("YUG")), **dict.fromkeys(("CUB", "ECU", "EGY", "FRA", "IND"), "no"))
    assert presiding(kept.state) == "CUB", "after a vote as well"


def test_cb4_a_challenge_in_the_middle_of_a_vote_returns_to_it() -> None:
    ruled = at(
        "june debate | floor USA IND | vote invitation PRC by USA [yn] | point nature PRC by CUB dismissed"
    )
    back = vote(take(ruled, a.Challenge("CUB"))).state
    assert back.chamber.ballot.nature == "substantive", "overruled"
    assert back.chamber.ballot.votes == {"CHN": "yes", "CUB": "no"}
    assert turn(back) == ("ECU",)


# -- coming and going ------------------------------------------------------------
def test_v7_a_walk_out_costs_standing_and_gives_up_the_floor() -> None:
    left = came_of(
        at("june debate | floor USA GBR IND | notice CUB"), a.WalkOut("USA", "We cannot\x07 stay.")
    )
    assert left.state.world.standings["USA"] == -3.0
    assert turn(left.state) == ("GBR",)
    assert left.state.chamber.absent["USA"] == "We cannot stay."
    assert refused(left.state, a.SignSpeakersList("USA")) == "V7"


def test_v7_nobody_leaves_in_the_middle_of_a_vote() -> None:
    assert refused(at("june chair | drafts S/1=USA:breach | vote draft S/1"), a.WalkOut("CHN")) == "V7"


def test_v7_the_last_of_a_round_who_leaves_ends_it() -> None:
    assert take(at("june debate | floor USA"), a.WalkOut("USA")).chamber.phase is Phase.CHAIR
    talks = at("june consultations | floor USA")
    assert take(talks, a.WalkOut("USA")).chamber.phase is Phase.DEBATE


def test_h2_anothers_leaving_gives_no_more_time() -> None:
    spent = at("june debate | floor USA GBR IND | taken 12")
    assert refused(spent, a.Speak("USA", "breach", "for")) == "H2"
    left = take(spent, a.WalkOut("CUB"))
    assert refused(left, a.Speak("USA", "breach", "for")) == "H2"
    assert not refused(take(spent, a.WalkOut("USA")), a.Speak("GBR", "breach", "for"))


def test_v7_the_boycott_ends_in_its_own_turn_between_meetings() -> None:
    assert refused(at("june recess | floor RUS"), a.Return("RUS")) == ""
    assert refused(at("june recess"), a.Return("RUS")) == "H1"
    assert refused(at("june debate"), a.Return("RUS")) == "V7"
    assert refused(at("june recess | floor USA"), a.Return("USA")) == "V7"


def test_an_early_return_has_its_price_and_a_late_one_none() -> None:
    early = came_of(at("june recess | floor RUS IND"), a.Return("RUS"))
    assert early.state.world.standings["RUS"] == -20.0
    assert "RUS" not in early.state.chamber.absent
    late = came_of(at("august recess | floor RUS IND"), a.Return("RUS"))
    assert not told(late, e.WorldMoved)
    assert presiding(take(late.state, a.Yield("RUS"), a.Yield("IND"))) == "RUS"


def test_an_absent_delegation_has_its_turn_and_its_reason_is_known() -> None:
    recess = at("june recess | floor RUS")
    assert turn(recess) == ("RUS",)
    assert recess.chamber.absent == {"RUS": SEAT_OF_CHINA}
    assert not refused(recess, a.SendNote("RUS", "IND", "We shall be back."))
