"""Sizes, colours, hostile text and the first frame."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from textual.color import Color

from game.screens.application import Horseshoe
from game.screens.hall.rollcall import RollCall
from game.screens.hall.running import Running
from game.screens.pieces.themes import PLAIN, STARK, THEMES
from game.session import actions as act
from game.session.events import ResultDeclared
from game.session.scenario import Scenario
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_chamber_shows_the_table_at_every_size(
    at: SimpleNamespace, house: House, seated: Seated, size: tuple[int, int]
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=size) as pilot:
        await at.first_turn(pilot, app, sitting)
        await at.until(pilot, lambda: "BETWEEN MEETINGS" in at.shown(app))
        text = at.shown(app)
        for seat in sitting.scenario.open.seats:
            named = seat.code if size[0] < 100 else seat.short.removeprefix("the ")
            assert named in text
        assert "(RUS)" in text or "(USSR)" in text
        assert "◆" in text
        assert "France: what do you do?" in text
        assert "Help" in text.split("\n")[-1]


async def test_a_small_window_asks_for_room_and_keeps_the_state(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        before, screen = len(sitting.record), app.screen
        for width, height in ((20, 5), (59, 40), (80, 17), (1, 1)):
            await pilot.resize_terminal(width, height)
            await pilot.press("0", "1", "u", "enter", "b")
            assert app.screen is screen
        await pilot.resize_terminal(59, 40)
        await at.until(pilot, lambda: "make the window larger" in at.shown(app))
        assert "France" not in at.shown(app)
        await pilot.resize_terminal(120, 40)
        await at.until(pilot, lambda: "France: what do you do?" in at.shown(app))
        assert len(sitting.record) == before
        assert "larger" not in at.shown(app)


@pytest.mark.parametrize("theme", [*THEMES, PLAIN])
async def test_every_theme_can_be_worn(at: SimpleNamespace, house: House, seated: Seated, theme: Any) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme.name
        await at.first_turn(pilot, app, sitting)
        assert "FRA*" in at.shown(app)


def _ratio(first: str, second: str) -> float:
    lights = sorted((_light(Color.parse(first)), _light(Color.parse(second))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Color) -> float:
    parts = [c / 255 for c in (colour.r, colour.g, colour.b)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_high_contrast_is_seven_to_one() -> None:
    back = str(STARK.background)
    inks = [STARK.foreground, STARK.primary, STARK.accent, STARK.warning, STARK.error, STARK.success]
    named = ("yes", "no", "abstain", "quiet", "text-muted", "block-cursor-background")
    for ink in [*inks, *(STARK.variables[name] for name in named)]:
        assert _ratio(str(ink), back) >= 7
    assert _ratio(STARK.variables["lamp"], STARK.variables["wood"]) >= 7


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_readable_in_every_theme(theme: Any) -> None:
    names = ("yes", "no", "abstain", "quiet")
    for ink in [theme.foreground, theme.primary, *(theme.variables[name] for name in names)]:
        assert _ratio(str(ink), str(theme.background)) >= 4.5
    assert _ratio(theme.variables["lamp"], theme.variables["wood"]) >= 4.5


async def test_no_color_means_no_colour(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        assert app.theme == PLAIN.name
        await pilot.press("f2")
        assert app.theme == PLAIN.name
        for strip in app.screen._compositor.render_strips():
            for line_filter in app.get_line_filters():
                strip = strip.apply_filter(line_filter, Color(0, 0, 0))
            for segment in strip:
                if segment.style is not None:
                    assert segment.style.color is None or segment.style.color.is_default
                    assert segment.style.bgcolor is None or segment.style.bgcolor.is_default


def poisoned(scenario: Scenario, poison: str) -> Scenario:
    """Return the crisis with a hostile text wherever a pack may put words."""

    def turned(value: Any, key: str = "") -> Any:
        if isinstance(value, msgspec.Struct):
            fields = {f: turned(getattr(value, f), f) for f in value.__struct_fields__}
            return msgspec.structs.replace(value, **fields)
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(turned(v, key) for v in value)
        spoken = (
            "title",
            "short",
            "name",
            "text",
            "about",
            "representative",
            "summary",
            "line",
            "place",
            "item",
        )
        if isinstance(value, str) and key in spoken and value:
            return f"{value[:9]} {poison}"
        return value

    public, sealed = scenario.open, scenario.sealed
    return Scenario(
        turned(public),
        msgspec.structs.replace(
            sealed,
            briefs={code: turned(brief) for code, brief in sealed.briefs.items()},
            stages=tuple(turned(stage) for stage in sealed.stages),
        ),
    )


async def test_hostile_packs_and_people_do_nothing_on_any_screen(
    at: SimpleNamespace, house: House, seated: Seated, tiny: Scenario, hostile: list[str]
) -> None:
    every = " ".join(hostile)
    app, sitting = house(), seated("EGY", "FRA", scenario=poisoned(tiny, every))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        app.open_lobby(sitting.scenario)
        await at.until(pilot, lambda: at.on(app, "Lobby"))
        _harmless(at.shown(app))
        await at.first_hand_over(pilot, app, sitting, {"EGY": "1", "FRA": "1"})
        seat = sitting.awaits
        app.screen.do(act.SendNote(seat, "USA", every))  # type: ignore[attr-defined]
        app.notify(every, title=every, markup=False)
        for key in (
            "b",
            "enter",
            "c",
            "escape",
            "d",
            "escape",
            "v",
            "question_mark",
            "escape",
            "ctrl+p",
            "escape",
        ):
            await pilot.press(key)
            _harmless(at.shown(app))
        assert app.return_value is None
        assert app.is_running
        assert app.title == "Horseshoe"


def _harmless(text: str) -> None:
    assert all(line.isprintable() or "\xa0" in line for line in text.split("\n"))
    assert not set(text) & set("\x1b\x07\x08\u202e\u2066\u200b\u2028")


async def test_v4_a_permanent_member_is_told_that_its_no_is_a_veto(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA", "NOR")
    warned: dict[str, bool] = {}
    results: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        for _ in range(4000):
            screen = app.screen
            if isinstance(screen, RollCall):
                await pilot.pause()
                if screen._asked:
                    warned[screen._asked] = "your no is a veto" in at.shown(app)
                    await pilot.press("n" if screen._asked == "FRA" else "y")
                    continue
                if screen._result is not None:
                    results.append(at.shown(app))
                    break
            await at.play_on(pilot, app, sitting)
    assert warned == {"FRA": True, "NOR": False}
    declared = next(e for e in sitting.record if isinstance(e, ResultDeclared))
    assert f"{declared.needed} needed" in results[0]
    assert declared.rule in results[0]
    if declared.vetoed_by:
        assert "VETOED by France" in results[0]
    assert sitting.view("").chamber.last_result


async def test_the_record_is_wrapped_anew_for_another_width(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        record = app.screen.query_one(Running)
        narrow = len(record.lines)
        await pilot.resize_terminal(200, 60)
        await at.until(pilot, lambda: len(record.lines) < narrow)
        assert all(len(line) <= record.size.width for line in record.lines)


async def test_the_latest_of_the_record_stays_in_sight_in_a_lower_window(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 50)) as pilot:
        await at.first_turn(pilot, app, sitting)
        record = app.screen.query_one(Running)
        record.write_lines([f"line {i}" for i in range(60)])
        await at.until(pilot, lambda: record.is_vertical_scroll_end)
        await pilot.resize_terminal(80, 24)
        await at.until(pilot, lambda: record.size.height < 12 and record.is_vertical_scroll_end)


def test_the_first_frame_waits_for_no_pack_and_no_law() -> None:
    code = """
