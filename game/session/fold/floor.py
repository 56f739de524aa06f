"""Folds of the meeting: its opening and rising, the floor, points of order, attendance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session import events as e
from game.session.conduct import at_meeting, at_rising
from game.session.state import Chamber, Meeting, PendingMotion, Phase, Point, State
from game.session.table import guests_here, present, speaking_order
from game.session.usage import at_meeting as usage_at_meeting


def _chamber(s: State, c: Chamber) -> State:
    return replace(s, chamber=c)


def meeting_of(s: State) -> Meeting:
    """Return the meeting in being; LookupError when there is none."""
    if s.chamber.meeting is None:
        raise LookupError("no meeting is open")
    return s.chamber.meeting


def _round(c: Chamber, m: Meeting, number: int) -> Chamber:
    """Call every member present once more, and after them the guests at the table."""
    queue = speaking_order(c.members, present(c), m.president)
    if c.conduct.guests:
        queue = (*queue, *guests_here(c))
    meeting = replace(m, queue=queue, signed=(), round=number, spoke=frozenset(), tried=frozenset())
    return replace(c, meeting=meeting, taken=0)


def meeting_opened(s: State, x: e.MeetingOpened) -> State:
    """Open a meeting under its President."""
    meeting = Meeting(number=x.number, president=x.president)
    return _chamber(
        s,
        replace(
            s.chamber,
            phase=Phase(x.phase),
            meeting=meeting,
            meetings=x.number,
            consulting=(),
            conduct=at_meeting(s.chamber.conduct),
            usage=usage_at_meeting(s.chamber.usage),
        ),
    )


def agenda_adopted(s: State, x: e.AgendaAdopted) -> State:
    """Begin the debate with everybody still to be called."""
    c = replace(s.chamber, phase=Phase(x.phase))
    return _chamber(s, _round(c, meeting_of(s), 1))


def party_invited(s: State, x: e.PartyInvited) -> State:
    """Give a party its place at the table; whoever speaks for it is called at the end of the round."""
    c = replace(s.chamber, invited=s.chamber.invited | {x.party})
    if x.party not in c.conduct.guests:
        return _chamber(s, c)
    c = replace(c, conduct=replace(c.conduct, outside=c.conduct.outside - {x.party}))
    if c.phase is Phase.DEBATE and c.meeting is not None and x.party not in c.meeting.queue:
        c = replace(c, meeting=replace(c.meeting, queue=(*c.meeting.queue, x.party)))
    return _chamber(s, c)


def debate_continued(s: State, x: e.DebateContinued) -> State:
    """Call another round."""
    m = meeting_of(s)
    return _chamber(s, _round(replace(s.chamber, phase=Phase(x.phase)), m, m.round + 1))


def debate_exhausted(s: State, x: e.DebateExhausted) -> State:
    """Give the meeting into the President's hand."""
    meeting = replace(meeting_of(s), queue=(), signed=())
    return _chamber(s, replace(s.chamber, phase=Phase(x.phase), meeting=meeting, taken=0))


def chair_ceded(s: State, x: e.ChairCeded) -> State:
    """Let the next member preside over this question."""
    m = meeting_of(s)
    settled = m.settled | {f"chair:{m.president}"}
    return _chamber(s, replace(s.chamber, meeting=replace(m, president=x.to, settled=settled)))


def suspended(s: State, x: e.MeetingSuspended) -> State:
    """Begin consultations: everybody present is to have a turn."""
    c = s.chamber
    meeting = replace(meeting_of(s), suspended=True, queue=(), signed=())
    return _chamber(s, replace(c, phase=Phase(x.phase), meeting=meeting, consulting=present(c), taken=0))


def resumed(s: State, x: e.MeetingResumed) -> State:
    """Resume the debate with another round, or after a caucus where it stood."""
    m = meeting_of(s)
    if s.chamber.usage.caucus:
        usage = replace(s.chamber.usage, caucus=False)
        return _chamber(s, replace(s.chamber, phase=Phase(x.phase), consulting=(), taken=0, usage=usage))
    return _chamber(s, _round(replace(s.chamber, phase=Phase(x.phase), consulting=()), m, m.round + 1))


