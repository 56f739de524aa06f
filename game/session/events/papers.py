"""Events between delegations and with their capitals."""

from __future__ import annotations

from game.session.actions import Term
from game.session.events.base import Event


class NoticeGiven(Event, frozen=True):
    """A seat gave notice that it will object to an item of the agenda, the main one when none is named."""

    seat: str
    item: str = ""


class NoteSent(Event, frozen=True):
    """A note passed between two delegations; nobody else knows."""

    seat: str
    to: str
    words: str


class DealOffered(Event, frozen=True):
    """A deal was offered."""

    number: int
    seat: str
    to: str
    give: Term
    want: Term


class DealAccepted(Event, frozen=True):
    """A deal was accepted."""

    number: int


class DealRefused(Event, frozen=True):
    """A deal was refused, or lapsed."""

    number: int


class DealSettled(Event, frozen=True):
    """One side of a deal was kept or broken by a ballot, a sponsorship or a pledge."""

    number: int
    seat: str
    kept: bool


class StanceDeclared(Event, frozen=True):
    """A seat announced how it would vote on a draft."""

    seat: str
    draft: str
    vote: str


class CapitalAnswered(Event, frozen=True):
    """A capital answered its delegation's plea to loosen a red line."""

    seat: str
    red_line: str
    granted: bool
    odds: float


class InstructionsArrived(Event, frozen=True):
    """A capital's instructions reached its delegation: places (from 0) in its brief's list."""

    seat: str
    places: tuple[int, ...]
