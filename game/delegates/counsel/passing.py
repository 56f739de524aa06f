"""The act that asks for nothing: how a seat lets its turn go by, whatever the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session import actions as a

if TYPE_CHECKING:
    from game.session.legal import Docket


def passing(seat: str, docket: Docket) -> a.Action:
    """Return the least act that is lawful now; LookupError when the docket is empty."""
    least = (
        a.Yield(seat),
        a.AnswerRoll(seat),
        a.HoldFast(seat),
        a.CastBallot(seat, "abstain"),
        a.CastBallot(seat, "yes"),
        a.AcceptRuling(seat),
        a.Rule(seat, uphold=False),
        a.CallToOrder(seat),
    )
    for act in least:
        if act in docket:
            return act
    rest: tuple[a.Action, ...] = (*docket.of(a.PutToVote), *docket.of(a.CloseMeeting), *docket)
    if rest:
        return rest[0]
    raise LookupError("nothing is lawful for this seat now")
