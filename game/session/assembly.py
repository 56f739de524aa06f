"""Questions about the General Assembly: whether it may be called, who its Members are, what is before it.

Answers are read off the state, nothing is changed; `acts.plenary` plays it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from game.rules.assembly import uniting_for_peace
from game.rules.refusals import Refusal
from game.rules.sessions import (
    LeagueSession,
    Session,
    emergency_session,
    league_session,
    regular_session,
    special_session,
)
from game.session.covenant import governs
from game.session.plenary import Lost
from game.session.state import Chamber, Draft, Phase, State
from game.session.table import assembly_sits, uniting_for_peace_exists
from game.world.blocs import Elector

_SESSIONS: Mapping[str, Callable[[date], Session | LeagueSession]] = {
    "emergency": emergency_session,
    "special": special_session,
    "regular": regular_session,
    "reference": league_session,
}


# -- calling it ------------------------------------------------------------------------------------
def refuse_call(s: State, *, sits: bool) -> Refusal | None:
    """Say why the Assembly cannot be turned to (GA6).

    `sits`: it is asked as one that sits anyway, so that the matter is referred to it and no session called.
    """
    if governs(s.scenario):
        return refuse_reference(s)
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


def refuse_reference(s: State) -> Refusal | None:
    """Say why a dispute cannot be referred to the Assembly of the League (Article 15(9), L8)."""
    if is_called(s.chamber):
        return Refusal("L8", "The Assembly has been called already; it meets when the Council has risen.")
    if not s.scenario.open.disputants:
        return Refusal("L8", "Only a dispute between Members can be referred to the Assembly.")
    return None


def referred(s: State) -> str:
    """Return as what the Assembly meets when a matter is referred to it: its session, or by Article 15."""
    return "reference" if governs(s.scenario) else "regular"


def is_called(c: Chamber) -> bool:
    """Say whether the Assembly is to meet when the Council has risen."""
    return c.plenary is not None and c.plenary.called


def lost(c: Chamber) -> tuple[Lost, ...]:
    """Return the texts that vetoes kept from the Council since the Assembly last met."""
    return c.plenary.lost if c.plenary is not None else ()


# -- its Members -----------------------------------------------------------------------------------
def members(s: State) -> tuple[Elector, ...]:
    """Return the Members of the United Nations, or of the League, today; where none are known, the table."""
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


# -- its meeting -----------------------------------------------------------------------------------
def session_of(s: State) -> Session | LeagueSession:
    """Return the session that meets: the one that met on the crisis before if it may be resumed (EV6).

    Sessions that history called over the crisis itself are not counted among those before it.
    """
    p = s.chamber.plenary
    kind = p.kind if p is not None and p.kind in _SESSIONS else "emergency"
    now = s.chamber.date
    begun = s.scenario.open.opens or now
    fresh = _SESSIONS[kind](date.fromisoformat(min(now, begun) if kind in ("emergency", "special") else now))
    return Session(kind, int(p.session[3:])) if p and kind == "emergency" and _met(p.session) else fresh


def _met(session: str) -> bool:
    """Say whether an emergency session has met on the crisis: it only adjourned for the time being."""
    return session.startswith("ES-")


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
