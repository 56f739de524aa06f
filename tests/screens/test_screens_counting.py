"""What is said while a vote is taken and when it is over, and what waits to be decided, in its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.widgets import Static

from game.packs import load
from game.prose.names import the
from game.rules import ballots, majorities
from game.rules.assembly import decide_assembly
from game.rules.ballots import Question
from game.rules.bodies import UNSC_11, Vote
from game.rules.book import RULES
from game.rules.house import UNSC, House, HouseMotion, Needed
from game.rules.results import Result, Tally, Verdict
from game.screens.application import Horseshoe
from game.screens.hall.chamber import Chamber
from game.screens.hall.declared import Declared, banner, explained, sentence
from game.screens.hall.floor import Floor
from game.screens.hall.pending import MOST, Pending, waiting
from game.screens.hall.rollcall import RollCall, rule_of
from game.screens.pieces.counting import OUTLOOKS, Standing, Terms, in_numbers, in_words, standing, terms_of
from game.session import actions as act
from game.session.events import MotionMoved, ResultDeclared
from game.session.scenario import Clause
from game.session.state import Amendment, Ballot, Draft, Meeting, PendingMotion, Phase
from game.session.views import View
from game.sitting import Sitting

House_ = Callable[[], Horseshoe]
Seated = Callable[..., Sitting]
TINY = load(Path(__file__).parents[1] / "data" / "packs" / "tiny")
VIEW = Sitting.begin(TINY, {}, seed=7).view("")
VIEW = replace(VIEW, chamber=replace(VIEW.chamber, members=tuple(s.code for s in TINY.open.seats)))
SEATS = VIEW.chamber.members
ROLLS = st.dictionaries(st.sampled_from(SEATS), st.sampled_from(Vote), max_size=11)
QUESTIONS = {
    "draft": Question.SUBSTANTIVE,
    "agenda": Question.PROCEDURAL,
    "challenge": Question.CHALLENGE,
    "preliminary": Question.PRELIMINARY,
}


def voting(kind: str, votes: Mapping[str, str], nature: str = "", **more: object) -> View:
    """The public view while a question is put and some votes have fallen."""
    nature = nature or ("substantive" if kind in ("draft", "part", "amendment") else "procedural")
    ballot = Ballot(kind, "S/1", nature, SEATS, Phase.DEBATE, votes=dict(votes), **more)  # type: ignore[arg-type]
    return replace(VIEW, chamber=replace(VIEW.chamber, phase=Phase.BALLOT, ballot=ballot))


def stands(kind: str, votes: Mapping[str, str], terms: Terms | None = None, **more: object) -> Standing:
    seen = standing(voting(kind, votes, **more), TINY, terms or Terms())  # type: ignore[arg-type]
    assert seen is not None
    return seen


def says(kind: str, votes: Mapping[str, str], terms: Terms | None = None, **more: object) -> str:
    return in_words(stands(kind, votes, terms, **more), kind, TINY)


def every(vote: str, *seats: str) -> dict[str, str]:
    return dict.fromkeys(seats, vote)


FOUR = every("yes", "CHN", "CUB", "ECU", "EGY")


def test_v2_what_is_needed_and_what_is_still_to_come() -> None:
    seen = stands("draft", FOUR)
    assert in_numbers(seen, "draft") == "7 yes needed · 4 so far · 7 still to vote"
    assert says("draft", FOUR) == (
        "With 3 more of the 7 still to vote it is carried, unless one of 4 permanent members votes no."
    )


def test_v4_who_can_still_veto_is_named_and_who_has_is_too() -> None:
    seven = FOUR | every("yes", "FRA", "GBR", "IND")
    assert says("draft", seven) == (
        "The 7 are reached: it is carried, unless the USSR and the United States vote no."
    )
    assert says("draft", seven | every("yes", "USA")) == (
        "The 7 are reached: it is carried, unless the USSR votes no."
    )
    assert says("draft", seven | every("abstain", "USA", "RUS")) == "The 7 are reached: it is carried."
    assert says("draft", seven | every("no", "USA", "RUS")) == (
        "The 7 are reached, but the no of the USSR and the United States is a veto."
    )


def test_v5_a_no_becomes_a_veto_only_with_the_number() -> None:
    votes = FOUR | every("no", "FRA")
    assert says("draft", votes) == (
        "With 3 more of the 6 still to vote the no of France is a veto; "
        "with fewer it is lost for want of votes."
    )
    lost = votes | every("abstain", "GBR", "IND", "NOR", "USA")
    assert says("draft", lost) == (
        "The 7 cannot be reached any more, and the no of France is no veto: it is lost."
    )


def test_v3_on_procedure_no_member_can_block() -> None:
    seen = stands("invitation", every("no", "FRA", "CHN"))
    assert (seen.may_block, seen.outlook.veto_cast_by) == ((), ())
    assert says("invitation", every("no", "FRA", "CHN")) == (
        "With 7 more of the 9 still to vote the invitation goes out."
    )


@pytest.mark.parametrize(
    ("kind", "won"),
    [("part", "the part stays in"), ("amendment", "the amendment is carried"), ("motion", "the motion is")],
)
def test_v12_parts_and_amendments_say_what_becomes_of_them(kind: str, won: str) -> None:
    assert won in says(kind, FOUR)
    assert ("permanent" in says(kind, FOUR)) is (kind != "motion")


def test_cb5_fewer_than_the_number_leave_the_ruling_standing() -> None:
    lost = every("no", *SEATS[:5])
    assert says("challenge", FOUR) == "With 3 more of the 7 still to vote the ruling is overruled."
    assert says("challenge", lost) == "The 7 cannot be reached any more: the ruling stands."


def test_p3_and_p4_a_permanent_no_counts_under_one_regime_alone() -> None:
    votes = every("yes", *[s for s in SEATS if s not in ("FRA", "RUS")]) | every("no", "FRA")
    double = says("preliminary", votes, Terms("san_francisco"))
    assert double == "The 7 are reached, but the no of France makes it one of substance."
    assert says("preliminary", votes) == "The 7 are reached: the matter is procedural."


def test_ev3_one_objection_brings_a_vote() -> None:
    assert says("consent", every("yes", "CHN")) == "If nobody objects it is so decided."
    assert says("consent", every("no", "CUB")) == "There is an objection: a vote will be taken."
    assert in_numbers(stands("consent", every("no", "CUB")), "consent").startswith("One objection brings")


def test_ga2_the_assembly_counts_those_voting() -> None:
    seen = stands("assembly", FOUR | every("no", "RUS"))
    assert in_numbers(seen, "assembly") == "Two-thirds of those voting · 4 yes, 1 no · 6 still to vote"
    assert "abstains is not counted" in in_words(seen, "assembly", TINY)
    assert {"consent", "assembly"} <= set(OUTLOOKS)


def test_mu10_a_house_with_relative_majorities_is_counted_by_its_own() -> None:
    motion = HouseMotion("close", "To close the debate", "close_debate", Needed.TWO_THIRDS)
    house = House("h", "A house", motions=(motion,), procedure=Needed.MAJORITY)
    seen = stands("agenda", FOUR | every("no", "RUS"), Terms(house=house))
    assert in_numbers(seen, "agenda") == ("A majority of those voting · 4 yes, 1 no so far · 6 still to vote")
    assert in_words(seen, "agenda", TINY) == (
        "As the votes stand the agenda is adopted; noes still to come may change that."
    )
    view = voting("motion", every("no", "CHN", "CUB"))
    view = replace(view, chamber=replace(view.chamber, ballot=replace(view.chamber.ballot, subject="close")))
    two_thirds = standing(view, TINY, Terms(house=house))
    assert two_thirds is not None
    assert two_thirds.outlook.still_needed == 4
    assert in_numbers(two_thirds, "motion").startswith("Two-thirds of those voting")
    assert in_words(two_thirds, "motion", TINY) == (
        "With 4 more of the 9 still to vote the motion is carried, if nobody else votes no."
    )


@given(ROLLS, st.sampled_from([Needed.MAJORITY, Needed.TWO_THIRDS, Needed.MAJORITY_SEATS]))
def test_mu10_a_relative_majority_is_said_to_be_won_only_when_it_is(
    votes: dict[str, Vote], bar: Needed
) -> None:
    cast = {seat: vote.value for seat, vote in votes.items()}
    seen = stands("agenda", cast, Terms(house=House("h", "A house", procedure=bar)))
    said = in_words(seen, "agenda", TINY)
    assert ". " not in said
    best, worst = (majorities.decide(bar, completed(cast, rest), len(SEATS)) for rest in ("yes", "no"))
    assert seen.outlook.can_pass is best.carried
    if "reached: the agenda" in said:
        assert worst.carried
    if "cannot be reached" in said:
        assert not best.carried


def test_v10_a_party_held_to_abstain_is_left_out() -> None:
    view = voting("draft", every("yes", "FRA"), draft="S/1")
    conduct = replace(view.chamber.conduct, parties=("FRA", "GBR"))
    kind = next(k for k in TINY.open.clauses if k.part == "operative")
    peaceful = SimpleNamespace(
        clause={kind.id: replace(kind, verb="recommends", basis=("art_36",), character="")}
    )
    draft = Draft("S/1", ("IND",), (Clause(kind.id),), order=1)
    view = replace(view, chamber=replace(view.chamber, conduct=conduct, drafts={"S/1": draft}))
    seen = standing(view, peaceful, Terms())  # type: ignore[arg-type]
    assert seen is not None
    assert seen.void == ("FRA", "GBR")
    assert (seen.yes, seen.outlook.still_needed) == (0, 7)
    assert "GBR" not in (*seen.may_block, *seen.waiting)


def completed(votes: Mapping[str, str], rest: str) -> dict[str, Vote]:
    return {seat: Vote(votes.get(seat, rest)) for seat in SEATS}


@given(ROLLS, st.sampled_from(sorted(QUESTIONS)))
def test_what_is_said_to_be_possible_is_what_the_law_would_decide(votes: dict[str, Vote], kind: str) -> None:
    cast = {seat: vote.value for seat, vote in votes.items()}
    seen = stands(kind, cast)
    best = ballots.decide(UNSC_11, QUESTIONS[kind], completed(cast, "yes"))
    worst = ballots.decide(UNSC_11, QUESTIONS[kind], completed(cast, "no"))
    assert seen.outlook.can_pass is best.carried
    assert seen.outlook.can_fail is not worst.carried
    said = in_words(seen, kind, TINY)
    assert said.endswith(".")
    assert ". " not in said
    if seen.short:
        assert "is a veto" not in said
        assert best.verdict is not Verdict.VETOED
    if seen.reached and seen.outlook.veto_cast_by:
        assert best.vetoed_by == seen.outlook.veto_cast_by


def declared(result: Result, kind: str = "draft") -> ResultDeclared:
    tally = result.tally
    formula = ballots.president_formula(result, "draft resolution") if tally.seats else ""
    return ResultDeclared(
        result.verdict.value, kind, "S/1", tally.yes, tally.no, tally.abstain, tally.absent,
        tally.not_participating, result.needed, result.rule, result.reason, formula, "debate",
        result.vetoed_by, result.voided,
    )  # fmt: skip


def told(votes: Mapping[str, Vote], question: Question = Question.SUBSTANTIVE, **more: object) -> str:
    result = ballots.decide(UNSC_11, question, votes, **more)  # type: ignore[arg-type]
    cast = {seat: vote.value for seat, vote in votes.items()}
    return sentence(Declared(declared(result), cast, SEATS, TINY))


def roll(default: str, **others: str) -> dict[str, Vote]:
    return {seat: Vote(others.get(seat, default)) for seat in SEATS}


def test_v4_a_veto_is_explained_by_name() -> None:
    assert told(roll("yes", FRA="no", RUS="no")) == (
        "Vetoed: 9 yes votes would have been enough, where 7 were needed, but France and the USSR, "
        "permanent members, voted no."
    )


def test_v5_a_shortfall_is_never_called_a_veto() -> None:
    assert told(roll("abstain", FRA="no", CUB="yes")) == (
        "Lost for want of votes: 1 yes vote, where 7 were needed, so that the no of France is not a veto."
    )
    assert "does not lower that number" in told(roll("abstain", CUB="yes"))
    assert told(roll("no")) == (
        "Lost for want of votes: no yes votes, where 7 were needed, so that the no of China, France, the "
        "USSR, the United Kingdom and the United States is not a veto."
    )


def test_v6_to_v9_who_stood_aside_is_named_where_it_mattered() -> None:
    assert told(roll("yes", FRA="abstain")) == (
        "Carried by 10 yes votes, where 7 were needed; France abstained, and that is not a no."
    )
    absent = {seat: Vote.YES for seat in SEATS if seat != "RUS"}
    assert "; the USSR stayed away, and that is not a no." in told(absent)
    assert "; China took no part, and that is not a no." in told(roll("yes", CHN="not_participating"))
    assert "permanent member voted no" in told(roll("yes"))


def test_v3_on_procedure_a_permanent_no_is_said_to_be_no_veto() -> None:
    assert told(roll("yes", CHN="no"), Question.PROCEDURAL).endswith(
        "; on procedure the no of China is no veto."
    )
    assert told(roll("yes"), Question.PROCEDURAL).endswith("; the question was procedural.")


def test_v10_a_void_vote_is_told() -> None:
    said = told(roll("yes", IND="no"), parties=("IND",), enforce_abstention=True)
    assert said.endswith(", the vote of India, a party to the dispute, not being counted.")


def test_p3_and_p4_say_what_became_of_the_matter() -> None:
    votes = roll("yes", RUS="no")
    assert told(votes, Question.PRELIMINARY, regime="san_francisco").endswith(
        ", but on this question the no of the USSR decides."
    )
    assert told(votes, Question.PRELIMINARY).startswith("It is procedural: 10 said so")


@given(ROLLS, st.sampled_from(Question), st.sampled_from(["rule_30", "san_francisco"]))
def test_every_result_is_explained_in_one_sentence(
    votes: dict[str, Vote], question: Question, regime: str
) -> None:
    result = ballots.decide(UNSC_11, question, votes, regime=regime)
    cast = {seat: vote.value for seat, vote in votes.items()}
    event = declared(result)
    said = sentence(Declared(event, cast, SEATS, TINY))
    if event.verdict in ("elected", "not_elected"):
        assert said == result.reason
        return
    assert said.endswith(".")
    assert ". " not in said
    assert said.startswith("Vetoed") is (result.verdict is Verdict.VETOED)
    assert all(the(TINY, seat) in said for seat in result.vetoed_by)
    if result.rule in ("V6", "V7", "V8"):
        aside = [s for s in UNSC_11.permanent if votes.get(s, Vote.ABSENT) != Vote.YES]
        assert all(the(TINY, seat) in said for seat in aside)
    if question is Question.PROCEDURAL:
        assert "Vetoed" not in said


@pytest.mark.parametrize(("yes", "no", "verdict"), [(40, 10, "adopted"), (30, 20, "rejected_two_thirds")])
def test_ga2_the_assembly_is_explained_by_those_voting(yes: int, no: int, verdict: str) -> None:
    result = decide_assembly(Tally(yes, no, 60 - yes - no, 0, 0), important=True)
    event = declared(result, "assembly")
    assert event.verdict == verdict
    said = sentence(Declared(event, {}, SEATS, TINY))
    assert f"{yes} of the 50 that voted yes or no said yes, where 34 were needed." in said
    assert ". " not in said


def test_the_banner_gives_verdict_tally_and_number() -> None:
    event = declared(ballots.decide(UNSC_11, Question.SUBSTANTIVE, roll("yes", FRA="no")))
    assert [text.strip("═ ") for text, _ in banner(event)] == ["VETOED", "Y 10   N 1   A 0", "7 needed"]
    who, how = explained(Declared(event, dict.fromkeys(SEATS, "yes") | {"FRA": "no"}, SEATS, TINY))
    assert who.plain.startswith("VETOED by France — 10 yes, 1 no, 0 abstaining; 7 needed.")
    assert "V4 · The veto; ? reads it." in how.plain
    assert event.formula in how.plain
    assert event.formula not in explained(Declared(event, {}, SEATS, TINY), formula=False)[1].plain


@pytest.mark.parametrize(
    "kind", ["draft", "amendment", "part", "agenda", "invitation", "challenge", "motion"]
)
@pytest.mark.parametrize("nature", ["substantive", "procedural"])
def test_every_question_has_its_page(kind: str, nature: str) -> None:
    subject = "suspend" if kind == "motion" else "S/1"
    ballot = Ballot(kind, subject, nature, SEATS, Phase.DEBATE)
    assert rule_of(ballot, Terms()) in RULES
    assert rule_of(replace(ballot, kind="preliminary"), Terms("san_francisco")) == "P3"


# -- what waits ----------------------------------------------------------------------------------------
def debate(*motions: tuple[str, str], amendments: int = 0) -> View:
    moved = tuple(PendingMotion(seat, motion) for seat, motion in motions)
    draft = Draft("S/1", ("FRA",), (), order=1)
    changes = {f"S/{n + 2}": Amendment(f"S/{n + 2}", "CUB", "S/1", "delete", 0) for n in range(amendments)}
    meeting = Meeting(473, "IND", SEATS, motions=moved)
    chamber = replace(
        VIEW.chamber, phase=Phase.DEBATE, meeting=meeting, drafts={"S/1": draft}, amendments=changes
    )
    return replace(VIEW, chamber=chamber)


def test_cb9_what_waits_stands_in_the_order_of_rule_33() -> None:
    view = debate(("FRA", "postpone"), ("IND", "refer"), ("USA", "adjourn_to"), amendments=2)
    rows = waiting(view, TINY, UNSC)
    assert [row.rule for row in rows] == ["33(3)", "33(4)", "33(5)", "33(6), 36"]
    assert [row.mover for row in rows] == ["United States", "India", "France", "Cuba"]
    assert all(row.debated for row in rows)
    assert {row.needs for row in rows[:3]} == {"7 votes, no veto"}
    assert rows[3].what == "2 amendments to S/1, additions and deletions first"
    assert rows[3].needs == "the votes its text needs"


def test_cb9_nothing_waits_before_a_meeting_or_when_it_has_risen() -> None:
    assert waiting(VIEW, TINY, UNSC) == ()
    view = debate(("FRA", "postpone"))
    risen = replace(view, chamber=replace(view.chamber, meeting=replace(view.chamber.meeting, open=False)))
    assert waiting(risen, TINY, UNSC) == ()


def test_mu10_a_house_says_what_its_motions_need() -> None:
    motion = HouseMotion("close", "Closure of debate", "close_debate", Needed.TWO_THIRDS, 5, debated=True)
    (row,) = waiting(debate(("FRA", "close")), TINY, House("h", "A house", motions=(motion,)))
    assert (row.what, row.needs) == ("Closure of debate", "two-thirds of those voting")
    house = House("h", "A house", amendment_order="receipt")
    (change,) = waiting(debate(amendments=1), TINY, house)
    assert change.what == "1 amendment to S/1, as received"
    assert stands("draft", {}).bar == "7 vote yes"
    assert stands("agenda", {}, Terms(house=House("h", "A house", procedure=Needed.MAJORITY))).bar == (
        "a majority of those voting say yes"
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_cb9_what_waits_is_always_to_be_seen_in_the_debate(
    at: SimpleNamespace, house: House_, seated: Seated, size: tuple[int, int]
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=size) as pilot:
        await at.first_turn(pilot, app, sitting)
        chamber = app.screen
        assert isinstance(chamber, Chamber)
        strip = chamber.query_one(Pending)
        assert not strip.display
        for _ in range(2000):
            if isinstance(app.screen, Chamber) and act.MoveMotion in sitting.docket("FRA").kinds:
                break
            await at.play_on(pilot, app, sitting)
        await at.until(pilot, lambda: isinstance(app.screen, Chamber) and app.screen.awaited == "FRA")
        app.screen.do(act.MoveMotion("FRA", "postpone"))  # type: ignore[attr-defined]
        assert any(isinstance(e, MotionMoved) for e in sitting.record)
        await at.until(pilot, lambda: app.screen.query_one(Pending).rows)
        (row,) = app.screen.query_one(Pending).rows
        assert (row.rule, row.mover, row.debated) == ("33(5)", "France", True)
        await at.until(pilot, lambda: "33(5)" in at.shown(app))
        assert "France · debated" in at.shown(app)
        assert "CB9" in app.screen.rules()  # type: ignore[attr-defined]


def test_a_long_strip_is_counted_not_spilled() -> None:
    view = debate(*((seat, motion) for seat, motion in zip(SEATS, UNSC.movable, strict=False)))
    rows = waiting(view, TINY, UNSC)
    assert len(rows) > MOST
    from game.screens.hall.pending import _lines

    heading, *lines = [line.plain for line in _lines(rows, 76)]
    assert heading == "Waiting to be decided, in this order (CB9), each with 7 votes, no veto"
    assert len(lines) == MOST
    assert lines[-1].strip() == f"and {len(rows) - MOST + 1} more"
    assert all(len(line) <= 76 for line in lines)


# -- on the screen -------------------------------------------------------------------------------------
async def test_v2_the_roll_call_tells_how_the_vote_stands_and_the_book_opens_over_it(
    at: SimpleNamespace, house: House_, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(80, 24)) as pilot:
        await at.begin(pilot, app, sitting)
        for _ in range(4000):
            screen = app.screen
            if isinstance(screen, RollCall) and screen._asked == "FRA":
                break
            await at.play_on(pilot, app, sitting) if not isinstance(screen, RollCall) else await pilot.pause()
        assert isinstance(screen, RollCall)
        seen = standing(sitting.view(""), sitting.scenario, terms_of(sitting.record))
        ballot = sitting.view("").chamber.ballot
        assert seen is not None
        assert ballot is not None
        shown = str(screen.query_one("#standing", Static).render())
        assert shown.split("\n")[0] == in_numbers(seen, ballot.kind)
        before = len(sitting.record)
        await pilot.press("question_mark")
        await at.until(pilot, lambda: at.on(app, "Rulebook"))
        assert app.screen.open_at == rule_of(ballot, Terms())  # type: ignore[attr-defined]
        await pilot.press("y", "n", "escape")
        await at.until(pilot, lambda: app.screen is screen)
        assert screen._asked == "FRA"
        assert len(sitting.record) == before
        await pilot.press("n")
        await at.until(pilot, lambda: screen._result is not None)
        result = screen._result
        assert result is not None
        how = str(screen.query_one("#how", Static).render())
        assert how.split("\n")[0] == sentence(
            Declared(result, screen._cast, sitting.view("").chamber.members, sitting.scenario)
        )
        await pilot.press("question_mark")
        await at.until(pilot, lambda: at.on(app, "Rulebook"))
        assert app.screen.open_at == result.rule  # type: ignore[attr-defined]
        await pilot.press("escape")
        await at.until(pilot, lambda: app.screen is screen)
        assert screen._result is result


async def test_the_menu_names_a_rule_that_the_book_has(
    at: SimpleNamespace, house: House_, seated: Seated
) -> None:
    app, sitting = house(), seated("FRA")
    async with app.run_test(size=(120, 40)) as pilot:
        await at.first_turn(pilot, app, sitting)
        floor = app.screen.query_one(Floor)
        assert {floor._rule(row) for row in floor._rows} <= RULES.keys()
