"""Crisis committees: directives, messages, crisis notes and private directives (MU5)."""

from __future__ import annotations

from dataclasses import replace as replaced

from msgspec.structs import replace

from game.packs.houses import house
from game.session import actions as a
from game.session import events as e
from game.session.acts.notes import open_orders
from game.session.legal import Docket
from game.session.scenario import Clause
from game.session.state import Phase, State
from game.session.table import turn
from game.session.views import may_know, view
from tests.session.council import came_of, refused, take, told, vote, yields
from tests.session.houses import FLOOR, under

CRISIS = "una_usa+crisis"
ORDER = a.TableDraft("USA", title="Stop", clauses=(Clause("breach"),), form="directive")


def directed(text: str = FLOOR, name: str = CRISIS) -> State:
    """A moment of a crisis committee with a director."""
    return replace(under(name, text), director=True)


# -- papers ----------------------------------------------------------------------------------------
def test_mu5_a_directive_has_no_preamble_and_orders_something() -> None:
    state = under(CRISIS)
    assert refused(state, ORDER) == ""
    assert (
        refused(state, a.TableDraft("USA", clauses=(Clause("recalling"), Clause("breach")), form="directive"))
        == "MU5"
    )
    assert refused(state, a.TableDraft("USA", title="Stop", form="directive")) == "H4"
    assert refused(state, a.TableDraft("USA", stored="s-1501", form="directive")) == "MU5"
    assert refused(under("una_usa"), ORDER) == "MU5"
    assert refused(under("unsc"), ORDER) == "MU5"
    assert refused(state, a.TableDraft("USA", form="communique")) == "H5"


def test_mu5_a_directive_goes_by_a_majority_without_a_veto_and_works_in_the_world() -> None:
    state = take(under(CRISIS), ORDER)
    symbol = next(iter(state.chamber.drafts))
    chair = yields(state, Phase.CHAIR)
    done = vote(take(chair, a.PutToVote("IND", symbol)), RUS="no", CHN="no", CUB="no")
    (adopted,) = told(done, e.DirectiveAdopted)
    assert isinstance(adopted, e.DirectiveAdopted)
    assert adopted.form == "directive"
    assert not told(done, e.ResolutionAdopted)
    assert told(done, e.WorldMoved)
    chamber = done.state.chamber
    assert chamber.drafts[symbol].status == "adopted"
    assert "breach" in chamber.adopted
    assert chamber.resolution == state.chamber.resolution, "it has no number"


def test_mu5_with_crisis_veto_a_permanent_member_stops_a_directive() -> None:
    armed = replaced(house(CRISIS), crisis_veto=True)
    state = take(replace(under(CRISIS), house=armed), ORDER)
    symbol = next(iter(state.chamber.drafts))
    done = vote(take(yields(state, Phase.CHAIR), a.PutToVote("IND", symbol)), RUS="no")
    (declared,) = told(done, e.ResultDeclared)
    assert isinstance(declared, e.ResultDeclared)
    assert (declared.verdict, declared.vetoed_by) == ("vetoed", ("RUS",))


def test_mu5_messages_are_adopted_by_a_majority_and_move_nothing() -> None:
    for form in ("communique", "press_release"):
        state = take(under(CRISIS), a.TableDraft("USA", title="We are watching.", form=form))
        symbol = next(iter(state.chamber.drafts))
        done = vote(take(yields(state, Phase.CHAIR), a.PutToVote("IND", symbol)), RUS="no")
        assert told(done, e.DirectiveAdopted)
        assert not told(done, e.WorldMoved)


def test_mu5_all_directives_on_the_floor_are_voted_in_the_order_of_submission() -> None:
    second = a.TableDraft("USA", title="Help", clauses=(Clause("relief"),), form="directive")
    state = take(under(CRISIS), ORDER, second)
    first_symbol, second_symbol = state.chamber.drafts
    motion = a.MoveMotion("USA", "crisis_vote_all_directives")
    assert refused(under(CRISIS), motion) == "MU5", "there is none"
    voting = vote(take(state, motion)).state
    assert voting.chamber.ballot.subject == first_symbol
    voting = vote(voting, **dict.fromkeys(("CHN", "CUB", "ECU", "EGY", "FRA", "IND"), "no")).state
    assert voting.chamber.drafts[first_symbol].status == "failed"
    assert voting.chamber.ballot.subject == second_symbol
    done = vote(voting)
    assert told(done, e.DirectivesSettled)
    assert turn(done.state) == ("USA",)


