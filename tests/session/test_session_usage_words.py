"""Words by the house: yields, questions, replies, privilege, inquiries (MU3, MU4, MU7)."""

from __future__ import annotations

from dataclasses import replace as replaced

import pytest
from msgspec.structs import replace

from game.rules.book import RULES
from game.session import actions as a
from game.session import events as e
from game.session.state import Phase
from game.session.table import turn
from tests.session.council import came_of, refused, take, told
from tests.session.houses import FLOOR, under

SPOKE = f"{FLOOR} | spoke USA"


# -- yields ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "to", "rule"),
    [
        ("una_usa", "FRA", ""),
        ("una_usa", "questions", ""),
        ("una_usa", "chair", ""),
        ("una_usa", "USA", "H5"),
        ("una_usa", "ZZZ", "H5"),
        ("thimun", "FRA", ""),
        ("thimun", "questions", ""),
        ("thimun", "chair", "MU3"),
        ("nmun", "FRA", "MU3"),
        ("nmun", "questions", "MU3"),
        ("nmun", "chair", "MU3"),
        ("unsc", "FRA", "MU3"),
        ("unsc", "", ""),
    ],
)
def test_mu3_time_is_yielded_as_the_house_knows_it(name: str, to: str, rule: str) -> None:
    assert refused(under(name, SPOKE), a.Yield("USA", to)) == rule


def test_mu3_one_yields_what_is_left_of_ones_time_after_speaking() -> None:
    assert refused(under("una_usa"), a.Yield("USA", "FRA")) == "MU3"


def test_mu3_whoever_is_yielded_to_speaks_at_once_and_may_not_yield_it_on() -> None:
    state = take(under("una_usa", f"{FLOOR} | spoke USA FRA"), a.Yield("USA", "FRA"))
    assert turn(state) == ("FRA",)
    assert "USA" not in state.chamber.meeting.queue
    state = take(state, a.Speak("FRA", words="A word more."))
    assert refused(state, a.Yield("FRA", "EGY")) == "MU3"
    assert not refused(state, a.Yield("FRA", "chair"))
    assert turn(take(state, a.Yield("FRA"))) == ("GBR",)


def test_mu3_a_speaker_that_opens_itself_is_asked_and_answers() -> None:
    state = take(under("una_usa", SPOKE), a.Yield("USA", "questions"))
    call = state.chamber.usage.call
    assert (call.kind, call.mover, call.left) == ("question", "USA", 2)
    first = turn(state)[0]
    assert refused(state, a.SpeakTo(first, "for")) == "MU3"
    state = take(state, a.SpeakTo(first, words="What will it cost?"))
    assert turn(state) == ("USA",)
    state = take(state, a.SpeakTo("USA", words="Less than war."))
    second = turn(state)[0]
    assert second not in (first, "USA")
    state = take(state, a.SpeakTo(second, words="And who pays?"))
    done = came_of(state, a.Yield("USA"))
    assert told(done, e.CallEnded)
    assert turn(done.state) == ("GBR",)


def test_mu3_when_nobody_asks_the_debate_goes_on() -> None:
    state = take(under("thimun", SPOKE), a.Yield("USA", "questions"))
    while state.chamber.phase is Phase.CALL:
        state = take(state, a.Yield(turn(state)[0]))
    assert turn(state) == ("GBR",)


def test_mu3_the_last_of_a_round_may_yield_too() -> None:
    state = under("una_usa", "june debate | away - | floor USA | spoke USA")
    assert take(state, a.Yield("USA", "chair")).chamber.phase is Phase.CHAIR
    assert turn(take(state, a.Yield("USA", "FRA"))) == ("FRA",)


