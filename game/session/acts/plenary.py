"""The General Assembly as it is played: how it is called, one agenda, one debate, one vote, and what follows.

Seats of the Council sit in the Assembly for their States, those too that stay away from the Council; every
other Member votes by its neighbours (`world.blocs`). Whatever the verbs of a text, in the Assembly it
recommends, and so it moves the world by a share of what the Council's decision would (Articles 10 to 14;
377 A (V)). No veto exists here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.rules.assembly import UNITING_FOR_PEACE, decide_assembly, request_by_members, uniting_for_peace
from game.rules.refusals import Refusal
from game.rules.results import Result, Tally, Verdict
from game.rules.sessions import Session, emergency_session, regular_session, special_session
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import CONFERRING, Law, Who
from game.session.consequences import kinds_of, let, scaled, take_measure
from game.session.minutes import Minutes
from game.session.plenary import Lost
from game.session.putting import led
from game.session.stages import Trigger
from game.session.state import Ballot, Chamber, Draft, Phase, State
from game.session.table import assembly_sits, body, uniting_for_peace_exists
from game.world.blocs import Elector, assembly_votes
from game.world.compliance import odds
from game.world.outside import Effect

SHARE = 0.5
"""What a recommendation does of what a decision would: it binds nobody, but most of the world has said it."""
WEAKER = 0.25
"""The share where force, a command or sanctions are recommended: each Member still chooses for itself."""
FREELY_GIVEN = frozenset({"force", "command", "sanctions"})
REGARD = 2.0
"""Standing that moves with the Assembly's vote: of the sponsors, and against those who vetoed the text."""
_SESSIONS = {"emergency": emergency_session, "special": special_session, "regular": regular_session}


# -- calling it ------------------------------------------------------------------------------------
def refuse_call(s: State, *, sits: bool) -> Refusal | None:
    """Say why the Assembly cannot be turned to (GA6).

    `sits`: it is asked as one that sits anyway, so that the matter is referred to it and no session called.
    """
    if is_called(s.chamber):
        return Refusal("GA6", "The Assembly has been called already; it meets when the Council has risen.")
    if not uniting_for_peace_exists(s):
        return Refusal(
            "GA6", "The Assembly has not given itself this power: Uniting for Peace is not adopted."
        )
    in_session = assembly_sits(s)
    if sits and not in_session:
        return Refusal("GA6", "The Assembly is not in session; call an emergency special session of it.")
    return uniting_for_peace(
        date.fromisoformat(s.chamber.date),
        lack_of_unanimity=bool(lost(s.chamber)),
        in_session=in_session and not sits,
    )


def is_called(c: Chamber) -> bool:
    """Say whether the Assembly is to meet when the Council has risen."""
    return c.plenary is not None and c.plenary.called


def lost(c: Chamber) -> tuple[Lost, ...]:
    """Return the texts that vetoes kept from the Council since the Assembly last met."""
    return c.plenary.lost if c.plenary is not None else ()


def _request_refusal(s: State, act: a.RequestSession) -> Refusal | None:
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
    neighbours."""
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
def members(s: State) -> tuple[Elector, ...]:
    """Return the Members of the United Nations today; where a crisis knows none, those at the table."""
    known = s.scenario.electors(s.chamber.date)
    return known or tuple(Elector(x, s.scenario.names.get(x, x), "No group", 0.0) for x in s.chamber.members)


def leanings(s: State, text: Lost | Draft) -> dict[str, float]:
    """Return how States and groups lean on a text (-1 to 1), from what the pack says of its issues."""
    told = s.scenario.sealed.assembly
    if told is None or not told.leanings:
        return {}
    weights: dict[str, float] = {}
    for kind in {c.kind for c in text.clauses}:
        for issue, weight in s.scenario.clause[kind].issues.items():
            weights[issue] = weights.get(issue, 0.0) + weight
    whole = sum(map(abs, weights.values())) or 1.0
    found: dict[str, float] = {}
    for issue, by in told.leanings.items():
        for who, lean in by.items():
            found[who] = found.get(who, 0.0) + lean * weights.get(issue, 0.0) / whole
    return found


def polled(m: Minutes, cast: dict[str, str], purpose: str, lean: dict[str, float]) -> dict[str, str]:
    """Return the votes of all Members, given those that are cast; every other's chance is its own."""
    electors, chance = members(m.state), m.chance
    others = assembly_votes(
        electors, cast, lean, draw=lambda code: chance.stream(f"assembly:{purpose}:{code}").random()
    )
    return {**cast, **others}


# -- its meeting -----------------------------------------------------------------------------------
def session_of(s: State) -> Session:
    """Return the session that meets: the one that met on the crisis before if it may be resumed (EV6)."""
    p = s.chamber.plenary
    kind = p.kind if p is not None and p.kind in _SESSIONS else "emergency"
    fresh = _SESSIONS[kind](date.fromisoformat(s.chamber.date))
    return Session(kind, int(p.session[3:])) if p and kind == "emergency" and _met(p.session) else fresh


def _met(session: str) -> bool:
    """Say whether an emergency session has met on the crisis: it only adjourned for the time being."""
    return session.startswith("ES-")


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


def next_paper(s: State) -> str:
    """Return the symbol of the session's next draft."""
    p = s.chamber.plenary
    return session_of(s).draft(p.papers + 1 if p is not None else 1)


def text_to_be_put(c: Chamber) -> Draft | None:
    """Return the one text the Assembly votes on: that with most sponsors, of several the first."""
    waiting = [d for d in c.drafts.values() if d.status == "tabled" and d.form == "assembly"]
    return max(waiting, key=lambda d: (len(d.sponsors), -d.order), default=None)


def has_spoken(c: Chamber, seat: str) -> bool:
    """Say whether a seat has spoken in the Assembly that now meets."""
    return c.phase is Phase.PLENARY and c.plenary is not None and seat in c.plenary.spoke


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
    if result.verdict is Verdict.ADOPTED and c.plenary is not None:
        symbol = session_of(m.state).resolution(c.plenary.adopted + 1)
        m.note(e.RecommendationAdopted(symbol, draft.symbol))
        _recommended(m, draft)
        moved = {**dict.fromkeys(draft.sponsors, REGARD), **dict.fromkeys(vetoed_by, -REGARD)}
    else:
        m.note(e.RecommendationFailed(draft.symbol))
        moved = dict.fromkeys(draft.sponsors, -REGARD)
    let(m, [Effect(seat=x, standing=by) for x, by in moved.items()], f"draft:{draft.symbol}")
    take_measure(m)
    _adjourn(m)


def _vetoers(s: State, symbol: str) -> tuple[str, ...]:
    """Return those at the table who vetoed, in the Council, the text that the Assembly votes on."""
    draft = s.chamber.drafts[symbol]
    text = next((x for x in lost(s.chamber) if x.clauses == draft.clauses), None)
    against = (x for x, vote in text.votes.items() if vote == "no") if text is not None else ()
    return tuple(x for x in against if x in body(s).permanent)


def _recommended(m: Minutes, draft: Draft) -> None:
    """Let a recommendation work: of what a decision does to tracks and standings a share, and no flag."""
    for kind in kinds_of(m, draft):
        share = WEAKER if kind.character in FREELY_GIVEN else SHARE
        moving = [x for x in kind.effects if (x.track and x.to is None) or x.seat]
        let(m, scaled(moving, share, 0), f"draft:{draft.symbol}")


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
