"""Why a condition held: each of its parts that was so, in a sentence, with the event that made it so.

The condition was judged by the sitting; here it is told, with the facts of that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.plain import clean
from game.prose.names import ballot, clause_title, lowered, promised, sentence, the
from game.prose.origins import Step, called, origin, tally
from game.prose.trail import Trail
from game.session import facts as standing
from game.world.conditions import Condition, Facts
from game.world.security import GROUNDS


class Ground(NamedTuple):
    """A part of a condition that was so: its sentence and event, and where the walk goes on.

    `track` asks for the movers of that track, those that went down (`sign` -1), up (1) or either way (0).
    """

    sentence: str
    at: int = -1
    track: str = ""
    sign: int = 0
    step: Step | None = None


def ground(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    """Return why a condition without parts was so before event `at`; None for what goes without saying."""
    told = TOLD.get(c.kind)
    return told(trail, c, at, known) if told is not None else None


def lacking(trail: Trail, c: Condition) -> str:
    """Name what was not so, in a few words; empty for what has no name a reader knows."""
    title = trail.scenario.happening.get(c.name)
    match c.kind:
        case "happened" if title is not None:
            return f"“{clean(title.title).rstrip('.')}”"
        case "adopted" | "agreed" | "lapsed":
            return f"the adoption of {_subject(trail, c.name)}"
        case "vetoed":
            return f"a veto of {_subject(trail, c.name)}"
        case "invited":
            return f"an invitation of {the(trail.scenario, c.name)}"
    return ""


def bounds(c: Condition) -> str:
    """What a bound asks, in words."""
    if c.at_least is not None and c.at_most is not None:
        return f"from {c.at_least:g} to {c.at_most:g} was asked"
    if c.at_least is not None:
        return f"{c.at_least:g} or more was asked"
    return f"{c.at_most:g} or less was asked" if c.at_most is not None else "nothing was asked of it"


def _subject(trail: Trail, name: str) -> str:
    stored = trail.scenario.draft.get(name)
    if stored is None:
        return clause_title(trail.scenario, name)
    return clean(stored.symbol) or f"“{clean(stored.title)}”"


def _track(trail: Trail, c: Condition, at: int, known: Facts) -> Ground:
    title = next((t.title for t in trail.scenario.open.tracks if t.id == c.name), c.name)
    sign = (c.at_least is not None) - (c.at_most is not None)
    value = known.tracks.get(c.name, 0.0)
    return Ground(sentence(f"{clean(title)} stood at {value:g}; {bounds(c)}"), -1, c.name, sign)


def _term(trail: Trail, c: Condition, at: int, known: Facts) -> Ground:
    measured = trail.last("measured", until=at)
    title = GROUNDS[c.name].title if c.name in GROUNDS else "credibility"
    said = f"{lowered(title)} was measured at {known.terms.get(c.name, 0.0):.2f}; {bounds(c)}"
    return Ground(sentence(said), -1 if measured is None else measured)


def _stage(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    if not c.name:
        return None
    title = next((s.title for s in trail.scenario.sealed.stages if s.id == c.name), c.name)
    opened = trail.last("stage", c.name, until=at)
    return Ground(sentence(f"the time had come: “{clean(title)}”"), -1 if opened is None else opened)


def _flag(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    up = next((turn for turn in reversed(trail.flags.get(c.name, ())) if turn.up and turn.at < at), None)
    if up is not None:
        step = origin(trail, up.cause, up.at)
        return Ground(step.sentence, step.at, step=step)
    if c.name == standing.ASSEMBLY_CALLED:
        called = trail.last("assembly", until=at)
        return Ground("The General Assembly had been called.", -1 if called is None else called)
    if c.name.startswith(standing.ASSEMBLY):
        return _bearing(trail, c.name.removeprefix(standing.ASSEMBLY), "recommended", at)
    if c.name == standing.ITEM_REMOVED:
        removed = trail.last("removed", until=at)
        return Ground("The Council was seized of the matter no more.", -1 if removed is None else removed)
    return None


_DECIDED = {
    "adopted": "was adopted",
    "issued": "was issued as a statement of the President",
    "recommended": "was adopted by the General Assembly",
    "vetoed": "was vetoed",
    "failed": "was not adopted",
}


def _bearing(trail: Trail, subject: str, what: str, at: int) -> Ground | None:
    found = trail.bearing(subject, what, at)
    if found is None:
        return None
    when, symbol = found
    stored = trail.scenario.draft.get(subject)
    clause = "" if stored is not None else f", with the clause {clause_title(trail.scenario, subject)}"
    said = f"{called(trail, symbol)} {_DECIDED[what]}{tally(trail, symbol, when)}{clause}"
    return Ground(sentence(said), when)


def _adopted(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    return _bearing(trail, c.name, "adopted", at)


def _agreed(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    return _bearing(trail, c.name, "adopted", at) or _bearing(trail, c.name, "issued", at)


def _lost(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    vetoed = _bearing(trail, c.name, "vetoed", at)
    return vetoed if vetoed is not None or c.kind == "vetoed" else _bearing(trail, c.name, "failed", at)


def _absent(trail: Trail, c: Condition, at: int, known: Facts) -> Ground:
    left = trail.last("seat", c.name, until=at)
    return Ground(sentence(f"{the(trail.scenario, c.name)} stayed away"), -1 if left is None else left)


def _invited(trail: Trail, c: Condition, at: int, known: Facts) -> Ground:
    found = trail.last("invited", c.name, until=at)
    return Ground(sentence(f"{the(trail.scenario, c.name)} had been invited"), -1 if found is None else found)


def _happened(trail: Trail, c: Condition, at: int, known: Facts) -> Ground:
    step = origin(trail, f"happening:{c.name}", at)
    return Ground(step.sentence, step.at, step=step)


def _voted(trail: Trail, c: Condition, at: int, known: Facts) -> Ground:
    subject, seat, vote = c.name.split(":")
    found = trail.bearing(subject, "result", at)
    on = f" ({clean(found[1])})" if found else ""
    said = f"on {_subject(trail, subject)}{on} {the(trail.scenario, seat)} {ballot(vote)}"
    return Ground(sentence(said), found[0] if found else -1)


def _pledged(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    kind, _, seat = c.name.partition(":")
    amount = (known.arrived if c.kind == "arrived" else known.pledged).get(c.name, 0.0)
    if not amount:
        return None
    who = the(trail.scenario, seat) if seat else "the members together"
    verb = "had there" if c.kind == "arrived" else "had pledged"
    key = "arrived" if c.kind == "arrived" else "pledge"
    seats = (seat,) if seat else tuple(trail.scenario.seat)
    found = [i for s in seats if (i := trail.last(key, s, kind, until=at)) is not None]
    return Ground(sentence(f"{who} {verb} {promised(trail.scenario, kind, amount)}"), max(found, default=-1))


def _lapsed(trail: Trail, c: Condition, at: int, known: Facts) -> Ground | None:
    ends = [
        (i, key[1])
        for key in trail.found
        if key[0] == "lapsed" and key[2] == c.name and (i := trail.last(*key, until=at)) is not None
    ]
    if not ends:
        return None
    when, symbol = max(ends)
    step = origin(trail, f"lapse:{symbol}:{c.name}", when)
    return Ground(step.sentence, when, step=step)


def _regard(trail: Trail, c: Condition, at: int, known: Facts) -> Ground:
    value = known.standing.get(c.name, 0.0)
    moves = [m for m in trail.standings.get(c.name, ()) if m.at < at]
    said = f"the standing of {the(trail.scenario, c.name)} was {value:g}; {bounds(c)}"
    return Ground(sentence(said), moves[-1].at if moves else -1)


TOLD: Mapping[str, Callable[[Trail, Condition, int, Facts], Ground | None]] = {
    "track": _track,
    "term": _term,
    "stage": _stage,
    "flag": _flag,
    "adopted": _adopted,
    "agreed": _agreed,
    "vetoed": _lost,
    "failed": _lost,
    "absent": _absent,
    "invited": _invited,
    "happened": _happened,
    "voted": _voted,
    "pledged": _pledged,
    "arrived": _pledged,
    "lapsed": _lapsed,
    "standing": _regard,
}
"""How each kind of condition is told where it was so; those with parts are walked in `causes`."""
