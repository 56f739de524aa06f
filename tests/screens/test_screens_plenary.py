"""The General Assembly on screen: the hall in the table's place, the board filling, the Members by group."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import OptionList

from game.packs import load
from game.packs.assembly import electors
from game.screens.aftermath.recording import Recording
from game.screens.aftermath.replaying import ReplayRoom
from game.screens.application import Horseshoe
from game.screens.hall.chamber import Chamber
from game.screens.hall.plenary import AssemblyRoll, Members, TallyBoard
from game.screens.hall.tallyboard import SIGNS, Hall, board
from game.screens.pieces.table import Table
from game.session import actions as a
from game.session import events as e
from game.session.assembly import is_called
from game.session.scenario import Clause, Scenario
from game.session.state import Phase
from game.sitting import Sitting

House = Callable[[], Horseshoe]
OF_1951, OF_2022 = electors(date(1951, 1, 10)), electors(date(2022, 3, 2))
VOTES = ("yes", "no", "abstain", "absent", "not_participating")
SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load("korea-1950")


def in_the_hall(scenario: Scenario, person: str = "GBR") -> Sitting:
    """A scripted sitting that has come to the Assembly; then a person takes a seat."""
    sitting = Sitting.begin(scenario, {}, seed=1, director=True)
    while sitting.state.chamber.phase is not Phase.PLENARY:
        assert sitting.step()
    sitting.submit(a.HandOver("", person, "person"))
    return sitting


async def to_the_hall(at: SimpleNamespace, pilot, app: Horseshoe, sitting: Sitting) -> None:
    """Come to the person's turn in the Assembly."""
    app.take_places(sitting, {})
    await at.until(pilot, lambda: app.usher is not None)
    assert app.usher is not None
    app.usher.pace = 2
    for _ in range(1000):
        screen = app.screen
        if isinstance(screen, Chamber) and screen.awaited:
            return
        if type(screen).__name__ not in ("Title", "Loading", "Chamber"):
            await pilot.press("enter")
        await asyncio.sleep(0.02)
    raise AssertionError(f"The person's turn never came; the screen is {app.screen!r}.")


# -- the board -------------------------------------------------------------------------------------------
@given(
    st.sampled_from([OF_1951, OF_2022]),
    st.data(),
    st.integers(28, 200),
    st.integers(8, 60),
)
def test_the_board_keeps_its_bounds_and_its_numbers(members, data, width: int, height: int) -> None:
    cast = data.draw(st.lists(st.sampled_from(VOTES), max_size=len(members)))
    votes = {e.code: vote for e, vote in zip(members, cast, strict=False)}
    hall = Hall("GENERAL ASSEMBLY", members, votes, about="A text", told="A word")
    lines = board(hall, width, height).plain.split("\n")
    assert len(lines) <= height
    assert max(map(len, lines)) <= width
    if votes and height > 16 and width > 60:
        whole = next(line for line in lines if line.startswith("All Members"))
        assert f"{cast.count('yes'):>3}Y" in whole
        assert f"{cast.count('no'):>3}N" in whole
    if cast.count("yes") + cast.count("no") and height > 16:
        bar = next(line for line in lines if "┃" in line)
        voting = cast.count("yes") + cast.count("no")
        assert f"{cast.count('yes')} of {voting} " in bar
        assert f" {-(-2 * voting // 3)}" in bar


def test_votes_are_told_apart_without_colour() -> None:
    blocks = [SIGNS[vote][0] for vote in ("yes", "no", "abstain", "absent", "")]
    assert len(set(blocks)) == len(blocks)


def test_a_group_fills_block_by_block() -> None:
    latin = [e for e in OF_1951 if e.group == "Latin American"]
    hall = Hall("GENERAL ASSEMBLY", OF_1951, {e.code: "yes" for e in latin[:5]})
    lines = board(hall, 80, 14).plain.split("\n")
    row = next(line for line in lines if line.startswith("Latin American"))
    assert row.count("█") == 5
    assert row.count("─") == len(latin) - 5


# -- the hall --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", SIZES)
async def test_while_the_assembly_meets_the_board_stands_in_the_tables_place(
    at: SimpleNamespace, house: House, korea: Scenario, size: tuple[int, int]
) -> None:
    app, sitting = house(), in_the_hall(korea)
    async with app.run_test(size=size) as pilot:
        await to_the_hall(at, pilot, app, sitting)
        await at.until(pilot, lambda: "All Members" in at.shown(app))
        assert app.screen.query_one(TallyBoard).display
        assert not app.screen.query_one(Table).display
        text = at.shown(app)
        assert "The General Assembly" in text
        assert "Latin American" in text
        assert "Yield the floor" in text
        if size[0] >= 120:
            assert "A/L.1: Condemn defiance" in text
            assert "60 Members" in text
        if size[0] >= 200:
            assert "GTM" in text, "with room every Member is named"


