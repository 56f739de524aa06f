"""Texts by the house: names on papers, friendly amendments and others, clause by clause (MU2, MU4, MU8)."""

from __future__ import annotations

import pytest

from game.session import actions as a
from game.session import events as e
from game.session.scenario import Clause
from game.session.sequence import order_of_amendments
from game.session.state import Phase, State
from game.session.table import turn
from tests.session.council import came_of, refused, take, told, vote, yields
from tests.session.houses import FLOOR, under

OWN = a.TableDraft("USA", title="Aid", clauses=(Clause("relief"),))
DRAFT = f"{FLOOR} | drafts S/1=USA,GBR:breach+assistance"


def passing(state: State) -> State:
    """Let everybody called say nothing."""
    while state.chamber.phase is Phase.CALL:
        state = take(state, a.Yield(turn(state)[0]))
    return state


# -- names -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["nmun", "una_usa"])
def test_mu2_a_paper_circulates_until_a_fifth_of_the_members_have_signed(name: str) -> None:
    tabled = came_of(under(name), OWN)
    (event,) = told(tabled, e.DraftTabled)
    assert isinstance(event, e.DraftTabled)
    assert event.signatures == 3
    symbol = event.symbol
    state = tabled.state
    assert state.chamber.drafts[symbol].status == "circulating"
    assert refused(state, a.SignPaper("USA", symbol)) == "H8", "it is its sponsor"
    assert refused(state, a.Sponsor("USA", symbol)) == "H5", "it is not on the table yet"
    assert refused(state, a.MoveAmendment("USA", symbol, "delete", 0)) == "H5"
    state = take(state, a.Yield("USA"), a.SignPaper("GBR", symbol))
    assert refused(state, a.SignPaper("GBR", symbol)) == "H8"
    state = take(state, a.Yield("GBR"))
    signed = came_of(state, a.SignPaper("CHN", symbol))
    assert told(signed, e.DraftIntroduced)
    assert signed.state.chamber.drafts[symbol].status == "tabled"
    assert refused(signed.state, a.SignPaper("CHN", symbol)) == "H5"


def test_mu2_what_is_not_signed_lapses_and_is_not_put() -> None:
    state = take(under("nmun"), OWN)
    chair = yields(state, Phase.CHAIR)
    symbol = next(iter(state.chamber.drafts))
    assert refused(chair, a.PutToVote("IND", symbol)) == "H5"
    risen = take(chair, a.CloseMeeting("IND"))
    assert risen.chamber.drafts[symbol].status == "lapsed"


def test_h2_papers_in_circulation_count_as_waiting() -> None:
    second = a.TableDraft("USA", title="More", clauses=(Clause("orchard"),))
    third = a.TableDraft("USA", title="Most", clauses=(Clause("breach"),))
    assert refused(take(under("nmun"), OWN, second), third) == "H2"


def test_mu2_drafts_are_put_in_the_order_of_introduction() -> None:
    state = take(under("nmun"), OWN, a.Yield("USA"))
    first = next(iter(state.chamber.drafts))
    state = take(state, a.TableDraft("GBR", title="Other", clauses=(Clause("orchard"),)), a.Yield("GBR"))
    second = next(x for x in state.chamber.drafts if x != first)
    state = take(state, a.SignPaper("CHN", second), a.Yield("CHN"), a.SignPaper("CUB", second))
    state = take(state, a.SignPaper("CUB", first), a.Yield("CUB"), a.SignPaper("ECU", first))
    chair = yields(state, Phase.CHAIR)
    assert refused(chair, a.PutToVote("IND", first)) == "CB6"
    assert not refused(chair, a.PutToVote("IND", second))


def test_mu1_in_the_council_a_text_needs_no_other_name() -> None:
    state = take(under("unsc"), OWN)
    assert [d.status for d in state.chamber.drafts.values()] == ["tabled"]
    assert refused(state, a.SignPaper("USA", next(iter(state.chamber.drafts)))) == "H5"


# -- amendments ------------------------------------------------------------------------------------
def amended(name: str) -> tuple[State, str]:
    """An amendment of France's before a text of the United States and the United Kingdom."""
    floor = FLOOR.replace("floor USA GBR CHN CUB ECU EGY FRA", "floor FRA USA GBR CHN CUB ECU EGY")
    state = under(name, f"{floor} | drafts S/1=USA,GBR:breach+assistance")
    state = take(state, a.MoveAmendment("FRA", "S/1", "delete", 1))
    return take(state, a.Yield("FRA")), next(iter(state.chamber.amendments))


def test_mu8_a_friendly_amendment_is_accepted_by_every_sponsor() -> None:
    state, change = amended("nmun")
    one = came_of(state, a.AcceptAmendment("USA", change))
    assert told(one, e.AmendmentAgreed)
    assert not told(one, e.DraftRevised)
    assert refused(one.state, a.AcceptAmendment("USA", change)) == "H8"
    both = came_of(take(one.state, a.Yield("USA")), a.AcceptAmendment("GBR", change))
    assert told(both, e.DraftRevised)
    after = take(both.state, a.Yield("GBR"))
    assert not after.chamber.amendments


def test_mu8_who_is_no_sponsor_accepts_nothing() -> None:
    state, change = amended("nmun")
    state = take(state, a.Yield("USA"), a.Yield("GBR"))
    assert refused(state, a.AcceptAmendment("CHN", change)) == "MU8"


