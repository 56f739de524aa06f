"""A Council of fifteen is played by the same laws: nine votes, ten elected members (V2, X18)."""

from __future__ import annotations

import random

from msgspec.structs import replace

from game.rules.bodies import PERMANENT
from game.session import events as e
from game.session.chance import Chance
from game.session.decide import decide, due, open_sitting
from game.session.legal import legal
from game.session.minutes import Decision
from game.session.scenario import Scenario, Seat
from game.session.state import Phase
from game.session.table import turn
from tests.session.council import SCENARIO

ELECTED = tuple(f"E{n:02}" for n in range(1, 11))
MEMBERS = tuple(sorted((*PERMANENT, *ELECTED)))


def fifteen() -> Scenario:
    """The hand-made crisis with a Council of 1990's size."""
    kept = {s.code: s for s in SCENARIO.open.seats}
    seats = tuple(kept.get(m) or Seat(m, f"Elected {m}", m) for m in MEMBERS)
    seats = tuple(replace(s, permanent=s.code in PERMANENT) for s in seats)
    some = next(iter(SCENARIO.sealed.briefs.values()))
    briefs = {m: replace(SCENARIO.sealed.briefs.get(m, some), seat=m) for m in MEMBERS}
    stages = tuple(
        replace(s, date=f"1990-0{8 + i}-02", members=MEMBERS, succession={}, rounds=1)
        for i, s in enumerate(SCENARIO.sealed.stages[:2])
    )
    opened = replace(SCENARIO.open, seats=seats, body="unsc_15", presides=("USA", "1990-08-02"))
    return Scenario(opened, replace(SCENARIO.sealed, briefs=briefs, stages=stages, absences=()))


def play(seed: int) -> list[e.Event]:
    """A sitting of fifteen played at random to its end."""
    scenario = fifteen()
    dice = random.Random(seed)
    opening = e.SittingOpened(holders=dict.fromkeys(MEMBERS, "aimless"), seed=seed)
    decision = open_sitting(scenario, opening)
    record = list(decision.events)
    while decision.state.chamber.phase is not Phase.ENDED:
        state, chance = decision.state, Chance(seed, len(record))
        if state.chamber.phase is Phase.INTERVAL:
            decision = due(state, chance)
        else:
            taken = decide(state, dice.choice(legal(state, turn(state)[0])), chance)
            assert isinstance(taken, Decision)
            decision = taken
        record += decision.events
    return record


def test_x18_fifteen_members_need_nine_votes() -> None:
    results = [x for seed in range(4) for x in play(seed) if isinstance(x, e.ResultDeclared) and x.needed]
    assert results
    for x in results:
        assert x.needed == 9
        assert x.yes + x.no + x.abstain + x.absent + x.not_participating == 15
        assert (x.verdict == "adopted") <= (x.yes >= 9)
        assert all(seat in PERMANENT for seat in x.vetoed_by)
