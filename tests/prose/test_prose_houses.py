"""What houses add in the record and on paper: times and topics, seconds, calls, papers without a number."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.packs.houses import house
from game.prose.calls import call_in_words
from game.prose.drafts import texts
from game.prose.exports import export
from game.prose.minutes import line, question
from game.session import actions as act
from game.session import events as happened
from game.session.scenario import Clause
from game.session.state import Phase
from game.session.usage import Call
from tests.session.council import SCENARIO, came_of, take, vote, yields
from tests.session.houses import FLOOR, under


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            happened.MotionMoved(
                "FRA", "una_mod", total=600, each=60, topic="Aid", named="that there be a moderated caucus"
            ),
            "France moves that there be a moderated caucus (10 minutes, 1 minute each, on “Aid”).",
        ),
        (
            happened.MotionFell("thimun_extend", "that debating time be extended"),
            "The motion that debating time be extended falls, because nobody seconds it.",
        ),
        (
            happened.MotionCarried("nmun_roll_call", "", "request"),
            "The motion nmun roll call is granted on request.",
        ),
        (happened.TimeYielded("FRA", "questions"), "France yields the rest of its time to questions."),
        (happened.TimeYielded("FRA", "EGY"), "France yields the rest of its time to Egypt."),
        (happened.CaucusOpened("", 90), None),
        (happened.PointRaised("FRA", "reply", "EGY", ""), "France asks for the right of reply to Egypt."),
        (happened.RulingSettled("reply", "EGY", False, ""), "The right of reply is not granted."),
        (happened.AttendanceAnswered("FRA", True), "France is present and voting."),
        (
            happened.InquiryAnswered("FRA", "una_close_debate", "MU3", "Closure of debate"),
            None,
        ),
        (happened.CrisisNoteAnswered(1, False, "No."), "The director does not grant crisis note 1: No."),
    ],
)
def test_the_record_says_it_plainly(event: happened.Event, said: str | None) -> None:
    told = line(event, SCENARIO)
    assert told is not None
    assert told.endswith(".")
    assert said is None or told == said


def test_a_question_is_named_in_the_words_of_its_house() -> None:
    assert question("motion", "nmun_close_debate", SCENARIO, "that debate be closed") == (
        "the motion that debate be closed"
    )
    assert question("motion", "suspend", SCENARIO) == "the motion that the meeting be suspended"


@pytest.mark.parametrize(
    ("call", "about", "left"),
    [
        (Call("attendance", ("FRA",), "debate"), "The roll of attendance", "present, or present and voting"),
        (Call("second", (), "debate", "una_mod", left=1), "Moderated caucus", "1 more must second it"),
        (
            Call("debate", (), "debate", "una_table", pro=2, con=1),
            "Adjourn (table) debate",
            "still 2 for, 1 against",
        ),
        (Call("debate", (), "debate", "S/9", pro=2, con=2), "Amendment S/9", "still 2 for, 2 against"),
        (
            Call("caucus", (), "debate", "una_mod", topic="Aid", left=3, each=30),
            "Aid",
            "3 speakers more, 30 seconds each",
        ),
        (Call("question", (), "debate", mover="FRA", left=2), "Questions to France", "2 questions more"),
        (Call("reply", (), "debate", "EGY"), "A reply to Egypt", ""),
    ],
)
def test_the_table_says_what_delegations_are_called_for(call: Call, about: str, left: str) -> None:
    assert call_in_words(call, house("una_usa"), SCENARIO) == (about, left)


def test_mu5_a_directive_is_no_resolution_on_paper() -> None:
    order = act.TableDraft("USA", title="Stop", clauses=(Clause("breach"),), form="directive")
    tabled = came_of(under("una_usa+crisis", FLOOR), order)
    chair = yields(tabled.state, Phase.CHAIR)
    symbol = next(iter(chair.chamber.drafts))
    done = vote(take(chair, act.PutToVote("IND", symbol)))
    events = (happened.StageOpened(0, "june", "1950-06-25"), *tabled.events, *done.events)
    assert texts(events)[symbol].status == "carried"
    paper = export(events, done.state, SCENARIO, what="resolutions", fmt="md")
    assert "adopted by the committee" in paper
    assert "resolution 82" not in paper


def test_mu5_crisis_notes_stay_out_of_every_public_paper() -> None:
    state = replace(under("una_usa+crisis"), director=True)
    sent = came_of(state, act.SendCrisisNote("FRA", "Sink the fleet."))
    answered = came_of(sent.state, act.AnswerCrisisNote("", 1, True, "It is sunk."))
    events = (happened.StageOpened(0, "june", "1950-06-25"), *sent.events, *answered.events)
    for what in ("record", "resolutions", "votes"):
        for fmt in ("md", "json"):
            paper = export(events, answered.state, SCENARIO, what=what, fmt=fmt)
            assert "fleet" not in paper
            assert "sunk" not in paper
