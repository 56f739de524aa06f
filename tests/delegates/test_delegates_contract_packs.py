"""The contract over the four shipped crises: every temperament and level, and all that a view hides poisoned.

All temperaments sit at one table. Each table is played twice with one seed: as it is, and with delegates who
are shown views of a state in which whatever is not theirs to know has been made something else: the briefs,
papers and scripts of others, their own orders to come, the dates, news and endings ahead, history's votes,
the model, the seed. If the records are the same, nobody has looked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import game.sitting.table as council_table
from game.delegates import LEVELS, NOVICE, SEASONED, TEMPERAMENTS, VETERAN
from game.delegates.knowledge import estimating
from game.delegates.knowledge.reckoning import Reckoning
from game.delegates.minds.steadfast import Steadfast
from game.packs import load
from game.session import events as e
from game.session.actions import Action, Term
from game.session.expectations import Expectations
from game.session.scenario import Brief, Position, Roll, Scenario, Sealed
from game.session.state import Deal, Note, Papers, State
from game.session.views import View, view
from game.sitting import Sitting
from game.world.security import SecurityModel

CRISES = Path(__file__).parents[2] / "crises"
PACKS = ("korea-1950", "kuwait-1990", "ukraine-2022", "abyssinia-1935")
MOST_STEPS = 12_000
BUDGET = {NOVICE: 10, SEASONED: 60, VETERAN: 150}
"""Counts of votes on texts that a delegation may take for one act at the most, by its level."""


# -- what is poisoned ----------------------------------------------------------------------------------------
def _open(scenario: Scenario) -> Scenario:
    """The crisis with history's votes turned round; everybody is shown that there was a vote, and no more."""
    turned = Roll("failed", {}, doubt="never so")
    drafts = tuple(replace(d, roll=turned) if d.roll is not None else d for d in scenario.open.drafts)
    return Scenario(replace(scenario.open, drafts=drafts), scenario.sealed)


def _anothers(brief: Brief) -> Brief:
    positions = {i: Position(-3.0 if p.position > 0 else 3.0, 3.0) for i, p in brief.positions.items()}
    return Brief(brief.seat, "Another brief.", positions=positions, patrons=("RUS",), temperament="aimless")


def _own(brief: Brief, arrived: tuple[int, ...], stage: str) -> Brief:
    """A brief with what has not arrived yet, and the script of other dates, made something else."""
    late = tuple(
        x if i in arrived else replace(x, positions={k: Position(-3.0, 3.0) for k in brief.positions})
        for i, x in enumerate(brief.instructions)
    )
    script = tuple(line for line in brief.script if line.stage == stage)
    return replace(brief, instructions=late, script=script, history="It was all otherwise.")


def _sealed(scenario: Scenario, seat: str, arrived: tuple[int, ...], stage: str) -> Sealed:
    held = scenario.sealed
    return Sealed(
        briefs={
            code: _own(brief, arrived, stage) if code == seat else _anothers(brief)
            for code, brief in held.briefs.items()
        },
        stages=tuple(
            s
            if s.id == stage
            else replace(s, title="No such date", wire=(), history="", members=(), rounds=9)
            for s in held.stages
        ),
        happenings=tuple(
            dataclasses.replace(h, title="It never happened", wire="Poison.", effects=(), chance=0.0)
            for h in held.happenings
        ),
        endings=(),
        security=SecurityModel(),
        expectations=Expectations(),
    )


class Poisoned:
    """What is shown to delegates in place of their views."""

    def __init__(self, scenario: Scenario) -> None:
        self._plain = scenario
        self._open = _open(scenario)
        self._known: dict[tuple[str, tuple[int, ...], str], Scenario] = {}
        self._papers: dict[str, dict[str, Papers]] = {}
        term = Term("vote", "S/1", "no")
        deals = {n: Deal(n, "POI", "SON", term, term, "broken") for n in (1, 2, 3)}
        self._junk = Papers(notes=Note("POI", "SON", "We cannot."), deals=deals, dispatches=("poison",))
        self.shown = 0

    def view(self, state: State, seat: str = "") -> View:
        own, stage = state.papers.get(seat, Papers()), state.chamber.stage_id
        key = (seat, own.instructions, stage)
        if key not in self._known:
            found = Scenario(self._open.open, _sealed(self._plain, seat, own.instructions, stage))
            found.__dict__["shown"] = self._open.shown
            self._known[key] = found
        papers = {code: own if code == seat else self._junk for code in state.papers}
        world = state.world._replace(pending=(), coming=())
        self.shown += 1
        return view(replace(state, scenario=self._known[key], papers=papers, world=world, seed=-1), seat)


