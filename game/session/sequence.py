"""The order in which amendments are put: by substance, by a ruling, or as they came in (CB10, MU8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.rules.amendments import OrderRuled, judge_order, voting_order
from game.session.scenario import Clause, ClauseKind
from game.session.state import Amendment, State


@dataclass(frozen=True, slots=True)
class _Moved:
    """An amendment as the order of voting sees it (CB10)."""

    symbol: str
    kind: str
    distance: float


def _moved(kinds: Mapping[str, ClauseKind], amendments: Iterable[Amendment]) -> tuple[_Moved, ...]:
    return tuple(_Moved(x.symbol, x.change, _distance(kinds, x)) for x in amendments)


def _distance(kinds: Mapping[str, ClauseKind], change: Amendment) -> float:
    """How far an amendment is removed from the text in substance: the shift of weight over all issues."""

    def weights(clause: Clause | None) -> Mapping[str, float]:
        return kinds[clause.kind].issues if clause is not None else {}

    there, here = weights(change.target), weights(change.clause)
    return sum(abs(here.get(i, 0.0) - there.get(i, 0.0)) for i in {*here, *there})


def by_substance(kinds: Mapping[str, ClauseKind], amendments: Iterable[Amendment]) -> tuple[str, ...]:
    """Return amendments to one draft in the order of rule 36 (CB10), by their symbols."""
    return tuple(x.symbol for x in voting_order(_moved(kinds, amendments)))


def judged_first(
    kinds: Mapping[str, ClauseKind], amendments: Iterable[Amendment], first: str
) -> OrderRuled | None:
    """Say what rule 36 makes of putting one amendment before all others to its draft; None if there is no
    such amendment."""
    listed = tuple(amendments)
    change = next((x for x in listed if x.symbol == first), None)
    if change is None:
        return None
    moved = _moved(kinds, (x for x in listed if x.draft == change.draft))
    proposed = sorted(voting_order(moved), key=lambda x: x.symbol != first)
    judged = judge_order(moved, proposed)
    return judged if isinstance(judged, OrderRuled) else None


def order_of_amendments(state: State, symbol: str) -> tuple[str, ...]:
    """Return a draft's amendments in the order in which they are put, first what a ruling put first
    (CB10)."""
    waiting = [x for x in state.chamber.amendments.values() if x.draft == symbol]
    if state.house.amendment_order == "receipt":
        return tuple(x.symbol for x in waiting)
    order = by_substance(state.scenario.clause, waiting)
    first = state.chamber.conduct.first
    return tuple(sorted(order, key=lambda symbol: symbol not in first)) if first else order
