"""The members of every stage are the Council's real members at its date, and the permanent ones are marked.

The table `crises/data/council_members.csv` has the members of every year. Names decide the English
alphabetical order, and with it who presides and who votes first; so they must fall into the order in which
the United Nations has them. Of the League's Council there is no table: only the number of its seats is asked,
and the parties to the dispute that were no members sit beside it.

PASS
    # stages.yaml
    invasion: {members: [CHN, CUB, ECU, EGY, FRA, IND, NOR, RUS, GBR, USA, YUG]}

FAIL
    # stages.yaml
    invasion: {members: [CHN, CUB, ECU, EGY, FRA, IND, NOR, RUS, GBR, USA]}

FAIL
    # stages.yaml
    assistance: {date: 1951-06-27}

FAIL
    # stages.yaml
    assistance: {date: 2050-06-27, members: [CHN, FRA, RUS, GBR, USA]}

FAIL
    # delegations.yaml
    seats: {FRA: {permanent: false}}

FAIL
    # delegations.yaml
    seats: {GBR: {name: Great Britain}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs import tables
from game.packs.checks.calendar import day_of
from game.packs.walk import Fault, Pack
from game.rules.bodies import ERAS, Law
from game.rules.covenant import council_seats
from game.rules.presidency import english_order
from game.session.scenario import Stage


def check(pack: Pack) -> Iterator[Fault]:
    """Yield stages whose members were not the Council's, seats wrongly permanent, and names out of order."""
    if pack.body.law is Law.COVENANT:
        yield from _league(pack)
        return
    for seat in pack.scenario.open.seats:
        if seat.permanent != (seat.code in pack.body.permanent):
            right = "true" if seat.code in pack.body.permanent else "false"
            what = f"{seat.short} is{' not' * (right == 'false')} a permanent member."
            yield Fault(
                "delegations.yaml", ("seats", seat.code), what, f"Write permanent: {right}.", key=True
            )
    for stage in pack.scenario.sealed.stages:
        yield from _members(pack, stage)
    yield from _order(pack)


def _league(pack: Pack) -> Iterator[Fault]:
    """The League's Council had so many seats at a date, parties to the dispute that were no members apart."""
    guests = set(pack.scenario.open.disputants)
    for stage in pack.scenario.sealed.stages:
        day = day_of(stage.date)
        if day is None or not ERAS[pack.scenario.open.body].sat_on(day):
            continue
        least, most = council_seats(day)
        given = set(stage.members)
        if len(given) < least or len(given - guests) > most:
            seats = f"{least} to {most}" if least != most else f"{least}"
            what = f"The stage {stage.id} has {len(given)} members in a Council of {seats}."
            remedy = "Name the members of the date; parties to the dispute go under disputants."
            yield Fault("stages.yaml", (stage.id, "members"), what, remedy, key=True)


def _members(pack: Pack, stage: Stage) -> Iterator[Fault]:
    day = day_of(stage.date)
    if day is None:
        return
    real, given = set(tables.members(day.year)), set(stage.members)
    path = (stage.id, "members")
    if len(stage.members) != len(given):
        yield Fault("stages.yaml", path, "A member is named twice.", "Name each once.")
    wrong = [f"{c} was no member" for c in sorted(given - real)]
    wrong += [f"{c} is left out" for c in sorted(real - given)]
    if not real and len(given) != pack.body.size:
        what = f"The stage {stage.id} has {len(given)} members in a Council of {pack.body.size}."
        yield Fault("stages.yaml", path, what, "Name all members of the date.", key=True)
    if real and wrong:
        what = f"These are not the Council's members of {day.year}: {', '.join(wrong)}."
        yield Fault("stages.yaml", path, what, f"Write {', '.join(sorted(real))}.", key=True)


def _order(pack: Pack) -> Iterator[Fault]:
    """Compare the order of names with that of the table, year by year; one fault is enough."""
    names = {s.code: s.name for s in pack.scenario.open.seats}
    years = {d.year for s in pack.scenario.sealed.stages if (d := day_of(s.date))}
    for year in sorted(years):
        real = {c: n for c, n in tables.members(year).items() if c in names}
        ours = english_order({c: names[c] for c in real})
        theirs = english_order(real)
        if ours != theirs:
            code = next(a for a, b in zip(ours, theirs, strict=True) if a != b)
            what = f"By its name, {names[code]}, the seat {code} takes a wrong place in the English order."
            remedy = f"Write the name the United Nations used, such as {real[code]}."
            yield Fault("delegations.yaml", ("seats", code, "name"), what, remedy)
            return
