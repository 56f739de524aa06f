"""A veteran's orders of business: each in its situation, now and then in sittings, never in circles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.delegates.counsel import courting, orders
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import outlook
from game.delegates.language import reasons
from game.delegates.minds import veteran
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.scenario import Clause
from game.session.state import Ballot, Draft, Phase, State
from game.session.views import view
from game.sitting import Sitting
from game.world.conditions import Condition
from game.world.story import Objective

CRISES = Path(__file__).parents[2] / "crises"
MOST = 12
"""Orders of business of one kind in a sitting of a dozen meetings at the most."""


class Open:
    """A docket in which everything is lawful: what the law allows is tried in whole sittings."""

    def __contains__(self, act: object) -> bool:
        return True

    def of(self, kind: type[a.Action]) -> tuple[a.Action, ...]:
        return ()


def goal(kind: str, name: str) -> Objective:
    return Objective("goal", "To see to it.", Condition(kind, name))


def never(kind: str, name: str) -> Objective:
    return Objective("goal", "To see to it.", Condition("none", of=(Condition(kind, name),)))


def draft(symbol: str, seat: str, *kinds: str) -> Draft:
    clauses = tuple(Clause(k) for k in kinds)
    return Draft(symbol, (seat,), clauses, int(symbol[2:]), stage="june25")


def votes(yes: Iterable[str] = (), no: Iterable[str] = ()) -> dict[str, str]:
    return {**dict.fromkeys(yes, "yes"), **dict.fromkeys(no, "no")}


@pytest.fixture
def moment(korea, convene, sit):
    """The floor at the first meeting, with these texts, announcements and objectives."""

    def made(
        seat: str,
        aim: Objective,
        *texts: Draft,
        memory: Memory | None = None,
        spoken: dict[str, dict[str, str]] | None = None,
        **told: dict[str, str],
    ) -> Occasion:
        scenario = convene({seat: replace(korea.briefs[seat], objectives=(aim,))}, absent=())
        sitting: Sitting = sit(scenario, level="veteran")
        while sitting.state.chamber.phase is not Phase.DEBATE:
            assert sitting.step()
        stances = {symbol.replace("_", "/"): given for symbol, given in told.items()}
        held = replace(sitting.state.chamber, drafts={d.symbol: d for d in texts}, stances=stances)
        held = replace(held, positions=spoken or {})
        return occasion(replace(sitting.state, chamber=held), seat, memory or Memory(seat))

    return made


def occasion(state: State, seat: str, memory: Memory) -> Occasion:
    seen = view(state, seat)
    return Occasion(seen, Open(), memory, Dossier(seen))  # type: ignore[arg-type]


FEW, MANY = ("CHN", "FRA"), ("CHN", "CUB", "ECU", "EGY", "FRA", "GBR", "NOR", "RUS", "USA")


# -- each in its situation ---------------------------------------------------------------------------------
def test_cb6_a_seats_own_text_is_moved_before_a_rival_that_was_submitted_first(moment) -> None:
    rival, own = draft("S/1", "USA", "assist"), draft("S/2", "IND", "cease", "mediate")
    told = {"S_1": votes(MANY), "S_2": votes(MANY)}
    o = moment("YUG", goal("adopted", "mediate"), rival, replace(own, sponsors=("YUG",)), **told)
    assert orders.first(o, outlook(o)) == a.MoveMotion("YUG", "priority", "S/2")
    o = moment("YUG", goal("adopted", "mediate"), replace(own, symbol="S/1", sponsors=("YUG",)), rival)
    assert orders.first(o, outlook(o)) is None


def test_cb6_priority_is_moved_once_a_date_and_not_for_what_nobody_favours(moment) -> None:
    rival, own = draft("S/1", "USA", "assist"), draft("S/2", "YUG", "cease", "mediate")
    spent = Memory("YUG")
    spent.stage = "june25"
    spent.hear(e.MotionMoved("YUG", "priority", "S/2"))
    told = {"S_1": votes(MANY), "S_2": votes(MANY)}
    o = moment("YUG", goal("adopted", "mediate"), rival, own, memory=spent, **told)
    assert orders.first(o, outlook(o)) is None
    o = moment("YUG", goal("adopted", "mediate"), rival, own, S_1=votes(MANY), S_2=votes((), MANY))
    assert orders.first(o, outlook(o)) is None


def test_cb7_a_clause_that_would_fall_alone_is_voted_on_in_parts_to_sink_it(moment) -> None:
    text = draft("S/1", "YUG", "cease", "hear_peking")
    o = moment("CUB", never("adopted", "hear_peking"), text, S_1=votes(MANY))
    act = orders.apart(o, outlook(o))
    assert act == a.RequestSeparateVote("CUB", "S/1", 1)
    for changed in (replace(text, divided=(1,)), replace(text, whole=True)):
        o = moment("CUB", never("adopted", "hear_peking"), changed)
        assert orders.apart(o, outlook(o)) is None


def test_cb7_the_mover_objects_to_a_part_that_its_text_is_for(moment) -> None:
    text = replace(draft("S/1", "YUG", "cease", "hear_north"), divided=(1,))
    against = {seat: {"hear_north": "against"} for seat in MANY}
    o = moment("YUG", goal("adopted", "hear_north"), text, spoken=against, S_1=votes(MANY))
    assert orders.whole(o, outlook(o)) == a.ObjectToSeparateVote("YUG", "S/1")
    o = moment("YUG", goal("adopted", "cease"), text, S_1=votes(MANY))
    assert orders.whole(o, outlook(o)) is None


def test_cb8_a_doomed_text_is_withdrawn_where_its_fall_would_cost_something(moment) -> None:
    text = draft("S/1", "YUG", "mediate")
    against = votes((), MANY)
    o = moment("YUG", never("vetoed", "mediate"), text, S_1=against)
    assert orders.giving_up(o, outlook(o)) == a.WithdrawDraft("YUG", "S/1")
    o = moment("YUG", goal("vetoed", "mediate"), text, S_1=against)
    assert orders.giving_up(o, outlook(o)) is None
    o = moment("YUG", never("vetoed", "mediate"), text, S_1=votes(MANY))
    assert orders.giving_up(o, outlook(o)) is None


def test_cb8_a_name_is_taken_off_a_text_that_harms_the_seat(moment) -> None:
    text = replace(draft("S/1", "IND", "cease", "hear_peking"), sponsors=("IND", "YUG"))
    o = moment("YUG", never("voted", "hear_peking:YUG:yes"), text)
    assert orders.giving_up(o, outlook(o)) == a.Unsponsor("YUG", "S/1")


def test_mt2_a_text_short_of_a_few_votes_is_kept_for_a_further_meeting_and_brought_again(moment) -> None:
    text = draft("S/1", "YUG", "cease", "mediate")
    told: dict[str, dict] = {"S_1": votes(("CHN", "EGY", "FRA", "GBR", "IND"), ("CUB", "ECU", "NOR"))}
    told["spoken"] = {
        "RUS": {"ceasefire": "neutral", "hear_north": "neutral"},
        "USA": {"ceasefire": "against", "hear_north": "against"},
    }
    memory, aim = Memory("YUG"), goal("adopted", "mediate")
    memory.stage = "june25"
    o = moment("YUG", aim, text, memory=memory, **told)
    assert orders.respite(o, outlook(o)) is None
    chamber = o.chamber
    assert chamber.meeting is not None
    conferred = replace(chamber, meeting=replace(chamber.meeting, suspended=True))
    o = _later(o, conferred, memory)
    odds = orders.likely(o, text).odds
    assert orders.DOOMED < odds < 0.5, odds
    assert orders.respite(o, outlook(o)) == a.RequestMeeting("YUG")
    memory.hear(e.MeetingRequested("YUG", "", ""))
    o = _later(o, replace(conferred, conduct=replace(conferred.conduct, further=True)), memory)
    assert orders.respite(o, outlook(o)) == a.WithdrawDraft("YUG", "S/1")
    gone = {"S/1": replace(text, status="withdrawn")}
    o = _later(o, replace(o.chamber, drafts=gone), memory)
    assert orders.kept_back(o)
    assert veteran.plan(o) is None
    assert orders.again(o, outlook(o)) is None
    o = _later(o, replace(o.chamber, conduct=replace(conferred.conduct, met=2)), memory)
    assert orders.again(o, outlook(o)) == a.TableDraft("YUG", clauses=text.clauses)
    o = _later(o, replace(o.chamber, drafts={**gone, "S/2": replace(text, symbol="S/2")}), memory)
    assert orders.again(o, outlook(o)) is None


def _later(o: Occasion, chamber, memory: Memory) -> Occasion:
    seen = replace(o.view, chamber=chamber)
    return Occasion(seen, Open(), memory, Dossier(seen))  # type: ignore[arg-type]


def test_cb9_what_harms_and_may_carry_is_put_off_where_others_would_have_it_so(moment) -> None:
    text = draft("S/1", "USA", "assist")
    told = votes(("CHN", "CUB", "ECU", "FRA", "GBR", "NOR", "RUS", "USA"), ("EGY", "IND"))
    o = moment("YUG", never("adopted", "assist"), text, S_1=told)
    assert orders.later(o, outlook(o)) == a.MoveMotion("YUG", "postpone")
    alone = votes(("CHN", "CUB", "ECU", "EGY", "FRA", "GBR", "IND", "NOR", "RUS", "USA"))
    o = moment("YUG", never("adopted", "assist"), text, S_1=alone)
    assert orders.later(o, outlook(o)) is None
    spent = Memory("YUG")
    spent.stage = "june25"
    spent.hear(e.MotionMoved("YUG", "postpone", ""))
    o = moment("YUG", never("adopted", "assist"), text, memory=spent, S_1=told)
    assert orders.later(o, outlook(o)) is None


def test_ga6_the_assembly_is_turned_to_after_a_veto_by_who_was_sent_for_it(moment) -> None:
    lost, memory = replace(draft("S/1", "USA", "assist"), status="vetoed"), Memory("ECU")
    memory.vetoed["S/1"] = ("RUS",)
    o = moment("ECU", goal("flag", "assembly_called"), lost, memory=memory)
    assert orders.assembly(o, outlook(o)) == a.MoveMotion("ECU", "ess")
    memory.answered.add("S/1")
    assert orders.assembly(o, outlook(o)) is None


# -- courting ----------------------------------------------------------------------------------------------
def test_a_veto_is_courted_by_who_gains_by_it_and_it_says_so(moment) -> None:
    text = draft("S/1", "YUG", "mediate")
    o = moment("YUG", goal("vetoed", "mediate"), text, S_1=votes((), FEW))
    look = outlook(o)
    assert courting.courts(o, look, text)
    assert veteran.harms(o, a.MoveAmendment("YUG", "S/1", "delete", 0))
    ballot = Ballot("draft", "S/1", "substantive", o.chamber.members, Phase.CHAIR, draft="S/1")
    words = courting.explained(o, look, ballot, reasons.sponsors("Yugoslavia", "yes"))
    assert courting.explained(o, look, ballot, "A script's own words.") == ""
    assert words.startswith("Yugoslavia votes yes: ")
    assert "S/1" in words
    voting = _later(o, replace(o.chamber, ballot=ballot, phase=Phase.BALLOT), Memory("YUG"))
    assert veteran.cast(voting) == a.CastBallot("YUG", "yes", words)


def test_a_veto_is_not_courted_for_nothing_nor_by_who_would_carry_texts(moment) -> None:
    text = draft("S/1", "YUG", "mediate")
    against = votes((), FEW)
    o = moment("YUG", goal("adopted", "mediate"), text, S_1=against)
    assert not courting.courts(o, outlook(o), text)
    o = moment("YUG", goal("vetoed", "mediate"), text, S_1=votes(MANY))
    assert not courting.courts(o, outlook(o), text)
    o = moment("YUG", goal("vetoed", "mediate"), text, S_1=against)
    for bent in courting.UNWILLING:
        held = _later(o, replace(o.chamber, holders={**o.chamber.holders, "YUG": bent}), Memory("YUG"))
        assert not courting.courts(held, outlook(held), text)


# -- in sittings -------------------------------------------------------------------------------------------
def test_orders_of_business_come_now_and_then_and_never_in_circles() -> None:
    seen: Counter[str] = Counter()
    for pack in ("korea-1950", "kuwait-1990"):
        scenario = load(CRISES / pack)
        for seed in range(6):
            sitting = Sitting.begin(scenario, seed=seed, level="veteran", length="short")
            sitting.run(20_000)
            assert sitting.finished
            assert sitting.refusals == 0
            ordered = Counter(_ordered(sitting))
            assert not ordered or max(ordered.values()) <= MOST, ordered
            seen.update(ordered)
    assert seen["priority"]
    assert seen["SeparateVoteRequested"]
    assert sum(seen.values()) <= 12 * MOST


def _ordered(sitting: Sitting) -> Iterable[str]:
    kinds = (e.SeparateVoteRequested, e.SeparateVoteRefused, e.DraftWithdrawn, e.MeetingRequested)
    for x in sitting.record:
        if isinstance(x, e.MotionMoved) and x.motion in ("priority", *orders.DELAYS):
            yield x.motion
        elif isinstance(x, kinds):
            yield type(x).__name__
