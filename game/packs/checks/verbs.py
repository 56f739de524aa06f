"""A clause opens with a verb the Council uses, where that verb belongs, and its text reads on from there.

The verb says how strongly the Council speaks, so one that is not in the list has no known force. The rank may
differ from the list's, since the same word weighs more or less in its context. This is advice: the Council
may coin a verb. On paper verb and text are one sentence, and the paper puts the stop: so the verb has a
capital letter, and the text neither that nor a full stop.

PASS
    # clauses.yaml
    assistance: {verb: Urges}

FAIL
    # clauses.yaml
    assistance: {verb: Implores}

FAIL
    # clauses.yaml
    assistance: {verb: Recalling}

FAIL
    # clauses.yaml
    assistance: {verb: recommends}

FAIL
    # clauses.yaml
    assistance: {text: That Members furnish such help as may be needed.}
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from game.packs.walk import Fault, Pack
from game.rules.verbs import VERBS, verb

_OPENERS = frozenset({"A", "All", "An", "Any", "Each", "Its", "That", "The", "Their", "This", "To"})
"""Words that have a capital letter only where a sentence begins."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield verbs the Council does not use, or not there, and texts that do not read on from them."""
    yield from _verbs(pack)
    for kind in pack.scenario.open.clauses:
        if kind.verb[:1].islower():
            what = f"The verb of {kind.id} begins with a small letter."
            yield Fault("clauses.yaml", (kind.id, "verb"), what, f"Write {kind.verb.capitalize()}.", "note")
        first = kind.text.split(" ", 1)[0]
        if first in _OPENERS or kind.text.endswith("."):
            what = f"On paper {kind.id} reads: {kind.verb} {kind.text[:40].rstrip('.')} ..."
            remedy = "Begin the text with a small letter, and end it without a full stop."
            yield Fault("clauses.yaml", (kind.id, "text"), what, remedy, "note")


def _verbs(pack: Pack) -> Iterator[Fault]:
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
