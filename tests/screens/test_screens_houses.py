"""House rules on the screens: chosen in the lobby, acted on from the menu, on sheets and in the roll call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import SimpleNamespace

import pytest
from textual.screen import Screen
from textual.widgets import OptionList, Static

from game.packs.houses import choices
from game.packs.houses import house as by_name
from game.screens.application import Horseshoe
from game.screens.hall.chamber import Chamber
from game.screens.papers.moving import MotionSheet
from game.screens.pieces.fields import Pen
from game.session import actions as act
from game.session.events import CrisisNoteSent, VotePassed
from game.session.scenario import Scenario
from game.session.state import Phase
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
PLAIN = (
    act.AnswerRoll, act.CallToOrder, act.PutToVote, act.CloseMeeting, act.Yield, act.AcceptRuling, act.Rule,
    act.HoldFast,
)  # fmt: skip


async def test_mu1_the_house_is_chosen_in_the_lobby(
    at: SimpleNamespace, house: House, tiny: Scenario
) -> None:
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        await at.until(pilot, lambda: "H O R S E S H O E" in at.shown(app))
        app.open_lobby(tiny)
        await at.until(pilot, lambda: at.on(app, "Lobby") and app.screen.query("#settings"))
        await pilot.pause()
        lobby = app.screen
        await at.until(pilot, lambda: "House      The Security Council" in at.shown(app))
        settings = lobby.query_one("#settings")
        settings.focus()
        settings.highlighted = settings.get_option_index("house")  # type: ignore[attr-defined]
        seen = []
        for _ in choices():
            await pilot.press("enter")
            seen.append(lobby.house.id)  # type: ignore[attr-defined]
        assert set(seen) == set(choices())
        assert seen[-1] == "unsc"
        await pilot.press("enter", "o")
        await at.until(pilot, lambda: app.usher is not None)
        assert app.usher is not None
        assert app.usher.council.view("").house.id == seen[0]


@pytest.mark.parametrize("name", ["una_usa+crisis", "thimun"])
async def test_one_person_plays_to_the_end_by_any_house(
    at: SimpleNamespace, house: House, seated: Seated, name: str
) -> None:
    app, sitting = house(), seated("USA", house=by_name(name), director=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        while not sitting.finished:
            screen = app.screen
            if isinstance(screen, Chamber) and screen.awaited and screen.awaited == sitting.awaits:
                docket = sitting.docket(sitting.awaits)
                screen.do(next(x for kind in PLAIN for x in docket.of(kind)))
                await pilot.pause(0.01)
            else:
                await at.play_on(pilot, app, sitting)
        assert sitting.refusals == 0


async def test_mu3_a_caucus_is_moved_on_a_sheet_with_its_time(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("USA", house=replace(by_name("una_usa"), attendance=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        await _until_the_floor(at, pilot, app, sitting)
        chamber = app.screen
        assert isinstance(chamber, Chamber)
        assert "Yield your time" not in at.shown(app), "one yields after having spoken"
        sheet = MotionSheet(sitting, "USA")
        app.push_screen(sheet, lambda done: done and chamber.do(done))
        await at.until(pilot, lambda: app.screen is sheet and sheet.query("#motion"))
        rows = [x.motion for x in sheet._moved.values()]
        motions = sheet.query_one("#motion")
        await at.until(pilot, lambda: motions.option_count == len(rows))  # type: ignore[attr-defined]
        await pilot.pause()
        motions.highlighted = rows.index("una_mod")  # type: ignore[attr-defined]
        await at.until(pilot, lambda: "moderated" in str(sheet.query_one("#does").render()))
        assert "spoken about" in str(sheet.query_one("#law").render()), "it has no topic yet"
        sheet.query_one("#topic", Pen).text = "Relief"
        await pilot.press("ctrl+s")
        await at.until(pilot, lambda: any(type(x).__name__ == "MotionMoved" for x in sitting.record))
        moved = next(x for x in sitting.record if type(x).__name__ == "MotionMoved")
        assert (moved.total, moved.each, moved.topic) == (600, 60, "Relief")  # type: ignore[attr-defined]


async def _until_the_floor(at: SimpleNamespace, pilot: object, app: Horseshoe, sitting: Sitting) -> None:
    """Pass between the meetings until the person has the floor in debate."""
    while not (sitting.state.chamber.phase is Phase.DEBATE and sitting.awaits):
        screen = app.screen
        if isinstance(screen, Chamber) and screen.awaited and screen.awaited == sitting.awaits:
            docket = sitting.docket(sitting.awaits)
            screen.do(next(x for kind in PLAIN for x in docket.of(kind)))
            await pilot.pause(0.01)  # type: ignore[attr-defined]
        else:
            await at.play_on(pilot, app, sitting)
    await at.until(pilot, lambda: isinstance(app.screen, Chamber) and app.screen.awaited)


async def test_mu5_a_crisis_note_is_written_and_answered_at_the_directors_desk(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    from game.screens.hall.directing import DirectorsDesk
    from game.screens.papers.called import CrisisNoteSheet

    app, sitting = house(), seated("USA", house=by_name("nmun+crisis"), director=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber = app.screen
        assert isinstance(chamber, Chamber)
        sheet = CrisisNoteSheet(sitting, "USA")
        app.push_screen(sheet, lambda done: done and chamber.do(done))
        await at.until(pilot, lambda: app.screen is sheet and sheet.query("#words"))
        sheet.query_one("#words", Pen).text = "Send the fleet."
        await pilot.press("ctrl+s")
        await at.until(pilot, lambda: any(isinstance(x, CrisisNoteSent) for x in sitting.record))
        assert app.usher is not None
        desk = DirectorsDesk(app.usher)
        app.push_screen(desk)
        await at.until(pilot, lambda: app.screen is desk and desk.query("#errands"))
        await pilot.pause()
        await at.until(pilot, lambda: "Send the fleet" in at.shown(app))
        desk._orders()
        await at.until(pilot, lambda: at.on(app, "Asking"))
        await at.until(pilot, lambda: "Grant crisis note 1" in at.shown(app))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Speech"))
        await pilot.press("n", "o", "w", "enter")
        await at.until(pilot, lambda: sitting.state.papers["USA"].orders[1].answered)
        assert sitting.state.papers["USA"].orders[1].answer == "now"


def _asked_on_a_text(at: SimpleNamespace, app: Horseshoe, sitting: Sitting) -> bool:
    ballot = sitting.state.chamber.ballot
    asked = at.on(app, "RollCall") and app.screen._asked == "FRA"  # type: ignore[attr-defined]
    return bool(asked) and ballot is not None and ballot.kind == "draft"


async def test_mu6_passing_and_rights_have_keys_only_in_a_roll_call_that_knows_them(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    made = by_name("una_usa")
    free = replace(made, motions=tuple(m for m in made.motions if m.does != "roll_call"), signatories=0.0)
    for rules, known in ((free, True), (by_name("unsc"), False)):
        app, sitting = house(), seated("FRA", house=rules)
        async with app.run_test(size=(120, 40)) as pilot:
            await at.begin(pilot, app, sitting)
            while not _asked_on_a_text(at, app, sitting):
                screen = app.screen
                if isinstance(screen, Chamber) and screen.awaited and screen.awaited == sitting.awaits:
                    docket = sitting.docket(sitting.awaits)
                    screen.do(next(x for kind in PLAIN for x in docket.of(kind)))
                    await pilot.pause(0.01)
                elif at.on(app, "RollCall"):
                    ballot = sitting.state.chamber.ballot
                    text = ballot is not None and ballot.kind == "draft"
                    await pilot.press("enter" if text else "y")
                    await pilot.press("enter")
                else:
                    await at.play_on(pilot, app, sitting)
                assert not sitting.finished
            await pilot.press("k")
            await pilot.pause()
            passed = any(isinstance(x, VotePassed) for x in sitting.record)
            assert passed is known


def test_the_lists_of_the_menu_know_every_act_of_the_houses() -> None:
    from game.screens.hall.floor import KINDS

    kinds = {act.AnswerRoll, act.Second, act.SpeakTo, act.SignPaper, act.Inquire, act.SendCrisisNote}
    assert kinds <= set(KINDS)


async def test_in1_a_guest_may_be_spoken_for_and_each_term_is_explained(
    at: SimpleNamespace, house: House, tiny: Scenario
) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await at.until(pilot, lambda: "H O R S E S H O E" in at.shown(app))
        app.open_lobby(tiny)
        await at.until(pilot, lambda: at.on(app, "Lobby") and app.screen.query("#settings"))
        lobby, guest = app.screen, next(iter(tiny.party))
        places = lobby.query_one("#seats", OptionList)
        places.highlighted = places.get_option_index(guest)
        await pilot.press("enter")
        await at.until(pilot, partial(_told, lobby, "a scripted envoy"))
        await pilot.press("enter")
        await at.until(pilot, lambda: "● a person" in at.shown(app))
        settings = lobby.query_one("#settings", OptionList)
        settings.focus()
        for term, rule in {"preliminary": "(P3)", "abstention": "(V10)", "director": "(F4)"}.items():
            settings.highlighted = settings.get_option_index(term)
            await at.until(pilot, partial(_told, lobby, rule))
        await pilot.press("o")
        await at.until(pilot, lambda: app.usher is not None)
        assert app.usher is not None
        assert app.usher.council.state.chamber.holders[guest] == "person"  # type: ignore[attr-defined]


def _told(lobby: Screen[None], words: str) -> bool:
    return words in str(lobby.query_one("#card", Static).content)


async def test_mu3_the_answers_to_the_roll_lie_open_in_the_menu(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA", house=by_name("una_usa"))
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        for _ in range(400):
            if (
                sitting.state.chamber.phase is Phase.CALL
                and sitting.awaits
                and isinstance(app.screen, Chamber)
            ):
                break
            await at.play_on(pilot, app, sitting)
        await at.until(pilot, lambda: "2 Present and voting" in at.shown(app))
        await at.until(pilot, lambda: "The roll of attendance" in at.shown(app))
