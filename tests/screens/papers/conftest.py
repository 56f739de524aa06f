"""A stage for sheets of paper: the application without its title, and a sitting brought to a point."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

import game.screens
from game.packs import load
from game.screens import Start
from game.screens.application import Horseshoe
from game.session import actions as a
from game.session.scenario import Scenario
from game.sitting import Sitting

DATA = Path(__file__).resolve().parents[2] / "data"
SCREENS = Path(game.screens.__file__).parent
HOSTILE: list[str] = [x["text"] for x in json.loads((DATA / "hostile_strings.json").read_text("utf-8"))]
PLAIN_ACTS = (
    a.CallToOrder, a.Yield, a.CastBallot, a.PutToVote,
    a.AcceptRuling, a.Rule, a.CloseMeeting, a.ContinueDebate,
)  # fmt: skip


class Stage(Horseshoe):
    """The application with nothing on it."""

    CSS_PATH = [str(SCREENS / name) for name in Horseshoe.CSS_PATH]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__(Start())
        self.answers: list[object] = []

    def get_default_screen(self) -> Screen[object]:
        return Screen()

    def on_mount(self) -> None:
        return

    def shown(self) -> str:
        """All that is on the screen, line by line, as a terminal would get it."""
        width, height = self.size
        strips = self.screen._compositor.render_strips()
        filters = [f for f in self.get_line_filters() if type(f).__name__ == "Literal"]
        background = self.screen.background_colors[1]
        lines = []
        for strip in strips[:height]:
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            lines.append(strip.text[:width])
        return "\n".join(lines)


@pytest.fixture
def until() -> Callable[[Pilot[Any], Callable[[], object]], Awaitable[None]]:
    """Wait for a condition, never for a time."""

    async def wait(pilot: Pilot[Any], condition: Callable[[], object]) -> None:
        for _ in range(2000):
            if condition():
                return
            await pilot.pause(0.01)
        raise AssertionError(f"it never came to be\n{pilot.app.shown()}")

    return wait


@pytest.fixture
def stage() -> Callable[..., Any]:
    """Open a screen; what it gives back is in `app.answers`."""

    @asynccontextmanager
    async def opened(screen: Screen[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Any]]:
        app = Stage()
        async with app.run_test(size=size, notifications=True) as pilot:
            await app.push_screen(screen, app.answers.append)
            await pilot.pause()
            await pilot.pause()
            yield pilot

    return opened


@pytest.fixture(scope="session")
def tiny() -> Scenario:
    return load(DATA / "packs" / "tiny")


@pytest.fixture
def begun(tiny: Scenario) -> Callable[..., Sitting]:
    """A sitting brought to the first turn of a seat in a phase."""

    def bring(phase: str = "", seat: str = "USA", seed: int = 3, **more: Any) -> Sitting:
        sitting = Sitting.begin(tiny, {seat: "person"}, seed=seed, **more)
        for _ in range(200):
            sitting.run()
            if sitting.awaits == seat and phase in ("", sitting.state.chamber.phase.value):
                return sitting
            docket = sitting.docket(seat)
            act = next(act for kind in PLAIN_ACTS for act in docket.of(kind))
            sitting.submit(act)
        raise AssertionError("the seat never got there")

    return bring


@pytest.fixture
def finished(tiny: Scenario, tmp_path: Path) -> Sitting:
    """A scripted sitting played to its end and saved."""
    sitting = Sitting.begin(tiny, {}, seed=3, folder=tmp_path / "saves", title="Class 4b")
    sitting.run()
    assert sitting.finished
    sitting.close()
    return sitting


def point(screen: Screen[Any], list_id: str, words: str) -> None:
    """Put the cursor of a list on the row in which the words are found."""
    menu = screen.query_one(f"#{list_id}", OptionList)
    rows = [str(menu.get_option_at_index(i).prompt) for i in range(menu.option_count)]
    menu.highlighted = next(i for i, row in enumerate(rows) if words in row)


@pytest.fixture
def pointing() -> Callable[[Screen[Any], str, str], None]:
    return point


@pytest.fixture
def all_hostile() -> list[str]:
    return HOSTILE
