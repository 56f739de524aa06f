"""The General Assembly as it is played: how it is called, one agenda, one debate, one vote, and what follows.

Seats of the Council sit in the Assembly for their States, those too that stay away from the Council; every
other Member votes by its neighbours (`world.blocs`). Whatever the verbs of a text, in the Assembly it
recommends, and so it moves the world by a share of what the Council's decision would (Articles 10 to 14;
377 A (V)). No veto exists here.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.assembly import UNITING_FOR_PEACE, decide_assembly, request_by_members
from game.rules.refusals import Refusal
from game.rules.results import Result, Tally, Verdict
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import CONFERRING, Law, Who
from game.session.assembly import (
    is_called,
    leanings,
    lost,
    members,
    next_paper,
    session_of,
    text_to_be_put,
)
from game.session.consequences import kinds_of, let, scaled, take_measure
from game.session.covenant import assembly_result, governs, refuse_of_party, stands
from game.session.minutes import Minutes
from game.session.putting import led
from game.session.stages import Trigger
from game.session.state import Ballot, Draft, Phase, State
from game.session.table import assembly_sits, body, uniting_for_peace_exists
from game.world.blocs import inclinations
from game.world.compliance import odds
from game.world.outside import Effect

SHARE = 0.5
"""What a recommendation does of what a decision would: it binds nobody, but most of the world has said it."""
WEAKER = 0.25
"""The share where force, a command or sanctions are recommended: each Member still chooses for itself."""
FREELY_GIVEN = frozenset({"force", "command", "sanctions"})
REGARD = 2.0
"""Standing that moves with the Assembly's vote: of the sponsors, and against those who vetoed the text."""


# -- calling it ------------------------------------------------------------------------------------
def _request_refusal(s: State, act: a.RequestSession) -> Refusal | None:
    if governs(s.scenario):
        return refuse_of_party(s, act.seat)
    if is_called(s.chamber):
        return Refusal("GA6", "The Assembly has been called already; it meets when the Council has risen.")
    if assembly_sits(s):
        return Refusal("GA6", "The Assembly is in session; the Council refers the matter to it by a motion.")
    if not lost(s.chamber):
        return Refusal(
            "GA6", "The Council must first have failed to act because its permanent members disagree."
        )
    if s.chamber.plenary is not None and s.chamber.plenary.asked:
        return Refusal("H8", "The Members have been asked already, and too few wished for a session.")
    return None


def _request(m: Minutes, act: a.RequestSession) -> None:
    """Ask all Members: those at the table answer as they voted on the vetoed text, the rest by their
    neighbours. A party to a dispute before the League has a right to it (L8)."""
    if governs(m.state.scenario):
        m.note(e.SessionRequested(act.seat, 0, 0, 0, convened=True))
        m.note(e.AssemblyCalled("reference", "party"))
        return
    text = lost(m.state.chamber)[-1]
    votes = polled(m, {**text.votes, act.seat: "yes"}, text.stored or text.symbol, leanings(m.state, text))
    concurring = sum(vote == "yes" for vote in votes.values())
    result = request_by_members(concurring, len(votes))
    called = result.verdict is Verdict.CONVENED
    m.note(e.SessionRequested(act.seat, concurring, len(votes), result.needed, called))
    if called:
        united = uniting_for_peace_exists(m.state) and m.state.chamber.date >= UNITING_FOR_PEACE.isoformat()
        m.note(e.AssemblyCalled("emergency" if united else "special", "members"))


# -- the Members -----------------------------------------------------------------------------------
def polled(m: Minutes, cast: dict[str, str], purpose: str, lean: dict[str, float]) -> dict[str, str]:
    """Return the votes of all Members, given those that are cast; every other's chance is its own."""
    others = {
        code: "absent" if vote is None else m.chance.stream(f"assembly:{purpose}:{code}").settle(vote)
        for code, vote in inclinations(members(m.state), cast, lean).items()
    }
    return {**cast, **others}


# -- its meeting -----------------------------------------------------------------------------------
def convene(m: Minutes) -> None:
    """Let the Assembly meet: the vetoed texts come before it, and every delegation is to have one turn."""
    s = m.state
    session, before = session_of(s), s.chamber.plenary
    here = s.chamber.members
    m.note(
        e.AssemblyConvened(
            session=session.id,
            title=session.title,
            kind=session.kind,
            members=len(members(s)),
            here=here,
            phase=led(m.phase, Trigger.CONVENE),
            resumed=before is not None and before.session == session.id,
        )
    )
    for text in lost(s.chamber):
        m.note(e.TextBrought(next_paper(m.state), text.symbol))


