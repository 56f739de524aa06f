"""The Council's rarer business on the screens: a guest's turn, the sheets, statements among the drafts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from game.screens.application import Horseshoe
from game.screens.hall.chamber import Chamber
from game.screens.papers.requests import ExplanationSheet, RequestSheet
from game.screens.pieces.panels import drafts_panel
from game.session import actions as act
from game.session import events as happened
from game.session.scenario import Clause, Scenario
from game.session.state import Phase
from game.session.views import view
from game.sitting import Sitting
from tests.screens.conftest import begin, on, shown, until
from tests.session.council import SCENARIO, at, take

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]


async def test_in1_a_guest_has_its_turn_at_the_keyboard(house: House, seated: Seated, tiny: Scenario) -> None:
    sitting = seated("ROK", scenario=tiny)
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(pilot, app, sitting)
        for _ in range(400):
            if isinstance(app.screen, Chamber) and app.screen.awaited == "ROK":
                break
            if not isinstance(app.screen, Chamber):
                await pilot.press("enter")
            await asyncio.sleep(0.01)
        await until(pilot, lambda: "South: what do you do?" in shown(app))
        assert isinstance(app.screen, Chamber)
        app.screen.do(act.Speak("ROK", words="We ask for help."))
        await until(pilot, lambda: "We ask for help." in shown(app))
    assert [x.words for x in sitting.record if isinstance(x, happened.StatementMade) and x.seat == "ROK"] == [
        "We ask for help."
    ]


async def test_mt2_a_meeting_is_asked_for_on_its_sheet(house: House, seated: Seated) -> None:
    people = SCENARIO.sealed.stages[0].members
    sitting = seated(*people, scenario=SCENARIO)
    sitting.run()
    seat = sitting.awaits
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        given: list[act.Action | None] = []
        app.push_screen(RequestSheet(sitting, seat), given.append)
        await until(pilot, lambda: on(app, "RequestSheet"))
        await until(pilot, lambda: "Ask that this be put on the agenda" in shown(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: given)
    assert given[0] in sitting.docket(seat).of(act.RequestMeeting)
    assert isinstance(sitting.submit(given[0]), tuple)


async def test_ev1_a_vote_is_explained_on_its_sheet(house: House, seated: Seated) -> None:
    people = SCENARIO.sealed.stages[0].members
    sitting = seated(*people, scenario=SCENARIO)
    while sitting.state.chamber.conduct.declared is None:
        sitting.run()
        seat = sitting.awaits
        docket = sitting.docket(seat)
        kinds = (act.CallToOrder, act.CastBallot, act.PutToVote, act.Yield)
        if sitting.state.chamber.phase is Phase.DEBATE and not sitting.state.chamber.drafts:
            sitting.submit(act.TableDraft(seat, clauses=(Clause("relief"),)))
        else:
            sitting.submit(next(x for kind in kinds for x in docket.of(kind)))
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        given: list[act.Action | None] = []
        app.push_screen(ExplanationSheet(sitting, "FRA"), given.append)
        await until(pilot, lambda: on(app, "ExplanationSheet"))
        await pilot.press(*"Calm")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: given)
    assert given == [act.ExplainVote("FRA", "Calm")]
    assert isinstance(sitting.submit(given[0]), tuple)


def test_ev4_a_statement_is_listed_apart_from_the_drafts_to_be_voted() -> None:
    state = take(
        at("june debate | away - | floor CUB IND"),
        act.TableDraft("CUB", "", "Calm", (Clause("breach"),), "statement"),
        act.TableDraft("CUB", "", "Bread", (Clause("relief"),)),
    )
    listed = drafts_panel(view(state, "USA"), SCENARIO).plain
    assert listed.index("▶ to be voted on") < listed.index("a statement, for all to agree to")
