"""Everything that is wrong with a pack, at its level, and the manual page of each complaint.

It reads a pack through `game.packs` and judges nothing itself.
"""

from __future__ import annotations

from inspect import cleandoc

from msgspec import Struct

from game.packs import inspect
from game.packs.checks import ALL, code_of
from game.packs.problems import Problem


class Finding(Struct, frozen=True):
    """A complaint as it is reported: `level` is error, warning or note; the rest is a `Problem`."""

    level: str
    file: str
    line: int
    column: int
    code: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """The complaint on one line, place first, as editors read it."""
        place = f"{self.file or 'the folder'}:{self.line}:{self.column}" if self.line else self.file
        return f"{place or 'the folder'}: {self.level}: {self.what} {self.remedy} [{self.code}]"


class Validation(Struct, frozen=True):
    """What was found in a pack; `playable` whether it can be played as it is."""

    pack: str
    playable: bool
    findings: tuple[Finding, ...]

    def count(self, level: str) -> int:
        """Return how many findings there are of a level."""
        return sum(found.level == level for found in self.findings)


def validate(pack: str) -> Validation:
    """Examine a pack by its id or folder; raises PackError only when there is no such pack."""
    scenario, problems = inspect(pack)
    found = tuple(_finding(problem) for problem in sorted(problems))
    return Validation(scenario.open.id if scenario is not None else pack, scenario is not None, found)


def _finding(problem: Problem) -> Finding:
    return Finding(
        problem.level, problem.file, problem.line, problem.column, problem.code, problem.what, problem.remedy
    )


def manual() -> dict[str, str]:
    """Return the manual page of every check by its code: why it is asked, what passes and what does not."""
    return {code_of(check): cleandoc(check.__doc__ or "") for check in ALL}
