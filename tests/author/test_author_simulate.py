"""Simulation: the same counts every time, in one process or several, and what breaks off is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins

from game.author import playing
from game.author.casting import AS_ASKED, LEAST_CHUNK, Cast, Chunks, Plan, Terms
from game.author.playing import packed, play_seeds
from game.author.simulate import Outcome, simulate
from game.packs import PackError, load
from game.sitting import Sitting, SittingError

TINY = str(Path(__file__).parent.parent / "data" / "packs" / "tiny")


def counts(outcome: Outcome) -> dict[str, object]:
    """An outcome without what depends on the clock."""
    timed = ("seconds", "sittings_per_second", "jobs", "slowest")
    return {name: value for name, value in to_builtins(outcome).items() if name not in timed}


def test_the_same_seeds_give_the_same_counts() -> None:
    assert counts(simulate(TINY, 3, 5)) == counts(simulate(TINY, 3, 5))


def test_every_sitting_is_counted_once() -> None:
    outcome = simulate(TINY, 4, 1)
    assert outcome.runs == sum(outcome.endings.values()) == 4
    assert outcome.refusals == 0
    assert outcome.broken == {}
    assert outcome.acts > 100
    assert 0 < outcome.credibility < 1
    assert set(outcome.adopted) <= set(outcome.draft_titles)
    assert outcome.sittings_per_second > 0


def test_processes_count_as_one_does() -> None:
    runs = LEAST_CHUNK + 2
    assert counts(simulate(TINY, runs, 1, jobs=2)) == counts(simulate(TINY, runs, 1))


@given(
    st.dictionaries(
        st.sampled_from([AS_ASKED, Cast("USA", "aimless"), Cast(level="novice")]), st.integers(1, 5000)
    ),
    st.integers(1, 9),
    st.data(),
)
def test_chunks_hold_every_seed_once_whatever_the_speed(
    runs: dict[Cast, int], jobs: int, data: st.DataObject
) -> None:
    chunks, seen = Chunks(Plan(10, runs), jobs), {cast: list[int]() for cast in runs}
    for cast, seeds in chunks:
        seen[cast] += seeds
        last = seen[cast][-1] == 9 + runs[cast]
        assert last or len(seeds) >= LEAST_CHUNK
        chunks.paced(len(seeds), data.draw(st.sampled_from([1e-6, 0.01, 1.0, 1e6])))
    assert seen == {cast: list(range(10, 10 + n)) for cast, n in runs.items()}


def test_a_chunk_takes_about_a_second_and_leaves_some_for_every_worker() -> None:
    chunks = Chunks(Plan(1, {AS_ASKED: 100_000}), 2)
    assert len(next(chunks).seeds) == LEAST_CHUNK
    chunks.paced(25, 0.05)
    assert len(next(chunks).seeds) == 500
    chunks.paced(500, 60.0)
    assert len(next(chunks).seeds) == LEAST_CHUNK
    chunks.paced(25, 0.0)
    assert len(next(chunks).seeds) == 100_000 // 8


def test_a_sitting_that_breaks_off_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(sitting: Sitting, most: int) -> int:
        if sitting.state.seed == 2:
            raise SittingError("nobody may act")
        return Sitting.run(sitting, most)

    class Breaking(Sitting):
        run = breaks

    monkeypatch.setattr(playing, "Sitting", Breaking)
    tally = play_seeds(packed(load(TINY)), Terms(), AS_ASKED, range(1, 4))
    assert tally.broken == {2: "SittingError: nobody may act"}
    assert tally.endings["broken"] == 1
    assert tally.runs == sum(tally.endings.values()) == 3


def test_a_sitting_that_stands_still_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "MOST_STEPS", 3)
    outcome = simulate(TINY, 1, 1)
    assert outcome.endings == {"broken": 1}
    assert outcome.broken == {1: "it stood still after 4 acts."}
    assert outcome.credibility == 0.0


def test_a_pack_that_is_not_there_is_refused() -> None:
    with pytest.raises(PackError):
        simulate("no-such-crisis", 1, 1)
