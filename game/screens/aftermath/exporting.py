"""Papers of a sitting written beside its save: which ones there are, what their files are called, and writing
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from game.journal import SUFFIX
from game.places import PlaceError, furnish, saves
from game.plain import clean
from game.screens.aftermath.recording import MISFIT
from game.session.events import Event
from game.session.scenario import Scenario
from game.session.state import State

PAPERS = (
    ("debrief", "The debrief"),
    ("record", "The verbatim record"),
    ("resolutions", "The resolutions and the texts that failed"),
    ("votes", "The voting table"),
)


class Kept(Protocol):
    """What a sitting leaves: its crisis, its record, and where it is saved."""

    @property
    def scenario(self) -> Scenario:
        """The crisis."""

    @property
    def record(self) -> Sequence[Event]:
        """All that happened."""

    @property
    def path(self) -> Path | None:
        """Where it is saved, if it is."""


def write(kept: Kept, state: State, papers: Sequence[str]) -> tuple[list[Path], str]:
    """Write papers as Markdown beside the save; return the files written, and a sentence if something went
    wrong.
    """
    from game.prose.exports import export
    from game.sitting.choices import motives

    written: list[Path] = []
    try:
        folder = furnish(kept.path.parent if kept.path else saves())
        stem = kept.path.name.removesuffix(SUFFIX) if kept.path else kept.scenario.open.id
        for paper in papers:
            why = motives(kept.scenario, kept.record) if paper == "debrief" else None
            text = export(kept.record, state, kept.scenario, paper, "md", why)
            file = folder / f"{stem}.{paper}.md"
            file.write_text(text, encoding="utf-8")
            written.append(file)
    except PlaceError as fault:
        return written, clean(str(fault))
    except MISFIT:
        return written, "The record of this sitting does not fit the crisis as it is now."
    except OSError as fault:
        return written, clean(f"The paper could not be written ({fault.strerror or fault}).")
    return written, ""
