"""A class at one keyboard: numbers kept in the save, a word out of turn, the director, and resuming."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from game.journal import peek
from game.screens import Start
from game.screens.aftermath.archive import Archive
from game.screens.application import Horseshoe
from game.screens.hall import curtain
from game.screens.hall.chamber import Chamber
from game.screens.hall.directing import ERRANDS
from game.screens.hall.rollcall import RollCall
from game.screens.loading import Plan
from game.screens.pieces.locks import LOCKS, locked, locks_for, locks_in, opens
from game.session import actions as act
from game.session import events as happened
from game.session.scenario import Scenario
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
PIN, TEACHER = "Zebra-4711", "Quagga-99"


def kept(tiny: Scenario, folder: Path, *people: str, director: bool = False) -> Sitting:
    """Begin a sitting that is saved, with a number for each person and for the director."""
    numbers = {**dict.fromkeys(people, PIN), "": TEACHER}
    return Sitting.begin(
        tiny, dict.fromkeys(people, "person"), seed=7, folder=folder, director=director,
        options={LOCKS: locks_for(numbers)},
    )  # fmt: skip


async def type_pin(pilot: Pilot[int], app: Horseshoe, pin: str) -> None:
    app.screen.query_one("#pin", Input).value = pin
    await pilot.press("enter")


async def to_curtain(pilot: Pilot[int], app: Horseshoe, sitting: Sitting, at: SimpleNamespace) -> None:
    await at.begin(pilot, app, sitting)
    await at.until(pilot, lambda: at.on(app, "WireRoom"))
    await pilot.press("enter")
    await at.until(pilot, lambda: at.on(app, "Curtain") and app.screen.query("#pin"))


async def choose(pilot: Pilot[int], app: Horseshoe, place: int, at: SimpleNamespace) -> None:
    """Choose an answer of a slip."""
    await at.until(pilot, lambda: at.on(app, "Asking"))
    app.screen.query_one("#answers", OptionList).highlighted = place
    await pilot.press("enter")


async def to_desk(pilot: Pilot[int], app: Horseshoe, at: SimpleNamespace) -> None:
    await pilot.press("f4")
    await at.until(pilot, lambda: at.on(app, "Curtain") and "THE DIRECTOR" in at.shown(app))
    await type_pin(pilot, app, TEACHER)
    await at.until(pilot, lambda: at.on(app, "DirectorsDesk"))


async def errand(pilot: Pilot[int], app: Horseshoe, name: str) -> None:
    """Choose an errand of the director's by its name."""
    place = [known for known, _ in ERRANDS].index(name)
    app.screen.query_one("#errands", OptionList).highlighted = place
    await pilot.press("enter")


def test_a_lock_is_opened_by_its_number_alone() -> None:
    lock = locked("v\u00e9rit\u00e9")
    assert opens("ve\u0301rite\u0301", lock)
    assert not opens("verite", lock)
    assert "rit" not in lock
    assert locked("1234") != locked("1234")


@pytest.mark.parametrize("strange", [None, 3, [], {"USA": 1}, {"USA": "a:b"}, {3: "x"}, {"USA": "zz" * 50}])
def test_what_is_no_lock_is_left_out(strange: object) -> None:
    assert locks_in({LOCKS: strange}) == {}


async def test_numbers_survive_in_the_save_and_are_not_in_it(
    at: SimpleNamespace, tiny: Scenario, tmp_path: Path
) -> None:
    first = Horseshoe(Start(saves=tmp_path))
    async with first.run_test(size=(80, 24)) as pilot:
        people = dict.fromkeys(("EGY", "FRA"), "person")
        first.begin(Plan(tiny, people, 7, pins={"EGY": PIN, "FRA": PIN}))
        await at.until(pilot, lambda: at.on(first, "WireRoom"))
        assert first.usher is not None
        path = first.usher.council.path
        assert path is not None
        first.usher.council.close()  # type: ignore[attr-defined]
    assert PIN not in path.read_text("utf-8")
    app = Horseshoe(Start(saves=tmp_path, resume=path))
    async with app.run_test(size=(80, 24)) as pilot:
        await at.until(pilot, lambda: at.on(app, "Digest"))
        await at.until(pilot, lambda: "for everybody" in at.shown(app))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Curtain") or at.on(app, "WireRoom"))
        if at.on(app, "WireRoom"):
            await pilot.press("enter")
            await at.until(pilot, lambda: at.on(app, "Curtain"))
        await pilot.press("enter", "escape")
        assert at.on(app, "Curtain")
        await type_pin(pilot, app, PIN)
        await at.until(pilot, lambda: at.on(app, "Briefing"))


