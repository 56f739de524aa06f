"""What a delegation remembers of what it heard: its script as far as spent, business done, faith broken.

Memory grows from events alone, so a delegate that takes a seat in the middle of a sitting and hears its
record remembers what the last one did. What stands in the view (deals, stances, drafts) is read there, never
kept twice.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from game.delegates.language.talk_forms import asks, sentences
from game.session import events as e

_TOLD_BY = 120


class Memory:
    """What one seat has heard."""

    __slots__ = (
        "answered",
        "approached",
        "asked",
        "backed",
        "breakers",
        "business",
        "contested",
        "moved",
        "nearly",
        "offered",
        "opened",
        "said",
        "seat",
        "settled",
        "spent",
        "stage",
        "stated",
        "stored",
        "told",
        "uttered",
        "ventures",
        "vetoed",
    )

    def __init__(self, seat: str) -> None:
        """Begin with nothing heard."""
        self.seat = seat
        self.stage = ""
        self.ventures = 0
        """Texts and changes of its own that the seat has moved at this stage."""
        self.opened: set[str] = set()
        """Stages that have been opened."""
        self.spent: set[tuple[str, str, str]] = set()
        """Acts of the script that are done, as `(stage, act, what)`."""
        self.business = False
        """Whether this round brought something on which others may wish to act."""
        self.said: set[str] = set()
        """Issues the seat spoke on at this meeting."""
        self.stated: set[tuple[str, str]] = set()
        """What the seat has declared in this sitting: issue and stance."""
        self.moved: set[str] = set()
        """Drafts to which the seat has moved an amendment."""
        self.stored: dict[str, str] = {}
        """What the pack calls the drafts tabled, by symbol."""
        self.backed: set[str] = set()
        """Drafts the seat has sponsored."""
        self.vetoed: dict[str, tuple[str, ...]] = {}
        """Drafts vetoed, or kept from the unanimity they needed (L2), and by whom."""
        self.answered: set[str] = set()
        """Vetoed drafts after which somebody moved to call the Assembly."""
        self.nearly = False
        """Whether a procedural text has passed, or nearly."""
        self.contested = False
        """Whether the seat has contested the nature of a question."""
        self.offered: set[str] = set()
        """Stages in which the seat has offered a deal."""
        self.approached: set[tuple[str, str]] = set()
        """Stage and seat, for each offer the seat has made."""
        self.breakers: set[int] = set()
        """Deals broken by the other side."""
        self.settled: list[tuple[str, int, bool]] = []
        """Who kept or broke which deal with it, while nothing is written to it about that."""
        self.uttered: set[str] = set()
        """Sentences the seat has said or written."""
        self.asked: list[tuple[str, str]] = []
        """Who asked in a note what it would take, and in what words, while it is not answered."""
        self.told: list[str] = []
        """What it has answered."""

    def hear(self, event: e.Event) -> None:
        """Remember of an event what this seat minds."""
        heard = HEARD.get(type(event))
        if heard is None:
            heard = OWN.get(type(event))
            if heard is None or getattr(event, "seat", "") != self.seat:
                return
        heard(self, event)

    def spend(self, act: str, what: str) -> None:
        """Hold an act of the script for done at this stage."""
        self.spent.add((self.stage, act, what))

    def has_noted(self, words: str) -> bool:
        """Say whether the seat has sent a note of these words at this stage."""
        return self.is_spent("note", said(words))

    def is_spent(self, act: str, what: str) -> bool:
        """Say whether an act of the script is done at this stage."""
        return (self.stage, act, what) in self.spent


@lru_cache(maxsize=1024)
def said(words: str) -> str:
    """Return words by their beginning, however they were spaced: what tells one statement from another."""
    return " ".join(words.split())[:_TOLD_BY]


def _stage_opened(m: Memory, x: e.StageOpened) -> None:
    m.stage = x.stage
    m.opened.add(x.stage)
    m.ventures = 0


def _meeting_opened(m: Memory, x: e.MeetingOpened) -> None:
    m.business = False
    m.said.clear()


def _round(m: Memory, x: e.DebateContinued) -> None:
    m.business = False


def _tabled(m: Memory, x: e.DraftTabled) -> None:
    m.business = True
    m.stored[x.symbol] = x.stored
    if m.seat in x.sponsors:
        m.backed.add(x.symbol)
        m.ventures += 1
        if x.stored:
            m.spend("table", x.stored)


def _joined(m: Memory, x: e.SponsorJoined) -> None:
    m.backed.add(x.draft)


def _spoke(m: Memory, x: e.StatementMade) -> None:
    m.said.add(x.issue)
    m.stated.add((x.issue, x.stance))
    m.spend("speak", said(x.words))
    m.uttered.update(sentences(x.words))


def _amended(m: Memory, x: e.AmendmentMoved) -> None:
    m.business = True
    about = x.target or x.clause
    if x.seat == m.seat and about is not None:
        m.moved.add(x.draft)
        m.ventures += 1
        m.spend("amend", f"{x.draft}:{about.kind}")
        m.spend("amend", f"{m.stored.get(x.draft, '')}:{about.kind}")


def _motion(m: Memory, x: e.MotionMoved) -> None:
    if x.motion in ("ess", "to_assembly"):
        m.answered |= m.vetoed.keys()
    if x.seat == m.seat:
        m.spend("refer", x.motion)


def _requested(m: Memory, x: e.SessionRequested) -> None:
    m.answered |= m.vetoed.keys()
    if x.seat == m.seat:
        m.spend("refer", "request")


def _declared(m: Memory, x: e.ResultDeclared) -> None:
    if x.rule == "V3" and x.kind == "draft" and x.yes >= x.needed - 1:
        m.nearly = True
    if blocking := x.vetoed_by or x.blocked_by:
        m.business = True
        if x.kind != "amendment":
            m.vetoed[x.subject] = blocking


def _settled(m: Memory, x: e.DealSettled) -> None:
    if x.seat != m.seat:
        m.settled.append((x.seat, x.number, x.kept))
        if not x.kept:
            m.breakers.add(x.number)


def _offered(m: Memory, x: e.DealOffered) -> None:
    m.offered.add(m.stage)
    m.approached.add((m.stage, x.to))


def _raised(m: Memory, x: e.PointRaised) -> None:
    m.contested = m.contested or x.subject == "nature"
    m.spend("point", x.subject)


def _noted(m: Memory, x: e.NoteSent) -> None:
    if x.seat != m.seat:
        if asks(x.words):
            m.asked.append((x.seat, x.words))
        return
    m.spend("note", said(x.words))
    m.uttered.update(sentences(x.words))
    if m.settled:
        m.settled = [d for d in m.settled if d[0] != x.to or f"No. {d[1]}" not in x.words]
    question = next((q for q in m.asked if q[0] == x.to), None)
    if question is not None:
        m.asked.remove(question)
        m.told.append(x.words)


def _voted(m: Memory, x: e.BallotCast) -> None:
    m.uttered.update(sentences(x.reason))


def _uttered(m: Memory, x: e.SpokeTo | e.VoteExplained) -> None:
    m.uttered.update(sentences(x.words))


def _done(act: str, field: str = "") -> Callable[[Memory, Any], None]:
    """Return what holds an act for done when it is heard of; `field` of the event names what it was about."""

    def heard(m: Memory, x: Any) -> None:
        m.spend(act, getattr(x, field) if field else "")

    return heard


HEARD: dict[type[e.Event], Callable[[Memory, Any], None]] = {
    e.StageOpened: _stage_opened,
    e.MeetingOpened: _meeting_opened,
    e.DebateContinued: _round,
    e.DraftTabled: _tabled,
    e.AmendmentMoved: _amended,
    e.MotionMoved: _motion,
    e.ResultDeclared: _declared,
    e.SessionRequested: _requested,
    e.DealSettled: _settled,
    e.NoteSent: _noted,
}
"""What a delegation takes note of whoever does it, by kind of event."""

OWN: dict[type[e.Event], Callable[[Memory, Any], None]] = {
    e.SponsorJoined: _joined,
    e.StatementMade: _spoke,
    e.DealOffered: _offered,
    e.BallotCast: _voted,
    e.SpokeTo: _uttered,
    e.VoteExplained: _uttered,
    e.PointRaised: _raised,
    e.PledgeMade: _done("pledge", "kind"),
    e.InvitationProposed: _done("invite", "party"),
    e.SeatLeft: _done("leave"),
    e.SeatReturned: _done("return"),
    e.NoticeGiven: _done("object", "item"),
    e.MeetingRequested: _done("request", "item"),
}
"""What a delegation takes note of when it is its own doing; it lets all else pass."""
