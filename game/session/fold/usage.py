"""Folds of the usage that Model UN houses add."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session import events as e
from game.session.state import Draft, Phase, State
from game.session.table import present
from game.session.usage import Call, Order


def _usage(s: State, **changes: Any) -> State:
    return replace(s, chamber=replace(s.chamber, usage=replace(s.chamber.usage, **changes)))


def _call(s: State) -> Call:
    if s.chamber.usage.call is None:
        raise LookupError("nobody is being called")
    return s.chamber.usage.call


def _phase(s: State, phase: str) -> State:
    return replace(s, chamber=replace(s.chamber, phase=Phase(phase), taken=0))


def _meeting(s: State, **changes: Any) -> State:
    meeting = s.chamber.meeting
    return (
        s if meeting is None else replace(s, chamber=replace(s.chamber, meeting=replace(meeting, **changes)))
    )


def call_begun(s: State, x: e.CallBegun) -> State:
    """Begin to call delegations; the motion it is about is in hand."""
    call = Call(
        x.kind,
        x.queue,
        s.chamber.phase.value,
        x.subject,
        x.mover,
        x.draft,
        x.topic,
        x.each,
        x.left,
        x.pro,
        x.con,
    )
    usage = s.chamber.usage
    asked = usage.asked_aside | {x.draft} if x.kind == "stand_aside" else usage.asked_aside
    rights = () if x.kind == "explain" else usage.rights
    s = _usage(s, call=call, asked_aside=asked, rights=rights)
    return replace(s, chamber=replace(s.chamber, phase=Phase(x.phase)))


def _called(s: State, seat: str, **changes: Any) -> State:
    """Let the next delegation be called."""
    call = _call(s)
    queue = tuple([q for q in call.queue if q != seat])
    return _usage(s, call=replace(call, queue=queue, **changes))


def call_passed(s: State, x: e.CallPassed) -> State:
    """Call the next."""
    return _called(s, x.seat)


def call_ended(s: State, x: e.CallEnded) -> State:
    """Return to where the call began; the time of whoever has the floor runs on."""
    s = _usage(s, call=None)
    return replace(s, chamber=replace(s.chamber, phase=Phase(x.phase)))


def attendance_answered(s: State, x: e.AttendanceAnswered) -> State:
    """Remember who may not abstain."""
    voting = s.chamber.usage.voting
    return _called(_usage(s, voting=voting | {x.seat} if x.voting else voting), x.seat)


def seconded(s: State, x: e.MotionSeconded) -> State:
    """Count a second."""
    return _called(s, x.seat, left=_call(s).left - 1)


def motion_decided(s: State, x: e.MotionFell | e.MotionCarried) -> State:
    """Take a motion off the list; it is not moved again this round, and one withdrawn is in nobody's hand."""
    m = s.chamber.meeting
    if m is None:
        return s
    left = tuple(p for p in m.motions if p.motion != x.motion)
    if isinstance(x, e.MotionFell) and x.why == "withdrawn":
        return _meeting(s, motions=left, tried=m.tried | {f"motion:{x.motion}"})
    hand = next((p for p in m.motions if p.motion == x.motion), s.chamber.usage.in_hand)
    return _usage(_meeting(s, motions=left, tried=m.tried | {f"motion:{x.motion}"}), in_hand=hand)


def spoke_to(s: State, x: e.SpokeTo) -> State:
    """Count a short speech; after a question the one asked is called to answer, then the next."""
    call = _call(s)
    if call.kind == "question" and x.seat != call.mover:
        s = _called(s, x.seat, left=call.left - 1)
        again = _call(s)
        return _usage(s, call=replace(again, queue=(call.mover, *again.queue)))
    pro, con = call.pro - (x.side == "for"), call.con - (x.side == "against")
    spent = 1 if call.kind == "caucus" else 0
    s = _called(s, x.seat, left=call.left - spent, pro=pro, con=con)
    return _usage(s, replied=True, last=x.seat) if call.kind == "reply" else s


def yielded(s: State, x: e.TimeYielded) -> State:
    """Give the floor on: to a delegation at once, else to the next."""
    m = s.chamber.meeting
    if m is None:
        return s
    to = x.to if x.to in s.chamber.members else ""
    queue = tuple(q for q in m.queue if q not in (x.seat, to))
    signed = tuple(q for q in m.signed if q not in (x.seat, to))
    s = _meeting(s, queue=(to, *queue) if to else queue, signed=signed, spoke=m.spoke - {to})
    return _phase(_usage(s, holding=to), s.chamber.phase.value)


def reply_granted(s: State, x: e.ReplyGranted) -> State:
    """Nothing yet: the call follows."""
    return s


