"""Events of the General Assembly: called, convened, voting, adjourned."""

from __future__ import annotations

from game.session.events.base import Event


class SessionRequested(Event, frozen=True):
    """A seat asked the Members to call the Assembly; `concurring` of `members` did so, of whom it takes
    `needed`."""

    seat: str
    concurring: int
    members: int
    needed: int
    convened: bool


class AssemblyConvened(Event, frozen=True):
    """The Assembly met on the crisis; `here` are the seats at the table, in the order in which they are
    called."""

    session: str
    title: str
    kind: str
    members: int
    here: tuple[str, ...]
    phase: str
    resumed: bool = False
    """Whether it is a session that met on the crisis before."""


class TextBrought(Event, frozen=True):
    """A text that a veto had kept from the Council came before the Assembly under a symbol of its own."""

    symbol: str
    draft: str


class VetoAnswered(Event, frozen=True):
    """The Assembly was to meet within ten working days of a veto and debate it (GA9)."""

    draft: str
    vetoed_by: tuple[str, ...]


class AssemblyVoted(Event, frozen=True):
    """All other Members of the United Nations voted on a text; `votes` by code."""

    draft: str
    votes: dict[str, str]


class RecommendationAdopted(Event, frozen=True):
    """The Assembly adopted a text as its recommendation."""

    symbol: str
    draft: str


class RecommendationFailed(Event, frozen=True):
    """The Assembly did not adopt a text."""

    draft: str


class AssemblyAdjourned(Event, frozen=True):
    """The session adjourned; an emergency session does so for the time being, and may be resumed (EV6)."""

    phase: str
