"""The stages of a crisis are real days, one after the other, and the first of them always takes place.

Meetings of the Council are numbered in order, so a later stage cannot have an earlier meeting's number. A
short sitting plays the stages marked `short`, so at least one must be.

PASS
    # stages.yaml
    assistance: {date: 1950-06-27, meeting: 474}

FAIL
    # stages.yaml
    assistance: {date: 1950-06-24}

FAIL
    # stages.yaml
    assistance: {date: 1950-06-31}

FAIL
    # stages.yaml
    assistance: {meeting: 12}

FAIL
    # stages.yaml
    invasion: {when: {flag: seoul-lost}}

FAIL
    # stages.yaml
    invasion: {short: false}
    assistance: {short: false}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.packs.walk import Fault, Pack
from game.rules.bodies import ERAS, Law, body_on

FILE = "stages.yaml"


def day_of(text: str) -> date | None:
    """The day an ISO date means, or None when there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def check(pack: Pack) -> Iterator[Fault]:
    """Yield days that do not exist, stages out of order, and sittings without a stage."""
    stages = pack.scenario.sealed.stages
    if stages[0].when is not None:
        what = f"The first stage, {stages[0].id}, might be passed over."
        yield Fault(FILE, (stages[0].id, "when"), what, "Take its when: out.", key=True)
    if not any(s.short for s in stages):
        yield Fault(FILE, (), "No stage is played in a short sitting.", "Mark some with short: true.")
    yield from _days(pack)
    yield from _meetings(pack)


def _days(pack: Pack) -> Iterator[Fault]:
    last: date | None = None
    for stage in pack.scenario.sealed.stages:
        day, path = day_of(stage.date), (stage.id, "date")
        if day is None:
            yield Fault(FILE, path, f"There is no day {stage.date}.", "Look the date up again.")
        elif last is not None and day < last:
            what = f"The stage {stage.id} lies before the one above it ({last.isoformat()})."
            yield Fault(FILE, path, what, "Order the stages by date.")
        else:
            last = day
            yield from _body(pack, stage.id, day)


def _body(pack: Pack, stage: str, day: date) -> Iterator[Fault]:
    if pack.body.law is Law.COVENANT:
        yield from _league(pack, stage, day)
        return
    try:
        right = body_on(day)
    except ValueError as trouble:
        yield Fault(FILE, (stage, "date"), str(trouble), "Look the date up again.")
        return
    if right.id != pack.scenario.open.body:
        what = f"On {day.isoformat()} the Council had {right.size} members, not {pack.body.size}."
        yield Fault("pack.yaml", ("body",), what, f"Write body: {right.id}.")


def _league(pack: Pack, stage: str, day: date) -> Iterator[Fault]:
    """The League's Council met from 16 January 1920 until the League was dissolved on 18 April 1946."""
    if not ERAS[pack.scenario.open.body].sat_on(day):
        what = f"On {day.isoformat()} the League's Council did not exist."
        yield Fault(FILE, (stage, "date"), what, "Look the date up again, or the body.")


def _meetings(pack: Pack) -> Iterator[Fault]:
    last = 0
    for stage in pack.scenario.sealed.stages:
        if stage.meeting and stage.meeting < last:
            what = f"Meeting {stage.meeting} comes after meeting {last}."
            yield Fault(FILE, (stage.id, "meeting"), what, "Look the numbers up again.")
        last = max(last, stage.meeting)
