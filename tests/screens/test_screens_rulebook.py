"""The book of rules on the screen: opened at the rule in question, searched, followed, and closed again."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from textual import events
from textual.widgets import Input, OptionList, Static

from game.prose import acts
from game.rules.book import RULES, found
from game.rules.house import UNSC, HouseMotion, Needed
from game.rules.house import House as Rules
from game.rules.refusals import Refusal
from game.screens.application import Horseshoe
from game.screens.book.guide import motions_in_order
from game.screens.book.rulebook import HOUSE, MOTIONS, SEEN, Rulebook
from game.screens.drafting.drafting import DraftingTable
from game.screens.hall.chamber import Chamber
from game.screens.hall.directing import DirectorsDesk
from game.screens.hall.floor import Floor
from game.screens.pieces.fields import Pen
from game.screens.pieces.locks import DIRECTOR
from game.session import actions as act
from game.sitting import Sitting

House = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]


def book(app: Horseshoe) -> Rulebook:
    assert isinstance(app.screen, Rulebook)
    return app.screen


def read(app: Horseshoe) -> str:
    """What the open page says, case and all, with its lines joined."""
    parts = (app.screen.query_one(f"#{part}", Static) for part in ("page", "case"))
    return "\n".join(str(part.render()) for part in parts)


async def test_the_question_mark_opens_the_rule_of_the_act_under_the_cursor(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        menu = app.screen.query_one("#acts", OptionList)
        rows = list(app.screen.query_one(Floor)._rows)
        assert len(rows) > 3
        for place, row in enumerate(rows):
            menu.highlighted = place
            rule = app.screen.query_one(Floor)._rule(row)
            before = len(sitting.record)
            await pilot.press("question_mark")
            await at.until(pilot, lambda rule=rule: at.on(app, "Rulebook") and book(app).open_at == rule)
            assert RULES[rule].text in read(app)
            await pilot.press("escape")
            await at.until(pilot, lambda: at.on(app, "Chamber"))
            assert app.screen.focused is menu
            assert (menu.highlighted, len(sitting.record)) == (place, before)
        assert list(app.screen.query_one(Floor)._rows) == rows


async def test_a_refusal_names_its_rule_and_the_question_mark_reads_it(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber = app.screen
        assert isinstance(chamber, Chamber)
        chamber.do(act.Rule("FRA", True))
        await at.until(pilot, lambda: "? reads CB3." in at.shown(app))
        assert "Not in order: CB3 · Point of order" in at.shown(app)
        await pilot.press("question_mark")
        await at.until(pilot, lambda: at.on(app, "Rulebook") and book(app).open_at == "CB3")
        assert book(app)._rows[:3] == ["", SEEN, "CB3"]
        await pilot.press("escape", "question_mark")
        await at.until(pilot, lambda: at.on(app, "Rulebook") and book(app).open_at == chamber.pointed())


async def test_a_refusal_without_a_rule_promises_none(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app = house()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.say_refused(Refusal("", "The disk is full."))
        await at.until(pilot, lambda: "The disk is full." in at.shown(app))
        assert "reads" not in at.shown(app)
        assert "Not done" in at.shown(app)
        app.say_refused(Refusal("V14", "It is too late."))
        await at.until(pilot, lambda: "? reads V14." in at.shown(app))
        await at.until(pilot, lambda: "The disk is full." not in at.shown(app))


async def test_help_opens_at_what_one_sees_and_lists_its_rules_first(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        rules = app.screen.rules()  # type: ignore[attr-defined]
        await pilot.press("f1")
        await at.until(pilot, lambda: at.on(app, "Rulebook"))
        assert book(app).open_at == SEEN
        assert book(app)._rows[: len(rules) + 2] == ["", SEEN, *rules]
        assert "The horseshoe table" in read(app)
        await pilot.press("down")
        await at.until(pilot, lambda: book(app).open_at == rules[0])
        await pilot.press("f1")
        await at.until(pilot, lambda: at.on(app, "Chamber"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_title_opens_the_book_at_every_size(
    at: SimpleNamespace, house: House, size: tuple[int, int]
) -> None:
    app = house()
    async with app.run_test(size=size) as pilot:
        await at.until(pilot, lambda: app.screen.query("#gallery"))
        await pilot.press("r")
        await at.until(pilot, lambda: at.on(app, "Rulebook") and "V0" in at.shown(app))
        assert "No majorities of" in at.shown(app)
        assert "Esc: close" in at.shown(app)
        await pilot.press("end")
        await at.until(pilot, lambda: book(app).open_at == "H9")
        assert "The director alone" in at.shown(app)
        await pilot.press("escape")
        await at.until(pilot, lambda: at.on(app, "Title"))
        assert app.screen.focused is app.screen.query_one("#gallery")


async def test_typing_finds_and_clearing_lists_the_book_again(at: SimpleNamespace, house: House) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Rulebook("CB5"))
        await at.until(pilot, lambda: at.on(app, "Rulebook") and book(app).open_at == "CB5")
        every = list(book(app)._rows)
        await pilot.press(*"double veto")
        expected = ["", *(page.id for page in found("double veto"))]
        await at.until(pilot, lambda: book(app)._rows == expected)
        assert book(app).open_at == "P3"
        await pilot.press("down")
        await at.until(pilot, lambda: book(app).open_at == "P4")
        await pilot.press(*["backspace"] * len("double veto"))
        await at.until(pilot, lambda: book(app)._rows == every)
        left = book(app).open_at
        assert every[book(app).query_one("#pages", OptionList).highlighted or 0] == left
        await pilot.press(*"zzz")
        await at.until(pilot, lambda: "Nothing found" in at.shown(app))
        assert book(app).open_at == left


async def test_fast_fingers_lose_no_letter(at: SimpleNamespace, house: House) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Rulebook("V1"))
        await at.until(pilot, lambda: at.on(app, "Rulebook") and book(app).focused is not None)
        await pilot.press("end", "up", "up")
        for sign in "presidency":
            app.post_message(events.Key(sign, sign))
        await at.until(pilot, lambda: book(app).query_one("#seek", Input).value == "presidency")
        expected = ["", *(page.id for page in found("presidency"))]
        await at.until(pilot, lambda: book(app)._rows == expected)
        await pilot.press("slash", "backspace", "backspace")
        assert book(app).query_one("#seek", Input).value == "presidenc"


async def test_the_words_themselves_can_be_edited(at: SimpleNamespace, house: House) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Rulebook("V1"))
        await pilot.press("slash", *"eto", "home", "v")
        await at.until(pilot, lambda: book(app).open_at == "V4")
        await pilot.press("down")
        await at.until(pilot, lambda: book(app).focused is book(app).query_one("#pages"))
        await pilot.press("slash")
        assert book(app).query_one("#seek", Input).value == "veto/"
        book(app).query_one("#seek").focus()
        await pilot.press(*["backspace"] * 6)
        await at.until(pilot, lambda: book(app).query_one("#seek", Input).value == "")
        await pilot.press("enter")
        await at.until(pilot, lambda: book(app).focused is book(app).query_one("#pages"))


async def test_links_are_followed_by_enter_and_backspace_leads_back(
    at: SimpleNamespace, house: House
) -> None:
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(Rulebook("V4"))
        await at.until(pilot, lambda: at.on(app, "Rulebook") and book(app).open_at == "V4")
        trail = ["V4"]
        for _ in range(3):
            there = RULES[book(app).open_at].see[0]
            trail.append(there)
            await pilot.press("enter", "enter")
            await at.until(pilot, lambda there=there: book(app).open_at == there)
        for there in reversed(trail[:-1]):
            await pilot.press("backspace")
            await at.until(pilot, lambda there=there: book(app).open_at == there)
        await pilot.press("backspace")
        assert book(app).open_at == "V4"


async def test_a_link_out_of_what_was_found_lists_the_book_again(at: SimpleNamespace, house: House) -> None:
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Rulebook("V1"))
        await pilot.press(*"S/RES/344")
        await at.until(pilot, lambda: book(app).open_at == "V9")
        await pilot.press("enter", "enter")
        await at.until(pilot, lambda: book(app).open_at == RULES["V9"].see[0])
        assert book(app).query_one("#seek", Input).value == ""
        assert set(RULES) <= set(book(app)._rows)


async def test_a_page_sets_its_case_apart_and_shows_none_where_there_is_none(
    at: SimpleNamespace, house: House
) -> None:
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(Rulebook("V9"))
        await at.until(pilot, lambda: "15 December 1973" in at.shown(app))
        assert book(app).query_one("#case").display
        await pilot.press(*"H3")
        await at.until(pilot, lambda: book(app).open_at == "H3")
        assert not book(app).query_one("#case").display
        assert not book(app).query_one("#also").display


async def test_mu1_the_rules_of_the_house_and_its_motions_are_leaves_of_the_book(
    at: SimpleNamespace, house: House
) -> None:
    motion = HouseMotion(
        "close", "Closure [of] \x07debate", "close_debate", Needed.TWO_THIRDS, 5, debated=True
    )
    school = Rules("school", "Our [b]school[/b]", "It meets on Mondays.", (motion,), speaking_time=90)
    app = house()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(Rulebook(house=school))
        await pilot.press("home")
        await at.until(pilot, lambda: book(app).open_at == HOUSE)
        assert read(app).startswith("Our [b]school[/b]\nIt meets on Mondays.")
        assert "A statement may last 90 seconds." in read(app)
        await pilot.press("down")
        await at.until(pilot, lambda: book(app).open_at == MOTIONS)
        assert "1. Closure [of] debate" in read(app)
        assert "It needs two thirds of those voting yes or no." in read(app)


def test_cb9_the_council_takes_its_motions_in_the_order_of_rule_33() -> None:
    page = motions_in_order(UNSC).plain
    names = ["suspend the meeting", "adjourn the meeting", "a certain day", "refer", "postpone", "amendment"]
    places = [page.index(name) for name in names]
    assert places == sorted(places)
    assert page.count("\n\n") == len(UNSC.motions)


async def test_a_long_page_goes_on_with_page_down(at: SimpleNamespace, house: House) -> None:
    app = house()
    async with app.run_test(size=(60, 18)) as pilot:
        await app.push_screen(Rulebook("MU3"))
        leaf = app.screen.query_one("#leaf")
        await at.until(pilot, lambda: leaf.max_scroll_y > 0)
        await pilot.press("pagedown")
        await at.until(pilot, lambda: leaf.scroll_y > 0)
        await pilot.press("pageup")
        await at.until(pilot, lambda: leaf.scroll_y == 0)


async def test_scripted_play_waits_while_one_reads(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        assert app.usher is not None
        app.usher.pace = 1
        await pilot.press("0")
        await at.until(pilot, lambda: sitting.awaits != "FRA")
        await pilot.press("f1")
        await at.until(pilot, lambda: at.on(app, "Rulebook"))
        await pilot.pause(0.7)
        still = len(sitting.record)
        await pilot.pause(0.7)
        assert len(sitting.record) == still
        await pilot.press("escape")
        await at.until(pilot, lambda: len(sitting.record) > still)


async def test_nothing_is_handed_in_from_the_book(at: SimpleNamespace, house: House, seated: Seated) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        before = len(sitting.record)
        await pilot.press("question_mark")
        await at.until(pilot, lambda: at.on(app, "Rulebook"))
        await pilot.press("0", "1", "u", "y", "n", "f3", "f4", "ctrl+s", "enter", "b", "escape")
        await at.until(pilot, lambda: at.on(app, "Chamber"))
        assert len(sitting.record) == before


async def test_while_words_are_written_f1_reads_what_refuses_them(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber = app.screen
        assert isinstance(chamber, Chamber)
        chamber.compose_act(act.SendNote)
        await at.until(pilot, lambda: at.on(app, "NoteSheet") and app.screen.query("Pen"))
        sheet = app.screen
        pen = sheet.query_one(Pen)
        await at.until(pilot, lambda: sheet.focused is not None)
        pen.focus()
        await at.until(pilot, lambda: sheet.focused is pen)
        await pilot.press(*"Why", "question_mark")
        await at.until(pilot, lambda: pen.text == "Why?")
        await pilot.press("f1")
        await at.until(pilot, lambda: at.on(app, "Rulebook"))
        assert book(app).open_at == acts.LABELS[act.SendNote].rule
        await pilot.press("escape")
        await at.until(pilot, lambda: app.screen is sheet)
        assert (pen.text, sheet.focused) == ("Why?", pen)


async def test_h4_the_drafting_table_says_how_to_read_what_refuses_its_text(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at.first_turn(pilot, app, sitting)
        table = DraftingTable(sitting, "FRA")
        await app.push_screen(table)
        await at.until(pilot, lambda: table.focused is not None)
        await pilot.press("enter")
        await at.until(pilot, lambda: table.judged() is not None)
        refusal = table.judged()
        assert refusal is not None
        clauses = table.manuscript.clauses
        await at.until(pilot, lambda: f"({refusal.rule})  ? reads {refusal.rule}." in at.shown(app))
        await pilot.press("question_mark")
        await at.until(pilot, lambda: at.on(app, "Rulebook") and book(app).open_at == refusal.rule)
        await pilot.press("escape")
        assert app.screen is table
        assert table.manuscript.clauses == clauses
        await pilot.press("ctrl+s")
        await at.until(pilot, lambda: f"Not in order: {refusal.rule} · " in at.shown(app))
        assert app.screen is table


async def test_h9_what_is_refused_to_the_director_names_its_rule_too(
    at: SimpleNamespace, house: House, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA", director=True)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at.first_turn(pilot, app, sitting)
        assert app.usher is not None
        desk = DirectorsDesk(app.usher)
        await app.push_screen(desk)
        await at.until(pilot, lambda: desk.focused is not None)
        desk._do(act.Inject(DIRECTOR, "no such thing"))
        await at.until(pilot, lambda: "? reads H5." in at.shown(app))
        assert "Not done: " in str(desk.query_one("#done", Static).render())
        await pilot.press("question_mark")
        await at.until(pilot, lambda: at.on(app, "Rulebook") and book(app).open_at == "H5")
