"""The running record of what Model UN house rules add: calls, motions' fates, papers signed, crisis notes.

A page of the table in `minutes`; its lines are as neutral, and look at nothing but the event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.plain import clean
from game.prose.clauses import plain_clause
from game.prose.names import after_colon, counted, everyone, the, told_of
from game.rules.book import RULES
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario

_CALLS = {
    "attendance": "the roll of attendance is called",
    "second": "the President asks whether anybody seconds the motion",
    "explain": "those who voted with rights are called to explain",
    "stand_aside": "those whose no is a veto are asked whether they would rather abstain",
}
_FORMS = {"directive": "a directive", "communique": "a communiqué", "press_release": "a press release"}
_WHY = {
    "second": "falls, because nobody seconds it",
    "objection": "falls, because there is an objection",
    "chair": "is not entertained",
    "withdrawn": "is withdrawn by its mover",
}
_HOW = {
    "request": "is granted on request",
    "chair": "is granted by decision of the President",
}


def minutes_of(seconds: int) -> str:
    """A time in words: `10 minutes`, `90 seconds`."""
    if seconds >= 60 and seconds % 60 == 0:
        return counted(seconds // 60, "minute")
    return counted(seconds, "second")


def motion_named(motion: str, named: str) -> str:
    """What a motion asks, in the words its house gave it, else by its id."""
    return clean(named) or clean(motion.replace("_", " "))


def asked(e: happened.PointRaised, s: Scenario) -> str | None:
    """A point that only some houses know, as a whole clause; None for any other point."""
    who = the(s, e.seat)
    if e.subject == "motion":
        return f"{who} asks the President to decide on its motion"
    if e.subject == "reply":
        return f"{who} asks for the right of reply to {the(s, e.target)}"
    if e.subject == "recount":
        return f"{who} asks that the house be divided on {clean(e.target)}"
    return f"{who} raises a point of personal privilege" if e.subject == "privilege" else None


def ruled(e: happened.RulingSettled, s: Scenario) -> str | None:
    """How a point that only some houses know was settled; None for any other point."""
    words = {
        "motion": ("the motion is entertained", "the motion is not entertained"),
        "reply": ("the right of reply is granted", "the right of reply is not granted"),
        "recount": ("the vote is to be taken again by name", "the vote is not taken again"),
        "privilege": ("the point of personal privilege is met", "the point of personal privilege is not met"),
    }.get(e.subject)
    return None if words is None else words[0 if e.upheld else 1]


def stated(e: happened.MotionMoved) -> str:
    """What the mover of a motion stated beside it: times and a topic."""
    parts = []
    if e.total:
        parts.append(minutes_of(e.total))
    if e.each:
        parts.append(f"{minutes_of(e.each)} {'each' if e.total else 'a statement'}")
    if e.topic:
        parts.append(f"on “{clean(e.topic)}”")
    if e.place >= 0:
        parts.append(f"clause {e.place + 1}")
    return f" ({', '.join(parts)})" if parts else ""


def _call(e: happened.CallBegun, s: Scenario) -> str:
    if e.kind == "debate":
        return f"{_side(e.pro, 'for')} and {_side(e.con, 'against')} are heard"
    if e.kind == "caucus":
        about = f" on “{clean(e.topic)}”" if e.topic else ""
        return f"a moderated caucus begins{about}: {counted(e.left, 'speaker')}, {minutes_of(e.each)} each"
    if e.kind == "question":
        return f"{the(s, e.mover)} opens itself to questions"
    if e.kind == "reply":
        return f"{everyone(s, e.queue)} is called to reply"
    return _CALLS.get(e.kind, "delegations are called")


def _side(number: int, side: str) -> str:
    return f"{number or 'no'} speaker{'s' if number != 1 else ''} {side}"


def _spoke(e: happened.SpokeTo, s: Scenario) -> str:
    does = {
        "debate": f"speaks {e.side} it",
        "caucus": "speaks in the caucus",
        "question": "takes part in the questions",
        "reply": "replies",
        "explain": "explains its vote",
    }.get(e.kind, "speaks")
    return told_of(s, e.seat, does, e.words)


def _yielded(e: happened.TimeYielded, s: Scenario) -> str:
    to = {"chair": "the chair", "questions": "questions"}.get(e.to) or the(s, e.to)
    return f"{the(s, e.seat)} yields the rest of its time to {to}"


def _inquiry(e: happened.InquiryAnswered, s: Scenario) -> str:
    about = clean(e.named) or clean(e.about)
    page = RULES.get(e.rule)
    rule = f"{e.rule}, “{page.title}”" if page is not None else clean(e.rule)
    return f"{the(s, e.seat)} inquires about {about}; the President refers it to {rule}"


def _caucus(e: happened.CaucusOpened, s: Scenario) -> str:
    return f"the meeting turns to informal debate, an unmoderated caucus, for {minutes_of(e.total)}"


def _set_aside(e: happened.DraftsSetAside, s: Scenario) -> str:
    many = len(e.drafts) != 1
    listed = ", ".join(clean(d) for d in e.drafts)
    return f"draft{'s' if many else ''} {listed} {'are' if many else 'is'} laid aside"


def _note(e: happened.CrisisNoteSent, s: Scenario) -> str:
    joint = f", with {everyone(s, e.others)}," if e.others else ""
    return f"{the(s, e.seat)}{joint} sends crisis note {e.number} to the director{after_colon(e.words)}"


def _answered(e: happened.CrisisNoteAnswered, s: Scenario) -> str:
    does = "grants" if e.granted else "does not grant"
    return f"the director {does} crisis note {e.number}{after_colon(e.words)}"


LINES: Mapping[type[Event], Callable[[Any, Scenario], str | None]] = {
    happened.CallBegun: _call,
    happened.CallPassed: lambda e, s: None,
    happened.CallEnded: lambda e, s: None,
    happened.AttendanceAnswered: lambda e, s: (
        f"{the(s, e.seat)} is present{' and voting' if e.voting else ''}"
    ),
    happened.MotionSeconded: lambda e, s: f"{the(s, e.seat)} seconds the motion",
    happened.MotionFell: lambda e, s: (
        f"the motion {motion_named(e.motion, e.named)} {_WHY.get(e.why, 'falls')}"
    ),
    happened.MotionCarried: lambda e, s: (
        f"the motion {motion_named(e.motion, e.named)} {_HOW.get(e.how, 'is carried')}"
    ),
    happened.SpokeTo: _spoke,
    happened.TimeYielded: _yielded,
    happened.ReplyGranted: lambda e, s: None,
    happened.InquiryAnswered: _inquiry,
    happened.CaucusOpened: _caucus,
    happened.VetoCaucusOpened: lambda e, s: (
        f"a veto on {clean(e.draft)} has been announced, and the meeting is suspended before the vote"
    ),
    happened.ListClosed: lambda e, s: "the speakers' list is closed",
    happened.ListReopened: lambda e, s: "the speakers' list is open again",
    happened.SpeakingTimeSet: lambda e, s: f"the speaking time is set at {minutes_of(e.seconds)}",
    happened.DebateExtended: lambda e, s: "the debate is extended by a round of speakers",
    happened.DraftsSetAside: _set_aside,
    happened.DraftReconsidered: lambda e, s: f"draft {clean(e.draft)} is considered again",
    happened.RollCallAsked: lambda e, s: f"draft {clean(e.draft)} will be voted by roll call",
    happened.RecountOrdered: lambda e, s: (
        f"the vote on {clean(e.draft)} is taken again by name, and nobody may abstain"
    ),
    happened.VotePassed: lambda e, s: f"{the(s, e.seat)} passes",
    happened.VoteChanged: lambda e, s: (
        f"{the(s, e.seat)} abstains after all, so that its no does not defeat the text"
    ),
    happened.NoHeld: lambda e, s: f"{the(s, e.seat)} holds to its no",
    happened.PaperSigned: lambda e, s: f"{the(s, e.seat)} signs {clean(e.paper)}",
    happened.DraftIntroduced: lambda e, s: f"{clean(e.draft)} has names enough and is introduced as a draft",
    happened.AmendmentAgreed: lambda e, s: f"{the(s, e.seat)} accepts amendment {clean(e.amendment)}",
    happened.SecondDegreeMoved: lambda e, s: (
        f"{the(s, e.seat)} moves that amendment {clean(e.amendment)} write “{plain_clause(s, e.clause)}”"
    ),
    happened.AmendmentChanged: lambda e, s: (
        f"amendment {clean(e.amendment)} now writes “{plain_clause(s, e.clause)}”"
    ),
    happened.DirectivesCalled: lambda e, s: "the directives on the floor are put to the vote one by one",
    happened.DirectivesSettled: lambda e, s: None,
    happened.DirectiveAdopted: lambda e, s: (
        f"{clean(e.draft)} is adopted as {_FORMS.get(e.form, 'a paper')} of the committee"
    ),
    happened.CrisisNoteSent: _note,
    happened.CrisisNoteJoined: lambda e, s: f"{the(s, e.seat)} joins crisis note {e.number}",
    happened.CrisisNoteAnswered: _answered,
}
