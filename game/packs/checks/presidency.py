"""The presidency can be counted from the pack's anchor: a member known to have presided on an earlier day.

`presides: [IND, 1950-06-25]` names a member and a day in its month; from there the chair goes round every
month in English alphabetical order (rule 18). The day may not lie after the first stage.

PASS
    # pack.yaml
    presides: [IND, 1950-06-01]

FAIL
    # pack.yaml
    presides: [BRA, 1950-06-25]

FAIL
    # pack.yaml
    presides: [IND, 1950-08-01]

FAIL
    # pack.yaml
    presides: [IND, June]
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs import tables
from game.packs.checks.calendar import day_of
from game.packs.walk import Fault, Pack
from game.rules.presidency import presides

_PATH = ("presides",)


def check(pack: Pack) -> Iterator[Fault]:
    """Yield an anchor from which nobody's presidency can be counted."""
    seat, text = pack.scenario.open.presides
    since = day_of(text)
    if since is None:
        yield Fault("pack.yaml", (*_PATH, 1), f"There is no day {text}.", "Write it as 1950-06-25.")
        return
    days = [d for s in pack.scenario.sealed.stages if (d := day_of(s.date))]
    if not days:
        return
    members = {year: tables.members(year) for year in range(since.year, max(days).year + 1)}
    for day in (min(days), max(days)):
        try:
            presides(day, (seat, since), members)
        except ValueError as trouble:
            remedy = "Name a member and a day in its month, on or before the first stage."
            yield Fault("pack.yaml", _PATH, str(trouble), remedy)
            return
