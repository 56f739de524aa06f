"""The door from a sheet of paper to the law: may this act be taken, which clauses may be written now.

Sheets on which acts are composed ask here; the docket answers. Nothing is judged in this room.
"""

from __future__ import annotations

from game.rules.refusals import Refusal
from game.screens.council import Council
from game.session.actions import Action
from game.session.acts.drafting import refusal_of_clause
from game.session.legal import Docket, refusal_of
from game.session.scenario import Clause, ClauseKind


def refusal(council: Council, action: Action) -> Refusal | None:
    """Return why an act would be refused now, with its rule; None when it is in order."""
    docket = council.docket(action.seat)
    if isinstance(docket, Docket):
        return refusal_of(docket.state, action)
    return None if type(action) in docket.kinds else Refusal("H1", "This is not in order at this moment.")


def offered(council: Council, seat: str) -> tuple[ClauseKind, ...]:
    """Return the kinds of clauses that may be written at this point of the crisis, in the pack's order."""
    docket = council.docket(seat)
    kinds = council.scenario.open.clauses
    if not isinstance(docket, Docket):
        return kinds
    return tuple(k for k in kinds if refusal_of_clause(docket.state, Clause(k.id)) is None)
