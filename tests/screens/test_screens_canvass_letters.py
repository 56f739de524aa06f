"""Notes and deals as a conversation, and scripted delegations that think beside the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event as Signal
from types import SimpleNamespace

import pytest

from game.delegates.counsel.asking import question
from game.rules.refusals import Refusal
from game.screens.application import Horseshoe
from game.screens.lobbying import correspondence as post
from game.session import actions as act
from game.session.actions import Term
from game.session.state import Phase
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
YES, OTHER = Term("vote", "s-1501", "yes"), Term("vote", "s-1508", "yes")


def done(sitting: Sitting, action: act.Action) -> None:
    outcome = sitting.submit(action)
    assert not isinstance(outcome, Refusal), outcome


def test_h7_a_thread_holds_what_passed_between_two_and_nothing_else(seated: Seated) -> None:
    sitting = seated("IND", "NOR")
    sitting.run(30)
    assert sitting.awaits == "IND"
    done(sitting, act.SendNote("IND", "NOR", "Shall we speak?"))
    done(sitting, act.SendNote("IND", "USA", "Not yet."))
    done(sitting, act.OfferDeal("IND", "NOR", YES, OTHER))
    mine = {t.other: t for t in post.threads(sitting, "IND")}
    assert next(iter(mine)) == "NOR"
    assert [x.words for x in mine["USA"].letters] == ["Not yet."]
    assert [(x.seat, x.deal) for x in mine["NOR"].letters] == [("IND", 0), ("IND", 1)]
    assert mine["NOR"].letters[0].day == "1950-06-25"
    assert mine["NOR"].to_answer() == ()
    theirs = {t.other: t for t in post.threads(sitting, "NOR")}
    assert [d.number for d in theirs["IND"].to_answer()] == [1]
    assert "you give a vote for S/1508/Rev.1, you get a vote for S/1501" in theirs["IND"].letters[1].words
    assert all(not t.letters for t in post.threads(sitting, "EGY"))


def test_h7_what_became_of_a_deal_is_told_in_its_thread(seated: Seated) -> None:
    sitting = seated("IND", "NOR")
    sitting.run(30)
    done(sitting, act.OfferDeal("IND", "NOR", YES, OTHER))
    done(sitting, act.Yield("IND"))
    sitting.run(30)
    assert sitting.awaits == "NOR"
    done(sitting, act.AcceptDeal("NOR", 1))
    thread = next(t for t in post.threads(sitting, "IND") if t.other == "NOR")
    assert (thread.letters[-1].seat, thread.letters[-1].words) == ("NOR", "the deal is accepted")
    assert [post.STANDS[d.status] for d in thread.deals] == ["agreed, still to be kept"]


async def test_the_corridor_is_read_and_answered_by_delegation(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("IND")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        assert sitting.awaits == "IND"
        await pilot.press("c")
        await at.until(pilot, lambda: at.on(app, "Corridor") and "Nothing has passed" in at.shown(app))
        await pilot.press("n")
        await at.until(pilot, lambda: at.on(app, "NoteSheet"))
        assert app.screen.query_one("#to").value == "CHN"  # type: ignore[attr-defined]
        await pilot.press(*"[b]Hm[", "ctrl+s")
        await at.until(pilot, lambda: at.on(app, "Corridor") and "You: [b]Hm[" in at.shown(app))
        await pilot.press("w")
        told = "No text is before the Council."
        await at.until(pilot, lambda: any(n.message == told for n in app._notifications))
        await pilot.press("escape")


async def test_what_would_it_take_is_one_key_and_is_answered(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber = app.screen
        assert sitting.state.chamber.phase is Phase.RECESS
        assert post.ask(chamber, "USA", "S/1501")  # type: ignore[arg-type]
        note = sitting.view("NOR").papers.notes
        assert note is not None
        assert (note.to, note.words) == ("USA", question("S/1501"))
        chamber.do(act.Yield("NOR"))  # type: ignore[attr-defined]
        await at.until(pilot, lambda: sitting.view("NOR").papers.notes != note)
        thread = next(t for t in post.threads(sitting, "NOR") if t.other == "USA")
        assert [x.seat for x in thread.letters] == ["NOR", "USA"]


# -- as it happens ---------------------------------------------------------------------------------
async def test_a_veteran_that_thinks_long_never_holds_the_screen(
    at: SimpleNamespace, house: House, seated: Seated, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, sitting = house(), seated("NOR", level="veteran")
    thinking, enough = Signal(), Signal()
    ponder = sitting.ponder

    def slow() -> object:
        thinking.set()
        enough.wait(20)
        return ponder()

    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(sitting, "ponder", slow)
        await at.begin(pilot, app, sitting)
        await at.until(pilot, thinking.is_set)
        before = len(sitting.record)
        beats = 0
        for _ in range(20):
            await asyncio.sleep(0.001)
            beats += 1
        assert beats == 20
        assert len(sitting.record) == before
        enough.set()
        await at.until(pilot, lambda: len(sitting.record) > before)


async def test_whose_act_is_awaited_and_the_pace_are_shown_and_remembered(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        usher = app.usher
        assert usher is not None
        usher.pace = 1
        app.screen.do(act.Yield("NOR"))  # type: ignore[attr-defined]
        await at.until(pilot, lambda: "considers …" in at.shown(app))
        assert "pace: slow [normal] fast" in at.shown(app)
        await pilot.press("minus")
        await at.until(pilot, lambda: "pace: [slow] normal fast" in at.shown(app))
        assert app.pace == usher.pace == 0
        await pilot.press("plus", "plus", "plus")
        assert app.pace == usher.pace == 2
