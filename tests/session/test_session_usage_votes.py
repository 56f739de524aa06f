"""Votes by the house: passing, rights, present and voting, no abstention on procedure, the veto's variants
(MU3, MU4, MU6, MU9)."""

from __future__ import annotations

from msgspec.structs import replace

from game.rules.bodies import UNSC_11
from game.rules.house import Needed, Veto
from game.session import actions as a
from game.session import bars
from game.session import events as e
from game.session.decide import Decision
from game.session.state import Phase, State
from game.session.table import turn
from tests.session.council import came_of, refused, take, told, vote, yields
from tests.session.houses import FLOOR, under

CHAIR = "june chair | away - | drafts S/1=USA:breach"
BALLOT = f"{CHAIR} | vote draft S/1"


def called(name: str, **changes: object) -> State:
    """A draft being voted by roll call."""
    state = under(name, BALLOT, **changes)
    usage = replace(state.chamber.usage, roll_calls=frozenset({"S/1"}))
    return replace(state, chamber=replace(state.chamber, usage=usage))


def verdict(decision: Decision) -> e.ResultDeclared:
    """The one result in what came of a roll."""
    (found,) = told(decision, e.ResultDeclared)
    assert isinstance(found, e.ResultDeclared)
    return found


# -- passing ---------------------------------------------------------------------------------------
def test_mu6_one_passes_once_in_a_roll_call_and_is_called_again_at_the_end() -> None:
    state = called("nmun")
    first = turn(state)[0]
    passed = came_of(state, a.CastBallot(first, "pass"))
    assert told(passed, e.VotePassed)
    roll = passed.state.chamber.ballot.voters
    assert roll[-1] == first
    state = passed.state
    for seat in roll[:-1]:
        state = take(state, a.CastBallot(seat, "yes"))
    assert turn(state) == (first,)
    assert refused(state, a.CastBallot(first, "pass")) == "MU6"
    assert refused(state, a.CastBallot(first, "abstain")) == "MU6"
    assert refused(state, a.CastBallot(first, "not_participating")) == "MU6"
    done = came_of(state, a.CastBallot(first, "no"))
    assert verdict(done).yes == 10
    assert not done.state.chamber.usage.passed


def test_mu6_without_a_roll_call_nobody_passes() -> None:
    state = under("nmun", BALLOT)
    assert refused(state, a.CastBallot(turn(state)[0], "pass")) == "MU6"
    assert refused(under("unsc", BALLOT), a.CastBallot(turn(state)[0], "pass")) == "MU6"
    assert refused(called("una_usa"), a.CastBallot(turn(state)[0], "pass")) == ""


def test_mu6_nobody_passes_on_procedure() -> None:
    state = take(under("una_usa", f"{FLOOR}"), a.MoveMotion("USA", "una_suspend"))
    assert refused(state, a.CastBallot(turn(state)[0], "pass")) == "MU6"
    assert refused(state, a.CastBallot(turn(state)[0], "yes", rights=True)) == "MU6"


# -- rights ----------------------------------------------------------------------------------------
def test_mu6_a_vote_with_rights_is_explained_afterwards() -> None:
    state = called("una_usa")
    first = turn(state)[0]
    assert refused(state, a.CastBallot(first, "abstain", rights=True)) == "MU6"
    state = take(state, a.CastBallot(first, "yes", rights=True))
    done = vote(state)
    assert verdict(done).verdict == "adopted"
    assert done.state.chamber.phase is Phase.CALL
    assert done.state.chamber.usage.call.queue == (first,)
    after = take(done.state, a.SpeakTo(first, words="Against our usual policy, but peace comes first."))
    assert after.chamber.phase is Phase.CHAIR
    assert not after.chamber.usage.rights


