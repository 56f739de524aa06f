"""Estimates of others: from what is said, done, promised and noted; wrong and deceived like anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.delegates import canvass, take_seat
from game.delegates.knowledge.estimating import UNKNOWN, Canvass, Estimate, Needs, _odds, count, estimate
from game.delegates.knowledge.occasion import Occasion
from game.packs import load
from game.session.actions import Term
from game.session.electorate import Electorate
from game.session.legal import Docket
from game.session.scenario import Clause, Position, Scenario
from game.session.state import Chamber, Deal, Draft, Note, Papers, Phase
from game.session.views import View, view
from game.sitting import Sitting
from game.world.blocs import Elector

CRISES = Path(__file__).parents[2] / "crises"


def seen(sitting: Sitting, seat: str, scenario: Scenario | None = None) -> View:
    state = sitting.state if scenario is None else replace(sitting.state, scenario=scenario)
    return view(state, seat)


def at(sitting: Sitting, own: View, papers: Papers | None = None, **changes: object) -> Occasion:
    """The occasion of a view with its chamber changed."""
    own = replace(own, chamber=replace(own.chamber, **changes), papers=papers or own.papers)
    delegate = take_seat("steadfast", own.seat)
    for event in sitting.record_for(own.seat):
        delegate.hear(event)
    return delegate.occasion(own, Docket(sitting.state, own.seat))


@pytest.fixture(scope="module")
def sitting(sit) -> Sitting:
    begun = sit()
    while begun.state.chamber.phase is not Phase.DEBATE:
        begun.step()
    return begun


@pytest.fixture
def own(sitting) -> View:
    return seen(sitting, "NOR")


def text(korea, id: str = "s-1653") -> tuple:
    return korea.clauses[id]


def test_of_its_own_vote_a_seat_is_sure(korea, sitting, own) -> None:
    o = at(sitting, own)
    assert estimate(o, text(korea, "res-82"), "NOR") == Estimate("yes", 1.0, "it is our own vote")


def test_of_a_text_on_the_table_its_own_vote_is_the_one_it_would_cast(korea, sitting, own) -> None:
    """Norway is nearly won for help; the name of its patron under the text wins it, and the count says so."""
    issue = next(k.issues for k in korea.open.clauses if k.id == "assist")
    positions = {max(issue, key=lambda i: abs(issue[i])): Position(0.7, 2.0)}
    told = replace(own, brief=replace(own.brief, positions=positions, patrons=("USA",), red_lines=()))
    draft = Draft("S/1", ("USA",), (Clause("assist"),), 1)
    found = frozenset({"determine_breach"})
    o = at(sitting, told, drafts={"S/1": draft}, adopted=found)
    assert o.weigh(draft).vote == "yes"
    assert estimate(o, draft.clauses, "NOR").vote == "yes"
    assert estimate(at(sitting, told, drafts={}, adopted=found), draft.clauses, "NOR").vote == "abstain"


def test_a_sponsor_stands_by_its_text_while_it_is_unchanged(korea, sitting, own) -> None:
    draft = Draft("S/1", ("RUS",), text(korea), 1)
    o = at(sitting, own, drafts={"S/1": draft})
    assert estimate(o, text(korea), "RUS")[:2] == ("yes", 0.97)
    o = at(sitting, own, drafts={"S/1": replace(draft, revision=1)})
    assert estimate(o, text(korea), "RUS").sure < 0.97


def test_what_is_announced_is_believed_though_it_be_a_lie(korea, sitting, own) -> None:
    """Norway does not read France's brief, by which France votes yes; it hears that France will veto."""
    drafts = {"S/1": Draft("S/1", ("USA",), text(korea, "res-83"), 1)}
    o = at(sitting, own, drafts=drafts, stances={"S/1": {"FRA": "no"}})
    assert estimate(o, drafts["S/1"].clauses, "FRA")[:2] == ("no", 0.9)
    assert count(o, drafts["S/1"].clauses).blocking == ("FRA",)


