"""Folds of what delegations do between themselves and with their capitals: notes, deals, stances, pledges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session import events as e
from game.session.state import Chamber, Deal, Note, Papers, Phase, State
from game.session.table import present
from game.world.outside import Contingent


def _took(s: State, papers: dict[str, Papers] | None = None, **changes: Any) -> State:
    chamber = replace(s.chamber, taken=s.chamber.taken + 1, **changes)
    return replace(s, chamber=chamber) if papers is None else replace(s, chamber=chamber, papers=papers)


def note_sent(s: State, x: e.NoteSent) -> State:
    """Put a note among both delegations' papers."""
    papers = dict(s.papers)
    for seat in (x.seat, x.to):
        papers[seat] = replace(papers[seat], notes=Note(x.seat, x.to, x.words, papers[seat].notes))
    return _took(s, papers, consulting=_with_who_may_answer(s.chamber, x))


def _with_who_may_answer(c: Chamber, x: e.NoteSent) -> tuple[str, ...]:
    """Who is still to consult: where a person writes or is written to, so is who has the note to answer."""
    between = (c.holders.get(x.seat), c.holders.get(x.to))
    if c.phase is not Phase.CONSULTATIONS or "person" not in between or x.to in c.consulting:
        return c.consulting
    return (*c.consulting, x.to) if x.to in present(c) else c.consulting


def _with_deal(s: State, deal: Deal) -> dict[str, Papers]:
    papers = dict(s.papers)
    for seat in (deal.seat, deal.to):
        papers[seat] = replace(papers[seat], deals={**papers[seat].deals, deal.number: deal})
    return papers


def deal(s: State, number: int) -> Deal:
    """Return a deal by its number, wherever it lies; LookupError when there is none."""
    for papers in s.papers.values():
        if number in papers.deals:
            return papers.deals[number]
    raise LookupError(f"there is no deal {number}")


def deal_offered(s: State, x: e.DealOffered) -> State:
    """Put an offer among both delegations' papers."""
    offered = Deal(x.number, x.seat, x.to, x.give, x.want)
    return replace(_took(s, _with_deal(s, offered)), deals=x.number)


def deal_accepted(s: State, x: e.DealAccepted) -> State:
    """Let a deal bind."""
    return _took(s, _with_deal(s, replace(deal(s, x.number), status="accepted")))


def deal_refused(s: State, x: e.DealRefused) -> State:
    """Let an offer lapse."""
    return _took(s, _with_deal(s, replace(deal(s, x.number), status="refused")))


def deal_settled(s: State, x: e.DealSettled) -> State:
    """Note that one side kept or broke its word; a deal is kept when both have kept it."""
    d = deal(s, x.number)
    kept = d.kept | {x.seat} if x.kept else d.kept
    status = "broken" if not x.kept else "kept" if len(kept) == 2 else d.status
    return replace(s, papers=_with_deal(s, replace(d, kept=kept, status=status)))


def stance_declared(s: State, x: e.StanceDeclared) -> State:
    """Remember how a seat says it would vote."""
    stances = s.chamber.stances
    return _took(s, stances={**stances, x.draft: {**stances.get(x.draft, {}), x.seat: x.vote}})


def capital_answered(s: State, x: e.CapitalAnswered) -> State:
    """Let a capital loosen a red line, or refuse."""
    own = s.papers[x.seat]
    if x.granted:
        own = replace(own, loosened=own.loosened | {x.red_line})
    else:
        own = replace(own, refused=own.refused | {x.red_line})
    return _took(s, {**s.papers, x.seat: own})


def instructions_arrived(s: State, x: e.InstructionsArrived) -> State:
    """Put a capital's instructions among its delegation's papers."""
    own = s.papers[x.seat]
    own = replace(own, instructions=(*own.instructions, *x.places))
    return replace(s, papers={**s.papers, x.seat: own})


def notice_given(s: State, x: e.NoticeGiven) -> State:
    """Remember that a seat will object to an item of the agenda."""
    if not x.item:
        return _took(s, notices=s.chamber.notices | {x.seat})
    conduct = s.chamber.conduct
    given = conduct.objections.get(x.item, frozenset()) | {x.seat}
    return _took(s, conduct=replace(conduct, objections={**conduct.objections, x.item: given}))


def pledge_made(s: State, x: e.PledgeMade) -> State:
    """Add to what is pledged, by kind and by seat."""
    pledges = s.chamber.pledges
    own = pledges.get(x.seat, {})
    own = {**own, x.kind: own.get(x.kind, 0.0) + x.amount}
    total, mine = x.kind, f"{x.kind}:{x.seat}"
    pledged = s.world.pledged
    pledged = {
        **pledged,
        total: pledged.get(total, 0.0) + x.amount,
        mine: pledged.get(mine, 0.0) + x.amount,
    }
    state = _took(s, pledges={**pledges, x.seat: own})
    coming = s.world.coming
    if x.due:
        coming = (*coming, Contingent(x.seat, x.kind, x.amount, x.due))
    return replace(state, world=s.world._replace(pledged=pledged, coming=coming))


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.NoteSent: note_sent,
    e.DealOffered: deal_offered,
    e.DealAccepted: deal_accepted,
    e.DealRefused: deal_refused,
    e.DealSettled: deal_settled,
    e.StanceDeclared: stance_declared,
    e.CapitalAnswered: capital_answered,
    e.InstructionsArrived: instructions_arrived,
    e.NoticeGiven: notice_given,
    e.PledgeMade: pledge_made,
}