def rose(s: State, x: e.MeetingRose) -> State:
    """Close the meeting; whatever was not voted on lapses, but for what is carried over (AG6).

    Where another meeting at this stage follows, every member is to have its turn before it.
    """
    c = s.chamber
    lapsed = {d.symbol for d in c.drafts.values() if d.status in ("tabled", "circulating")}.difference(
        x.carried
    )
    drafts = {k: replace(d, status="lapsed") if k in lapsed else d for k, d in c.drafts.items()}
    meeting = replace(c.meeting, open=False, queue=(), signed=(), motions=()) if c.meeting else None
    again = x.phase == Phase.RECESS
    return _chamber(
        s,
        replace(
            c,
            phase=Phase(x.phase),
            meeting=None if again else meeting,
            drafts=drafts,
            amendments={k: a for k, a in c.amendments.items() if a.draft in x.carried},
            ballot=None,
            point=None,
            taken=0,
            notices=frozenset() if again else c.notices,
            consulting=c.members if again else c.consulting,
            conduct=at_rising(c.conduct),
        ),
    )


def signed(s: State, x: e.SpeakersListSigned) -> State:
    """Move a seat up behind those who signed before it."""
    m = meeting_of(s)
    head, rest = m.queue[:1], m.queue[1:]
    list_ = (*m.signed, x.seat)
    first = tuple(q for q in list_ if q in rest)
    others = tuple(q for q in rest if q not in list_)
    meeting = replace(m, queue=(*head, *first, *others), signed=list_)
    return _chamber(s, replace(s.chamber, meeting=meeting))


def yielded(s: State, x: e.FloorYielded) -> State:
    """Call the next seat."""
    c = s.chamber
    if c.phase is Phase.DEBATE and c.meeting is not None:
        m = c.meeting
        meeting = replace(
            m,
            queue=_without(m.queue, x.seat),
            signed=_without(m.signed, x.seat),
        )
        conduct = c.conduct if c.conduct.contest is None else replace(c.conduct, contest=None)
        return _chamber(s, replace(c, meeting=meeting, taken=0, conduct=conduct))
    return _chamber(s, replace(c, consulting=_without(c.consulting, x.seat), taken=0))


def _without(seats: tuple[str, ...], seat: str) -> tuple[str, ...]:
    """Return seats without one of them, which mostly is the first."""
    if seats[:1] == (seat,):
        return seats[1:]
    return tuple([s for s in seats if s != seat])


def statement_made(s: State, x: e.StatementMade) -> State:
    """Remember who has spoken and for what."""
    c = s.chamber
    positions = c.positions
    if x.issue and x.stance and not x.heard_by:
        positions = {**positions, x.seat: {**positions.get(x.seat, {}), x.issue: x.stance}}
    if c.phase is Phase.PLENARY and c.plenary is not None:
        plenary = replace(c.plenary, spoke=c.plenary.spoke | {x.seat})
        return _chamber(s, replace(c, plenary=plenary, positions=positions, taken=c.taken + 1))
    m = meeting_of(s)
    usage = c.usage if s.house.doing("reply") is None else replace(c.usage, last=x.seat, replied=False)
    meeting = replace(m, spoke=m.spoke | {x.seat})
    return _chamber(s, replace(c, meeting=meeting, positions=positions, taken=c.taken + 1, usage=usage))


def _pending(x: e.MotionMoved) -> PendingMotion:
    return PendingMotion(x.seat, x.motion, x.draft, x.seats, x.place, x.total, x.each, x.topic)


def motion_moved(s: State, x: e.MotionMoved) -> State:
    """Keep a debatable motion for the end of the round; the others are put at once and need no place."""
    c = s.chamber
    m = meeting_of(s)
    meeting = replace(m, motions=(*m.motions, _pending(x)))
    conduct = replace(c.conduct, claimed=x.seats) if x.seats else c.conduct
    return _chamber(s, replace(c, meeting=meeting, taken=c.taken + 1, conduct=conduct))


def invitation_proposed(s: State, x: e.InvitationProposed) -> State:
    """Count the act."""
    return _chamber(s, replace(s.chamber, taken=s.chamber.taken + 1))


