"""Guests at the table, statements by silence, the order of amendments, the nature of what was carried."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.decide import decide, due, open_sitting
from game.session.fold import fold
from game.session.legal import Docket, legal, refusal_of
from game.session.scenario import Clause, ClauseKind, Scenario
from game.session.state import Phase, State
from game.session.table import guests_here, turn
from game.session.views import view
from tests.session.council import (
    OF_1950,
    OF_1951,
    SCENARIO,
    at,
    came_of,
    refused,
    take,
    told,
    vote,
    world,
    yields,
)
from tests.session.dice import drawn

NO = dict.fromkeys(("USA", "GBR", "FRA", "CHN", "CUB"), "no")


# -- guests ----------------------------------------------------------------------------------------
def with_guests(seed: int = 0, **holders: str) -> State:
    """The first meeting of a sitting in which somebody speaks for guests, debate just begun."""
    opened = e.SittingOpened({**dict.fromkeys(OF_1950, "person"), **holders}, seed=seed)
    state = world(open_sitting(SCENARIO, opened).state).state
    while state.chamber.consulting:
        state = take(state, a.Yield(state.chamber.consulting[0]))
    return take(state, a.CallToOrder("IND"))


def on_the_floor(state: State, guest: str) -> State:
    """Let all members pass until a guest has the floor."""
    while turn(state) != (guest,):
        state = take(state, a.Yield(turn(state)[0]))
    return state


def test_in1_a_guest_invited_is_called_after_the_members() -> None:
    state = with_guests(ROK="person", PRK="person")
    assert state.chamber.meeting.queue[-1] == "ROK", "invited when the meeting opened"
    assert guests_here(state.chamber) == ("ROK",)
    floor = on_the_floor(state, "ROK")
    said = came_of(floor, a.Speak("ROK", "help", "for", "We ask for help."))
    assert told(said, e.StatementMade)[0].seat == "ROK"
    assert take(said.state, a.Yield("ROK")).chamber.phase is Phase.CHAIR


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (a.MoveMotion("ROK", "suspend"), "IN5"),
        (a.ProposeInvitation("ROK", "PRK"), "IN5"),
        (a.Sponsor("ROK", "S/1"), "IN5"),
        (a.RaisePoint("ROK", "order", "ROK"), "IN5"),
        (a.RequestMeeting("ROK"), "IN5"),
        (a.TableDraft("ROK", clauses=(Clause("relief"),)), "IN5"),
        (a.Speak("PRK", "help", "for"), "IN6"),
        (a.Speak("PRC", "help", "for"), "H5"),
    ],
)
def test_in5_what_a_guest_may_not_do(act: a.Action, rule: str) -> None:
    floor = on_the_floor(with_guests(ROK="person", PRK="person"), "ROK")
    assert refused(floor, act) == rule
    assert act not in Docket(floor, act.seat)


def test_in1_a_guest_has_no_vote() -> None:
    floor = on_the_floor(with_guests(ROK="person"), "USA")
    put = take(floor, a.MoveMotion("USA", "suspend"))
    assert "ROK" not in put.chamber.ballot.voters
    assert refused(put, a.CastBallot("ROK", "yes")) == "IN1"


def test_h1_a_guest_waits_for_its_turn() -> None:
    state = with_guests(ROK="person")
    assert refused(state, a.Speak("ROK", "help", "for")) == "H1"
    assert not Docket(state, "ROK")
    kinds = {type(x) for x in Docket(on_the_floor(state, "ROK"), "ROK")}
    assert kinds == {a.Speak, a.Yield}, "a person heard under rule 39 tables nothing"


def invited_state(**holders: str) -> State:
    """A sitting in which Peking is a State invited under rule 37, which may submit proposals."""
    parties = tuple(
        p if p.code != "PRC" else type(p)("PRC", p.name, p.short, member=True, admits="IN2")
        for p in SCENARIO.open.parties
    )
    scenario = type(SCENARIO)(_with(SCENARIO.open, parties=parties), SCENARIO.sealed)
    opened = e.SittingOpened({**dict.fromkeys(OF_1950, "person"), **holders})
    state = due(open_sitting(scenario, opened).state, Chance(0, 0)).state
    while state.chamber.consulting:
        state = take(state, a.Yield(state.chamber.consulting[0]))
    state = take(state, a.CallToOrder("IND"))
    return vote(take(state, a.ProposeInvitation(turn(state)[0], "PRC"))).state


def _with(record, **changes):  # type: ignore[no-untyped-def]
    from msgspec.structs import replace

    return replace(record, **changes)


def test_in5_o12_a_guests_draft_is_put_to_the_vote_only_when_a_member_asks() -> None:
    state = invited_state(PRC="person")
    assert state.chamber.meeting.queue[-1] == "PRC", "asked in during the round, heard at its end"
    floor = on_the_floor(state, "PRC")
    tabled = came_of(floor, a.TableDraft("PRC", "", "Relief", (Clause("relief"),)))
    (draft,) = tabled.state.chamber.drafts.values()
    assert (draft.sponsors, draft.guest, draft.asked) == (("PRC",), True, "")
    assert refused(tabled.state, a.TableDraft("PRC", clauses=(Clause("orchard"),), form="press")) == "EV4"
    chair = take(tabled.state, a.Yield("PRC"))
    assert refused(chair, a.PutToVote("IND", draft.symbol)) == "H5"
    assert not refused(chair, a.CloseMeeting("IND")), "it circulates, and is not voted"
    asked = take(chair, a.AskVote("IND", draft.symbol))
    assert refused(asked, a.AskVote("IND", draft.symbol)) == "IN5"
    assert refused(asked, a.CloseMeeting("IND")) == "CB6"
    put = take(asked, a.PutToVote("IND", draft.symbol))
    assert told(vote(put), e.ResolutionAdopted)


def test_cb8_a_guest_may_withdraw_its_draft() -> None:
    floor = on_the_floor(invited_state(PRC="person"), "PRC")
    tabled = take(floor, a.TableDraft("PRC", "", "Relief", (Clause("relief"),)))
    (symbol,) = tabled.chamber.drafts
    assert take(tabled, a.WithdrawDraft("PRC", symbol)).chamber.drafts[symbol].status == "withdrawn"


def test_pb3_guests_leave_a_private_meeting_unless_they_are_asked_in_again() -> None:
    state = on_the_floor(with_guests(ROK="person"), "USA")
    state = take(state, a.MoveMotion("USA", "private_meeting"))
    state = yields_members(state)
    made = vote(state)
    assert told(made, e.MeetingMadePrivate) == [e.MeetingMadePrivate(("ROK",))]
    again = take(made.state, a.ContinueDebate("IND"))
    assert "ROK" not in again.chamber.meeting.queue
    asked = vote(take(again, a.ProposeInvitation(turn(again)[0], "ROK"))).state
    assert asked.chamber.meeting.queue[-1] == "ROK"
    heard = came_of(asked, a.Speak(turn(asked)[0], "help", "for", "For us alone."))
    assert "ROK" in told(heard, e.StatementMade)[0].heard_by


def yields_members(state: State) -> State:
    """Let everybody pass until a question is put."""
    while state.chamber.ballot is None:
        state = take(state, a.Yield(turn(state)[0]))
    return state


def test_in1_a_guest_sees_the_public_chamber_and_no_brief() -> None:
    state = with_guests(ROK="person")
    seen = view(state, "ROK")
    assert seen.brief is None
    assert seen.chamber is state.chamber


def rarer(state: State, dice: random.Random) -> a.Action | None:
    """Now and then a statement is proposed or a motion moved, which chance alone seldom brings about."""
    if state.chamber.phase is not Phase.DEBATE or dice.random() > 0.1:
        return None
    seat = turn(state)[0]
    words = a.TableDraft(seat, clauses=(Clause(dice.choice(("relief", "talks"))),), form="statement")
    moved = [x for x in legal(state, seat) if isinstance(x, a.MoveMotion)]
    lawful = [*moved, *([words] if refusal_of(state, words) is None else [])]
    return dice.choice(lawful) if lawful else None


@given(seed=st.integers(0, 10**6))
@settings(max_examples=6, deadline=None)
def test_play_at_random_with_guests_ends(seed: int) -> None:
    dice = random.Random(seed)
    parties = dict.fromkeys(("ROK", "PRK", "PRC"), "person")
    opened = e.SittingOpened({**dict.fromkeys(OF_1950, "person"), **parties}, seed=seed, abstention="enforce")
    state, length = open_sitting(SCENARIO, opened).state, 1
    spoke: set[str] = set()
    for _ in range(6000):
        if state.chamber.phase is Phase.ENDED:
            break
        if state.chamber.phase is Phase.INTERVAL:
            done = due(state, Chance(seed, length))
        else:
            act = rarer(state, dice) or drawn(state, dice)
            spoke.add(act.seat)
            for lawful in legal(state, "ROK")[:3]:
                assert refusal_of(state, lawful) is None
            decided = decide(state, act, Chance(seed, length))
            assert not isinstance(decided, Refusal), (act, decided)
            done = decided
        state = done.state
        length += len(done.events)
    assert state.chamber.phase is Phase.ENDED
    assert spoke <= {*state.chamber.holders, *OF_1950, *OF_1951, ""}


# -- statements ------------------------------------------------------------------------------------
def statement(form: str = "statement", kind: str = "breach") -> tuple[State, str]:
    """A statement proposed by Cuba, and the meeting in the President's hand."""
    state = take(
        at("june debate | away - | floor CUB IND"), a.TableDraft("CUB", "", "", (Clause(kind),), form)
    )
    (symbol,) = state.chamber.drafts
    return yields(state, Phase.CHAIR), symbol


