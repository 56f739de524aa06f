"""Folds of the General Assembly: called, convened, its texts, its vote, its adjournment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.session import events as e
from game.session.plenary import Lost, Plenary, Recommendation
from game.session.state import Chamber, Draft, Phase, State

MOST_LOST = 4
"""Vetoed texts that are kept for the Assembly; the oldest gives way."""


def _chamber(s: State, **changes: Any) -> State:
    return replace(s, chamber=replace(s.chamber, **changes))


def plenary_of(c: Chamber) -> Plenary:
    """Return the Assembly as it stands, or as it is before it had anything to do with the crisis."""
    return c.plenary or Plenary()


def keeping(c: Chamber, draft: Draft) -> Plenary | None:
    """Return the Assembly that would find a text just vetoed; the votes are those that fell on it last.

    A committee's other papers are none of its business.
    """
    if draft.form != "resolution":
        return c.plenary
    votes = c.subjects.get(draft.clauses[0].kind, {}) if draft.clauses else {}
    lost = Lost(
        symbol=draft.symbol,
        sponsors=draft.sponsors,
        clauses=draft.clauses,
        title=draft.title,
        stored=draft.stored,
        nature=draft.nature,
        votes=votes,
    )
    p = plenary_of(c)
    return replace(p, lost=(*p.lost[1 - MOST_LOST :], lost), asked=False)


def called(s: State, x: e.AssemblyCalled) -> State:
    """Remember that the Assembly is to meet, and as what."""
    return _chamber(s, assembly=True, plenary=replace(plenary_of(s.chamber), called=True, kind=x.kind))


def requested(s: State, x: e.SessionRequested) -> State:
    """Remember that the Members have been asked; a call follows by an event of its own."""
    return _chamber(s, plenary=replace(plenary_of(s.chamber), asked=True), taken=s.chamber.taken + 1)


def convened(s: State, x: e.AssemblyConvened) -> State:
    """Give every delegation at the table its turn in the Assembly, those that stay away from the Council
    too."""
    p = plenary_of(s.chamber)
    plenary = replace(
        p,
        called=False,
        session=x.session,
        title=x.title,
        here=x.here,
        spoke=frozenset(),
        text="",
        votes={},
        papers=p.papers if x.resumed else 0,
        adopted=p.adopted if x.resumed else 0,
    )
    return _chamber(s, phase=Phase(x.phase), consulting=x.here, taken=0, stances={}, plenary=plenary)


def text_brought(s: State, x: e.TextBrought) -> State:
    """Lay a vetoed text before the Assembly, under the names of those who sponsored it."""
    p = plenary_of(s.chamber)
    of = next(lost for lost in p.lost if lost.symbol == x.draft)
    draft = Draft(
        symbol=x.symbol,
        sponsors=of.sponsors,
        clauses=of.clauses,
        order=len(s.chamber.drafts),
        title=of.title,
        stored=of.stored,
        nature=of.nature,
        stage=s.chamber.stage_id,
        form="assembly",
    )
    drafts = {**s.chamber.drafts, x.symbol: draft}
    return _chamber(s, drafts=drafts, plenary=replace(p, papers=p.papers + 1))


def voted(s: State, x: e.AssemblyVoted) -> State:
    """Let all votes have fallen: those of the table and those of every other Member."""
    c = s.chamber
    cast = c.ballot.votes if c.ballot is not None else {}
    return _chamber(s, plenary=replace(plenary_of(c), text=x.draft, votes={**cast, **x.votes}))


def _done(s: State, draft: str, status: str, symbol: str) -> State:
    c, p = s.chamber, plenary_of(s.chamber)
    drafts = {**c.drafts, draft: replace(c.drafts[draft], status=status)}
    done = (*p.done, Recommendation(draft, symbol, p.votes))
    return _chamber(s, drafts=drafts, plenary=replace(p, done=done, adopted=p.adopted + bool(symbol)))


def adopted(s: State, x: e.RecommendationAdopted) -> State:
    """Let a text stand as the Assembly's recommendation."""
    return _done(s, x.draft, "recommended", x.symbol)


def failed(s: State, x: e.RecommendationFailed) -> State:
    """Let a text be lost in the Assembly."""
    return _done(s, x.draft, "failed", "")


def adjourned(s: State, x: e.AssemblyAdjourned) -> State:
    """Let the delegations go; what was not voted on lapses, and no veto is left unanswered."""
    c = s.chamber
    own = {k: d for k, d in c.drafts.items() if d.form == "assembly" and d.status == "tabled"}
    drafts = {**c.drafts, **{k: replace(d, status="lapsed") for k, d in own.items()}}
    plenary = replace(plenary_of(c), lost=(), kind="", asked=False)
    return _chamber(s, phase=Phase(x.phase), drafts=drafts, consulting=(), taken=0, plenary=plenary)


def answered(s: State, x: e.VetoAnswered) -> State:
    """Leave the state as it is: the debate is held elsewhere, and nothing is voted on in it."""
    return s


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.AssemblyCalled: called,
    e.SessionRequested: requested,
    e.AssemblyConvened: convened,
    e.TextBrought: text_brought,
    e.VetoAnswered: answered,
    e.AssemblyVoted: voted,
    e.RecommendationAdopted: adopted,
    e.RecommendationFailed: failed,
    e.AssemblyAdjourned: adjourned,
}