def point_raised(s: State, x: e.PointRaised) -> State:
    """Wait for the President's ruling."""
    c = s.chamber
    point = Point(x.seat, x.subject, x.target, back=c.phase)
    return _chamber(s, replace(c, phase=Phase(x.phase), point=point))


def ruling_stated(s: State, x: e.RulingStated) -> State:
    """Let the ruling stand unless it is challenged."""
    c = s.chamber
    point = replace(c.point, upheld=x.upheld) if c.point else None
    return _chamber(s, replace(c, phase=Phase(x.phase), point=point))


def ruling_settled(s: State, x: e.RulingSettled) -> State:
    """Return to where the point was raised, with what follows from an upheld point."""
    c = s.chamber
    m = meeting_of(s)
    ballot = c.interrupted or c.ballot
    m = replace(m, settled=m.settled | {f"{x.subject}:{x.target}"})
    if x.upheld and x.subject == "nature" and ballot is not None:
        ballot = replace(ballot, nature="substantive")
    if x.upheld and x.subject == "method" and ballot is not None:
        ballot = replace(ballot, nature="procedural")
    conduct = c.conduct
    if x.upheld and x.subject == "amendments":
        conduct = replace(conduct, first=conduct.first | {x.target})
    if not x.upheld and x.subject == "nature":
        conduct = replace(conduct, contest=None)
    if x.upheld and x.subject == "credentials":
        queue, signed = (tuple(q for q in seats if q != x.target) for seats in (m.queue, m.signed))
        m = replace(m, excluded=m.excluded | {x.target}, queue=queue, signed=signed)
    c = replace(c, phase=Phase(x.phase), meeting=m, ballot=ballot, interrupted=None, point=None)
    return _chamber(s, replace(c, conduct=conduct) if conduct is not c.conduct else c)


def left(s: State, x: e.SeatLeft) -> State:
    """Let a delegation be away; only the time of its own turn ends with it."""
    c = s.chamber
    meeting = c.meeting
    if meeting is not None:
        meeting = replace(
            meeting,
            queue=tuple(q for q in meeting.queue if q != x.seat),
            signed=tuple(q for q in meeting.signed if q != x.seat),
        )
    consulting = tuple(q for q in c.consulting if q != x.seat)
    queue = c.meeting.queue if c.meeting is not None else ()
    taken = 0 if x.seat in (*queue[:1], *c.consulting[:1]) else c.taken
    away = {**c.absent, x.seat: x.words or "walked out"}
    return _chamber(s, replace(c, absent=away, meeting=meeting, consulting=consulting, taken=taken))


def returned(s: State, x: e.SeatReturned) -> State:
    """Let a delegation be back."""
    c = s.chamber
    absent = {k: v for k, v in c.absent.items() if k != x.seat}
    return _chamber(s, replace(c, absent=absent, taken=c.taken + 1))


def item_removed(s: State, x: e.ItemRemoved) -> State:
    """Let the Council be seized of the matter no more."""
    return _chamber(s, replace(s.chamber, seized=False))


def priority_decided(s: State, x: e.PriorityDecided) -> State:
    """Let a draft be put before the others."""
    return _chamber(s, replace(s.chamber, meeting=replace(meeting_of(s), priority=x.draft)))


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.MeetingOpened: meeting_opened,
    e.AgendaAdopted: agenda_adopted,
    e.PartyInvited: party_invited,
    e.DebateContinued: debate_continued,
    e.DebateExhausted: debate_exhausted,
    e.ChairCeded: chair_ceded,
    e.MeetingSuspended: suspended,
    e.MeetingResumed: resumed,
    e.MeetingRose: rose,
    e.SpeakersListSigned: signed,
    e.FloorYielded: yielded,
    e.StatementMade: statement_made,
    e.MotionMoved: motion_moved,
    e.InvitationProposed: invitation_proposed,
    e.PointRaised: point_raised,
    e.RulingStated: ruling_stated,
    e.RulingSettled: ruling_settled,
    e.SeatLeft: left,
    e.SeatReturned: returned,
    e.ItemRemoved: item_removed,
    e.PriorityDecided: priority_decided,
}