def test_mu6_rights_are_not_had_after_passing_nor_where_the_house_has_none() -> None:
    state = called("una_usa")
    first = turn(state)[0]
    state = take(state, a.CastBallot(first, "pass"))
    for seat in state.chamber.ballot.voters[:-1]:
        state = take(state, a.CastBallot(seat, "yes"))
    assert refused(state, a.CastBallot(first, "yes", rights=True)) == "MU6"
    assert refused(called("nmun"), a.CastBallot(first, "yes", rights=True)) == "MU6"


# -- attendance and abstention ---------------------------------------------------------------------
def test_mu3_the_roll_of_attendance_is_called_and_who_votes_may_not_abstain() -> None:
    state = take(under("una_usa", "june recess | away - | floor -"), a.CallToOrder("IND"))
    assert state.chamber.usage.call.kind == "attendance"
    first = turn(state)[0]
    assert refused(state, a.Yield(first)) == "MU3"
    assert refused(state, a.SpeakTo(first)) == "MU3"
    state = take(state, a.AnswerRoll(first, True))
    while state.chamber.phase is Phase.CALL:
        state = take(state, a.AnswerRoll(turn(state)[0]))
    assert state.chamber.phase is Phase.DEBATE
    assert state.chamber.usage.voting == {first}
    state = take(state, a.MoveMotion(turn(state)[0], "una_unmod", total=600))
    assert refused(state, a.CastBallot(first, "abstain")) == "MU3"
    assert refused(state, a.CastBallot(first, "not_participating")) == "MU3"
    assert not refused(state, a.CastBallot(first, "no"))


def test_mu4_on_procedure_one_votes_yes_or_no_and_on_the_text_one_may_abstain() -> None:
    state = take(under("thimun", FLOOR), a.ProposeInvitation("USA", "ROK"))
    assert refused(state, a.CastBallot(turn(state)[0], "abstain")) == "MU4"
    text = under("thimun", BALLOT)
    assert not refused(text, a.CastBallot(turn(text)[0], "abstain"))


def test_mu4_a_close_vote_is_taken_again_by_name_without_abstentions() -> None:
    state = under("thimun", BALLOT)
    votes = {"CHN": "abstain", "CUB": "abstain", "ECU": "abstain", "EGY": "abstain", "IND": "abstain"}
    lost = vote(state, **votes)
    assert lost.state.chamber.usage.close == "S/1"
    asked = take(lost.state, a.RaisePoint("USA", "recount", "S/1"), a.Rule("IND", True))
    again = came_of(asked, a.AcceptRuling(turn(asked)[0]))
    assert told(again, e.RecountOrdered)
    assert refused(again.state, a.CastBallot(turn(again.state)[0], "abstain")) == "MU4"
    assert verdict(vote(again.state, CHN="no", EGY="no")).verdict == "vetoed"


def test_mu4_only_a_close_failure_is_counted_again() -> None:
    many = dict.fromkeys(("CHN", "CUB", "ECU", "EGY", "IND", "NOR", "YUG"), "no")
    lost = vote(under("thimun", BALLOT), **many)
    assert refused(lost.state, a.RaisePoint("USA", "recount", "S/1")) == "MU4"
    vetoed = vote(under("thimun", BALLOT), RUS="no")
    assert refused(vetoed.state, a.RaisePoint("USA", "recount", "S/1")) == "MU4"
    close = vote(under("una_usa", BALLOT), **many)
    assert refused(close.state, a.RaisePoint("USA", "recount", "S/1")) == "MU4"


# -- the veto --------------------------------------------------------------------------------------
def test_mu9_where_nobody_has_a_veto_a_no_is_a_no() -> None:
    result = verdict(vote(under("nmun", BALLOT, veto=Veto.NONE), RUS="no"))
    assert (result.verdict, result.vetoed_by) == ("adopted", ())


def test_mu9_a_relative_majority_is_vetoed_by_name() -> None:
    result = verdict(vote(under("una_usa", BALLOT), RUS="no", CUB="no"))
    assert (result.verdict, result.vetoed_by, result.rule) == ("vetoed", ("RUS",), "MU9")
    assert "a permanent member voted no: Union." in result.reason


