"""A sitting begun at a later stage, from the command line and from its lobby."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from game.screens import Start
from game.screens.application import Horseshoe
from game.screens.foyer.lobby import Lobby
from game.screens.pieces.locks import unlocked
from game.session.events import SeatHandedOver
from game.session.scenario import Scenario
from game.sitting import Sitting, begin_at
from tests.sitting.chairs import PACKS


async def test_the_command_line_begins_at_a_stage(at: SimpleNamespace, tmp_path: Path) -> None:
    start = Start(str(PACKS["tiny"]), ("FRA",), 7, stage="assistance", saves=tmp_path)
    app = Horseshoe(start)
    async with app.run_test(size=(120, 40)) as pilot:
        await at.until(pilot, lambda: at.on(app, "WireRoom"))
        await at.until(pilot, lambda: "27 June 1950" in at.shown(app))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Briefing"))
        assert app.usher is not None
        assert app.usher.council.view("").chamber.stage == 1
        assert app.usher.people == ("FRA",)
    assert len(list(tmp_path.glob("*.jsonl*"))) == 1


async def test_the_lobby_seats_people_at_a_stage_and_keeps_their_numbers(
    at: SimpleNamespace, tiny: Scenario, tmp_path: Path
) -> None:
    app = Horseshoe(Start(saves=tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_lobby(tiny, "assistance")
        await at.until(pilot, lambda: isinstance(app.screen, Lobby) and app.screen.is_mounted)
        await at.until(pilot, lambda: "Two Days in June, from 27 June 1950" in at.shown(app))
        lobby = app.screen
        assert isinstance(lobby, Lobby)
        lobby.holders |= {"FRA": "person", "IND": "person"}
        lobby.pins["IND"] = "nehru"
        await pilot.press("o")
        await at.until(pilot, lambda: at.on(app, "WireRoom"))
        assert app.usher is not None
        assert set(app.usher.locks) == {"IND"}
        assert app.usher.people == ("FRA", "IND")


def test_a_lock_falls_with_the_hand_over_that_follows_the_taking_of_places(tiny: Scenario) -> None:
    sitting = begin_at(tiny, "assistance", {"FRA": "person", "IND": "person"}, seed=7)
    assert unlocked(sitting.record) == frozenset()
    sitting.run()
    assert unlocked([*sitting.record, SeatHandedOver("IND", "steadfast")]) == {"IND"}
    usual = Sitting.begin(tiny, {"FRA": "person"}, seed=7)
    assert unlocked([*usual.record, SeatHandedOver("FRA", "steadfast")]) == {"FRA"}
