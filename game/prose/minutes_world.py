"""The minutes of the world outside: what moves and why, clauses that lapse, contingents and patrons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.plain import clean
from game.prose.names import clause_title, promised, the
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario
from game.world.patrons import Patron, Reaction


def _moved(e: happened.WorldMoved, s: Scenario) -> str | None:
    titles = {track.id: track.title for track in s.open.tracks}
    tracks = [f"{titles.get(id, id)} is now {value:g}" for id, value in e.moves.tracks.items()]
    regard = [f"the standing of {the(s, seat)} is now {value:g}" for seat, value in e.moves.standings.items()]
    said = "; ".join(tracks + regard)
    return f"{said}{_after(e.cause, s)}" if said else None


def _after(cause: str, s: Scenario) -> str:
    """After what something moved, as the end of a sentence; nothing where the line before it says it."""
    kind, _, rest = cause.partition(":")
    subject, _, detail = rest.partition(":")
    if kind in _TEXTS:
        clause = f": {clause_title(s, detail)}" if detail in s.clause else ""
        return f" ({_TEXTS[kind].format(clean(subject))}{clause})"
    if kind == "happening" and subject in s.happening:
        return f" ({clean(s.happening[subject].title)})"
    if kind == "pledge":
        return f" (what {the(s, subject)} pledged)"
    return " (by its own act)" if kind == "seat" else ""


_TEXTS = {
    "draft": "by {}",
    "veto": "after the veto of {}",
    "failure": "after {} failed",
    "lapse": "what {} did has lapsed",
    "statement": "by the statement {}",
    "assembly": "by the Assembly's {}",
    "demand": "over what {} asked",
}
"""How a move is told after what was done with a text, by kind of cause."""


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
    happened.WorldMoved: _moved,
    happened.ClauseLapsed: _lapsed,
    happened.PledgeArrived: lambda e, s: (
        f"what {the(s, e.seat)} pledged is there: {promised(s, e.kind, e.amount)}"
    ),
    happened.PatronReacted: _reacted,
}
