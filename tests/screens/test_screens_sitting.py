"""A sitting on the screens, from the title to the end, with the keys that people press."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from game.journal import JournalError
from game.rules.refusals import Refusal
from game.screens.application import Horseshoe
from game.screens.hall.chamber import Chamber
from game.screens.hall.floor import Floor
from game.screens.hall.running import Running
from game.session import actions as act
from game.session.scenario import Scenario
from game.session.state import Phase
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]


def chamber(app: Horseshoe) -> Chamber:
    assert isinstance(app.screen, Chamber)
    return app.screen


async def test_from_the_title_to_the_lobby_to_the_wire(
    at: SimpleNamespace, house: House, tiny: Scenario
) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "H O R S E S H O E" in at.shown(app)
        app.open_lobby(tiny)
        await at.until(pilot, lambda: at.on(app, "Lobby"))
        await pilot.press("enter")
        assert app.screen.holders["CHN"] == "person"  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert app.screen.holders["CHN"] != "person"  # type: ignore[attr-defined]
        await pilot.press("down", "enter", "o")
        await at.until(pilot, lambda: at.on(app, "WireRoom"))
        assert app.usher is not None
        assert app.usher.people == ("CUB",)
        assert app.usher.council.path is not None
        assert app.usher.council.path.exists()


async def test_one_person_plays_to_the_end(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("IND")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        await at.until(pilot, lambda: app.screen_stack)
        seen = set()
        for _ in range(4000):
            seen.add(type(app.screen).__name__)
            if sitting.finished:
                break
            await at.play_on(pilot, app, sitting)
        assert {"WireRoom", "Briefing", "Chamber", "RollCall"} <= seen
        assert sitting.finished
        await at.until(pilot, lambda: at.on(app, "EndingSheet") or at.on(app, "Debriefing"))


async def test_watching_leads_from_page_to_page_to_the_end(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated()
    async with app.run_test(size=(120, 40)) as pilot:
        await at.begin(pilot, app, sitting)
        await at.until(pilot, lambda: at.on(app, "WireRoom") or sitting.finished)
        while not sitting.finished:
            await at.play_on(pilot, app, sitting)
        await at.until(pilot, lambda: at.on(app, "EndingSheet") or at.on(app, "Debriefing"))


async def test_h_every_act_of_the_menu_has_a_sentence_and_a_rule(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        acts = app.screen.query_one("#acts")
        rules = set()
        for place in range(acts.option_count):  # type: ignore[attr-defined]
            acts.highlighted = place  # type: ignore[attr-defined]
            await pilot.pause()
            meaning = str(app.screen.query_one("#meaning").render())
            assert meaning.strip()
            rules |= {rule for rule in chamber(app).rules() if rule in meaning}
        assert rules


async def test_a_menu_opens_by_number_and_closes_with_escape(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("USA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        floor = app.screen.query_one(Floor)
        titles = [floor.title(row) for row in floor._rows]
        assert titles[-1] == "Pass"
        await pilot.press("0")
        await at.until(pilot, lambda: sitting.awaits != "USA" or chamber(app).awaited == "USA")
        assert any(type(event).__name__ == "FloorYielded" and event.seat == "USA" for event in sitting.record)


async def test_cb3_a_refused_act_is_shown_with_its_rule(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at.first_turn(pilot, app, sitting)
        before = len(sitting.record)
        chamber(app).do(act.Rule("FRA", True))
        await at.until(pilot, lambda: "Not in order" in at.shown(app))
        assert len(sitting.record) == before


async def test_own_words_are_asked_for_and_shown_literally(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber(app).usher.pace = 0
        chamber(app).on_floor_asked(Floor.Asked(act.WalkOut("FRA")))
        await at.until(pilot, lambda: at.on(app, "Speech"))
        await pilot.press(*"[b]no[/b] [", "enter")
        await at.until(pilot, lambda: "FRA" in sitting.view("").chamber.absent)
        await at.until(pilot, lambda: "[b]no[/b] [" in at.shown(app))


async def test_escape_takes_a_statement_back(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        before = len(sitting.record)
        chamber(app).on_floor_asked(Floor.Asked(act.WalkOut("FRA")))
        await at.until(pilot, lambda: at.on(app, "Speech"))
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Chamber"))
        assert len(sitting.record) == before


async def test_h9_undo_gives_the_last_act_back(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber(app).usher.pace = 0
        chamber(app).do(act.WalkOut("FRA", "For now."))
        await at.until(pilot, lambda: "FRA" in sitting.view("").chamber.absent)
        await at.until(pilot, lambda: any("For now." in e for e in chamber(app).query_one(Running).entries))
        chamber(app).action_undo()
        await at.until(pilot, lambda: "FRA" not in sitting.view("").chamber.absent)
        await at.until(
            pilot, lambda: not any("For now." in e for e in chamber(app).query_one(Running).entries)
        )


async def test_a_full_disk_is_told_and_nothing_is_lost(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch
) -> None:  # type: ignore[no-untyped-def]
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at.first_turn(pilot, app, sitting)
        before = list(sitting.record)

        def full(action: act.Action) -> tuple[()] | Refusal:
            raise JournalError("The disk is full: make room and try again.")

        with monkeypatch.context() as patched:
            patched.setattr(sitting, "submit", full)
            chamber(app).do(act.Yield("FRA"))
            await at.until(pilot, lambda: "The disk is full" in at.shown(app))
            assert sitting.record == before
        chamber(app).do(act.Yield("FRA"))
        await at.until(pilot, lambda: len(sitting.record) > len(before))


async def test_play_pauses_and_goes_on(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated()
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        assert app.usher is not None
        app.usher.pace = 0
        await at.until(pilot, lambda: at.on(app, "WireRoom"))
        await pilot.press("enter")
        await at.until(pilot, lambda: sitting.view("").chamber.meeting)
        await pilot.press("p")
        await at.until(pilot, lambda: app.usher is not None and app.usher.paused)
        still = len(sitting.record)
        for _ in range(5):
            await pilot.pause()
        assert len(sitting.record) == still
        await pilot.press("p", "space")
        await at.until(pilot, lambda: len(sitting.record) > still)


async def test_help_explains_the_screen_with_its_rules(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(120, 60)) as pilot:
        await at.first_turn(pilot, app, sitting)
        rules = chamber(app).rules()
        await pilot.press("f1")
        await at.until(pilot, lambda: at.on(app, "Rulebook"))
        page = str(app.screen.query_one("#page").render())
        assert "has the floor" in page
        assert all(f"{rule}  " in page for rule in rules)
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Chamber"))


async def test_a_seat_tells_about_itself(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        table = app.screen.query_one("#table")
        table.focus()
        await pilot.press("right", "enter")
        await at.until(pilot, lambda: at.on(app, "SeatCard"))
        assert "It presides in June" in at.shown(app) or "presides" in at.shown(app)
        await pilot.press("escape")
        picture = table.picture  # type: ignore[attr-defined]
        x, y = next(
            (x, y)
            for y in range(picture.height)
            for x in range(picture.width)
            if picture.seat_at(x, y) == "USA"
        )
        await pilot.click("#table", offset=(x, y))
        await at.until(pilot, lambda: at.on(app, "SeatCard") and "United States" in at.shown(app))


async def test_a_save_goes_on_where_it_was_left(
    at: SimpleNamespace, house: House, seated: Seated, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    sitting = seated("FRA", folder=tmp_path / "saves")
    while not sitting.awaits:
        sitting.step()
    record = len(sitting.record)
    path = sitting.path
    sitting.close()
    again, _ = Sitting.resume(path, sitting.scenario)
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, again)
        await at.until(pilot, lambda: at.on(app, "Briefing"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.in_turn(app))
        assert len(again.record) == record
        assert chamber(app).query_one(Running).entries


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_a_name(phase: Phase) -> None:
    from game.screens.pieces.seating import PHASES

    assert PHASES[phase]


def test_every_kind_of_act_has_a_name_in_the_menu() -> None:
    from game.screens.hall.floor import KINDS

    kinds = {kind for kind in act.Action.__subclasses__() if kind.__module__.startswith(act.__name__)}
    assert kinds == set(KINDS)