def test_ev4_a_statement_is_issued_by_the_silence_of_all() -> None:
    state, symbol = statement()
    assert refused(state, a.PutToVote("IND", symbol)) == "EV4"
    asked = take(state, a.AskConsent("IND", symbol))
    assert asked.chamber.ballot.kind == "statement"
    assert refused(asked, a.CastBallot("CHN", "abstain")) == "EV4"
    done = vote(asked)
    (result,) = told(done, e.ResultDeclared)
    assert (result.verdict, result.rule, result.needed) == ("issued", "EV4", 0)
    assert told(done, e.StatementIssued) == [e.StatementIssued(symbol, symbol)]
    assert done.state.chamber.drafts[symbol].status == "issued"
    assert not done.state.chamber.resolutions
    assert not done.state.chamber.adopted


def test_ev4_x12_one_elected_member_blocks_a_statement() -> None:
    state, symbol = statement()
    done = vote_until(take(state, a.AskConsent("IND", symbol)), "EGY")
    (result,) = told(done, e.ResultDeclared)
    assert (result.verdict, result.vetoed_by) == ("blocked", ())
    assert told(done, e.StatementBlocked) == [e.StatementBlocked("EGY", symbol)]
    assert "Egypt" in result.reason
    assert (done.state.chamber.phase, done.state.chamber.drafts[symbol].status) == (Phase.CHAIR, "blocked")
    assert refused(done.state, a.AskConsent("IND", symbol)) == "H5"


