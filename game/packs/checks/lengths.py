"""A text fits the place where it is read: a title its line, a label its button, a dispatch four sentences.

Titles stand in lists, tables and on a projector and are cut when they are too long, so these are warnings. A
running text that is too long is only tiresome, which is a note; so is a dispatch of a happening, or the
dispatches of a stage together, with fewer than two sentences or more than a class reads at once.

PASS
    # happenings.yaml
    seoul-falls: {wire: Columns from the North enter Seoul. The government has left the city.}

FAIL
    # happenings.yaml
    seoul-falls: {wire: Columns from the North enter Seoul.}

FAIL
    # pack.yaml
    tracks: {front: {title: The part of all the land south of the parallel that the South holds}}

FAIL
    # briefs/IND.yaml
    red_lines:
      war:
        clauses: assistance
        text: >-
          No text that leads to a wider war, or that might be read as leading to one, or that others could
          call a step towards one, or that is put before both sides are heard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.packs.plainness import sentences
from game.packs.problems import Level
from game.packs.walk import Fault, Pack
from game.session.scenario import (
    AgendaItem,
    Brief,
    Choice,
    ClauseKind,
    Instruction,
    Issue,
    Parameter,
    Party,
    PledgeKind,
    Position,
    Prospectus,
    Question,
    RedLine,
    ScriptLine,
    Seat,
    Stage,
    StoredDraft,
    Wire,
)
from game.world.outside import Track
from game.world.story import Ending, Happening, Objective

TITLES: Mapping[tuple[type, str], int] = {
    (Prospectus, "title"): 48,
    (Prospectus, "subtitle"): 72,
    (Seat, "name"): 72,
    (Seat, "short"): 24,
    (Seat, "representative"): 36,
    (Party, "name"): 72,
    (Party, "short"): 24,
    (AgendaItem, "title"): 72,
    (Issue, "title"): 60,
    (Track, "title"): 48,
    (PledgeKind, "title"): 60,
    (ClauseKind, "title"): 72,
    (Parameter, "title"): 36,
    (Choice, "text"): 96,
    (StoredDraft, "title"): 80,
    (Stage, "title"): 40,
    (Stage, "place"): 36,
    (Happening, "title"): 48,
    (Ending, "title"): 60,
}
"""What stands on one line: the most characters it has room for."""
TEXTS: Mapping[tuple[type, str], int] = {
    (Prospectus, "summary"): 480,
    (Seat, "about"): 320,
    (Party, "about"): 320,
    (Party, "heard"): 320,
    (Issue, "about"): 200,
    (Track, "about"): 240,
    (PledgeKind, "about"): 360,
    (ClauseKind, "text"): 320,
    (ClauseKind, "about"): 280,
    (Wire, "text"): 360,
    (Happening, "wire"): 400,
    (Ending, "text"): 480,
    (Brief, "summary"): 480,
    (Brief, "line"): 180,
    (Objective, "text"): 140,
    (RedLine, "text"): 120,
    (Position, "why"): 120,
    (Instruction, "text"): 320,
    (ScriptLine, "words"): 360,
    (Question, "text"): 180,
}
"""What is read as running text: the most characters that are read gladly."""
_TABLES: tuple[tuple[Mapping[tuple[type, str], int], Level], ...] = ((TITLES, "warning"), (TEXTS, "note"))
FEWEST, MOST = 2, 4
"""Sentences of a happening's dispatch."""
MOST_OF_A_STAGE = 8
"""Sentences of all dispatches of a stage together."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield titles that would be cut, texts that tire, and dispatches that say too little or too much."""
    for table, level in _TABLES:
        for (record, field), most in table.items():
            for site in pack.of(record):
                if len(text := getattr(site.record, field)) > most:
                    what = f"{field} has {len(text)} characters; there is room for {most}."
                    yield Fault(site.file, (*site.path, field), what, "Say it in fewer words.", level=level)
    yield from _dispatches(pack)


def _dispatches(pack: Pack) -> Iterator[Fault]:
    for site in pack.of(Happening, Stage):
        record = site.record
        happening = isinstance(record, Happening)
        said = sentences(record.wire) if happening else sum(sentences(w.text) for w in record.wire)
        most = MOST if happening else MOST_OF_A_STAGE
        if not FEWEST <= said <= most:
            what = f"The wire of {record.id} has {said or 'no'} sentence{'s' * (said != 1)}."
            remedy = f"Write {FEWEST} to {most}: what has happened, who says so, what it may lead to."
            yield Fault(site.file, (*site.path, "wire"), what, remedy, level="note")
