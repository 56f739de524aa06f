"""A clause opens with a verb the Council uses, in the part of a resolution where that verb belongs.

The verb says how strongly the Council speaks, so one that is not in the list has no known force. The rank may
differ from the list's, since the same word weighs more or less in its context. This is advice: the Council
may coin a verb.

PASS
    # clauses.yaml
    assistance: {verb: Urges}

FAIL
    # clauses.yaml
    assistance: {verb: Implores}

FAIL
    # clauses.yaml
    assistance: {verb: Recalling}
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from game.packs.walk import Fault, Pack
from game.rules.verbs import VERBS, verb


def check(pack: Pack) -> Iterator[Fault]:
    """Yield verbs the Council does not use, or not there."""
    for kind in pack.scenario.open.clauses:
        path = (kind.id, "verb")
        try:
            known = verb(kind.verb)
        except ValueError:
            near = get_close_matches(kind.verb, [v for v in VERBS if VERBS[v].part == kind.part], 1, 0.5)
            remedy = f"Did you mean {near[0]}?" if near else "Take one from the list of verbs."
            what = f"No resolution verb opens {kind.id}: {kind.verb}."
            yield Fault("clauses.yaml", path, what, remedy, level="note")
            continue
        if known.part != kind.part:
            what = f"{known.text} belongs in the {known.part} part, and {kind.id} is {kind.part}."
            yield Fault("clauses.yaml", path, what, "Change the verb or the part.", level="warning")
