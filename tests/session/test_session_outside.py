"""The world outside in a sitting: clauses that lapse, contingents, patrons, drift, haste, causes."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from game.session import actions as a
from game.session import events as e
from game.session.decide import Decision
from game.session.fold import fold_all
from game.session.scenario import Scenario
from game.session.state import Phase, State
from game.world.conditions import Condition, Facts, holds
from game.world.outside import Effect, Track
from game.world.patrons import Patron, Reaction, chance_of
from game.world.powers import Group
from game.world.story import Ending
from tests.session.council import SCENARIO, at, came_of, take, told, vote, world


def retold(scenario: Scenario, **kinds: dict[str, Any]) -> Scenario:
    """The crisis with some kinds of clauses changed."""
    clauses = tuple(replace(c, **kinds.get(c.id, {})) for c in scenario.open.clauses)
    return replace(scenario, open=replace(scenario.open, clauses=clauses))


def sealed(**changes: Any) -> Scenario:
    return replace(SCENARIO, sealed=replace(SCENARIO.sealed, **changes))


def staged(state: State, scenario: Scenario) -> State:
    return replace(state, scenario=scenario)


def risen(state: State) -> State:
    return replace(state, chamber=replace(state.chamber, phase=Phase.INTERVAL, ballot=None))


def carried(scenario: Scenario, *kinds: str) -> Decision:
    """A text of some clauses, put and carried in June."""
    return vote(staged(at(f"june chair | drafts S/1=USA:{'+'.join(kinds)} | vote draft S/1"), scenario))


UNDONE = (Effect(track="opinion", by=10.0, undone=True), Effect(set_flag="shut", undone=True))
EMBARGO: dict[str, Any] = {
    "effects": (*UNDONE, Effect(track="front", by=-2.0, each_stage=True)),
    "lapses": 1,
}


# -- clauses that lapse ---------------------------------------------------
def test_what_is_undone_moves_back_when_its_clause_has_stood_its_time() -> None:
    done = carried(retold(SCENARIO, breach=EMBARGO), "breach").state
    assert done.world.tracks["opinion"] == at("june chair").world.tracks["opinion"] + 10.0
    assert "shut" in done.world.flags
    opened = world(risen(done))
    (lapsed,) = told(opened, e.ClauseLapsed)
    assert (lapsed.clause, lapsed.draft, lapsed.cause) == ("breach", "S/1", "term")
    back = [x for x in told(opened, e.WorldMoved) if x.cause == "lapse:S/1:breach"]
    assert back[0].moves.tracks == {"opinion": at("june chair").world.tracks["opinion"]}
    assert "shut" not in opened.state.world.flags
    assert "breach" not in opened.state.chamber.adopted
    assert not [x for x in told(opened, e.WorldMoved) if x.cause == "draft:S/1:breach"]
    assert holds(Condition("lapsed", "breach"), _facts(opened.state))
    assert fold_all(risen(done), opened.events) == opened.state


def test_a_clause_lifts_another() -> None:
    scenario = retold(SCENARIO, breach={"effects": UNDONE}, talks={"lifts": ("breach",)})
    state = staged(
        at("june chair | drafts S/1=USA:breach!adopted82 S/2=USA:talks | vote draft S/2"), scenario
    )
    done = vote(state)
    assert [x.cause for x in told(done, e.ClauseLapsed)] == ["draft:S/2:talks"]
    assert done.state.chamber.adopted == {"talks"}


def test_a_clause_stands_while_another_resolution_says_the_same() -> None:
    scenario = retold(SCENARIO, breach={"effects": UNDONE, "until": Condition("flag", "shut")})
    first = carried(scenario, "breach").state
    again = replace(first.chamber.drafts["S/1"], symbol="S/2", stage="july")
    both = replace(first.chamber, drafts={**first.chamber.drafts, "S/2": again}, resolutions=("S/1", "S/2"))
    longer = retold(scenario, breach={"effects": UNDONE, "until": None, "lapses": 2})
    opened = world(staged(risen(replace(first, chamber=both)), longer))
    assert not told(opened, e.ClauseLapsed)
    later = world(risen(opened.state))
    assert [x.draft for x in told(later, e.ClauseLapsed)] == ["S/1"]
    assert "breach" in later.state.chamber.adopted
    assert "shut" in later.state.world.flags


def test_a_clause_lapses_when_what_it_waited_for_has_come() -> None:
    scenario = retold(SCENARIO, breach={"effects": UNDONE, "until": Condition("flag", "shut")})
    opened = world(risen(carried(scenario, "breach").state))
    assert [x.cause for x in told(opened, e.ClauseLapsed)] == ["until"]


def _facts(state: State) -> Facts:
    from game.session.facts import facts

    return facts(state)


# -- tracks, contingents, patrons -----------------------------------------
def test_a_track_drifts_of_itself_within_its_bounds_but_not_at_the_first_stage() -> None:
    tracks = tuple(
        Track("front", "Front", 40.0, most=45.0, drift=3.0) if t.id == "front" else t
        for t in SCENARIO.open.tracks
    )
    scenario = replace(SCENARIO, open=replace(SCENARIO.open, tracks=tracks))
    state = staged(at("june interval"), scenario)
    bounds = {"front": (0.0, 45.0)}
    state = replace(
        state, world=state.world._replace(bounds=bounds, tracks={**state.world.tracks, "front": 44.0})
    )
    opened = world(state)
    (drift,) = (x for x in told(opened, e.WorldMoved) if x.cause == "drift")
    assert drift.moves.tracks == {"front": 45.0}


def test_ch12_a_contingent_is_counted_as_there_when_it_arrives_and_not_before() -> None:
    pledges = tuple(replace(k, after_from={"USA": 1}) for k in SCENARIO.open.pledges)
    near = replace(SCENARIO, open=replace(SCENARIO.open, pledges=pledges))
    for scenario, stages in ((SCENARIO, 2), (near, 1)):
        state = staged(at("june recess | floor USA"), scenario)
        pledged = came_of(state, a.Pledge("USA", "troops", 0.5))
        state = pledged.state
        assert state.world.arrived == {}
        for wait in range(stages):
            assert not holds(Condition("arrived", "troops:USA", at_least=1), _facts(state)), wait
            state = world(risen(state)).state
        assert state.world.arrived == {"troops": 50.0, "troops:USA": 50.0}
        assert state.world.coming == ()


def test_a_patron_reacts_once_by_odds_that_credibility_sets() -> None:
    reaction = Reaction(
        "pilots", "Pilots", Condition("always"), 1.0, effects=(Effect(track="resolve", by=5.0),)
    )
    model = replace_model(patrons=(Patron("bloc", "PRK", (reaction,)),), groups=(Group("bloc", "The bloc"),))
    state = staged(at("june interval"), sealed(security=model))
    state = replace(state, world=state.world._replace(credibility=0.4))
    answers = [world(state, moment) for moment in range(120)]
    found = [told(x, e.PatronReacted)[0] for x in answers]
    believed = told(answers[0], e.SecurityMeasured)[0].credibility
    assert {x.odds for x in found} == {chance_of(reaction, believed)}
    assert {x.acted for x in found} == {True, False}
    acted = next(x for x, y in zip(answers, found, strict=True) if y.acted)
    assert [x for x in told(acted, e.WorldMoved) if x.cause == "patron:bloc:pilots"]
    assert not told(world(risen(acted.state)), e.PatronReacted)


def replace_model(**changes: Any) -> Any:
    from dataclasses import replace as with_changes

    return with_changes(SCENARIO.sealed.security, **changes)


# -- stages and endings ----------------------------------------------------
def test_a_stage_whose_haste_has_come_opens_before_its_turn() -> None:
    stages = SCENARIO.sealed.stages
    early = tuple(
        replace(s, hastened=Condition("flag", "breach-found")) if s.id == stages[2].id else s for s in stages
    )
    scenario = sealed(stages=early)
    plain = world(staged(at("june interval"), scenario)).state
    assert plain.chamber.stage == 1
    found = risen(carried(scenario, "breach").state)
    assert world(found).state.chamber.stage == 2


def test_the_ending_of_the_highest_priority_is_taken() -> None:
    ends = (
        Ending("first", "First", "", Condition("always"), at_once=True),
        Ending("second", "Second", "", Condition("always"), at_once=True, priority=1),
    )
    done = world(staged(at("june interval"), sealed(endings=ends)))
    assert [(x.ending, x.calendar) for x in told(done, e.CrisisEnded)] == [("second", False)]


# -- every move has its cause ---------------------------------------------
def test_every_clause_is_the_cause_of_its_own_moves() -> None:
    moved = told(carried(SCENARIO, "breach", "assistance"), e.WorldMoved)
    assert [x.cause for x in moved] == ["draft:S/1:breach"]
    pending = [p.cause for x in told(carried(SCENARIO, "assistance"), e.ConsequencesSet) for p in x.pending]
    assert pending == ["draft:S/1:assistance"]


def test_what_a_veto_moves_has_the_veto_as_its_cause() -> None:
    state = at("june chair | drafts S/1=USA:assistance | vote draft S/1")
    lost = vote(state, GBR="no")
    causes = {x.cause for x in told(lost, e.WorldMoved)}
    assert causes == {"veto:S/1:assistance", "veto:S/1"}


def test_an_injected_happening_says_so() -> None:
    happened = SCENARIO.sealed.happenings[0].id
    state = replace(at("june recess | floor USA"), director=True)
    (found,) = told(came_of(state, a.Inject("", happened)), e.HappeningOccurred)
    assert found.injected
    assert take(state, a.Inject("", happened)).world.happened == {happened}