def vote_until(state: State, objecting: str):  # type: ignore[no-untyped-def]
    """Let members keep silence until one objects."""
    while True:
        seat = turn(state)[0]
        done = came_of(state, a.CastBallot(seat, "no" if seat == objecting else "yes"))
        if seat == objecting:
            return done
        state = done.state


def test_ev7_a_statement_works_with_a_fraction_of_a_resolutions_weight() -> None:
    state, symbol = statement()
    before = state.world.tracks["opinion"]
    done = vote(take(state, a.AskConsent("IND", symbol))).state
    assert done.world.tracks["opinion"] == before + 2.5, "a quarter of ten"
    assert "breach-found" not in done.world.flags
    state, symbol = statement("press")
    done = vote(take(state, a.AskConsent("IND", symbol)))
    assert told(done, e.ResultDeclared)[0].rule == "EV5"
    assert told(done, e.StatementIssued)[0].symbol == "SC/1"
    assert done.state.world.tracks["opinion"] == before


def test_ev4_nothing_about_a_statement_is_voted() -> None:
    state = take(
        at("june debate | away - | floor CUB IND"),
        a.TableDraft("CUB", "", "", (Clause("breach"),), "statement"),
    )
    (symbol,) = state.chamber.drafts
    assert refused(state, a.RequestSeparateVote("CUB", symbol, 0)) == "EV4"
    assert refused(state, a.TableDraft("CUB", "s-1501", form="statement")) == "EV4"
    assert refused(state, a.TableDraft("CUB", clauses=(Clause("relief"),), form="sonnet")) == "H5"
    state = take(state, a.Yield("CUB"), a.MoveAmendment("IND", symbol, "add", -1, Clause("cessation")))
    asked = came_of(yields(state, Phase.CHAIR), a.AskConsent("IND", symbol))
    assert told(asked, e.AmendmentWithdrawn), "its sponsor did not accept it"
    assert not refused(yields(state, Phase.CHAIR), a.CloseMeeting("IND"))


