"""Statements of a Council: what one cannot say.

A statement weighs less than a resolution (EV4, EV7). Whether it is agreed is for `consent`; nothing here is
ever put to a vote.
"""

from __future__ import annotations

from game.rules.binding import Weight, weight
from game.rules.clauses import ClauseFacts
from game.rules.refusals import Refusal
from game.rules.verbs import DECIDING_RANK


def refuse_in_statement(clause: ClauseFacts) -> Refusal | None:
    """Why a clause cannot stand in a presidential statement, or in any text that is not voted (EV4, EV7).

    A statement invokes no chapter, and decisions that bind States or authorise them take a resolution. It
    may demand: that binds nobody here, but has been said.
    """
    if clause.verb == "Acting":
        return Refusal("EV4", "A statement does not act under a chapter of the Charter.")
    decides = clause.rank >= DECIDING_RANK
    if decides and weight(clause, determined=True) in (Weight.BINDING, Weight.AUTHORISATION):
        return Refusal("EV7", "What binds or authorises States takes a resolution; a statement does neither.")
    return None
