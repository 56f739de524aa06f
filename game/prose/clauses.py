"""A clause as it would be read: the verb that opens it and the words that follow.

Packs carry no templates: `{place}` in a clause's text is looked up among its parameters and nothing else. It
must never judge whether a clause is lawful.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.plain import clean
from game.session.scenario import Clause, Scenario

_PLACE = re.compile(r"\{(\w+)\}")


def clause_text(scenario: Scenario, clause: Clause) -> tuple[str, str]:
    """Return a clause's verb and the rest of its sentence, without closing punctuation.

    Choices are filled in, the usual (first) one where none was made; free words stand in place of the kind's
    own text. A kind that the pack does not have gives its id as the verb, so an old save can still be read.
    """
    kind = scenario.clause.get(clause.kind)
    if kind is None:
        return clean(clause.kind), ended(clause.words)
    if clause.words:
        return clean(kind.verb), ended(clause.words)
    fills = {}
    for parameter in kind.parameters:
        texts = {choice.id: choice.text for choice in parameter.choices}
        usual = parameter.choices[0].text if parameter.choices else ""
        fills[parameter.id] = texts.get(clause.choices.get(parameter.id, ""), usual)
    return clean(kind.verb), ended(_PLACE.sub(lambda m: fills.get(m.group(1), m.group()), kind.text))


def ended(text: str) -> str:
    """A text without the punctuation at its end, which depends on where it comes to stand."""
    return clean(text).rstrip(" .;,:")


def is_preamble(scenario: Scenario, clause: Clause) -> bool:
    """Say whether a clause stands in the preamble."""
    kind = scenario.clause.get(clause.kind)
    return kind is not None and kind.part == "preamble"


def plain_clause(scenario: Scenario, clause: Clause) -> str:
    """A clause in one line, verb and rest."""
    verb, rest = clause_text(scenario, clause)
    return f"{verb} {rest}".strip()


def paragraph(scenario: Scenario, clauses: Sequence[Clause], place: int) -> str:
    """What the clause at `place` (from 0) is called, such as `operative paragraph 3`."""
    if not 0 <= place < len(clauses):
        return f"paragraph {place + 1}"
    part = is_preamble(scenario, clauses[place])
    number = sum(is_preamble(scenario, clause) == part for clause in clauses[: place + 1])
    if not part:
        return f"operative paragraph {number}"
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    return (
        f"the {words[number - 1]} preambular paragraph" if number <= 8 else f"preambular paragraph {number}"
    )
