"""What one seat may know: the only door to a sitting for screens, delegates and exports.

A view holds the chamber (public), the seat's own brief and papers, and the world's published measures. It
never holds
another seat's brief or papers, what the pack still has in store, or the state itself.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from msgspec import Struct
from msgspec.structs import replace

from game.rules.house import UNSC, House
from game.session.events import (
    PRIVATE,
    CrisisNoteAnswered,
    CrisisNoteJoined,
    CrisisNoteSent,
    DealAccepted,
    DealRefused,
    DealSettled,
    Event,
    HappeningOccurred,
    PatronReacted,
    SpokeTo,
    StatementMade,
    VoteExplained,
    WorldMoved,
)
from game.session.facts import facts
from game.session.scenario import Brief, Position, Prospectus, Scenario, ScriptLine, StageCard
from game.session.state import Chamber, Papers, State
from game.world.conditions import Facts, holds
from game.world.security import TERMS, Explanation, explain


class View(Struct, frozen=True):
    """What a seat knows; `seat` is empty for an observer, who has no brief and no papers."""

    seat: str
    open: Prospectus
    chamber: Chamber
    brief: Brief | None
    papers: Papers
    stage: StageCard | None
    tracks: dict[str, float]
    terms: dict[str, float]
    credibility: float
    standings: dict[str, float]
    happened: tuple[str, ...]
    """Ids of the happenings this seat has read."""
    house: House = UNSC
    script: tuple[ScriptLine, ...] = ()
    """The seat's own script for this stage, for a scripted delegate."""

    def position(self, issue: str) -> Position:
        """Return the seat's position on an issue as its latest instructions have it (none: indifferent)."""
        if self.brief is None:
            return INDIFFERENT
        for instruction in reversed(self.brief.instructions):
            if issue in instruction.positions:
                return instruction.positions[issue]
        return self.brief.positions.get(issue, INDIFFERENT)


INDIFFERENT = Position(0.0, 0.0)
NO_PAPERS = Papers()
_HEARD = frozenset({SpokeTo, StatementMade, VoteExplained})
"""What is said aloud: of a private meeting for those alone who heard it (PB3)."""
_ORDERED = frozenset({CrisisNoteSent, CrisisNoteJoined, CrisisNoteAnswered})
_DEALT = frozenset({DealAccepted, DealRefused, DealSettled})
_RESERVED = _HEARD | _ORDERED | _DEALT | PRIVATE.keys() | {HappeningOccurred, PatronReacted, WorldMoved}
"""Kinds of events of which some are not for everybody."""


def card(state: State) -> StageCard | None:
    """Return the public part of the stage now open, None before the first."""
    at = state.chamber.stage
    return None if at < 0 else state.scenario.cards[at]


def own_brief(state: State, seat: str) -> Brief:
    """Return a seat's brief with the instructions that have arrived and the red lines that still bind."""
    scenario, papers = state.scenario, state.papers[seat]
    gone = papers.loosened
    passing = scenario.passing_lines(seat)
    if passing:
        known = facts(state)
        gone = gone.union([r.id for r in passing if r.until is not None and holds(r.until, known)])
    key = (seat, papers.instructions, gone)
    brief = scenario.told.get(key)
    if brief is None:
        whole = scenario.sealed.briefs[seat]
        arrived = tuple(whole.instructions[i] for i in papers.instructions)
        lines = tuple(r for r in whole.red_lines if r.id not in gone)
        brief = replace(whole, instructions=arrived, red_lines=lines, script=(), history="")
        scenario.told[key] = brief
    return brief


def own_script(state: State, seat: str) -> tuple[ScriptLine, ...]:
    """Return the lines of a seat's script that apply at this stage."""
    lines, conditional = state.scenario.script_at(seat, state.chamber.stage_id)
    if not conditional:
        return lines
    known = facts(state)
    held = tuple([line.when is None or holds(line.when, known) for line in lines])
    return state.scenario.script_as(seat, state.chamber.stage_id, held)


class Told(NamedTuple):
    """What a seat was last told beside what stands in the chamber; of which scenario, facts and papers."""

    scenario: Scenario
    facts: Facts
    papers: Papers
    stage: StageCard | None
    brief: Brief | None
    script: tuple[ScriptLine, ...]
    happened: tuple[str, ...]


_last_told: dict[str, Told] = {}
"""By seat: most acts of a sitting change nothing of it."""


def _told(state: State, seat: str) -> Told:
    """Return what a seat is told now; whatever of it has not changed is the same object as before."""
    scenario, known, papers = state.scenario, facts(state), state.papers.get(seat, NO_PAPERS)
    last = _last_told.get(seat)
    if last is not None and last.facts is known and last.papers is papers and last.scenario is scenario:
        return last
    seated = seat in state.papers
    brief = own_brief(state, seat) if seated else None
    script = own_script(state, seat) if seated else ()
    happened = scenario.public_among(state.world.happened) + papers.dispatches
    told = _last_told[seat] = Told(scenario, known, papers, card(state), brief, script, happened)
    return told


def view(state: State, seat: str = "") -> View:
    """Return what a seat may know now; an empty seat is an observer in the public gallery."""
    world = state.world
    told = _told(state, seat)
    return View(
        seat,
        state.scenario.shown,
        state.chamber,
        told.brief,
        told.papers,
        told.stage,
        world.tracks,
        world.terms,
        world.credibility,
        world.standings,
        told.happened,
        state.house,
        told.script,
    )


def board(state: State) -> tuple[Explanation, ...]:
    """Return the collective-security board: each of the eight terms with its value, reasons and source.

    Public: what it tells of the model is what its notes say in plain words.
    """
    known = facts(state)
    return tuple(explain(state.scenario.sealed.security, term, known) for term in TERMS)


def audience(state: State, event: Event) -> frozenset[str] | None:
    """Return the seats that may read an event of the record, None for everybody; `state` is any after it."""
    kind = type(event)
    if kind not in _RESERVED:
        return None
    fields = PRIVATE.get(kind)
    if kind in _ORDERED:
        number = cast(CrisisNoteSent | CrisisNoteJoined | CrisisNoteAnswered, event).number
        return frozenset(seat for seat, papers in state.papers.items() if number in papers.orders)
    if fields is not None:
        return frozenset(getattr(event, field) for field in fields)
    if kind in _HEARD:
        heard = cast(SpokeTo | StatementMade | VoteExplained, event).heard_by
        return frozenset(heard) if heard else None
    if kind is HappeningOccurred:
        told = cast(HappeningOccurred, event).secret_to
        return frozenset(told) if told else None
    if kind is PatronReacted:
        return None if cast(PatronReacted, event).acted else frozenset()
    if kind is WorldMoved:
        return _audience_of_cause(state, cast(WorldMoved, event).cause)
    if kind in _DEALT:
        number = cast(DealAccepted | DealRefused | DealSettled, event).number
        return frozenset(seat for seat, papers in state.papers.items() if number in papers.deals)
    return None


def _audience_of_cause(state: State, cause: str) -> frozenset[str] | None:
    """Return who may read of a move of the world: of one that a secret happening made, its readers alone."""
    kind, _, named = cause.partition(":")
    happening = state.scenario.happening.get(named) if kind == "happening" else None
    return frozenset(happening.secret_to) if happening is not None and happening.secret_to else None


def may_know(state: State, seat: str, event: Event) -> bool:
    """Say whether a seat may read an event of the record; `state` is any state after it."""
    told = audience(state, event)
    return told is None or seat in told
