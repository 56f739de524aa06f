"""Menu labels: every act has a title, a sentence and a rule of the book."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from game.prose import acts
from game.rules.book import RULES
from game.rules.motions import MOTIONS
from game.session import actions as act
from game.session.actions import Action, Term
from game.session.decide import before
from game.session.scenario import Clause, Scenario
from game.session.state import State
from game.session.views import view
from tests.session.council import SCENARIO, at, take

KINDS = sorted(Action.__subclasses__(), key=lambda kind: kind.__name__)
EXAMPLES: tuple[Action, ...] = (
    act.CallToOrder("IND"),
    act.ContinueDebate("IND"),
    act.PutToVote("IND", "S/1501"),
    act.AskConsent("IND", "S/1501"),
    act.Rule("IND", True),
    act.CedeChair("IND"),
    act.CloseMeeting("IND"),
    act.Yield("FRA"),
    act.Speak("FRA", "breach", "for"),
    act.TableDraft("USA", "s-1508"),
    act.Sponsor("FRA", "S/1501"),
    act.Unsponsor("FRA", "S/1501"),
    act.WithdrawDraft("USA", "S/1501"),
    act.MoveAmendment("FRA", "S/1501", "add", clause=Clause("breach")),
    act.AcceptAmendment("USA", "S/1502"),
    act.WithdrawAmendment("FRA", "S/1502"),
    act.RequestSeparateVote("FRA", "S/1501", 1),
    act.ObjectToSeparateVote("USA", "S/1501"),
    act.MoveMotion("FRA", "suspend"),
    act.WithdrawMotion("FRA", "refer"),
    act.ProposeInvitation("YUG", "PRK"),
    act.Pledge("USA", "troops"),
    act.SignSpeakersList("FRA"),
    act.RaisePoint("USA", "credentials", "CHN"),
    act.Challenge("YUG"),
    act.AcceptRuling("FRA"),
    act.WalkOut("RUS"),
    act.Return("RUS"),
    act.CastBallot("RUS", "no"),
    act.GiveNotice("YUG"),
    act.SendNote("FRA", "USA", "a word"),
    act.OfferDeal("FRA", "USA", Term("vote", "S/1501", "yes"), Term("sponsor", "S/1502")),
    act.AcceptDeal("FRA", 1),
    act.RefuseDeal("FRA", 1),
    act.DeclareStance("RUS", "S/1501", "no"),
    act.AskCapital("IND", "none"),
    act.RequestMeeting("RUS", words="The seat of China"),
    act.AskVote("FRA", "S/1501"),
    act.ExplainVote("FRA", "We voted as we did."),
    act.PutPreliminary("IND"),
    act.AnswerRoll("FRA", True),
    act.Second("FRA"),
    act.SpeakTo("FRA", "for", "We support it."),
    act.StandAside("RUS"),
    act.HoldFast("RUS"),
    act.AmendAmendment("FRA", "S/1502", Clause("breach")),
    act.SignPaper("FRA", "S/1501"),
    act.Inquire("FRA", "suspend"),
    act.SendCrisisNote("FRA", "Find out.", ("GBR",)),
    act.JoinCrisisNote("GBR", 1),
    act.AnswerCrisisNote("", 1, True, "Done."),
    act.Inject("", "seoul-falls"),
    act.HandOver("", "FRA", "person"),
    act.Mark("", "remember"),
    act.RequestSession("FRA"),
)


@pytest.fixture(scope="module")
def opening(tiny: Scenario) -> State:
    """The tiny sitting before it opens."""
    return before(tiny)


def test_every_kind_of_act_is_labelled_and_has_an_example() -> None:
    assert set(acts.LABELS) == set(KINDS)
    assert {type(example) for example in EXAMPLES} == set(KINDS)


@pytest.mark.parametrize("action", EXAMPLES, ids=lambda action: type(action).__name__)
def test_an_act_has_a_title_a_sentence_and_a_rule(action: Action, tiny: Scenario, opening: State) -> None:
    for where in (opening, view(opening, action.seat if action.seat in tiny.seat else "")):
        title, sentence = acts.title(action, tiny, where), acts.sentence(action, tiny, where)
        assert 0 < len(title) < 120
        assert not title.endswith(".")
        assert sentence.endswith((".", "”"))
        assert "the the" not in f"{title} {sentence}".lower()
    assert acts.rule(action) in RULES


def test_every_act_of_a_whole_sitting_is_labelled(history: Any, tiny: Scenario) -> None:
    assert {type(action) for action in EXAMPLES} >= {act.CallToOrder, act.CastBallot}
    for motion in MOTIONS:
        moved = act.MoveMotion("FRA", motion)
        assert acts.rule(moved) in RULES
        assert acts.title(moved, tiny, history.state).startswith("Move ")


def test_cb6_a_stored_draft_is_named_as_in_history(tiny: Scenario, opening: State) -> None:
    title = acts.title(act.TableDraft("USA", "s-1508"), tiny, opening)
    assert title == "Table S/1508/Rev.1: Assistance to the Republic of Korea"


def test_v4_a_permanent_member_is_told_that_its_no_is_a_veto(history: Any, tiny: Scenario) -> None:
    from msgspec.structs import replace

    from game.session.state import Ballot, Phase

    ballot = Ballot("draft", "S/1501", "substantive", ("RUS", "EGY"), Phase.CHAIR)
    voting = replace(history.state, chamber=replace(history.state.chamber, ballot=ballot))
    assert acts.title(act.CastBallot("RUS", "no"), tiny, voting) == "No (a veto)"
    assert acts.rule(act.CastBallot("RUS", "no")) == "V4"
    assert acts.title(act.CastBallot("EGY", "no"), tiny, voting) == "No"
    procedural = replace(voting, chamber=replace(voting.chamber, ballot=replace(ballot, nature="procedural")))
    assert acts.title(act.CastBallot("RUS", "no"), tiny, procedural) == "No"


def test_a_deal_is_told_from_the_side_of_who_answers(history: Any, tiny: Scenario) -> None:
    from msgspec.structs import replace

    from game.session.state import Deal, Papers

    deal = Deal(1, "USA", "FRA", Term("vote", "S/1502", "yes"), Term("sponsor", "S/1501"))
    state = replace(history.state, papers={**history.state.papers, "FRA": Papers(deals={1: deal})})
    told = acts.sentence(act.AcceptDeal("FRA", 1), tiny, state)
    assert told.startswith("You would get a vote for S/1502, and give sponsoring S/1501.")
    assert (
        acts.title(act.AcceptDeal("FRA", 1), tiny, view(state, "FRA"))
        == "Accept the deal of the United States"
    )


def test_where_is_a_state_or_a_view() -> None:
    assert len(get_args(acts.Where)) == 2


@pytest.mark.parametrize(
    ("first", "says"),
    [
        ("S/2", "a challenge would be well founded"),
        ("S/4", "is for the President to weigh"),
    ],
)
def test_cb10_the_president_is_told_what_rule_36_says_of_an_order(first: str, says: str) -> None:
    state = at(
        "june debate | floor USA | drafts S/1=USA:breach+cessation"
        " | amendments S/2=CUB>S/1:replace@1-cessation+assistance S/3=ECU>S/1:add@-1+assistance"
        " S/4=EGY>S/1:add@-1+relief"
    )
    raised = take(state, act.RaisePoint("ECU", "amendments", first))
    told = acts.sentence(act.Rule("IND", True), SCENARIO, raised)
    assert says in told
    assert "stands unless" in told
