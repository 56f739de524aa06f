"""The workshop and the author's desk: read again on saving, sized, hostile text shown as it is."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from game.author.toolbox import Toolbox
from game.packs import Problem
from game.screens import Start
from game.screens.application import Horseshoe
from game.screens.author import authoring
from game.screens.author.authoring import PANES, AuthorsDesk
from game.screens.author.complaints import Complaints, ManualPage
from game.screens.author.proof import Proof, excerpt
from game.screens.author.sketching import QUESTIONS, Sketch
from game.screens.author.toolkit import Heard, Toolkit
from game.screens.author.trials import Trials
from game.screens.author.workshop import Workshop
from game.screens.foyer.lobby import Lobby
from game.screens.pieces.report import Report
from game.session.scenario import Scenario

TINY = Path(__file__).parents[1] / "data" / "packs" / "tiny"
BAD = "adopted: assistance"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Look at the folder often; a shelf and a cache of the test's own."""
    monkeypatch.setattr(authoring, "LOOKS", 0.1)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HORSESHOE_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A crisis that may be changed."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def toolkit() -> Iterator[Toolkit]:
    box = Toolbox(ThreadPoolExecutor)
    yield box
    box.close()


class Slow(Toolbox):
    """Tools whose play goes on until it is stopped, and whose complaints are given."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(ThreadPoolExecutor)
        self.problems, self.began = problems, threading.Event()

    def examine(self, folder: str) -> Sequence[Problem]:
        return self.problems or super().examine(folder)

    def play(self, folder: str, heard: Heard, **terms: object) -> Sequence[str]:
        done = 0
        while heard(done, 1_000):
            self.began.set()
            done += 1
            threading.Event().wait(0.005)
        return [f"stopped after {done}", "  of 1,000"]


def spoil(pack: Path) -> None:
    """Write a name wrongly, as an author would."""
    endings = pack / "endings.yaml"
    text = endings.read_text("utf-8")
    assert BAD in text
    endings.write_text(text.replace(BAD, "adoptd: assistance"), "utf-8")
    os.utime(endings, ns=(1, 1))


def mend(pack: Path) -> None:
    shutil.copy(TINY / "endings.yaml", pack / "endings.yaml")


def app_with(toolkit: Toolkit, tmp_path: Path, desk: str = "") -> Horseshoe:
    return Horseshoe(Start(saves=tmp_path / "saves", desk=desk, toolkit=toolkit))


async def seen(app: Horseshoe, at: SimpleNamespace, text: str) -> None:
    """Wait until a text stands on the screen, looking now and then."""
    for _ in range(800):
        if text in (shown := at.shown(app)):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{text!r} never stood there:\n{shown}")


async def at_desk(pilot: Pilot[int], app: Horseshoe, at: SimpleNamespace) -> AuthorsDesk:
    """Wait until the desk has read its crisis."""
    await at.until(pilot, lambda: at.on(app, "AuthorsDesk") and app.screen.proof is not None)  # type: ignore[attr-defined]
    assert isinstance(app.screen, AuthorsDesk)
    return app.screen


async def test_the_workshop_is_reached_from_the_title_by_its_key_and_its_entry(
    at: SimpleNamespace, toolkit: Toolkit, tmp_path: Path
) -> None:
    app = app_with(toolkit, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(app, at, "The workshop")
        assert any("workshop" in x.title for x in app.get_system_commands(app.screen))
        await pilot.press("w")
        await at.until(pilot, lambda: at.on(app, "Workshop") and "Your own crises" in at.shown(app))
        await seen(app, at, "korea-1950 · the game's")
        assert not any("workshop" in x.title for x in app.get_system_commands(app.screen))
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Title"))
        gallery = app.screen.query_one("#gallery", OptionList)
        gallery.highlighted = gallery.option_count - 1
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Workshop"))


async def test_without_tools_there_is_no_workshop(
    at: SimpleNamespace, house: Callable[[], Horseshoe]
) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(app, at, "Korea")
        await pilot.press("w")
        assert "orkshop" not in at.shown(app)


async def test_the_desk_reads_again_when_a_file_is_saved_or_the_folder_goes(
    at: SimpleNamespace, toolkit: Toolkit, tmp_path: Path, pack: Path
) -> None:
    app = app_with(toolkit, tmp_path, str(pack))
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await at_desk(pilot, app, at)
        await seen(app, at, "Two Days in June")
        spoil(pack)
        await seen(app, at, "No key called adoptd")
        await at.until(pilot, lambda: "▶" in at.shown(app) and "adoptd: assistance" in at.shown(app))
        assert "Did you mean adopted?" in at.shown(app)
        assert desk.query_one(Trials).sound is False
        await pilot.press("2")
        await seen(app, at, "before the errors are mended")
        mend(pack)
        await seen(app, at, "At the table")
        assert desk.query_one(Trials).sound
        assert str(pack)[:60] in at.shown(app)
        for size in ((200, 60), (120, 40)):
            await pilot.resize_terminal(*size)
            await at.until(pilot, lambda: "Pages" in at.shown(app).split("\n")[-1])
            assert "At the table" in at.shown(app)
        pack.rename(tmp_path / "away")
        await pilot.press("1")
        await seen(app, at, "There is no pack called")
        (tmp_path / "away").rename(pack)
        await seen(app, at, "Two Days in June")


async def test_a_crisis_is_not_called_sound_before_it_has_been_read(
    at: SimpleNamespace, toolkit: Toolkit, tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = threading.Event()

    def slowly(toolkit: Toolkit, folder: str) -> Proof:
        may_read.wait(20)
        return Proof()

    monkeypatch.setattr(authoring, "pulled", slowly)
    app = app_with(toolkit, tmp_path, str(pack))
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(app, at, "Reading the crisis")
        await pilot.resize_terminal(100, 30)
        await pilot.pause(0.2)
        assert "Reading the crisis" in at.shown(app)
        assert "Nothing is wrong" not in at.shown(app)
        may_read.set()
        await seen(app, at, "Nothing is wrong")


async def test_levels_are_shown_alone_and_enter_opens_the_manual(
    at: SimpleNamespace, tmp_path: Path, pack: Path
) -> None:
    told = (
        Problem("endings.yaml", 3, 3, "flags", "One is wrong.", "Mend it."),
        Problem("stages.yaml", 2, 1, "flags", "Two is odd.", "Look at it.", "warning"),
        Problem("stages.yaml", 2, 1, "flags", "Three is left.", "Look.", "note", "It is meant so."),
    )
    app = app_with(Slow(*told), tmp_path, str(pack))
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await at_desk(pilot, app, at)
        await seen(app, at, "1 error, 1 warning, 1 accepted")
        await pilot.press("l")
        await at.until(pilot, lambda: "Two is odd" not in at.shown(app))
        await pilot.press("l")
        await at.until(pilot, lambda: "Two is odd" in at.shown(app) and "One is wrong" not in at.shown(app))
        await pilot.press("l", "enter")
        await at.until(pilot, lambda: isinstance(app.screen, ManualPage))
        await seen(app, at, "PASS")
        await pilot.press("escape")
        await at.until(pilot, lambda: app.screen is desk)
        await pilot.press("end")
        await seen(app, at, "Accepted: It is meant so.")


async def test_every_page_can_be_turned_to_and_a_sitting_begun_at_any_stage(
    at: SimpleNamespace, toolkit: Toolkit, tmp_path: Path, pack: Path
) -> None:
    app = app_with(toolkit, tmp_path, str(pack))
    signs = ("read ", "At the table", "11 members", "What may happen", "agree", "", "First seed")
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await at_desk(pilot, app, at)
        for i, (pane, _) in enumerate(PANES):
            await pilot.press(str(i + 1))
            await at.until(pilot, lambda: desk.pane == pane and signs[i] in at.shown(app))  # noqa: B023
        await pilot.press("question_mark")
        await seen(app, at, "A crisis while you write it")
        await pilot.press("escape", "3")
        await at.until(pilot, lambda: isinstance(desk.focused, OptionList) and desk.focused.id == "calendar")
        await pilot.press("down", "enter")
        await at.until(pilot, lambda: isinstance(app.screen, Lobby))
        assert isinstance(app.screen, Lobby)
        assert app.screen.stage == "assistance"
        await pilot.press("o")
        await at.until(pilot, lambda: at.on(app, "WireRoom"))
        assert app.usher is not None
        assert app.usher.council.view("").chamber.stage == 1
        back = next(x for x in app.get_system_commands(app.screen) if x.title == "Back to the desk")
        await back.callback()
        desk = await at_desk(pilot, app, at)
        await at.until(pilot, lambda: desk.pane == "stages" and desk.focused is desk.query_one("#calendar"))
        assert [type(screen).__name__ for screen in app.screen_stack] == ["Title", "Workshop", "AuthorsDesk"]
        assert desk.proof is not None
        assert desk.proof.scenario is not None
        app.open_lobby(desk.proof.scenario)
        await at.until(pilot, lambda: at.on(app, "Lobby") and app.screen.query("#settings"))
        assert not app.desk


async def test_a_trial_is_stopped_and_what_was_played_is_kept(
    at: SimpleNamespace, tmp_path: Path, pack: Path
) -> None:
    tools = Slow()
    app = app_with(tools, tmp_path, str(pack))
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await at_desk(pilot, app, at)
        trials = desk.query_one(Trials)
        await pilot.press("7")
        await at.until(pilot, lambda: trials.sound and desk.pane == "trials" and desk.focused is not None)
        await pilot.press("enter", "s")
        assert trials.trial.runs == 400
        await at.until(pilot, lambda: tools.began.is_set() and "of 1,000 sittings" in at.shown(app))
        await pilot.press("x")
        await seen(app, at, "stopped after")
        assert not trials.playing


async def test_a_new_crisis_is_asked_for_written_and_opened(
    at: SimpleNamespace, tmp_path: Path, pack: Path
) -> None:
    asked: list[Mapping[str, str]] = []

    class Writing(Slow):
        def begin(self, answers: Mapping[str, str]) -> Path:
            asked.append(dict(answers))
            return pack if len(asked) > 1 else super().begin(answers)

    app = app_with(Writing(), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await at.until(pilot, lambda: at.on(app, "Title"))
        app.open_workshop()
        await at.until(pilot, lambda: isinstance(app.screen, Workshop))
        await pilot.press("n")
        await at.until(pilot, lambda: isinstance(app.screen, Sketch) and app.screen.focused is not None)
        await pilot.press(*"No", "ctrl+s")
        await seen(app, at, "cannot be a crisis's name")
        app.screen.query_one("#id", Input).value = "suez"
        await pilot.press("enter", *"Suez", "ctrl+s")
        desk = await at_desk(pilot, app, at)
        assert asked[-1] == {**dict.fromkeys(QUESTIONS, ""), "id": "suez", "title": "Suez"}
        assert desk._folder == str(pack)


async def test_a_copy_is_named_written_and_opened(
    at: SimpleNamespace, toolkit: Toolkit, tmp_path: Path
) -> None:
    app = app_with(toolkit, tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at.until(pilot, lambda: at.on(app, "Title"))
        app.open_workshop()
        await at.until(pilot, lambda: isinstance(app.screen, Workshop) and app.screen._cards)
        await pilot.press("c", *"No", "enter")
        await seen(app, at, "cannot be a crisis's name")
        await pilot.press("c", *"mine", "enter")
        desk = await at_desk(pilot, app, at)
        assert Path(desk._folder) == tmp_path / "data" / "horseshoe" / "crises" / "mine"
        await pilot.press("escape")
        await seen(app, at, "mine · your own")


async def test_hostile_text_is_shown_as_it_is(
    at: SimpleNamespace, tmp_path: Path, pack: Path, hostile: list[str], tiny: Scenario
) -> None:
    told = [Problem(x, 1, 1, x, x, x, "warning", x) for x in (*hostile, "[@click=app.quit]x[/]", "[/]")]
    app = app_with(Slow(*told), tmp_path, str(pack))
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await at_desk(pilot, app, at)
        complaints = desk.query_one(Complaints)
        await at.until(pilot, lambda: len(complaints._listed) == len(told))
        await pilot.press("end", "enter")
        await at.until(pilot, lambda: isinstance(app.screen, ManualPage))
        assert "[/]" in at.shown(app)
        assert all(line.isprintable() for line in at.shown(app).split("\n"))
        await pilot.press("escape")
        for leaf in desk.query(Report):
            leaf.lay_out(hostile)
        await pilot.press("4")
        await at.until(pilot, lambda: desk.pane == "outline")
        assert all(line.isprintable() for line in at.shown(app).split("\n"))


async def test_no_size_breaks_it(at: SimpleNamespace, toolkit: Toolkit, tmp_path: Path, pack: Path) -> None:
    app = app_with(toolkit, tmp_path)
    wrong = Problem("x.yaml", 1, 1, "flags", "It is wrong.", "Mend.")
    screens = (
        Workshop(toolkit), AuthorsDesk(toolkit, str(pack)), Sketch(toolkit), ManualPage(Proof(), wrong, ""),
    )  # fmt: skip
    async with app.run_test(size=(80, 24)) as pilot:
        await at.until(pilot, lambda: at.on(app, "Title"))
        for screen in screens:
            app.push_screen(screen)
            for size in ((20, 5), (1, 1), (60, 18)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert ("larger" in at.shown(app)) == (size == (20, 5))
            assert all(line.isprintable() for line in at.shown(app).split("\n"))
            await app.pop_screen()


def test_a_long_line_is_cut_so_that_the_column_complained_of_is_seen() -> None:
    line = "x" * 300 + "HERE" + "y" * 300
    proof = Proof(files={"a.yaml": ("first", line, "third")})
    text = excerpt(proof, Problem("a.yaml", 2, 301, "c", "w", "r"), 1, 60).plain.split("\n")
    assert max(map(len, text)) <= 60
    assert text[1].index("HERE") == text[2].index("^")
    assert excerpt(proof, Problem("b.yaml", 2, 1, "c", "w", "r"), 1, 60).plain == ""
    assert excerpt(proof, Problem("a.yaml", 9, 1, "c", "w", "r"), 1, 60).plain == ""


async def test_a_report_breaks_sentences_and_no_columns(
    at: SimpleNamespace, tmp_path: Path, pack: Path
) -> None:
    app = app_with(Slow(), tmp_path, str(pack))
    sentence = " ".join(["word"] * 40)
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await at_desk(pilot, app, at)
        await pilot.press("7")
        await seen(app, at, "S plays the crisis")
        leaf = desk.query_one("#report", Report)
        leaf.lay_out(["Heads", f"  {sentence}", f"  name  {'9' * 100}  last"])
        for width, room in ((80, 75), (200, 151)):
            await pilot.resize_terminal(width, 24)
            await at.until(pilot, lambda: leaf._broken_at == leaf.room == room)  # noqa: B023
            rows = str(leaf.query_one("Static").render()).split("\n")
            assert rows[0] == "Heads"
            assert rows[2].startswith("    word")
            assert max(map(len, rows[:-1])) <= leaf.room
            assert rows[-1].endswith("  last")
