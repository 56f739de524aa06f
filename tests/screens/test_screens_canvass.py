"""The canvass: heads counted from what one delegation can know, before a text is put to the vote."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from game.delegates.counsel import asking
from game.delegates.knowledge.estimating import Estimate
from game.rules.refusals import Refusal
from game.screens.application import Horseshoe
from game.screens.drafting.drafting import DraftingTable
from game.screens.drafting.manuscript import Manuscript
from game.screens.foyer.lobby import Lobby
from game.screens.hall.chamber import Chamber
from game.screens.lobbying.canvass import Canvass, Text, count_for, texts_of
from game.screens.lobbying.canvass_hints import hints, neighbours
from game.screens.lobbying.canvassing import (
    ADVICE,
    ALL,
    ANSWERS,
    NONE,
    Teller,
    advised,
    grounds,
    in_line,
    in_question,
    needed,
    outlook,
    told,
)
from game.session import actions as act
from game.session.scenario import Clause, ClauseKind, Scenario
from game.session.state import Deal, Note, Papers, Phase, Term
from game.session.views import View
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
FACE = ("scenario", "awaits", "finished", "record", "options", "docket", "record_for")


class Imagined:
    """A Council of which one seat's view is changed, as if more had been said."""

    def __init__(self, sitting: Sitting, papers: Papers | None = None, **chamber: object) -> None:
        for name in FACE:
            setattr(self, name, getattr(sitting, name))
        self._sitting, self._papers, self._chamber = sitting, papers, chamber

    def view(self, seat: str) -> View:
        seen = self._sitting.view(seat)
        return replace(
            seen, chamber=replace(seen.chamber, **self._chamber), papers=self._papers or seen.papers
        )


def tabled(sitting: Sitting, seat: str) -> str:
    """Go on until a text is before the Council and a person is awaited in the debate; return its symbol."""
    for _ in range(400):
        draft = next(iter(in_question(sitting.view(seat))), None)
        if sitting.awaits == seat and draft is not None and sitting.view(seat).chamber.phase is Phase.DEBATE:
            return draft.symbol
        if sitting.awaits:
            docket = sitting.docket(sitting.awaits)
            kinds = (act.CallToOrder, act.Yield, act.CastBallot, act.PutToVote)
            assert not isinstance(sitting.submit(next(a for k in kinds for a in docket.of(k))), Refusal)
        else:
            sitting.step()
    raise AssertionError("no text was tabled")


@pytest.fixture
def norway(seated: Seated) -> tuple[Sitting, str]:
    sitting = seated("NOR")
    return sitting, tabled(sitting, "NOR")


def head(council: object, symbol: str, seat: str, *, guessing: bool = False):
    teller = Teller(council, "NOR")  # type: ignore[arg-type]
    count = teller.count(teller.view.chamber.drafts[symbol].clauses, guessing=guessing)
    return next(h for h in count.heads if h.seat == seat)


def test_a_sponsor_is_sure_and_one_who_said_nothing_is_open(norway: tuple[Sitting, str]) -> None:
    sitting, symbol = norway
    quiet = Imagined(sitting, positions={}, subjects={}, stances={})
    assert head(quiet, symbol, "USA")[:3] == ("USA", "yes", "sure")
    assert head(quiet, symbol, "EGY")[:3] == ("EGY", "", "open")
    assert head(quiet, symbol, "EGY").guess is None
    assert head(quiet, symbol, "NOR").how == "own"


def test_v4_an_announced_veto_is_counted_and_named(norway: tuple[Sitting, str]) -> None:
    sitting, symbol = norway
    said = Imagined(sitting, stances={symbol: {"FRA": "no", "EGY": "abstain"}}, positions={}, subjects={})
    teller = Teller(said, "NOR")  # type: ignore[arg-type]
    count = teller.count(said.view("NOR").chamber.drafts[symbol].clauses, guessing=False)
    line = in_line(count, sitting.scenario)
    assert line.startswith("sure 2 · your own · open ")
    assert "abstaining 1 · against 1 (a veto: France says it would)" in line
    assert outlook(count) == ("it would be vetoed", "$error")
    assert needed(count) == "needed 7 of 11, and no veto"
    assert count.away == ("RUS",)