def inquiry_answered(s: State, x: e.InquiryAnswered) -> State:
    """Let the same be asked once a round."""
    m = s.chamber.meeting
    return s if m is None else _meeting(s, tried=m.tried | {f"inquiry:{x.about}"})


def caucus_opened(s: State, x: e.CaucusOpened) -> State:
    """Let everybody present consult; the list of speakers stays as it is."""
    s = _usage(_phase(s, x.phase), caucus=True, caucuses=s.chamber.usage.caucuses + 1)
    return replace(s, chamber=replace(s.chamber, consulting=present(s.chamber)))


def veto_caucus_opened(s: State, x: e.VetoCaucusOpened) -> State:
    """Let everybody present consult before the vote, and then speak once more."""
    s = _usage(_phase(s, x.phase), caucused=s.chamber.usage.caucused | {x.draft})
    return replace(s, chamber=replace(s.chamber, consulting=present(s.chamber)))


def list_closed(s: State, x: e.ListClosed) -> State:
    """Call nobody in this round but those who have signed."""
    m = s.chamber.meeting
    if m is None:
        return s
    kept = tuple(q for i, q in enumerate(m.queue) if i == 0 or q in m.signed)
    return _meeting(_usage(s, closed_list=True), queue=kept)


def list_reopened(s: State, x: e.ListReopened) -> State:
    """Call those again who had not signed and have not been called."""
    return _usage(s, closed_list=False)


def time_set(s: State, x: e.SpeakingTimeSet) -> State:
    """Let statements be so long."""
    return _usage(s, speaking_time=x.seconds)


def extended(s: State, x: e.DebateExtended) -> State:
    """Allow one more round."""
    return _usage(s, extended=s.chamber.usage.extended + 1)


def _statuses(s: State, symbols: tuple[str, ...], **changes: Any) -> State:
    drafts = {k: replace(d, **changes) if k in symbols else d for k, d in s.chamber.drafts.items()}
    return replace(s, chamber=replace(s.chamber, drafts=drafts))


def set_aside(s: State, x: e.DraftsSetAside) -> State:
    """Lay drafts aside, with the amendments to them."""
    left = {k: a for k, a in s.chamber.amendments.items() if a.draft not in x.drafts}
    s = replace(s, chamber=replace(s.chamber, amendments=left))
    return _statuses(s, x.drafts, status="set_aside")


def _last_in_order(s: State) -> int:
    return 1 + max((d.order for d in s.chamber.drafts.values()), default=0)


def reconsidered(s: State, x: e.DraftReconsidered) -> State:
    """Let a draft come back behind the others."""
    s = _usage(s, reconsidered=s.chamber.usage.reconsidered | {x.draft})
    return _statuses(s, (x.draft,), status="tabled", voted=False, order=_last_in_order(s))


def roll_call_asked(s: State, x: e.RollCallAsked) -> State:
    """Let a draft be voted by roll call."""
    return _usage(s, roll_calls=s.chamber.usage.roll_calls | {x.draft})


def recount_ordered(s: State, x: e.RecountOrdered) -> State:
    """Let a draft be voted again without abstentions."""
    s = _usage(s, recounts=s.chamber.usage.recounts | {x.draft}, close="")
    return _statuses(s, (x.draft,), status="tabled")


def vote_passed(s: State, x: e.VotePassed) -> State:
    """Call a seat again at the end of the roll."""
    b = s.chamber.ballot
    if b is None:
        raise LookupError("no question is put")
    voters = (*(v for v in b.voters if v != x.seat), x.seat)
    s = replace(s, chamber=replace(s.chamber, ballot=replace(b, voters=voters)))
    return _usage(s, passed=s.chamber.usage.passed | {x.seat})


def vote_changed(s: State, x: e.VoteChanged) -> State:
    """Let another vote stand."""
    b = s.chamber.ballot
    if b is None:
        raise LookupError("no question is put")
    ballot = replace(b, votes={**b.votes, x.seat: x.vote})
    return _called(replace(s, chamber=replace(s.chamber, ballot=ballot)), x.seat)


def no_held(s: State, x: e.NoHeld) -> State:
    """Ask the next."""
    return _called(s, x.seat)


def signed(s: State, x: e.PaperSigned) -> State:
    """Put a name on a paper."""
    signatures = s.chamber.usage.signatures
    s = _usage(s, signatures={**signatures, x.paper: (*signatures.get(x.paper, ()), x.seat)})
    return replace(s, chamber=replace(s.chamber, taken=s.chamber.taken + 1))


def introduced(s: State, x: e.DraftIntroduced) -> State:
    """Put a draft on the table behind those before it."""
    return _statuses(s, (x.draft,), status="tabled", order=_last_in_order(s))


