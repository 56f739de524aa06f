"""Folds of the Council's rarer business: its agenda, private meetings, guests, statements, disputes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session import events as e
from game.session.conduct import Conduct, Listed, at_the_table, without_item
from game.session.state import State


def _conduct(s: State, conduct: Conduct, **changes: Any) -> State:
    return replace(s, chamber=replace(s.chamber, conduct=conduct, **changes))


def meeting_requested(s: State, x: e.MeetingRequested) -> State:
    """Put an item on the provisional agenda of the next meeting, if one was named."""
    c = s.chamber.conduct
    listed = (*c.listed, Listed(x.item, x.title, x.seat)) if x.item else c.listed
    return _conduct(s, replace(c, listed=listed), taken=s.chamber.taken + 1)


def meeting_set_down(s: State, x: e.MeetingSetDown) -> State:
    """Let another meeting follow at this stage."""
    return _conduct(s, replace(s.chamber.conduct, further=True))


def item_adopted(s: State, x: e.ItemAdopted) -> State:
    """Let an item be on the agenda."""
    c = without_item(s.chamber.conduct, x.item)
    return _conduct(s, replace(c, taken_up=c.taken_up | {x.item}))


def item_dropped(s: State, x: e.ItemDropped) -> State:
    """Drop an item from the provisional agenda."""
    return _conduct(s, without_item(s.chamber.conduct, x.item))


def discussion_stopped(s: State, x: e.DiscussionStopped) -> State:
    """Let the matter rest at this stage, whatever meeting was set down."""
    return _conduct(s, replace(s.chamber.conduct, stopped=True, further=False))


def debate_closed(s: State, x: e.DebateClosed) -> State:
    """Call nobody else."""
    m = s.chamber.meeting
    meeting = m and replace(m, queue=(), signed=())
    return _conduct(s, replace(s.chamber.conduct, closed=True), meeting=meeting, taken=0)


def made_private(s: State, x: e.MeetingMadePrivate) -> State:
    """Close the doors: the guests leave, and are called no more."""
    c, m = s.chamber.conduct, s.chamber.meeting
    meeting = m and replace(m, queue=tuple(q for q in m.queue if q not in x.guests))
    return _conduct(s, replace(c, private=True, outside=c.outside | set(x.guests)), meeting=meeting)


def vote_asked(s: State, x: e.VoteAsked) -> State:
    """Let a guest's draft wait for its vote like a member's."""
    c = s.chamber
    draft = replace(c.drafts[x.draft], asked=x.seat)
    return replace(s, chamber=replace(c, drafts={**c.drafts, x.draft: draft}, taken=c.taken + 1))


def vote_explained(s: State, x: e.VoteExplained) -> State:
    """Remember who has explained its vote once the result is declared."""
    c = s.chamber.conduct
    if c.declared is None or c.declared.draft != x.draft:
        return s
    return _conduct(s, replace(c, explained=c.explained | {x.seat}))


def statement_issued(s: State, x: e.StatementIssued) -> State:
    """Let a statement stand."""
    c = s.chamber
    draft = replace(c.drafts[x.draft], status="issued")
    conduct = replace(c.conduct, issued=(*c.conduct.issued, x.symbol))
    return _conduct(s, conduct, drafts={**c.drafts, x.draft: draft})


def statement_blocked(s: State, x: e.StatementBlocked) -> State:
    """Let a statement be lost."""
    c = s.chamber
    draft = replace(c.drafts[x.draft], status="blocked")
    return replace(s, chamber=replace(c, drafts={**c.drafts, x.draft: draft}))


def dispute_declared(s: State, x: e.DisputeDeclared) -> State:
    """Hold the parties to their duty from now on."""
    return _conduct(s, replace(s.chamber.conduct, parties=x.parties, claimed=()))


def result_annulled(s: State, x: e.ResultAnnulled) -> State:
    """Take back the place at the table that an invitation gave."""
    c, m = s.chamber, s.chamber.meeting
    invited = c.invited - {x.subject}
    gone = x.subject not in at_the_table(c.conduct.guests, invited, c.conduct.outside)
    meeting = m and replace(m, queue=tuple(q for q in m.queue if not (gone and q == x.subject)))
    return _conduct(s, replace(c.conduct, contest=None), invited=invited, meeting=meeting)


def unchanged(s: State, x: e.Event) -> State:
    """Leave the state as it is: the event matters to the record alone."""
    return s


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.MeetingRequested: meeting_requested,
    e.MeetingSetDown: meeting_set_down,
    e.ItemAdopted: item_adopted,
    e.ItemDropped: item_dropped,
    e.DiscussionStopped: discussion_stopped,
    e.DebateClosed: debate_closed,
    e.MeetingMadePrivate: made_private,
    e.CommuniqueIssued: unchanged,
    e.VoteAsked: vote_asked,
    e.VoteExplained: vote_explained,
    e.StatementIssued: statement_issued,
    e.StatementBlocked: statement_blocked,
    e.DisputeDeclared: dispute_declared,
    e.NatureReferred: unchanged,
    e.ResultAnnulled: result_annulled,
}
