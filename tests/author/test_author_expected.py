"""Expectations of a pack against what was played, and how far tracks move together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import correlation

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.author import simulate as author
from game.author.casting import AIMLESS, AS_ASKED, Cast, Terms, expected_of, first, planned
from game.author.counted import counted
from game.author.counting import Tally, count, stage_ends
from game.author.expected import judged
from game.author.shares import about, between, distance, fisher
from game.author.simulate import simulate
from game.author.together import Together
from game.author.varied import most_moved
from game.packs import load
from game.session.events import StageOpened
from game.session.expectations import Bounds, Correlation, Expectations
from game.session.scenario import Scenario
from game.sitting import Sitting

TINY = str(Path(__file__).parent.parent / "data" / "packs" / "tiny")
SAMPLES = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 40), min_size=1)


def expecting(**what: object) -> Scenario:
    """The small crisis, expecting this of itself."""
    scenario = load(TINY)
    return replace(scenario, sealed=replace(scenario.sealed, expectations=Expectations(**what)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hits", "bounds", "verdict"),
    [
        (500, Bounds(0.4, 0.6), "met"),
        (500, Bounds(at_most=0.3, why="It is the rare one."), "missed"),
        (100, Bounds(at_least=0.2), "missed"),
        (210, Bounds(at_least=0.2), "open"),
        (195, Bounds(at_least=0.2), "open"),
        (0, Bounds(at_least=0.01), "missed"),
        (0, Bounds(at_most=0.01), "met"),
    ],
)
def test_a_share_is_judged_by_its_interval(hits: int, bounds: Bounds, verdict: str) -> None:
    tally = Tally(runs=1000, endings=Counter(repelled=hits), happenings=Counter({"seoul-falls": hits}))
    scenario = expecting(endings={"repelled": bounds}, happenings={"seoul-falls": bounds})
    ending, happening = judged(scenario, {AS_ASKED: tally})
    assert (ending.what, happening.what) == ("ending repelled", "happening seoul-falls")
    assert ending.verdict == happening.verdict == verdict
    assert (ending.expected, ending.why) == ((bounds.at_least, bounds.at_most), bounds.why)
    assert ending.low <= ending.seen == hits / 1000 <= ending.high


def test_a_seat_that_no_ending_hangs_on_is_felt_in_what_becomes_of_a_text() -> None:
    text, other = (d.id for d in load(TINY).open.drafts[:2])
    ends = Counter({"repelled": 60, "unanswered": 40})
    usual = Tally(runs=100, endings=ends, adopted=Counter({text: 90}), failed=Counter({text: 10, other: 50}))
    aimless = Tally(
        runs=100, endings=ends, adopted=Counter({text: 20}), vetoed=Counter({text: 30, other: 45})
    )
    scenario = expecting(seats={"USA": 0.5})
    moved = most_moved(scenario, usual, aimless)
    assert (moved.what, moved.distance) == (text, 0.8)
    assert moved.interval[0] < between({"a": 90, "b": 10}, {"a": 20, "c": 80})[0]  # several looks: wider
    (verdict,) = judged(scenario, {AS_ASKED: usual, Cast("USA", AIMLESS): aimless})
    assert (verdict.verdict, verdict.seen) == ("met", 0.8)
    assert text in verdict.why


def test_few_sittings_leave_a_share_open() -> None:
    tally = Tally(runs=2, endings=Counter(repelled=1))
    (told,) = judged(expecting(endings={"repelled": Bounds(0.4, 0.6)}), {AS_ASKED: tally})
    assert told.verdict == "open"


def test_a_seat_is_expected_to_matter_by_how_far_the_endings_move() -> None:
    scenario = expecting(seats={"USA": 0.3, "IND": 0.3})
    usual = Tally(runs=1000, endings=Counter(a=500, b=500))
    moved = Tally(runs=100, endings=Counter(a=100))
    still = Tally(runs=100, endings=Counter(a=50, b=50))
    totals = {AS_ASKED: usual, Cast("USA", AIMLESS): moved, Cast("IND", AIMLESS): still}
    usa, india = judged(scenario, totals)
    assert (usa.what, usa.seen, usa.verdict, usa.expected) == ("seat USA", 0.5, "met", (0.3, 1.0))
    assert (india.seen, india.verdict) == (0.0, "missed")
    assert [v.verdict for v in judged(scenario, {AS_ASKED: usual})] == ["open", "open"]


def test_a_star_stands_for_every_seat_not_named() -> None:
    scenario = expecting(seats={"*": 0.02, "USA": 0.2})
    expected = expected_of(scenario)
    assert set(expected) == set(first(scenario))
    assert (expected["USA"], expected["FRA"]) == (0.2, 0.02)
    assert set(planned(scenario, Terms(), 100, 1, ()).runs) == {AS_ASKED}
    tried = {Cast(seat, AIMLESS) for seat in first(scenario)}
    assert set(planned(scenario, Terms(), 100, 1, ("seat",)).runs) == {AS_ASKED, *tried}


def test_tracks_that_tell_the_same_story_are_told() -> None:
    tally, pair = Tally(runs=1000), ("a", "b")
    tally.tracks.follow(pair)
    for value in range(50):
        tally.tracks.see((value, 2 * value))
    bounds = (Correlation(pair, 0.95), Correlation(("b", "a"), 1.0))
    near, any_at_all = judged(expecting(correlations=bounds), {AS_ASKED: tally})
    assert (near.what, near.seen, near.verdict) == ("tracks a b", 1.0, "missed")
    assert (any_at_all.seen, any_at_all.verdict) == (1.0, "met")


def test_what_was_expected_is_played_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = expecting(seats={"USA": 0.9}, endings={"unanswered": Bounds(at_least=0.9, why="So it went.")})
    monkeypatch.setattr(author, "load", lambda pack: wanted)
    told = simulate(TINY, 30, 1)
    assert told.matters == ()
    untried = next(v for v in told.expectations if v.what == "seat USA")
    assert (untried.verdict, untried.low, untried.high) == ("open", 0, 1)
    assert "--vary seat" in untried.why
    told = simulate(TINY, 30, 1, vary=("seat",))
    assert {m.seat: m.runs for m in told.matters} == dict.fromkeys(first(wanted), 3)
    assert {v.what: v.verdict for v in told.expectations}["ending unanswered"] == "missed"
    text = "\n".join(counted(told))
    assert "What the pack expects" in text
    assert "missed  ending unanswered" in text
    assert "So it went." in text


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100)), min_size=2))
def test_correlations_of_sums_are_those_of_the_values_and_parts_add_up(rows: list[tuple[int, ...]]) -> None:
    whole, parts = Together(), [Together(), Together()]
    for sums in (whole, *parts):
        sums.follow(("a", "b", "c"))
    for place, row in enumerate(rows):
        whole.see(row)
        parts[place % 2].see(row)
    parts[1].add(parts[0])
    assert parts[1] == whole
    empty = Together()
    empty.add(whole)
    assert empty == whole
    columns = dict(zip("abc", zip(*rows, strict=True), strict=True))
    for one, other, found in whole.correlations():
        level = len(set(columns[one])) == 1 or len(set(columns[other])) == 1
        wanted = 0.0 if level else correlation(columns[one], columns[other])
        assert found == pytest.approx(wanted, abs=1e-3)


@given(SAMPLES, SAMPLES)
def test_the_interval_of_a_distance_holds_it(ours: dict[str, int], theirs: dict[str, int]) -> None:
    low, high = between(ours, theirs)
    assert 0 <= low <= distance(ours, theirs)[0] + 1e-4
    assert distance(ours, theirs)[0] - 1e-4 <= high <= 1


def test_a_distance_of_many_is_surer_than_one_of_few() -> None:
    assert between({"a": 60, "b": 40}, {"a": 4, "b": 6}) == pytest.approx((0, 0.4662), abs=0.05)
    low, high = between({"a": 6000, "b": 4000}, {"a": 400, "b": 600})
    assert 0.16 < low < 0.2 < high < 0.24
    assert between({}, {"a": 1}) == (0, 1)


def test_a_mean_is_told_with_its_interval() -> None:
    mean, (low, high) = about({0.0: 50, 1.0: 50})
    assert (mean, low, high) == pytest.approx((0.5, 0.402, 0.598), abs=1e-3)
    assert about({0.5: 10}) == (0.5, (0.5, 0.5))
    assert about({}) == (0, (0, 1))


def test_fishers_interval_is_that_of_the_books() -> None:
    assert fisher(0.5, 100) == pytest.approx((0.3366, 0.6341), abs=1e-4)
    assert fisher(-0.5, 100) == fisher(0.5, 100)
    assert fisher(0.9, 3) == (0, 1)


@pytest.mark.parametrize("pack", [TINY, "korea-1950", "abyssinia-1935"])
def test_tracks_are_seen_as_each_stage_ends_and_at_last_as_the_world_has_them(pack: str) -> None:
    sitting = Sitting.begin(load(pack), seed=3, length="short", level="novice")
    sitting.run()
    ends = list(stage_ends(sitting.scenario, sitting.record))
    assert ends[-1] == tuple(sitting.state.world.tracks[track.id] for track in sitting.scenario.open.tracks)
    assert len(ends) == sum(isinstance(event, StageOpened) for event in sitting.record)
    tally = Tally()
    count(sitting, 3, tally)
    assert tally.tracks.stages == len(ends)
    assert tally.tracks.sums == [round(100 * sum(values)) for values in zip(*ends, strict=True)]


def test_scores_and_own_objectives_add_up() -> None:
    told = simulate(TINY, 5, 1, vary=["seat"])
    for seat, scores in told.scores.items():
        assert sum(scores) == 5
        assert len(scores) == len(told.objectives[seat]) + 1
        mean = sum(n * met for met, n in enumerate(scores)) / 5 / len(told.objectives[seat])
        assert mean == pytest.approx(told.met[seat], abs=1e-3)
    assert all(0 <= m.met <= 1 for m in told.matters)


def test_margins_are_told_by_draft() -> None:
    told = simulate(TINY, 5, 1)
    assert told.margins is not None
    assert sum(m.votes for m in told.draft_margins.values()) == told.margins.votes
    for margin in told.draft_margins.values():
        assert margin.lowest <= margin.median <= margin.highest


def test_what_is_agreed_and_what_the_assembly_recommends_is_counted() -> None:
    told = simulate("ukraine-2022", 12, 1, level="novice")
    text = "\n".join(counted(told))
    assert (
        told.adopted.get("s-prst-2022-3", 0) + told.failed.get("s-prst-2022-3", 0)
        == told.tabled["s-prst-2022-3"]
    )
    assert told.recommended.keys() <= told.tabled.keys()
    assert told.recommended
    assert "recommended" in text
    assert set(told.own_texts) == {"tabled", "adopted", "failed", "vetoed", "recommended"}
    assert "recommended" not in "\n".join(counted(simulate(TINY, 1, 1)))


def test_l2_in_the_league_noes_that_prevent_unanimity_are_told_and_no_vetoes() -> None:
    told = simulate("abyssinia-1935", 2, 1, length="short")
    text = "\n".join(counted(told))
    assert told.vetoes == {}
    assert "Vetoes" not in text
    assert told.noes == {} or "Noes that prevented unanimity: " in text
    assert simulate(TINY, 1, 1).noes == {}
