"""What the pages of acts share: the shape of an entry, and how drafts and their parts are named in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from game.plain import clean
from game.prose.clauses import is_preamble, paragraph
from game.prose.league import MAJORITY
from game.prose.names import clause_title, listed
from game.rules.bodies import BODIES, Law
from game.session.scenario import Clause, Scenario
from game.session.state import Draft, State
from game.session.views import View

Where = State | View
Says = Callable[[Any, Scenario, Any], str]


@dataclass(frozen=True, slots=True)
class Label:
    """An act's menu label, its plain sentence, and its rule, fixed or found from the act."""

    title: Says
    sentence: Says
    rule: str | Callable[[Any], str]


def fixed(text: str) -> Says:
    """Words that do not depend on the act."""
    return lambda action, scenario, where: text


def draft(where: Where, symbol: str) -> Draft | None:
    """The draft of that symbol now before the Council, if there is one."""
    return where.chamber.drafts.get(symbol)


def named(where: Where, symbol: str) -> str:
    """A draft's symbol, with its title when it has one: `S/1501 (ceasefire and withdrawal)`."""
    found = draft(where, symbol)
    title = clean(found.title) if found else ""
    return f"{clean(symbol)} ({title})" if title else clean(symbol)


def needed(scenario: Scenario) -> str:
    """The votes any decision of the body needs, as words to follow `needs`."""
    body = BODIES.get(scenario.open.body)
    if body is not None and body.law is Law.COVENANT:
        return MAJORITY
    return f"{body.needed} votes" if body else "the required number of votes"


def contents(scenario: Scenario, clauses: Sequence[Clause], most: int = 4) -> str:
    """What a text would do: the titles of its operative clauses, the first few by name."""
    titles = [clause_title(scenario, c.kind) for c in clauses if not is_preamble(scenario, c)]
    if len(titles) > most:
        titles = [*titles[: most - 1], f"{len(titles) - most + 1} more"]
    return listed(titles)


def part(scenario: Scenario, where: Where, symbol: str, place: int) -> str:
    """The clause at a place of a draft: `operative paragraph 2, “withdrawal to the parallel”`."""
    found = draft(where, symbol)
    if found is None or not 0 <= place < len(found.clauses):
        return f"paragraph {place + 1}"
    return f"{paragraph(scenario, found.clauses, place)}, {clause_title(scenario, found.clauses[place].kind)}"