def test_words_spoken_change_what_is_expected(korea, sitting, own) -> None:
    issue = next(iter(own.open.clauses[0].issues))
    bears = {c.kind for c in text(korea, "res-83")}
    issues = {i for k in own.open.clauses if k.id in bears for i in k.issues} | {issue}
    for_it = at(sitting, own, positions={"EGY": dict.fromkeys(issues, "for")})
    against = at(sitting, own, positions={"EGY": dict.fromkeys(issues, "against")})
    yes, no = (estimate(o, text(korea, "res-83"), "EGY") for o in (for_it, against))
    assert (yes.vote, no.vote) == ("yes", "no")
    assert yes.sure > UNKNOWN < no.sure
    assert "it spoke for it" in yes.reason


def test_a_vote_before_tells_of_the_next_on_the_same_issues(korea, sitting, own) -> None:
    votes = {c.kind: {"EGY": "no", "CUB": "yes"} for c in text(korea, "res-83")}
    o = at(sitting, own, subjects=votes)
    assert estimate(o, text(korea, "res-83"), "CUB").vote == "yes"
    assert estimate(o, text(korea, "res-83"), "EGY").vote == "no"


def promised(status: str = "accepted", number: int = 7) -> Papers:
    give, want = Term("vote", "S/1", "yes"), Term("vote", "S/2", "yes")
    return Papers(deals={number: Deal(number, "EGY", "NOR", give, want, status)})


def test_h7_a_promise_is_counted_on_and_less_of_one_who_broke_faith(korea, sitting, own) -> None:
    drafts = {"S/1": Draft("S/1", ("USA",), text(korea, "s-1653"), 1)}
    o = at(sitting, own, papers=promised(), drafts=drafts)
    kept = estimate(o, drafts["S/1"].clauses, "EGY")
    o = at(sitting, own, papers=promised(), drafts=drafts)
    o.memory.breakers.add(7)
    broken = estimate(o, drafts["S/1"].clauses, "EGY")
    assert kept.vote == broken.vote == "yes"
    assert kept.sure > 2 * broken.sure


def test_a_note_that_refuses_a_clause_is_remembered(korea, sitting, own) -> None:
    kind = text(korea, "res-83")[-1].kind
    title = next(k.title for k in own.open.clauses if k.id == kind)
    note = Note("EGY", "NOR", f"We cannot vote for “{title}”.")
    o = at(sitting, own, papers=Papers(notes=note))
    assert estimate(o, text(korea, "res-83"), "EGY").vote == "no"
    assert "note" in estimate(o, text(korea, "res-83"), "EGY").reason
    mine = Note("NOR", "EGY", f"We cannot vote for “{title}”.")
    assert estimate(at(sitting, own, papers=Papers(notes=mine)), text(korea, "res-83"), "EGY").vote != "no"


def test_those_near_on_the_line_are_taken_to_be_like_oneself(korea, sitting, own) -> None:
    points = {"NOR": 0.8, "FRA": 0.9, "RUS": -2.5}
    electors = tuple(Elector(code, code, "Western", ideal) for code, ideal in points.items())
    placed = replace(own, open=replace(own.open, electorates=(Electorate("1946-01-01", electors),)))
    o = at(sitting, placed)
    near, far = (estimate(o, text(korea, "res-82"), seat) for seat in ("FRA", "RUS"))
    assert near.vote == "yes"
    assert near.sure > far.sure == 0.0


