"""One contract for all: clean start, same seed same play, never illegal, nothing beyond the view."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

import game.sitting.table as council_table
from game.delegates import LEVELS, SEASONED, TEMPERAMENTS, take_seat
from game.session.actions import Action
from game.session.chance import Chance
from game.session.legal import Docket
from game.session.scenario import Position, Scenario
from game.session.state import Phase, State
from game.session.table import turn
from game.session.views import view
from game.sitting import Sitting

UNSKILLED = ("aimless", "recorded")
"""Temperaments that play alike at every level."""
ALL = tuple((x, level) for x in TEMPERAMENTS for level in ((SEASONED,) if x in UNSKILLED else LEVELS))
MOST_STEPS = 6000


class SealedDocket:
    """A docket that lets nobody look behind it."""

    def __init__(self, state: State, seat: str) -> None:
        inner = Docket(state, seat)
        self._ask: Callable[[str], object] = lambda what: getattr(inner, what)
        self._of = inner.of
        self._lists = inner.__iter__
        self._holds = inner.__contains__

    @property
    def kinds(self) -> object:
        return self._ask("kinds")

    def of(self, kind: type[Action]) -> tuple[Action, ...]:
        return self._of(kind)

    def __iter__(self) -> Iterator[Action]:
        return self._lists()

    def __contains__(self, act: object) -> bool:
        return self._holds(act)

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"a delegate asked its docket for {name}")


@pytest.mark.parametrize(("temperament", "level"), ALL)
def test_a_sitting_of_one_temperament_ends_and_nothing_it_does_is_refused(
    sit, temperament: str, level: str
) -> None:
    for seed in (1, 2):
        sitting = sit(temperament=temperament, level=level, seed=seed)
        sitting.run(MOST_STEPS)
        assert sitting.finished
        assert sitting.refusals == 0


@pytest.mark.parametrize(("temperament", "level"), ALL)
def test_the_same_seed_gives_the_same_play(sit, temperament: str, level: str) -> None:
    first, second = (
        sit(temperament=temperament, level=level, seed=5),
        sit(temperament=temperament, level=level, seed=5),
    )
    first.run(MOST_STEPS)
    second.run(MOST_STEPS)
    assert first.record == second.record


@pytest.mark.parametrize(("temperament", "level"), ALL)
def test_a_delegate_asks_its_docket_for_lawful_acts_alone(
    sit, temperament: str, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = sit(temperament=temperament, level=level, seed=3)
    expected.run(MOST_STEPS)
    monkeypatch.setattr(council_table, "Docket", SealedDocket)
    sealed = sit(temperament=temperament, level=level, seed=3)
    sealed.run(MOST_STEPS)
    assert sealed.record == expected.record


@pytest.mark.parametrize(("temperament", "level"), ALL)
def test_a_delegate_seated_late_plays_on_as_the_one_before(sit, temperament: str, level: str) -> None:
    """A resumed sitting: whoever has heard the record knows all the former delegate knew."""
    kept, changed = (
        sit(temperament=temperament, level=level, seed=4),
        sit(temperament=temperament, level=level, seed=4),
    )
    kept.run(MOST_STEPS)
    while changed.step():
        changed._delegates.clear()
    assert changed.record == kept.record


def _otherwise(scenario: Scenario, seat: str) -> Scenario:
    """The same crisis with everybody else's brief turned upside down."""
    briefs = {
        code: brief
        if code == seat
        else replace(
            brief,
            summary="Another brief.",
            positions={i: Position(-p.position, 3.0) for i, p in brief.positions.items()},
            capacity={},
        )
        for code, brief in scenario.sealed.briefs.items()
    }
    return Scenario(scenario.open, replace(scenario.sealed, briefs=briefs))


@pytest.mark.parametrize(("temperament", "level"), ALL)
def test_what_others_are_told_changes_nothing_for_a_seat(sit, temperament: str, level: str) -> None:
    sitting: Sitting = sit(temperament=temperament, level=level, seed=2)
    compared = 0
    for _ in range(400):
        state = sitting.state
        if state.chamber.phase in (Phase.DEBATE, Phase.BALLOT, Phase.CHAIR):
            seat = turn(state)[0]
            other = replace(state, scenario=_otherwise(state.scenario, seat))
            acts = []
            for world in (state, other):
                delegate = take_seat(temperament, seat, level)
                for event in sitting.record_for(seat):
                    delegate.hear(event)
                stream = Chance(1, len(sitting.record)).stream("test")
                acts.append(delegate.choose(view(world, seat), Docket(world, seat), stream))
            assert acts[0] == acts[1]
            compared += 1
        if not sitting.step():
            break
    assert compared > 10


@pytest.mark.parametrize(("temperament", "level"), ALL)
def test_a_delegate_starts_clean(sit, temperament: str, level: str) -> None:
    """What one delegate has heard is nothing to the next that takes a seat."""
    sitting = sit(temperament=temperament, level=level, seed=1)
    while sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    state, seat = sitting.state, turn(sitting.state)[0]

    def chosen() -> Action:
        stream = Chance(1, 1).stream("test")
        return take_seat(temperament, seat, level).choose(view(state, seat), Docket(state, seat), stream)

    before = chosen()
    sitting.run(MOST_STEPS)
    assert chosen() == before


@pytest.mark.parametrize(("temperament", "level"), ALL)
def test_a_delegate_heeds_only_what_it_says_it_heeds(sit, temperament: str, level: str) -> None:
    sitting = sit(temperament=temperament, level=level, seed=6)
    while sitting.state.chamber.phase is not Phase.BALLOT and sitting.step():
        pass
    state = sitting.state
    seat = (turn(state) or ("USA",))[0]
    acts = []
    for heeding in (False, True):
        delegate = take_seat(temperament, seat, level)
        for event in sitting.record_for(seat):
            own = type(event) in delegate.heeds_own and getattr(event, "seat", "") == seat
            if not heeding or own or type(event) in delegate.heeds:
                delegate.hear(event)
        stream = Chance(1, 1).stream("test")
        docket = Docket(state, seat)
        acts.append(delegate.choose(view(state, seat), docket, stream) if docket else None)
    assert acts[0] == acts[1]


def test_there_is_no_other_temperament() -> None:
    with pytest.raises(ValueError, match="steadfast"):
        take_seat("moody", "USA")


def test_every_temperament_is_described_in_one_sentence() -> None:
    for words in TEMPERAMENTS.values():
        assert words.endswith(".")
        assert words.count(".") == 1
