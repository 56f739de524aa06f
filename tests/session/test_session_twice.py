"""What is said twice, said in silence, or said before the agenda is adopted."""

from __future__ import annotations

from game.session import actions as a
from game.session import events as e
from game.session.fold import fold_all
from game.session.scenario import Clause
from tests.session.council import at, refused, take, told, vote


def test_ag4_no_business_before_the_agenda() -> None:
    recess = at("june recess")
    seat = recess.chamber.consulting[0]
    assert refused(recess, a.TableDraft(seat, clauses=(Clause("relief"),))) == "AG4"
    assert refused(recess, a.Speak(seat, words="At last.")) == "AG4"


def test_a_measure_adopted_twice_works_once_at_each_stage() -> None:
    once = vote(at("june chair | drafts S/1=USA:breach+assistance S/2=GBR:assistance | vote draft S/1"))
    assert told(once, e.ConsequencesSet)
    state = take(once.state, a.PutToVote("IND", "S/2"))
    twice = vote(state)
    assert told(twice, e.ResolutionAdopted)
    assert not told(twice, e.ConsequencesSet)


def test_ev3_silence_keeps_a_promised_vote() -> None:
    state = at("june chair | drafts S/1=USA:relief")
    term = a.Term("vote", "S/1", "yes")
    state = fold_all(
        state, [e.DealOffered(1, "USA", "FRA", a.Term("pledge", "troops"), term), e.DealAccepted(1)]
    )
    state = take(state, a.AskConsent("IND", "S/1"))
    settled = told(vote(state), e.DealSettled)
    assert [(x.seat, x.kept) for x in settled if isinstance(x, e.DealSettled)] == [("FRA", True)]