def test_mu8_an_unfriendly_amendment_without_names_enough_falls() -> None:
    state, change = amended("una_usa")
    assert refused(state, a.SignPaper("USA", change)) == ""
    chair = yields(state, Phase.CHAIR)
    put = came_of(chair, a.PutToVote("IND", "S/1"))
    assert told(put, e.AmendmentWithdrawn)
    assert put.state.chamber.ballot.kind == "draft"


def test_mu8_an_unfriendly_amendment_is_debated_and_voted_before_the_text() -> None:
    state, change = amended("una_usa")
    chair = yields(take(state, a.SignPaper("USA", change)), Phase.CHAIR)
    put = take(chair, a.PutToVote("IND", "S/1"))
    assert put.chamber.phase is Phase.CALL
    assert (put.chamber.usage.call.pro, put.chamber.usage.call.con) == (2, 2)
    voting = passing(take(put, a.SpeakTo(turn(put)[0], "against", "It guts the text.")))
    assert voting.chamber.ballot.kind == "amendment"
    assert vote(voting, USA="no").state.chamber.drafts["S/1"].revision == 0, (
        "the text can be vetoed, and this too"
    )
    carried = vote(voting, ECU="no", CUB="no")
    assert told(carried, e.DraftRevised)
    assert carried.state.chamber.ballot.kind == "draft"


@pytest.mark.parametrize(("name", "first"), [("nmun", 1), ("una_usa", 0)])
def test_mu8_amendments_go_by_distance_or_by_receipt(name: str, first: int) -> None:
    floor = FLOOR.replace("floor USA GBR CHN CUB ECU EGY FRA", "floor FRA USA GBR CHN CUB ECU EGY")
    state = under(name, f"{floor} | drafts S/1=USA:breach+assistance")
    state = take(state, a.MoveAmendment("FRA", "S/1", "add", -1, Clause("relief")))
    state = take(state, a.MoveAmendment("FRA", "S/1", "delete", 1))
    moved = list(state.chamber.amendments)
    assert order_of_amendments(state, "S/1")[0] == moved[first] or name == "nmun"
    if name == "una_usa":
        assert order_of_amendments(state, "S/1") == tuple(moved)


# -- clause by clause ------------------------------------------------------------------------------
def test_mu4_no_text_comes_written_one_is_opened_by_its_title() -> None:
    state = under("thimun")
    assert refused(state, OWN) == "MU4"
    assert refused(state, a.TableDraft("USA")) == "MU4", "it needs a title"
    opened = take(state, a.TableDraft("USA", title="Aid"))
    (draft,) = opened.chamber.drafts.values()
    assert (draft.clauses, draft.status, draft.title) == ((), "tabled", "Aid")
    assert refused(opened, a.TableDraft("USA", title="Aid")) == "V14"
    stored = take(state, a.TableDraft("USA", stored="s-1501"))
    (draft,) = stored.chamber.drafts.values()
    assert (draft.clauses, draft.stored, draft.title) == ((), "", "Breach of the peace")


def test_mu4_each_clause_is_moved_debated_and_voted_and_the_mover_keeps_the_floor() -> None:
    state = take(under("thimun"), a.TableDraft("USA", title="Aid"))
    symbol = next(iter(state.chamber.drafts))
    state = take(state, a.MoveAmendment("USA", symbol, "add", 0, Clause("breach")))
    assert state.chamber.usage.call.kind == "debate"
    voting = passing(state)
    assert voting.chamber.ballot.kind == "amendment"
    carried = vote(voting, RUS="no").state
    assert carried.chamber.drafts[symbol].clauses == (Clause("breach"),)
    assert not carried.chamber.drafts[symbol].voted, "the voting on the whole has not begun"
    assert turn(carried) == ("USA",)
    assert refused(carried, a.MoveAmendment("USA", symbol, "add", 0, Clause("orchard"))) == "CB10"
    assert refused(carried, a.MoveAmendment("USA", symbol, "delete", 0)) == "CB10", "the last clause"


def test_mu4_a_text_without_clauses_fails_when_it_is_put() -> None:
    chair = yields(take(under("thimun"), a.TableDraft("USA", title="Aid")), Phase.CHAIR)
    symbol = next(iter(chair.chamber.drafts))
    assert told(came_of(chair, a.PutToVote("IND", symbol)), e.DraftFailed)


def test_mu4_an_amendment_may_be_amended_once() -> None:
    state = take(under("thimun"), a.TableDraft("USA", title="Aid"))
    symbol = next(iter(state.chamber.drafts))
    state = take(state, a.MoveAmendment("USA", symbol, "add", 0, Clause("cessation", {"who": "north"})))
    change, caller = state.chamber.usage.call.subject, turn(state)[0]
    other = Clause("cessation", {"who": "both"})
    assert refused(state, a.AmendAmendment(caller, change, Clause("nothing"))) == "H5"
    assert refused(state, a.AmendAmendment(caller, change, Clause("cessation", {"who": "north"}))) == "MU4"
    voting = take(state, a.AmendAmendment(caller, change, other))
    assert voting.chamber.ballot.kind == "second_degree"
    back = vote(voting).state
    assert back.chamber.amendments[change].clause == other
    assert back.chamber.phase is Phase.CALL
    assert refused(back, a.AmendAmendment(turn(back)[0], change, Clause("breach"))) == "MU4"
    done = vote(passing(back)).state
    assert done.chamber.drafts[symbol].clauses == (other,)


def test_mu8_where_nobody_accepts_every_amendment_is_voted() -> None:
    state = under("thimun", f"{FLOOR} | drafts S/1=USA:breach+relief | amendments S/2=GBR>S/1:delete@1")
    assert refused(state, a.AcceptAmendment("USA", "S/2")) == "MU8"
