"""Acts of the floor: speaking, yielding, signing the speakers' list, motions and invitations. The room's
copy-me."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.plain import clean
from game.rules.abstention import refuse_declaration
from game.rules.motions import MOTIONS, refuse_motion
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts import plenary
from game.session.acts.law import CONFERRING, PLENARY, TABLE, Law, Who, unknown
from game.session.assembly import has_spoken, refuse_call
from game.session.minutes import Minutes
from game.session.putting import led, put, put_motions
from game.session.stages import Trigger
from game.session.state import Phase, State
from game.session.table import heard_by, waiting
from game.session.texts import LONGEST_WORDS

STANCES = ("for", "against", "neutral")
MOVABLE = (
    "suspend", "adjourn", "adjourn_to", "refer", "postpone", "priority", "ess", "to_assembly", "remove_item",
    "private_meeting", "vote_now", "declare_dispute",
)  # fmt: skip


@lru_cache(maxsize=1024)
def say(words: str) -> str:
    """Return words as they may stand in the record: plain, on one line or several, and not too long."""
    return clean(words, lines=True, limit=LONGEST_WORDS).strip()


@lru_cache(maxsize=1024)
def remark(words: str) -> str:
    """Return words as they may stand in the record on one line, such as the reason of a vote."""
    return clean(words, limit=LONGEST_WORDS)


# -- speaking --------------------------------------------------------------------------------------
def _speak_refusal(s: State, act: a.Speak) -> Refusal | None:
    meeting = s.chamber.meeting
    if has_spoken(s.chamber, act.seat):
        return Refusal("H8", "In the Assembly a delegation speaks once on the question before it.")
    if s.chamber.phase is not Phase.PLENARY and meeting is not None and act.seat in meeting.spoke:
        return Refusal("H8", "A delegation makes one statement in a round; the next round brings the next.")
    if act.issue and act.issue not in s.scenario.issue:
        return unknown(f"issue called {act.issue}", s.scenario.issue)
    if act.stance and act.stance not in STANCES:
        return unknown(f"stance called {act.stance}", STANCES)
    if not act.issue and not say(act.words):
        return Refusal("H5", "A statement takes a position on an issue, or says something.")
    return None


def _speak_offers(s: State, seat: str) -> Iterable[a.Speak]:
    return (a.Speak(seat, i.id, stance) for i in s.scenario.open.issues for stance in STANCES)


def _speak(m: Minutes, act: a.Speak) -> None:
    hearing = heard_by(m.state.chamber)
    m.note(e.StatementMade(act.seat, act.issue, act.stance, say(act.words), hearing))


# -- yielding --------------------------------------------------------------------------------------
def _yield_refusal(s: State, act: a.Yield) -> Refusal | None:
    if s.chamber.phase in CONFERRING and act.seat not in s.chamber.consulting:
        return Refusal("H1", "Every delegation has had its turn; the President calls the meeting to order.")
    return None


def _yield(m: Minutes, act: a.Yield) -> None:
    m.note(e.FloorYielded(act.seat))
    plenary.close_debate(m)
    if m.phase is Phase.DEBATE:
        put_motions(m)
    elif m.phase is Phase.CONSULTATIONS and not m.state.chamber.consulting:
        m.note(e.MeetingResumed(led(m.phase, Trigger.RESUME)))


def _sign_refusal(s: State, act: a.SignSpeakersList) -> Refusal | None:
    meeting = s.chamber.meeting
    if meeting is None or act.seat not in meeting.queue:
        return Refusal("CB1", "This delegation has been called this round; it may sign for the next.")
    if act.seat == meeting.queue[0]:
        return Refusal("CB1", "This delegation has the floor already.")
    if act.seat in meeting.signed:
        return Refusal("CB1", "This delegation is on the speakers' list already.")
    return None


def _sign(m: Minutes, act: a.SignSpeakersList) -> None:
    m.note(e.SpeakersListSigned(act.seat))


# -- motions ---------------------------------------------------------------------------------------
def _motion_refusal(s: State, act: a.MoveMotion) -> Refusal | None:
    meeting = s.chamber.meeting
    if act.motion not in MOVABLE or meeting is None:
        return unknown(f"motion called {act.motion}", MOVABLE)
    if f"motion:{act.motion}" in meeting.tried:
        return Refusal("H8", "That motion has been put in this round already.")
    if s.chamber.phase is Phase.CHAIR and MOTIONS[act.motion].debatable:
        return Refusal("CB9", "A debatable motion is moved with the floor, while the debate is open.")
    refused = refuse_motion(act.motion, pending=tuple(x.motion for x in meeting.motions))
    return refused or _motion_itself(s, act)


def _motion_itself(s: State, act: a.MoveMotion) -> Refusal | None:
    if act.motion == "suspend" and s.chamber.meeting is not None and s.chamber.meeting.suspended:
        return Refusal("H8", "The meeting has been suspended once already; the consultations are over.")
    if act.motion == "priority":
        later = [d.symbol for d in waiting(s)][1:]
        return None if act.draft in later else unknown("later draft to take first", later)
    if act.motion in ("ess", "to_assembly"):
        return refuse_call(s, sits=act.motion == "to_assembly")
    if act.motion == "private_meeting" and s.chamber.conduct.private:
        return Refusal("PB3", "The Council meets in private already.")
    if act.motion == "declare_dispute":
        return refuse_declaration(
            enforced=s.abstention == "enforce",
            declared=bool(s.chamber.conduct.parties),
            parties=act.seats,
            members=s.chamber.members,
        )
    if act.motion == "remove_item" and not s.chamber.seized:
        return Refusal("AG7", "The item has been removed from the list already.")
    return None


def _motion_offers(s: State, seat: str) -> Iterable[a.MoveMotion]:
    for motion in MOVABLE:
        if motion == "priority":
            yield from (a.MoveMotion(seat, motion, d.symbol) for d in waiting(s)[1:])
        elif motion == "declare_dispute":
            yield from (a.MoveMotion(seat, motion, seats=(x,)) for x in s.chamber.members if x != seat)
        else:
            yield a.MoveMotion(seat, motion)


def _move(m: Minutes, act: a.MoveMotion) -> None:
    m.note(e.MotionMoved(act.seat, act.motion, act.draft, act.seats))
    if m.state.house.motion[act.motion].at_once:
        put(m, "motion", act.motion, "procedural", draft=act.draft, mover=act.seat)


def _invite_refusal(s: State, act: a.ProposeInvitation) -> Refusal | None:
    meeting = s.chamber.meeting
    if act.party not in s.scenario.party:
        return unknown(f"party called {act.party}", s.scenario.party)
    if act.party in s.chamber.invited and act.party not in s.chamber.conduct.outside:
        return Refusal("IN6", "That party has been invited already.")
    if meeting is not None and f"invitation:{act.party}" in meeting.tried:
        return Refusal("H8", "That invitation has been put in this round already.")
    return None


def _invite_offers(s: State, seat: str) -> Iterable[a.ProposeInvitation]:
    return (a.ProposeInvitation(seat, p) for p in s.scenario.party)


def _invite(m: Minutes, act: a.ProposeInvitation) -> None:
    m.note(e.InvitationProposed(act.seat, act.party))
    put(m, "invitation", act.party, "procedural", mover=act.seat)


DEBATE = frozenset({Phase.DEBATE})
_FLOOR = "This is done with the floor, in debate."

LAWS = (
    Law(a.Speak, DEBATE | PLENARY, Who.TURN, "CB1", _FLOOR, _speak_offers, _speak, _speak_refusal),
    Law(
        a.Yield,
        DEBATE | CONFERRING | PLENARY,
        Who.TURN,
        "CB1",
        "There is no floor to yield.",
        lambda s, seat: (a.Yield(seat),),
        _yield,
        _yield_refusal,
        ends=True,
    ),
    Law(
        a.SignSpeakersList,
        DEBATE,
        Who.PRESENT,
        "CB1",
        "The speakers' list is open during the debate.",
        lambda s, seat: (a.SignSpeakersList(seat),),
        _sign,
        _sign_refusal,
    ),
    Law(a.MoveMotion, TABLE, Who.TURN, "CB9", _FLOOR, _motion_offers, _move, _motion_refusal),
    Law(a.ProposeInvitation, DEBATE, Who.TURN, "IN6", _FLOOR, _invite_offers, _invite, _invite_refusal),
)