def test_h7_what_was_told_in_private_counts_for_the_one_who_was_told(norway: tuple[Sitting, str]) -> None:
    sitting, symbol = norway
    deal = Deal(1, "EGY", "NOR", Term("vote", symbol, "yes"), Term("vote", "S/9", "yes"), "accepted")
    told = Imagined(sitting, Papers(deals={1: deal}), positions={}, subjects={})
    assert head(told, symbol, "EGY")[:3] == ("EGY", "yes", "sure")
    assert head(told, symbol, "EGY").private == ("has promised you to vote yes",)
    titles = {k.id: k.title for k in sitting.scenario.open.clauses}
    note = Note("ECU", "NOR", f"We cannot vote for “{titles['breach']}”.")
    warned = Imagined(sitting, Papers(notes=note), positions={}, subjects={})
    assert head(warned, symbol, "ECU")[:3] == ("ECU", "no", "sure")


@pytest.mark.parametrize(
    ("sense", "expected"), [("yes", ("yes", "sure")), ("if", ("", "open")), ("never", ("abstain", "likely"))]
)
def test_an_answer_to_what_it_would_take_is_counted(
    norway: tuple[Sitting, str], sense: str, expected: tuple[str, str]
) -> None:
    sitting, symbol = norway
    note = Note("EGY", "NOR", f"My Government {ANSWERS[sense].format(text=symbol)}.")
    spoke = {"EGY": {"breach": "for", "truce": "for"}}
    told = Imagined(sitting, Papers(notes=note), positions=spoke, subjects={}, stances={})
    found = head(told, symbol, "EGY", guessing=True)
    assert found.guess is not None
    assert found.guess.vote == "yes"
    assert found[1:3] == expected
    assert found.private == (f"wrote to you: “{note.words}”",)


def test_answers_are_known_by_the_words_in_which_they_are_given(norway: tuple[Sitting, str]) -> None:
    sitting, symbol = norway
    occasion = Teller(sitting, "NOR")._occasion
    answer = asking.told(occasion, sitting.view("NOR").chamber.drafts[symbol], "my delegation")
    assert any(words.format(text=symbol) in answer for words in ANSWERS.values()), answer


def test_an_estimate_is_told_apart_and_left_out_where_none_is_wanted(norway: tuple[Sitting, str]) -> None:
    sitting, symbol = norway
    spoke = Imagined(sitting, positions={"EGY": {"breach": "for", "truce": "for"}}, subjects={}, stances={})
    assert head(spoke, symbol, "EGY").how == "open"
    guessed = head(spoke, symbol, "EGY", guessing=True)
    assert guessed[1:3] == ("yes", "likely")
    assert guessed.guess is not None
    assert "spoke for it" in guessed.guess.reason


def test_estimates_are_for_a_person_alone_unless_the_lobby_says_otherwise(seated: Seated) -> None:
    assert advised(seated("NOR"))
    assert not advised(seated("NOR", "USA"))
    assert not advised(seated("NOR", director=True))
    assert advised(seated("NOR", "USA", options={ADVICE: ALL}))
    assert not advised(seated("NOR", options={ADVICE: NONE}))


def test_cb6_the_count_stands_beside_the_act_that_puts_a_text_to_the_vote(
    norway: tuple[Sitting, str],
) -> None:
    sitting, symbol = norway
    said = count_for(sitting, "NOR", act.PutToVote("NOR", symbol))
    assert said is not None
    assert said.plain.startswith(f"{symbol}: sure 2 · ")
    assert "needed 7 of 11" in said.plain
    assert count_for(sitting, "NOR", act.Yield("NOR")) is None
    assert count_for(sitting, "", act.PutToVote("", symbol)) is None


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("so we think because on “Peace”, it spoke for it", "it spoke for “Peace”"),
        ("so we think because on “Peace”, it is known to all to be against it",
         "it is known to all to be against “Peace”"),
        ("so we think because on “Peace”, of how it voted before", "of how it voted before on “Peace”"),
        ("it seems to mind little of it", "it seems to mind little of it"),
    ],
)  # fmt: skip
def test_the_ground_of_an_estimate_reads_as_a_sentence(reason: str, says: str) -> None:
    guess = Estimate("yes", 0.5, reason)
    assert grounds(guess) == says
    assert told(guess) is ("because" in reason)


# -- hints -----------------------------------------------------------------------------------------
def kinds_of(*pairs: tuple[str, int]) -> list[ClauseKind]:
    return [
        ClauseKind(verb.lower(), f"{verb} it", "operative", verb, "the attack", rank, issues={"breach": 2.0})
        for verb, rank in pairs
    ]


def test_neighbours_in_force_are_on_the_same_issue_with_another_verb() -> None:
    regrets, deplores, condemns, finds = kinds_of(
        ("Regrets", 2), ("Deplores", 3), ("Condemns", 5), ("Determines", 10)
    )
    found = [k.verb for k in neighbours(condemns, (regrets, deplores, condemns, finds))]
    assert found == ["Deplores", "Determines"]
    postpones = replace(deplores, character="deferral")
    assert [k.verb for k in neighbours(condemns, (regrets, postpones, condemns))] == ["Regrets"]