def test_mu5_a_directive_may_need_names() -> None:
    shared = replaced(house(CRISIS), directive_signatories=0.3)
    tabled = came_of(replace(under(CRISIS), house=shared), ORDER)
    (event,) = told(tabled, e.DraftTabled)
    assert isinstance(event, e.DraftTabled)
    assert event.signatures == 4


# -- notes -----------------------------------------------------------------------------------------
def test_mu5_a_crisis_note_is_for_the_director_alone() -> None:
    sent = came_of(directed(), a.SendCrisisNote("FRA", "Move the fleet."))
    (event,) = told(sent, e.CrisisNoteSent)
    state = sent.state
    assert may_know(state, "FRA", event)
    for other in (*(s for s in state.chamber.members if s != "FRA"), ""):
        assert not may_know(state, other, event)
        assert "fleet" not in str(view(state, other))
    assert "fleet" in str(view(state, "FRA"))
    assert [x.words for x in open_orders(state)] == ["Move the fleet."]


def test_mu5_without_a_director_or_a_house_that_knows_them_notes_are_refused() -> None:
    note = a.SendCrisisNote("FRA", "Move the fleet.")
    assert refused(under(CRISIS), note) == "MU5"
    assert refused(replace(under("una_usa"), director=True), note) == "MU5"
    assert refused(directed(), a.SendCrisisNote("FRA", " \x1b ")) == "MU5"
    assert refused(directed(), a.SendCrisisNote("FRA", "Go.", ("FRA",))) == "H5"
    assert refused(directed(), a.SendCrisisNote("FRA", "Go.", ("ZZZ",))) == "H5"


def test_mu5_the_director_grants_with_a_happening_or_refuses() -> None:
    state = take(directed(), a.SendCrisisNote("FRA", "Pray for rain."))
    assert refused(state, a.AnswerCrisisNote("FRA", 1, True)) == "H9"
    assert refused(state, a.AnswerCrisisNote("", 2, True)) == "H5"
    assert refused(state, a.AnswerCrisisNote("", 1, True, "", "nothing")) == "H5"
    assert refused(state, a.AnswerCrisisNote("", 1, False, "", "storm")) == "H9"
    granted = came_of(state, a.AnswerCrisisNote("", 1, True, "It rains.", "storm"))
    assert told(granted, e.HappeningOccurred)
    (answer,) = told(granted, e.CrisisNoteAnswered)
    assert may_know(granted.state, "FRA", answer)
    assert not may_know(granted.state, "USA", answer)
    order = granted.state.papers["FRA"].orders[1]
    assert (order.granted, order.answer, order.answered) == (True, "It rains.", True)
    assert refused(granted.state, a.AnswerCrisisNote("", 1, True)) == "H5"
    assert not open_orders(granted.state)


def test_mu5_a_joint_directive_waits_until_all_have_joined() -> None:
    state = take(directed(), a.SendCrisisNote("FRA", "Blockade the port.", ("GBR", "USA")))
    assert not open_orders(state)
    assert refused(state, a.AnswerCrisisNote("", 1, True)) == "H5"
    assert refused(state, a.JoinCrisisNote("CHN", 1)) == "MU5"
    assert refused(state, a.JoinCrisisNote("FRA", 1)) == "MU5"
    state = take(state, a.JoinCrisisNote("GBR", 1))
    assert refused(state, a.JoinCrisisNote("GBR", 1)) == "H8"
    assert not open_orders(state)
    state = take(state, a.JoinCrisisNote("USA", 1))
    assert [x.number for x in open_orders(state)] == [1]
    assert a.AnswerCrisisNote in {type(x) for x in Docket(state, "")}
    assert view(state, "GBR").papers.orders[1].words == "Blockade the port."
    assert not view(state, "CHN").papers.orders


def test_h2_orders_are_bounded() -> None:
    state = take(directed(), a.SendCrisisNote("FRA", "One."), a.SendCrisisNote("FRA", "Two."))
    assert refused(state, a.SendCrisisNote("FRA", "Three.")) == "H2"
    for number in (1, 2):
        state = take(state, a.AnswerCrisisNote("", number, True))
    for number in (3, 4, 5, 6):
        state = take(state, a.SendCrisisNote("FRA", "More."), a.AnswerCrisisNote("", number, False))
    assert refused(state, a.SendCrisisNote("FRA", "Seven.")) == "H2"
