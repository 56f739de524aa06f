"""The world's step: demands answered, happenings, consequences late and early, a new Council, the ending."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.session import actions as a
from game.session import events as e
from game.session.decide import Decision, next_stage
from game.session.fold import fold, fold_all
from game.session.state import Phase, State
from game.world.outside import Moves
from tests.session.council import OF_1951, SCENARIO, at, came_of, refused, take, told, vote, world


def credible(state: State, credibility: float = 0.9) -> State:
    return fold(state, e.SecurityMeasured({}, credibility))


# -- demands ------------------------------------------------------------
ASKED = "june interval | drafts S/1=USA:breach+cessation!adopted82"


def test_the_party_addressed_complies_or_defies_by_a_draw_that_is_written_down() -> None:
    answers = [world(credible(at(ASKED)), moment) for moment in range(200)]
    decided = [told(x, e.ComplianceDecided)[0] for x in answers]
    assert {(x.party, x.clause, x.draft) for x in decided} == {("PRK", "cessation", "S/1")}
    (odds,) = {x.odds for x in decided}
    complied = sum(x.complied for x in decided)
    assert abs(complied - 200 * odds) < 4 * (200 * odds * (1 - odds)) ** 0.5 + 1
    assert decided[7] == told(world(credible(at(ASKED)), 7), e.ComplianceDecided)[0]


def test_compliance_ends_the_fighting_and_defiance_has_its_consequences() -> None:
    for moment in range(60):
        answer = world(credible(at(ASKED)), moment)
        (decided,) = told(answer, e.ComplianceDecided)
        if decided.complied:
            assert "halted" in answer.state.world.flags
            assert (answer.state.chamber.phase, answer.state.chamber.ending) == (Phase.ENDED, "halted")
        else:
            assert answer.state.world.tracks["opinion"] == 55.0
            assert answer.state.chamber.stage_id == "july"


def test_no_credibility_no_hope() -> None:
    (decided,) = told(world(credible(at(ASKED), 0.0)), e.ComplianceDecided)
    assert decided.odds == 0.02


def test_a_demand_of_an_earlier_stage_is_not_answered_again() -> None:
    state = at("july interval | drafts S/1=USA:breach+cessation!of-june!adopted82 S/2=USA:relief!adopted83")
    assert not told(world(state), e.ComplianceDecided)


def test_a_text_adopted_works_at_once_and_at_each_stage() -> None:
    done = vote(at("june chair | drafts S/1=USA:breach+assistance | vote draft S/1"))
    assert done.state.world.tracks["opinion"] == 60.0
    assert "breach-found" in done.state.world.flags
    assert told(done, e.ConsequencesSet)
    front = done.state.world.tracks["front"]
    state = take(done.state, a.CloseMeeting("IND"))
    for moment in range(2):
        opened = world(state, moment)
        assert any(x.cause.startswith("draft:S/1:") for x in told(opened, e.WorldMoved))
        state = _risen(opened.state)
    assert front + 10.0 >= state.world.tracks["front"] >= front - 5.0, "five at each, a capital may fall"


def _risen(state: State) -> State:
    return fold_all(state, [e.MeetingOpened(1, "NOR", "agenda"), e.MeetingRose("interval")])


def test_a_text_lost_works_too() -> None:
    lost = vote(at("june chair | away - | drafts S/1=USA:cessation | vote draft S/1"), RUS="no")
    assert lost.state.world.tracks["resolve"] == 80.0, "a veto is not the failure that the clause speaks of"
    short = vote(
        at("june chair | drafts S/1=USA:cessation | vote draft S/1"),
        **dict.fromkeys(("CUB", "ECU", "EGY", "IND"), "abstain"),
    )
    assert short.state.world.tracks["resolve"] == 85.0


# -- the calendar ------------------------------------------------------------
def test_the_world_opens_the_crisis() -> None:
    opened = world(at("- interval"))
    assert [type(x).__name__ for x in opened.events] == ["StageOpened", "WorldMoved", "SecurityMeasured"]
    assert opened.state.chamber.phase is Phase.RECESS
    assert opened.state.world.tracks["front"] == 80.0
    assert not world(opened.state).events, "the world is not due while delegations are"


def test_endings_in_their_order_when_the_calendar_is_over() -> None:
    assert world(at("january interval")).state.chamber.ending == "unhelped"
    helped = at("january interval | drafts S/1=USA:assistance!adopted83")
    assert world(helped).state.chamber.ending == "helped"


def test_a_short_sitting_leaves_stages_out() -> None:
    assert world(at("august interval | sitting short")).state.chamber.phase is Phase.ENDED
    assert world(at("august interval")).state.chamber.stage_id == "january"
    assert next_stage(at("january interval")) is None


def test_drafts_adopted_stay_and_the_others_go_with_the_stage() -> None:
    state = at("june interval | drafts S/1=USA:relief!adopted82 S/2=CUB:relief!failed | notice IND")
    following = world(state).state.chamber
    assert list(following.drafts) == ["S/1"]
    assert (following.notices, following.meeting, following.consulting) == (
        frozenset(),
        None,
        following.members,
    )


def test_succession_hands_each_place_to_the_incoming_member() -> None:
    state = fold(at("august interval | away CUB RUS"), e.SeatHandedOver("EGY", "follower"))
    renewed = world(state)
    c = renewed.state.chamber
    assert c.members == OF_1951
    assert (c.holders["TUR"], c.holders["BRA"], c.holders["USA"]) == ("follower", "person", "person")
    assert not {"CUB", "EGY", "NOR"} & set(c.holders)
    assert set(c.absent) == {"RUS"}, "the new member takes its seat"
    assert refused(renewed.state, a.SendNote("CUB", "USA", "Farewell.")) == "H5"
    assert not refused(renewed.state, a.SendNote("BRA", "USA", "Good morning."))


# -- happenings ------------------------------------------------------------
def occurred(decision: Decision) -> set[str]:
    return {x.happening for x in told(decision, e.HappeningOccurred)}


def test_a_happening_that_is_due_occurs_by_its_chance_and_once() -> None:
    openings = [world(at("june interval"), moment) for moment in range(80)]
    fell = sum("seoul" in occurred(x) for x in openings)
    assert 20 < fell < 60
    assert all("whisper" in occurred(x) for x in openings)
    assert all("storm" not in occurred(x) for x in openings)
    once = fold(at("june interval"), e.HappeningOccurred("whisper"))
    assert "whisper" not in occurred(world(once))


def test_a_secret_dispatch_is_among_the_papers_of_those_it_is_for() -> None:
    state = world(at("june interval")).state
    assert {seat for seat, p in state.papers.items() if "whisper" in p.dispatches} == {"GBR", "USA"}


def test_instructions_arrive_when_their_time_has_come() -> None:
    plain = world(at("june interval"))
    assert not told(plain, e.InstructionsArrived)
    found = world(at("june interval | drafts S/1=USA:breach!adopted82"))
    assert {x.seat for x in told(found, e.InstructionsArrived)} == set(found.state.chamber.members)
    assert found.state.papers["FRA"].instructions == (0,)


# -- pledges ------------------------------------------------------------
def test_ch12_a_pledge_arrives_late() -> None:
    pledged = came_of(at("june recess | floor USA"), a.Pledge("USA", "troops", 0.5))
    assert told(pledged, e.PledgeMade)[0].amount == 50.0
    assert pledged.state.world.pledged == {"troops": 50.0, "troops:USA": 50.0}
    state = _risen(pledged.state)
    july = world(state)
    assert not [x for x in told(july, e.WorldMoved) if x.cause.startswith("pledge")]
    august = world(_risen(july.state))
    (arrived,) = (x for x in told(august, e.WorldMoved) if x.cause == "pledge:USA:troops")
    assert arrived.moves.tracks["front"] == july.state.world.tracks["front"] - 25.0


@given(share=st.floats(0.001, 1.0), again=st.floats(0.001, 1.0))
@settings(max_examples=30, deadline=None)
def test_a_delegation_pledges_no_more_than_it_has(share: float, again: float) -> None:
    state = take(at("june recess | floor USA"), a.Pledge("USA", "troops", share))
    if not refused(state, a.Pledge("USA", "troops", again)):
        state = take(state, a.Pledge("USA", "troops", again))
    assert state.world.pledged["troops"] <= 100.0
    assert state.chamber.pledges["USA"]["troops"] == state.world.pledged["troops:USA"]


def test_what_cannot_be_pledged() -> None:
    state = at("june recess | floor USA")
    assert refused(state, a.Pledge("USA", "gold")) == "H5"
    assert refused(state, a.Pledge("USA", "troops", 1.5)) == "H5"
    assert refused(at("june recess | floor CUB"), a.Pledge("CUB", "troops")) == "H6"
    assert refused(take(state, a.Pledge("USA", "troops")), a.Pledge("USA", "troops")) == "H6"


@given(share=st.floats(1e-9, 1.0))
@settings(max_examples=30, deadline=None)
def test_a_pledge_that_is_made_is_of_something(share: float) -> None:
    state = at("june recess | floor USA")
    if not refused(state, a.Pledge("USA", "troops", share)):
        assert told(came_of(state, a.Pledge("USA", "troops", share)), e.PledgeMade)[0].amount > 0.0


# -- deals ------------------------------------------------------------
def dealt(give: a.Term, want: a.Term, state: str) -> State:
    """The United States gives, and the United Kingdom gives what is wanted for it."""
    return fold_all(at(state), [e.DealOffered(1, "USA", "GBR", give, want), e.DealAccepted(1)])


YES = "june chair | drafts S/1=USA:relief S/2=GBR:relief | vote draft S/1"


def test_a_deal_is_kept_when_both_have_kept_their_word() -> None:
    first = vote(dealt(a.Term("vote", "S/2", "yes"), a.Term("vote", "S/1", "yes"), YES))
    assert [(x.seat, x.kept) for x in told(first, e.DealSettled)] == [("GBR", True)]
    assert first.state.papers["USA"].deals[1].status == "accepted"
    second = vote(take(first.state, a.PutToVote("IND", "S/2")))
    assert [(x.seat, x.kept) for x in told(second, e.DealSettled)] == [("USA", True)]
    assert second.state.papers["USA"].deals[1].status == second.state.papers["GBR"].deals[1].status == "kept"


@pytest.mark.parametrize("ballot", ["no", "abstain", "not_participating"])
def test_a_deal_is_broken_by_another_ballot(ballot: str) -> None:
    done = vote(dealt(a.Term("vote", "S/2", "yes"), a.Term("vote", "S/1", "yes"), YES), GBR=ballot)
    assert [(x.seat, x.kept) for x in told(done, e.DealSettled)] == [("GBR", False)]
    assert done.state.papers["USA"].deals[1].status == "broken"


def test_a_vote_promised_on_a_stored_text_is_known_by_its_id() -> None:
    state = dealt(
        a.Term("pledge", "troops"),
        a.Term("vote", "s-1501", "abstain"),
        "june chair | drafts S/1501=USA:@s-1501 | vote draft S/1501",
    )
    assert [x.kept for x in told(vote(state, GBR="abstain"), e.DealSettled)] == [True]


def test_sponsoring_and_pledging_keep_deals_too() -> None:
    state = dealt(
        a.Term("pledge", "troops"),
        a.Term("sponsor", "S/1"),
        "june consultations | floor GBR USA | drafts S/1=USA:relief",
    )
    joined = came_of(state, a.Sponsor("GBR", "S/1"))
    assert [(x.seat, x.kept) for x in told(joined, e.DealSettled)] == [("GBR", True)]
    pledged = came_of(take(joined.state, a.Yield("GBR")), a.Pledge("USA", "troops"))
    assert pledged.state.papers["GBR"].deals[1].status == "kept"


def test_h7_a_statement_promised_is_kept_by_saying_it_and_by_nothing_else() -> None:
    promised = a.Term("statement", "breach", "for")
    state = dealt(promised, a.Term("sponsor", "S/1"), "june debate | floor USA | drafts S/1=GBR:relief")
    otherwise = came_of(state, a.Speak("USA", "breach", "against", "We see no breach."))
    assert not told(otherwise, e.DealSettled)
    said = came_of(state, a.Speak("USA", "breach", "for", "The peace is broken."))
    assert [(x.seat, x.kept) for x in told(said, e.DealSettled)] == [("USA", True)]


def test_h7_an_amendment_promised_is_kept_by_moving_it() -> None:
    promised = a.Term("amendment", "S/1", clause="relief")
    debate = "june debate | floor USA | drafts S/1=GBR:breach+relief"
    moved = came_of(
        dealt(promised, a.Term("vote", "S/1", "yes"), debate), a.MoveAmendment("USA", "S/1", "delete", 1)
    )
    assert [(x.seat, x.kept) for x in told(moved, e.DealSettled)] == [("USA", True)]


def test_h7_offers_are_made_and_answered_between_two() -> None:
    talks = at("june consultations | floor USA GBR | drafts S/1=USA:relief")
    yes = a.Term("vote", "S/1", "yes")
    offered = take(talks, a.OfferDeal("USA", "GBR", a.Term("pledge", "troops"), yes))
    assert refused(offered, a.OfferDeal("USA", "GBR", yes, yes)) == "H8"
    assert refused(offered, a.AcceptDeal("USA", 1)) == "H7", "its own offer"
    answered = take(offered, a.Yield("USA"), a.AcceptDeal("GBR", 1))
    assert answered.papers["USA"].deals[1].status == "accepted"
    assert refused(answered, a.RefuseDeal("GBR", 1)) == "H7"
    declined = take(offered, a.Yield("USA"), a.RefuseDeal("GBR", 1))
    assert declined.papers["USA"].deals[1].status == "refused"
    assert not declined.papers["FRA"].deals


@pytest.mark.parametrize(
    ("term", "rule"),
    [
        (a.Term("vote", "S/9", "yes"), "H5"),
        (a.Term("vote", "S/1", "perhaps"), "H5"),
        (a.Term("pledge", "gold"), "H5"),
        (a.Term("song", "S/1"), "H5"),
        (a.Term("sponsor", "s-1501"), ""),
        (a.Term("statement", "breach", "for"), ""),
        (a.Term("statement", "weather", "for"), "H5"),
        (a.Term("statement", "breach", "perhaps"), "H5"),
        (a.Term("amendment", "S/1", clause="relief"), ""),
        (a.Term("amendment", "S/1", clause="sunshine"), "H5"),
    ],
)
def test_h5_a_term_is_of_something_known(term: a.Term, rule: str) -> None:
    talks = at("june consultations | floor USA GBR | drafts S/1=USA:relief")
    assert refused(talks, a.OfferDeal("USA", "GBR", term, a.Term("vote", "S/1", "yes"))) == rule


# -- capitals and stances ------------------------------------------------------------
def test_a_capital_may_loosen_a_line_that_is_not_firm_at_a_price() -> None:
    state = at("june recess | floor FRA")
    assert refused(state, a.AskCapital("FRA", "firm-FRA")) == "H6"
    assert refused(state, a.AskCapital("FRA", "soft-USA")) == "H5"
    answers = [came_of(state, a.AskCapital("FRA", "soft-FRA"), moment=n) for n in range(40)]
    granted = {told(x, e.CapitalAnswered)[0].granted for x in answers}
    assert granted == {True, False}
    for answer in answers:
        assert answer.state.world.standings["FRA"] == -2.0
        assert refused(answer.state, a.AskCapital("FRA", "soft-FRA")) == "H8"
        papers = answer.state.papers["FRA"]
        assert (papers.loosened | papers.refused) == {"soft-FRA"}


def test_stances_are_declared_on_drafts_that_wait() -> None:
    state = take(at("june debate | floor USA | drafts S/1=CUB:relief"), a.DeclareStance("USA", "S/1", "no"))
    assert state.chamber.stances == {"S/1": {"USA": "no"}}
    assert refused(state, a.DeclareStance("USA", "S/1", "no")) == "H8"
    assert refused(state, a.DeclareStance("USA", "S/1", "maybe")) == "H5"
    assert refused(state, a.DeclareStance("USA", "S/2", "no")) == "H5"


# -- the director ------------------------------------------------------------
def test_h9_the_director_lets_things_happen_and_changes_hands() -> None:
    state = at("june debate | sitting director")
    stormy = came_of(state, a.Inject("", "storm"))
    assert occurred(stormy) == {"storm"}
    assert refused(stormy.state, a.Inject("", "storm")) == "H9"
    handed = take(state, a.HandOver("", "FRA", "aimless"))
    assert handed.chamber.holders["FRA"] == "aimless"
    assert refused(handed, a.HandOver("", "FRA", "aimless")) == "H9"
    assert refused(handed, a.HandOver("", "BRA", "person")) == "H5"
    marked = came_of(state, a.Mark("", "Look\x1b[0m here"))
    assert "\x1b" not in told(marked, e.MomentMarked)[0].words
    assert marked.state == state


@pytest.mark.parametrize("act", [a.Inject, a.Mark])
def test_h9_nobody_else_does(act: type[a.Inject] | type[a.Mark]) -> None:
    assert refused(at("june debate"), act("", "storm")) == "H9"
    assert refused(at("june debate | sitting director"), act("USA", "storm")) == "H9"
    assert refused(at("june debate | sitting director"), a.HandOver("USA", "USA", "person")) == "H9"


def test_h9_a_director_cannot_inject_before_the_crisis_or_after_it() -> None:
    assert refused(at("- interval | sitting director"), a.Inject("", "storm")) == "H9"
    assert refused(at("june ended | sitting director | ending halted"), a.Inject("", "storm")) == "H3"


def test_moves_are_folded_as_they_were_resolved() -> None:
    moved = fold(at("june debate"), e.WorldMoved(Moves({"front": 12.3}, {"USA": -4.0}, ("up",), ()), "test"))
    assert moved.world.tracks["front"] == 12.3
    assert set(moved.world.tracks) == {t.id for t in SCENARIO.open.tracks}


@pytest.mark.parametrize(
    ("last", "date", "number"), [("1950", "1951-01-05", 1501), ("2003", "2004-01-05", 0)]
)
def test_pb7_documents_are_numbered_anew_each_year_since_1994(last: str, date: str, number: int) -> None:
    state = at("june debate")
    state = replace(state, chamber=replace(state.chamber, date=f"{last}-12-30", documents=1501))
    opened = fold(state, e.StageOpened(state.chamber.stage, state.chamber.stage_id, date))
    assert opened.chamber.documents == max(number, state.stage.document - 1), "from 1, or as the pack says"
