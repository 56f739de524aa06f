"""How every seat fared: objectives, votes, words kept and broken, and what its real holder did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from game.prose.names import promised, short
from game.session import events as happened
from game.session.events import Event
from game.session.facts import facts
from game.session.scenario import Scenario
from game.session.state import State
from game.world.conditions import holds
from game.world.outside import standing_of


class Fate(Struct, frozen=True):
    """One objective and whether it was met when the sitting ended."""

    text: str
    secret: bool
    met: bool


class Fared(Struct, frozen=True):
    """One delegation's part in a sitting; `history` says what the person in this chair really did.

    `holder` is person, observer or a temperament; `standing` runs from -100 to 100; `votes` counts ballots
    by kind, `pledges` says what was promised.
    """

    seat: str
    name: str
    holder: str
    summary: str
    history: str
    objectives: tuple[Fate, ...]
    standing: float
    statements: int = 0
    drafts: int = 0
    amendments: int = 0
    votes: dict[str, int] = {}
    deals_kept: int = 0
    deals_broken: int = 0
    pledges: tuple[str, ...] = ()


def fared(events: Iterable[Event], state: State, scenario: Scenario) -> tuple[Fared, ...]:
    """Return how each seat that sat on the Council fared, in the pack's order."""
    tally = _tally(events)
    known = facts(state)
    sat = {seat for stage in scenario.sealed.stages[: state.chamber.stage + 1] for seat in stage.members}
    reached = []
    for seat in scenario.open.seats:
        brief = scenario.sealed.briefs.get(seat.code)
        if brief is None or (sat and seat.code not in sat):
            continue
        votes = {vote: n for (code, what, vote), n in tally.items() if code == seat.code and what == "vote"}
        done = {what: n for (code, what, _), n in tally.items() if code == seat.code and what != "vote"}
        reached.append(
            Fared(
                seat.code,
                short(scenario, seat.code),
                state.chamber.holders.get(seat.code, ""),
                brief.summary,
                brief.history,
                tuple(Fate(o.text, o.secret, holds(o.when, known)) for o in brief.objectives),
                standing_of(state.world.standings, seat.code),
                votes=votes,
                pledges=tuple(
                    promised(scenario, kind, units)
                    for kind, units in state.chamber.pledges.get(seat.code, {}).items()
                ),
                **done,
            )
        )
    return tuple(reached)


def _tally(events: Iterable[Event]) -> Counter[tuple[str, str, str]]:
    """Count what seats did: (seat, what, ballot)."""
    done: Counter[tuple[str, str, str]] = Counter()
    for event in events:
        match event:
            case happened.StatementMade():
                done[event.seat, "statements", ""] += 1
            case happened.DraftTabled():
                done[event.sponsors[0] if event.sponsors else "", "drafts", ""] += 1
            case happened.AmendmentMoved():
                done[event.seat, "amendments", ""] += 1
            case happened.BallotCast():
                done[event.seat, "vote", event.vote] += 1
            case happened.DealSettled():
                done[event.seat, "deals_kept" if event.kept else "deals_broken", ""] += 1
    return done