import sys
from game.screens import Start
assert not [m for m in sys.modules if m.startswith("textual")]
from game.screens.application import Horseshoe
Horseshoe(Start()).get_default_screen()
heavy = "pydantic yaml msgspec transitions jinja2".split()
heavy += ["game." + room for room in "rules packs session sitting prose delegates journal".split()]
early = [m for m in sys.modules for name in heavy if m == name or m.startswith(name + ".")]
assert not early, early
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("theme", [*THEMES, PLAIN])
async def test_the_row_under_the_cursor_shows_without_the_focus(
    house: House, theme: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textual.widgets import OptionList

    if theme is PLAIN:
        monkeypatch.setenv("NO_COLOR", "1")
    app = house()
    async with app.run_test(size=(80, 24)):
        app.theme = theme.name
        menu = OptionList("one", "two")
        await app.screen.mount(menu)
        menu.highlighted = 1
        app.screen.set_focus(None)
        app.screen.set_class(app.no_color, "-colourless")
        row = menu.get_component_rich_style("option-list--option-highlighted")
        if theme is PLAIN:
            assert row.underline
        else:
            assert row.color is not None
            assert row.bgcolor is not None
            assert _ratio(row.color.get_truecolor().hex, row.bgcolor.get_truecolor().hex) >= 4.5
            assert row.bgcolor != menu.get_component_rich_style("option-list--option").bgcolor
