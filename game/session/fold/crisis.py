"""Folds of the sitting and the crisis: stages, happenings, moves of the world, endings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.rules.bodies import BODIES
from game.rules.house_league import house_for
from game.rules.records import next_document
from game.session import events as e
from game.session.conduct import at_stage
from game.session.state import Chamber, Papers, Phase, State
from game.world.outside import fallen_due, moved

_KEPT = ("adopted", "recommended", "issued", "tabled")
"""Fates of drafts that outlive their stage; of those tabled, only what was carried over is left by then."""


def opened(s: State, x: e.SittingOpened) -> State:
    """Seat the delegations; nothing of the crisis is open yet."""
    chamber = replace(
        s.chamber,
        phase=Phase.INTERVAL,
        holders=x.holders,
        length=x.length,
        level=x.level,
        levels=x.levels,
        absent=dict(s.chamber.absent),
    )
    parties = s.scenario.party
    guests = tuple(held for held in x.holders if held in parties)
    if guests:
        chamber = replace(chamber, conduct=replace(chamber.conduct, guests=guests))
    return replace(
        s,
        chamber=chamber,
        seed=x.seed,
        director=x.director,
        rounds=x.rounds,
        preliminary=x.preliminary,
        house=house_for(BODIES[s.scenario.open.body], x.house),
        abstention=x.abstention,
        papers={seat: Papers() for seat in s.scenario.sealed.briefs},
    )


def _documents(c: Chamber, date: str) -> int:
    """Return how far the numbers of documents have come when a stage opens: a new year begins anew (PB7)."""
    return next_document(c.documents, int(c.date[:4] or 0), int(date[:4])) - 1


def stage_opened(s: State, x: e.StageOpened) -> State:
    """Turn to a stage: its members sit, drafts not decided on lapse unless they were carried over (AG6), and
    every member is to have its turn."""
    stage = s.scenario.sealed.stages[x.index]
    c = s.chamber
    kept = {k: d for k, d in c.drafts.items() if d.status in _KEPT}
    carried = {k for k, d in kept.items() if d.status == "tabled"}
    if carried:
        kept = {k: replace(d, order=i) for i, (k, d) in enumerate(kept.items())}
    chamber = replace(
        c,
        phase=Phase.RECESS,
        stage=x.index,
        stage_id=x.stage,
        date=x.date,
        members=stage.members or c.members,
        meeting=None,
        drafts=kept,
        amendments={k: a for k, a in c.amendments.items() if a.draft in carried},
        stances={k: told for k, told in c.stances.items() if k in carried},
        notices=frozenset(),
        consulting=stage.members or c.members,
        taken=0,
        documents=max(_documents(c, x.date), stage.document - 1),
        conduct=at_stage(c.conduct),
    )
    return replace(s, chamber=chamber)


def renewed(s: State, x: e.CouncilRenewed) -> State:
    """Hand each outgoing member's place to the incoming one."""
    holders = {x.succession.get(seat, seat): held for seat, held in s.chamber.holders.items()}
    levels = {x.succession.get(seat, seat): level for seat, level in s.chamber.levels.items()}
    absent = {seat: why for seat, why in s.chamber.absent.items() if seat not in x.succession}
    return replace(s, chamber=replace(s.chamber, holders=holders, levels=levels, absent=absent))


def occurred(s: State, x: e.HappeningOccurred) -> State:
    """Remember a happening, and put a secret one among the papers of those who read it."""
    papers = s.papers
    if x.secret_to:
        papers = dict(papers)
        for seat in x.secret_to:
            if seat in papers:
                own = papers[seat]
                papers[seat] = replace(own, dispatches=(*own.dispatches, x.happening))
    world = s.world._replace(happened=s.world.happened | {x.happening})
    return replace(s, world=world, papers=papers)


def world_moved(s: State, x: e.WorldMoved) -> State:
    """Let tracks, standings and flags be what the event says."""
    return replace(s, world=moved(s.world, x.moves))


def consequences_set(s: State, x: e.ConsequencesSet) -> State:
    """Keep effects that are to come."""
    return replace(s, world=s.world._replace(pending=s.world.pending + x.pending))


def fell_due(s: State, x: e.ConsequencesFellDue) -> State:
    """Spend the effects that came due; those of each stage remain."""
    return replace(s, world=s.world._replace(pending=fallen_due(s.world, x.stage)[1]))


def measured(s: State, x: e.SecurityMeasured) -> State:
    """Let the eight terms and credibility be what was measured."""
    return replace(s, world=s.world._replace(terms=x.terms, credibility=x.credibility))


def ended(s: State, x: e.CrisisEnded) -> State:
    """End the sitting."""
    return replace(s, chamber=replace(s.chamber, phase=Phase.ENDED, ending=x.ending))


def handed_over(s: State, x: e.SeatHandedOver) -> State:
    """Let another hold a seat."""
    return replace(s, chamber=replace(s.chamber, holders={**s.chamber.holders, x.seat: x.holder}))


def unchanged(s: State, x: e.Event) -> State:
    """Leave the state as it is: the event matters to the record alone."""
    return s


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.SittingOpened: opened,
    e.StageOpened: stage_opened,
    e.CouncilRenewed: renewed,
    e.HappeningOccurred: occurred,
    e.WorldMoved: world_moved,
    e.ConsequencesSet: consequences_set,
    e.ConsequencesFellDue: fell_due,
    e.ComplianceDecided: unchanged,
    e.SecurityMeasured: measured,
    e.CrisisEnded: ended,
    e.SeatHandedOver: handed_over,
    e.MomentMarked: unchanged,
}
