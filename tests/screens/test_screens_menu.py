"""What stands first in the menu, and how the measures and drafts beside the table are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from textual.widgets import OptionList

from game.rules.book import RULES
from game.screens import Start
from game.screens.application import Horseshoe
from game.screens.foyer.title import Title
from game.screens.hall.floor import FREE, KINDS, Floor
from game.screens.hall.rollcall import put
from game.screens.pieces.board import fitted, measure, name_room
from game.screens.pieces.panels import drafts_panel
from game.screens.pieces.table import Table
from game.session import actions as act
from game.session.scenario import Scenario
from game.session.state import Ballot, Draft
from game.sitting import Sitting

KOREA = (
    "Territory held by the South",
    "Danger of a wider war",
    "Suffering of civilians",
    "North Korea's resolve",
    "Peking's resolve",
    "Strength of the coalition",
    "World opinion",
    "Unity of the Council",
)


def test_h_the_likely_act_comes_first_and_to_pass_last() -> None:
    places = {kind: place for place, kind in enumerate(KINDS)}
    assert places[act.CallToOrder] == 0
    assert places[act.Yield] == len(KINDS) - 1
    chair = (act.PutToVote, act.ContinueDebate, act.CloseMeeting)
    assert all(places[kind] < places[act.Speak] for kind in chair)
    likely = (act.Speak, act.TableDraft, act.Sponsor, act.MoveAmendment)
    rare = (act.Unsponsor, act.CedeChair, act.WalkOut)
    assert [places[kind] for kind in (*likely, *rare)] == sorted(places[kind] for kind in (*likely, *rare))


@pytest.mark.parametrize("width", [26, 30, 38, 60])
def test_every_track_can_be_told_from_its_name(width: int) -> None:
    room = name_room(KOREA, width, 4)
    assert all("…" not in fitted(title, room) for title in KOREA)
    for title in KOREA:
        assert cell_len(measure(title, "▲", 0.43, " 43", width, room).plain) <= width


def test_a_name_takes_the_fullest_form_that_fits() -> None:
    title = "North Korea's resolve"
    assert fitted(title, 21) == title
    assert fitted(title, 20) == "N. Korea's resolve"
    assert fitted("Danger of a wider war", 20) == "Danger wider war"
    assert fitted("Unbreakable", 6) == "Unbre…"


def test_cb6_drafts_stand_in_the_order_of_their_votes(seated: Callable[..., Sitting]) -> None:
    sitting = seated("FRA")
    view = sitting.view("FRA")
    drafts = {
        "S/3": Draft("S/3", ("FRA",), (), order=3, title="third"),
        "S/1": Draft("S/1", ("FRA",), (), order=1, title="first"),
        "S/2": Draft("S/2", ("FRA",), (), order=2, status="failed", title="second"),
    }
    view = replace(view, chamber=replace(view.chamber, drafts=drafts))
    text = drafts_panel(view, sitting.scenario).plain
    assert text.index("S/1") < text.index("S/3") < text.index("S/2")
    assert "first to be voted on" in text.split("\n")[0]


async def test_h_nothing_in_the_menu_is_empty_and_0_passes(
    at: SimpleNamespace, house: Callable[[], object], seated: Callable[..., Sitting]
) -> None:
    app, sitting = house(), seated("IND")
    async with app.run_test(size=(80, 24)) as pilot:  # type: ignore[attr-defined]
        await at.first_turn(pilot, app, sitting)
        floor = app.screen.query_one("#floor")  # type: ignore[attr-defined]
        docket = sitting.docket("IND")
        assert all(row in FREE or docket.of(row) for row in floor._rows if isinstance(row, type))
        await at.until(pilot, lambda: "0" in str(floor._row(len(floor._rows) - 1, floor._rows[-1]).lead))
        await pilot.press("9")
        before = len(sitting.record)
        await pilot.press("0")
        await at.until(pilot, lambda: len(sitting.record) > before)
        assert any(type(event).__name__ == "FloorYielded" for event in sitting.record[before:])


async def test_a_save_that_cannot_be_opened_leads_to_the_gallery(at: SimpleNamespace, tmp_path: Path) -> None:
    app = Horseshoe(Start(resume=tmp_path / "none.sitting.jsonl", saves=tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await at.until(pilot, lambda: at.on(app, "Trouble"))
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Title") and bool(app.screen.query("#gallery")))
        await at.until(pilot, lambda: app.screen.query_one("#gallery", OptionList).option_count > 0)
        assert app.screen.focused is app.screen.query_one("#gallery")


def test_h_where_no_draft_lies_ready_the_drafting_table_opens_at_once(
    tiny: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    floor, asked = Floor(tiny), []
    monkeypatch.setattr(floor, "post_message", asked.append)
    floor._docket, floor._rows = NoDrafts(), [act.TableDraft]
    floor._take(0)
    assert [type(message) for message in asked] == [Floor.Composing]
    assert floor._rule(act.TableDraft) in RULES


class NoDrafts:
    """A docket in which drafts may be tabled, but none lies ready."""

    kinds: frozenset[type[act.Action]] = frozenset({act.TableDraft})

    def of(self, kind: type[act.Action]) -> tuple[act.Action, ...]:
        return ()

    def __iter__(self) -> Iterator[act.Action]:
        return iter(())


def test_v2_the_question_says_what_the_text_is_about(seated: Callable[..., Sitting]) -> None:
    sitting = seated("FRA")
    chamber = sitting.view("").chamber
    ballot = Ballot("draft", "S/1", "substantive", chamber.members, chamber.phase, draft="S/1")
    draft = Draft("S/1", ("FRA",), (), order=1, title="A cease-fire")
    said = put(replace(chamber, drafts={"S/1": draft}, ballot=ballot), sitting.scenario)
    assert said.startswith("Draft S/1")
    assert said.endswith("(A cease-fire) · substantive")
    assert put(replace(chamber, ballot=None), sitting.scenario) == ""


async def test_a_table_hidden_while_the_window_changes_is_drawn_for_the_new_size(
    at: SimpleNamespace, house: Callable[[], Horseshoe], seated: Callable[..., Sitting]
) -> None:
    app, sitting = house(), seated("IND")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        await app.push_screen(Title())
        await pilot.resize_terminal(80, 24)
        await app.pop_screen()
        table = app.screen.query_one(Table)
        await at.until(pilot, lambda: table.size.width < 60)
        assert (table.picture.width, table.picture.height) == (table.size.width, table.size.height)
        await at.until(pilot, lambda: "YUG" in at.shown(app))
