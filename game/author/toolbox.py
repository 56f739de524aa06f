"""The toolkit in one piece, for a front end that asks for it while somebody types.

What takes long is done in processes of their own, begun when first needed, so that keys are answered
meanwhile. It must never know who asks, and never leave a process behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from game.packs import Problem
    from game.session.scenario import Scenario

Heard = Callable[[int, int], bool]
Processes: TypeAlias = "Callable[[int], Executor]"


def processes(most: int) -> Executor:
    """Return an executor of processes begun afresh: a copy of this one would hold its threads' locks."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from game.author.interruption import end_at_once

    _begin_tracker()
    return ProcessPoolExecutor(most, mp_context=get_context("spawn"), initializer=end_at_once)


def _begin_tracker() -> None:
    """Begin what Python keeps watch over processes with, with the real standard error.

    Screens put a stand-in in its place that has no file, and one that is begun under it does not come up.
    """
    if os.name == "posix":
        from multiprocessing import resource_tracker

        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


class Toolbox:
    """All tools for authors; `pool` makes what they work in."""

    def __init__(self, pool: Processes = processes) -> None:
        """Begin with no process."""
        self._pool = pool
        self._reading: Executor | None = None

    def examine(self, folder: str) -> Sequence[Problem]:
        """Return everything that is wrong with a pack, the gravest first, also that it is nowhere.

        A pack that can be played is remembered, so that `packs.load` has it at once. RuntimeError when the
        process that reads is stopped time and again.
        """
        from concurrent.futures import BrokenExecutor

        for _ in range(2):  # a process that somebody stopped is begun again, once
            if self._reading is None:
                self._reading = self._pool(1)
            try:
                reading = self._reading.submit(examined, folder)
            except (OSError, ValueError):  # this computer lets no process begin: then it is read here
                self.close()
                return examined(folder)
            except BrokenExecutor:
                self.close()
                continue
            try:
                return reading.result()
            except BrokenExecutor:
                self.close()
        raise RuntimeError("The process that reads the crisis was stopped from outside; try again.")

    def manual(self, code: str) -> str:
        """Return the manual page of a check, empty for a complaint that has none."""
        from game.author.validate import manual

        return manual().get(code, "")

    def preview(self, scenario: Scenario, width: int) -> Sequence[str]:
        """Return a crisis as a reader sees it, in lines of at most `width` columns."""
        from game.author.preview import preview

        return list(preview(scenario, width))

    def outline(self, scenario: Scenario, width: int) -> Sequence[str]:
        """Return what opens stages, lets things happen and leads to endings, in lines likewise."""
        from game.author.outline import outline

        return list(outline(scenario, width))

    def hindcast(self, scenario: Scenario) -> Sequence[str]:
        """Return history's votes against the delegates', in lines."""
        from game.author.compared import compared
        from game.author.hindcast import hindcast

        return list(compared(scenario, hindcast(scenario)))

    def history(self, scenario: Scenario) -> Sequence[str]:
        """Return history's own line replayed, beside what the pack says of it, in lines."""
        from game.author.beside import beside, lines

        return list(lines(scenario, beside(scenario)))

    def play(
        self,
        folder: str,
        heard: Heard,
        *,
        runs: int,
        seed: int,
        length: str,
        level: str,
        vary: str,
        jobs: int,
    ) -> Sequence[str]:
        """Play a crisis many times and return the report in lines.

        Once `heard` says no, what was done until then is reported. Raises PackError for a pack that cannot be
        played, RuntimeError when nothing was played.
        """
        from game.author.counted import counted
        from game.author.simulate import Lost, simulate

        stopped: list[bool] = []

        def tell(done: int, wanted: int) -> None:
            if not stopped and not heard(done, wanted):
                stopped.append(True)
                raise KeyboardInterrupt

        pool = self._pool(jobs)
        try:
            outcome = simulate(
                folder, runs, seed, jobs=jobs, length=length, level=level, pool=pool,
                vary=(vary,) if vary else (), heard=tell,
            )  # fmt: skip
        except KeyboardInterrupt:
            raise RuntimeError("It was stopped before a sitting had ended.") from None
        except Lost as lost:
            raise RuntimeError(f"Nothing was played: {lost}.") from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        return list(counted(outcome))

    def begin(self, answers: Mapping[str, str]) -> Path:
        """Write a small crisis and return its folder; ValueError or PlaceError, in a sentence."""
        from game.author.new import Wish, begin

        return begin(Wish(**answers)).folder

    def copy(self, folder: str, id: str) -> Path:
        """Copy a crisis under another name among one's own and return the new folder; ValueError, PackError
        or PlaceError, in a sentence.
        """
        from game.author.copying import copied

        return copied(folder, id)

    def close(self) -> None:
        """Let go of every process that was begun."""
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.shutdown(wait=False, cancel_futures=True)


def examined(folder: str) -> list[Problem]:
    """Examine a pack; what can be played is kept where `packs.load` finds it. A process runs this."""
    from game.packs import PackError, inspect, load
    from game.packs.problems import LEVELS

    try:
        scenario, problems = inspect(folder)
    except PackError as fault:  # not raised further: it does not come whole from one process to another
        return list(fault.problems)
    if scenario is not None:
        load(folder)
    return sorted(problems, key=lambda x: (LEVELS.index(x.level), x))
