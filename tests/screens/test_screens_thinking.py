"""A sitting as it is led: nobody waits for a thought, and nothing shows up between two screens."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event as Signal
from types import SimpleNamespace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

from game.screens.application import Horseshoe
from game.screens.usher import Usher
from game.session import actions as act
from game.session import events as happened
from game.session.state import Phase
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]


class Slow:
    """A thought that lasts until somebody says that it is enough."""

    def __init__(self, sitting: Sitting) -> None:
        self.thinking, self.enough = Signal(), Signal()
        self._ponder = sitting.ponder

    def __call__(self) -> object:
        self.thinking.set()
        self.enough.wait(20)
        return self._ponder()


async def to_a_thought(
    at: SimpleNamespace, pilot: Pilot[int], app: Horseshoe, sitting: Sitting, patch: pytest.MonkeyPatch
) -> Slow:
    """Come to a debate in which another thinks, and Norway could raise a point of order."""
    await at.begin(pilot, app, sitting)
    for _ in range(4000):
        if at.in_turn(app) and sitting.view("").chamber.phase is Phase.DEBATE:
            break
        await at.play_on(pilot, app, sitting)
    slow = Slow(sitting)
    patch.setattr(sitting, "ponder", slow)
    app.screen.do(act.Yield("NOR"))  # type: ignore[attr-defined]
    await at.until(pilot, slow.thinking.is_set)
    await at.until(pilot, lambda: app.may_break_off("interrupt"))
    return slow


async def test_a_sitting_is_left_at_once_although_a_veteran_thinks(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, sitting = house(), seated("NOR", level="veteran")
    async with app.run_test(size=(80, 24)) as pilot:
        slow = Slow(sitting)
        monkeypatch.setattr(sitting, "ponder", slow)
        await at.begin(pilot, app, sitting)
        await at.until(pilot, slow.thinking.is_set)
        before = list(sitting.record)
        await app.action_title()
        await at.until(pilot, lambda: at.on(app, "Title"))
        assert sitting.record == before
        slow.enough.set()
        await pilot.pause()
        assert sitting.record == before


async def test_whoever_breaks_in_is_heard_before_the_one_who_thinks(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, sitting = house(), seated("NOR", level="veteran")
    async with app.run_test(size=(80, 24)) as pilot:
        slow = await to_a_thought(at, pilot, app, sitting, monkeypatch)
        before = len(sitting.record)
        await pilot.press("f3")
        await at.until(pilot, lambda: at.in_turn(app))
        assert app.screen.awaited == "NOR"  # type: ignore[attr-defined]
        assert not slow.enough.is_set()
        slow.enough.set()
        point = sitting.docket("NOR").of(act.RaisePoint)[0]
        app.screen.do(point)  # type: ignore[attr-defined]
        assert isinstance(sitting.record[before], happened.PointRaised)
        await at.until(pilot, lambda: len(sitting.record) > before + 1)
        assert sitting.refusals == 0


async def test_whoever_breaks_in_and_does_nothing_lets_the_thought_be_heeded(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, sitting = house(), seated("NOR", level="veteran")
    async with app.run_test(size=(80, 24)) as pilot:
        slow = await to_a_thought(at, pilot, app, sitting, monkeypatch)
        before = len(sitting.acts)
        await pilot.press("f3")
        await at.until(pilot, lambda: at.in_turn(app))
        await pilot.press("f3")
        await at.until(pilot, lambda: not app.usher.apart)  # type: ignore[union-attr]
        slow.thinking.clear()
        slow.enough.set()
        await at.until(pilot, lambda: len(sitting.acts) > before)
        assert next(actor for actor, _ in sitting.acts[before:]) != "NOR"


# -- between two screens ---------------------------------------------------------------------------
async def test_no_other_screen_flashes_up_between_the_wire_the_papers_and_the_table(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, sitting = house(), seated("NOR")
    painted: list[str] = []
    display = app._display

    def watched(screen: Screen[Any], renderable: Any) -> None:
        if app.usher is not None and renderable is not None and not app._batch_count:
            painted.append(type(screen).__name__)
        display(screen, renderable)

    monkeypatch.setattr(app, "_display", watched)
    async with app.run_test(size=(80, 24)) as pilot:
        await at.until(pilot, lambda: bool(app.screen.query("#gallery")))
        await at.begin(pilot, app, sitting)
        await at.until(pilot, lambda: at.on(app, "WireRoom") and "WireRoom" in painted)
        painted.clear()
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Briefing") and "Briefing" in painted)
        assert set(painted) <= {"WireRoom", "Briefing"}
        painted.clear()
        await pilot.press("enter")
        await at.until(pilot, lambda: at.in_turn(app) and "Chamber" in painted)
        assert set(painted) <= {"Briefing", "Chamber"}


async def test_a_key_pressed_twice_opens_nothing_behind_the_sitting(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.until(pilot, lambda: bool(app.screen.query("#gallery")))
        title = app.screen
        gallery = title.query_one("#gallery", OptionList)
        await at.until(pilot, lambda: gallery.option_count > 0)
        app.usher = Usher(app, sitting)
        for action in ("archive", "rules", "workshop", "choose", "leave"):
            assert not title.check_action(action, ())
        gallery.action_select()
        await pilot.press("enter", "q", "r", "a", "w")
        assert app.screen is title
        assert app.is_running
        app.usher = None
        assert title.check_action("rules", ())
