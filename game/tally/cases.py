"""What a file holds to be judged, and what was found: plain values, one type for each.

A seat is known here by the code the law uses; `words` gives back the word the file used. Nothing in this
module judges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from game.packs.problems import Problem
from game.rules.questions import Put
from game.rules.results import NO_TALLY, Tally, Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says came of a question; None where it is silent.

    `tally` are numbers after void votes were taken out, by kind of vote.
    """

    result: Verdict | None = None
    vetoed_by: tuple[str, ...] | None = None
    blocked_by: tuple[str, ...] | None = None
    tally: Mapping[str, int] = field(default_factory=dict)
    needed: int | None = None
    had: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its votes.

    `put` holds the votes of the seats the file names, `unnamed` the numbers of the others, `unknown` how many
    seats may have done anything. `words` gives for a code the file's own word, `numbers` the tally the file
    prints beside its roll, `note` what had to be taken for granted, `where` the place in the file.
    """

    id: str
    question: str
    put: Put
    where: str = ""
    title: str = ""
    symbol: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    unnamed: Tally = NO_TALLY
    unknown: int = 0
    numbers: Mapping[str, int] = field(default_factory=dict)
    told: Told | None = None
    note: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Votes that follow each other: the ids of its steps, and how the file says it ended."""

    id: str
    steps: tuple[str, ...]
    final: str = ""
    title: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Ordering:
    """Motions, drafts or amendments to be put in order, or an event to be ruled on.

    `rule` is the rule the file names; `given` and `expected_order` or `event` and `expected` are its words.
    """

    id: str
    rule: str = ""
    given: tuple[str, ...] = ()
    expected_order: tuple[str, ...] = ()
    event: str = ""
    expected: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A year's members and who presided when, or a President who cedes the chair.

    `checks` gives months (`1950-06`) or days and the President the file has for them; `ceding` are the
    members that cede, the President first.
    """

    id: str
    members: tuple[str, ...]
    year: int = 0
    order: tuple[str, ...] = ()
    checks: Mapping[str, str] = field(default_factory=dict)
    ceding: tuple[str, ...] = ()
    expected_chair: str = ""
    where: str = ""


Entry = Case | Chain | Ordering | Turn


@dataclass(frozen=True, slots=True)
class Docket:
    """One file as read: its entries in their order, and all that is wrong with it."""

    file: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


class Standing(StrEnum):
    """How a finding compares with its file."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    DOUBTED = "doubted"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which file and law differ: both sides in words."""

    what: str
    told: str
    found: str

    def __str__(self) -> str:
        """Both sides in one line."""
        return f"{self.what}: the file says {self.told}, the law {self.found}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the law makes of one entry.

    `kind` is `vote`, `chain`, `ordering` or `presidency`. `result` is a word of `Verdict`, None where there
    is no vote; `open` the other results that the missing votes leave possible. `tally` is what counted,
    `cast` what was cast, void votes included. Seats are the file's own words, sorted. `words` is an order,
    ruling or presidency in words; `steps` pairs of a step and its result. `compared` says whether the file
    had anything to compare with.
    """

    id: str
    kind: str
    result: Verdict | None = None
    title: str = ""
    vetoed_by: tuple[str, ...] = ()
    blocked_by: tuple[str, ...] = ()
    voided: tuple[str, ...] = ()
    needed: int | None = None
    had: int | None = None
    rules: tuple[str, ...] = ()
    reason: str = ""
    tally: Tally | None = None
    cast: Tally | None = None
    open: tuple[Verdict, ...] = ()
    unknown: str = ""
    note: str = ""
    doubt: str = ""
    words: tuple[str, ...] = ()
    steps: tuple[tuple[str, Verdict | None], ...] = ()
    compared: bool = False
    differences: tuple[Difference, ...] = ()
    where: str = ""

    @property
    def standing(self) -> Standing:
        """Whether file and law agree; a record in known doubt is neither right nor wrong."""
        if self.doubt:
            return Standing.DOUBTED
        if self.differences:
            return Standing.DISAGREES
        return Standing.AGREES if self.compared else Standing.NOT_COMPARED