def test_the_poles_of_an_issue_are_known_before_a_word_is_said(korea, sitting, own) -> None:
    """Egypt has said nothing yet; as a pole it is expected to object, until its own words say otherwise."""
    issue = max(korea.open.clauses, key=lambda k: k.id == "assist").issues
    poles = tuple(replace(i, poles=("EGY", "USA")) if i.id in issue else i for i in own.open.issues)
    told = replace(own, open=replace(own.open, issues=poles))
    quiet = {"positions": {}, "subjects": {}, "stances": {}, "drafts": {}}
    clauses = (Clause("assist"),)
    expected = estimate(at(sitting, told, **quiet), clauses, "EGY")
    assert expected.vote == "no"
    assert expected.sure >= UNKNOWN
    assert "it is known to all to be against it" in expected.reason
    assert estimate(at(sitting, told, **quiet), clauses, "USA").vote == "yes"
    spoken = quiet | {"positions": {"EGY": dict.fromkeys(issue, "for")}}
    assert estimate(at(sitting, told, **spoken), clauses, "EGY").vote != "no"


@pytest.mark.parametrize(
    ("pack", "draft", "accused"),
    [
        ("ukraine-2022", "s-2022-155", "RUS"),
        ("abyssinia-1935", "oct-six", "ITA"),
        ("korea-1950", "s-1653", "RUS"),
        ("kuwait-1990", "s-21969", "CUB"),
    ],
)
def test_nobody_expects_the_party_accused_to_vote_for_it(pack: str, draft: str, accused: str) -> None:
    """As the date of the text opens, before anybody has spoken there, whoever sits at the table."""
    scenario = load(CRISES / pack)
    sitting, text = Sitting.begin(scenario, {}, seed=1), scenario.draft[draft]
    while sitting.state.chamber.stage_id != text.stage or sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    for seat in sitting.state.chamber.members:
        if seat != accused and view(sitting.state, seat).brief is not None:
            told = estimate(at(sitting, view(sitting.state, seat)), text.clauses, accused)
            assert told.vote == "no", (seat, told)


def test_nothing_it_estimates_comes_from_anothers_brief(korea, sitting) -> None:
    """Everybody else's brief is poisoned, and every estimate stays what it was."""
    state = sitting.state
    briefs = {
        seat: brief
        if seat == "NOR"
        else replace(brief, positions={i: Position(-3.0, 3.0) for i in brief.positions}, patrons=("RUS",))
        for seat, brief in state.scenario.sealed.briefs.items()
    }
    poisoned = Scenario(state.scenario.open, replace(state.scenario.sealed, briefs=briefs))
    for clauses in korea.clauses.values():
        plain = count(at(sitting, seen(sitting, "NOR")), clauses)
        other = count(at(sitting, seen(sitting, "NOR", poisoned)), clauses)
        assert plain == other


def test_v2_v4_a_count_needs_seven_and_no_veto(korea, sitting, own) -> None:
    clauses = text(korea, "res-83")
    drafts = {"S/1": Draft("S/1", ("USA",), clauses, 1)}
    seats = [s for s in own.chamber.members if s != "NOR"]

    def counted(**others: str) -> Canvass:
        told = dict.fromkeys(seats, "abstain") | others
        return count(at(sitting, own, drafts=drafts, stances={"S/1": told}, absent={}), clauses)

    six = counted(**dict.fromkeys(("CUB", "ECU", "CHN", "FRA"), "yes"))
    assert (len(six.yes), six.carries) == (6, False)
    seven = counted(**dict.fromkeys(("CUB", "ECU", "CHN", "FRA", "IND"), "yes"))
    assert (len(seven.yes), seven.carries) == (7, True)
    vetoed = counted(**dict.fromkeys(("CUB", "ECU", "CHN", "IND", "EGY", "YUG"), "yes"), FRA="no")
    assert (len(vetoed.yes) >= 7, vetoed.carries, vetoed.blocking) == (True, False, ("FRA",))
    assert seven.odds > six.odds
    assert set(seven.yes) | set(seven.no) | set(seven.abstain) | set(seven.unknown) == set(
        own.chamber.members
    )


def test_who_is_absent_is_not_counted(korea, sitting, own) -> None:
    assert "RUS" in own.chamber.absent
    assert "RUS" not in count(at(sitting, own), text(korea)).estimates


