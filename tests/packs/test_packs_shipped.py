"""Every crisis that belongs to the game passes the same gate as its code: neither an error nor a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs import inspect, load, shelf
from game.packs.problems import pressing

CRISES = Path(__file__).parent.parent.parent / "crises"
SHIPPED = sorted(p.parent for p in CRISES.glob("*/pack.yaml"))


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda p: p.name)
def test_a_shipped_pack_has_no_problem(folder: Path) -> None:
    scenario, problems = inspect(folder)
    assert not pressing(problems), "\n".join(map(str, pressing(problems)))
    assert scenario is not None
    assert load(folder.name) == scenario


def test_every_shipped_pack_has_a_sound_card() -> None:
    cards = {c.id: c for c in shelf()}
    for folder in SHIPPED:
        card = cards[folder.name]
        assert not card.problem
        assert card.title
        assert card.summary
        assert card.dates
        assert len(card.seats) >= 11
