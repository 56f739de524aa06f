"""The book of rules: every rule id the game cites, in plain words.

Refusals, results and screens cite ids; here a player finds what an id says and where it comes from. The book
explains the law and applies none of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from game.rules.pages import (
    Example,
    Rule,
    agenda,
    assembly,
    charter,
    house,
    league,
    meeting,
    nature,
    papers,
    presiding,
    special,
    traps,
    voting,
)

__all__ = ["CHAPTERS", "RULES", "Chapter", "Example", "Rule", "chapter_of", "found", "rule"]

_TITLES = {
    "V": "Voting",
    "P": "The preliminary question",
    "M": "What is procedural",
    "SP": "Votes of their own kind",
    "PR": "The presidency",
    "MT": "Meetings",
    "AG": "The agenda",
    "RC": "Credentials",
    "CB": "Conduct of business",
    "IN": "Guests at the table",
    "EV": "Votes explained, statements",
    "LN": "Languages",
    "PB": "Public and private, records",
    "CH": "What the Charter can carry",
    "GA": "The General Assembly",
    "L": "The League of Nations",
    "MU": "Model United Nations",
    "X": "Twenty traps",
    "H": "Rules of this game",
}
"""The chapters, by the letters their ids begin with, in the order of the book."""

_PARTS = (
    voting,
    nature,
    special,
    presiding,
    agenda,
    meeting,
    papers,
    charter,
    assembly,
    league,
    house,
    traps,
)
_NUMBER = re.compile(r"\d+b?$")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the book: its title and its pages in order."""

    title: str
    pages: tuple[Rule, ...]


def _family(id: str) -> str:
    return _NUMBER.sub("", id)


def _bound() -> tuple[Chapter, ...]:
    pages = tuple(chain.from_iterable(part.PAGE for part in _PARTS))
    return tuple(
        Chapter(title, tuple(page for page in pages if _family(page.id) == letters))
        for letters, title in _TITLES.items()
    )


CHAPTERS: tuple[Chapter, ...] = _bound()
RULES: Mapping[str, Rule] = MappingProxyType({page.id: page for part in CHAPTERS for page in part.pages})


def rule(id: str) -> Rule:
    """The rule of that id; raises ValueError when the book has none."""
    if id not in RULES:
        raise ValueError(f"The book has no rule {id!r}; ids look like V4, CB9 or H1.")
    return RULES[id]


def chapter_of(id: str) -> str:
    """The title of the chapter a rule stands in; raises ValueError for an id the book does not have."""
    return _TITLES[_family(rule(id).id)]


def found(words: str) -> tuple[Rule, ...]:
    """The rules in which every word is found, the likeliest first; nothing for no words.

    A word is found where a word of the page begins with it: in the id, the title, the text, or the source
    and the example, in this order of weight. Letters are compared without case and accents. A page whose id
    was asked for comes first of all.
    """
    asked = _words(words)
    if not asked:
        return ()
    ranked = [(rank, page) for page in RULES.values() if (rank := _rank(page, asked)) is not None]
    return tuple(page for _, page in sorted(ranked, key=lambda one: one[0]))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))


def _rank(page: Rule, asked: tuple[str, ...]) -> int | None:
    """How far from its head a page holds the words, 0 for its very id; None where one is missing."""
    case = f"{page.example.where} {page.example.words}" if page.example else ""
    fields = (page.id, page.title, page.text, f"{page.source} {case}")
    if asked == _words(page.id):
        return 0
    total = 0
    for word in asked:
        at = next((i for i, text in enumerate(fields) if _begins(word, text)), None)
        if at is None:
            return None
        total += at + 1
    return total


def _begins(word: str, text: str) -> bool:
    return any(one.startswith(word) for one in _words(text))
