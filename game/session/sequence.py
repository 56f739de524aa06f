"""The order in which amendments are put: by substance, by a ruling, or as they came in (CB10, MU8)."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.amendments import voting_order
from game.session.state import Amendment, State


@dataclass(frozen=True, slots=True)
class _Moved:
    """An amendment as the order of voting sees it (CB10)."""

    symbol: str
    kind: str
    distance: float


def _distance(state: State, change: Amendment) -> float:
    """How far an amendment is removed from the text in substance: the shift of weight over all issues."""
    there = state.scenario.clause[change.target.kind].issues if change.target else {}
    here = state.scenario.clause[change.clause.kind].issues if change.clause else {}
    return sum(abs(here.get(i, 0.0) - there.get(i, 0.0)) for i in {*here, *there})


def order_of_amendments(state: State, symbol: str) -> tuple[str, ...]:
    """Return a draft's amendments in the order in which they are put, first what a ruling put first
    (CB10)."""
    if state.house.amendment_order == "receipt":
        return tuple(a.symbol for a in state.chamber.amendments.values() if a.draft == symbol)
    moved = (
        _Moved(a.symbol, a.change, _distance(state, a))
        for a in state.chamber.amendments.values()
        if a.draft == symbol
    )
    order = tuple(x.symbol for x in voting_order(moved))
    first = state.chamber.conduct.first
    return tuple(sorted(order, key=lambda symbol: symbol not in first)) if first else order
