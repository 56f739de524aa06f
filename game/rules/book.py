"""The book of rules: every rule id the game cites, in plain words.

Refusals, results and screens cite ids; here a player finds what an id says and where it comes from. The book
explains the law and applies none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from game.rules.pages import Rule, assembly, charter, house, meeting, presiding, voting

__all__ = ["RULES", "Rule", "rule"]

_PAGES = (voting.PAGE, presiding.PAGE, meeting.PAGE, charter.PAGE, assembly.PAGE, house.PAGE)

RULES: Mapping[str, Rule] = MappingProxyType({page.id: page for page in chain.from_iterable(_PAGES)})


def rule(id: str) -> Rule:
    """The rule of that id; raises ValueError when the book has none."""
    if id not in RULES:
        raise ValueError(f"The book has no rule {id!r}; ids look like V4, CB9 or H1.")
    return RULES[id]
