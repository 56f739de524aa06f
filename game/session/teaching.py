"""What a crisis brings for class: questions, sources, and what of its history is doubtful.

Nothing here decides anything in a sitting; the debrief and the author's tools read it.
"""

from __future__ import annotations

from msgspec import Struct


class Question(Struct, frozen=True):
    """A debrief question for class."""

    text: str
    weighs: str = ""
    read: str = ""
    stage: str = ""


class Source(Struct, frozen=True):
    """Where a fact comes from."""

    id: str
    title: str
    locator: str = ""
    note: str = ""


class Doubt(Struct, frozen=True):
    """A statement of the documents, or of the pack itself, that is doubtful, and what is better."""

    statement: str
    better: str
    where: str = ""
    sources: tuple[str, ...] = ()