async def test_wrong_numbers_wait_a_little_longer_each_time(
    at: SimpleNamespace, house: House, tiny: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain, "PAUSE", 0.02)
    app, sitting = house(), kept(tiny, tmp_path, "EGY", "FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_curtain(pilot, app, sitting, at)
        field = app.screen.query_one("#pin", Input)
        await type_pin(pilot, app, "wrong")
        assert not field.disabled
        for _ in range(3):
            await type_pin(pilot, app, "wrong")
            await at.until(pilot, lambda: not field.disabled and app.focused is field)
        assert "no director" in " ".join(at.shown(app).split())
        await type_pin(pilot, app, PIN)
        await at.until(pilot, lambda: at.on(app, "Briefing"))


async def test_the_director_hands_over_a_seat_whose_number_is_lost(
    at: SimpleNamespace, house: House, tiny: Scenario, tmp_path: Path
) -> None:
    app, sitting = house(), kept(tiny, tmp_path, "EGY", "FRA", director=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_curtain(pilot, app, sitting, at)
        assert "Director" in [c.title for c in app.get_system_commands(app.screen)]
        lost = sitting.awaits
        await to_desk(pilot, app, at)
        await errand(pilot, app, "hand")
        await choose(pilot, app, list(sitting.state.chamber.members).index(lost), at)
        await at.until(pilot, lambda: "another person" in at.shown(app))
        await choose(pilot, app, 0, at)
        await at.until(pilot, lambda: at.on(app, "DirectorsDesk"))
        assert sitting.state.chamber.holders[lost] == "person"
        assert app.usher is not None
        assert lost not in app.usher.locks
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        assert not app.screen.query("#pin")


async def test_what_is_in_store_lies_behind_the_directors_curtain(
    at: SimpleNamespace, house: House, tiny: Scenario, tmp_path: Path
) -> None:
    app, sitting = house(), kept(tiny, tmp_path, "EGY", "FRA", director=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_curtain(pilot, app, sitting, at)
        await type_pin(pilot, app, PIN)
        await at.until(pilot, lambda: at.on(app, "Briefing"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.in_turn(app))
        before = len(sitting.record)
        await pilot.press("u")
        assert len(sitting.record) == before
        assert "Let something happen" not in at.everything_kept(app)
        await to_desk(pilot, app, at)
        await errand(pilot, app, "inject")
        await at.until(pilot, lambda: at.on(app, "Asking"))
        offers = sitting.docket("").of(act.Inject)
        public = next(
            i
            for i, a in enumerate(offers)
            if not tiny.happening[a.happening].secret_to  # type: ignore[attr-defined]
        )
        await choose(pilot, app, public, at)
        await at.until(pilot, lambda: at.on(app, "DirectorsDesk"))
        assert any(isinstance(e, happened.HappeningOccurred) for e in sitting.record[before:])
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Digest"))
        text = at.shown(app)
        assert "news just in" in text
        assert "for everybody" in text
        assert "DirectorsDesk" not in [type(s).__name__ for s in app.screen_stack]
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Curtain") and app.screen.query("#pin"))


async def test_the_directors_undo_takes_the_papers_of_both_away(
    at: SimpleNamespace, house: House, tiny: Scenario, tmp_path: Path
) -> None:
    app, sitting = house(), kept(tiny, tmp_path, "EGY", "FRA", director=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_curtain(pilot, app, sitting, at)
        await type_pin(pilot, app, PIN)
        await at.until(pilot, lambda: at.on(app, "Briefing"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.in_turn(app))
        secret = "Our fleet sails at dawn"
        app.screen.do(act.SendNote(sitting.awaits, "USA", secret))  # type: ignore[attr-defined]
        length = len(sitting.record)
        await to_desk(pilot, app, at)
        await errand(pilot, app, "undo")
        await choose(pilot, app, 1, at)
        await at.until(pilot, lambda: "withdrawn" in at.shown(app))
        assert len(sitting.record) < length
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        assert secret not in at.everything_kept(app)
        await type_pin(pilot, app, PIN)
        await at.until(pilot, lambda: at.in_turn(app))
        assert secret not in at.everything_kept(app)


async def test_a_delegation_raises_a_point_out_of_turn_and_the_seat_in_turn_comes_back(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("EGY", "FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.begin(pilot, app, sitting)
        for _ in range(4000):
            if at.in_turn(app) and app.usher is not None and app.usher.interrupters:
                break
            await at.play_on(pilot, app, sitting)
        first = sitting.awaits
        other = "FRA" if first == "EGY" else "EGY"
        mine = app.screen
        await pilot.press("f3")
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        assert not mine.is_attached
        assert "out of turn" in at.shown(app)
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Briefing") or at.on(app, "Digest") or at.in_turn(app))
        if not at.in_turn(app):
            await pilot.press("enter")
            await at.until(pilot, lambda: at.in_turn(app))
        assert app.screen.seat == app.screen.awaited == other  # type: ignore[attr-defined]
        await pilot.press("f3")
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        assert sitting.awaits == first


async def to_roll_call(
    pilot: Pilot[int], app: Horseshoe, sitting: Sitting, at: SimpleNamespace, *, inviting: bool
) -> None:
    """Play on to a person's call in a vote: on an invitation, whose nature is in doubt, or on a draft."""
    await at.begin(pilot, app, sitting)
    for _ in range(4000):
        screen = app.screen
        ballot = sitting.state.chamber.ballot
        called = isinstance(screen, RollCall) and sitting.awaits and ballot is not None
        if called and ballot is not None and (ballot.kind == "invitation") is inviting:
            return
        if isinstance(screen, Chamber) and screen.awaited and screen.awaited == sitting.awaits and inviting:
            proposals = sitting.docket(sitting.awaits).of(act.ProposeInvitation)
            if proposals:
                screen.do(proposals[0])
                continue
        await at.play_on(pilot, app, sitting)
    raise AssertionError("No such vote was taken.")


async def test_m3_the_nature_of_a_question_is_contested_during_the_roll_call(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("IND", "FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_roll_call(pilot, app, sitting, at, inviting=True)
        assert app.usher is not None
        assert set(app.usher.interrupters) == {"IND", "FRA"}
        cast = dict(sitting.state.chamber.ballot.votes)  # type: ignore[union-attr]
        await pilot.press("f3")
        await at.until(pilot, lambda: at.on(app, "Asking"))
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "RollCall"))
        assert dict(sitting.state.chamber.ballot.votes) == cast  # type: ignore[union-attr]
        await pilot.press("f3")
        seat = app.usher.interrupters[0]
        await choose(pilot, app, 0, at)
        await at.until(pilot, lambda: at.on(app, "Curtain"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Briefing") or at.on(app, "Digest") or at.in_turn(app))
        if not at.in_turn(app):
            await pilot.press("enter")
            await at.until(pilot, lambda: at.in_turn(app))
        point = sitting.docket(seat).of(act.RaisePoint)[0]
        app.screen.do(point)  # type: ignore[attr-defined]
        assert any(isinstance(e, happened.PointRaised) and e.seat == seat for e in sitting.record)
        await at.until(pilot, lambda: not app.usher.apart)  # type: ignore[union-attr]


async def test_nobody_breaks_in_where_nothing_is_in_order(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("IND", "FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await to_roll_call(pilot, app, sitting, at, inviting=False)
        assert app.usher is not None
        assert app.usher.interrupters == ()
        roll = app.screen
        await pilot.press("f3", "f4")
        assert app.screen is roll


async def test_a_save_off_the_shelf_is_gone_on_with_from_the_archive(
    at: SimpleNamespace, tiny: Scenario, tmp_path: Path
) -> None:
    sitting = kept(tiny, tmp_path, "EGY")
    sitting.close()
    path = sitting.path
    assert path is not None
    assert peek(path).header is not None
    with path.open("a", encoding="utf-8") as save:
        save.write('{"n": 99, "torn')
    app = Horseshoe(Start(saves=tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:

        def chosen(save: Path | None) -> None:
            if save is not None:
                app.resume(save)

        app.push_screen(Archive(tmp_path), chosen)
        await at.until(pilot, lambda: at.on(app, "Archive") and app.screen.is_mounted and app.screen.chosen)  # type: ignore[attr-defined]
        await pilot.press("r")
        await at.until(pilot, lambda: at.on(app, "ReplayRoom"))
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Archive"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.on(app, "Digest"))
        await at.until(pilot, lambda: "! " in at.shown(app))
        assert "left out" in " ".join(at.shown(app).replace("│", " ").split())
