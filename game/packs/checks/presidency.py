"""The presidency can be counted from the pack's anchor: a member known to have presided on an earlier day.

`presides: [IND, 1950-06-25]` names a member and a day in its month; from there the chair goes round every
month in English alphabetical order (rule 18). The day may not lie after the first stage. Before the League
the chair passed on with the session: a stage says who presides from then on (`president: ARG`), and until one
does the anchor's member does.

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
    """Yield an anchor from which nobody's presidency can be counted, and Presidents who are no members."""
    yield from _named(pack)
    if not pack.body.monthly:
        yield from _anchored(pack)
        return
    seat, text = pack.scenario.open.presides
    since = day_of(text)
    if since is None:
        yield Fault(
            "pack.yaml",
            (*_PATH, 1),
            f"There is no day {text}.",
            "Write year, month and day as in 1950-06-25.",
        )
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


def _named(pack: Pack) -> Iterator[Fault]:
    """A stage names its President only before the League, and then one of its members (L10)."""
    for stage in pack.scenario.sealed.stages:
        if stage.president and pack.body.monthly:
            what = "The presidency of the Security Council goes by the month; no stage names it."
            yield Fault("stages.yaml", (stage.id, "president"), what, "Take it out.", key=True)
        elif stage.president and stage.president not in stage.members:
            what = f"{stage.president} is no member at {stage.id} and cannot preside."
            yield Fault("stages.yaml", (stage.id, "president"), what, "Name a member of that stage.")


def _anchored(pack: Pack) -> Iterator[Fault]:
    """The League's presidency begins with the anchor's member, who must sit at the first stage (L10)."""
    seat, first = pack.scenario.open.presides[0], pack.scenario.sealed.stages[0]
    if not first.president and seat not in first.members:
        what = f"{seat} is no member at {first.id} and cannot preside."
        yield Fault("pack.yaml", _PATH, what, "Name a member of the first stage.")