def test_ev7_what_binds_states_takes_a_resolution_and_no_statement() -> None:
    state = at("june debate | away - | floor CUB IND")
    binding = ("Embargo", "operative", "Decides", "to cut off trade", 10)
    embargo = ClauseKind("embargo", *binding, character="sanctions", basis=("art_41",))
    known = (*SCENARIO.open.clauses, embargo)
    state = _with(state, scenario=Scenario(_with(SCENARIO.open, clauses=known), SCENARIO.sealed))
    assert refused(state, a.TableDraft("CUB", "", "", (Clause("embargo"),), "statement")) == "EV7"
    state = take(state, a.TableDraft("CUB", "", "", (Clause("breach"),), "statement"))
    (symbol,) = state.chamber.drafts
    assert refused(state, a.MoveAmendment("CUB", symbol, "add", -1, Clause("embargo"))) == "EV7"


def test_ev4_a_sponsor_takes_an_amendment_into_its_statement() -> None:
    state = at("june debate | away - | floor CUB IND")
    state = take(state, a.TableDraft("CUB", "", "", (Clause("breach"),), "statement"))
    (symbol,) = state.chamber.drafts
    state = fold(state, e.AmendmentMoved("S/9", "IND", symbol, "add", -1, Clause("relief")))
    accepted = take(state, a.AcceptAmendment("CUB", "S/9"))
    assert [c.kind for c in accepted.chamber.drafts[symbol].clauses] == ["breach", "relief"]


# -- the order of amendments -----------------------------------------------------------------------
TWO = (
    "drafts S/1=USA,NOR:breach+cessation | amendments S/2=ECU>S/1:add@-1+relief S/3=CUB>S/1:add@-1+assistance"
)


def test_cb10_the_president_rules_on_which_amendment_is_put_first() -> None:
    state = at(f"june debate | floor USA IND | {TWO}")
    assert refused(state, a.RaisePoint("ECU", "amendments", "S/3")) == "CB10", "further removed: first anyway"
    assert refused(state, a.RaisePoint("ECU", "amendments", "S/7")) == "H5"
    ruled = take(state, a.RaisePoint("ECU", "amendments", "S/2"), a.Rule("IND", True), a.AcceptRuling("ECU"))
    chair = yields(ruled, Phase.CHAIR)
    assert take(chair, a.PutToVote("IND", "S/1")).chamber.ballot.subject == "S/2"
    assert take(yields(state, Phase.CHAIR), a.PutToVote("IND", "S/1")).chamber.ballot.subject == "S/3"


def test_cb4_the_ruling_on_the_order_of_amendments_is_challenged() -> None:
    state = at(f"june debate | away - | floor USA IND | {TWO}")
    ruled = take(state, a.RaisePoint("ECU", "amendments", "S/2"), a.Rule("IND", True))
    overruled = vote(take(ruled, a.Challenge("CUB"))).state
    assert overruled.chamber.conduct.first == frozenset()
    stands = vote(take(ruled, a.Challenge("CUB")), **NO).state
    assert stands.chamber.conduct.first == {"S/2"}


# -- nature contested afterwards -------------------------------------------------------------------
def carried(regime: str = "") -> State:
    """An invitation just carried over the no of one permanent member."""
    words = f" | sitting {regime}" if regime else ""
    state = take(at(f"june debate | away - | floor USA GBR IND{words}"), a.ProposeInvitation("USA", "PRC"))
    return vote(state, CHN="no").state


