"""The door from a sheet of paper to the law: may this act be taken, which clauses may be written now.

Sheets on which acts are composed ask here; the docket answers. Nothing is judged in this room. What was
refused is said in the same words everywhere: the reason, the rule, and how to read it.
"""

from __future__ import annotations

from textual.content import Content

from game.rules.book import RULES
from game.rules.refusals import Refusal
from game.screens.council import Council
from game.screens.pieces.literal import literally
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


def refused(refusal: Refusal) -> tuple[str, str]:
    """Return the heading and the words of a notice that something was refused."""
    rule = RULES.get(refusal.rule)
    if rule is None:
        return "Not done", literally(refusal.reason)
    return f"Not in order: {rule.id} · {rule.title}", f"{literally(refusal.reason)}\n? reads {rule.id}."


def in_line(refusal: Refusal, *, writing: bool = False) -> Content:
    """Return the line in which a sheet says that its act is refused; while `writing`, `?` is a letter."""
    key = "? (while writing F1)" if writing else "?"
    how = f"  {key} reads {refusal.rule}." if refusal.rule in RULES else ""
    return Content.assemble(
        ("✗ Not in order: ", "bold $error"), (literally(str(refusal)), "$error"), (how, "$quiet")
    )


def offered(council: Council, seat: str) -> tuple[ClauseKind, ...]:
    """Return the kinds of clauses that may be written at this point of the crisis, in the pack's order."""
    docket = council.docket(seat)
    kinds = council.scenario.open.clauses
    if not isinstance(docket, Docket):
        return kinds
    return tuple(k for k in kinds if refusal_of_clause(docket.state, Clause(k.id)) is None)
