"""Alone at the table in a small window: every key that works is shown, and nothing hides what one may do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from textual.widgets import Footer

from game.packs import load
from game.screens.application import Horseshoe
from game.screens.drafting.drafting import DraftingTable
from game.screens.drafting.library import Library
from game.screens.drafting.manuscript import Manuscript
from game.screens.drafting.paragraphs import Paragraphs
from game.screens.foyer.lobby import Lobby
from game.screens.hall.chamber import Chamber
from game.screens.hall.floor import Floor
from game.screens.hall.pending import HEADING, Waiting, _lines
from game.screens.lobbying.canvass import Canvass, Text
from game.screens.pieces.seating import middle
from game.session import actions as act
from game.session.scenario import Clause, Scenario
from game.session.state import Ballot, Phase
from game.sitting import Sitting

DATA = Path(__file__).parents[1] / "data"
House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]


def keys(app: Horseshoe) -> str:
    """Return the keys that are in sight at the foot of the screen."""
    width, told, at = app.size.width, "", 0
    for foot in app.screen.query(Footer):
        for key in foot.children:
            shown = str(key.render())
            at += len(shown)
            told += shown if at <= width else ""
    return told


async def test_all_keys_of_the_chamber_are_in_sight(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        await at.until(pilot, lambda: "0 Pass" in keys(app))
        usher, chamber = app.usher, app.screen
        assert usher is not None
        assert isinstance(chamber, Chamber)
        usher.paused = True
        await pilot.press("0")
        await at.until(pilot, lambda: "Pause" in keys(app) and "Skip" in keys(app) and "Help" in keys(app))


async def test_an_act_is_chosen_by_its_number_from_anywhere_in_the_chamber(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        app.screen.query_one("#record").focus()
        await at.until(pilot, lambda: app.focused is app.screen.query_one("#record"))
        assert not app.screen.query_one(Floor).has_focus_within
        acts = len(sitting.acts)
        await pilot.press("0")
        await at.until(pilot, lambda: len(sitting.acts) > acts)


async def test_the_way_back_from_the_acts_of_one_kind_is_shown(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        floor = app.screen.query_one(Floor)
        await at.until(pilot, lambda: "0 Pass" in keys(app))
        assert "Esc" not in keys(app)
        drafts = next(i for i, row in enumerate(floor._rows) if floor.title(row).endswith(" …") and i > 1)
        floor._kind = act.Sponsor
        floor._fill(floor._rows[: drafts + 1])
        await at.until(pilot, lambda: "Esc Back" in keys(app))
        await pilot.press("escape")
        await at.until(pilot, lambda: floor._kind is None and "Esc Back" not in keys(app))


async def test_the_way_to_the_next_text_is_shown_while_heads_are_counted(
    at: SimpleNamespace, house: House, seated: Seated, tiny: Scenario
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber = app.screen
        assert isinstance(chamber, Chamber)
        clauses = (Clause(next(iter(tiny.clause))),)
        texts = (Text("S/1", "One", clauses, ()), Text("S/2", "Another", clauses, ()))
        app.push_screen(Canvass(sitting, "NOR", texts, chamber))
        await at.until(pilot, lambda: at.on(app, "Canvass") and "→ Next" in keys(app))
        assert "What it takes" in keys(app)


async def test_the_lobby_shows_how_to_read_on(at: SimpleNamespace, house: House, tiny: Scenario) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_lobby(tiny)
        await at.until(pilot, lambda: isinstance(app.screen, Lobby) and "→ Read on" in keys(app))


async def test_all_keys_of_the_drafting_table_are_in_sight(
    at: SimpleNamespace, house: House, seated: Seated, tiny: Scenario
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        kinds = [k for k in tiny.clause.values() if k.part == "operative"]
        app.push_screen(DraftingTable(sitting, "NOR", Manuscript(clauses=[Clause(kinds[0].id)])))
        await at.until(pilot, lambda: at.on(app, "DraftingTable") and "Hand in" in keys(app))
        app.screen.query_one(Paragraphs).focus()
        await at.until(pilot, lambda: "X: strike out" in at.shown(app))
        await at.until(pilot, lambda: "? Help" in keys(app))


async def test_down_leads_from_the_words_looked_for_to_what_was_found(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        app.push_screen(DraftingTable(sitting, "NOR", Manuscript()))
        await at.until(pilot, lambda: at.on(app, "DraftingTable") and bool(app.screen.query("#find")))
        app.screen.query_one("#find").focus()
        await pilot.press("down")
        kinds = app.screen.query_one(Library).query_one("#kinds")
        await at.until(pilot, lambda: app.focused is kinds)


@pytest.mark.parametrize(("most", "lines"), [(5, 4), (1, 2)])
def test_cb9_a_low_window_shows_the_first_of_what_waits_and_counts_the_rest(most: int, lines: int) -> None:
    rows = tuple(Waiting("33(6)", f"amendment {n}", "Cuba", True, "no vote") for n in range(3))
    told = _lines(rows, 76, most)
    assert len(told) == lines
    assert told[0].plain.startswith(HEADING)
    assert ("the first of 3" in told[0].plain) is (most == 1)


async def test_a_crisis_told_in_several_languages_is_told_in_another_from_the_lobby(
    at: SimpleNamespace, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HORSESHOE_LANGUAGE", "en")
    app, crisis = house(), load(DATA / "packs" / "greece-1947")
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_lobby(crisis)
        await at.until(pilot, lambda: isinstance(app.screen, Lobby) and "Off the list" in at.shown(app))
        lobby = app.screen
        assert isinstance(lobby, Lobby)
        lobby._set_holder("USA", "person")
        lobby._change_setting("language")
        await at.until(pilot, lambda: "Rayée de la liste" in at.shown(app))
        assert lobby.scenario.open.language == "fr"
        assert lobby.holders["USA"] == "person"
        assert "Language   fr" in at.shown(app)
        await pilot.press("o")
        await at.until(pilot, lambda: app.usher is not None)
        assert app.usher is not None
        assert app.usher.council.options["language"] == "fr"


async def test_the_lobby_says_when_nobody_has_taken_a_seat(
    at: SimpleNamespace, house: House, tiny: Scenario
) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_lobby(tiny)
        await at.until(pilot, lambda: isinstance(app.screen, Lobby) and "Watch: nobody" in at.shown(app))
        await pilot.press("enter")
        await at.until(pilot, lambda: "Watch: nobody" not in at.shown(app))


async def test_a_crisis_told_in_one_language_asks_for_none(
    at: SimpleNamespace, house: House, tiny: Scenario
) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_lobby(tiny)
        await at.until(pilot, lambda: isinstance(app.screen, Lobby) and "Length" in at.shown(app))
        assert "Language" not in at.shown(app)


def test_no_text_stands_at_the_table_while_a_motion_is_voted_on(seated: Seated) -> None:
    sitting = seated("NOR")
    while not any(d.status == "tabled" for d in sitting.view("").chamber.drafts.values()):
        if not sitting.step():
            kinds = (act.Yield, act.CallToOrder, act.CastBallot)
            sitting.submit(next(a for k in kinds for a in sitting.docket("NOR").of(k)))
    view = sitting.view("NOR")
    draft = next(d for d in view.chamber.drafts.values() if d.status == "tabled")
    titles = [sitting.scenario.clause[c.kind].title for c in draft.clauses]
    motion = Ballot("motion", "suspend", "procedural", view.chamber.members, Phase.DEBATE)
    text = Ballot("draft", draft.symbol, "substantive", view.chamber.members, Phase.DEBATE, draft.symbol)
    for ballot, stands in ((motion, False), (text, True)):
        voting = replace(view, chamber=replace(view.chamber, phase=Phase.BALLOT, ballot=ballot))
        lines = " ".join(line for line, _ in middle(voting, sitting.scenario))
        assert any(title in lines for title in titles) is stands
