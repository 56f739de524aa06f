"""Folds of texts: drafts, sponsors, amendments, separate votes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session import events as e
from game.session.state import Amendment, Draft, State
from game.session.texts import followed


def _took(s: State, **changes: Any) -> State:
    return replace(s, chamber=replace(s.chamber, taken=s.chamber.taken + 1, **changes))


def _with_draft(s: State, draft: Draft) -> dict[str, Draft]:
    return {**s.chamber.drafts, draft.symbol: draft}


def number_of(symbol: str) -> int:
    """Return the running number in a document symbol such as S/1508/Rev.1, S/2022/155 or
    C.417.1935.VII; 0 when it has none."""
    found = re.match(r"(?:S/(?:(?:19|20)\d\d/)?|C\.)(\d+)", symbol)
    return int(found.group(1)) if found else 0


def tabled(s: State, x: e.DraftTabled) -> State:
    """Put a draft on the table behind those before it."""
    c = s.chamber
    draft = Draft(
        symbol=x.symbol,
        sponsors=x.sponsors,
        clauses=x.clauses,
        order=len(c.drafts),
        title=x.title,
        stored=x.stored,
        nature=x.nature,
        stage=c.stage_id,
        form=x.form,
        status="circulating" if x.signatures else "tabled",
        guest=x.sponsors[:1] != () and x.sponsors[0] in c.conduct.guests,
    )
    plenary = c.plenary
    if x.form == "assembly" and plenary is not None:
        plenary = replace(plenary, papers=plenary.papers + 1)
    documents = max(c.documents, number_of(x.symbol))
    usage = c.usage
    if x.signatures:
        usage = replace(usage, wanted={**usage.wanted, x.symbol: x.signatures})
    return _took(s, drafts=_with_draft(s, draft), documents=documents, plenary=plenary, usage=usage)


def sponsor_joined(s: State, x: e.SponsorJoined) -> State:
    """Add a sponsor."""
    d = s.chamber.drafts[x.draft]
    return _took(s, drafts=_with_draft(s, replace(d, sponsors=(*d.sponsors, x.seat))))


def sponsor_left(s: State, x: e.SponsorLeft) -> State:
    """Drop a sponsor."""
    d = s.chamber.drafts[x.draft]
    return _took(s, drafts=_with_draft(s, replace(d, sponsors=tuple(p for p in d.sponsors if p != x.seat))))


def withdrawn(s: State, x: e.DraftWithdrawn) -> State:
    """Take a draft off the table with its amendments and any motion to give it priority."""
    d = s.chamber.drafts[x.draft]
    left = {k: a for k, a in s.chamber.amendments.items() if a.draft != x.draft}
    m = s.chamber.meeting
    meeting = m and replace(m, motions=tuple(p for p in m.motions if p.draft != x.draft))
    drafts = _with_draft(s, replace(d, status="withdrawn"))
    return replace(s, chamber=replace(s.chamber, drafts=drafts, amendments=left, meeting=meeting))


def amendment_moved(s: State, x: e.AmendmentMoved) -> State:
    """Keep an amendment until its draft is voted on."""
    change = Amendment(x.symbol, x.seat, x.draft, x.change, x.place, x.clause, x.target)
    documents = max(s.chamber.documents, number_of(x.symbol))
    return _took(s, amendments={**s.chamber.amendments, x.symbol: change}, documents=documents)


def amendment_withdrawn(s: State, x: e.AmendmentWithdrawn) -> State:
    """Drop an amendment."""
    left = {k: a for k, a in s.chamber.amendments.items() if k != x.amendment}
    return replace(s, chamber=replace(s.chamber, amendments=left))


def revised(s: State, x: e.DraftRevised) -> State:
    """Let a draft read as the event says; an amendment that made it so is spent."""
    d = s.chamber.drafts[x.draft]
    draft = replace(
        d,
        clauses=x.clauses,
        revision=d.revision + 1,
        nature=x.nature,
        divided=followed(d.divided, d.clauses, x.clauses) if d.divided else (),
    )
    left = {k: a for k, a in s.chamber.amendments.items() if k != x.by} if x.by else s.chamber.amendments
    return _took(s, drafts=_with_draft(s, draft), amendments=left)


def separate_vote_requested(s: State, x: e.SeparateVoteRequested) -> State:
    """Mark a clause for a separate vote."""
    d = s.chamber.drafts[x.draft]
    places = tuple(sorted({*d.divided, x.place}))
    return _took(s, drafts=_with_draft(s, replace(d, divided=places)))


def separate_vote_refused(s: State, x: e.SeparateVoteRefused) -> State:
    """Let a draft be voted as a whole."""
    d = s.chamber.drafts[x.draft]
    drafts = _with_draft(s, replace(d, divided=(), whole=True))
    return replace(s, chamber=replace(s.chamber, drafts=drafts))


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.DraftTabled: tabled,
    e.SponsorJoined: sponsor_joined,
    e.SponsorLeft: sponsor_left,
    e.DraftWithdrawn: withdrawn,
    e.AmendmentMoved: amendment_moved,
    e.AmendmentWithdrawn: amendment_withdrawn,
    e.DraftRevised: revised,
    e.SeparateVoteRequested: separate_vote_requested,
    e.SeparateVoteRefused: separate_vote_refused,
}
