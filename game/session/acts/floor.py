"""Acts of the floor: speaking, signing the speakers' list, inviting. The room's copy-me."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.plain import clean
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import PLENARY, Law, Who, unknown
from game.session.acts.speaking import time_of, too_long
from game.session.assembly import has_spoken
from game.session.consequences import settle_deeds
from game.session.minutes import Minutes
from game.session.putting import put
from game.session.state import Phase, State
from game.session.table import heard_by
from game.session.texts import LONGEST_WORDS

STANCES = ("for", "against", "neutral")


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
    return too_long(act.words, time_of(s)) if s.chamber.phase is Phase.DEBATE else None


def _speak_offers(s: State, seat: str) -> Iterable[a.Speak]:
    return (a.Speak(seat, i.id, stance) for i in s.scenario.open.issues for stance in STANCES)


def _speak(m: Minutes, act: a.Speak) -> None:
    hearing = heard_by(m.state.chamber)
    m.note(e.StatementMade(act.seat, act.issue, act.stance, say(act.words), hearing))
    settle_deeds(m, act.seat, "statement", act.issue, act.stance)


# -- the speakers' list ---------------------------------------------------------------------------
def _sign_refusal(s: State, act: a.SignSpeakersList) -> Refusal | None:
    meeting = s.chamber.meeting
    if meeting is None or act.seat not in meeting.queue:
        return Refusal("CB1", "This delegation has been called this round; it may sign for the next.")
    if act.seat == meeting.queue[0]:
        return Refusal("CB1", "This delegation has the floor already.")
    if act.seat in meeting.signed:
        return Refusal("CB1", "This delegation is on the speakers' list already.")
    if s.chamber.usage.closed_list:
        return Refusal("MU2", "The speakers' list has been closed; no further names are taken.")
    return None


def _sign(m: Minutes, act: a.SignSpeakersList) -> None:
    m.note(e.SpeakersListSigned(act.seat))


# -- invitations -----------------------------------------------------------------------------------
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
        a.SignSpeakersList,
        DEBATE,
        Who.PRESENT,
        "CB1",
        "The speakers' list is open during the debate.",
        lambda s, seat: (a.SignSpeakersList(seat),),
        _sign,
        _sign_refusal,
    ),
    Law(a.ProposeInvitation, DEBATE, Who.TURN, "IN6", _FLOOR, _invite_offers, _invite, _invite_refusal),
)
