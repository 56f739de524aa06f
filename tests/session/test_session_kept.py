"""What is kept between acts says exactly what would be found afresh, at every step of a sitting."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.session import actions as a
from game.session import facts as gathering
from game.session import legal, views
from game.session.table import turn
from game.sitting import Sitting
from tests.session.council import SCENARIO


def steps(seed: int = 3, most: int = 400) -> Sitting:
    """A sitting of scripted seats under way."""
    sitting = Sitting.begin(SCENARIO, seed=seed)
    for _ in range(most):
        if not sitting.step():
            break
    return sitting


def test_facts_kept_are_the_facts_gathered_at_every_step() -> None:
    sitting = Sitting.begin(SCENARIO, seed=2)
    while sitting.step():
        state = sitting.state
        assert gathering.facts(state) == gathering._gathered(state.chamber, state.world)


def test_facts_are_the_same_object_until_something_of_them_changes() -> None:
    state = steps(most=40).state
    before = gathering.facts(state)
    assert gathering.facts(replace(state, chamber=replace(state.chamber, taken=9))) is before
    changed = replace(state, chamber=replace(state.chamber, adopted=state.chamber.adopted | {"x"}))
    assert "x" in gathering.facts(changed).adopted
    assert gathering.facts(state) == before


def test_every_field_of_the_chamber_that_facts_are_gathered_from_renews_them() -> None:
    state = steps(most=40).state
    others = {
        "stage": 7,
        "stage_id": "elsewhere",
        "assembly": True,
        "seized": False,
        "absent": {"USA": "away"},
        "invited": frozenset({"x"}),
        "adopted": frozenset({"x"}),
        "passed": frozenset({"x"}),
        "vetoed": frozenset({"x"}),
        "failed": frozenset({"x"}),
        "subjects": {"x": {"USA": "yes"}},
    }
    for field, value in others.items():
        known = gathering.facts(state)
        changed = replace(state, chamber=replace(state.chamber, **{field: value}))
        assert gathering.facts(changed) != known, field
        assert gathering.facts(changed) == gathering._gathered(changed.chamber, changed.world), field


def test_a_view_kept_is_the_view_of_one_who_has_looked_at_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = Sitting.begin(SCENARIO, seed=4)
    kept = views._last_told
    while sitting.step():
        state = sitting.state
        for seat in ("", *state.chamber.members):
            seen = views.view(state, seat)
            monkeypatch.setattr(views, "_last_told", {})
            assert views.view(state, seat) == seen
            monkeypatch.setattr(views, "_last_told", kept)


def test_an_act_judged_last_is_judged_again_in_another_state() -> None:
    state = steps(most=1).state
    act = a.Yield(turn(state)[0])
    assert legal.refusal_of(state, act) is None
    elsewhere = replace(state, chamber=replace(state.chamber, consulting=()))
    assert legal.refusal_of(elsewhere, act) is not None
    assert legal.refusal_of(state, act) is None
