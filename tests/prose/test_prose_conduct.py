"""The Council's rarer business in words: labels, lines of the minutes, what the public record leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs import load
from game.prose import acts
from game.prose.exports import FORMATS, PAPERS, export
from game.prose.minutes import line
from game.rules.refusals import Refusal
from game.session import actions as act
from game.session import events as happened
from game.session.chance import Chance
from game.session.decide import decide, due, open_sitting
from game.session.events import Event
from game.session.scenario import Clause, Scenario
from game.session.state import Phase, State
from game.session.table import presiding, turn

PACK = Path(__file__).parent.parent / "data" / "packs" / "formosa-1950"
SECRET = "What is said here stays here."


@pytest.fixture(scope="module")
def formosa() -> Scenario:
    return load(PACK)


class Meeting:
    """The first meeting of the pack, persons at the table."""

    def __init__(self, scenario: Scenario, **rules: str) -> None:
        members = scenario.sealed.stages[0].members
        opened = happened.SittingOpened(dict.fromkeys(members, "person"), **rules)  # type: ignore[arg-type]
        self.scenario = scenario
        first = open_sitting(scenario, opened)
        second = due(first.state, Chance(0, 0))
        self.events: list[Event] = [*first.events, *second.events]
        self.state: State = second.state
        while self.state.chamber.consulting:
            self.does(act.Yield(self.state.chamber.consulting[0]))
        self.does(act.CallToOrder(presiding(self.state)))

    def does(self, *taken: act.Action) -> None:
        for one in taken:
            done = decide(self.state, one, Chance(0, len(self.events)))
            assert not isinstance(done, Refusal), (one, done)
            self.events += done.events
            self.state = done.state

    def votes(self, reason: str = "", **votes: str) -> None:
        ballot = self.state.chamber.ballot
        assert ballot is not None
        for seat in ballot.voters:
            if self.state.chamber.ballot is not None:
                self.does(act.CastBallot(seat, votes.get(seat, "yes"), reason))

    def to_the_chair(self) -> None:
        while self.state.chamber.phase is Phase.DEBATE:
            self.does(act.Yield(turn(self.state)[0]))

    @property
    def said(self) -> list[str]:
        return [text for x in self.events if (text := line(x, self.scenario))]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            happened.MeetingRose("recess", ("S/1", "S/2")),
            "The meeting rises; drafts S/1 and S/2 stay before the Council; another meeting follows at "
            "this date.",
        ),
        (
            happened.MeetingRose("interval", ("S/1",)),
            "The meeting rises; draft S/1 stays before the Council.",
        ),
        (happened.MeetingRose("interval"), "The meeting rises."),
        (
            happened.NoticeGiven("USA", "seat"),
            "The United States gives notice that it will object to the item “Recognition of the "
            "representative of the Central People's Government as the representative of China”.",
        ),
        (
            happened.CommuniqueIssued(480, "1950-08-01", "Complaint", ("S/1",)),
            "Communiqué S/PV.480: at its 480th meeting, held in private on 1 August 1950, the Security "
            "Council considered “Complaint” and adopted draft S/1.",
        ),
        (
            happened.MeetingMadePrivate(("PRC",)),
            "The public gallery is cleared, and the Council goes on in private; Peking leaves the table.",
        ),
        (
            happened.ResultAnnulled("invitation", "PRC"),
            "The invitation of Peking falls, because it is held to be a question of substance.",
        ),
        (
            happened.DisputeDeclared(("GBR", "EGY")),
            "The Council declares that there is a dispute; parties: the United Kingdom and Egypt.",
        ),
        (
            happened.DraftTabled("S/9", ("CUB",), (), "Calm", form="press"),
            "Cuba tables the draft of a statement to the press, S/9: Calm.",
        ),
        (
            happened.MotionMoved("USA", "declare_dispute", "", ("GBR",)),
            "The United States moves that there is a dispute, to which those named are parties: the United "
            "Kingdom.",
        ),
    ],
)
def test_the_minutes_tell_the_rarer_business_in_one_sentence(
    formosa: Scenario, event: Event, said: str
) -> None:
    assert line(event, formosa) == said


def test_mt2_a_request_says_what_it_does_before_and_during_a_meeting(formosa: Scenario) -> None:
    m = Meeting(formosa)
    asked = act.RequestMeeting("RUS", "seat")
    assert acts.title(asked, formosa, m.state).startswith("Ask for another meeting on: Recognition")
    assert "same date" in acts.sentence(asked, formosa, m.state)
    assert acts.rule(asked) == "MT2"


def test_v10_a_party_is_told_before_it_votes_that_its_vote_would_be_void(formosa: Scenario) -> None:
    m = Meeting(formosa, abstention="enforce")
    mover = turn(m.state)[0]
    m.does(act.MoveMotion(mover, "declare_dispute", seats=("USA",)))
    while m.state.chamber.ballot is None:
        m.does(act.Yield(turn(m.state)[0]))
    m.votes()
    if m.state.chamber.phase is Phase.CHAIR:
        m.does(act.ContinueDebate("RUS"))
    m.does(act.TableDraft(turn(m.state)[0], clauses=(Clause("calm"),)))
    m.to_the_chair()
    m.does(act.PutToVote("RUS", next(iter(m.state.chamber.drafts))))
    no = act.CastBallot("USA", "no")
    assert "would be void" in acts.sentence(no, formosa, m.state)
    assert acts.title(no, formosa, m.state) == "No", "it is no veto"
    assert "would be void" not in acts.sentence(act.CastBallot("USA", "abstain"), formosa, m.state)
    assert acts.title(act.CastBallot("RUS", "no"), formosa, m.state) == "No (a veto)"
    m.votes(USA="no")
    assert (
        "USA" not in m.state.chamber.subjects["calm"] or m.state.chamber.subjects["calm"]["USA"] == "abstain"
    )


def test_ev4_silence_is_asked_in_other_words_for_a_statement(formosa: Scenario) -> None:
    m = Meeting(formosa)
    m.does(act.TableDraft(turn(m.state)[0], "", "Calm", (Clause("calm"),), "statement"))
    m.to_the_chair()
    symbol = next(iter(m.state.chamber.drafts))
    asks = act.AskConsent("RUS", symbol)
    assert acts.title(asks, formosa, m.state) == f"Ask whether all agree to the statement {symbol} (Calm)"
    m.does(asks)
    assert acts.title(act.CastBallot("CUB", "no"), formosa, m.state) == "Object"
    assert acts.sentence(act.CastBallot("CUB", "no"), formosa, m.state) == (
        "Your objection alone blocks the statement."
    )
    m.votes()
    for paper in PAPERS:
        for fmt in FORMATS:
            assert export(m.events, m.state, formosa, paper, fmt)
    assert "Note by the President of the Security Council" in export(
        m.events, m.state, formosa, "resolutions", "md"
    )


def test_pb3_the_public_record_has_the_communique_of_a_private_meeting_and_not_its_words(
    formosa: Scenario,
) -> None:
    m = Meeting(formosa)
    mover = turn(m.state)[0]
    m.does(act.MoveMotion(mover, "private_meeting"))
    while m.state.chamber.ballot is None:
        m.does(act.Yield(turn(m.state)[0]))
    m.votes()
    if m.state.chamber.phase is Phase.CHAIR:
        m.does(act.ContinueDebate("RUS"))
    speaker = turn(m.state)[0]
    m.does(act.Speak(speaker, words=SECRET), act.TableDraft(speaker, clauses=(Clause("calm"),)))
    m.to_the_chair()
    m.does(act.PutToVote("RUS", next(iter(m.state.chamber.drafts))))
    m.votes(SECRET)
    m.does(act.CloseMeeting("RUS"))
    written = export(m.events, m.state, formosa, "record", "md")
    assert SECRET not in written
    assert "held in private on 1 August 1950" in written
    assert SECRET not in export(m.events, m.state, formosa, "votes", "json")


def test_ev1_an_explanation_after_the_result_stands_in_the_record(formosa: Scenario) -> None:
    m = Meeting(formosa)
    m.does(act.TableDraft(turn(m.state)[0], clauses=(Clause("calm"),)))
    m.to_the_chair()
    m.does(act.PutToVote("RUS", next(iter(m.state.chamber.drafts))))
    m.votes()
    m.does(act.ExplainVote("FRA", "Calm is in the interest of all"))
    assert any("Calm is in the interest of all" in said for said in m.said)
    assert "Calm is in the interest of all" in export(m.events, m.state, formosa, "record", "md")
