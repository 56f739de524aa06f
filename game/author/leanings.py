"""On whose side a seat stands at first: its nearness, in the Assembly's votes, to each of two parties.

Ideal points are data; what is made of them here is a rule of thumb for a first draft of a brief, which its
author is asked to judge anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from game.author.roster import State
from game.plain.names import with_article
from game.world.leanings import halves, lean

_ASIDE = 0.15
"""A leaning smaller than this is none."""
_OUTER = 0.15
"""Invented parties stand so far from either end of the Assembly (share of its Members)."""


class Sides(Struct, frozen=True):
    """The State complained of and the one that complains, with their ideal points."""

    accused: State
    applicant: State
    accused_at: float
    applicant_at: float

    def lean(self, state: State) -> float:
        """How much nearer a State stands to the one that complains: -1 (the other side) to 1."""
        if state.code == self.accused.code or state.code == self.applicant.code:
            return 1.0 if state.code == self.applicant.code else -1.0
        return lean(state.ideal or 0.0, self.accused_at, self.applicant_at)

    def position(self, state: State) -> float:
        """Where a State stands on whether the complaint is just, -3 to 3 by halves.

        Who complains has some credit with all.
        """
        if state.code == self.accused.code or state.code == self.applicant.code:
            return 3.0 * self.lean(state)
        return halves(2.5 * self.lean(state) + 1)

    def on_measures(self, state: State) -> float:
        """Where a State stands on measures, -3 to 3; only who complains is not more reserved on them."""
        return max(-3.0, self.position(state) - (0.0 if state.code == self.applicant.code else 0.5))

    def reason(self, state: State) -> str:
        """Why it stands there, as the end of a sentence."""
        if state.code == self.applicant.code:
            return "it brought the complaint"
        if state.code == self.accused.code:
            return "it denies the complaint"
        nearer = self.lean(state)
        if abs(nearer) < _ASIDE:
            return "it stands between the two sides"
        near = self.applicant if nearer > 0 else self.accused
        return f"in the Assembly it stands nearer to {with_article(near.short)}"


def sides(accused: State, applicant: State, electors: Sequence[float]) -> Sides:
    """Return the two sides; one without an ideal point stands at an outer part of the Assembly's."""
    order = sorted(electors) or [0.0]
    ends = (order[int(_OUTER * (len(order) - 1))], order[int((1 - _OUTER) * (len(order) - 1))])
    if accused.ideal is not None and applicant.ideal is None:
        ends = (ends[0], max(ends, key=lambda end: abs(end - (accused.ideal or 0.0))))
    if applicant.ideal is not None and accused.ideal is None:
        ends = (max(ends, key=lambda end: abs(end - (applicant.ideal or 0.0))), ends[1])
    return Sides(
        accused,
        applicant,
        ends[0] if accused.ideal is None else accused.ideal,
        ends[1] if applicant.ideal is None else applicant.ideal,
    )
