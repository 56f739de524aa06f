"""Questions about who sits, who presides and whose turn it is; answers are read off the state, nothing is
changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from game.rules.bodies import BODIES, Body
from game.rules.presidency import chair, presides
from game.rules.texts import order_of_submission
from game.session.conduct import at_the_table
from game.session.facts import facts
from game.session.scenario import Scenario
from game.session.state import Chamber, Draft, Phase, State
from game.world.conditions import holds


def body(state: State) -> Body:
    """Return the body in session, with the seats it has today."""
    return BODIES[state.scenario.open.body].seating(len(state.chamber.members))


def present(chamber: Chamber) -> tuple[str, ...]:
    """Return the members at the table, in the English alphabetical order."""
    absent = chamber.absent
    out = chamber.meeting.excluded if chamber.meeting is not None else None
    if not absent and not out:
        return chamber.members
    return tuple([s for s in chamber.members if s not in absent and not (out and s in out)])


AGREED = frozenset({"statement", "press"})
"""Forms of text that are agreed to by silence and never voted on (EV4, EV5)."""


def guests_here(chamber: Chamber) -> tuple[str, ...]:
    """Return the guests at the table who may hold the floor, in the order of their seats (IN1)."""
    conduct = chamber.conduct
    return at_the_table(conduct.guests, chamber.invited, conduct.outside) if conduct.guests else ()


def heard_by(chamber: Chamber) -> tuple[str, ...]:
    """Return who hears what is said now: of a private meeting those present, else nobody need be named
    (PB3)."""
    return (*present(chamber), *guests_here(chamber)) if chamber.conduct.private else ()


def next_in_chair(members: tuple[str, ...], seat: str, here: tuple[str, ...]) -> str:
    """Return who takes the chair when a seat cannot or will not: the next in order who is present (PR5)."""
    away = [m for m in members if m not in here]
    return chair(members, seat, ceded=(seat,), absent=away).seat


def presiding(state: State) -> str:
    """Return who presides: of the meeting if one is open, else who will by the month's turn (PR1, PR6)."""
    c = state.chamber
    if c.meeting is not None and c.meeting.open:
        return c.meeting.president
    due = month_president(state.scenario, c.stage)
    here = present(c)
    return due if due in here else next_in_chair(c.members, due, here)


@lru_cache(maxsize=256)
def _president(
    anchor: tuple[str, str], day: str, years: tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
) -> str:
    members = {year: dict(names) for year, names in years}
    return presides(date.fromisoformat(day), (anchor[0], date.fromisoformat(anchor[1])), members)


def month_president(scenario: Scenario, stage: int) -> str:
    """Return the member whose turn in the chair it is at a stage: by month and rule 18 (PR1, PR2), or by
    session as the crisis tells (L10)."""
    known = scenario.__dict__.setdefault("_presidents", {})
    if stage not in known and not BODIES[scenario.open.body].monthly:
        known[stage] = _session_president(scenario, stage)
    if stage not in known:
        years: dict[int, tuple[tuple[str, str], ...]] = {}
        for s in scenario.sealed.stages:
            years.setdefault(int(s.date[:4]), tuple((m, scenario.seat[m].name) for m in s.members))
        at = scenario.sealed.stages[stage]
        known[stage] = _president(scenario.open.presides, at.date, tuple(years.items()))
    president: str = known[stage]
    return president


def _session_president(scenario: Scenario, stage: int) -> str:
    """Return whom the last stage that names a President names; before one does, the crisis's anchor."""
    named = [x.president for x in scenario.sealed.stages[: stage + 1] if x.president]
    return named[-1] if named else scenario.open.presides[0]


def speaking_order(members: tuple[str, ...], here: tuple[str, ...], president: str) -> tuple[str, ...]:
    """Return those present in the order they are called: from the President's right round to the President
    (PR4)."""
    at = members.index(president)
    circle = (*members[at + 1 :], *members[: at + 1])
    return tuple(s for s in circle if s in here)


