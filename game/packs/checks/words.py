"""A pack's own words name bodies and occasions that there are, and places that the occasion fills.

`words.yaml` calls bodies by other names (`terms`) and gives scripted delegations sentences (`speeches`) by
occasion. Each occasion has its places: `{seat}` is the delegation that speaks, `{other}` the one it speaks
to, `{text}` the draft, `{clause}` the clause that decides, `{issue}` and `{reason}` what they say.

PASS
    # words.yaml
    terms: {council: Council of Eleven}
    speeches: {veto: ["{seat} cannot accept {clause}."], thank: "{seat} thanks {other}."}

FAIL
    # words.yaml
    terms: {counsil: Council of Eleven}

FAIL
    # words.yaml
    speeches: {vetos: ["{seat} cannot accept it."]}

FAIL
    # words.yaml
    speeches: {thank: ["{seat} thanks {whom}."]}

FAIL
    # words.yaml
    speeches: {thank: ["{seat thanks the others."]}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from game.packs.walk import Fault, Pack
from game.session.words import OCCASIONS, PLACE, TERMS

FILE = "words.yaml"


def check(pack: Pack) -> Iterator[Fault]:
    """Yield terms, occasions and places that there are not, and stray braces."""
    words = pack.scenario.open.words
    for name in words.terms:
        yield from _unknown(("terms", name), name, "term", TERMS)
    for name, sentences in words.speeches.items():
        yield from _unknown(("speeches", name), name, "occasion", OCCASIONS)
        for number, sentence in enumerate(sentences):
            yield from _places(("speeches", name, number), sentence, OCCASIONS.get(name))


def _unknown(path: tuple[str | int, ...], name: str, kind: str, known: Collection[str]) -> Iterator[Fault]:
    if name not in known:
        near = get_close_matches(name, known, 1, 0.6)
        remedy = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
        yield Fault(FILE, path, f"There is no {kind} called {name}.", remedy, key=True)


def _places(path: tuple[str | int, ...], sentence: str, known: Collection[str] | None) -> Iterator[Fault]:
    if set("{}") & set(PLACE.sub("", sentence)):
        yield Fault(FILE, path, "A brace stands alone in this sentence.", "Write {seat}, with both braces.")
    for place in PLACE.findall(sentence):
        if known is not None and place not in known:
            offered = ", ".join(f"{{{name}}}" for name in known)
            yield Fault(FILE, path, f"There is no place {{{place}}} here.", f"Write one of: {offered}.")
