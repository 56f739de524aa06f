"""Events of the world outside: clauses that lapse, contingents that arrive, patrons that react."""

from __future__ import annotations

from game.session.events.base import Event


class ClauseLapsed(Event, frozen=True):
    """A clause of a resolution stands no more.

    `cause` is the clause that lifted it (`draft:SYMBOL:clause`), `term` where its time was over, or `until`
    where what it waited for has come.
    """

    clause: str
    draft: str
    cause: str


class PledgeArrived(Event, frozen=True):
    """What a seat had pledged (units of a kind) is there."""

    seat: str
    kind: str
    amount: float


class PatronReacted(Event, frozen=True):
    """A patron was moved to act: `odds` is the probability with which it would, `acted` what it did."""

    patron: str
    reaction: str
    odds: float
    acted: bool