def loser(state: State) -> str:
    """Return the seat a ruling went against: whoever raised the point, or whom an upheld point touches."""
    point = state.chamber.point
    if point is None:
        raise LookupError("no point of order is under decision")
    here = present(state.chamber)
    if point.upheld and point.subject in ("credentials", "order") and point.target in here:
        return point.target
    if point.upheld and point.subject == "relevance" and point.target in state.chamber.amendments:
        mover = state.chamber.amendments[point.target].seat
        return mover if mover in here else point.seat
    if point.upheld and point.subject == "nature" and state.chamber.ballot is not None:
        mover = state.chamber.ballot.mover
        return mover if mover in here else point.seat
    return point.seat


def _on_the_roll(state: State) -> tuple[str, ...]:
    ballot = state.chamber.ballot
    return (ballot.voters[len(ballot.votes)],) if ballot is not None else ()


def _with_the_floor(state: State) -> tuple[str, ...]:
    meeting = state.chamber.meeting
    return meeting.queue[:1] if meeting is not None else ()


def _called(state: State) -> tuple[str, ...]:
    call = state.chamber.usage.call
    return call.queue[:1] if call is not None else ()


def _conferring(state: State) -> tuple[str, ...]:
    return state.chamber.consulting[:1]


def _between_meetings(state: State) -> tuple[str, ...]:
    return state.chamber.consulting[:1] or _presiding(state)


def _presiding(state: State) -> tuple[str, ...]:
    return (presiding(state),)


_AWAITED: dict[Phase, Callable[[State], tuple[str, ...]]] = {
    Phase.RECESS: _between_meetings,
    Phase.DEBATE: _with_the_floor,
    Phase.CHAIR: _presiding,
    Phase.CONSULTATIONS: _conferring,
    Phase.RULING: _presiding,
    Phase.RULED: lambda state: (loser(state),),
    Phase.BALLOT: _on_the_roll,
    Phase.CALL: _called,
    Phase.PLENARY: _conferring,
}


class _Turn:
    """Whose turn it was found to be last, and in which state: it is asked for every act that is judged."""

    found: tuple[State | None, tuple[str, ...]] = (None, ())


def turn(state: State) -> tuple[str, ...]:
    """Return the seats awaited now, the one the sitting waits for first; none while the world is due or all
    is over."""
    last, seats = _Turn.found
    if last is not state:
        awaited = _AWAITED.get(state.chamber.phase)
        seats = awaited(state) if awaited is not None else ()
        _Turn.found = state, seats
    return seats


def waiting(state: State) -> tuple[Draft, ...]:
    """Return the drafts that wait to be voted on, in the order they are to be put (CB6)."""
    return to_be_put(state.chamber)


def to_be_put(c: Chamber) -> tuple[Draft, ...]:
    """Return the drafts that wait for their vote in a chamber, the first to be put first (CB6).

    Not among them: statements, which are never voted on, and a guest's drafts until a member asks (IN5).
    """
    tabled = [
        (d.symbol, d.order)
        for d in c.drafts.values()
        if d.status == "tabled" and d.form not in AGREED and (d.asked or not d.guest)
    ]
    if not tabled:
        return ()
    first = (c.meeting.priority,) if c.meeting and c.meeting.priority else ()
    return tuple(c.drafts[symbol] for symbol in order_of_submission(tabled, first=first))


def rounds_allowed(state: State) -> int:
    """Return how many rounds of speakers this meeting may have (H2)."""
    more = state.chamber.usage.extended
    if state.rounds:
        return state.rounds + more
    own = state.stage.rounds
    return more + (own if state.chamber.length == "full" else max(1, own - 1))


def uniting_for_peace_exists(state: State) -> bool:
    """Say whether the Assembly's power under 377 A (V) has come into being (GA6)."""
    when = state.scenario.sealed.uniting_for_peace
    return when is not None and holds(when, facts(state))


def assembly_sits(state: State) -> bool:
    """Say whether the Assembly is in session anyway (GA6)."""
    when = state.scenario.sealed.assembly_sits
    return when is not None and holds(when, facts(state))
