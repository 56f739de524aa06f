"""Everything that is wrong with a pack, at its level, and the manual page of each complaint.

It reads a pack through `game.packs` and judges nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from inspect import cleandoc

from msgspec import Struct

from game.packs import inspect
from game.packs.checks import ALL, code_of
from game.packs.pages import PAGES
from game.packs.problems import LEVELS, Level, Problem

PACK = "pack.yaml"


class Finding(Struct, frozen=True):
    """A complaint as it is reported: `level` is error, warning or note; the rest is a `Problem`."""

    level: Level
    file: str
    line: int
    column: int
    code: str
    what: str
    remedy: str
    accepted: str = ""
    """The author's reason for leaving it as it is, empty for most."""

    def __str__(self) -> str:
        """The complaint on one line, place first, as editors read it."""
        place = f"{self.file or 'the folder'}:{self.line}:{self.column}" if self.line else self.file
        reason = f" (accepted: {self.accepted})" if self.accepted else ""
        return f"{place or 'the folder'}: {self.level}: {self.what} {self.remedy} [{self.code}]{reason}"


class Validation(Struct, frozen=True):
    """What was found in a pack; `playable` whether it can be played as it is.

    `findings`, and those that the author `accepted`, stand in the order of files and lines.
    """

    pack: str
    playable: bool
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()

    def count(self, level: str) -> int:
        """Return how many findings there are of a level, the accepted left out."""
        return sum(found.level == level for found in self.findings)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each level, the gravest first."""
        return {level: self.count(level) for level in LEVELS}


def validate(pack: str) -> Validation:
    """Examine a pack by its id or folder; raises PackError only when there is no such pack."""
    scenario, problems = inspect(pack)
    found = _findings(problems)
    name = scenario.open.id if scenario is not None else pack
    open_, settled = (tuple(f for f in found if bool(f.accepted) is way) for way in (False, True))
    return Validation(name, scenario is not None, open_, settled)


def _findings(problems: Iterable[Problem]) -> list[Finding]:
    ordered = sorted(problems, key=lambda p: (p.file != PACK, p))
    return [Finding(p.level, p.file, p.line, p.column, p.code, p.what, p.remedy, p.accepted) for p in ordered]


def manual() -> dict[str, str]:
    """Return the manual page of every code: why it is asked, what passes and what does not."""
    return {**PAGES, **{code_of(check): cleandoc(check.__doc__ or "") for check in ALL}}
