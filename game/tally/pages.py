"""The parts of a YAML file, asked for by name: each value of the right type, or a complaint at its place.

It knows what texts, numbers, lists and votes look like, and nothing of any body. YAML's trap is met here: a
bare yes or no is a vote to one program and a truth value to another, so it is refused (X19).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from game.packs.problems import Problem
from game.packs.reading import Path, Sheet
from game.plain import clean
from game.rules.bodies import Vote

MOST_MEMBERS = 1_000
"""More members than any body has had: a greater number is a slip."""
VOTES = tuple(vote.value for vote in Vote)
_BARE = re.compile(r"(?i)(yes|no|y|n|on|off|true|false)\Z")
_ABSENT = object()


def quoted(value: Any) -> str:
    """A value as a sentence may quote it."""
    if isinstance(value, bool):
        return "a truth value (true or false)"
    if isinstance(value, (dict, list)):
        return "a list or mapping"
    return clean(str(value), limit=60) if value is not None else "nothing"


def one_of(words: Iterable[str]) -> str:
    """Words to choose from, as a remedy lists them."""
    listed = list(words)
    return f"{', '.join(listed[:-1])} or {listed[-1]}" if len(listed) > 1 else "".join(listed)


def in_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of their places, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column)))


def meant(typed: str, words: Iterable[str]) -> str:
    """A remedy that names the nearest of some words, or all of them."""
    choices = list(words)
    near = difflib.get_close_matches(typed.casefold(), choices, 1, 0.6)
    return f"Did you mean {near[0]}?" if near else f"Write {one_of(choices)}."


@dataclass(frozen=True, slots=True)
class Page:
    """One mapping of a file, and the way to it; every question about it notes what is wrong in the sheet."""

    sheet: Sheet
    lines: list[str]
    path: Path
    data: dict[str, Any]

    @property
    def where(self) -> str:
        """The place as editors write it: `votes.yaml:12:5`."""
        line, column = self.sheet.mark(self.path)
        return f"{self.sheet.file}:{line}:{column}"

    def complain(self, name: str, code: str, what: str, remedy: str, *, key: bool = False) -> None:
        """Note what is wrong with one part."""
        path = (*self.path, *([name] if name else []))
        self.sheet.complain(self.sheet.mark(path, key=key), code, what, remedy)

    def text(self, name: str, *, needed: bool = False) -> str:
        """A text; empty if it is missing (a complaint if it is `needed`) or is no text."""
        value = self.data.get(name, _ABSENT)
        if value is _ABSENT or value is None or value == "":
            if needed:
                self.complain("", "missing", f"{name} is missing here.", f"Add {name}.")
            return ""
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            return clean(str(value))
        self._wrong(name, value, "a text")
        return ""

    def word(self, name: str, words: Iterable[str], *, needed: bool = False) -> str:
        """One of a few words; empty if it is missing or none of them."""
        typed = self.text(name, needed=needed)
        if not typed or typed in (choices := list(words)):
            return typed
        what = f"{name} is {quoted(typed)}, and there is no such word."
        self.complain(name, "unknown-word", what, meant(typed, choices))
        return ""

    def number(self, name: str) -> int | None:
        """A whole number from 0 up; None if it is missing or no such number."""
        value = self.data.get(name)
        if value is None or self._is_number(value):
            return value
        self._wrong(name, value, "a whole number from 0 up")
        return None

    def day(self, name: str) -> date | None:
        """A date; None if it is missing or no date."""
        typed = self.text(name)
        if not typed:
            return None
        try:
            return date.fromisoformat(typed)
        except ValueError:
            self._wrong(name, typed, "a date like 1950-06-27")
            return None

    def names(self, name: str) -> tuple[str, ...] | None:
        """A list of names, also written as one text with commas; None if it is missing."""
        value = self.data.get(name)
        if value is None:
            return None
        if isinstance(value, str):
            return tuple(clean(part) for part in value.split(",") if part.strip())
        if isinstance(value, list) and all(isinstance(part, (str, int)) for part in value):
            return tuple(clean(str(part)) for part in value)
        self._wrong(name, value, "a list of names")
        return ()

    def part(self, name: str) -> Page | None:
        """A mapping within this one; None if it is missing or no mapping."""
        value = self.data.get(name)
        if isinstance(value, dict):
            return Page(self.sheet, self.lines, (*self.path, name), value)
        if value is not None:
            self._wrong(name, value, "a mapping (name: value)")
        return None

    def parts(self, name: str) -> list[Page]:
        """The mappings of a list; what is no mapping is complained of."""
        value = self.data.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(name, value, "a list")
            return []
        pages = []
        for place, item in enumerate(value):
            path = (*self.path, name, place)
            if isinstance(item, dict):
                pages.append(Page(self.sheet, self.lines, path, item))
            else:
                what = f"Entry {place + 1} of {name} is {quoted(item)}, not a mapping."
                self.sheet.complain(self.sheet.mark(path), "not-a-mapping", what, "Write it as name: value.")
        return pages

    def votes(self) -> dict[str, Vote]:
        """Names and their votes."""
        found = {}
        for name, value in self.data.items():
            if isinstance(value, bool) or self._is_bare(name):
                what = f"{quoted(name)}: the vote stands without quotes; YAML may read it as true or false."
                self.complain(name, "bare-vote", what, "Write 'yes' or 'no' in quotes.")
            elif isinstance(value, str) and value in VOTES:
                found[name] = Vote(value)
            else:
                what = f"{quoted(name)}: {quoted(value)} is no vote."
                self.complain(name, "unknown-vote", what, meant(str(value), VOTES))
        return found

    def numbers(self, also: Iterable[str] = ()) -> dict[str, int]:
        """Kinds of vote and their numbers; `also` are other names that may stand among them."""
        allowed, found = (*VOTES, *also), {}
        for name in self.data:
            if self._is_bare(name, key=True):
                what = f"{name} stands without quotes; YAML may read it as true or false."
                self.complain(name, "bare-vote", what, f"Write '{name}' in quotes.", key=True)
            elif name not in allowed:
                what = f"{quoted(name)} is no kind of vote."
                self.complain(name, "unknown-vote", what, meant(name, allowed), key=True)
            elif (number := self.number(name)) is None:
                continue
            elif number > MOST_MEMBERS:
                what = f"{name} is {number}; no body ever had so many members."
                self.complain(name, "too-many", what, "Correct the number.")
            else:
                found[name] = number
        return found

    def _wrong(self, name: str, value: Any, wanted: str) -> None:
        self.complain(name, "wrong-type", f"{name} is {quoted(value)}, not {wanted}.", f"Write {wanted}.")

    @staticmethod
    def _is_number(value: Any) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9

    def _is_bare(self, name: str, *, key: bool = False) -> bool:
        """Whether a value, or a key, that looks like a truth value stands in the file without quotes."""
        word = name if key else self.data[name]
        if not isinstance(word, str) or not _BARE.match(word):
            return False
        line, column = self.sheet.mark((*self.path, name), key=key)
        row = self.lines[line - 1] if line <= len(self.lines) else ""
        return row[column - 1 : column] not in {"'", '"'}
