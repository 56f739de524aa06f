"""What players read in play can be read by the class for which the crisis is meant.

The texts of a brief together, the dispatches of a stage together, and every happening and ending are measured
by the school grade of Flesch and Kincaid: long sentences and long words raise it. `reading:` in
`expectations.yaml` is the highest grade an author allows; then a harder text is a warning. Where nothing is
said it is 12, and a note. A text under sixty words may lie three grades above: one name can lift it so far.

PASS
    # expectations.yaml
    reading: 8

FAIL
    # expectations.yaml
    reading: 8
    # briefs/IND.yaml
    summary: >-
      The delegation, representing a Government which has consistently advocated conciliatory procedures,
      participates in the deliberations of the Council concerning the unprecedented hostilities,
      notwithstanding considerable reservations regarding enforcement measures whose constitutional
      justification remains, in the considered opinion of its Cabinet, fundamentally questionable.

FAIL
    # endings.yaml
    unanswered:
      text: >-
        Notwithstanding innumerable representations, international organisation demonstrated institutional
        incapacity; collective responsibility, universally acknowledged, remained unimplemented.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.packs.plainness import grade, words
from game.packs.problems import Level
from game.packs.walk import Fault, Pack
from game.session.scenario import Brief, Stage
from game.world.story import Ending, Happening

GENEROUS = 12
"""The grade allowed where the pack asks for none."""
SHORT = 60
"""Words below which a text is short."""
LEEWAY = 3
"""Grades by which a short text may lie above."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield texts that ask for a higher school grade than the pack allows."""
    asked = pack.scenario.sealed.expectations.reading
    allowed = asked or GENEROUS
    for site in pack.of(Brief, Stage, Happening, Ending):
        path, text = _read(site.record)
        found = grade(text)
        if found > allowed + LEEWAY * (len(words(text)) < SHORT):
            what = f"This reads like a text for grade {found:g}; {allowed} is allowed."
            remedy = "Cut the sentences in two, and take shorter words."
            level: Level = "warning" if asked else "note"
            yield Fault(site.file, (*site.path, path), what, remedy, level=level, key=True)


def _read(record: Any) -> tuple[str, str]:
    """The key under which a record's texts begin, and all of them as one text."""
    if isinstance(record, Brief):
        texts = [record.summary, record.line, *record.interests]
        texts += [x.text for x in record.red_lines] + [x.text for x in record.objectives]
        texts += [x.text for x in record.instructions]
        return "summary", " ".join(_ended(t) for t in texts if t)
    if isinstance(record, Stage):
        return "wire", " ".join(_ended(w.text) for w in record.wire)
    return ("text", record.text) if isinstance(record, Ending) else ("wire", record.wire)


def _ended(text: str) -> str:
    """A text with a full stop, so that it does not run into the next."""
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text}."