def test_p6_a_permanent_member_contests_the_nature_of_what_was_carried_over_its_no() -> None:
    state = carried()
    assert "PRC" in state.chamber.invited
    assert refused(state, a.RaisePoint("GBR", "nature", "PRC")) == "P6"
    raised = take(state, a.RaisePoint("CHN", "nature", "PRC"))
    held = take(raised, a.Rule("IND", True))
    annulled = came_of(held, a.AcceptRuling(turn(held)[0]))
    assert told(annulled, e.ResultAnnulled) == [e.ResultAnnulled("invitation", "PRC")]
    assert "PRC" not in annulled.state.chamber.invited
    assert (annulled.state.chamber.phase, turn(annulled.state)) == (Phase.DEBATE, ("USA",))


def test_p4_the_president_may_leave_the_preliminary_question_to_the_council() -> None:
    put = came_of(take(carried(), a.RaisePoint("CHN", "nature", "PRC")), a.PutPreliminary("IND"))
    assert [type(x) for x in put.events] == [e.NatureReferred, e.QuestionPut]
    done = vote(put.state, CHN="no", CUB="abstain")
    (result,) = told(done, e.ResultDeclared)
    assert (result.verdict, result.rule) == ("deemed_procedural", "P4")
    assert (result.yes, result.no, result.abstain) == (9, 1, 1)
    assert "PRC" in done.state.chamber.invited
    assert (done.state.chamber.phase, turn(done.state)) == (Phase.DEBATE, ("USA",))
    assert refused(done.state, a.RaisePoint("CHN", "nature", "PRC")) == "CB4"


def test_p3_under_the_statement_of_san_francisco_one_no_makes_it_substantive() -> None:
    put = take(carried("san_francisco"), a.RaisePoint("CHN", "nature", "PRC"))
    done = vote(put, CHN="no", CUB="abstain")
    assert told(done, e.ResultDeclared)[0].verdict == "deemed_substantive"
    assert told(done, e.ResultAnnulled)
    assert "PRC" not in done.state.chamber.invited


def test_p6_the_moment_passes_with_the_movers_turn() -> None:
    later = take(carried(), a.Yield("USA"))
    assert refused(later, a.RaisePoint("CHN", "nature", "PRC")) == "CB11"


def test_p2_only_nature_is_a_preliminary_question() -> None:
    raised = take(at("june debate | floor USA GBR IND"), a.RaisePoint("CUB", "order", "USA"))
    assert refused(raised, a.PutPreliminary("IND")) == "P2"
    voting = at("june debate | away - | floor USA | vote invitation PRC by USA")
    put = take(voting, a.RaisePoint("RUS", "nature", "PRC"), a.PutPreliminary("IND"))
    back = vote(put, RUS="no").state
    assert (back.chamber.phase, back.chamber.ballot.subject) == (Phase.BALLOT, "PRC")
    assert back.chamber.ballot.nature == "procedural"


def test_p3_that_a_double_veto_is_in_order_is_ruled_on_and_may_be_challenged() -> None:
    held = "june chair | away - | sitting san_francisco | drafts S/1=USA:hearing"
    put = take(at(held), a.PutToVote("IND", "S/1"))
    assert refused(put, a.RaisePoint("CUB", "method", "S/1")) == "P3"
    nature = vote(take(put, a.RaisePoint("RUS", "nature", "S/1")), RUS="no").state
    assert (nature.chamber.ballot.subject, nature.chamber.ballot.nature) == ("S/1", "substantive")
    ruled = take(nature, a.RaisePoint("CUB", "method", "S/1"), a.Rule("IND", False), a.Challenge("CUB"))
    stands = vote(ruled, **dict.fromkeys(("RUS", "FRA", "GBR", "USA", "YUG"), "abstain"))
    assert told(stands, e.ResultDeclared)[0].verdict == "ruling_stands"
    assert stands.state.chamber.ballot.nature == "substantive"
    overruled = vote(ruled)
    assert overruled.state.chamber.ballot.nature == "procedural"
    assert refused(overruled.state, a.RaisePoint("ECU", "method", "S/1")) == "CB4"
