"""Events of the usage that Model UN houses add."""

from __future__ import annotations

from game.session.events.base import Event
from game.session.scenario import Clause


class CallBegun(Event, frozen=True):
    """Delegations are called one by one; see `usage.Call` for what the fields mean."""

    kind: str
    queue: tuple[str, ...]
    phase: str
    subject: str = ""
    mover: str = ""
    draft: str = ""
    topic: str = ""
    each: int = 0
    left: int = 0
    pro: int = 0
    con: int = 0


class CallPassed(Event, frozen=True):
    """A seat that was called had nothing to say."""

    seat: str


class CallEnded(Event, frozen=True):
    """Everybody has been called who was to be."""

    phase: str


class AttendanceAnswered(Event, frozen=True):
    """A seat answered the roll: present, or present and voting."""

    seat: str
    voting: bool = False


class MotionSeconded(Event, frozen=True):
    """A seat seconded the motion."""

    seat: str


class MotionFell(Event, frozen=True):
    """A motion fell: nobody seconded it, the President did not entertain it, or its mover withdrew it."""

    motion: str
    named: str
    why: str = "second"
    seat: str = ""
    """Who withdrew it, if somebody did (CB8)."""


class MotionCarried(Event, frozen=True):
    """A motion was carried without a vote: on request, without objection, or by the President's decision."""

    motion: str
    named: str
    how: str


class SpokeTo(Event, frozen=True):
    """A seat that was called spoke."""

    seat: str
    kind: str
    side: str = ""
    words: str = ""
    heard_by: tuple[str, ...] = ()
    """Who heard it, where the meeting is private (PB2); empty when everybody may know."""


class TimeYielded(Event, frozen=True):
    """A speaker yielded the rest of its time: to a seat, to questions or to the chair."""

    seat: str
    to: str


class ReplyGranted(Event, frozen=True):
    """The right of reply was granted."""

    seat: str
    to: str


class InquiryAnswered(Event, frozen=True):
    """The President answered a parliamentary inquiry with the rule that governs the matter."""

    seat: str
    about: str
    rule: str
    named: str = ""


class CaucusOpened(Event, frozen=True):
    """The meeting turned to an unmoderated caucus of so many seconds."""

    phase: str
    total: int
    topic: str = ""


class ListClosed(Event, frozen=True):
    """The speakers' list was closed: who has not signed is not called in this round."""


class ListReopened(Event, frozen=True):
    """The speakers' list was opened again."""


class SpeakingTimeSet(Event, frozen=True):
    """The time for a statement was set, in seconds."""

    seconds: int


class DebateExtended(Event, frozen=True):
    """One more round of speakers was allowed."""


class DraftsSetAside(Event, frozen=True):
    """Drafts were laid aside without a vote."""

    drafts: tuple[str, ...]


class DraftReconsidered(Event, frozen=True):
    """A draft that was lost or laid aside came back before the Council."""

    draft: str


class RollCallAsked(Event, frozen=True):
    """A draft is to be voted by roll call."""

    seat: str
    draft: str


class RecountOrdered(Event, frozen=True):
    """A close vote is taken again by name, without abstentions."""

    draft: str


class VotePassed(Event, frozen=True):
    """A seat passed and will be called again at the end of the roll."""

    seat: str


class VetoCaucusOpened(Event, frozen=True):
    """The meeting was suspended before a vote on which a veto had been announced."""

    draft: str
    phase: str


class VoteChanged(Event, frozen=True):
    """A seat that would have vetoed a text abstained instead."""

    seat: str
    vote: str


class NoHeld(Event, frozen=True):
    """A seat held to its no."""

    seat: str


class PaperSigned(Event, frozen=True):
    """A seat signed a draft or an amendment that circulates."""

    seat: str
    paper: str


class DraftIntroduced(Event, frozen=True):
    """A circulating paper had names enough and was introduced as a draft."""

    draft: str


class AmendmentAgreed(Event, frozen=True):
    """A sponsor accepts an amendment; it is taken in when all do."""

    seat: str
    amendment: str


class SecondDegreeMoved(Event, frozen=True):
    """An amendment of the second degree was moved to an amendment."""

    seat: str
    amendment: str
    clause: Clause


class AmendmentChanged(Event, frozen=True):
    """An amendment has another clause, by a vote of the second degree."""

    amendment: str
    clause: Clause


class DirectivesCalled(Event, frozen=True):
    """All directives on the floor are put to the vote, in the order in which they came in."""


class DirectivesSettled(Event, frozen=True):
    """Every directive on the floor has been voted on."""


class DirectiveAdopted(Event, frozen=True):
    """A paper of the crisis committee was adopted: a directive, a communique or a press release."""

    draft: str
    form: str


class CrisisNoteSent(Event, frozen=True):
    """A private order went to the director; only those named in it know."""

    number: int
    seat: str
    words: str
    others: tuple[str, ...] = ()


class CrisisNoteJoined(Event, frozen=True):
    """A seat joined a private directive."""

    number: int
    seat: str


class CrisisNoteAnswered(Event, frozen=True):
    """The director answered a crisis note."""

    number: int
    granted: bool
    words: str = ""
    happening: str = ""
