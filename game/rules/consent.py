"""Decisions without a vote: adoption by consent and statements of the President.

One objection ends consent, whoever makes it; here an elected member weighs as much as a permanent one.
It must never be used to carry a text over an objection.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.rules.results import NO_TALLY, Result, Verdict
from game.rules.sentences import NO_NAMES, listed


def without_a_vote(
    objecting: Iterable[str], *, names: Mapping[str, str] = NO_NAMES, members: int = 0
) -> Result:
    """Adopt without a vote, unless a seat objects: then the question must be voted (EV3).

    `members` is the number of seats whose silence is needed; left out, none is told as needed.
    """
    against = tuple(sorted(set(objecting)))
    heard = "No objection was heard."
    if against:
        heard = f"One objection ends consent and the question must be voted: {listed(against, names)}."
    return _agreed(Verdict.MUST_VOTE if against else Verdict.ADOPTED, "EV3", heard, against, members)


def presidential_statement(
    objecting: Iterable[str], *, names: Mapping[str, str] = NO_NAMES, members: int = 0
) -> Result:
    """Issue a statement on behalf of the Council, which needs the agreement of all members (EV4).

    `members` as in `without_a_vote`.
    """
    against = tuple(sorted(set(objecting)))
    heard = "Nobody objects to the statement, and so it is issued for all."
    if against:
        heard = f"A statement needs the agreement of all members; it is blocked: {listed(against, names)}."
    return _agreed(Verdict.BLOCKED if against else Verdict.ISSUED, "EV4", heard, against, members)


def _agreed(verdict: Verdict, rule: str, reason: str, against: tuple[str, ...], members: int) -> Result:
    """The result of asking for objections: so many members had to agree, so many did."""
    agreeing = max(0, members - len(against))
    return Result(verdict, NO_TALLY, members, (), (), rule, reason, against, agreeing)
