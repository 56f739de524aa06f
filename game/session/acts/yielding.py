"""Yielding: the floor, one's turn, or the rest of one's time to somebody (CB1, MU3)."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts import plenary
from game.session.acts.law import CONFERRING, PLENARY, Law, Who, unknown
from game.session.acts.usage import CALL, pass_by, pass_refusal
from game.session.calling import begin, others
from game.session.minutes import Minutes
from game.session.putting import led, put_motions
from game.session.stages import Trigger
from game.session.state import Phase, State
from game.session.table import present

MOST_QUESTIONS = 2
"""Questions to one speaker (H2)."""


def _refusal(s: State, act: a.Yield) -> Refusal | None:
    phase = s.chamber.phase
    if phase in CONFERRING and act.seat not in s.chamber.consulting:
        return Refusal("H1", "Every delegation has had its turn; the President calls the meeting to order.")
    if phase is Phase.CALL:
        known = pass_refusal(s)
        return known or (Refusal("MU3", "Whoever is called speaks or passes.") if act.to else None)
    return _to_refusal(s, act) if act.to else None


def _to_refusal(s: State, act: a.Yield) -> Refusal | None:
    """Say why the rest of a speaker's time does not go where it would (MU3)."""
    meeting, house = s.chamber.meeting, s.house
    if s.chamber.phase is not Phase.DEBATE or meeting is None:
        return Refusal("MU3", "Only a speaker in the debate yields the rest of its time.")
    if act.seat not in meeting.spoke:
        return Refusal("MU3", "One yields the rest of one's time after having spoken.")
    if act.to == "chair":
        return None if "chair" in house.yields else Refusal("MU3", "Here time is not yielded to the chair.")
    if act.to == "questions":
        known = "questions" in house.yields or house.doing("information") is not None
        return None if known else Refusal("MU3", "Here a speaker does not open itself to questions.")
    if "delegate" not in house.yields:
        return Refusal("MU3", "Here time is not yielded to another delegation.")
    if s.chamber.usage.holding == act.seat:
        return Refusal("MU3", "Time that was yielded is not yielded again.")
    here = present(s.chamber)
    if act.to == act.seat or act.to not in here:
        return unknown(f"delegation {act.to} to yield to", (x for x in here if x != act.seat))
    return None


def _offers(s: State, seat: str) -> Iterable[a.Yield]:
    yield a.Yield(seat)
    if s.chamber.phase is Phase.DEBATE and (s.house.yields or s.house.doing("information") is not None):
        yield from (a.Yield(seat, to) for to in ("chair", "questions", *s.chamber.members))


def _take(m: Minutes, act: a.Yield) -> None:
    if m.phase is Phase.CALL:
        pass_by(m, act.seat)
        return
    if act.to:
        m.note(e.TimeYielded(act.seat, act.to))
        queue = others(m, act.seat)
        if act.to == "questions" and begin(
            m, "question", queue, subject=act.seat, mover=act.seat, left=MOST_QUESTIONS
        ):
            return
    else:
        m.note(e.FloorYielded(act.seat))
        plenary.close_debate(m)
    resume(m)


def resume(m: Minutes) -> None:
    """Take up what waits for the end of a round, or resume the meeting when everybody has had its turn."""
    if m.phase is Phase.CONSULTATIONS and not m.state.chamber.consulting:
        m.note(e.MeetingResumed(led(m.phase, Trigger.RESUME)))
    if m.phase is Phase.DEBATE:
        put_motions(m)


LAWS = (
    Law(
        a.Yield,
        frozenset({Phase.DEBATE}) | CONFERRING | PLENARY | CALL,
        Who.TURN,
        "CB1",
        "There is no floor to yield.",
        _offers,
        _take,
        _refusal,
        ends=True,
    ),
)
