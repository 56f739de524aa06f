"""Keys that come faster than the screens: nothing that was asked for first is passed over."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from textual import events

from game.screens.application import Horseshoe
from game.screens.lobby import Lobby
from game.session.scenario import Scenario


@pytest.mark.parametrize(("places", "told"), [("seats", "person"), ("settings", "short")])
async def test_a_choice_made_in_the_lobby_holds_although_the_sitting_is_opened_at_once(
    at: SimpleNamespace, tiny: Scenario, house: type[Horseshoe], places: str, told: str
) -> None:
    app = house()  # type: ignore[call-arg]
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_lobby(tiny)
        await at.until(pilot, lambda: isinstance(app.screen, Lobby) and app.screen.query("#settings"))
        app.screen.query_one(f"#{places}").focus()
        await pilot.pause()
        for key in (events.Key("enter", None), events.Key("o", "o")):
            app.post_message(key)
        await at.until(pilot, lambda: app.usher is not None)
        assert app.usher is not None
        chamber = app.usher.council.view("").chamber
        assert told in {chamber.length, *chamber.holders.values()}