async def test_ga2_a_person_votes_and_the_board_fills_to_two_thirds(
    at: SimpleNamespace, house: House, korea: Scenario
) -> None:
    app, sitting = house(), in_the_hall(korea)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_hall(at, pilot, app, sitting)
        assert isinstance(app.screen, Chamber)
        app.screen.do(a.Yield("GBR"))
        await at.until(pilot, lambda: isinstance(app.screen, AssemblyRoll) and app.screen._asked)
        await at.until(pilot, lambda: "still to vote" in at.shown(app))
        assert "veto" not in at.shown(app), "in the Assembly nobody has one"
        assert set(app.screen.rules()) >= {"GA1", "GA2", "GA5"}
        await pilot.press("y")
        await at.until(pilot, lambda: "ADOPTED" in at.shown(app))
        text = at.shown(app)
        assert "are two-thirds" in text
        assert "0A" in text or "1A" in text
        await pilot.press("l")
        await at.until(pilot, lambda: isinstance(app.screen, Members))
        said = "\n".join(line.plain for line in app.screen.lines())
        assert "Guatemala" in said
        assert "Votes with its neighbours" in said
        assert said.count("Sits at the table.") == 11
        await pilot.press("escape")
        await at.until(pilot, lambda: isinstance(app.screen, AssemblyRoll))
        await pilot.press("d")
        await at.until(pilot, lambda: at.on(app, "Documents"))
        printed = [d for d in app.screen._drafts if d.form == "assembly" and d.status == "recommended"]
        page = "\n".join(line.text for line in app.screen.pages(printed[0]))
        assert "The General Assembly," in page
        assert "Latin American: 2" in page
        assert "binds no Member" in page
        await pilot.press("escape")
        await at.until(pilot, lambda: isinstance(app.screen, AssemblyRoll))
        await pilot.press("enter")
        await at.until(pilot, lambda: not isinstance(app.screen, AssemblyRoll))
        assert sitting.state.chamber.plenary is not None
        assert sitting.state.chamber.plenary.done[-1].votes["GBR"] == "yes"


async def test_the_replay_goes_through_the_assembly(
    at: SimpleNamespace, house: House, korea: Scenario
) -> None:
    sitting = Sitting.begin(korea, {}, seed=1, length="short")
    sitting.run()
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        room = ReplayRoom(Recording(korea, tuple(sitting.record)))
        app.push_screen(room)
        minutes = await listed(at, pilot, room)
        board = room.query_one(TallyBoard)
        assert not board.display
        meets = next(i for i, text in enumerate(room._lines) if "The General Assembly meets" in text)
        room.go_to(meets)
        await at.until(pilot, lambda: board.display and minutes.highlighted == meets)
        await at.until(pilot, lambda: "All Members" in at.shown(app))
        room.go_to(0)
        await at.until(pilot, lambda: not board.display)


async def listed(at: SimpleNamespace, pilot, room: ReplayRoom) -> OptionList:
    """Return the replay's minutes once they are all there."""
    await at.until(pilot, lambda: room.is_mounted and room.query("#minutes"))
    minutes = room.query_one("#minutes", OptionList)
    await at.until(pilot, lambda: minutes.option_count == len(room._lines))
    return minutes


async def test_ga6_everybody_is_told_when_the_assembly_meets(
    at: SimpleNamespace, house: House, korea: Scenario
) -> None:
    app = house()
    sitting = Sitting.begin(korea, {}, seed=1, director=True)
    while not is_called(sitting.state.chamber):
        assert sitting.step()
    sitting.submit(a.HandOver("", "GBR", "person"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.take_places(sitting, {})
        await at.until(pilot, lambda: app.usher is not None)
        assert app.usher is not None
        app.usher.pace = 2
        for _ in range(2000):
            if "none with a veto" in at.shown(app):
                break
            if at.on(app, "Chamber"):
                await at.play_on(pilot, app, sitting)
            else:
                await pilot.press("enter", "y")
        assert "none with a veto" in at.shown(app)
        assert sitting.state.chamber.phase is Phase.PLENARY


async def test_a_person_speaks_and_writes_a_text_in_the_assembly_at_the_keyboard(
    at: SimpleNamespace, house: House, korea: Scenario
) -> None:
    app, sitting = house(), in_the_hall(korea, "CHN")
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_hall(at, pilot, app, sitting)
        assert isinstance(app.screen, Chamber)
        app.screen.compose_act(a.Speak)
        await at.until(pilot, lambda: at.on(app, "StatementSheet"))
        await pilot.press("ctrl+s")
        await at.until(pilot, lambda: any(isinstance(x, e.StatementMade) for x in sitting.record[-3:]))
        await at.until(pilot, lambda: isinstance(app.screen, Chamber) and app.screen.awaited == "CHN")
        app.screen.compose_act(a.TableDraft)
        await at.until(pilot, lambda: at.on(app, "DraftingTable") and app.screen.query("Paragraphs"))
        await pilot.pause()
        app.screen.take(Clause(korea.draft["s-1653"].clauses[-1].kind))
        await pilot.pause()
        printed = "\n".join(line.text for line in app.screen.printed())
        assert "The General Assembly," in printed
        assert "GENERAL ASSEMBLY" in printed
        await pilot.press("ctrl+s")
        await at.until(pilot, lambda: any(isinstance(x, e.DraftTabled) for x in sitting.record[-3:]))
        tabled = next(x for x in reversed(sitting.record) if isinstance(x, e.DraftTabled))
        assert (tabled.form, tabled.symbol) == ("assembly", "A/L.3")
