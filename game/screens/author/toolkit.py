"""The face of the author's toolkit as the screens see it: what they may ask of it, and nothing more.

`game.author.toolbox.Toolbox` has this face; the command line hands it to the screens, for the two rooms are
neighbours and know nothing of each other. Every answer may take its time: it is asked for in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from game.packs import Problem
from game.session.scenario import Scenario

Heard = Callable[[int, int], bool]
"""Told how many sittings are done, and of how many; answers whether to go on."""


class Toolkit(Protocol):
    """The tools for authors of crises."""

    def examine(self, folder: str) -> Sequence[Problem]:
        """Return everything that is wrong with a pack, the gravest first, also that it is nowhere."""

    def manual(self, code: str) -> str:
        """Return the manual page of a check, empty for a complaint that has none."""

    def preview(self, scenario: Scenario, width: int) -> Sequence[str]:
        """Return a crisis as a reader sees it, in lines of at most `width` columns."""

    def outline(self, scenario: Scenario, width: int) -> Sequence[str]:
        """Return what opens stages, lets things happen and leads to endings, in lines likewise."""

    def hindcast(self, scenario: Scenario) -> Sequence[str]:
        """Return history's votes against the delegates', in lines."""

    def history(self, scenario: Scenario) -> Sequence[str]:
        """Return history's own line replayed, beside what the pack says of it, in lines."""

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
        """Play a crisis many times and return the report in lines; what was done until `heard` says no is
        kept. Raises PackError, OSError and RuntimeError, each with a sentence.
        """

    def begin(self, answers: Mapping[str, str]) -> Path:
        """Write a small crisis and return its folder; ValueError or PlaceError, in a sentence."""

    def copy(self, folder: str, id: str) -> Path:
        """Copy a crisis under another name among one's own and return the new folder; ValueError, PackError
        or PlaceError, in a sentence.
        """

    def close(self) -> None:
        """Let go of every process that was begun."""
