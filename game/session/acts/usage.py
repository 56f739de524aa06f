"""Acts of a delegation that is called: to answer the roll, second, speak for or against, ask, reply, explain.

A call is begun in `calling` or by a motion; every answer here takes the caller's name off the list, and when
nobody is left `go_on` does what the call was for. What the motions of a house's own usage do is here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.rules.bodies import Vote
from game.rules.house import Needed
from game.rules.majorities import decide as decide_majority
from game.rules.refusals import Refusal
from game.rules.results import Result
from game.session import actions as a
from game.session import events as e
from game.session.acts.drafting import plain_clause, refusal_of_clause
from game.session.acts.floor import say
from game.session.acts.law import Law, Who, unknown
from game.session.acts.motions import after_seconds, decide, fall, granted, take_up, to_the_chair, words_of
from game.session.acts.speaking import time_of, too_long
from game.session.calling import begin, others
from game.session.minutes import Minutes
from game.session.putting import announce, carry, declare, led, put, put_draft, put_motions
from game.session.scenario import Clause
from game.session.stages import Trigger
from game.session.state import Ballot, PendingMotion, Phase, Point, State
from game.session.table import heard_by, present, to_be_put, waiting
from game.session.usage import Call

SIDES = ("for", "against")
SPEAKING = frozenset({"debate", "caucus", "question", "reply", "explain"})
PASSING = SPEAKING | {"second"}
"""Calls in which a delegation may let its turn go by."""
CALL = frozenset({Phase.CALL})
_CALLED = "Nobody is being called for that now."


def _call(s: State) -> Call | None:
    return s.chamber.usage.call


def _only(s: State, *kinds: str) -> Refusal | None:
    call = _call(s)
    return None if call is not None and call.kind in kinds else Refusal("MU3", _CALLED)


# -- going on --------------------------------------------------------------------------------------
def go_on(m: Minutes) -> None:
    """Call the next, or end the call and do what it was for."""
    call = _call(m.state)
    if call is None or m.phase is not Phase.CALL or (call.queue and not _enough(call)):
        return
    m.note(e.CallEnded(led(m.phase, Trigger.CALLED, Phase(call.back))))
    _ENDS.get(call.kind, _after_words)(m, call)


def _enough(call: Call) -> bool:
    """Whether no more need be called."""
    match call.kind:
        case "second" | "caucus":
            return call.left <= 0
        case "question":
            return call.left <= 0 and call.queue[0] != call.mover
        case "debate":
            return call.pro <= 0 and call.con <= 0
        case _:
            return False


def _moved(m: Minutes, motion: str) -> PendingMotion | None:
    meeting = m.state.chamber.meeting
    found = [x for x in meeting.motions if x.motion == motion] if meeting is not None else []
    return found[-1] if found else None


def _after_words(m: Minutes, call: Call) -> None:
    put_motions(m)


def _after_seconding(m: Minutes, call: Call) -> None:
    moved = _moved(m, call.subject)
    if moved is None or call.left > 0:
        fall(m, call.subject)
        put_motions(m)
    else:
        after_seconds(m, moved)


def _after_debate(m: Minutes, call: Call) -> None:
    change = m.state.chamber.amendments.get(call.subject)
    moved = _moved(m, call.subject)
    if change is not None:
        nature = m.state.chamber.drafts[change.draft].nature
        put(m, "amendment", change.symbol, nature, draft=change.draft, mover=change.seat)
    elif moved is not None:
        decide(m, moved)


_ENDS: dict[str, Callable[[Minutes, Call], None]] = {
    "second": _after_seconding,
    "debate": _after_debate,
    "stand_aside": lambda m, call: declare(m),
}


# -- answers ---------------------------------------------------------------------------------------
def _answer(m: Minutes, act: a.AnswerRoll) -> None:
    m.note(e.AttendanceAnswered(act.seat, act.voting))
    go_on(m)


def _second(m: Minutes, act: a.Second) -> None:
    m.note(e.MotionSeconded(act.seat))
    go_on(m)


def _speak_refusal(s: State, act: a.SpeakTo) -> Refusal | None:
    call = _call(s)
    if call is None or call.kind not in SPEAKING:
        return Refusal("MU3", _CALLED)
    if call.kind == "debate":
        if act.side not in SIDES:
            return unknown(f"side called {act.side}", SIDES)
        if (call.pro if act.side == "for" else call.con) <= 0:
            return Refusal("MU3", f"No more speakers {act.side} it are heard.")
    elif act.side:
        return Refusal("MU3", "There is no side to take here.")
    return too_long(act.words, call.each or time_of(s))


def _speak_offers(s: State, seat: str) -> Iterable[a.SpeakTo]:
    return (a.SpeakTo(seat, side) for side in ("", *SIDES))


def _speak(m: Minutes, act: a.SpeakTo) -> None:
    call = _call(m.state)
    m.note(
        e.SpokeTo(
            act.seat,
            call.kind if call is not None else "",
            act.side,
            say(act.words),
            heard_by(m.state.chamber),
        )
    )
    go_on(m)


def _aside(m: Minutes, act: a.StandAside) -> None:
    m.note(e.VoteChanged(act.seat, "abstain"))
    go_on(m)


def _hold(m: Minutes, act: a.HoldFast) -> None:
    m.note(e.NoHeld(act.seat))
    go_on(m)


def pass_by(m: Minutes, seat: str) -> None:
    """Let a delegation that was called say nothing."""
    m.note(e.CallPassed(seat))
    go_on(m)


def pass_refusal(s: State) -> Refusal | None:
    """Say why a delegation that is called may not let its turn go by."""
    return _only(s, *PASSING)


# -- amendments of the second degree ---------------------------------------------------------------
def _degree_refusal(s: State, act: a.AmendAmendment) -> Refusal | None:
    call, change = _call(s), s.chamber.amendments.get(act.amendment)
    if s.house.doing("second_degree") is None:
        return Refusal("MU4", "Here an amendment is not itself amended; move another one.")
    if call is None or change is None or call.kind != "debate" or call.subject != act.amendment:
        return Refusal("MU4", "An amendment is amended while it is being debated.")
    if change.symbol in s.chamber.usage.amended:
        return Refusal("MU4", "That amendment has been amended once; there is no third degree.")
    if change.clause is None or act.clause == change.clause:
        return Refusal("MU4", "That would change nothing the amendment writes.")
    if act.clause in s.chamber.drafts[change.draft].clauses:
        return Refusal("CB10", "That clause stands in the text already.")
    return refusal_of_clause(s, act.clause)


def _degree_offers(s: State, seat: str) -> Iterable[a.AmendAmendment]:
    call = _call(s)
    if call is not None and call.subject in s.chamber.amendments:
        kinds = s.scenario.open.clauses
        yield from (a.AmendAmendment(seat, call.subject, Clause(kind.id)) for kind in kinds)


def _degree(m: Minutes, act: a.AmendAmendment) -> None:
    m.note(e.SecondDegreeMoved(act.seat, act.amendment, plain_clause(act.clause)))
    change = m.state.chamber.amendments[act.amendment]
    nature = m.state.chamber.drafts[change.draft].nature
    put(m, "second_degree", act.amendment, nature, draft=change.draft, mover=act.seat)


def _second_degree(m: Minutes, ballot: Ballot, result: Result) -> None:
    clause = m.state.chamber.usage.second
    if result.carried and clause is not None:
        m.note(e.AmendmentChanged(ballot.subject, clause))
    go_on(m)


# -- consensus -------------------------------------------------------------------------------------
def unopposed(m: Minutes, ballot: Ballot) -> None:
    """Carry a motion to which nobody objected, or go on as the house says at the first objection (MU4)."""
    votes = {seat: Vote(vote) for seat, vote in ballot.votes.items()}
    result = decide_majority(
        Needed.CONSENSUS, votes, len(m.state.chamber.members), names=m.state.scenario.names
    )
    announce(m, ballot, result)
    moved = m.state.chamber.usage.in_hand
    otherwise = m.state.house.motion[ballot.subject].objection
    if result.carried:
        carry(m, ballot)
        put_motions(m)
    elif otherwise is Needed.CHAIR:
        to_the_chair(m, ballot.mover, ballot.subject)
    elif otherwise is None or moved is None:
        fall(m, ballot.subject, "objection")
        put_motions(m)
    else:
        put(
            m, "motion", ballot.subject, "procedural", draft=ballot.draft, mover=ballot.mover,
            named=words_of(m.state.house, ballot.subject),
        )  # fmt: skip


def _ruled_on(m: Minutes, point: Point, upheld: bool) -> None:
    """Let a motion be carried or fall as the President, or the Council on appeal, has decided."""
    moved = _moved(m, point.target) or m.state.chamber.usage.in_hand
    if upheld and moved is not None:
        granted(m, moved, "chair")
    else:
        fall(m, point.target, "chair")
        put_motions(m)


def _reply(m: Minutes, point: Point, upheld: bool) -> None:
    if upheld:
        m.note(e.ReplyGranted(point.seat, point.target))
        begin(m, "reply", (point.seat,), subject=point.target)


def _recount(m: Minutes, point: Point, upheld: bool) -> None:
    draft = m.state.chamber.drafts.get(point.target)
    if upheld and draft is not None:
        m.note(e.RecountOrdered(draft.symbol))
        put(m, "draft", draft.symbol, draft.nature, draft=draft.symbol, mover=draft.sponsors[0])


def explain_rights(m: Minutes) -> None:
    """Call those who voted with rights to explain, once the meeting is free to hear them (MU6)."""
    rights = m.state.chamber.usage.rights
    if rights and m.phase in (Phase.DEBATE, Phase.CHAIR):
        here = present(m.state.chamber)
        begin(m, "explain", tuple(s for s in rights if s in here))


# -- what motions do -------------------------------------------------------------------------------
def _hand(m: Minutes, ballot: Ballot) -> PendingMotion:
    hand = m.state.chamber.usage.in_hand
    if hand is not None and hand.motion == ballot.subject:
        return hand
    return PendingMotion(ballot.mover, ballot.subject, ballot.draft)


def _caucus(m: Minutes, ballot: Ballot) -> None:
    hand = _hand(m, ballot)
    m.note(e.CaucusOpened(led(m.phase, Trigger.SUSPEND), hand.total, hand.topic))


def _suspend(m: Minutes, ballot: Ballot) -> None:
    """Suspend the meeting, for the time stated where a house asks for one."""
    if _hand(m, ballot).total:
        _caucus(m, ballot)
    else:
        m.note(e.MeetingSuspended(led(m.phase, Trigger.SUSPEND)))


def _led_caucus(m: Minutes, ballot: Ballot) -> None:
    hand = _hand(m, ballot)
    queue = (hand.seat, *others(m, hand.seat))
    left = hand.total // hand.each if hand.each else len(queue)
    about = {"subject": hand.motion, "mover": hand.seat, "topic": hand.topic}
    begin(m, "caucus", queue, each=hand.each, left=left, **about)


def _set_aside(m: Minutes, ballot: Ballot) -> None:
    symbols = (ballot.draft,) if ballot.draft else tuple(d.symbol for d in waiting(m.state))
    m.note(e.DraftsSetAside(symbols))


def _list(m: Minutes, ballot: Ballot) -> None:
    m.note(e.ListReopened() if m.state.chamber.usage.closed_list else e.ListClosed())


def next_directive(m: Minutes) -> None:
    """Put the next directive on the floor, or go on when none is left (MU5)."""
    left = [d.symbol for d in to_be_put(m.state.chamber) if d.form == "directive"]
    if left:
        put_draft(m, left[0])
    else:
        m.note(e.DirectivesSettled())
        put_motions(m)


def _directives(m: Minutes, ballot: Ballot) -> None:
    m.note(e.DirectivesCalled())
    next_directive(m)


FOLLOWS: dict[str, Callable[[Minutes, Ballot, Result], None]] = {"second_degree": _second_degree}
SETTLED: dict[str, Callable[[Minutes, Point, bool], None]] = {
    "motion": _ruled_on,
    "reply": _reply,
    "recount": _recount,
}
CARRIED: dict[str, Callable[[Minutes, Ballot], None]] = {
    "suspend": _suspend,
    "caucus_free": _caucus,
    "caucus_led": _led_caucus,
    "close_debate": lambda m, ballot: m.note(e.DebateClosed()),
    "set_aside": _set_aside,
    "set_time": lambda m, ballot: m.note(e.SpeakingTimeSet(_hand(m, ballot).each)),
    "close_list": _list,
    "open_list": _list,
    "extend": lambda m, ballot: m.note(e.DebateExtended()),
    "reconsider": lambda m, ballot: m.note(e.DraftReconsidered(ballot.draft)),
    "divide": lambda m, ballot: m.note(
        e.SeparateVoteRequested(ballot.mover, ballot.draft, _hand(m, ballot).place)
    ),
    "roll_call": lambda m, ballot: m.note(e.RollCallAsked(ballot.mover, ballot.draft)),
    "vote_directives": _directives,
}
TAKE_UP: dict[str, Callable[[Minutes, PendingMotion], None]] = {"motion": take_up}

LAWS = (
    Law(
        a.AnswerRoll,
        CALL,
        Who.TURN,
        "MU3",
        _CALLED,
        lambda s, seat: (a.AnswerRoll(seat), a.AnswerRoll(seat, True)),
        _answer,
        lambda s, act: _only(s, "attendance"),
        ends=True,
    ),
    Law(
        a.Second,
        CALL,
        Who.TURN,
        "MU4",
        _CALLED,
        lambda s, seat: (a.Second(seat),),
        _second,
        lambda s, act: _only(s, "second"),
        ends=True,
    ),
    Law(a.SpeakTo, CALL, Who.TURN, "MU3", _CALLED, _speak_offers, _speak, _speak_refusal, ends=True),
    Law(
        a.StandAside,
        CALL,
        Who.TURN,
        "MU9",
        _CALLED,
        lambda s, seat: (a.StandAside(seat),),
        _aside,
        lambda s, act: _only(s, "stand_aside"),
        ends=True,
    ),
    Law(
        a.HoldFast,
        CALL,
        Who.TURN,
        "MU9",
        _CALLED,
        lambda s, seat: (a.HoldFast(seat),),
        _hold,
        lambda s, act: _only(s, "stand_aside"),
        ends=True,
    ),
    Law(
        a.AmendAmendment,
        CALL,
        Who.TURN,
        "MU4",
        _CALLED,
        _degree_offers,
        _degree,
        _degree_refusal,
        ends=True,
    ),
)
