"""The League on the screens: a roll call under the Covenant, what was declared, and the Assembly's hall."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from game.packs import load
from game.rules.book import RULES
from game.rules.house import HouseMotion, Needed
from game.rules.house_league import LEAGUE
from game.screens.application import Horseshoe
from game.screens.drafting.advice import on_text
from game.screens.hall.declared import Declared, banner, explained, verdict
from game.screens.hall.plenary import hall
from game.screens.hall.rollcall import LEAGUE_GUIDE, RollCall
from game.screens.hall.seatcard import SeatCard
from game.screens.pieces.counting import Terms, in_numbers, in_words, standing, terms_of
from game.screens.pieces.seating import middle, now
from game.session.events import ResultDeclared
from game.session.plenary import Plenary
from game.session.scenario import Clause
from game.session.state import Ballot, Draft, Phase
from game.session.views import View
from game.sitting import Sitting

House_ = Callable[[], Horseshoe]
MANCHURIA = load(Path(__file__).parents[1] / "data" / "packs" / "manchuria-1931")
SEATS = MANCHURIA.sealed.stages[0].members
VIEW = Sitting.begin(MANCHURIA, {}, seed=1).view("")
TERMS = Terms(house=LEAGUE)


def voting(stored: str, votes: dict[str, str], kind: str = "draft") -> View:
    """The public view while a text of the pack is put and some votes have fallen."""
    of = MANCHURIA.draft[stored]
    symbol = of.symbol or "C.1"
    draft = Draft(symbol, of.sponsors, of.clauses, 0, of.title, of.id)
    ballot = Ballot(kind, symbol, "substantive", SEATS, Phase.DEBATE, symbol, votes=votes)
    chamber = replace(
        VIEW.chamber,
        date="1931-10-24",
        phase=Phase.BALLOT,
        members=SEATS,
        ballot=ballot,
        drafts={symbol: draft},
    )
    return replace(VIEW, chamber=chamber)


def told(view: View) -> tuple[str, str]:
    seen = standing(view, MANCHURIA, TERMS)
    assert seen is not None
    assert view.chamber.ballot is not None
    kind = view.chamber.ballot.kind
    return in_numbers(seen, kind), in_words(seen, kind, MANCHURIA)


def test_l4_the_line_under_the_roll_call_says_that_one_no_prevents_it() -> None:
    numbers, said = told(voting("evacuation-24-october", {"CHN": "yes"}))
    assert numbers == "Unanimity · 1 yes, 0 no so far · 13 still to vote"
    assert said == "If nobody says no, it is carried; one no prevents it."
    numbers, said = told(voting("evacuation-24-october", {"CHN": "yes", "JPN": "no"}))
    assert said == "The no of Japan prevents unanimity: it is lost."
    assert "veto" not in numbers + said


def test_l5_on_a_report_a_party_is_told_that_its_vote_is_left_out() -> None:
    view = voting("report-on-the-dispute", {"CHN": "yes"})
    seen = standing(view, MANCHURIA, TERMS)
    assert seen is not None
    assert "left out (L5)" in seen.warned["JPN"]
    assert "report of the majority" in seen.warned["ITA"]
    assert "without the parties" in told(view)[0]


def test_l7_procedure_needs_a_majority_of_those_represented() -> None:
    seen = standing(voting("evacuation-24-october", {}, "invitation"), MANCHURIA, TERMS)
    assert seen is not None
    assert (seen.outlook.needed, seen.warned) == (8, {})


def test_mu1_another_house_counts_by_its_own_majority_before_the_league_too() -> None:
    simple = HouseMotion("draft", "Draft", "draft", needed=Needed.MAJORITY)
    seen = standing(
        voting("evacuation-24-october", {"JPN": "no", "CHN": "yes", "FRA": "yes"}),
        MANCHURIA,
        Terms(house=replace_motions(simple)),
    )
    assert seen is not None
    assert seen.share == "a majority of those voting"
    assert not seen.words


def replace_motions(entry: HouseMotion):  # type: ignore[no-untyped-def]
    """The house of Geneva with one entry of its own."""
    from dataclasses import replace as rewritten

    return rewritten(LEAGUE, motions=(entry, *(m for m in LEAGUE.motions if m.id != entry.id)))


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("not_adopted_no_unanimity", "NOT ADOPTED"),
        ("adopted_unanimous_excl_parties", "REPORT ADOPTED"),
        ("adopted_majority_only", "REPORT OF A MAJORITY"),
    ],
)
def test_l2_to_l5_the_banner_names_the_result(word: str, title: str) -> None:
    reason = "Of 14 votes that count, all 14 must be yes; 13 are. Unanimity is prevented: Japan."
    result = ResultDeclared(
        word, "draft", "C.1", 13, 1, 0, 0, 0, 14, "L4", reason, "", "debate", blocked_by=("JPN",)
    )
    assert verdict(result)[0] == title
    assert banner(result)[0][0].strip("═ ") == title
    who, how = explained(Declared(result, {"JPN": "no"}, SEATS, MANCHURIA))
    assert "Unanimity is prevented: Japan." in how.plain
    assert "veto" not in who.plain.casefold()


def test_l1_a_members_card_promises_no_veto() -> None:
    for seat, word in (("JPN", "Permanent member. Nobody"), ("NOR", "Other member. Nobody")):
        lines = SeatCard(VIEW, MANCHURIA, seat)._lines()
        assert any(line.startswith(word) for line in lines)
        assert ("Party to the dispute." in lines) is (seat == "JPN")


def test_l8_the_hall_is_that_of_the_league_and_its_mark_a_majority() -> None:
    view = voting("report-on-the-dispute", {}, "assembly")
    met = Plenary(session="League 12", title="twelfth session", here=SEATS)
    board = hall(replace(view, chamber=replace(view.chamber, plenary=met)), MANCHURIA)
    assert board.title == "ASSEMBLY OF THE LEAGUE · twelfth session"
    assert board.majority
    assert "majority of the others" in board.told
    assert len(board.electors) == 55
    assert now(Phase.PLENARY, "league_council") == "The Assembly of the League"
    assert now(Phase.PLENARY, "unsc_11") == "The General Assembly"


def test_the_tables_middle_counts_without_a_bar_that_the_covenant_has_not() -> None:
    lines = [text for text, _ in middle(voting("evacuation-24-october", {"CHN": "yes"}), MANCHURIA)]
    assert "Y 1   N 0   A 0" in lines
    assert not any("needed" in text or "permanent" in text for text in lines)


def test_l5_the_drafting_table_says_how_a_text_would_be_put() -> None:
    told = {
        kind: on_text(VIEW, MANCHURIA, [Clause(kind)]).plain for kind in ("evacuation", "report", "inquiry")
    }
    assert "L4 All represented must agree" in told["evacuation"]
    assert "L5 All but the parties must agree" in told["report"]
    assert "L7 A majority of the Members represented decides" in told["inquiry"]


async def test_l4_a_roll_call_of_geneva_is_taken_at_the_keyboard(at: SimpleNamespace, house: House_) -> None:
    sitting = Sitting.begin(MANCHURIA, {"JPN": "person"}, seed=1)
    assert terms_of(sitting.record).house == LEAGUE
    app = house()
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        for _ in range(4000):
            screen = app.screen
            if isinstance(screen, RollCall) and screen._asked == "JPN":
                break
            await at.play_on(pilot, app, sitting) if not isinstance(screen, RollCall) else await pilot.pause()
        assert isinstance(screen, RollCall)
        assert screen.GUIDE == LEAGUE_GUIDE
        assert set(screen.rules()) <= {id for id in RULES if id.startswith("L")}
        assert screen.pointed() == "L4"
        assert "Your no alone prevents it (L2)" in str(screen.query_one("#how", Static).render())
        await pilot.press("n")
        await at.until(pilot, lambda: screen._result is not None)
        assert screen._result is not None
        assert screen._result.verdict == "not_adopted_no_unanimity"
        await pilot.press("enter")