def test_a_hint_compares_a_clause_with_a_milder_one(norway: tuple[Sitting, str]) -> None:
    sitting, symbol = norway
    draft = sitting.view("NOR").chamber.drafts[symbol]
    said = Imagined(sitting, stances={symbol: {"FRA": "no"}}, positions={}, subjects={})
    teller = Teller(said, "NOR")  # type: ignore[arg-type]
    breach = next(c for c in draft.clauses if c.kind == "breach")
    known = {k.id: k for k in sitting.scenario.open.clauses}
    like = next(iter(kinds_of(("Deplores", 3))))
    lexicon = teller._occasion.lexicon
    lexicon.kinds["deplores"] = like
    try:
        found = hints(teller, sitting.scenario, (known["breach"], like), draft.clauses, breach)
    finally:
        del lexicon.kinds["deplores"]
    says = "Hint: with determines France says it would veto; with deplores (“Deplores it”) it has not said"
    assert found[0].plain == f"{says}, and would abstain, as we guess."


# -- on the screen ---------------------------------------------------------------------------------
async def test_the_canvass_opens_from_the_chamber(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("NOR")
    symbol = tabled(sitting, "NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        app.take_places(sitting, {})
        await at.until(pilot, lambda: at.on(app, "Briefing"))
        await pilot.press("enter")
        await at.until(pilot, lambda: at.in_turn(app))
        await pilot.press("k")
        await at.until(pilot, lambda: at.on(app, "Canvass") and "As you can know" in at.shown(app))
        assert f"Canvass · {symbol}" in at.shown(app)
        assert "◇ Norway" in at.shown(app)
        assert "is a sponsor of the text" in at.shown(app)
        assert app.screen.query_one("#leaf").display is False
        await pilot.press("e")
        await at.until(pilot, lambda: "on record" in at.shown(app))
        assert "◐" not in at.shown(app)
        assert "Estimate" not in str(app.screen.query_one("#card").render())
        await pilot.press("escape")
        await at.until(pilot, lambda: isinstance(app.screen, Chamber))
        app.push_screen(Canvass(sitting, "NOR", texts_of(sitting.view("NOR"), sitting.scenario)))
        await pilot.resize_terminal(120, 40)
        await at.until(pilot, lambda: "Determines that this action" in at.shown(app))


async def test_the_drafting_table_counts_heads_on_the_text_being_written(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("NOR")
    tabled(sitting, "NOR")
    async with app.run_test(size=(120, 40)) as pilot:
        written = Manuscript()
        written.take_up("Ours", (Clause("breach"),))
        app.push_screen(DraftingTable(sitting, "NOR", written))
        await at.until(pilot, lambda: at.on(app, "DraftingTable") and app.screen.query("#hint"))
        app.screen.query_one("#text").focus()
        await pilot.press("k")
        await at.until(pilot, lambda: at.on(app, "Canvass") and "needed 7 of 11" in at.shown(app))
        assert app.screen.check_action("ask", ()) is False
        await pilot.press("escape", "h")
        assert app.hints is False


async def test_a_lobby_says_who_is_given_estimates(at: SimpleNamespace, house: House, tiny: Scenario) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_lobby(tiny)
        await at.until(pilot, lambda: isinstance(app.screen, Lobby) and app.screen.query("#settings"))
        lobby = app.screen
        assert isinstance(lobby, Lobby)
        lobby._change_setting("advice")
        assert lobby.advice == ALL
        await at.until(pilot, lambda: "for everybody" in at.shown(app))
        lobby.action_open()
        await at.until(pilot, lambda: app.usher is not None)
        assert app.usher is not None
        assert app.usher.council.options[ADVICE] == ALL


async def test_a_hostile_text_is_shown_literally(
    at: SimpleNamespace, house: House, seated: Seated, hostile: list[str]
) -> None:
    app, sitting = house(), seated("NOR")
    async with app.run_test(size=(80, 24)) as pilot:
        symbol = tabled(sitting, "NOR")
        clauses = sitting.view("NOR").chamber.drafts[symbol].clauses
        texts = [Text(symbol, text, clauses, ()) for text in hostile]
        app.push_screen(Canvass(sitting, "NOR", texts))
        await at.until(pilot, lambda: at.on(app, "Canvass") and "Canvass (1 of" in at.shown(app))
        for _ in texts:
            app.screen.action_turn(1)  # type: ignore[attr-defined]
        await pilot.pause()
        assert "\x1b" not in at.shown(app)
        assert app.is_running
