"""What a simulation says of its counts: intervals, extremes and seeds, seats that matter, anomalies."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from statistics import median as plain_median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins

from game.author import playing
from game.author.casting import AS_ASKED, Terms
from game.author.counted import counted
from game.author.counting import MOST_TOLD, Mark, Tally
from game.author.playing import packed, play_seeds
from game.author.shares import distance, median, wilson
from game.author.simulate import simulate
from game.packs import load
from game.sitting import Sitting, SittingError

TINY = str(Path(__file__).parent.parent / "data" / "packs" / "tiny")
COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50), min_size=1)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilsons_interval_is_that_of_the_books(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 5000), st.data())
def test_an_interval_holds_its_share(of: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, of))
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of + 1e-4
    assert hits / of - 1e-4 <= high <= 1


@given(st.lists(st.integers(-9, 9), min_size=1))
def test_the_median_of_counts_is_the_median_of_what_was_counted(values: list[int]) -> None:
    assert median(Counter(values)) == plain_median(values)


@given(COUNTS, COUNTS)
def test_a_distance_is_one_between_0_and_1_and_the_same_both_ways(
    ours: dict[str, int], theirs: dict[str, int]
) -> None:
    apart, chance = distance(ours, theirs)
    assert 0 <= apart <= 1
    assert chance >= 0
    assert distance(theirs, ours) == pytest.approx((apart, chance))
    assert distance(ours, ours)[0] == 0


def test_a_distance_is_half_of_all_differences_and_chance_shrinks_with_the_sample() -> None:
    assert distance({"a": 50, "b": 50}, {"a": 10})[0] == 0.5
    assert distance({"a": 5}, {"b": 5})[0] == 1
    few, many = (
        distance({"a": 50, "b": 50}, {"a": 6, "b": 4}),
        distance({"a": 500, "b": 500}, {"a": 60, "b": 40}),
    )
    assert few[0] == many[0]
    assert few[1] > many[1]
    assert math.isclose(few[1], math.sqrt(10) * many[1], rel_tol=0.01)


def test_tallies_keep_the_furthest_with_the_earliest_seed_and_forget_no_count() -> None:
    one = Tally(runs=2, longest=Mark(9, 4), narrowest=Mark(-1, 7), slowest=Mark(0.2, 3))
    two = Tally(runs=3, longest=Mark(9, 2), narrowest=Mark(1, 5), slowest=Mark(0.1, 1))
    one.margins.update([1, 1])
    two.margins.update([1, -2])
    one.add(two)
    assert one.runs == 5
    assert one.margins == {1: 3, -2: 1}
    assert (one.longest, one.narrowest, one.slowest) == (Mark(9, 2), Mark(1, 5), Mark(0.2, 3))


def test_of_what_goes_wrong_only_so_many_seeds_are_kept() -> None:
    total = Tally()
    for seed in range(0, 1000, 10):
        seeds = range(seed, seed + 10)
        total.add(Tally(broken=dict.fromkeys(seeds, "x"), refused=dict.fromkeys(seeds, 1)))
    assert len(total.broken) == len(total.refused) == MOST_TOLD


def test_what_is_counted_is_what_the_record_says() -> None:
    told = simulate(TINY, 4, 1)
    scenario = load(TINY)
    for text in scenario.draft:
        assert told.tabled.get(text, 0) >= told.adopted.get(text, 0) + told.vetoed.get(text, 0)
    assert told.margins is not None
    assert told.margins.votes >= sum(told.adopted.values())
    assert told.lengths is not None
    assert told.lengths.median <= told.lengths.longest
    sitting = Sitting.begin(scenario, seed=told.lengths.seed)
    sitting.run()
    assert len(sitting.acts) == told.lengths.longest
    assert set(told.vetoes) == {"CHN", "FRA", "RUS", "GBR", "USA"}
    assert set(told.met) == set(scenario.sealed.briefs)
    assert all(0 <= share <= 1 for shares in told.objectives.values() for share in shares.values())
    seen = {*told.endings, *told.unseen["endings"]}
    assert seen == {ending.id for ending in scenario.sealed.endings}
    assert told.upper_bound == 0.75


def test_the_report_has_all_of_it() -> None:
    text = "\n".join(counted(simulate(TINY, 10, 1, vary=["seat"])))
    heads = (
        "How they ended",
        "Happenings",
        "Texts",
        "Clauses adopted",
        "Never seen in 10",
        "Votes on texts: ",
    )
    heads += ("Vetoes: ", "Objectives met", "How much each seat matters", "Length: ", "Slowest sitting: ")
    assert [head for head in heads if head not in text] == []
    assert "in less than 30.0 %" in text


def test_every_seat_is_tried_without_aim_in_a_tenth_of_the_sittings() -> None:
    told = simulate(TINY, 20, 1, vary=["seat"])
    assert [m.seat for m in told.matters] == list(load(TINY).sealed.stages[0].members)
    assert {m.runs for m in told.matters} == {2}
    assert all(sum(m.endings.values()) == 2 for m in told.matters)
    assert told.runs == sum(told.endings.values()) == 20
    assert {m.seat for m in told.matters if m.distance > m.by_chance} >= {"USA"}


def test_the_names_of_the_figures_do_not_change() -> None:
    """Programs read them: a name may be added, none may go."""
    told = to_builtins(simulate(TINY, 2, 1, vary=["seat", "level", "temperament", "skill"], length="short"))
    top = "pack title runs asked interrupted cut_short seed length level jobs seconds sittings_per_second"
    top += " endings intervals expectations acts refusals credibility happenings clauses tabled adopted"
    top += " failed vetoed recommended own_texts unseen upper_bound margins draft_margins vetoes noes"
    top += " objectives met scores correlations lengths slowest matters temperaments levels"
    top += " skills anomalies broken ending_titles draft_titles happening_titles clause_titles"
    assert set(top.split()) <= told.keys()
    matter = {"seat", "temperament", "runs", "distance", "interval", "by_chance", "met", "endings"}
    within = {
        "matters": matter,
        "temperaments": matter,
        "levels": {"level", "runs", "endings", "intervals", "distance", "by_chance", "met"},
        "skills": {"seat", "way", "runs", "met", "interval", "distance", "by_chance"},
        "correlations": {"tracks", "correlation"},
    }
    for name, keys in within.items():
        assert all(keys <= row.keys() for row in told[name])
        assert told[name]
    assert {"votes", "median", "narrowest", "text", "seed"} <= told["margins"].keys()
    assert json.loads(json.dumps(told)) is not None


def test_without_being_asked_no_seat_is_varied() -> None:
    assert simulate(TINY, 2, 1).matters == ()


class Breaking(Sitting):
    """A sitting that breaks off at seed 2, and is interrupted at seed 4."""

    def run(self, most: int = 0) -> int:
        if self.state.seed == 2:
            raise SittingError("nobody may act")
        if self.state.seed == 4:
            raise KeyboardInterrupt
        self.refusals = 1 if self.state.seed == 3 else 0
        return super().run(most)


def test_every_anomaly_is_told_with_the_command_that_reopens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "Sitting", Breaking)
    told = simulate(TINY, 3, 1, length="short")
    assert [(x.kind, x.seed) for x in told.anomalies] == [("broken", 2), ("refused", 3)]
    assert told.anomalies[0].reopen == f"horseshoe play {TINY} --watch --seed 2 --length short"
    text = "\n".join(counted(told))
    assert "refused, seed 3: 1 act refused." in text
    assert told.anomalies[1].reopen in text
    tried = simulate(TINY, 1, 2, vary=["skill", "level"], level="novice", length="short")
    commands = {(x.seat, x.temperament, x.level): x.reopen for x in tried.anomalies if x.seed == 2}
    again = f"horseshoe play {TINY} --watch --seed 2 --length short --level novice"
    assert commands["", "", ""] == again
    assert commands["USA", "aimless", ""] == f"{again} --delegate USA=aimless"
    assert commands["USA", "", "veteran"] == f"{again} --delegate USA=veteran"
    assert commands["", "", "veteran"].startswith(f"{again} --delegate CHN=veteran,CUB=veteran,")
    assert "(CHN aimless)" in "\n".join(counted(tried))
    monkeypatch.setattr(playing, "MOST_STEPS", 3)
    assert [x.kind for x in simulate(TINY, 1, 1).anomalies] == ["stalled"]


def test_an_interruption_keeps_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "Sitting", Breaking)
    told = simulate(TINY, 50, 1)
    assert (told.runs, told.asked, told.interrupted) == (3, 50, True)
    assert "Interrupted: 3 of 50 were played" in "\n".join(counted(told))
    with pytest.raises(KeyboardInterrupt):
        simulate(TINY, 50, 4)


def test_who_waits_is_told_how_far_it_is() -> None:
    heard: list[tuple[int, int]] = []
    simulate(TINY, 3, 1, heard=lambda done, wanted: heard.append((done, wanted)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_tally_is_as_large_after_many_sittings_as_after_few() -> None:
    pack = packed(load(TINY))
    few, more = (play_seeds(pack, Terms(), AS_ASKED, range(1, last)) for last in (4, 13))
    fields = [name for name in Tally.__struct_fields__ if isinstance(getattr(few, name), dict)]
    ids = 2 * len(load(TINY).sealed.briefs) + 12
    assert all(len(getattr(more, name)) <= ids for name in fields)