def agreed(s: State, x: e.AmendmentAgreed) -> State:
    """Remember a sponsor's agreement."""
    accepted = s.chamber.usage.accepted
    s = _usage(s, accepted={**accepted, x.amendment: accepted.get(x.amendment, frozenset()) | {x.seat}})
    return replace(s, chamber=replace(s.chamber, taken=s.chamber.taken + 1))


def second_degree_moved(s: State, x: e.SecondDegreeMoved) -> State:
    """Remember that an amendment has been amended once; its mover has been called."""
    s = _usage(s, amended=s.chamber.usage.amended | {x.amendment}, second=x.clause)
    return _called(s, x.seat)


def amendment_changed(s: State, x: e.AmendmentChanged) -> State:
    """Let an amendment have another clause."""
    changed = replace(s.chamber.amendments[x.amendment], clause=x.clause)
    amendments = {**s.chamber.amendments, x.amendment: changed}
    return replace(s, chamber=replace(s.chamber, amendments=amendments))


def directives_called(s: State, x: e.DirectivesCalled) -> State:
    """Let one directive follow the other."""
    return _usage(s, directives=True)


def directives_settled(s: State, x: e.DirectivesSettled) -> State:
    """Let the meeting go on."""
    return _usage(s, directives=False)


def directive_adopted(s: State, x: e.DirectiveAdopted) -> State:
    """Let a paper of the committee stand; it has no number among the resolutions."""
    c = s.chamber
    draft: Draft = c.drafts[x.draft]
    kinds = {clause.kind for clause in draft.clauses} if x.form == "directive" else set()
    left = {k: a for k, a in c.amendments.items() if a.draft != x.draft}
    drafts = {**c.drafts, x.draft: replace(draft, status="adopted")}
    return replace(s, chamber=replace(c, drafts=drafts, amendments=left, adopted=c.adopted | kinds))


def _with_order(s: State, order: Order) -> State:
    papers = dict(s.papers)
    for seat in (order.seat, *order.others):
        papers[seat] = replace(papers[seat], orders={**papers[seat].orders, order.number: order})
    return replace(s, papers=papers)


def order_numbered(s: State, number: int) -> Order:
    """Return a crisis note by its number, wherever it lies; LookupError when there is none."""
    for papers in s.papers.values():
        if number in papers.orders:
            return papers.orders[number]
    raise LookupError(f"there is no crisis note {number}")


def crisis_note_sent(s: State, x: e.CrisisNoteSent) -> State:
    """Put a crisis note among the papers of those named in it."""
    return replace(_with_order(s, Order(x.number, x.seat, x.words, x.others)), orders=x.number)


def crisis_note_joined(s: State, x: e.CrisisNoteJoined) -> State:
    """Put another name on a private directive."""
    order = order_numbered(s, x.number)
    return _with_order(s, replace(order, joined=order.joined | {x.seat}))


def crisis_note_answered(s: State, x: e.CrisisNoteAnswered) -> State:
    """Put the director's answer on the note."""
    order = order_numbered(s, x.number)
    return _with_order(s, replace(order, granted=x.granted, answer=x.words, answered=True))


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.CallBegun: call_begun,
    e.CallPassed: call_passed,
    e.CallEnded: call_ended,
    e.AttendanceAnswered: attendance_answered,
    e.MotionSeconded: seconded,
    e.MotionFell: motion_decided,
    e.MotionCarried: motion_decided,
    e.SpokeTo: spoke_to,
    e.TimeYielded: yielded,
    e.ReplyGranted: reply_granted,
    e.InquiryAnswered: inquiry_answered,
    e.CaucusOpened: caucus_opened,
    e.VetoCaucusOpened: veto_caucus_opened,
    e.ListClosed: list_closed,
    e.ListReopened: list_reopened,
    e.SpeakingTimeSet: time_set,
    e.DebateExtended: extended,
    e.DraftsSetAside: set_aside,
    e.DraftReconsidered: reconsidered,
    e.RollCallAsked: roll_call_asked,
    e.RecountOrdered: recount_ordered,
    e.VotePassed: vote_passed,
    e.VoteChanged: vote_changed,
    e.NoHeld: no_held,
    e.PaperSigned: signed,
    e.DraftIntroduced: introduced,
    e.AmendmentAgreed: agreed,
    e.SecondDegreeMoved: second_degree_moved,
    e.AmendmentChanged: amendment_changed,
    e.DirectivesCalled: directives_called,
    e.DirectivesSettled: directives_settled,
    e.DirectiveAdopted: directive_adopted,
    e.CrisisNoteSent: crisis_note_sent,
    e.CrisisNoteJoined: crisis_note_joined,
    e.CrisisNoteAnswered: crisis_note_answered,
}
