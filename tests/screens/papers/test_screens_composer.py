"""Sheets on which one act is composed: each gives back a lawful act, says its rule, and keeps words plain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from game.screens.lobbying.deals import DealSheet, terms
from game.screens.lobbying.notes import NoteSheet
from game.screens.papers.capital import CapitalSheet
from game.screens.papers.pledging import PledgeSheet
from game.screens.papers.statements import StatementSheet
from game.screens.pieces.asking import Asking
from game.screens.pieces.composer import Composer
from game.screens.pieces.fields import Choices, Pen
from game.session import actions as a
from game.session.scenario import RedLine, Scenario
from game.sitting import Sitting

Begun = Callable[..., Sitting]
SHEETS = [NoteSheet, DealSheet, StatementSheet, PledgeSheet, CapitalSheet]


async def test_h7_a_note_is_written_and_handed_back(begun: Begun, stage: Any, pointing: Any) -> None:
    sitting = begun("recess")
    sheet = NoteSheet(sitting, "USA")
    async with stage(sheet) as pilot:
        assert "Choose to whom, and write something." in pilot.app.shown()
        pointing(sheet, "to", "France")
        await pilot.press("tab", *"Shall we speak?")
        await pilot.pause()
        assert "Pass a note to France" in pilot.app.shown()
        assert "H7" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (act,) = pilot.app.answers
    assert act == a.SendNote("USA", "FRA", "Shall we speak?")
    assert isinstance(sitting.submit(act), tuple)


async def test_enter_goes_on_and_the_button_hands_in(begun: Begun, stage: Any) -> None:
    async with stage(NoteSheet(begun("recess"), "USA", "GBR", "Agreed.")) as pilot:
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
        assert pilot.app.answers == [a.SendNote("USA", "GBR", "Agreed.")]


async def test_ctrl_j_begins_a_new_line(begun: Begun, stage: Any) -> None:
    async with stage(NoteSheet(begun("recess"), "USA", "GBR")) as pilot:
        await pilot.press("a", "ctrl+j", "b", "ctrl+s")
        await pilot.pause()
        assert pilot.app.answers == [a.SendNote("USA", "GBR", "a\nb")]


async def test_h7_a_deal_is_composed_and_offered(begun: Begun, stage: Any, pointing: Any) -> None:
    sitting = begun("recess")
    sheet = DealSheet(sitting, "USA")
    async with stage(sheet, (120, 40)) as pilot:
        pointing(sheet, "to", "Egypt")
        pointing(sheet, "give", "sponsor")
        pointing(sheet, "want", "a vote for it")
        await pilot.pause()
        assert "Offer Egypt a deal: sponsoring S/1501 against a vote for S/1501" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (act,) = pilot.app.answers
    assert act == a.OfferDeal("USA", "EGY", a.Term("sponsor", "s-1501"), a.Term("vote", "s-1501", "yes"))
    assert isinstance(sitting.submit(act), tuple)


async def test_h8_a_second_offer_is_refused_with_its_rule(begun: Begun, stage: Any, pointing: Any) -> None:
    sitting = begun("recess")
    vote = a.Term("vote", "s-1501", "yes")
    sitting.submit(a.OfferDeal("USA", "EGY", vote, vote))
    sheet = DealSheet(sitting, "USA", to="EGY")
    async with stage(sheet, (120, 40)) as pilot:
        await pilot.pause()
        assert "An offer to that delegation is still unanswered. (H8)" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.answers == []
        assert "H8" in sheet.rules()


def test_a_delegation_can_give_only_pledges_it_has(begun: Begun, tiny: Scenario) -> None:
    view = begun("recess").view("USA")
    assert view.brief is not None
    poor = replace(view, brief=replace(view.brief, capacity={}))
    mine = [side.kind for side, _ in terms(poor, tiny, own=True) if side is not None]
    theirs = [side.kind for side, _ in terms(poor, tiny, own=False) if side is not None]
    assert "pledge" not in mine
    assert "pledge" in theirs


async def test_cb1_a_statement_takes_a_position(begun: Begun, stage: Any, pointing: Any) -> None:
    sitting = begun("debate")
    sheet = StatementSheet(sitting, "USA")
    async with stage(sheet) as pilot:
        pointing(sheet, "issue", "cessation")
        pointing(sheet, "stance", "neither")
        sheet.query_one(Pen).text = "We wait for the report."
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (act,) = pilot.app.answers
    assert act == a.Speak("USA", "truce", "neutral", "We wait for the report.")
    assert isinstance(sitting.submit(act), tuple)


async def test_a_statement_tells_who_has_spoken(begun: Begun, stage: Any, pointing: Any) -> None:
    sitting = begun("debate")
    sheet = StatementSheet(sitting, "USA")
    said = {"FRA": {"truce": "for"}, "YUG": {"truce": "against"}}
    sheet.view = replace(sheet.view, chamber=replace(sheet.view.chamber, positions=said))
    async with stage(sheet, (120, 40)) as pilot:
        pointing(sheet, "issue", "cessation")
        await pilot.pause()
        assert "for: France; against: Yugoslavia" in pilot.app.shown()


async def test_words_without_a_question_are_a_statement_too(begun: Begun, stage: Any, pointing: Any) -> None:
    sheet = StatementSheet(begun("debate"), "USA", text="Thank you, Mr President.")
    async with stage(sheet) as pilot:
        pointing(sheet, "issue", "On nothing")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.answers == [a.Speak("USA", words="Thank you, Mr President.")]


async def test_h6_a_pledge_before_it_is_asked_for_is_refused(begun: Begun, stage: Any) -> None:
    sitting = begun("debate")
    sheet = PledgeSheet(sitting, "USA")
    assert sheet.view.brief is not None
    sheet.view = replace(sheet.view, brief=replace(sheet.view.brief, capacity={"troops": 40.0}))
    async with stage(sheet) as pilot:
        await pilot.pause()
        assert "Ground troops: 40 battalions" in pilot.app.shown()
        assert "(H6)" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert sheet.act() == a.Pledge("USA", "troops", 1.0)
        assert pilot.app.answers == []


async def test_h6_a_firm_red_line_is_not_loosened(begun: Begun, stage: Any) -> None:
    sheet = CapitalSheet(begun("recess"), "USA")
    assert sheet.view.brief is not None
    lines = (RedLine("x", "Never this.", firm=True),)
    sheet.view = replace(sheet.view, brief=replace(sheet.view.brief, red_lines=lines))
    async with stage(sheet) as pilot:
        await pilot.pause()
        assert "Never this. (firm)" in pilot.app.shown()
        assert "Not in order" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.answers == []


async def test_escape_asks_before_words_are_thrown_away(begun: Begun, stage: Any, pointing: Any) -> None:
    sheet = NoteSheet(begun("recess"), "USA", text="Half a thought")
    async with stage(sheet) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Asking)
        pointing(pilot.app.screen, "answers", "Go on")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is sheet
        assert sheet.query_one(Pen).words == "Half a thought"
        await pilot.press("escape")
        await pilot.pause()
        pointing(pilot.app.screen, "answers", "Throw")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.answers == [None]


async def test_words_that_are_too_long_are_told_and_kept(begun: Begun, stage: Any) -> None:
    sheet = NoteSheet(begun("recess"), "USA", "GBR")
    async with stage(sheet) as pilot:
        pen = sheet.query_one(Pen)
        pen.text = "word " * 130
        await pilot.pause()
        assert "49 too many, 600 at most" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.answers == []
        assert len(pen.words) == 649


async def test_a_flood_is_cut_at_once(begun: Begun, stage: Any) -> None:
    sheet = NoteSheet(begun("recess"), "USA", "GBR")
    async with stage(sheet) as pilot:
        pen = sheet.query_one(Pen)
        pen.text = "A" * 200_000
        await pilot.pause()
        await pilot.pause()
        assert len(pen.text) == 2400


async def test_pasted_hostile_text_is_cleaned_and_told(
    begun: Begun, stage: Any, all_hostile: list[str]
) -> None:
    sheet = NoteSheet(begun("recess"), "USA", "GBR")
    async with stage(sheet) as pilot:
        pen = sheet.query_one(Pen)
        for words in all_hostile:
            pen.text = words
            await pilot.pause()
            await pilot.pause()
            assert all(line.isprintable() for line in pilot.app.shown().split("\n"))
            assert "\x1b" not in pen.text
        assert pen.cleaned
        pen.text = "a\x1b[2Jb"
        await pilot.pause()
        await pilot.pause()
        assert pen.words == "a[2Jb"
        assert "taken out" in pilot.app.shown()
        assert pilot.app.screen is sheet


@pytest.mark.parametrize("kind", SHEETS)
async def test_every_sheet_at_every_size(begun: Begun, stage: Any, kind: type[Composer]) -> None:
    sheet = kind(begun("recess"), "USA")
    async with stage(sheet, (80, 24)) as pilot:
        for size in ((120, 40), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert sheet.HAND_IN in pilot.app.shown()


async def test_choices_mark_what_is_chosen_by_a_sign(begun: Begun, stage: Any, pointing: Any) -> None:
    sheet = NoteSheet(begun("recess"), "USA")
    async with stage(sheet) as pilot:
        pointing(sheet, "to", "Norway")
        await pilot.pause()
        shown = pilot.app.shown()
        assert "● Norway" in shown
        assert shown.count("●") == 1
        assert sheet.query_one("#to", Choices).value == "NOR"