# -- points ----------------------------------------------------------------------------------------
def test_mu7_a_reply_is_granted_by_the_chair_and_not_replied_to() -> None:
    state = take(under("una_usa"), a.Speak("USA", "help", "for"))
    assert refused(state, a.RaisePoint("GBR", "reply", "FRA")) == "MU7", "France has not spoken"
    assert refused(state, a.RaisePoint("USA", "reply", "USA")) == "MU7"
    asked = take(state, a.RaisePoint("GBR", "reply", "USA"))
    assert asked.chamber.phase is Phase.RULING
    granted = take(asked, a.Rule("IND", True))
    called = came_of(granted, a.AcceptRuling(turn(granted)[0])).state
    assert turn(called) == ("GBR",)
    replied = take(called, a.SpeakTo("GBR", words="We are grieved to hear it."))
    assert turn(replied) == ("USA",)
    assert refused(replied, a.RaisePoint("USA", "reply", "GBR")) == "MU7"
    denied = take(asked, a.Rule("IND", False))
    assert take(denied, a.AcceptRuling(turn(denied)[0])).chamber.phase is Phase.DEBATE


def test_mu7_a_refused_reply_may_be_appealed() -> None:
    state = take(under("una_usa"), a.Speak("USA", "help", "for"), a.RaisePoint("GBR", "reply", "USA"))
    appealed = take(state, a.Rule("IND", False), a.Challenge("GBR"))
    assert appealed.chamber.ballot.kind == "challenge"


def test_mu7_personal_privilege_is_ones_own_and_met_by_the_chair() -> None:
    state = under("una_usa")
    assert refused(state, a.RaisePoint("GBR", "privilege", "FRA")) == "MU7"
    ruled = take(state, a.RaisePoint("GBR", "privilege", "GBR"), a.Rule("IND", True))
    after = take(ruled, a.AcceptRuling(turn(ruled)[0]))
    assert turn(after) == ("USA",)
    assert refused(after, a.RaisePoint("GBR", "privilege", "GBR")) == "CB4"


@pytest.mark.parametrize("subject", ["privilege", "reply", "recount"])
def test_mu7_the_council_knows_points_of_order_alone(subject: str) -> None:
    assert refused(under("unsc"), a.RaisePoint("GBR", subject, "GBR")) in ("MU7", "MU4")
    assert refused(under("unsc"), a.Inquire("GBR", "suspend")) == "MU7"


def test_mu7_an_inquiry_is_answered_at_once_with_the_page_of_the_rule() -> None:
    state = under("una_usa")
    done = came_of(state, a.Inquire("FRA", "una_close_debate"))
    (answer,) = told(done, e.InquiryAnswered)
    assert isinstance(answer, e.InquiryAnswered)
    assert answer.rule in RULES
    assert answer.named == "Closure of debate"
    assert turn(done.state) == ("USA",)
    assert refused(done.state, a.Inquire("GBR", "una_close_debate")) == "H8"
    assert not refused(state, a.Inquire("GBR", "V4"))
    assert refused(state, a.Inquire("GBR", "V99")) == "H5"


def test_mu1_no_house_but_the_council_contests_the_nature_of_a_question() -> None:
    state = take(under("nmun", f"{FLOOR}"), a.ProposeInvitation("USA", "ROK"))
    assert refused(state, a.RaisePoint("RUS", "nature", "ROK")) == "MU1"
    council = take(under("unsc", f"{FLOOR}"), a.ProposeInvitation("USA", "ROK"))
    assert not refused(council, a.RaisePoint("RUS", "nature", "ROK"))


def test_a_house_that_lists_no_point_of_order_knows_none() -> None:
    listed = under("nmun")
    bare = replaced(listed.house, motions=tuple(m for m in listed.house.motions if m.does != "point"))
    point = a.RaisePoint("GBR", "order", "USA")
    assert refused(listed, point) == ""
    assert refused(replace(listed, house=bare), point) == "MU2"


def test_h1_only_who_is_called_answers() -> None:
    state = take(under("una_usa", SPOKE), a.Yield("USA", "questions"))
    uncalled = state.chamber.usage.call.queue[1]
    assert refused(state, a.SpeakTo(uncalled, words="I too!")) == "H1"
    assert refused(under("una_usa"), a.SpeakTo("USA", words="Hello")) == "MU3"
    assert refused(under("una_usa"), a.Second("USA")) == "MU4"
    nobody = replace(state, chamber=replace(state.chamber, phase=Phase.DEBATE))
    assert refused(nobody, a.AnswerRoll("USA")) == "MU3"
