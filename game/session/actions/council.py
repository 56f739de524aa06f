"""Acts of the Council's own table: the President, the floor, the vote, consultations, the director."""

from __future__ import annotations

from game.session.actions.base import Action, Term
from game.session.scenario import Clause


# -- the President ---------------------------------------------------------------------------------
class CallToOrder(Action, frozen=True):
    """Open the meeting; the provisional agenda is adopted unless a delegation gave notice of objection
    (AG4, AG5)."""


class ContinueDebate(Action, frozen=True):
    """Call another round of speakers (CB1)."""


class PutToVote(Action, frozen=True):
    """Put the next draft in the order of submission, or the draft named if priority was decided (CB6)."""

    draft: str


class AskConsent(Action, frozen=True):
    """Ask whether a draft may be adopted without a vote (EV3)."""

    draft: str


class Rule(Action, frozen=True):
    """State a ruling on the point of order raised (CB3)."""

    uphold: bool


class CedeChair(Action, frozen=True):
    """Leave the chair for this question to the next member in the English alphabetical order (PR5)."""


class CloseMeeting(Action, frozen=True):
    """Let the meeting rise when no draft waits and nobody wishes to speak."""


# -- with the floor --------------------------------------------------------------------------------
class Yield(Action, frozen=True):
    """Give up the floor, or pass.

    In a house that knows yields, `to` says to whom the rest of a speaker's time goes: a seat, questions or
    chair (MU3).
    """

    to: str = ""


class Speak(Action, frozen=True):
    """Make a statement: a position on an issue, with free words if wanted."""

    issue: str = ""
    stance: str = ""
    """for, against or neutral."""
    words: str = ""


class TableDraft(Action, frozen=True):
    """Table a draft: a stored one by id, or one of the delegation's own clauses (CB6).

    `form` is resolution, or statement (of the President, EV4) or press (EV5): words that all must agree to.
    """

    stored: str = ""
    title: str = ""
    clauses: tuple[Clause, ...] = ()
    form: str = "resolution"


class Sponsor(Action, frozen=True):
    """Join a draft's sponsors (CB12)."""

    draft: str


class Unsponsor(Action, frozen=True):
    """Leave a draft's sponsors."""

    draft: str


class WithdrawDraft(Action, frozen=True):
    """Withdraw a draft on which no vote has been taken (CB8)."""

    draft: str


class MoveAmendment(Action, frozen=True):
    """Move an amendment: add a clause, delete or replace the clause at `place` (from 0) (CB10)."""

    draft: str
    change: str
    """add, delete or replace."""
    place: int = -1
    clause: Clause | None = None


class AcceptAmendment(Action, frozen=True):
    """Take an amendment into one's own draft, so that no vote is needed (CB10)."""

    amendment: str


class WithdrawAmendment(Action, frozen=True):
    """Withdraw one's amendment (CB8)."""

    amendment: str


class RequestSeparateVote(Action, frozen=True):
    """Ask that the clause at `place` be voted separately (CB7)."""

    draft: str
    place: int


class ObjectToSeparateVote(Action, frozen=True):
    """As original mover, object to a separate vote (CB7)."""

    draft: str


class MoveMotion(Action, frozen=True):
    """Move a motion of rule 33, of the conduct of business or of the house; `motion` is an id of the house.

    suspend, adjourn, adjourn_to, postpone, priority (with `draft`), ess (377 A (V)), remove_item, refer,
    private_meeting, vote_now, declare_dispute (with `seats`, its parties).
    """

    motion: str
    draft: str = ""
    seats: tuple[str, ...] = ()
    place: int = -1
    """Place of the clause meant, from 0."""
    total: int = 0
    """The whole time, in seconds."""
    each: int = 0
    """The time of each speaker, in seconds."""
    topic: str = ""


class WithdrawMotion(Action, frozen=True):
    """Withdraw one's motion that waits to be put (CB8)."""

    motion: str


class ProposeInvitation(Action, frozen=True):
    """Propose that a party be invited (IN1-IN6)."""

    party: str


class Pledge(Action, frozen=True):
    """Pledge troops, funds or compliance: `share` (0-1) of what one's brief says one has."""

    kind: str
    share: float = 1.0


# -- at any time -----------------------------------------------------------------------------------
class SignSpeakersList(Action, frozen=True):
    """Signify the desire to speak: seats are called in this order (CB1)."""


class RaisePoint(Action, frozen=True):
    """Raise a point of order (CB3).

    `subject`: nature (the question put is substantive), relevance (an amendment does not relate to the text),
    credentials (a seat's representative may not sit), order (the speaker is out of order), amendments (this
    one should be put first), method (a permanent member's no does not decide a preliminary question).
    """

    subject: str
    target: str = ""


class Challenge(Action, frozen=True):
    """Challenge the ruling just stated; the Council decides at once (CB4, CB5)."""


class AcceptRuling(Action, frozen=True):
    """Let the ruling stand."""


class WalkOut(Action, frozen=True):
    """Leave the chamber and stay away until one returns (V7)."""

    words: str = ""


class Return(Action, frozen=True):
    """Take one's seat again."""


# -- in a vote -------------------------------------------------------------------------------------
class CastBallot(Action, frozen=True):
    """Vote: yes, no, abstain, not_participating or (in some houses) pass, explained if wanted (EV1)."""

    vote: str
    words: str = ""
    after: bool = False
    rights: bool = False
    """Whether it is cast with rights, to be explained after the vote (MU6)."""


# -- in consultations and between meetings ---------------------------------------------------------
class GiveNotice(Action, frozen=True):
    """Give notice that one will object to an item of the agenda; the main one when none is named (AG5)."""

    item: str = ""


class SendNote(Action, frozen=True):
    """Send a private note to another delegation."""

    to: str
    words: str


class OfferDeal(Action, frozen=True):
    """Offer a deal: what I give against what I want."""

    to: str
    give: Term
    want: Term


class AcceptDeal(Action, frozen=True):
    """Accept a deal offered to one."""

    deal: int


class RefuseDeal(Action, frozen=True):
    """Refuse a deal offered to one."""

    deal: int


class DeclareStance(Action, frozen=True):
    """Announce how one would vote on a draft; a permanent member's `no` announces a veto."""

    draft: str
    vote: str


class AskCapital(Action, frozen=True):
    """Ask one's capital to loosen a red line; it costs standing, and the capital may refuse."""

    red_line: str


# -- the director ----------------------------------------------------------------------------------
class Inject(Action, frozen=True):
    """Let a happening of the pack occur now (director)."""

    happening: str


class HandOver(Action, frozen=True):
    """Give a seat to a person or to a temperament (director)."""

    to_seat: str
    holder: str


class Mark(Action, frozen=True):
    """Mark this moment for the debrief (director)."""

    words: str