class Budget:
    """The most counts of votes that any delegation took for one act."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.most = self._now = 0
        self._patch = monkeypatch
        self._counted(Reckoning, "count")
        self._counted(estimating, "_count")
        choose = Steadfast.choose

        def chosen(delegate: Steadfast, *moment: Any) -> Action:
            self._now = 0
            act = choose(delegate, *moment)
            self.most = max(self.most, self._now)
            return act

        monkeypatch.setattr(Steadfast, "choose", chosen)

    def _counted(self, room: Any, name: str) -> None:
        count = getattr(room, name)

        def counted(*asked: Any, **more: Any) -> Any:
            self._now += 1
            return count(*asked, **more)

        self._patch.setattr(room, name, counted)


# -- the contract --------------------------------------------------------------------------------------------
def _seated(scenario: Scenario) -> dict[str, str]:
    """Every temperament at the table, in the order of the seats."""
    return dict(zip(scenario.sealed.stages[0].members, cycle(TEMPERAMENTS), strict=False))


def _played(scenario: Scenario, level: str) -> Sitting:
    seats = _seated(scenario)
    assert set(seats.values()) == set(TEMPERAMENTS)
    sitting = Sitting.begin(scenario, seats, seed=7, level=level)
    sitting.run(MOST_STEPS)
    return sitting


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("level", LEVELS)
def test_a_table_of_all_temperaments_keeps_the_contract_and_knows_only_what_it_is_told(
    pack: str, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario, budget = load(CRISES / pack), Budget(monkeypatch)
    sitting = _played(scenario, level)
    assert sitting.finished
    assert not sitting.refusals
    assert budget.most <= BUDGET[level]
    assert budget.most or level == NOVICE
    assert not [*_unreasoned(sitting)]
    assert not [*_disowned(sitting)]
    poison = Poisoned(scenario)
    monkeypatch.setattr(council_table, "view", poison.view)
    assert _played(scenario, level).record == sitting.record
    assert poison.shown > 100


def _minds(sitting: Sitting, seat: str) -> bool:
    """Whether a seat votes by what it wants."""
    held = _seated(sitting.scenario) | sitting.state.chamber.holders
    return held[seat] not in ("aimless", "recorded")


def _unreasoned(sitting: Sitting) -> Iterator[e.BallotCast]:
    """Votes without a reason; behind closed doors it is said to those present, beside the ballot."""
    for x, after in pairwise(sitting.record):
        if isinstance(x, e.BallotCast) and _minds(sitting, x.seat):
            aside = isinstance(after, e.VoteExplained) and after.seat == x.seat and after.words
            if not (x.reason or aside):
                yield x


def _disowned(sitting: Sitting) -> Iterator[tuple[str, str]]:
    """Noes of sponsors to their own unchanged texts, by seat and text."""
    asked: e.QuestionPut | None = None
    sponsors: dict[str, set[str]] = {}
    for x in sitting.record:
        if isinstance(x, e.DraftTabled):
            sponsors[x.symbol] = set(x.sponsors)
        elif isinstance(x, e.SponsorJoined):
            sponsors.setdefault(x.draft, set()).add(x.seat)
        elif isinstance(x, e.SponsorLeft):
            sponsors.setdefault(x.draft, set()).discard(x.seat)
        elif isinstance(x, e.DraftRevised):
            sponsors[x.draft] = set()
        elif isinstance(x, e.QuestionPut):
            asked = x
        elif isinstance(x, e.BallotCast) and asked is not None and asked.kind == "draft":
            own = x.seat in sponsors.get(asked.subject, ())
            if own and x.vote == "no" and _minds(sitting, x.seat):
                yield x.seat, asked.subject
