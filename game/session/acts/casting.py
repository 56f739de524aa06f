"""What a house adds to casting a vote: passing once, rights, and when one may not abstain (MU3, MU4, MU6)."""

from __future__ import annotations

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.bars import ON_TEXTS, must_choose
from game.session.state import Ballot, State

_STANDING_BACK = ("abstain", "not_participating")


def refuse_vote(s: State, act: a.CastBallot, ballot: Ballot) -> Refusal | None:
    """Say why the house does not let a vote be cast so."""
    usage = s.chamber.usage
    if act.rights:
        if refused := _no_roll_call(s, ballot, s.house.rights, "a vote with rights"):
            return refused
        if act.vote not in ("yes", "no") or act.seat in usage.passed:
            return Refusal("MU6", "Rights go with a yes or a no, and not after having passed.")
    if act.vote not in _STANDING_BACK:
        return None
    return must_choose(s.house, s.chamber, ballot, act.seat)


def refuse_pass(s: State, act: a.CastBallot, ballot: Ballot) -> Refusal | None:
    """Say why a delegation may not pass (MU6)."""
    if refused := _no_roll_call(s, ballot, s.house.passing, "passing"):
        return refused
    if act.seat in s.chamber.usage.passed:
        return Refusal("MU6", "One passes once; now it is yes or no.")
    return None


def _no_roll_call(s: State, ballot: Ballot, known: bool, what: str) -> Refusal | None:
    if not known:
        return Refusal("MU6", f"This house knows no {what.removeprefix('a ')}.")
    if ballot.kind not in ON_TEXTS:
        return Refusal("MU6", "That is for votes on texts; this question is one of procedure.")
    asked = s.house.doing("roll_call") is None or ballot.draft in s.chamber.usage.roll_calls
    return None if asked else Refusal("MU6", f"There is {what} in a roll call only; nobody asked for one.")
