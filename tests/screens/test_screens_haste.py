"""Keys that come faster than the screens: nothing that was asked for first is passed over."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from textual import events

from game.screens.application import Horseshoe
from game.screens.foyer.lobby import Lobby
from game.screens.hall.chamber import Chamber
from game.session.scenario import Scenario
from game.sitting import Sitting


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


async def test_keys_pressed_before_a_screen_is_laid_out_do_nothing(
    at: SimpleNamespace, house: type[Horseshoe], seated: Callable[..., Sitting]
) -> None:
    app = house()  # type: ignore[call-arg]
    sitting = seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber = Chamber(app.usher, "NOR")  # type: ignore[arg-type]
        for action, told in (("pick", (1,)), ("panel", ()), ("pause", ()), ("pace", (1,)), ("papers", ())):
            assert not chamber.check_action(action, told)
        for _ in range(3):
            app.push_screen(Chamber(app.usher, "NOR"))  # type: ignore[arg-type]
            for key in ("1", "v", "p", "plus", "k"):
                await app.run_action("pick(1)", app.screen)
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()
        assert app.is_running
        assert sitting.refusals == 0
