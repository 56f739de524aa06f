"""Crises by hand that may go to the Assembly: with the Council of 1951, and that of February 2022."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from game.packs.assembly import electors
from game.session import actions as a
from game.session.minutes import Decision
from game.session.notation import read
from game.session.scenario import Assembly, Clause, ClauseKind, Electorate, Scenario, Seat, Stage
from game.session.state import Phase, State
from game.world.conditions import Condition
from tests.session.council import ALWAYS, SCENARIO, came_of, take, vote, world, yields

OF_2022 = {
    "ALB": "Albania", "BRA": "Brazil", "CHN": "China", "FRA": "France", "GAB": "Gabon", "GHA": "Ghana",
    "IND": "India", "IRL": "Ireland", "KEN": "Kenya", "MEX": "Mexico", "NOR": "Norway",
    "RUS": "Russian Federation", "ARE": "United Arab Emirates",
    "GBR": "United Kingdom of Great Britain and Northern Ireland", "USA": "United States of America",
}  # fmt: skip
"""The Council of 2022 in the English alphabetical order."""
REFERRAL = ClauseKind(
    "referral", "Call the Assembly", "operative", "Decides", "to call an emergency special session", 10,
    nature="procedural", character="referral", issues={"seat": 1.0},
)  # fmt: skip
ON_THE_TABLE = "S/1508=USA,NOR:@s-1508!voted!vetoed"


def crisis(
    *, sits: Condition | None = None, united: Condition | None = ALWAYS, assembly: Assembly | None = None
) -> Scenario:
    """The hand-made crisis with the Assembly of January 1951 beside it."""
    open_ = replace(
        SCENARIO.open,
        clauses=(*SCENARIO.open.clauses, REFERRAL),
        electorates=(Electorate("1946-01-10", electors(date(1951, 1, 10))),),
    )
    sealed = replace(SCENARIO.sealed, uniting_for_peace=united, assembly_sits=sits, assembly=assembly)
    return Scenario(open_, sealed)


def ukraine() -> Scenario:
    """A crisis of one meeting by hand, with the Council and the Assembly of 27 February 2022."""
    some = next(iter(SCENARIO.sealed.briefs.values()))
    seats = tuple(
        Seat(code, name, name.split(" of ")[0], permanent=code in ("CHN", "FRA", "GBR", "RUS", "USA"))
        for code, name in OF_2022.items()
    )
    stage = Stage("february", "27 February", "2022-02-27", meeting=8980, members=tuple(OF_2022))
    open_ = replace(
        SCENARIO.open,
        body="unsc_15",
        seats=seats,
        presides=("RUS", "2022-02-15"),
        clauses=(*SCENARIO.open.clauses, REFERRAL),
        electorates=(Electorate("2022-01-01", electors(date(2022, 2, 27))),),
        resolution=2622,
    )
    sealed = replace(
        SCENARIO.sealed,
        briefs={code: replace(some, seat=code) for code in OF_2022},
        stages=(stage,),
        absences=(),
        contested={},
        uniting_for_peace=ALWAYS,
    )
    return Scenario(open_, sealed)


def debating(scenario: Scenario, more: str = "", stage: str = "january") -> State:
    """A debate in which the United States has the floor, and a text was vetoed."""
    return read(
        scenario, f"{stage} debate | away - | chair USA | floor USA GBR | drafts {ON_THE_TABLE}{more}"
    )


def called(state: State, motion: str = "ess", **votes: str) -> State:
    """Move to turn to the Assembly and vote on it."""
    state = yields(take(state, a.MoveMotion("USA", motion)), Phase.BALLOT)
    return vote(state, **votes).state


def risen(state: State) -> Decision:
    """Let the Council rise and the world step."""
    state = yields(state, Phase.CHAIR)
    assert state.chamber.meeting is not None
    return world(take(state, a.CloseMeeting(state.chamber.meeting.president)))


def put(state: State) -> Decision:
    """Let everybody in the Assembly pass, so that the text is put."""
    while True:
        decision = came_of(state, a.Yield(state.chamber.consulting[0]))
        state = decision.state
        if state.chamber.phase is not Phase.PLENARY:
            return decision


def written(*kinds: str) -> tuple[Clause, ...]:
    """Clauses of these kinds."""
    return tuple(Clause(kind) for kind in kinds)