def test_mu9_who_would_veto_is_asked_once_whether_it_would_abstain() -> None:
    state = under("nmun", BALLOT, veto=Veto.ABSTAIN_TO_PASS)
    asked = vote(state, RUS="no", GBR="no").state
    assert asked.chamber.usage.call.kind == "stand_aside"
    assert set(asked.chamber.usage.call.queue) == {"GBR", "RUS"}
    assert refused(asked, a.Yield(turn(asked)[0])) == "MU3"
    one = take(asked, a.StandAside(turn(asked)[0]))
    held = came_of(one, a.HoldFast(turn(one)[0]))
    assert verdict(held).verdict == "vetoed"
    assert verdict(held).abstain == 1
    both = came_of(one, a.StandAside(turn(one)[0]))
    assert verdict(both).verdict == "adopted"
    assert told(both, e.ResolutionAdopted)


def test_mu9_nobody_is_asked_where_the_votes_are_missing() -> None:
    state = under("nmun", BALLOT, veto=Veto.ABSTAIN_TO_PASS)
    lost = vote(state, **dict.fromkeys(("RUS", "CUB", "ECU", "EGY", "YUG"), "no"))
    assert verdict(lost).verdict == "rejected_insufficient"


def test_mu9_an_announced_veto_suspends_the_meeting_once() -> None:
    text = f"{FLOOR.replace('floor USA', 'floor RUS USA').replace(' NOR RUS', ' NOR')}"
    debate = under("nmun", f"{text} | drafts S/1=USA:breach", veto=Veto.P5_CAUCUS)
    chair = yields(take(debate, a.DeclareStance("RUS", "S/1", "no")), Phase.CHAIR)
    away = came_of(chair, a.PutToVote("IND", "S/1"))
    assert told(away, e.VetoCaucusOpened)
    assert away.state.chamber.phase is Phase.CONSULTATIONS
    again = yields(yields(away.state, Phase.DEBATE), Phase.CHAIR)
    assert take(again, a.PutToVote("IND", "S/1")).chamber.ballot.kind == "draft"
    calm = under("nmun", CHAIR, veto=Veto.P5_CAUCUS)
    assert take(calm, a.PutToVote("IND", "S/1")).chamber.ballot is not None, "no veto was announced"


# -- what is needed --------------------------------------------------------------------------------
def test_mu10_the_bar_of_each_question_follows_the_house() -> None:
    state = under("una_usa", BALLOT)
    ballot = state.chamber.ballot
    bar = bars.needed(state.house, ballot, state.chamber)
    assert bar is Needed.MAJORITY
    assert bars.vetoers(state.house, ballot, state.chamber, UNSC_11) == UNSC_11.permanent
    procedural = replace(ballot, kind="agenda", nature="procedural")
    assert bars.vetoers(state.house, procedural, state.chamber, UNSC_11) == ()
    seen = bars.outlook(state.house, ballot, state.chamber, UNSC_11)
    assert (seen.still_needed, seen.can_pass, seen.can_fail) == (1, True, True)
    council = under("unsc", BALLOT)
    assert bars.outlook(council.house, council.chamber.ballot, council.chamber, UNSC_11).needed == 7


def test_mu4_a_clause_goes_by_a_majority_and_cannot_be_vetoed() -> None:
    state = under("thimun", FLOOR)
    state = take(state, a.TableDraft("USA", title="Peace"))
    symbol = next(iter(state.chamber.drafts))
    ballot = replace(under("thimun", BALLOT).chamber.ballot, kind="amendment", subject="S/9", draft=symbol)
    assert bars.needed(state.house, ballot, state.chamber) is Needed.MAJORITY
    assert bars.vetoers(state.house, ballot, state.chamber, UNSC_11) == ()
