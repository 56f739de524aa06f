"""A small crisis, sittings of it, and a way to wait for what is to come on the screen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.packs import load
from game.screens import Start
from game.screens.application import Horseshoe
from game.session.scenario import Scenario
from game.sitting import Sitting

DATA = Path(__file__).parents[1] / "data"
PATIENCE = 3000


@pytest.fixture(scope="session")
def tiny() -> Scenario:
    """The tiny pack: two meetings of the Council of eleven in June 1950."""
    return load(DATA / "packs" / "tiny")


@pytest.fixture(scope="session")
def hostile() -> list[str]:
    """Texts that try to do something to a terminal or to Textual's markup."""
    return [entry["text"] for entry in json.loads((DATA / "hostile_strings.json").read_text("utf-8"))]


@pytest.fixture
def seated(tiny: Scenario) -> Callable[..., Sitting]:
    """Open a sitting in memory with people in the seats named."""

    def opened(*people: str, scenario: Scenario = tiny, seed: int = 7, **more: object) -> Sitting:
        return Sitting.begin(scenario, dict.fromkeys(people, "person"), seed=seed, **more)  # type: ignore[arg-type]

    return opened


@pytest.fixture
def house(tmp_path: Path) -> Callable[[], Horseshoe]:
    """Make the application with an empty folder of saves."""
    return lambda: Horseshoe(Start(saves=tmp_path))


async def until(pilot: Pilot[int], what: Callable[[], object]) -> None:
    """Wait until something holds: as long as it takes, by turns of the loop and never by the clock."""
    for _ in range(PATIENCE):
        if what():
            return
        await pilot.pause()
    raise AssertionError(f"It never came about; the screen is {pilot.app.screen!r}.")


def on(app: Horseshoe, name: str) -> bool:
    """Say whether the screen of this name is up."""
    return type(app.screen).__name__ == name


def shown(app: Horseshoe) -> str:
    """Return what can be read on the screen now, line by line, as it goes to the terminal."""
    filters = app.get_line_filters()
    width, height = app.size
    rows = app.screen._compositor.render_strips()
    text = []
    for strip in rows[:height]:
        for line_filter in filters:
            strip = strip.apply_filter(line_filter, app.screen.background_colors[1])
        text.append(strip.text[:width])
    return "\n".join(text)


async def begin(pilot: Pilot[int], app: Horseshoe, sitting: Sitting, pins: dict[str, str] | None = None) -> None:
    """Lead a sitting on the screens, scripted delegations playing at once."""
    app.take_places(sitting, pins or {})
    await until(pilot, lambda: app.usher is not None)
    assert app.usher is not None
    app.usher.pace = 2
