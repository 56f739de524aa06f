"""Whatever a pack says of history names where it is known from.

Members, parties, stages, historical happenings, endings and drafts, briefs, absences and doubts state facts.
A roll may rest on its draft's sources, a dispatch on its stage's. What did not happen (`historical: false`)
needs none. A pack can be played without its sources, but should not be given to a class: this is advice.

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
    # sources.yaml
    rumour: {title: Something nobody refers to}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.packs.checks.things import SOURCED
from game.packs.walk import Fault, Pack
from game.session.scenario import Absence, Brief, Doubt, Party, Seat, Stage, StoredDraft
from game.world.story import Ending, Happening

FACTS = (Seat, Party, Stage, StoredDraft, Happening, Ending, Brief, Absence, Doubt)
"""Records that state facts of history."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield facts without a source, and sources nothing rests on."""
    for site in pack.of(*FACTS):
        if not site.record.sources and getattr(site.record, "historical", True):
            what = f"{_called(site.path, site.record)} names no source."
            yield Fault(
                site.file, site.path, what, "Add sources: with the id of one.", level="warning", key=True
            )
    used = {s for site in pack.of(*SOURCED) for s in site.record.sources}
    for source in pack.scenario.open.sources:
        if source.id not in used:
            what = f"Nothing rests on the source {source.id}."
            path = (source.id,)
            yield Fault("sources.yaml", path, what, "Name it where it is used.", level="warning", key=True)


def _called(path: tuple[str | int, ...], record: Any) -> str:
    if isinstance(record, Brief):
        return "The brief"
    last = path[-1] if path else ""
    return f"#{last + 1}" if isinstance(last, int) else str(last)
