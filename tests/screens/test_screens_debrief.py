"""Looking back: the debrief, its papers, the replay; and what of an open sitting nobody may look back on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.screens import Start
from game.screens.aftermath.archive import Archive
from game.screens.aftermath.debriefing import PANES, Debriefing
from game.screens.aftermath.exporting import PAPERS, write
from game.screens.aftermath.whence import Leads, walked
from game.screens.application import Horseshoe
from game.session import actions as act
from game.session.scenario import Scenario
from game.sitting import Sitting
from game.sitting.choices import motives

House = Callable[[], Horseshoe]
SECRET = "Our fleet sails at dawn"


@pytest.fixture
def over(tiny: Scenario, tmp_path: Path) -> Sitting:
    """A sitting that scripted delegations played to its end, with a moment marked."""
    sitting = Sitting.begin(tiny, {}, seed=7, folder=tmp_path, director=True)
    sitting.run(3)
    sitting.submit(act.Mark("", "Nobody asked the accused party."))
    sitting.run()
    sitting.close()
    assert sitting.finished
    return sitting


async def laid_out(pilot: Pilot[int], app: Horseshoe, sitting: Sitting, at: SimpleNamespace) -> Debriefing:
    sheet = Debriefing(sitting)
    app.push_screen(sheet)
    await at.until(pilot, lambda: sheet.laid_out)
    return sheet


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_debrief_has_all_its_parts_and_no_score(
    at: SimpleNamespace, house: House, over: Sitting, size: tuple[int, int]
) -> None:
    app = house()
    async with app.run_test(size=size) as pilot:
        sheet = await laid_out(pilot, app, over, at)
        await at.until(pilot, lambda: "In history" in at.everything_kept(app))
        kept = at.everything_kept(app)
        assert "Nobody asked the accused party." in kept
        for brief in over.scenario.sealed.briefs.values():
            for objective in brief.objectives:
                assert objective.text in kept
        assert sheet.told is not None
        assert len(sheet.told.terms) == 8
        for term in sheet.told.terms:
            assert term.claim in kept
            assert term.source in kept
        for question in sheet.told.questions:
            assert question.text in kept
        for source in sheet.told.sources:
            assert source.title in kept
        for word in ("score", "points", "% like", "grade"):
            assert word not in kept.casefold()
        for key, (page, _) in enumerate(PANES, 1):
            await pilot.press(str(key))
            await at.until(pilot, lambda page=page: sheet.query_one(f"#{page}").display)  # type: ignore[misc]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_why_it_ended_so_is_answered_by_a_key_and_each_measure_by_choosing_it(
    at: SimpleNamespace, house: House, over: Sitting, size: tuple[int, int]
) -> None:
    app = house()
    async with app.run_test(size=size) as pilot:
        sheet = await laid_out(pilot, app, over, at)
        assert sheet.told is not None
        ending, track = (next(x for x in sheet.told.whys if x.kind == kind) for kind in ("ending", "track"))
        await pilot.press("w")
        await at.until(pilot, lambda: ending.answer in at.everything_kept(app))
        steps = [x for _, x in walked(ending.causes)]
        assert steps
        await at.until(pilot, lambda: len(sheet.query("#why-page .cause")) == len(steps))
        for step in steps:
            assert step.sentence in at.everything_kept(app)
        listed = sheet.query_one("#why-list", OptionList)
        listed.highlighted = listed.get_option_index("track-1")
        await at.until(pilot, lambda: track.answer in at.everything_kept(app))
        assert len(sheet.query("#why-page .cause")) == len(list(walked(track.causes)))
        await pilot.press("tab")
        assert app.focused is sheet.query_one("#why-page")


async def test_a_measure_of_a_stage_leads_to_why_it_stands_so(
    at: SimpleNamespace, house: House, over: Sitting
) -> None:
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        sheet = await laid_out(pilot, app, over, at)
        assert sheet.told is not None
        second = next(x for x in sheet.told.stages if x.played).shown[1]
        answer = next(x.answer for x in sheet.told.whys if (x.kind, x.id) == ("track", second.id))
        await at.until(pilot, lambda: len(sheet.query(Leads)) > 1)
        leads = list(sheet.query(Leads))
        leads[1].on_click(SimpleNamespace(y=1))  # type: ignore[arg-type]
        await at.until(pilot, lambda: answer in at.everything_kept(app))
        assert app.focused is sheet.query_one("#why-list")
        ending = next(x for x in sheet.told.whys if x.kind == "ending")
        leads[0].on_click(SimpleNamespace(y=9))  # type: ignore[arg-type]
        await at.until(pilot, lambda: ending.answer in at.everything_kept(app))


async def test_the_papers_are_written_beside_the_save_and_it_is_said_where(
    at: SimpleNamespace, house: House, over: Sitting
) -> None:
    app = house()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await laid_out(pilot, app, over, at)
        await pilot.press("e")
        await at.until(pilot, lambda: at.on(app, "Asking"))
        app.screen.query_one("#answers", OptionList).highlighted = len(PAPERS)
        await pilot.press("enter")
        await at.until(pilot, lambda: len(app._notifications) == 1)
        assert over.path is not None
        files = sorted(over.path.parent.glob("*.md"))
        assert len(files) == len(PAPERS)
        said = next(iter(app._notifications)).message
        for file in files:
            assert str(file) in said
            assert file.read_text("utf-8").strip()


async def test_an_open_sitting_has_no_debrief_and_its_replay_shows_no_notes(
    at: SimpleNamespace, tiny: Scenario, tmp_path: Path
) -> None:
    sitting = Sitting.begin(tiny, {"EGY": "person", "FRA": "person"}, seed=7, folder=tmp_path)
    sitting.run()
    sitting.submit(act.SendNote(sitting.awaits, "USA", SECRET))
    sitting.close()
    app = Horseshoe(Start(saves=tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(Archive(tmp_path))
        await at.until(
            pilot, lambda: isinstance(app.screen, Archive) and app.screen.is_mounted and app.screen.chosen
        )
        await pilot.press("d")
        assert at.on(app, "Archive")
        await pilot.press("r")
        await at.until(pilot, lambda: at.on(app, "ReplayRoom"))
        await pilot.press("end", "d")
        await at.until(pilot, lambda: at.on(app, "Documents"))
        assert SECRET not in at.everything_kept(app)
        secrets = [o.text for b in tiny.sealed.briefs.values() for o in b.objectives if o.secret]
        assert not [text for text in secrets if text in at.everything_kept(app)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_vote_tells_its_reason_and_enter_opens_what_was_weighed(
    at: SimpleNamespace, house: House, over: Sitting, size: tuple[int, int]
) -> None:
    app = house()
    told = motives(over.scenario, over.record)
    vote = next(c for roll in told.rolls for c in roll.choices if c.terms)
    async with app.run_test(size=size) as pilot:
        sheet = await laid_out(pilot, app, over, at)
        await pilot.press("3")
        listed = sheet.query_one("#choices-list", OptionList)
        await at.until(pilot, lambda: listed.option_count > len(told.acts))
        assert app.focused is listed
        listed.highlighted = listed.get_option_index(str(vote.at))
        await at.until(pilot, lambda: "opens what it weighed" in at.shown(app))
        assert vote.reason in at.everything_kept(app)
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Weighed") and "On the whole" in at.shown(app))
        shown = " ".join(at.shown(app).replace("│", " ").split())
        for term in vote.terms:
            assert " ".join(term.split())[:50] in shown
        await pilot.press("enter")
        listed.highlighted = listed.get_option_index(str(told.acts[0].at))
        await at.until(pilot, lambda: told.acts[0].reason in at.everything_kept(app))
        await pilot.press("enter")
        assert app.screen is sheet
        seat = vote.seat
        await pilot.press("f")
        await at.until(pilot, lambda: at.on(app, "Asking"))
        names = sorted({c.name for c in (*told.acts, *(c for roll in told.rolls for c in roll.choices))})
        app.screen.query_one("#answers", OptionList).highlighted = names.index(vote.name) + 1
        await pilot.press("enter")
        rows = sum(c.seat == seat for c in (*told.acts, *(c for roll in told.rolls for c in roll.choices)))
        await at.until(pilot, lambda: sum(not x.disabled for x in listed.options) == rows)


def test_the_debrief_on_paper_ends_with_every_choice_and_the_other_papers_tell_none(over: Sitting) -> None:
    written, trouble = write(over, over.state, [id for id, _ in PAPERS])
    assert not trouble
    told = motives(over.scenario, over.record)
    papers = {file.name.split(".")[-2]: file.read_text("utf-8") for file in written}
    assert papers["debrief"].count("On the whole ") >= sum(len(roll.choices) for roll in told.rolls) // 2
    assert papers["debrief"].count("*Why:*") == len(told.acts)
    for name, text in papers.items():
        assert ("On the whole " in text) == ("*Why:*" in text) == (name == "debrief")
