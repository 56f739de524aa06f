"""The debrief as a value: your line of events beside history's, how every seat fared, the eight terms.

Screens and exports show the same `Debrief`. It names each divergence and says what history did; it must
never add them up, rank them or score how near a sitting came to history. It opens what was sealed: show it
when a sitting is over, or when the director asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from game.prose.causes import Why, whys
from game.prose.choices import Motives
from game.prose.chronicle import Chronicle, StageCompared, compare, follow
from game.prose.conduct import Fared, fared
from game.prose.plainly import plainly
from game.session.claims import Claim, claims
from game.session.events import Event, MomentMarked
from game.session.scenario import Doubt, Question, Scenario, Source
from game.session.state import State
from game.world.security import GROUNDS, TERMS

__all__ = ["Debrief", "debrief"]


class Reached(Struct, frozen=True):
    """An ending: yours, or history's."""

    id: str
    title: str
    text: str
    historical: bool


class TermCompared(Struct, frozen=True):
    """One of the eight terms (0-1): your value at the end, and history's as the pack has it."""

    id: str
    title: str
    claim: str
    source: str
    yours: float | None
    history: float | None
    why: str


class Debrief(Struct, frozen=True):
    """All that is told after a sitting.

    `ending` is None while the sitting goes on; `history` holds the pack's historical endings; `credibility`
    is yours at the end (0-1); `claims` are what the pack tells of the past and marks as doubtful.
    """

    pack: str
    title: str
    subtitle: str
    finished: bool
    ending: Reached | None
    history: tuple[Reached, ...]
    stages: tuple[StageCompared, ...]
    delegations: tuple[Fared, ...]
    terms: tuple[TermCompared, ...]
    whys: tuple[Why, ...]
    """Why it ended so, why each track stands where it does, why each happening came."""
    credibility: float
    moments: tuple[str, ...]
    questions: tuple[Question, ...]
    doubts: tuple[Doubt, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...] = ()
    motives: Motives = Motives()
    """What scripted delegations chose, and why, where it has been found out (`sitting.choices`)."""


def debrief(events: Sequence[Event], state: State, scenario: Scenario) -> Debrief:
    """Return the debrief of a sitting, from its whole record and the state it led to."""
    chronicle: Chronicle = follow(events, scenario)
    endings = tuple(Reached(e.id, e.title, e.text, e.historical) for e in scenario.sealed.endings)
    return plainly(
        Debrief(
            scenario.open.id,
            scenario.open.title,
            scenario.open.subtitle,
            bool(state.chamber.ending),
            next((e for e in endings if e.id == state.chamber.ending), None),
            tuple(e for e in endings if e.historical),
            compare(chronicle, scenario),
            fared(events, state, scenario),
            _terms(state, scenario),
            whys(events, scenario),
            state.world.credibility,
            tuple(e.words for e in events if isinstance(e, MomentMarked)),
            scenario.sealed.questions,
            scenario.sealed.doubts,
            scenario.open.sources,
            tuple(claims(scenario)),
        )
    )


def _terms(state: State, scenario: Scenario) -> tuple[TermCompared, ...]:
    sealed = scenario.sealed
    return tuple(
        TermCompared(
            term,
            *GROUNDS[term],
            state.world.terms.get(term),
            sealed.historical_terms.get(term),
            sealed.historical_why.get(term, ""),
        )
        for term in TERMS
    )
