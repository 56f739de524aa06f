"""Simulations shared out to processes, any executor, a Dask cluster: the same counts, and nothing lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from msgspec import to_builtins

from game.author import cluster, playing
from game.author.casting import AS_ASKED, LEAST_CHUNK, Cast, Chunks, Plan, Terms, first
from game.author.counted import counted
from game.author.counting import Tally
from game.author.sharing import AHEAD, handed_to
from game.author.simulate import Outcome, simulate
from game.cli.delegate import delegates_of
from game.delegates import LEVELS
from game.packs import load
from game.screens import Start
from game.screens.loading import plan_of
from game.session.scenario import Scenario
from game.sitting import begin_at

TINY = str(Path(__file__).parent.parent / "data" / "packs" / "tiny")
RUNS = 2 * LEAST_CHUNK + 3


def counts(outcome: Outcome) -> dict[str, object]:
    """An outcome without what depends on the clock."""
    timed = ("seconds", "sittings_per_second", "jobs", "slowest")
    return {name: value for name, value in to_builtins(outcome).items() if name not in timed}


class Backwards(Executor):
    """An executor that does at once what it is given, and says last what it did first."""

    def __init__(self) -> None:
        self.given: list[tuple[Future[Any], Any]] = []
        self.most = 0

    def submit(self, work: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.given.append((future, work(*args, **more)))
        self.most = max(self.most, len(self.given))
        if len(self.given) == AHEAD:
            self.finish()
        return future

    def finish(self) -> None:
        while self.given:
            future, result = self.given.pop()
            future.set_result(result)


def test_threads_and_an_executor_that_answers_backwards_count_as_one_process_does() -> None:
    usual = counts(simulate(TINY, RUNS, 1))
    with ThreadPoolExecutor(2) as pool:
        assert counts(simulate(TINY, RUNS, 1, pool=pool, jobs=2)) == usual
    backwards = Backwards()
    assert counts(simulate(TINY, RUNS, 1, pool=backwards)) == usual


def test_processes_count_what_is_varied_as_one_does() -> None:
    asked: dict[str, Any] = {"vary": ("seat", "level"), "level": "novice", "length": "short"}
    assert counts(simulate(TINY, 30, 1, jobs=2, **asked)) == counts(simulate(TINY, 30, 1, **asked))


def test_only_so_many_chunks_are_under_way_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.author.sharing.play_seeds", lambda *asked: Tally(runs=len(asked[-1])))
    pool, heard = Backwards(), Tally()
    chunks = Chunks(Plan(1, {AS_ASKED: 99 * LEAST_CHUNK}), 1000)
    handed_to(pool, b"", Terms(), chunks, 1, lambda cast, tally: heard.add(tally))
    assert heard.runs == 99 * LEAST_CHUNK
    assert pool.most == AHEAD


class Failing(Executor):
    """An executor that does the first piece of work and fails at the next."""

    def __init__(self, fault: BaseException) -> None:
        self.fault = fault
        self.did = 0

    def submit(self, work: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.did += 1
        if self.did == 1:
            future.set_result(work(*args, **more))
        elif isinstance(self.fault, KeyboardInterrupt):
            raise self.fault
        else:
            future.set_exception(self.fault)
        return future


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (KeyboardInterrupt(), "interrupted"),
        (BrokenProcessPool("it died\nhere"), "work was lost (BrokenProcessPool: it died)"),
        (CancelledError(), "work was lost (CancelledError)"),
    ],
)
def test_what_was_finished_is_kept_whatever_stops_the_rest(fault: BaseException, why: str) -> None:
    told = simulate(TINY, RUNS, 1, pool=Failing(fault))
    assert (told.runs, told.cut_short, told.interrupted) == (LEAST_CHUNK, why, True)
    assert counts(told)["endings"] == counts(simulate(TINY, LEAST_CHUNK, 1))["endings"]


def test_an_interruption_of_processes_keeps_every_finished_chunk() -> None:
    def heard(done: int, wanted: int) -> None:
        if done >= LEAST_CHUNK:
            os.kill(os.getpid(), signal.SIGINT)

    told = simulate(TINY, 8 * LEAST_CHUNK, 1, jobs=2, heard=heard)
    assert told.interrupted
    assert LEAST_CHUNK <= told.runs < 8 * LEAST_CHUNK
    assert told.runs % LEAST_CHUNK == 0
    assert sum(told.endings.values()) == told.runs


def test_a_process_that_is_killed_costs_only_what_was_not_finished() -> None:
    def heard(done: int, wanted: int) -> None:
        for child in active_children():
            child.kill()

    told = simulate(TINY, 20 * LEAST_CHUNK, 1, jobs=2, heard=heard)
    assert told.cut_short.startswith("work was lost (BrokenProcessPool: ")
    assert 0 < told.runs < 20 * LEAST_CHUNK


def test_a_dask_cluster_counts_as_one_process_does() -> None:
    distributed = pytest.importorskip("distributed", reason="the extra horseshoe[cluster] is not installed")
    from game.author.cluster import joined

    quietly = {"dashboard_address": None, "silence_logs": 50}
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=2, processes=False, protocol="tcp", **quietly
        ) as local,
        joined(local.scheduler_address) as (pool, workers),
    ):
        assert workers == 2
        told = simulate(TINY, RUNS, 1, pool=pool, jobs=workers, vary=["seat"])
    assert counts(told) == counts(simulate(TINY, RUNS, 1, vary=["seat"]))


def test_a_cluster_without_workers_is_told() -> None:
    distributed = pytest.importorskip("distributed", reason="the extra horseshoe[cluster] is not installed")
    from game.author.cluster import ClusterError, joined

    quietly = {"dashboard_address": None, "silence_logs": 50}
    with distributed.LocalCluster(n_workers=0, processes=False, protocol="tcp", **quietly) as local:  # noqa: SIM117
        with pytest.raises(ClusterError, match="has no workers"), joined(local.scheduler_address):
            pass


def test_workers_of_another_version_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Client:
        def run(self, asked: Callable[[], str]) -> dict[str, str]:
            return {"one": asked(), "other": "0.0"}

    assert not cluster._alike(Client())
    assert not cluster._alike(object())


def test_a_pack_is_handed_over_whole() -> None:
    scenario = load(TINY)
    assert playing._unpacked(playing.packed(scenario)) == scenario


def test_every_level_is_played_with_the_same_seeds() -> None:
    told = simulate(TINY, 3, 7, vary=["level"])
    assert [x.level for x in told.levels] == list(LEVELS)
    assert {x.runs for x in told.levels} == {3}
    usual = next(x for x in told.levels if x.level == "seasoned")
    assert (usual.endings, usual.distance, usual.met) == (told.endings, 0.0, told.met)
    alone = simulate(TINY, 3, 7, level="novice")
    assert next(x for x in told.levels if x.level == "novice").endings == alone.endings
    assert alone.level == "novice"


def test_each_seat_is_tried_with_each_other_temperament() -> None:
    told = simulate(TINY, 10, 1, vary=["temperament"])
    scenario = load(TINY)
    own = {seat: brief.temperament for seat, brief in scenario.sealed.briefs.items()}
    tried = {(m.seat, m.temperament) for m in (*told.matters, *told.temperaments)}
    assert {m.temperament for m in told.matters} == {"aimless"}
    assert ("USA", "follower") in tried
    assert not {(seat, kind) for seat, kind in tried if kind in (own[seat], "recorded")}


def test_each_seat_is_tried_alone_in_each_way_and_its_objectives_are_counted() -> None:
    told = simulate(TINY, 3, 1, vary=["skill"])
    seats = list(told.met)
    ways = ["aimless", *LEVELS]
    assert [(x.seat, x.way) for x in told.skills] == [(s, w) for s in first(load(TINY)) for w in ways]
    assert {x.runs for x in told.skills} == {3}
    usual = {x.seat: x for x in told.skills if x.way == "seasoned"}
    assert {seat: usual[seat].met for seat in seats} == pytest.approx(told.met, abs=1e-3)
    assert all(x.distance == 0 for x in usual.values())
    assert all(x.interval[0] <= x.met <= x.interval[1] for x in told.skills)
    assert "by the skill of one seat" in "\n".join(counted(told))


def test_what_cannot_be_varied_is_refused() -> None:
    with pytest.raises(
        ValueError, match="Nothing is varied by 'weather'; there are: seat, level, temperament, skill"
    ):
        simulate(TINY, 1, 1, vary=["weather"])


@pytest.mark.parametrize("cast", [Cast("USA", "aimless"), Cast("USA", level="novice"), Cast(level="novice")])
def test_what_is_reopened_is_the_sitting_that_was_counted(cast: Cast) -> None:
    scenario, how = load(TINY), cast.temperament or cast.level
    tally = playing.play_seeds(playing.packed(scenario), Terms(level="veteran"), cast, range(3, 4))
    asked = [f"{seat}={how}" for seat in ((cast.seat,) if cast.seat else first(scenario))]
    temperaments, levels = delegates_of(scenario, asked)
    start = Start(TINY, seed=3, watch=True, level="veteran", temperaments=temperaments, levels=levels)
    plan = plan_of(start, scenario)
    sitting = begin_at(
        scenario, first_stage(scenario), plan.holders, seed=plan.seed, level=plan.level, levels=plan.levels
    )
    sitting.run()
    assert tally.acts == len(sitting.acts)
    assert dict(tally.endings) == {sitting.state.chamber.ending: 1}


def first_stage(scenario: Scenario) -> str:
    return scenario.sealed.stages[0].id