def close_debate(m: Minutes) -> None:
    """When everybody has had its turn put the text to the vote; without one the session adjourns."""
    c = m.state.chamber
    if m.phase is not Phase.PLENARY or c.consulting:
        return
    draft = text_to_be_put(c)
    if draft is None or c.plenary is None:
        _adjourn(m)
        return
    m.note(
        e.QuestionPut(
            kind="assembly",
            subject=draft.symbol,
            nature="important",
            voters=c.plenary.here,
            phase=led(m.phase, Trigger.PUT),
            draft=draft.symbol,
            mover=draft.sponsors[0] if draft.sponsors else "",
        )
    )


def _adjourn(m: Minutes) -> None:
    m.note(e.AssemblyAdjourned(led(m.phase, Trigger.CLOSE_SESSION)))


# -- its vote --------------------------------------------------------------------------------------
def result(m: Minutes, ballot: Ballot) -> Result:
    """Let all other Members vote, and count: two-thirds of those present and voting (GA1, GA2, GA5)."""
    draft = m.state.chamber.drafts[ballot.draft]
    votes = polled(m, ballot.votes, draft.stored or draft.symbol, leanings(m.state, draft))
    others = {code: vote for code, vote in votes.items() if code not in ballot.votes}
    m.note(e.AssemblyVoted(draft.symbol, others))
    if governs(m.state.scenario):
        return assembly_result(m.state, draft, votes)
    return decide_assembly(tally(votes.values()), important=True)


def tally(votes: Iterable[str]) -> Tally:
    """Count the votes of all Members."""
    cast = list(votes)
    kinds = ("yes", "no", "abstain", "absent", "not_participating")
    return Tally(*(cast.count(kind) for kind in kinds))


def decided(m: Minutes, ballot: Ballot, result: Result) -> None:
    """Let the Assembly's vote work in the world, and the session adjourn."""
    c = m.state.chamber
    draft, vetoed_by = c.drafts[ballot.draft], _vetoers(m.state, ballot.draft)
    if result.carried and c.plenary is not None:
        symbol = session_of(m.state).resolution(c.plenary.adopted + 1)
        m.note(e.RecommendationAdopted(symbol, draft.symbol))
        _recommended(m, draft, result)
        moved = {**dict.fromkeys(draft.sponsors, REGARD), **dict.fromkeys(vetoed_by, -REGARD)}
    else:
        m.note(e.RecommendationFailed(draft.symbol))
        moved = dict.fromkeys(draft.sponsors, -REGARD)
    let(m, [Effect(seat=x, standing=by) for x, by in moved.items()], f"assembly:{draft.symbol}")
    take_measure(m)
    _adjourn(m)


def _vetoers(s: State, symbol: str) -> tuple[str, ...]:
    """Return those at the table who vetoed, in the Council, the text that the Assembly votes on."""
    draft = s.chamber.drafts[symbol]
    text = next((x for x in lost(s.chamber) if x.clauses == draft.clauses), None)
    against = (x for x, vote in text.votes.items() if vote == "no") if text is not None else ()
    return tuple(x for x in against if x in body(s).permanent)


def _recommended(m: Minutes, draft: Draft, result: Result) -> None:
    """Let a recommendation work: of what a decision does to tracks and standings a share, and no flag.

    A report of the League's Assembly on what its Council could not agree on has all the force of the
    Council's (L8).
    """
    if result.verdict is Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES and not stands(m.state.chamber, draft):
        for kind in kinds_of(m, draft):
            let(m, kind.effects, f"assembly:{draft.symbol}:{kind.id}")
        return
    for kind in kinds_of(m, draft):
        share = WEAKER if kind.character in FREELY_GIVEN else SHARE
        moving = [x for x in kind.effects if (x.track and x.to is None) or x.seat]
        let(m, scaled(moving, share, 0), f"assembly:{draft.symbol}:{kind.id}")


def answer_recommendations(m: Minutes) -> None:
    """Let those addressed by the Assembly's texts of this stage comply or defy, at lower odds than a
    decision's."""
    c = m.state.chamber
    for done in c.plenary.done if c.plenary is not None else ():
        draft = c.drafts.get(done.draft)
        if not done.symbol or draft is None or draft.stage != c.stage_id:
            continue
        for kind in kinds_of(m, draft):
            demand, world = kind.demand, m.state.world
            if demand is None:
                continue
            will = world.tracks.get(demand.resolve, 50.0)
            chance = round(SHARE * odds(demand, kind.rank, will, world.credibility), 3)
            complied = m.chance.stream(f"comply:{draft.symbol}:{kind.id}").roll(chance)
            m.note(e.ComplianceDecided(demand.party, kind.id, draft.symbol, chance, complied))
            let(m, demand.if_complies if complied else demand.if_defies, f"demand:{draft.symbol}:{kind.id}")


RESULTS = {"assembly": result}
FOLLOWS = {"assembly": decided}

LAWS = (
    Law(
        a.RequestSession,
        CONFERRING | {Phase.DEBATE},
        Who.TURN,
        "GA6",
        "The Members are asked between meetings, in consultations or with the floor.",
        lambda s, seat: (a.RequestSession(seat),),
        _request,
        _request_refusal,
    ),
)
