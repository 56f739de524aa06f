"""The {places} in a clause's text are its parameters: each named once at least, and none without a parameter.

When a clause is printed, `{who}` is replaced by the text of the choice taken for the parameter `who`. Other
texts of a pack have no places; braces in them are printed as they stand.

PASS
    # clauses.yaml
    cessation: {text: "the withdrawal of {who} at once"}

FAIL
    # clauses.yaml
    cessation: {text: "the withdrawal of {whom} at once"}

FAIL
    # clauses.yaml
    cessation: {text: the withdrawal of all forces at once}

FAIL
    # clauses.yaml
    cessation: {text: "the withdrawal of {who at once, and of {who}"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from game.packs.walk import Fault, Pack

_PLACE = re.compile(r"\{([^{}]*)\}")


def check(pack: Pack) -> Iterator[Fault]:
    """Yield places without a parameter, parameters without a place, and stray braces."""
    for kind in pack.scenario.open.clauses:
        path = (kind.id, "text")
        known = [p.id for p in kind.parameters]
        places = _PLACE.findall(kind.text)
        if set("{}") & set(_PLACE.sub("", kind.text)):
            what = f"A brace stands alone in the text of {kind.id}."
            yield Fault("clauses.yaml", path, what, "Write {name}, with both braces.")
        for place in sorted(set(places) - set(known)):
            near = get_close_matches(place, known, 1, 0.5)
            remedy = f"Did you mean {{{near[0]}}}?" if near else "Add it under parameters, or take it out."
            yield Fault(
                "clauses.yaml", path, f"{kind.id} has no parameter for the place {{{place}}}.", remedy
            )
        for name in known:
            if name not in places:
                what = f"The text of {kind.id} has no place for its parameter {name}."
                where = (kind.id, "parameters", name)
                yield Fault("clauses.yaml", where, what, f"Write {{{name}}} in the text.", key=True)
