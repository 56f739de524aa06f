"""The debrief: history beside your line, no score, papers written beside the save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from game.prose.debrief import debrief
from game.screens.aftermath import comparing
from game.screens.aftermath.debriefing import PANES, Debriefing
from game.screens.aftermath.exporting import write
from game.screens.aftermath.recording import Recording
from game.session import actions as a
from game.session.scenario import Scenario
from game.sitting import Replay, Sitting


async def compared(pilot: Pilot[Any]) -> None:
    """Wait until the sitting has been compared and the pages are laid out."""
    for _ in range(4000):
        if pilot.app.screen.query(".leaf") and pilot.app.screen.query("#line-page:focus"):
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError("it was never compared")


def key(page: str) -> str:
    """The key of a page."""
    return str([id for id, _ in PANES].index(page) + 1)


def whole(screen: Debriefing) -> str:
    """All the words of the debrief, on every page."""
    return "\n".join(str(static.render()) for static in screen.query(Static))


@pytest.fixture
def otherwise(tiny: Scenario, tmp_path: Path) -> Sitting:
    """A sitting that parts from history: the text of 25 June is never tabled."""
    sitting = Sitting.begin(tiny, {"USA": "person"}, seed=4, folder=tmp_path)
    for _ in range(300):
        sitting.run()
        if sitting.finished:
            break
        docket = sitting.docket("USA")
        kinds = (a.CallToOrder, a.Yield, a.CastBallot, a.PutToVote, a.AcceptRuling, a.Rule, a.CloseMeeting)
        sitting.submit(next(act for kind in kinds for act in docket.of(kind)))
    assert sitting.finished
    sitting.close()
    return sitting


async def test_each_divergence_is_named(otherwise: Sitting, stage: Any) -> None:
    screen = Debriefing(otherwise)
    async with stage(screen, (120, 40)) as pilot:
        await compared(pilot)
        text = whole(screen)
    assert screen.told is not None
    apart = [sentence for told in screen.told.stages for sentence in told.divergences]
    assert apart
    for sentence in apart:
        assert sentence in text
    assert "≠" in text


async def test_closeness_is_never_scored(otherwise: Sitting, stage: Any) -> None:
    screen = Debriefing(otherwise)
    async with stage(screen) as pilot:
        await compared(pilot)
        text = whole(screen).casefold()
    for word in ("score", "points", "per cent", "%", "closeness", "accuracy"):
        assert word not in text


async def test_secret_objectives_are_opened(finished: Sitting, stage: Any) -> None:
    screen = Debriefing(finished)
    async with stage(screen, (120, 40)) as pilot:
        await compared(pilot)
        await pilot.press(key("seats"))
        await pilot.pause()
        assert "The front holds. (secret)" in pilot.app.shown()
        assert "✓ met" in pilot.app.shown()


async def test_the_eight_terms_have_sentence_and_source(finished: Sitting, stage: Any) -> None:
    screen = Debriefing(finished)
    async with stage(screen, (200, 60)) as pilot:
        await compared(pilot)
        await pilot.press(key("terms"))
        await pilot.pause()
        shown = pilot.app.shown()
    assert screen.told is not None
    for term in screen.told.terms:
        assert term.title in shown
        assert term.source.split(";")[0].split(",")[0] in shown
    assert "Nine votes found a breach of the peace." in shown


async def test_questions_doubts_and_sources(finished: Sitting, stage: Any) -> None:
    async with stage(Debriefing(finished), (120, 40)) as pilot:
        await compared(pilot)
        await pilot.press(key("questions"))
        await pilot.pause()
        shown = pilot.app.shown()
        assert "Was the vote of 27 June lawful" in shown
        assert "It was 25 June in New York." in shown
        await pilot.press("right")
        await pilot.pause()
        assert "Resolutions 82 and 83 (1950)" in pilot.app.shown()


async def test_papers_are_written_beside_the_save(
    finished: Sitting, stage: Any, pointing: Any, until: Callable[..., Any]
) -> None:
    assert finished.path is not None
    folder = finished.path.parent
    async with stage(Debriefing(finished), (120, 40)) as pilot:
        await compared(pilot)
        await pilot.press("e")
        await pilot.pause()
        pointing(pilot.app.screen, "answers", "All four")
        await pilot.press("enter")
        await until(pilot, lambda: len(list(folder.glob("*.md"))) == 4)
        await until(pilot, lambda: ".debrief.md" in pilot.app.shown())
    stem = finished.path.name.removesuffix(".sitting.jsonl")
    assert (folder / f"{stem}.debrief.md").read_text("utf-8").startswith("# Two Days in June: debrief")


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(finished: Sitting, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    kept = Recording(finished.scenario, tuple(finished.record), blocked / "x.sitting.jsonl")
    state = Replay(kept.scenario, kept.record).at(len(kept.record))
    files, trouble = write(kept, state, ["debrief"])
    assert files == []
    assert trouble.endswith(".")


async def test_the_debrief_at_every_size(finished: Sitting, stage: Any) -> None:
    async with stage(Debriefing(finished), (80, 24)) as pilot:
        await compared(pilot)
        for size in ((120, 40), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "How it ended here: The attack is met" in pilot.app.shown()


async def test_escape_leaves(finished: Sitting, stage: Any) -> None:
    async with stage(Debriefing(finished)) as pilot:
        await compared(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.answers == [None]


def test_a_term_history_says_nothing_of_has_no_bar(finished: Sitting) -> None:
    told = debrief(finished.record, finished.state, finished.scenario)
    silent = next(term for term in told.terms if term.history is None)
    assert "nothing said" in comparing.term(silent).plain


async def test_a_record_that_makes_no_sense_is_told_in_a_sentence(
    finished: Sitting, stage: Any, until: Callable[..., Any]
) -> None:
    opening, *rest = finished.record
    stage_event = next(event for event in rest if type(event).__name__ == "StageOpened")
    kept = Recording(finished.scenario, (opening, replace(stage_event, index=99)))
    screen = Debriefing(kept)
    async with stage(screen) as pilot:
        await until(pilot, lambda: "cannot be compared with history" in pilot.app.shown())
        await pilot.press("1", "e", "right")
        await pilot.pause()
        assert pilot.app.screen is screen


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((120, 40), True), ((200, 60), True)])
async def test_reasons_stand_beside_their_lists_wherever_there_is_room(
    otherwise: Sitting, stage: Any, size: tuple[int, int], beside: bool
) -> None:
    screen = Debriefing(otherwise)
    async with stage(screen, size) as pilot:
        await compared(pilot)
        for page, rows in (("why", "#why-list"), ("choices", "#choices-list")):
            await pilot.press(key(page))
            found, reasons = screen.query_one(rows), screen.query_one(f"#{page}-page")
            for _ in range(400):
                if found.region.width and reasons.region.width:
                    break
                await pilot.pause(0.01)
            assert (found.region.right <= reasons.region.x) is beside
            assert (found.region.bottom <= reasons.region.y) is not beside
