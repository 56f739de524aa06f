"""The one table: every trigger has its edges, every edge leads where it says, and play never leaves it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transitions import Machine

import game.session
from game.session.putting import led
from game.session.stages import TABLE, Trigger, after, machine
from game.session.state import Phase
from tests.session.dice import at_random

BACKS = {f"from_{p.value}": p for p in Phase}


def edges() -> list[tuple[Phase, Trigger, Phase | None, Phase]]:
    """Every edge of the table: from, trigger, phase to go back to, to."""
    found = []
    for row in TABLE:
        sources = row["source"] if isinstance(row["source"], list) else [row["source"]]
        back = BACKS[str(row["conditions"])] if "conditions" in row else None
        found += [(Phase(s), Trigger(str(row["trigger"])), back, Phase(str(row["dest"]))) for s in sources]
    return found


def test_the_table_and_the_triggers_are_the_same() -> None:
    assert isinstance(machine(), Machine)
    assert set(machine().events) == {t.value for t in Trigger}
    assert set(machine().states) == {p.value for p in Phase}


def test_every_edge_leads_where_the_table_says() -> None:
    for source, trigger, back, to in edges():
        assert after(source, trigger, back) is to
        assert led(source, trigger, back) is to


def test_what_is_not_in_the_table_is_not_in_order() -> None:
    allowed = {(source, trigger, back) for source, trigger, back, _ in edges()}
    for source in Phase:
        for trigger in Trigger:
            for back in (None, *Phase):
                known = (source, trigger, None) in allowed or (source, trigger, back) in allowed
                assert (after(source, trigger, back) is not None) is known
    with pytest.raises(LookupError, match="rise is not in order in ballot"):
        led(Phase.BALLOT, Trigger.RISE)


def test_an_ended_sitting_has_no_way_out_and_every_phase_can_be_reached() -> None:
    assert all(source is not Phase.ENDED for source, *_ in edges())
    reached, before = {Phase.INTERVAL}, set()
    while reached != before:
        before, reached = reached, reached | {to for source, _, _, to in edges() if source in reached}
    assert reached == set(Phase)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=4, deadline=None)
def test_play_moves_between_phases_only(seed: int) -> None:
    for state, _, decision in at_random(seed):
        for x in decision.events:
            assert getattr(x, "phase", "debate") in {p.value for p in Phase}
        assert state.chamber.phase in Phase


def test_no_fold_asks_the_table() -> None:
    for page in (Path(game.session.__file__).parent / "fold").glob("*.py"):
        assert not re.search(r"from (game.session.stages|game.session.putting|transitions)", page.read_text())
