"""Amendments: which may be moved, and the order in which they are put.

An amendment changes a text; it is never a text of its own. Knows nothing of sponsors' motives and counts no
votes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from game.rules.refusals import Refusal


class Change(StrEnum):
    """What an amendment does to the text."""

    ADD = "add"
    DELETE = "delete"
    REPLACE = "replace"


class Amending(Protocol):
    """What the order of voting asks of an amendment: what it does, and how far from the text it lies."""

    @property
    def kind(self) -> str: ...

    @property
    def distance(self) -> float: ...


A = TypeVar("A", bound=Amending)


def voting_order(amendments: Iterable[A]) -> tuple[A, ...]:
    """Amendments in the order in which they are put, given in the order of their submission (CB10).

    Additions and deletions come first; within each group the one furthest removed in substance from the
    text comes first (largest `distance`), and of two equally far the one submitted first. The President
    rules on the order.
    """
    return tuple(sorted(amendments, key=lambda a: (a.kind == Change.REPLACE, -a.distance)))


@dataclass(frozen=True, slots=True)
class OrderRuled:
    """What rule 36 says of an order of voting the President rules: whether it is sound, and why.

    An unsound order is no nullity: it stands as every ruling does, unless the Council overrules it (CB5).
    """

    sound: bool
    reason: str


def judge_order(amendments: Sequence[A], proposed: Sequence[A]) -> OrderRuled | Refusal:
    """Judge an order in which the President would put the amendments (rule 36, CB10).

    `amendments` in the order of their submission. The rule leaves no choice about additions and deletions,
    which come first; what is furthest removed is for the President to weigh. A refusal when the order does
    not name every amendment once.
    """
    left = list(amendments)
    for amendment in proposed:
        if amendment not in left:
            return Refusal("CB10", "The order names an amendment twice, or one not before the Council.")
        left.remove(amendment)
    if left:
        return Refusal("CB10", "The order leaves out an amendment that is before the Council.")
    changes = [amendment.kind == Change.REPLACE for amendment in proposed]
    if changes != sorted(changes):
        reason = "Rule 36 puts additions and deletions first; a challenge would be well founded."
        return OrderRuled(sound=False, reason=reason)
    if tuple(proposed) == voting_order(amendments):
        return OrderRuled(sound=True, reason="This is the order of rule 36.")
    reason = "Which amendment is furthest removed in substance is for the President to weigh."
    return OrderRuled(sound=True, reason=reason)


def admissible(
    kind: str,
    issues: Collection[str],
    text_issues: Collection[str],
    *,
    target_exists: bool = True,
    voting_begun: bool = False,
    clauses_left: int = 1,
) -> Refusal | None:
    """Say why an amendment may not be moved, or None when it is admissible.

    `issues` are what the amendment speaks of, `text_issues` what the draft speaks of; `target_exists`
    whether the clause it would change or delete stands in the draft; `clauses_left` how many operative
    clauses would remain.
    """
    if voting_begun:
        return Refusal("CB11", "The text is being voted on; amendments must be moved before the vote begins.")
    if kind != Change.ADD and not target_exists:
        return Refusal("CB10", "The clause this amendment would change is not in the text.")
    if clauses_left < 1:
        return Refusal("CB10", "This would delete the whole operative part; vote against the text instead.")
    if kind != Change.DELETE and issues and not set(issues) & set(text_issues):
        return Refusal("CB10", "An amendment must relate to the text; this would be a new proposal.")
    return None


def refuse_acceptance(accepting: Collection[str], sponsors: Collection[str]) -> Refusal | None:
    """Why an amendment cannot simply be written into the text: not every sponsor accepts it (CB10).

    With the sponsors' agreement the text is revised and no vote on the amendment is needed.
    """
    if set(sponsors) <= set(accepting):
        return None
    return Refusal("CB10", "Not every sponsor accepts the amendment, so it must be put to the vote.")
