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
from game.session.fold.world import stands
from game.session.minutes import Minutes
from game.session.scenario import ClauseKind
from game.session.state import Draft, State
from game.session.table import assembly_sits
from game.world.compliance import odds
from game.world.conditions import Facts, holds
from game.world.measures import borne
from game.world.outside import Effect, Moves, Pending, now_and_later, parted, resolve, undoing
from game.world.patrons import chance_of
from game.world.security import credibility, measure

_NOTHING = Facts({}, {})
REFERRAL = "referral"
"""The character of a clause by which the Council turns to the Assembly."""
STANDING = "draft:"
"""Before the symbol and the clause: the cause of what follows from a clause that stands in a resolution."""
VETO_COSTS = 3.0
"""Standing lost by a permanent member whose no defeats a text."""


def let(m: Minutes, effects: Iterable[Effect], cause: str) -> None:
    """Let effects work: those of now at once, the others when they fall due."""
    let_each(m, [(effects, cause)])


def let_each(m: Minutes, batches: Iterable[tuple[Iterable[Effect], str]]) -> None:
    """Let batches of effects work, each with its own cause and all judged by the facts as they were before.

    What works at each stage already is not set a second time: to say a thing twice does not double it.
    """
    ordered = [(*now_and_later(x, m.state.chamber.stage + 1, cause), cause) for x, cause in batches]
    known = _asked_for(m.state, [x for now, _, _ in ordered for x in now])
    coming: list[Pending] = []
    for now, later, cause in ordered:
        work(m, now, cause, known)
        coming += later
    if coming:
        standing = [p.effect for p in m.state.world.pending if p.effect.each_stage]
        coming = [p for p in coming if not p.effect.each_stage or p.effect not in standing]
    if coming:
        m.note(e.ConsequencesSet(tuple(coming)))


def _asked_for(state: State, effects: Iterable[Effect]) -> Facts:
    """Gather the facts if an effect asks for any."""
    return facts(state) if any(x.when is not None or x.borne_by for x in effects) else _NOTHING


def work(m: Minutes, effects: tuple[Effect, ...], cause: str, known: Facts | None = None) -> None:
    """Let effects move the world at once, because of `cause`, judged by the facts of now unless given.

    What is undone when its clause lapses is moved by itself, and the way back is set.
    """
    if not effects:
        return
    known = _asked_for(m.state, effects) if known is None else known
    if known is not _NOTHING:
        effects = borne(effects, m.state.scenario.sealed.security, known)
    if not (cause.startswith(STANDING) and any(x.undone for x in effects)):
        _move(m, effects, cause, known)
        return
    for effect in effects:
        before = m.state.world
        moves = _move(m, (effect,), cause, known)
        if moves and effect.undone:
            m.note(e.ConsequencesSet(tuple(Pending(x, 0, cause, True) for x in undoing(moves, before))))


def _move(m: Minutes, effects: tuple[Effect, ...], cause: str, known: Facts) -> Moves:
    moves = resolve(effects, m.state.world, known)
    if moves:
        m.note(e.WorldMoved(moves, cause))
    return moves


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
    let_each(
        m,
        [
            (
                kind.effects if draft.weight == 1.0 else weakened(kind.effects, draft.weight),
                f"{STANDING}{draft.symbol}:{kind.id}",
            )
            for kind in kinds
            if kind.effects
        ],
    )
    for kind in kinds:
        lift(m, kind, draft.symbol)
    take_measure(m)


def standing(state: State) -> tuple[tuple[str, ClauseKind], ...]:
    """Return the clauses of resolutions that stand: symbol and kind, in the order of adoption."""
    return tuple(
        (symbol, state.scenario.clause[kind])
        for symbol in state.chamber.resolutions
        for kind in dict.fromkeys(c.kind for c in state.chamber.drafts[symbol].clauses)
        if stands(state, symbol, kind)
    )


def lift(m: Minutes, kind: ClauseKind, symbol: str) -> None:
    """Let a clause adopted by a resolution end those that it lifts."""
    if not kind.lifts:
        return
    for other, lifted in standing(m.state):
        if lifted.id in kind.lifts:
            lapse(m, other, lifted.id, f"{STANDING}{symbol}:{kind.id}")


def expire(m: Minutes) -> None:
    """As a stage opens, let lapse what stood for so many stages only, or until something came."""
    if not any(kind.lapses or kind.until for kind in m.state.scenario.open.clauses):
        return
    places = {stage.id: place for place, stage in enumerate(m.state.scenario.sealed.stages)}
    known = facts(m.state)
    for symbol, kind in standing(m.state):
        stood = m.state.chamber.stage - places.get(m.state.chamber.drafts[symbol].stage, 0)
        if kind.lapses and stood >= kind.lapses:
            lapse(m, symbol, kind.id, "term")
        elif kind.until is not None and holds(kind.until, known):
            lapse(m, symbol, kind.id, "until")


def lapse(m: Minutes, symbol: str, clause: str, cause: str) -> None:
    """Let a clause stand no more; with the last of its kind what it moved and is to be undone moves back."""
    hanging, _ = parted(m.state.world, clause)
    m.note(e.ClauseLapsed(clause, symbol, cause))
    if clause not in m.state.chamber.adopted:
        work(m, tuple(p.effect for p in reversed(hanging) if p.lapse), f"lapse:{symbol}:{clause}")


def arrive(m: Minutes, number: int) -> None:
    """Let what was pledged arrive, as stage number `number` opens."""
    for sent in m.state.world.coming:
        if sent.due <= number:
            m.note(e.PledgeArrived(sent.seat, sent.kind, sent.amount))


def react(m: Minutes) -> None:
    """Let patrons act or hold back, by odds that credibility sets and a draw written into the log."""
    moved = False
    for patron in m.state.scenario.sealed.security.patrons:
        for reaction in patron.reactions:
            known = facts(m.state)
            named = f"{patron.id}/{reaction.id}"
            if named in known.happened or not holds(reaction.when, known):
                continue
            odds_ = chance_of(reaction, m.state.world.credibility)
            acted = m.chance.stream(f"patron:{named}").roll(odds_)
            m.note(e.PatronReacted(patron.id, reaction.id, odds_, acted))
            if acted:
                moved = True
                let(m, reaction.effects, f"patron:{patron.id}:{reaction.id}")
    if moved:
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
    word = "veto" if vetoed_by else "failure"
    costs = tuple(Effect(seat=seat, standing=-VETO_COSTS) for seat in (*vetoed_by, *blocked_by))
    batches = [
        (kind.if_vetoed if vetoed_by else kind.if_failed, f"{word}:{draft.symbol}:{kind.id}")
        for kind in kinds
    ]
    let_each(m, [*((x, cause) for x, cause in batches if x), (costs, f"{word}:{draft.symbol}")])
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


def settle_deeds(m: Minutes, seat: str, kind: str, subject: str, what: str = "") -> None:
    """Note which deals a sponsorship, a pledge, a statement or an amendment kept.

    `what` is the stance declared, or the kind of clause the amendment is about.
    """
    deals = m.state.papers[seat].deals if seat in m.state.papers else {}
    if not deals:
        return
    stored = m.state.chamber.drafts[subject].stored if subject in m.state.chamber.drafts else ""
    for deal in tuple(deals.values()):
        if deal.status != "accepted" or seat in deal.kept:
            continue
        owed = deal.give if deal.seat == seat else deal.want
        meant = owed.vote if kind == "statement" else owed.clause
        if owed.kind == kind and owed.subject in (subject, stored) and meant == what:
            m.note(e.DealSettled(deal.number, seat, kept=True))
