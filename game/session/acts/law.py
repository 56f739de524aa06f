"""The shape of an act's law: when it is in order, why it would be refused, which acts may be offered, what
comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from game.rules.refusals import Refusal
from game.session.actions import Action
from game.session.minutes import Minutes
from game.session.state import Phase, State


class Who(Enum):
    """Who may take an act."""

    TURN = "the seat whose turn it is"
    PRESIDENT = "the President"
    PRESENT = "any member at the table"
    DIRECTOR = "the director"


MOST_ACTS = 12
"""Acts a seat may take in one turn before its time is spent (H2)."""

CONFERRING = frozenset({Phase.RECESS, Phase.CONSULTATIONS})
TABLE = frozenset({Phase.DEBATE, Phase.CHAIR})
PLENARY = frozenset({Phase.PLENARY})
ANY = frozenset(Phase) - {Phase.ENDED}


@dataclass(frozen=True, slots=True)
class Law:
    """The law of one kind of act.

    `rule` and `sentence` are the refusal outside `phases`. `refusal` judges one act that is otherwise in
    order; `offers`
    lists concrete acts worth asking about, lawful or not; `take` notes what comes of a lawful act. `ends`
    marks acts that
    are always in time: they close a turn rather than use it.
    """

    kind: type[Action]
    phases: frozenset[Phase]
    who: Who
    rule: str
    sentence: str
    offers: Callable[[State, str], Iterable[Any]]
    take: Callable[[Minutes, Any], None]
    refusal: Callable[[State, Any], Refusal | None] = lambda state, act: None
    ends: bool = False


def unknown(what: str, known: Iterable[str] = ()) -> Refusal:
    """Return the refusal of an act that names what does not exist (H5)."""
    named = ", ".join(known)
    return Refusal("H5", f"There is no {what} before the Council.{f' There are: {named}.' if named else ''}")
