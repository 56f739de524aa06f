"""The minutes of the world outside: clauses that lapse, contingents that arrive, patrons that react."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.plain import clean
from game.prose.names import clause_title, promised, the
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario
from game.world.patrons import Patron, Reaction


def _lapsed(e: happened.ClauseLapsed, s: Scenario) -> str:
    kind, _, rest = e.cause.partition(":")
    symbol = rest.partition(":")[0]
    why = {
        "draft": f"it is lifted by {clean(symbol)}",
        "term": "its time is over",
        "until": "what it waited for has come",
    }
    return f"{clause_title(s, e.clause)} of {clean(e.draft)} stands no more: {why.get(kind, 'it is lifted')}"


def patron(s: Scenario, group: str, reaction: str) -> tuple[Patron | None, Reaction | None, str]:
    """Find a patron and its reaction, and what the patron is called."""
    model = s.sealed.security
    found = next((x for x in model.patrons if x.id == group), None)
    does = next((x for x in found.reactions if x.id == reaction), None) if found else None
    title = next((g.title for g in model.groups if g.id == group), group)
    return found, does, clean(title)


def _reacted(e: happened.PatronReacted, s: Scenario) -> str | None:
    """What a patron did; that one held back, nobody is told."""
    if not e.acted:
        return None
    _, does, title = patron(s, e.patron, e.reaction)
    what = clean(does.title).rstrip(".") if does else clean(e.reaction)
    return f"{title}: {what}{f'. {clean(does.wire)}' if does and does.wire else ''}"


LINES: Mapping[type[Event], Callable[[Any, Scenario], str | None]] = {
    happened.ClauseLapsed: _lapsed,
    happened.PledgeArrived: lambda e, s: (
        f"what {the(s, e.seat)} pledged is there: {promised(s, e.kind, e.amount)}"
    ),
    happened.PatronReacted: _reacted,
}