def test_l4_before_the_league_one_no_prevents_a_text(korea, sitting, own) -> None:
    placed = replace(own, open=replace(own.open, body="league_council"))
    drafts = {"S/1": Draft("S/1", ("USA",), text(korea, "res-83"), 1)}
    everybody = dict.fromkeys(own.chamber.members, "yes")
    agreed = at(sitting, placed, drafts=drafts, stances={"S/1": everybody})
    assert count(agreed, text(korea, "res-83")).carries
    alone = at(sitting, placed, drafts=drafts, stances={"S/1": everybody | {"EGY": "no"}})
    prevented = count(alone, text(korea, "res-83"))
    assert (prevented.carries, prevented.blocking) == (False, ("EGY",))


def test_a_canvass_for_a_person_is_that_of_a_delegate_in_the_seat(korea, sitting, own) -> None:
    docket, heard = Docket(sitting.state, "NOR"), sitting.record_for("NOR")
    asked = canvass(own, docket, heard, text(korea))
    assert asked == count(at(sitting, own), text(korea))
    with pytest.raises(LookupError):
        canvass(view(sitting.state), docket, (), text(korea))


def test_an_estimate_is_kept_until_something_is_said(korea, sitting, own) -> None:
    delegate = take_seat("steadfast", "NOR")
    docket = Docket(sitting.state, "NOR")
    o = delegate.occasion(own, docket)
    first = count(o, text(korea))
    assert count(o, text(korea)) is first
    spoken = replace(own, chamber=replace(own.chamber, positions={"EGY": {"breach": "against"}}))
    assert count(delegate.occasion(spoken, docket), text(korea)) is not first


@given(
    st.lists(st.tuples(st.sampled_from(("yes", "no", "abstain")), st.floats(0, 1)), min_size=1, max_size=8),
    st.integers(1, 8),
)
def test_odds_are_a_chance_and_certain_when_all_is_sure(votes: list[tuple[str, float]], bar: int) -> None:
    told = {f"S{i}": Estimate(vote, sure, "") for i, (vote, sure) in enumerate(votes)}
    blocking = frozenset(("S0",))
    assert 0.0 <= _odds(told, Needs(bar, blocking)) <= 1.0 + 1e-9
    certain = {seat: e._replace(sure=1.0) for seat, e in told.items()}
    carried = sum(e.vote == "yes" for e in told.values()) >= bar and told["S0"].vote != "no"
    assert _odds(certain, Needs(bar, blocking)) == pytest.approx(float(carried))


def _guesses(sitting: Sitting) -> tuple[int, int, int]:
    """The first voter's estimates before each vote on a draft: those right, all, and votes that were yes."""
    right = made = yes = 0
    told: dict[str, Estimate] = {}
    votes: dict[str, str] = {}
    while sitting.step():
        chamber: Chamber = sitting.state.chamber
        ballot = chamber.ballot
        if ballot is not None and ballot.kind == "draft" and chamber.phase is Phase.BALLOT:
            if not ballot.votes:
                asker = ballot.voters[0]
                o = at(sitting, view(sitting.state, asker))
                told = dict(count(o, chamber.drafts[ballot.draft].clauses).estimates)
                del told[asker]
            votes = ballot.votes
        elif told:
            for seat, e in told.items():
                real = votes.get(seat, "abstain")
                right += e.vote == (real if real in ("yes", "no") else "abstain")
                yes += real == "yes"
                made += 1
            told = {}
    return right, made, yes


@pytest.mark.parametrize("pack", ["korea-1950", "ukraine-2022"])
def test_estimates_are_better_than_to_expect_a_yes_and_not_always_right(pack: str) -> None:
    right, made, yes = _guesses(Sitting.begin(load(CRISES / pack), {}, seed=3))
    assert made > 50
    assert yes / made + 0.05 < right / made < 1.0
