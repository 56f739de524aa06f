"""Calling delegations one by one for something short, as a house's usage has it.

Beginning a call is here, below `putting`; what an answer brings and what follows the call is in `acts.usage`.
"""

from __future__ import annotations

from game.session import events as e
from game.session.minutes import Minutes
from game.session.stages import Trigger, after
from game.session.state import PendingMotion, Phase
from game.session.table import present, speaking_order

OPEN_DEBATE = (2, 2)
"""Speakers for and against an amendment in open debate, where a house gives no number."""


def others(m: Minutes, seat: str) -> tuple[str, ...]:
    """Return all present but one, in the order in which they are called (PR4)."""
    c = m.state.chamber
    if c.meeting is None:
        return ()
    order = speaking_order(c.members, present(c), c.meeting.president)
    return tuple([s for s in order if s != seat])


def begin(m: Minutes, kind: str, queue: tuple[str, ...], **about: object) -> bool:
    """Begin to call delegations; returns whether there is anybody to be called."""
    to = after(m.phase, Trigger.CALL)
    if not queue or to is None:
        return False
    m.note(e.CallBegun(kind, queue, to.value, **about))  # type: ignore[arg-type]
    return True


def debate_motion(m: Minutes, moved: PendingMotion) -> bool:
    """Call speakers for and against a motion if the house gives it any; returns whether it did."""
    pro, con = m.state.house.motion[moved.motion].speakers
    if not pro and not con:
        return False
    queue = (moved.seat, *others(m, moved.seat)) if pro else others(m, moved.seat)
    return begin(
        m, "debate", queue, subject=moved.motion, mover=moved.seat, draft=moved.draft, pro=pro, con=con
    )


def debate_amendment(m: Minutes, symbol: str, mover: str, draft: str) -> bool:
    """Call speakers for and against an amendment if the house gives it any; returns whether it did."""
    entry = m.state.house.doing("amend")
    if entry is None or not entry.debated:
        return False
    open_debate = m.state.house.amendments_at_once and not any(entry.speakers)
    pro, con = OPEN_DEBATE if open_debate else entry.speakers
    if not pro and not con:
        return False
    return begin(m, "debate", others(m, mover), subject=symbol, mover=mover, draft=draft, pro=pro, con=con)


def call_attendance(m: Minutes) -> None:
    """Call the roll of attendance where the house has one (MU3)."""
    if m.state.house.attendance and m.phase is Phase.DEBATE:
        begin(m, "attendance", present(m.state.chamber))
