"""What follows from an act in the world outside: effects let loose, security measured, demands answered.

Everything here writes events into minutes; nothing is judged that the world's own rules do not judge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from game.rules.assembly import debates_vetoes
from game.rules.bodies import Vote
from game.session import events as e
from game.session.assembly import referred, refuse_call
from game.session.covenant import governs
from game.session.facts import facts
from game.session.minutes import Minutes
from game.session.scenario import ClauseKind
from game.session.state import Draft
from game.session.table import assembly_sits
from game.world.compliance import odds
from game.world.conditions import Facts
from game.world.measures import borne
from game.world.outside import Effect, now_and_later, resolve
from game.world.security import credibility, measure

_NOTHING = Facts({}, {})
REFERRAL = "referral"
"""The character of a clause by which the Council turns to the Assembly."""
VETO_COSTS = 3.0
"""Standing lost by a permanent member whose no defeats a text."""


def let(m: Minutes, effects: Iterable[Effect], cause: str) -> None:
    """Let effects work: those of now at once, the others when they fall due.

    What works at each stage already is not set a second time: to say a thing twice does not double it.
    """
    now, later = now_and_later(effects, m.state.chamber.stage + 1, cause)
    work(m, now, cause)
    if not later:
        return
    standing = [p.effect for p in m.state.world.pending if p.effect.each_stage]
    coming = tuple([p for p in later if not p.effect.each_stage or p.effect not in standing])
    if coming:
        m.note(e.ConsequencesSet(coming))


def work(m: Minutes, effects: tuple[Effect, ...], cause: str) -> None:
    """Let effects move the world at once; the facts are gathered only if one of them asks for any."""
    if not effects:
        return
    known = facts(m.state) if any(x.when is not None or x.borne_by for x in effects) else _NOTHING
    if known is not _NOTHING:
        effects = borne(effects, m.state.scenario.sealed.security, known)
    moves = resolve(effects, m.state.world, known)
    if moves:
        m.note(e.WorldMoved(moves, cause))


def scaled(effects: Iterable[Effect], share: float, after: int) -> tuple[Effect, ...]:
    """Return effects whose changes are multiplied by a share, and which come so many stages later."""
    return tuple(
        [replace(x, by=x.by * share, standing=x.standing * share, after=x.after + after) for x in effects]
    )


def take_measure(m: Minutes) -> None:
    """Measure the eight terms, and note them if anything changed."""
    model = m.state.scenario.sealed.security
    terms = measure(model, facts(m.state))
    trust = credibility(model, terms)
    if terms != m.state.world.terms or trust != m.state.world.credibility:
        m.note(e.SecurityMeasured(terms, trust))


def kinds_of(m: Minutes, draft: Draft) -> tuple[ClauseKind, ...]:
    """Return the kinds of a draft's clauses, each once however often it is written."""
    return tuple(m.state.scenario.clause[kind] for kind in dict.fromkeys(c.kind for c in draft.clauses))


def on_adoption(m: Minutes, draft: Draft) -> None:
    """Let an adopted text work: invitations, effects of each clause, a new measure of security."""
    kinds = kinds_of(m, draft)
    for kind in kinds:
        if kind.invites and kind.invites not in m.state.chamber.invited:
            m.note(e.PartyInvited(kind.invites, m.state.scenario.party[kind.invites].admits))
    if any(kind.character == REFERRAL for kind in kinds):
        refer(m)
    effects = [x for kind in kinds for x in kind.effects]
    let(m, effects if draft.weight == 1.0 else weakened(effects, draft.weight), f"draft:{draft.symbol}")
    take_measure(m)


def weakened(effects: Iterable[Effect], share: float) -> tuple[Effect, ...]:
    """Return what is left of effects where nobody is bound: a share of what moves, and no flag."""
    return scaled([x for x in effects if (x.track and x.to is None) or x.seat], share, 0)


def refer(m: Minutes) -> None:
    """Turn to the Assembly by a resolution that says so, if it may be called or sits (GA6, L8)."""
    sits = assembly_sits(m.state) or governs(m.state.scenario)
    if refuse_call(m.state, sits=sits) is None:
        m.note(e.AssemblyCalled(referred(m.state) if sits else "emergency"))


def on_failure(
    m: Minutes, draft: Draft, vetoed_by: tuple[str, ...], blocked_by: tuple[str, ...] = ()
) -> None:
    """Let a lost text work: what its failure or veto means, and the standing of who blocked it.

    `blocked_by` are those who prevented the unanimity of the League (L2); that is no veto.
    """
    kinds = kinds_of(m, draft)
    effects = [x for kind in kinds for x in (kind.if_vetoed if vetoed_by else kind.if_failed)]
    effects += [Effect(seat=seat, standing=-VETO_COSTS) for seat in (*vetoed_by, *blocked_by)]
    let(m, effects, f"draft:{draft.symbol}")
    if vetoed_by and draft.form == "resolution" and debates_vetoes(date.fromisoformat(m.state.chamber.date)):
        m.note(e.VetoAnswered(draft.symbol, vetoed_by))


def answer_demands(m: Minutes) -> None:
    """Let those addressed by the stage's resolutions comply or defy, by odds and a draw written into the
    log."""
    c = m.state.chamber
    stage = c.stage_id
    for symbol in c.resolutions:
        draft = c.drafts[symbol]
        if draft.stage != stage:
            continue
        for kind in kinds_of(m, draft):
            if kind.demand is None:
                continue
            world = m.state.world
            will = world.tracks.get(kind.demand.resolve, 50.0)
            chance = odds(kind.demand, kind.rank, will, world.credibility)
            if draft.weight != 1.0:
                chance = round(draft.weight * chance, 3)
            complied = m.chance.stream(f"comply:{symbol}:{kind.id}").roll(chance)
            m.note(e.ComplianceDecided(kind.demand.party, kind.id, symbol, chance, complied))
            demand = kind.demand
            let(m, demand.if_complies if complied else demand.if_defies, f"demand:{symbol}:{kind.id}")


def settle_votes(m: Minutes, seat: str, draft: str, vote: str) -> None:
    """Note which deals a ballot kept or broke."""
    deals = m.state.papers[seat].deals if seat in m.state.papers else {}
    if not deals:
        return
    stored = m.state.chamber.drafts[draft].stored if draft in m.state.chamber.drafts else ""
    for deal in tuple(deals.values()):
        if deal.status != "accepted" or seat in deal.kept:
            continue
        owed = deal.give if deal.seat == seat else deal.want
        if owed.kind == "vote" and owed.subject in (draft, stored):
            m.note(e.DealSettled(deal.number, seat, kept=Vote(owed.vote) == vote))


def settle_deeds(m: Minutes, seat: str, kind: str, subject: str) -> None:
    """Note which deals a sponsorship or a pledge kept."""
    deals = m.state.papers[seat].deals if seat in m.state.papers else {}
    if not deals:
        return
    stored = m.state.chamber.drafts[subject].stored if subject in m.state.chamber.drafts else ""
    for deal in tuple(deals.values()):
        if deal.status != "accepted" or seat in deal.kept:
            continue
        owed = deal.give if deal.seat == seat else deal.want
        if owed.kind == kind and owed.subject in (subject, stored):
            m.note(e.DealSettled(deal.number, seat, kept=True))
