"""Several people at one keyboard: nothing of one delegation is left for the next."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from textual.command import CommandPalette

from game.screens.application import Horseshoe
from game.screens.hall import curtain
from game.screens.hall.chamber import Chamber
from game.session import actions as act
from game.session.scenario import Scenario
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
SECRET = "Our fleet sails at dawn"


async def test_the_curtain_leaves_nothing_behind(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("EGY", "FRA")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at.first_hand_over(pilot, app, sitting)
        first, second = sitting.awaits, next(p for p in ("EGY", "FRA") if p != sitting.awaits)
        chamber = app.screen
        assert isinstance(chamber, Chamber)
        chamber.do(act.SendNote(first, "USA", SECRET))
        await pilot.press("c")
        await at.until(pilot, lambda: SECRET in at.shown(app))
        await pilot.press("escape")
        await at.until(pilot, lambda: app.screen is chamber)
        app.notify(SECRET, markup=False)
        app.copy_to_clipboard(SECRET)
        chamber.do(act.Yield(first))
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        assert SECRET not in at.shown(app)
        assert SECRET not in at.everything_kept(app)
        assert app.clipboard == ""
        assert not chamber.is_attached
        assert not [s for s in app.screen_stack if isinstance(s, Chamber)]
        await at.hand_over(pilot, app)
        assert isinstance(app.screen, Chamber)
        assert app.screen.seat == second
        assert SECRET not in at.shown(app)
        assert SECRET not in at.everything_kept(app)
        assert "Undo" not in app.title


async def test_the_palette_and_the_title_name_nothing_secret(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("EGY", "FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_hand_over(pilot, app, sitting)
        said = " ".join(f"{c.title} {c.help}" for c in app.get_system_commands(app.screen))
        for seat in sitting.scenario.open.seats:
            assert seat.short not in said
        assert app.title == "Horseshoe"
        await pilot.press("ctrl+p")
        await at.until(pilot, lambda: isinstance(app.screen, CommandPalette))
        app.screen.dismiss()
        await at.until(pilot, lambda: at.on(app, "Chamber"))


async def test_what_the_curtain_shows_may_be_read_by_all(
    at: SimpleNamespace, house: House, seated: Seated, tiny: Scenario
) -> None:
    app, sitting = house(), seated("EGY", "FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        await at.until(pilot, lambda: at.on(app, "WireRoom"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        text = at.shown(app)
        assert "Pass the keyboard to" in text
        assert tiny.seat[sitting.awaits].short.upper() in text
        for brief in tiny.sealed.briefs.values():
            assert brief.summary not in text


async def test_a_pin_opens_the_curtain_and_nothing_else_does(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain, "PAUSE", 0.0)
    app, sitting = house(), seated("EGY", "FRA")
    pins = {"EGY": "1234", "FRA": "vérité"}
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting, pins)
        await at.until(pilot, lambda: at.on(app, "WireRoom"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        for wrong in ("", "9999", "12345", "[b]"):
            await pilot.press(*wrong, "enter")
            await pilot.pause()
            assert at.on(app, "Curtain")
            assert app.screen.query_one("#pin").value == ""  # type: ignore[attr-defined]
        assert "not the number" in at.shown(app)
        right = pins[sitting.awaits]
        assert right not in at.shown(app)
        field = app.screen.query_one("#pin")
        field.value = right  # type: ignore[attr-defined]
        assert right not in at.shown(app)
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Briefing"))


async def test_since_you_last_sat_tells_only_what_the_seat_may_know(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("EGY", "FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_hand_over(pilot, app, sitting)
        first = sitting.awaits
        second = "FRA" if first == "EGY" else "EGY"
        app.screen.do(act.SendNote(first, "USA", SECRET))  # type: ignore[attr-defined]
        app.screen.do(act.SendNote(first, second, "For you alone"))  # type: ignore[attr-defined]
        app.screen.do(act.Yield(first))  # type: ignore[attr-defined]
        await at.hand_over(pilot, app)
        app.screen.do(act.Yield(second))  # type: ignore[attr-defined]
        for _ in range(4000):
            if at.on(app, "Digest"):
                assert app.usher is not None
                whose = app.usher.seated
                assert (SECRET in at.shown(app)) == (whose == first and SECRET in at.everything_kept(app))
                if whose == second:
                    assert SECRET not in at.everything_kept(app)
                    return
            await at.play_on(pilot, app, sitting)
        raise AssertionError("The second delegation was never told what happened since it last sat.")


async def test_public_pages_take_a_delegations_screen_away(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("IND", "FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        for _ in range(4000):
            if at.on(app, "RollCall"):
                break
            await at.play_on(pilot, app, sitting)
        assert at.on(app, "RollCall")
        assert [s.seat for s in app.screen_stack if isinstance(s, Chamber)] == [""]
