"""Sittings that go to the General Assembly: scripted, by persons, saved in the middle, at random."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.packs import houses, load
from game.prose.exports import PAPERS, export
from game.rules.house import House
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.decide import decide, due, open_sitting
from game.session.fold import fold_all
from game.session.legal import Docket, refusal_of
from game.session.minutes import Decision
from game.session.scenario import Clause, Scenario
from game.session.state import Phase, State
from game.session.table import turn
from game.sitting import Sitting
from tests.packs.korea_lines import Will, played
from tests.session.assemblies import crisis
from tests.session.council import ALWAYS, OF_1950
from tests.session.dice import drawn
from tests.sitting.chairs import one_act

HOLDERS = dict.fromkeys(OF_1950, "aimless")


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load("korea-1950")


@pytest.fixture(scope="module")
def scripted(korea: Scenario) -> Sitting:
    """A sitting in which every seat keeps its script."""
    return played(korea, {}, 1)


def votes_of(sitting: Sitting) -> list[e.ResultDeclared]:
    """What the Assembly declared."""
    return [x for x in sitting.record if isinstance(x, e.ResultDeclared) and x.kind == "assembly"]


def test_ga6_scripted_delegations_take_korea_to_the_assembly_that_sits(scripted: Sitting) -> None:
    met = [x for x in scripted.record if isinstance(x, e.AssemblyConvened)]
    assert met
    assert {(x.session, x.kind, x.members) for x in met} == {("5", "regular", 60)}
    assert scripted.refusals == 0
    for result in votes_of(scripted):
        assert result.yes + result.no + result.abstain + result.absent + result.not_participating == 60
        assert result.verdict == "adopted"
        assert 2 <= result.no <= 9, "the Soviet bloc and hardly anybody else, as in 1950 and 1951"


def test_every_vote_in_the_assembly_has_its_reason(scripted: Sitting) -> None:
    inside, reasons = False, 0
    for x in scripted.record:
        inside = inside or (isinstance(x, e.QuestionPut) and x.kind == "assembly")
        inside = inside and not isinstance(x, e.ResultDeclared)
        if inside and isinstance(x, e.BallotCast):
            assert x.reason
            reasons += 1
    assert reasons >= 11


def test_a_seat_votes_in_the_assembly_as_it_did_on_the_same_text_in_the_council(scripted: Sitting) -> None:
    brought = {x.symbol: x.draft for x in scripted.record if isinstance(x, e.TextBrought)}
    cast: dict[str, dict[str, str]] = {}
    subject = ""
    for x in scripted.record:
        if isinstance(x, e.QuestionPut) and x.kind in ("draft", "assembly"):
            subject = x.subject
            cast[subject] = {}
        if isinstance(x, e.BallotCast) and subject:
            cast[subject][x.seat] = x.vote
        if isinstance(x, e.ResultDeclared):
            subject = ""
    put = [symbol for symbol in brought if symbol in cast]
    assert put
    for symbol in put:
        council = cast[brought[symbol]]
        assert cast[symbol]["RUS"] == council["RUS"] == "no"


def test_before_uniting_for_peace_a_vetoed_appeal_for_help_goes_to_a_special_session(korea: Scenario) -> None:
    sitting = played(korea, {"RUS": Will(acts={"assistance": (a.Return("RUS"),)})}, 1)
    asked = next(x for x in sitting.record if isinstance(x, e.SessionRequested))
    met = next(x for x in sitting.record if isinstance(x, e.AssemblyConvened))
    assert asked.convened
    assert (met.session, met.members) == ("S-3", 59)
    assert votes_of(sitting)[0].verdict == "adopted"
    happened = {x.happening for x in sitting.record if isinstance(x, e.HappeningOccurred)}
    assert "assembly_called" in happened, "what the Assembly's word means is the pack's to say"


def test_what_the_assembly_did_is_on_every_paper(scripted: Sitting) -> None:
    for paper in PAPERS:
        text = export(scripted.record, scripted.state, scripted.scenario, paper, "md")
        assert "General Assembly" in text or "A/L.1" in text, paper
    record = export(scripted.record, scripted.state, scripted.scenario, "record", "md")
    assert "## General Assembly, fifth session" in record
    assert "Latin American: " in record
    assert "Guatemala" in record
    votes = export(scripted.record, scripted.state, scripted.scenario, "votes", "md")
    assert "by group of Members" in votes
    assert "GTM" not in votes, "the table's columns are the Council's"
    texts = export(scripted.record, scripted.state, scripted.scenario, "resolutions", "md")
    assert "The General Assembly," in texts
    assert "binds no Member" in texts


def held_by_persons(folder: Path | None = None) -> Sitting:
    """A sitting of persons by hand in which the Assembly may be turned to at any time."""
    return Sitting.begin(crisis(), dict.fromkeys(OF_1950, "person"), seed=3, folder=folder)


def to_the_assembly(sitting: Sitting) -> None:
    """Lead persons from the opening to the Assembly: a veto, the Members asked, the Council risen."""
    while not sitting.awaits:
        sitting.step()
    asked = False
    for _ in range(400):
        c = sitting.state.chamber
        if c.phase is Phase.PLENARY:
            return
        seat = sitting.awaits
        if not seat:
            sitting.step()
            continue
        asked = taken(sitting, seat, asked)
    raise AssertionError("the Assembly never met")


def taken(sitting: Sitting, seat: str, asked: bool) -> bool:
    """Take the next act on the way; say whether the Members have been asked."""
    c, docket = sitting.state.chamber, sitting.docket(seat)
    wanted: list[a.Action] = []
    if c.phase is Phase.RECESS:
        wanted = [a.Return(seat), a.Yield(seat), a.CallToOrder(seat)]
    elif c.phase is Phase.DEBATE:
        wanted = [a.RequestSession(seat)] if not asked else []
        wanted += [a.TableDraft(seat, stored="s-1501")] if not c.drafts and seat == "USA" else []
        wanted += [a.Yield(seat)]
    elif c.phase is Phase.CHAIR:
        waiting = [d.symbol for d in c.drafts.values() if d.status == "tabled"]
        wanted = [a.PutToVote(seat, x) for x in waiting] + [a.ContinueDebate(seat), a.CloseMeeting(seat)]
        wanted = wanted if not asked else wanted[::-1]
    elif c.phase is Phase.BALLOT:
        wanted = [a.CastBallot(seat, "no" if seat == "RUS" else "yes")]
    act = next(x for x in wanted if x in docket)
    sitting.submit(act)
    return asked or isinstance(act, a.RequestSession)


def test_persons_keep_their_seats_in_the_assembly_and_a_save_in_the_middle_resumes_equal(
    tmp_path: Path,
) -> None:
    sitting = held_by_persons(tmp_path)
    to_the_assembly(sitting)
    sitting.submit(a.Speak(sitting.awaits, "breach", "for"))
    sitting.submit(a.Yield(sitting.awaits))
    assert sitting.awaits == sitting.state.chamber.consulting[0]
    assert sitting.path is not None
    sitting.close()
    again, _ = Sitting.resume(sitting.path, crisis())
    assert again.state == sitting.state
    assert again.state.chamber.phase is Phase.PLENARY
    while again.state.chamber.phase is Phase.PLENARY:
        again.submit(a.Yield(again.awaits))
    for _ in range(5):
        again.submit(a.CastBallot(again.awaits, "yes"))
    again.close()
    third, _ = Sitting.resume(sitting.path, crisis())
    assert third.state == again.state
    while third.state.chamber.phase is Phase.BALLOT:
        third.submit(a.CastBallot(third.awaits, "no" if third.awaits == "RUS" else "yes"))
    assert votes_of(third)[0].verdict == "adopted"
    third.close()


def test_play_at_random_passes_through_the_assembly_and_ends() -> None:
    assert sum(at_random(seed) for seed in range(8)) >= 2


@pytest.mark.parametrize("name", ["nmun", "una_usa", "thimun", "crisis"])
def test_every_house_passes_through_the_assembly(name: str) -> None:
    assert sum(at_random(seed, houses.house(name)) for seed in (2, 4)) >= 1


def at_random(seed: int, house: House | None = None) -> int:
    """Play at random to the end; return how often the Assembly met."""
    met = 0
    scenario = crisis(sits=ALWAYS if seed % 2 else None)
    dice = random.Random(seed)
    decision = open_sitting(scenario, e.SittingOpened(HOLDERS, seed=seed, house=house))
    length, start = len(decision.events), decision.state
    for _ in range(6000):
        state = decision.state
        if state.chamber.phase is Phase.ENDED:
            break
        if state.chamber.phase is Phase.INTERVAL:
            decision = due(state, Chance(seed, length))
        else:
            voting = state.chamber.phase is Phase.BALLOT
            act = roads(state) if voting or dice.random() < 0.5 else None
            act = act if act is not None and refusal_of(state, act) is None else None
            found = decide(state, act or stays(state, dice), Chance(seed, length))
            assert isinstance(found, Decision), (act, found)
            decision = found
        assert fold_all(state, decision.events) == decision.state
        met += sum(isinstance(x, e.AssemblyConvened) for x in decision.events)
        length += len(decision.events)
    assert decision.state.chamber.phase is Phase.ENDED
    assert start.chamber.plenary is None
    return met


def stays(state: State, dice: random.Random) -> a.Action:
    """A lawful act drawn at random, but nobody walks out: there would be no votes to carry anything."""
    return next(x for x in iter(lambda: drawn(state, dice), None) if not isinstance(x, a.WalkOut))


def roads(state: State) -> a.Action | None:
    """An act that leads to the Assembly, if one is lawful: a permanent member's no, a motion, a request."""
    seat = turn(state)[0]
    docket = Docket(state, seat)
    ballot = state.chamber.ballot
    if ballot is not None and ballot.kind in ("draft", "motion"):
        against = seat == "USA" and ballot.nature == "substantive"
        return a.CastBallot(seat, "no" if against else "yes")
    acts = (a.MoveMotion(seat, "ess"), a.MoveMotion(seat, "to_assembly"), a.RequestSession(seat))
    texts = () if state.chamber.drafts else (a.TableDraft(seat, clauses=(Clause("relief"),)),)
    return next((x for x in (*acts, *docket.of(a.PutToVote), *texts) if x in docket), None)


def test_one_act_of_a_person_in_the_assembly_is_drawn_like_any_other() -> None:
    sitting = held_by_persons()
    to_the_assembly(sitting)
    for _ in range(30):
        one_act(sitting)
    assert sitting.record
