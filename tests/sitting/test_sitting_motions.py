"""How scripted delegations vote on motions in a crisis as it is shipped."""

from __future__ import annotations

from game.packs import load
from game.session import actions as act
from game.session.events import BallotCast, ResultDeclared
from game.sitting import Sitting

PLAIN = (act.Yield, act.CallToOrder, act.CastBallot)


def test_cb9_a_motion_on_the_meeting_is_not_weighed_as_a_clause() -> None:
    sitting = Sitting.begin(load("korea-1950"), {"FRA": "person"}, seed=5)
    moved = False
    while not any(isinstance(event, ResultDeclared) for event in sitting.record):
        if not sitting.awaits:
            sitting.step()
            continue
        docket = sitting.docket(sitting.awaits)
        motions = [x for x in docket.of(act.MoveMotion) if getattr(x, "motion", "") == "adjourn_to"]
        plain = next(x for kind in PLAIN for x in docket.of(kind)) if moved or not motions else motions[0]
        moved = moved or bool(motions)
        sitting.submit(plain)
    reasons = [event.reason for event in sitting.record if isinstance(event, BallotCast)]
    assert moved
    assert len(reasons) > 5
    assert not [text for text in reasons if "clause" in text]
