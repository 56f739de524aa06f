"""Events of the Council's rarer business: its agenda, private meetings, guests, statements, disputes."""

from __future__ import annotations

from game.session.events.base import Event


class MeetingRequested(Event, frozen=True):
    """A seat asked for a meeting; `item` (and its title) if it asked that something be put on the agenda."""

    seat: str
    item: str = ""
    title: str = ""


class MeetingSetDown(Event, frozen=True):
    """A further meeting at this stage was set down."""


class ItemAdopted(Event, frozen=True):
    """An item beside the main one was put on the agenda."""

    item: str
    title: str = ""


class ItemDropped(Event, frozen=True):
    """An item was not put on the agenda, for want of votes (AG5)."""

    item: str
    title: str = ""


class DiscussionStopped(Event, frozen=True):
    """The Council postponed or referred the matter; it is not discussed again at this stage (CB9)."""

    motion: str


class DebateClosed(Event, frozen=True):
    """The Council decided to proceed to the vote; nobody else is called (CB1)."""


class MeetingMadePrivate(Event, frozen=True):
    """The meeting went on in private, and the guests left (PB3)."""

    guests: tuple[str, ...] = ()


class CommuniqueIssued(Event, frozen=True):
    """The communiqué at the close of a private meeting, under the meeting's own number (PB4)."""

    number: int
    date: str
    item: str
    decided: tuple[str, ...] = ()
    """Symbols of the texts decided on at the meeting."""


class VoteAsked(Event, frozen=True):
    """A member asked that a guest's draft be put to the vote (IN5)."""

    seat: str
    draft: str


class VoteExplained(Event, frozen=True):
    """A seat explained its vote: during the vote of a private meeting, or after the result (EV1)."""

    seat: str
    draft: str
    words: str
    heard_by: tuple[str, ...] = ()
    """Who heard it, of a private meeting; empty: everybody."""


class StatementIssued(Event, frozen=True):
    """All members agreed to a statement; it has a symbol of its own (EV4, EV5)."""

    symbol: str
    draft: str
    form: str = "statement"


class StatementBlocked(Event, frozen=True):
    """One member did not agree to a statement, and there is none (EV4)."""

    seat: str
    draft: str


class DisputeDeclared(Event, frozen=True):
    """The Council declared that a dispute is before it, and who are its parties (V10)."""

    parties: tuple[str, ...]


class NatureReferred(Event, frozen=True):
    """The President left it to the Council whether the question is one of procedure (P4)."""

    seat: str


class ResultAnnulled(Event, frozen=True):
    """A decision taken as one of procedure fell, for the question was held to be one of substance (P6)."""

    kind: str
    subject: str
