"""The drafting table and the amending table, from the first clause to the act handed back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.widgets import Input

from game.screens.drafting.amending import AmendingTable
from game.screens.drafting.drafting import DraftingTable
from game.screens.drafting.manuscript import Manuscript
from game.screens.drafting.paragraphs import Paragraphs
from game.screens.drafting.wording import Wording
from game.screens.pieces.asking import Asking
from game.screens.pieces.fields import Pen
from game.screens.pieces.printed import Printed
from game.session import actions as a
from game.session.scenario import Clause
from game.sitting import Sitting

Begun = Callable[..., Sitting]
SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_cb6_clauses_are_taken_and_the_draft_is_handed_back(
    begun: Begun, stage: Any, pointing: Any, size: tuple[int, int]
) -> None:
    sitting = begun("debate")
    table = DraftingTable(sitting, "USA")
    async with stage(table, size) as pilot:
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert [c.kind for c in table.manuscript.clauses] == ["recalling", "breach"]
        assert "In order." in pilot.app.shown()
        assert "Determines" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (act,) = pilot.app.answers
    assert act == a.TableDraft("USA", clauses=(Clause("recalling"), Clause("breach")))
    assert isinstance(sitting.submit(act), tuple)


async def test_h4_a_text_without_an_operative_clause_is_refused_with_its_rule(
    begun: Begun, stage: Any
) -> None:
    table = DraftingTable(begun("debate"), "USA")
    async with stage(table) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert (
            "Not in order: A draft resolution needs at least one operative clause. (H4)" in pilot.app.shown()
        )
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.answers == []
        assert pilot.app.screen is table
    assert "H4" in table.rules()


async def test_parameters_are_chosen_and_free_words_stand_under_the_verb(
    begun: Begun, stage: Any, pointing: Any
) -> None:
    table = DraftingTable(begun("debate"), "USA")
    async with stage(table, (120, 40)) as pilot:
        pointing(table, "kinds", "cessation of")
        pointing(table, "kinds", "Calls for")
        await pilot.press("enter")
        await pilot.pause()
        wording = pilot.app.screen
        assert isinstance(wording, Wording)
        pointing(wording, "place-0", "all forces")
        await pilot.pause()
        assert "withdrawal of all forces to their own side" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert table.manuscript.clauses == (Clause("cessation", {"who": "both"}),)
        table.query_one(Paragraphs).focus()
        await pilot.press("e")
        await pilot.pause()
        pilot.app.screen.query_one(Pen).text = "an end to the fighting"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert table.manuscript.clauses[0].words == "an end to the fighting"
        assert "Calls for an end to the fighting." in pilot.app.shown()


async def test_clauses_are_moved_and_struck_out(begun: Begun, stage: Any) -> None:
    text = Manuscript(clauses=(Clause("recalling"), Clause("breach"), Clause("cessation", {"who": "north"})))
    table = DraftingTable(begun("debate"), "USA", text)
    async with stage(table, (120, 40)) as pilot:
        table.query_one(Paragraphs).focus()
        await pilot.press("shift+up")
        assert [c.kind for c in text.clauses] == ["recalling", "cessation", "breach"]
        assert table.query_one(Paragraphs).place == 1
        await pilot.press("x")
        assert [c.kind for c in text.clauses] == ["recalling", "breach"]
        await pilot.press("u")
        await pilot.pause()
        assert [c.kind for c in text.clauses] == ["recalling", "cessation", "breach"]
        assert "Calls for" in pilot.app.shown()


async def test_a_known_text_is_begun_from(begun: Begun, stage: Any) -> None:
    table = DraftingTable(begun("debate"), "USA")
    async with stage(table) as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert "S/1501" in pilot.app.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert table.query_one("#title", Input).value == "Breach of the peace and cessation of hostilities"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.answers == [a.TableDraft("USA", stored="s-1501")]


async def test_escape_never_loses_a_text_without_asking(begun: Begun, stage: Any, pointing: Any) -> None:
    desk = Manuscript()
    table = DraftingTable(begun("debate"), "USA", desk)
    async with stage(table) as pilot:
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Asking)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is table
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.answers == [None]
    assert desk.clauses == (Clause("recalling"),)


async def test_a_text_may_be_thrown_away(begun: Begun, stage: Any, pointing: Any) -> None:
    desk = Manuscript()
    async with stage(DraftingTable(begun("debate"), "USA", desk)) as pilot:
        await pilot.press("enter", "escape")
        await pilot.pause()
        pointing(pilot.app.screen, "answers", "Throw")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.answers == [None]
    assert desk.blank


async def test_a_blank_desk_is_left_at_once(begun: Begun, stage: Any) -> None:
    async with stage(DraftingTable(begun("debate"), "USA")) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.answers == [None]


def test_a_text_already_tabled_is_off_the_desk(begun: Begun) -> None:
    sitting = begun("debate")
    desk = Manuscript(clauses=(Clause("breach"),))
    sitting.submit(desk.act("USA"))
    assert DraftingTable(sitting, "USA", desk).manuscript.blank


async def test_the_library_is_searched_by_words(begun: Begun, stage: Any) -> None:
    table = DraftingTable(begun("debate"), "USA")
    async with stage(table) as pilot:
        await pilot.press("slash", *"hostil", "enter", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Wording)


async def test_only_clauses_offered_now_are_in_the_library(begun: Begun, stage: Any) -> None:
    async with stage(DraftingTable(begun("debate"), "USA"), (120, 40)) as pilot:
        assert "Recommends armed help" not in pilot.app.shown()
        assert "Determines a breach" in pilot.app.shown()


async def test_it_prints_the_whole_page(begun: Begun, stage: Any) -> None:
    table = DraftingTable(begun("debate"), "USA", Manuscript(clauses=(Clause("breach"),)))
    async with stage(table) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Printed)
        assert "UNITED NATIONS" in pilot.app.shown()
        assert "United States of America: draft resolution" in pilot.app.shown()


async def test_a_text_outlives_a_window_too_small_to_show_it(begun: Begun, stage: Any) -> None:
    table = DraftingTable(begun("debate"), "USA")
    async with stage(table, (120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "larger" in pilot.app.shown()
        await pilot.press("x", "ctrl+s", "escape")
        assert pilot.app.screen is table
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert table.manuscript.clauses == (Clause("recalling"),)
        assert "Recalling" in pilot.app.shown()


async def test_hostile_words_and_titles_do_nothing(begun: Begun, stage: Any, all_hostile: list[str]) -> None:
    text = Manuscript("", tuple(Clause("breach", {}, words[:500]) for words in all_hostile[:20]))
    table = DraftingTable(begun("debate"), "USA", text)
    async with stage(table, (120, 40)) as pilot:
        for words in all_hostile:
            table.query_one("#title", Input).value = words
            await pilot.pause()
            shown = pilot.app.shown()
            assert all(line.isprintable() for line in shown.split("\n"))
            assert table.manuscript.title.isprintable()
        assert pilot.app.screen is table


# -- amendments ----------------------------------------------------------------------------------------------
def with_draft(begun: Begun) -> Sitting:
    sitting = begun("debate")
    assert isinstance(sitting.submit(a.TableDraft("USA", stored="s-1501")), tuple)
    return sitting


@pytest.mark.parametrize("size", SIZES)
async def test_cb10_a_paragraph_is_struck_out(begun: Begun, stage: Any, size: tuple[int, int]) -> None:
    sitting = with_draft(begun)
    table = AmendingTable(sitting, "USA", "S/1501")
    async with stage(table, size) as pilot:
        table.query_one(Paragraphs).focus()
        await pilot.press("x")
        await pilot.pause()
        assert "Delete operative paragraph 2." in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (act,) = pilot.app.answers
    assert act == a.MoveAmendment("USA", "S/1501", "delete", 2)
    assert isinstance(sitting.submit(act), tuple)


async def test_cb10_a_clause_is_replaced_from_the_library(begun: Begun, stage: Any, pointing: Any) -> None:
    sitting = with_draft(begun)
    table = AmendingTable(sitting, "USA", "S/1501")
    async with stage(table, (120, 40)) as pilot:
        table.query_one(Paragraphs).focus()
        await pilot.press("r")
        await pilot.pause()
        assert "takes the place of operative paragraph 2" in pilot.app.shown()
        pointing(table, "kinds", "Calls for")
        await pilot.press("enter")
        await pilot.pause()
        pointing(pilot.app.screen, "place-0", "all forces")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (act,) = pilot.app.answers
    assert act == a.MoveAmendment("USA", "S/1501", "replace", 2, Clause("cessation", {"who": "both"}))
    assert isinstance(sitting.submit(act), tuple)


async def test_cb10_a_clause_that_stands_already_is_refused(begun: Begun, stage: Any) -> None:
    table = AmendingTable(with_draft(begun), "USA", "S/1501")
    async with stage(table) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "That clause stands in the text already. (CB10)" in pilot.app.shown()
        await pilot.press("u")
        await pilot.pause()
        assert table.change.act("USA") is None


async def test_rewording_a_paragraph_replaces_it(begun: Begun, stage: Any) -> None:
    table = AmendingTable(with_draft(begun), "USA", "S/1501")
    async with stage(table, (120, 40)) as pilot:
        table.query_one(Paragraphs).focus()
        await pilot.press("up", "e")
        await pilot.pause()
        await pilot.press(*"a threat", "ctrl+s")
        await pilot.pause()
        act = table.change.act("USA")
    assert act == a.MoveAmendment("USA", "S/1501", "replace", 1, Clause("breach", {}, "a threat"))


async def test_an_amendment_is_not_lost_without_asking(begun: Begun, stage: Any) -> None:
    table = AmendingTable(with_draft(begun), "USA", "S/1501")
    async with stage(table) as pilot:
        table.query_one(Paragraphs).focus()
        await pilot.press("x", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Asking)
        assert pilot.app.answers == []
