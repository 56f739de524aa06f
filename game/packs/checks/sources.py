"""Whatever a pack says of history names where it is known from.

Members, parties, items, stages, historical happenings, endings and drafts, briefs, absences, measures and
doubts state facts. A roll may rest on its draft's sources, a dispatch on its stage's, a measure on those of
the whole file. The scores that history has in the eight terms are judgements, and want a reason. What did not
happen (`historical: false`) needs no source. A pack can be played without its sources, but should not be
given to a class: these are warnings, and a score without a reason is a note.

PASS
    # happenings.yaml
    seoul-falls: {sources: dossier}

FAIL
    # happenings.yaml
    seoul-falls: {sources: }

FAIL
    # delegations.yaml
    seats: {NOR: {sources: }}

FAIL
    # debrief.yaml
    historical_terms: {speed: 0.7}

FAIL
    # pack.yaml
    items: {formosa: {title: Complaint of armed invasion of Taiwan}}

FAIL
    # sources.yaml
    rumour: {title: Something nobody refers to}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.packs.checks.things import SOURCED
from game.packs.walk import Fault, Pack
from game.session.scenario import Absence, AgendaItem, Brief, Doubt, Party, Seat, Stage, StoredDraft
from game.world.powers import Measure
from game.world.story import Ending, Happening

FACTS = (Seat, Party, AgendaItem, Stage, StoredDraft, Happening, Ending, Brief, Absence, Doubt, Measure)
"""Records that state facts of history."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield facts without a source, and sources nothing rests on."""
    for site in pack.of(*FACTS):
        if not _rests(pack, site.record):
            what = f"{_called(site.path, site.record)} names no source."
            yield Fault(
                site.file, site.path, what, "Add sources: with the id of one.", level="warning", key=True
            )
    yield from _scores(pack)
    used = {s for site in pack.of(*SOURCED) for s in site.record.sources}
    for source in pack.scenario.open.sources:
        if source.id not in used:
            what = f"Nothing rests on the source {source.id}."
            path = (source.id,)
            yield Fault("sources.yaml", path, what, "Name it where it is used.", level="warning", key=True)


def _rests(pack: Pack, record: Any) -> bool:
    """Whether a record names a source, has one around it, or tells of what did not happen."""
    if isinstance(record, Measure):
        return bool(record.sources or pack.scenario.sealed.security.sources)
    return bool(record.sources) or not getattr(record, "historical", True)


def _scores(pack: Pack) -> Iterator[Fault]:
    """History's scores are judgements, and each is given with its reason."""
    sealed = pack.scenario.sealed
    for term in sealed.historical_terms:
        if not sealed.historical_why.get(term):
            what = f"The score that history has for {term} is given without a reason."
            remedy = f"Add {term}: with a sentence under historical_why."
            path = ("historical_terms", term)
            yield Fault("debrief.yaml", path, what, remedy, level="note", key=True)


def _called(path: tuple[str | int, ...], record: Any) -> str:
    if isinstance(record, Brief):
        return "The brief"
    last = path[-1] if path else ""
    return f"#{last + 1}" if isinstance(last, int) else str(last)
