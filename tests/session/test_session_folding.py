"""Folding by itself: what does not fit is a plain fault, chance has one door, texts keep their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.decide import before, next_stage
from game.session.events import Event
from game.session.fold import fold, fold_all
from game.session.legal import Docket, legal
from game.session.notation import read
from game.session.scenario import Clause, Scenario
from game.session.table import loser, turn
from game.session.texts import amended, followed, in_order
from game.session.views import board
from game.world.conditions import Condition
from game.world.security import TERMS
from tests.session.council import SCENARIO, at, came_of, refused, take, told, vote

HALVES = "drafts S/1=USA,NOR:recalling+breach+assistance"


# -- what does not fit ------------------------------------------------------------
@pytest.mark.parametrize(
    "event",
    [
        e.BallotCast("USA", "yes"),
        e.StatementMade("USA", "help", "for"),
        e.DealAccepted(7),
        e.DraftWithdrawn("S/9", "USA"),
        e.SponsorJoined("USA", "S/9"),
        e.StageOpened(99, "later", "1999-01-01"),
        e.NoteSent("ZZZ", "USA", "Hello."),
        e.PriorityDecided("S/1"),
    ],
)
def test_an_event_that_does_not_fit_is_a_plain_fault(event: Event) -> None:
    with pytest.raises(LookupError):
        fold(at("june recess"), event)


def test_there_is_no_stage_and_no_turn_before_the_first() -> None:
    with pytest.raises(LookupError):
        _ = before(SCENARIO).stage
    assert turn(before(SCENARIO)) == ()
    with pytest.raises(LookupError):
        loser(at("june debate"))


def test_a_secret_for_one_who_has_no_papers_is_nobodys() -> None:
    state = fold(at("june recess"), e.HappeningOccurred("whisper", ("ZZZ", "USA")))
    assert state.papers["USA"].dispatches == ("whisper",)
    assert "ZZZ" not in state.papers


# -- chance ------------------------------------------------------------
@given(st.integers(), st.integers(0), st.text(max_size=20), st.integers(1, 50))
def test_chance_draws_the_same_for_the_same_seed_moment_and_purpose(
    seed: int, moment: int, purpose: str, n: int
) -> None:
    one, two = (Chance(seed, moment).stream(purpose) for _ in range(2))
    drawn = [one.random() for _ in range(5)]
    assert drawn == [two.random() for _ in range(5)]
    assert all(0.0 <= x < 1.0 for x in drawn)
    assert len(set(drawn)) == 5
    assert 0 <= one.below(n) < n
    assert one.choice(range(n)) in range(n)
    assert not one.roll(0.0)
    assert one.roll(1.0)


def test_chance_differs_by_seed_moment_and_purpose_and_is_even() -> None:
    draws = [Chance(s, m).stream(p).random() for s in range(10) for m in range(10) for p in "abcdefghij"]
    assert len(set(draws)) == 1000
    assert 0.45 < sum(draws) / 1000 < 0.55
    with pytest.raises(ValueError, match="below 0"):
        Chance(1, 1).stream("x").choice([])


# -- texts ------------------------------------------------------------
CLAUSES = st.lists(
    st.sampled_from(sorted(SCENARIO.clause)).map(Clause), unique_by=lambda c: c.kind, max_size=6
)


@given(CLAUSES)
def test_the_preamble_comes_first_and_nothing_is_lost(clauses: list[Clause]) -> None:
    ordered = in_order(SCENARIO, clauses)
    parts = [SCENARIO.clause[c.kind].part for c in ordered]
    assert parts == sorted(parts, key=lambda p: p == "operative")
    assert sorted(c.kind for c in ordered) == sorted(c.kind for c in clauses)
    assert in_order(SCENARIO, ordered) == ordered


@given(CLAUSES, st.data())
def test_places_follow_their_clauses(clauses: list[Clause], data: st.DataObject) -> None:
    old = tuple(clauses)
    new = tuple(data.draw(st.permutations(clauses)))[: data.draw(st.integers(0, len(clauses)))]
    marked = data.draw(st.sets(st.integers(0, 7)))
    kept = followed(sorted(marked), old, new)
    still = {c.kind for c in new}
    assert {new[p].kind for p in kept} == {old[p].kind for p in marked if p < len(old)} & still


def test_an_amendment_that_says_nothing_makes_nothing() -> None:
    moved = at("june debate | drafts S/1=USA:breach | amendments S/2=CUB>S/1:add@-1+relief").chamber
    nothing = replace(moved.amendments["S/2"], clause=None)
    assert amended(SCENARIO, moved.drafts["S/1"].clauses, nothing) is None


# -- what opens and closes ------------------------------------------------------------
def with_when(when: Condition) -> Scenario:
    """The crisis with a stage, a stored text, a clause and a pledge that ask a condition."""
    s = SCENARIO
    stages = (s.sealed.stages[0], replace(s.sealed.stages[1], when=when), *s.sealed.stages[2:])
    drafts = (replace(s.open.drafts[0], when=when), *s.open.drafts[1:])
    clauses = tuple(replace(c, offered=when) if c.id == "relief" else c for c in s.open.clauses)
    pledges = tuple(replace(p, offered=when) for p in s.open.pledges)
    return Scenario(
        replace(s.open, drafts=drafts, clauses=clauses, pledges=pledges), replace(s.sealed, stages=stages)
    )


@pytest.mark.parametrize(("when", "rule"), [(Condition("always"), ""), (Condition("flag", "never"), "H6")])
def test_h6_what_makes_no_sense_in_the_crisis_is_not_offered(when: Condition, rule: str) -> None:
    state = read(with_when(when), "june debate | floor USA")
    assert refused(state, a.TableDraft("USA", "s-1501")) == rule
    assert refused(state, a.TableDraft("USA", clauses=(Clause("relief"),))) == rule
    assert refused(state, a.Pledge("USA", "troops")) == rule
    assert next_stage(state) == (2 if rule else 1)


# -- what names nothing ------------------------------------------------------------
@pytest.mark.parametrize(
    "act",
    [
        a.AcceptAmendment("USA", "S/9"),
        a.WithdrawAmendment("USA", "S/9"),
        a.Unsponsor("USA", "S/9"),
        a.WithdrawDraft("USA", "S/9"),
        a.RequestSeparateVote("USA", "S/9", 0),
        a.ObjectToSeparateVote("USA", "S/9"),
    ],
)
def test_h5_an_act_on_nothing(act: a.Action) -> None:
    assert refused(at("june debate | floor USA"), act) == "H5"
    assert refused(at("june recess | sitting director"), a.Inject("", "flood")) == "H5"
    assert refused(at("june recess | floor USA"), a.OfferDeal("USA", "ZZZ", _TERM, _TERM)) == "H5"


_TERM = a.Term("pledge", "troops")


def test_h5_a_text_has_room_for_so_many_clauses() -> None:
    words = "+".join(f'relief"{n}"' for n in range(24))
    state = at(f"june debate | floor CUB | drafts S/1=USA:{words}")
    assert refused(state, a.MoveAmendment("CUB", "S/1", "add", -1, Clause("relief"))) == "H5"


def test_cb11_an_amendment_is_not_accepted_once_the_voting_has_begun() -> None:
    waits = "amendments S/3=ECU>S/1:replace@1-cessation+relief S/4=ECU>S/1:add@-1+relief"
    begun = at(f"june debate | floor USA | {HALVES}!voted | {waits}")
    assert refused(begun, a.AcceptAmendment("USA", "S/4")) == "CB11"
    assert (
        refused(at(f"june debate | floor USA | {HALVES} | {waits}"), a.AcceptAmendment("USA", "S/3"))
        == "CB10"
    )


def test_words_alone_are_a_statement_and_take_no_position() -> None:
    spoken = came_of(at("june debate | floor USA"), a.Speak("USA", words="We shall wait."))
    assert told(spoken, e.StatementMade)[0].words == "We shall wait."
    assert spoken.state.chamber.positions == {}


def test_a_deal_without_bearing_on_an_act_is_left_alone() -> None:
    offered = [e.DealOffered(1, "USA", "GBR", _TERM, a.Term("vote", "S/2", "yes")), e.DealAccepted(1)]
    state = fold_all(at(f"june debate | floor GBR | {HALVES} S/2=CUB:relief"), offered)
    assert not told(came_of(state, a.Sponsor("GBR", "S/1")), e.DealSettled)
    offered_only = fold_all(at(f"june chair | {HALVES} | vote draft S/1"), offered[:1])
    assert not told(vote(offered_only), e.DealSettled)


def test_dockets_offer_deals_when_two_texts_wait_in_consultations() -> None:
    talks = at(f"june consultations | floor USA GBR | {HALVES} S/2=CUB:relief")
    offers = Docket(talks, "USA").of(a.OfferDeal)
    assert offers
    assert all(not refused(talks, x) for x in offers)
    dealt = take(talks, offers[0])
    assert offers[0] not in legal(dealt, "USA"), "it waits for an answer"


def test_the_board_has_its_eight_terms() -> None:
    assert len(board(at("june recess"))) == len(TERMS) == 8
