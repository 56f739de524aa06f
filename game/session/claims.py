"""What a pack tells of the past and marks as doubtful: `disputed`, or `thin`, each with its reason.

The marks are for those who look back, never for those who play: the debrief shows them. Nothing here judges
whether a claim is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from game.session.scenario import Roll, Scenario

Mark = Literal["disputed", "thin"]
MARKS: tuple[Mark, ...] = ("disputed", "thin")


class Claim(Struct, frozen=True):
    """Something told of the past that is doubtful.

    `where` says of what it is told, such as `The attack`; `text` is what is told; `mark` is disputed or thin
    and `reason` a sentence; `sources` are ids of the pack's sources.
    """

    where: str
    text: str
    mark: Mark
    reason: str
    sources: tuple[str, ...]


def claims(scenario: Scenario) -> list[Claim]:
    """Return all marked claims of a crisis, of seats, stages, happenings, texts and briefs, in that order."""
    return [
        Claim(where, text, mark, reason, record.sources)
        for where, text, record in _told(scenario)
        for mark in MARKS
        if (reason := getattr(record, mark))
    ]


def _told(scenario: Scenario) -> Iterator[tuple[str, str, Any]]:
    """Every record that may be marked: of what it tells, what it tells, and the record."""
    opened, sealed = scenario.open, scenario.sealed
    yield from ((x.short, x.about or x.name, x) for x in opened.seats)
    yield from ((x.short, x.about or x.name, x) for x in opened.parties)
    yield from ((x.title, x.about, x) for x in opened.items)
    yield from ((scenario.names.get(x.seat, x.seat), x.reason, x) for x in sealed.absences)
    for stage in sealed.stages:
        yield stage.title, stage.history, stage
        yield from ((wire.place or stage.title, wire.text, wire) for wire in stage.wire)
    yield from ((x.title, x.wire, x) for x in sealed.happenings)
    yield from ((x.title, x.about or x.title, x) for x in opened.clauses)
    yield from _texts(scenario)
    yield from _briefs(scenario)


def _texts(scenario: Scenario) -> Iterator[tuple[str, str, Any]]:
    for draft in scenario.open.drafts:
        called = f"{draft.symbol} {draft.title}".strip()
        yield called, draft.about or draft.title, draft
        if draft.roll is not None:
            yield called, _counted(draft.roll), draft.roll


def _counted(roll: Roll) -> str:
    """A roll in words: its count as papers give it, such as 7-1-2, or what is said of it."""
    counts = [roll.yes, roll.no, roll.abstain]
    if all(n is None for n in counts):
        return roll.doubt or "The vote."
    return "The vote: " + "-".join("?" if n is None else str(n) for n in counts) + "."


def _briefs(scenario: Scenario) -> Iterator[tuple[str, str, Any]]:
    for code, brief in scenario.sealed.briefs.items():
        name = scenario.names.get(code, code)
        yield name, brief.history or brief.summary, brief
        yield from ((name, order.text, order) for order in brief.instructions)
