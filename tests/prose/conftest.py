"""A sitting of the tiny pack, played by a small script through the engine, for the tests of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.packs import load
from game.rules.refusals import Refusal
from game.session import actions as act
from game.session.chance import Chance
from game.session.decide import decide, due, open_sitting
from game.session.events import Event, SittingOpened
from game.session.legal import Docket
from game.session.scenario import Scenario
from game.session.state import Phase, State
from game.session.table import turn

TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"


@dataclass
class Played:
    """A sitting that is over: its scenario, its whole record, the state it led to."""

    scenario: Scenario
    events: list[Event]
    state: State


@pytest.fixture(scope="session")
def tiny() -> Scenario:
    """The tiny pack, compiled."""
    return load(TINY)


def wanted(docket: Docket, votes: dict[str, dict[str, str]]) -> act.Action:
    """The act a seat takes: history's texts, history's votes but for those given, else the plainest."""
    state, seat = docket.state, docket.seat
    ballot = state.chamber.ballot
    if ballot is not None:
        stored = state.chamber.drafts[ballot.subject].stored if ballot.kind == "draft" else ""
        roll = state.scenario.draft[stored].roll if stored else None
        history = roll.votes.get(seat, "yes") if roll else "yes"
        vote = votes.get(stored, {}).get(seat, history)
        return act.CastBallot(seat, vote, f"{seat} has its reasons")
    for kind in (act.CallToOrder, act.TableDraft, act.PutToVote, act.Speak, act.Yield, act.CloseMeeting):
        for offered in docket.of(kind):
            if isinstance(offered, act.TableDraft):
                stored = state.scenario.draft.get(offered.stored)
                if stored is None or seat not in stored.sponsors:
                    continue
            if isinstance(offered, act.Speak):
                return act.Speak(seat, offered.issue, offered.stance, f"{seat} states its position.")
            return offered
    raise AssertionError(f"{seat} has nothing to do in {state.chamber.phase}")


def play(scenario: Scenario, votes: dict[str, dict[str, str]] | None = None, seed: int = 1) -> Played:
    """Play a sitting to its end; `votes` are ballots other than history's, by stored draft and seat."""
    decision = open_sitting(
        scenario, SittingOpened({s.code: "steadfast" for s in scenario.open.seats}, seed=seed)
    )
    events, state = list(decision.events), decision.state
    while state.chamber.phase is not Phase.ENDED:
        chance = Chance(seed, len(events))
        if state.chamber.phase is Phase.INTERVAL:
            decision = due(state, chance)
        else:
            decided = decide(state, wanted(Docket(state, turn(state)[0]), votes or {}), chance)
            assert not isinstance(decided, Refusal), decided
            decision = decided
        events += decision.events
        state = decision.state
        assert len(events) < 2_000
    return Played(scenario, events, state)


@pytest.fixture(scope="session")
def history(tiny: Scenario) -> Played:
    """The sitting in which everybody votes as in history."""
    return play(tiny)


@pytest.fixture(scope="session")
def blocked(tiny: Scenario) -> Played:
    """The sitting in which the second text fails: India and Egypt abstain, and Cuba too."""
    return play(tiny, {"s-1508": {"CUB": "abstain", "IND": "abstain", "EGY": "abstain"}})


@pytest.fixture(scope="session")
def play_tiny(tiny: Scenario) -> Callable[[dict[str, dict[str, str]]], Played]:
    """Play the tiny pack with ballots other than history's."""
    return lambda votes: play(tiny, votes)
