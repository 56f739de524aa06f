"""The archive of saves, and the replay of a sitting forward and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.widgets import OptionList

from game.journal import SUFFIX
from game.packs import PackError, Problem
from game.screens.aftermath.archive import Archive
from game.screens.aftermath.debriefing import Debriefing
from game.screens.aftermath.recording import Finder, Recording, opened, sensible
from game.screens.aftermath.replaying import ReplayRoom
from game.screens.papers.documents import Documents
from game.screens.pieces.table import Table
from game.session import actions as a
from game.session.events import NoteSent, QuestionPut, StageOpened
from game.session.scenario import Scenario
from game.sitting import Replay, Sitting

Until = Callable[..., Any]


@pytest.fixture
def find(tiny: Scenario) -> Finder:
    def found(pack: str, options: Mapping[str, Any]) -> Scenario:
        if pack != "tiny":
            raise PackError(
                pack, [Problem("", 0, 0, "no-pack", f"There is no pack called {pack}.", "Name another.")]
            )
        return tiny

    return found


@pytest.fixture
def recording(finished: Sitting, find: Finder) -> Recording:
    assert finished.path is not None
    made = opened(finished.path, find)
    assert isinstance(made, Recording)
    return made


def folder_of(sitting: Sitting) -> Path:
    assert sitting.path is not None
    return sitting.path.parent


def count(archive: Archive) -> int:
    return archive.query_one("#saves", OptionList).option_count


# -- the archive ---------------------------------------------------------------------------------------------
async def test_an_open_sitting_is_gone_on_with(
    begun: Any, stage: Any, find: Any, until: Until, tmp_path: Path
) -> None:
    sitting = begun("recess", folder=tmp_path)
    sitting.close()
    archive = Archive(tmp_path, find)
    async with stage(archive) as pilot:
        await until(pilot, lambda: count(archive) == 1)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.answers == [sitting.path]


async def test_a_finished_sitting_opens_its_debrief(
    finished: Sitting, stage: Any, find: Any, until: Until
) -> None:
    archive = Archive(folder_of(finished), find)
    async with stage(archive) as pilot:
        await until(pilot, lambda: count(archive) == 1)
        assert "Class 4b" in pilot.app.shown()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Debriefing))


async def test_an_unfinished_sitting_has_no_debrief_yet(
    begun: Any, stage: Any, find: Any, until: Until, tmp_path: Path
) -> None:
    begun("recess", folder=tmp_path).close()
    archive = Archive(tmp_path, find)
    async with stage(archive) as pilot:
        await until(pilot, lambda: count(archive) == 1)
        assert archive.check_action("debrief", ()) is False
        await pilot.press("d")
        await pilot.pause()
        assert pilot.app.screen is archive


async def test_damaged_saves_say_what_is_wrong_and_break_nothing(
    finished: Sitting, stage: Any, find: Any, until: Until, pointing: Any
) -> None:
    folder = folder_of(finished)
    (folder / f"a{SUFFIX}").write_text("hello")
    (folder / f"b{SUFFIX}").write_bytes(b"")
    (folder / f"c{SUFFIX}").write_bytes(b"\xff\xfe\x00{{{{" * 100)
    (folder / f"d{SUFFIX}").mkdir()
    archive = Archive(folder, find)
    async with stage(archive, (120, 40)) as pilot:
        await until(pilot, lambda: count(archive) == 5)
        for place in range(5):
            archive.query_one("#saves", OptionList).highlighted = place
            assert archive.chosen is not None
            if archive.chosen.header is None:
                await pilot.press("enter", "r", "d")
                await pilot.pause()
                assert "!" in pilot.app.shown()
                assert pilot.app.screen is archive


async def test_a_save_changed_by_hand_is_replayed_as_far_as_it_is_sound(
    finished: Sitting, stage: Any, find: Any, until: Until
) -> None:
    assert finished.path is not None
    lines = finished.path.read_bytes().split(b"\n")
    lines[40] = lines[40].replace(b'"n"', b'"m"')
    finished.path.write_bytes(b"\n".join(lines))
    made = opened(finished.path, find)
    assert isinstance(made, Recording)
    assert "Line 41 was changed" in made.remarks[0]
    assert 0 < len(made.record) < len(finished.record)
    archive = Archive(finished.path.parent, find)
    async with stage(archive, (120, 40)) as pilot:
        await until(pilot, lambda: count(archive) == 1)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReplayRoom))
        await until(pilot, lambda: "This save is not whole" in pilot.app.shown())


def test_a_save_of_a_crisis_that_is_not_there_is_told(finished: Sitting, find: Any) -> None:
    assert finished.path is not None
    text = finished.path.read_text("utf-8").replace('"pack":"tiny"', '"pack":"gone"', 1)
    finished.path.write_text(text, "utf-8")
    told = opened(finished.path, find)
    assert isinstance(told, str)
    assert "There is no pack called gone." in told


def test_events_that_do_not_fit_the_crisis_are_left_out(finished: Sitting, tiny: Scenario, find: Any) -> None:
    assert finished.path is not None
    fewer = replace(tiny, sealed=replace(tiny.sealed, stages=tiny.sealed.stages[:1]))
    made = opened(finished.path, lambda pack, options: fewer)
    assert isinstance(made, Recording)
    assert not made.finished
    assert any("does not fit the crisis" in said for said in made.remarks)


def test_a_forged_save_is_shown_as_far_as_it_makes_sense(finished: Sitting, tiny: Scenario) -> None:
    record = tuple(finished.record)
    kinds = {type(event): place for place, event in enumerate(record)}
    for place in kinds.values():
        event = record[place]
        for field in event.__struct_fields__:
            value = getattr(event, field)
            forged = "ZZZ" if isinstance(value, str) else 999 if type(value) is int else None
            if forged is None:
                continue
            events = (*record[:place], replace(event, **{field: forged}), *record[place + 1 :])
            sound = sensible(tiny, events)
            assert sound >= place
            if sound:
                room = ReplayRoom(Recording(tiny, events[:sound]))
                assert len(room._moments) == len(room._lines)


async def test_an_empty_archive_says_so(stage: Any, find: Any, until: Until, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "none", find)
    async with stage(archive, (120, 40)) as pilot:
        await until(pilot, lambda: "No sitting has been saved" in pilot.app.shown())
        await pilot.press("enter", "r", "d", "escape")
        await pilot.pause()
        assert pilot.app.answers == [None]


async def test_hostile_titles_are_shown_as_they_are(
    tiny: Scenario, stage: Any, find: Any, until: Until, tmp_path: Path, all_hostile: list[str]
) -> None:
    for title in all_hostile:
        Sitting.begin(tiny, {}, seed=1, folder=tmp_path, title=title[:300]).close()
    archive = Archive(tmp_path, find)
    async with stage(archive, (120, 40)) as pilot:
        await until(pilot, lambda: count(archive) == len(all_hostile))
        menu = archive.query_one("#saves", OptionList)
        for place in range(0, len(all_hostile), 4):
            menu.highlighted = place
            await pilot.pause()
            assert all(line.isprintable() for line in pilot.app.shown().split("\n"))
        assert pilot.app.screen is archive


# -- the replay ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_table_follows_the_minutes(recording: Recording, stage: Any, size: tuple[int, int]) -> None:
    room = ReplayRoom(recording)
    async with stage(room, size) as pilot:
        await pilot.press("v", "down", "down", "down")
        await pilot.pause()
        shown = pilot.app.shown()
        assert "ROLL CALL" in shown
        assert "Y 3" in shown
        await pilot.press("up", "left")
        await pilot.pause()
        assert "Y 1" in pilot.app.shown()


async def test_forward_and_back_is_the_same_as_straight_there(recording: Recording, stage: Any) -> None:
    room = ReplayRoom(recording)
    async with stage(room, (120, 40)) as pilot:
        for place in (70, 3, 40, 12, 79, 0):
            room.go_to(place)
            await pilot.pause()
            straight = Replay(recording.scenario, recording.record).at(room.moment())
            assert room.then().chamber == straight.chamber


async def test_it_jumps_by_stage_and_by_vote(recording: Recording, stage: Any) -> None:
    room = ReplayRoom(recording)
    async with stage(room) as pilot:
        await pilot.press("right_square_bracket")
        first = recording.record[room.moment() - 1]
        await pilot.press("right_square_bracket")
        second = recording.record[room.moment() - 1]
        assert isinstance(first, StageOpened)
        assert isinstance(second, StageOpened)
        assert (first.index, second.index) == (0, 1)
        await pilot.press("V")
        assert isinstance(recording.record[room.moment() - 1], QuestionPut)
        await pilot.press("left_square_bracket")
        assert recording.record[room.moment() - 1] == first
        at = room.place
        await pilot.press("left_square_bracket")
        assert room.place == at


async def test_it_runs_by_itself_and_stops_at_the_end(recording: Recording, stage: Any) -> None:
    room = ReplayRoom(recording)
    async with stage(room) as pilot:
        await pilot.press("end")
        last = room.place
        await pilot.press("up", "space")
        assert room._timer is not None
        room._run_on()
        await pilot.pause()
        assert room.place == last
        room._run_on()
        assert room._timer is None


async def test_private_papers_are_not_replayed(begun: Any, tiny: Scenario, stage: Any) -> None:
    sitting = begun("recess")
    sitting.submit(a.SendNote("USA", "FRA", "A word in secret"))
    assert any(isinstance(event, NoteSent) for event in sitting.record)
    room = ReplayRoom(Recording(tiny, tuple(sitting.record)))
    async with stage(room, (120, 40)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "secret" not in pilot.app.shown()
        assert all("secret" not in text for text in room._lines)


async def test_a_click_on_the_table_leaves_the_replay_where_it_is(recording: Recording, stage: Any) -> None:
    room = ReplayRoom(recording)
    async with stage(room) as pilot:
        await pilot.press("v")
        at = room.place
        await pilot.click(Table, offset=(40, 2))
        assert room.place == at


async def test_the_documents_are_those_of_the_moment(recording: Recording, stage: Any) -> None:
    room = ReplayRoom(recording)
    async with stage(room, (120, 40)) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert "No text has been laid before the Council." in pilot.app.shown()
        await pilot.press("escape", "end", "d")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Documents)
        shown = pilot.app.shown()
        assert "82 (1950). Resolution of 25 June 1950" in shown
        assert "Sponsors:" in shown
        assert "Absent: USSR." in shown


async def test_a_window_too_small_keeps_the_place(recording: Recording, stage: Any) -> None:
    room = ReplayRoom(recording)
    async with stage(room) as pilot:
        await pilot.press("v")
        at = room.place
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "larger" in pilot.app.shown()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert room.place == at
        assert "ROLL CALL" in pilot.app.shown()


# -- the documents -------------------------------------------------------------------------------------------
async def test_drafts_show_amendments_stances_and_sponsors(begun: Any, tiny: Scenario, stage: Any) -> None:
    from game.session.state import Amendment

    sitting = begun("debate")
    sitting.submit(a.TableDraft("USA", stored="s-1501"))
    view = sitting.view("USA")
    draft = view.chamber.drafts["S/1501"]
    moved = Amendment("S/1502", "YUG", "S/1501", "delete", 2, None, draft.clauses[2])
    chamber = replace(view.chamber, stances={"S/1501": {"FRA": "yes"}}, amendments={"S/1502": moved})
    papers = Documents(replace(view, chamber=chamber), tiny, sitting.record_for("USA"), "S/1501")
    async with stage(papers, (120, 60)) as pilot:
        shown = pilot.app.shown()
        assert "United States of America: draft resolution" in shown
        assert "Announced that they would vote for it: France." in shown
        assert "Delete operative paragraph 2." in shown
        assert "S/1502" in shown
