"""Scripted delegations at the Council's rarer business: items, statements, disputes, guests, amendments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.delegates import take_seat
from game.delegates.counsel import conduct
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.decide import open_sitting
from game.session.legal import Docket
from game.session.scenario import Clause, Position, Scenario, ScriptLine
from game.session.state import Phase, State
from game.session.table import turn
from game.session.views import view
from game.sitting import Sitting
from tests.session.council import OF_1950, at, take, world, yields
from tests.session.council import SCENARIO as MIDDLE

PACK = Path(__file__).parent.parent / "data" / "packs" / "formosa-1950"


@pytest.fixture(scope="module")
def formosa() -> Scenario:
    return load(PACK)


def chooses(state: State, seat: str) -> a.Action:
    """What a steadfast delegate does now, told all it may know of nothing before."""
    delegate = take_seat("steadfast", seat)
    return delegate.choose(view(state, seat), Docket(state, seat), Chance(0, 0).stream("test"))


def caring(scenario: Scenario, **positions: float) -> Scenario:
    """A crisis in which seats care about breach as they are said to."""
    briefs = dict(scenario.sealed.briefs)
    for seat, position in positions.items():
        briefs[seat] = replace(briefs[seat], positions={"breach": Position(position, 3.0)})
    return type(scenario)(scenario.open, replace(scenario.sealed, briefs=briefs))


def roll(state: State) -> Iterator[tuple[str, a.CastBallot]]:
    """The ballots that steadfast delegates cast on the question put."""
    while state.chamber.ballot is not None and state.chamber.phase is Phase.BALLOT:
        seat = turn(state)[0]
        cast = chooses(state, seat)
        assert isinstance(cast, a.CastBallot)
        assert cast.words.endswith("."), "every vote has its sentence"
        yield seat, cast
        state = take(state, cast)


def test_ag5_who_objected_to_an_item_votes_against_it_and_who_asked_for_it_votes_for_it() -> None:
    state = take(
        at("june recess | away - | floor YUG USA"),
        a.RequestMeeting("YUG", "seat-of-china"),
        a.Yield("YUG"),
        a.GiveNotice("USA", "seat-of-china"),
    )
    while state.chamber.consulting:
        state = take(state, a.Yield(state.chamber.consulting[0]))
    votes = dict(roll(take(state, a.CallToOrder("IND"))))
    assert votes["USA"].vote == "no"
    assert "this item" in votes["USA"].words
    assert votes["YUG"].words.endswith("it asked for this item.")
    assert any(ground in votes["FRA"].words for ground in conduct.DISCUSSED)


def test_ev4_a_delegation_that_would_vote_no_blocks_a_statement() -> None:
    scenario = caring(MIDDLE, RUS=-3.0, EGY=3.0)
    state = seated(scenario)
    mover = turn(state)[0]
    state = take(state, a.TableDraft(mover, "", "", (Clause("breach"),), "statement"))
    chair = yields(state, Phase.CHAIR)
    asks = chooses(chair, "IND")
    assert asks == a.AskConsent("IND", next(iter(chair.chamber.drafts)))
    votes = dict(roll(take(chair, asks)))
    assert votes["RUS"].vote == "no"
    assert "on its behalf" in votes["RUS"].words
    assert votes["EGY"].vote == "yes"


def seated(scenario: Scenario, **rules: str) -> State:
    """The first meeting of a crisis, the debate just begun, nobody away."""
    opened = e.SittingOpened(dict.fromkeys(OF_1950, "steadfast"), **rules)  # type: ignore[arg-type]
    sealed = replace(scenario.sealed, absences=())
    state = world(open_sitting(type(scenario)(scenario.open, sealed), opened).state).state
    while state.chamber.consulting:
        state = take(state, a.Yield(state.chamber.consulting[0]))
    return take(state, a.CallToOrder("IND"))


def test_v10_a_party_abstains_and_says_why() -> None:
    state = seated(caring(MIDDLE, GBR=3.0), abstention="enforce")
    mover = turn(state)[0]
    state = take(state, a.MoveMotion(mover, "declare_dispute", seats=("GBR",)))
    while state.chamber.ballot is None:
        state = take(state, a.Yield(turn(state)[0]))
    votes = {}
    for seat, cast in roll(state):
        votes[seat] = cast
        state = take(state, cast)
    assert votes["GBR"].vote == "no"
    assert "party to a dispute" in votes["GBR"].words
    assert votes["FRA"].vote == "yes"
    assert state.chamber.conduct.parties == ("GBR",)
    if state.chamber.phase is Phase.CHAIR:
        state = take(state, a.ContinueDebate("IND"))
    state = take(state, a.TableDraft(turn(state)[0], clauses=(Clause("talks"),)))
    chair = yields(state, Phase.CHAIR)
    votes = dict(roll(take(chair, a.PutToVote("IND", next(iter(chair.chamber.drafts))))))
    assert votes["GBR"].vote == "abstain"
    assert "a party abstains" in votes["GBR"].words


@pytest.mark.parametrize("motion", ["private_meeting", "vote_now"])
def test_every_vote_on_a_rarer_motion_has_its_reason(motion: str) -> None:
    state = at("june debate | away - | floor USA IND | drafts S/1=USA:breach")
    state = take(state, a.MoveMotion("USA", motion))
    while state.chamber.ballot is None:
        state = take(state, a.Yield(turn(state)[0]))
    assert {cast.vote for _, cast in roll(state)} <= {"yes", "no", "abstain"}


def test_p6_a_delegation_contests_what_was_carried_when_its_script_says_so(formosa: Scenario) -> None:
    line = ScriptLine("september", "point", "nature:PRC")
    briefs = dict(formosa.sealed.briefs)
    firm = {"question": Position(-3.0, 3.0, "There is one China at this table")}
    briefs["CHN"] = replace(briefs["CHN"], script=(line,), positions=firm)
    scenario = type(formosa)(formosa.open, replace(formosa.sealed, briefs=briefs))
    holders = dict.fromkeys(scenario.sealed.stages[0].members, "person") | {"CHN": "steadfast"}
    sitting = Sitting.begin(scenario, holders, seed=3)

    def goes_on(until: str) -> None:
        for _ in range(400):
            sitting.run()
            c = sitting.state.chamber
            if c.stage_id == "september" and c.phase is Phase.DEBATE and sitting.awaits == until:
                return
            seat = sitting.awaits
            docket = sitting.docket(seat)
            kinds = (a.CallToOrder, a.CloseMeeting, a.Yield)
            sitting.submit(next(act for kind in kinds for act in docket.of(kind)))
        raise AssertionError("the moment never came")

    goes_on("ECU")
    sitting.submit(a.ProposeInvitation("ECU", "PRC"))
    against = ("CUB", "USA")
    while sitting.state.chamber.ballot is not None:
        sitting.run()
        if sitting.state.chamber.ballot is not None:
            seat = sitting.awaits
            sitting.submit(a.CastBallot(seat, "no" if seat in against else "yes"))
    sitting.run()
    raised = [x for x in sitting.record if isinstance(x, e.PointRaised)]
    assert [(x.seat, x.subject, x.target) for x in raised] == [("CHN", "nature", "PRC")]
    assert (sitting.state.chamber.phase, sitting.awaits) == (Phase.RULING, "GBR")


def test_in1_the_envoy_says_its_piece_once(formosa: Scenario) -> None:
    sitting = Sitting.begin(formosa, {"PRC": "envoy"}, seed=1)
    for _ in range(4000):
        if sitting.state.chamber.phase is Phase.DEBATE:
            break
        sitting.step()
    state = sitting.state
    chamber = replace(state.chamber, invited=frozenset({"PRC"}))
    assert chamber.meeting is not None
    meeting = replace(chamber.meeting, queue=("PRC",))
    state = replace(state, chamber=replace(chamber, meeting=meeting))
    envoy = take_seat("envoy", "PRC")
    stream = Chance(0, 0).stream("test")
    first = envoy.choose(view(state, "PRC"), Docket(state, "PRC"), stream)
    assert first == a.Speak("PRC", words=formosa.party["PRC"].heard)
    envoy.hear(e.StatementMade("PRC", words="said"))
    assert envoy.choose(view(state, "PRC"), Docket(state, "PRC"), stream) == a.Yield("PRC")
    assert envoy.interpose(view(state, "PRC"), Docket(state, "PRC"), stream) is None


def test_a_sitting_with_an_envoy_ends_and_nothing_is_refused(formosa: Scenario) -> None:
    sitting = Sitting.begin(formosa, {"PRC": "envoy"}, seed=2)
    sitting.run(20_000)
    assert sitting.finished
    assert sitting.refusals == 0


def test_in5_a_member_asks_for_a_vote_on_a_guests_draft_it_would_vote_for() -> None:
    scenario = caring(MIDDLE, EGY=3.0, FRA=-3.0)
    state = seated(scenario)
    guest = replace(
        state,
        chamber=replace(state.chamber, conduct=replace(state.chamber.conduct, guests=("PRC",))),
    )
    tabled = e.DraftTabled("S/7", ("PRC",), (Clause("breach"),))
    from game.session.fold import fold

    state = fold(guest, tabled)
    for seat, asks in (("FRA", False), ("EGY", True)):
        assert state.chamber.meeting is not None
        meeting = replace(state.chamber.meeting, queue=(seat, "IND"))
        turned = replace(state, chamber=replace(state.chamber, meeting=meeting, taken=0))
        acts = set()
        for _ in range(8):
            act = chooses(turned, seat)
            acts.add(type(act))
            if isinstance(act, a.Yield):
                break
            turned = take(turned, act)
        assert (a.AskVote in acts) is asks


def test_cb10_a_president_rules_on_the_order_of_amendments_by_the_rules() -> None:
    two = "amendments S/2=ECU>S/1:add@-1+relief S/3=CUB>S/1:add@-1+assistance"
    state = at(f"june debate | away - | floor USA IND | drafts S/1=USA:breach+cessation | {two}")
    raised = take(state, a.RaisePoint("ECU", "amendments", "S/2"))
    assert chooses(raised, "IND") == a.Rule("IND", uphold=False)
