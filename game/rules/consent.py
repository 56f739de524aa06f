"""Decisions without a vote: adoption by consent and statements of the President.

One objection ends consent, whoever makes it; here an elected member weighs as much as a permanent one.
It must never be used to carry a text over an objection.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.rules.results import NO_TALLY, Result, Verdict
from game.rules.sentences import NO_NAMES, listed


def without_a_vote(objecting: Iterable[str], *, names: Mapping[str, str] = NO_NAMES) -> Result:
    """Adopt without a vote, unless a seat objects: then the question must be voted (EV3)."""
    against = tuple(sorted(set(objecting)))
    if not against:
        return Result(Verdict.ADOPTED, NO_TALLY, 0, (), (), "EV3", "No objection was heard.")
    reason = f"One objection ends consent and the question must be voted: {listed(against, names)}."
    return Result(Verdict.MUST_VOTE, NO_TALLY, 0, (), (), "EV3", reason, against)


def presidential_statement(objecting: Iterable[str], *, names: Mapping[str, str] = NO_NAMES) -> Result:
    """Issue a statement on behalf of the Council, which needs the agreement of all members (EV4)."""
    against = tuple(sorted(set(objecting)))
    if not against:
        return Result(Verdict.ISSUED, NO_TALLY, 0, (), (), "EV4", "All members agree to the statement.")
    reason = f"A statement needs the agreement of all members; it is blocked: {listed(against, names)}."
    return Result(Verdict.BLOCKED, NO_TALLY, 0, (), (), "EV4", reason, against)
