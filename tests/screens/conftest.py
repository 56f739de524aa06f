"""A small crisis, sittings of it, and a way to wait for what is to come on the screen."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from game.packs import load
from game.screens import Start
from game.screens.application import Horseshoe
from game.screens.hall.chamber import Chamber
from game.screens.hall.floor import Floor
from game.session import actions as act
from game.session.scenario import Scenario
from game.sitting import Sitting

DATA = Path(__file__).parents[1] / "data"
PATIENCE = 4000


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
    """Wait until something holds, asking again and again while the screens go on with their work."""
    for _ in range(PATIENCE):
        if what():
            return
        await asyncio.sleep(0.01)
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


async def begin(
    pilot: Pilot[int], app: Horseshoe, sitting: Sitting, pins: dict[str, str] | None = None
) -> None:
    """Lead a sitting on the screens, scripted delegations playing at once."""
    app.take_places(sitting, pins or {})
    await until(pilot, lambda: app.usher is not None)
    assert app.usher is not None
    app.usher.pace = 2


def in_turn(app: Horseshoe) -> bool:
    """Say whether the floor menu offers a person's acts."""
    screen = app.screen
    return isinstance(screen, Chamber) and bool(screen.awaited) and screen.query_one(Floor).rules != ()


async def to_first_turn(pilot: Pilot[int], app: Horseshoe, sitting: Sitting) -> None:
    """Read the wire and the briefing, and come to the person's first turn."""
    await begin(pilot, app, sitting)
    await until(pilot, lambda: on(app, "WireRoom"))
    await pilot.press("enter")
    await until(pilot, lambda: on(app, "Briefing"))
    await pilot.press("enter")
    await until(pilot, lambda: in_turn(app))


async def hand_over(pilot: Pilot[int], app: Horseshoe, pin: str = "") -> None:
    """Lift the curtain, read what lies behind it, and come to the table."""
    await until(pilot, lambda: on(app, "Curtain"))
    if pin:
        await pilot.press(*pin)
    await pilot.press("enter")
    await until(pilot, lambda: on(app, "Briefing") or on(app, "Digest"))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, Chamber) and app.screen.awaited)


async def to_first_hand_over(
    pilot: Pilot[int], app: Horseshoe, sitting: Sitting, pins: dict[str, str] | None = None
) -> None:
    """Read the wire, lift the curtain, and come to the first person's turn."""
    await begin(pilot, app, sitting, pins)
    await until(pilot, lambda: on(app, "WireRoom"))
    await pilot.press("enter")
    await hand_over(pilot, app, (pins or {}).get(sitting.awaits, ""))


PLAIN = (act.CallToOrder, act.PutToVote, act.CloseMeeting, act.Yield, act.AcceptRuling, act.Rule)


async def play_on(pilot: Pilot[int], app: Horseshoe, sitting: Sitting) -> None:
    """Do the plainest thing that leads on from the screen that is up."""
    screen = app.screen
    if isinstance(screen, Chamber):
        if screen.awaited and screen.awaited == sitting.awaits:
            docket = sitting.docket(sitting.awaits)
            screen.do(next(a for kind in PLAIN for a in docket.of(kind)))
        await asyncio.sleep(0.01)
    elif on(app, "Title"):
        await asyncio.sleep(0.01)
    else:
        await pilot.press(*(("y", "enter") if on(app, "RollCall") or on(app, "AssemblyRoll") else ("enter",)))


def everything_kept(app: Horseshoe) -> str:
    """Return all text that any widget of any screen holds, shown or scrolled away."""
    parts = []
    for screen in app.screen_stack:
        for widget in screen.walk_children(Widget):
            parts.append(str(widget.render()) if not widget.children else "")
            kept = ("value", "text", "lines", "_lines", "border_title")
            parts += [str(getattr(widget, name, "")) for name in kept]
    parts += [str(n) for n in app._notifications]
    return "\n".join(parts)


@pytest.fixture
def at() -> SimpleNamespace:
    """What tests of screens do again and again."""
    return SimpleNamespace(
        until=until, on=on, shown=shown, begin=begin, in_turn=in_turn, first_turn=to_first_turn,
        hand_over=hand_over, first_hand_over=to_first_hand_over, everything_kept=everything_kept,
        play_on=play_on,
    )  # fmt: skip
