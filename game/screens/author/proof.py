"""A proof of a crisis: what is wrong with it, the lines where that stands, and the crisis itself if sound.

It is pulled in a thread, and again whenever a file has changed. It judges nothing: the checks do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from textual.content import Content

from game.packs import PackError, Problem, load
from game.packs.folder import fingerprint, ordinary
from game.places import PlaceError
from game.screens.author.toolkit import Toolkit
from game.screens.pieces.canvas import shortened
from game.screens.pieces.literal import literally
from game.session.scenario import Scenario

SIGNS = {"error": "✗", "warning": "⚠", "note": "·"}
ACCEPTED = "○"
"""The sign of what an author leaves as it is, with a reason."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One reading of a pack.

    `files` are the lines of each file that something is wrong in; `trouble` a sentence when the pack could
    not be read at all; `at` the time of day.
    """

    problems: tuple[Problem, ...] = ()
    scenario: Scenario | None = None
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trouble: str = ""
    at: str = ""

    def count(self, level: str) -> int:
        """Return how many problems of a level there are that nobody has accepted."""
        return sum(x.level == level and not x.accepted for x in self.problems)

    @property
    def sum(self) -> str:
        """The problems in one line."""
        counts = ((self.count(level), level) for level in SIGNS)
        told = [f"{n} {level}{'s' if n != 1 else ''}" for n, level in counts if n]
        accepted = sum(bool(x.accepted) for x in self.problems)
        told += [f"{accepted} accepted"] if accepted else []
        return ", ".join(told) or ("cannot be read" if self.trouble else "nothing to mend")


def standing(folder: str) -> str:
    """Return a text that changes when a file of a pack does, also when its folder comes or goes."""
    try:
        return fingerprint(Path(folder))
    except OSError as fault:
        return f"! {fault.strerror or fault}"


def pulled(toolkit: Toolkit, folder: str) -> Proof:
    """Read a pack and return what came of it; it takes a second or so."""
    at = f"{datetime.now():%H:%M:%S}"
    try:
        problems = tuple(toolkit.examine(folder))
        scenario = None if any(x.grave for x in problems) else load(folder)
    except PackError as fault:
        return Proof(fault.problems, at=at)
    except (PlaceError, OSError) as fault:
        return Proof(trouble=str(fault), at=at)
    except Exception as fault:  # a fault of our own must not take the author's desk away
        return Proof(trouble=f"Something went wrong inside Horseshoe ({own_fault(fault)}).", at=at)
    return Proof(problems, scenario, dict(_files(folder, {x.file for x in problems if x.line})), at=at)


def own_fault(fault: Exception) -> str:
    """Name a fault of the program's own."""
    return f"{type(fault).__name__}: {fault}"[:300]


def _files(folder: str, names: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines of files, made plain; a file that is gone or no text is left out."""
    for name in sorted(names):
        try:
            text = ordinary(Path(folder, name)).decode("utf-8", "replace")
        except (OSError, ValueError):
            continue
        yield name, tuple(literally(line.expandtabs(2)) for line in text.split("\n"))


def excerpt(proof: Proof, problem: Problem, around: int, room: int) -> Content:
    """Return the lines of the file round a problem, its own marked and its column pointed at; each is cut to
    `room` columns, so that the one pointed at is among them.
    """
    lines = proof.files.get(problem.file, ())
    if not 0 < problem.line <= len(lines):
        return Content("")
    first, last = max(1, problem.line - around), min(len(lines), problem.line + around)
    wide = len(str(last))
    room = max(20, room - wide - len("▶  │ "))
    skipped = max(0, problem.column + room // 3 - room)
    told: list[Content] = []
    for number in range(first, last + 1):
        here = number == problem.line
        margin = f"{'▶' if here else ' '} {number:>{wide}} │ "
        text = shortened(lines[number - 1].rstrip()[skipped:], room)
        told.append(Content.assemble((margin, "bold $accent" if here else "$quiet"), text))
        if here and problem.column:
            before = " " * (problem.column - 1 - skipped)
            told.append(Content.styled(f"  {'':>{wide}} │ {before}^", "bold $accent"))
    return Content("\n").join(told)


def said(problem: Problem) -> Content:
    """Return a problem in full: what is wrong, what to do, and the reason of an author who accepts it."""
    parts: list[str | tuple[str, str]] = [(literally(problem.what), "bold"), f"\n{literally(problem.remedy)}"]
    if problem.accepted:
        parts.append((f"\nAccepted: {literally(problem.accepted)}", "$quiet"))
    return Content.assemble(*parts)
