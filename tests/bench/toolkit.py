"""Figures of the author's toolkit: sittings a second by level, with two processes, in how much memory; how
long the longest turn of a scripted seat is; and how long an author waits for `validate` when nothing of the
pack is remembered.

Run them on a machine that does nothing else: two processes need two cores.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from game.author.simulate import simulate
from game.packs import load
from game.sitting import Sitting
from tests.bench.figures import Figure, seconds

PACK = "korea-1950"
PACKS = (PACK, "abyssinia-1935", "kuwait-1990", "ukraine-2022")
WANTED = {"novice": 250.0, "seasoned": 100.0, "veteran": 15.0}
"""Sittings a second on one core, by level of the delegates."""
RUNS = {"novice": 2000, "seasoned": 1000, "veteran": 200}
TURNS = {"seasoned": 10, "veteran": 2}
"""Sittings of each pack in which turns are timed."""
HELD = 0.1
"""Seconds that one turn may hold the screen."""
GAIN = 1.8
"""How much more two processes should do than one."""
PATIENCE = 0.6
"""Seconds `validate` may take."""
_WEIGHED = """
import re, sys
from pathlib import Path
from game.author.simulate import simulate
simulate(sys.argv[1], int(sys.argv[2]), 1)
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


def figures() -> Iterator[Figure]:
    """Take all figures of this room."""
    for level in WANTED:
        for length in ("full", "short"):
            yield simulated(level, length, RUNS[level])
        yield played(level)
    for level, runs in TURNS.items():
        yield longest_turn(level, runs)
    yield in_two_processes(RUNS["novice"])
    yield two_processes()
    yield memory()
    yield validated()


def _rate(runs: int, level: str, length: str = "full", jobs: int = 1) -> float:
    """Return the sittings a second of a simulation."""
    return runs / seconds(lambda: simulate(PACK, runs, 1, level=level, length=length, jobs=jobs))


def _rate_of_a_core(runs: int, act: Callable[[], object]) -> float:
    """Return the sittings a second of a core, whatever else keeps the machine busy."""
    begun = time.process_time()
    act()
    return runs / (time.process_time() - begun)


def simulated(level: str, length: str, runs: int) -> Figure:
    """Say how many sittings a second are simulated on one core, against those wanted."""
    _rate(2, level, length)
    rate = _rate_of_a_core(runs, lambda: simulate(PACK, runs, 1, level=level, length=length))
    said = f"{rate:.0f} a second on one core, {runs} of them; {WANTED[level]:.0f} wanted"
    return Figure(f"simulate {level} {length}", WANTED[level] / rate, said, most=1.0)


def played(level: str, runs: int = 12) -> Figure:
    """Say how many sittings a second are played from beginning to end, no course of theirs being known."""
    scenario = load(PACK)

    def play(seeds: range) -> None:
        for seed in seeds:
            Sitting.begin(scenario, seed=seed, level=level).run()

    play(range(1))
    rate = _rate_of_a_core(runs, lambda: play(range(runs)))
    return Figure(f"played out, {level}", WANTED[level] / rate, f"{rate:.0f} a second on one core")


def longest_turn(level: str, runs: int) -> Figure:
    """Say how long the longest turn of a scripted seat or the world is, in any pack, and what it may be."""
    longest, where = 0.0, ""
    for pack in PACKS:
        scenario = load(pack)
        for seed in range(runs + 1):  # the first makes ready what all share
            sitting = Sitting.begin(scenario, seed=seed, level=level)
            while True:
                begun = time.process_time()
                thought = sitting.ponder()
                taken = time.process_time() - begun
                if seed and taken > longest:
                    longest, where = taken, f"{pack}, seed {seed}, act {len(sitting.acts) + 1}"
                if thought is None:
                    break
                sitting.heed(thought)
    said = f"{longest * 1000:.0f} ms at most, {runs} sittings of each of {len(PACKS)} packs: {where}"
    return Figure(f"longest turn, {level}", longest / HELD, said, most=1.0)


def in_two_processes(runs: int) -> Figure:
    """Say how many sittings of novices two processes simulate in a second, against those wanted."""
    rate, wanted = _rate(runs, "novice", jobs=2), GAIN * WANTED["novice"]
    said = f"{rate:.0f} a second in two processes, {runs} of them; {wanted:.0f} wanted"
    return Figure("simulate novice, two", wanted / rate, said, most=1.0)


def two_processes(level: str = "seasoned", runs: int = 4000) -> Figure:
    """Compare two processes with one, against the gain wanted, where there is enough to do for both.

    Each learns the courses by itself, so that the gain grows with the runs.
    """
    one, two = _rate(runs, level), _rate(runs, level, jobs=2)
    said = f"{one:.0f} a second with one process, {two:.0f} with two: {two / one:.2f} times as many"
    return Figure("two processes", GAIN * one / two, said, most=1.0)


def memory(few: int = 100, many: int = 1000) -> Figure:
    """Compare the most memory a simulation of many sittings holds with that of a few."""

    def held(runs: int) -> int:
        command = [sys.executable, "-c", _WEIGHED, PACK, str(runs)]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    held(1)  # the pack is compiled and remembered
    little, much = held(few), held(many)
    said = f"{much / 1024:.0f} MB for {many} sittings, {little / 1024:.0f} MB for {few}"
    return Figure("memory", much / little, said, most=1.5)


def validated(times: int = 5) -> Figure:
    """Say how long `author validate` takes with an empty cache, against what it may."""
    with tempfile.TemporaryDirectory() as name:

        def validate(turn: int) -> float:
            environment = os.environ | {"XDG_CACHE_HOME": str(Path(name) / str(turn))}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            command = [sys.executable, "-m", "game", "author", "validate", PACK]
            return seconds(lambda: subprocess.run(command, env=environment, capture_output=True, check=True))

        taken = median([validate(turn) for turn in range(times + 1)][1:])
    return Figure("validate, cold", taken / PATIENCE, f"{taken:.2f} s of {PATIENCE:g} s", most=1.0)
