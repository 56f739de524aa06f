"""A crisis as a reader sees it before playing: what is public of it, on a page of plain lines.

It must show nothing sealed: no briefs, no happenings to come, no endings.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from game.plain import clean
from game.prose.names import day
from game.session.scenario import Scenario


def preview(scenario: Scenario, width: int = 80) -> Iterator[str]:
    """Yield the lines of the page, none wider than `width` columns."""
    pack = scenario.open
    yield from wrap(
        f"{clean(pack.title)}: {clean(pack.subtitle)}" if pack.subtitle else clean(pack.title), width
    )
    yield ""
    yield from wrap(clean(pack.summary), width)
    first = scenario.cards[0]
    yield from ("", f"{day(first.date)}  {clean(first.title)}", "")
    for wire in first.wire:
        place = f"{clean(wire.place)}: " if wire.place else ""
        yield from wrap(place + clean(wire.text), width, initial_indent="  ", subsequent_indent="  ")
    yield from ("", "At the table")
    for seat in pack.seats:
        told = not seat.permanent or "ermanent member" in seat.about
        mark = "" if told else " (permanent)"
        text = f"{seat.code}  {clean(seat.name)}{mark}. {clean(seat.about)}"
        yield from wrap(text, width, initial_indent="  ", subsequent_indent="       ")
    if pack.parties:
        yield from ("", "Parties")
        for party in pack.parties:
            text = f"{party.code}  {clean(party.name)}. {clean(party.about)}"
            yield from wrap(text, width, initial_indent="  ", subsequent_indent="       ")
    yield from ("", "Stages")
    yield from (f"  {day(card.date)}  {clean(card.title)}"[:width] for card in scenario.cards)
    yield from ("", f"Texts that may be tabled: {len(pack.drafts)}; kinds of clauses: {len(pack.clauses)}")
    yield f"A full sitting takes one person about {pack.minutes} minutes."
