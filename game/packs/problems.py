"""Complaints to an author, as values: where something is, what is wrong, what to do about it.

Everything that reads or checks a pack hands these on; nothing here reads, prints or raises by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

Level = Literal["note", "warning", "error"]
"""How much a complaint weighs: style, almost surely a mistake, or what cannot be played."""
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""The levels, the gravest first."""


class Problem(Struct, frozen=True, order=True):
    """One complaint about one place in a pack.

    `file` is the path inside the pack's folder ("" for the folder itself); `line` and `column` count from 1,
    and 0 means the whole file. `code` is a short word that stands for the kind of complaint, `what` a
    sentence saying what is wrong, `remedy` one saying what to do. A pack without an error can be played.
    `accepted` is the author's reason for leaving a warning or note as it is, empty for most.
    """

    file: str
    line: int
    column: int
    code: str
    what: str
    remedy: str
    level: Level = "error"
    accepted: str = ""

    @property
    def grave(self) -> bool:
        """Whether it keeps the pack from being played."""
        return self.level == "error"

    @property
    def where(self) -> str:
        """The place as editors and compilers write it: `stages.yaml:12:5`."""
        if not self.line:
            return self.file or "the folder"
        return f"{self.file}:{self.line}:{self.column}"

    def __str__(self) -> str:
        """The complaint on one line."""
        weight = "" if self.grave else f" ({self.level})"
        return f"{self.where}: {self.what} {self.remedy} [{self.code}]{weight}"


def pressing(problems: Iterable[Problem]) -> list[Problem]:
    """Return the errors and warnings among problems, but for those that the author accepts."""
    return [p for p in problems if p.level != "note" and not p.accepted]


class PackError(Exception):
    """A pack that cannot be played; `problems` are all that is wrong with it, in the order of the files."""

    def __init__(self, pack: str, problems: Sequence[Problem]) -> None:
        """Keep the problems of the pack called `pack`."""
        self.pack = pack
        self.problems = tuple(problems)
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Say the first problem, and how many more there are."""
        grave = [p for p in self.problems if p.grave] or list(self.problems)
        if not grave:
            return f"The pack {self.pack} cannot be played."
        if grave[0].code == "no-pack":
            return f"{grave[0].what} {grave[0].remedy}"
        more = f" (and {len(grave) - 1} more)" if len(grave) > 1 else ""
        return f"The pack {self.pack} cannot be played: {grave[0]}{more}"
