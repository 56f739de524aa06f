"""What a move of the world came from, in a sentence: a clause adopted, a veto, a happening, a pledge.

It takes the cause an event carries, finds its event on the trail, and says what led further back. It judges
nothing and knows no screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from game.plain import clean
from game.prose.minutes_world import patron
from game.prose.names import clause_title, everyone, listed, promised, sentence, short, the
from game.prose.trail import Trail
from game.session import events as happened
from game.world.conditions import Condition

FEW = 4
"""Voters who stood apart are named up to this number."""


class Step(NamedTuple):
    """One step back: its sentence, its event (-1: none), and what led to it: a condition or another cause."""

    sentence: str
    at: int = -1
    when: Condition | None = None
    further: str = ""


def origin(trail: Trail, cause: str, at: int) -> Step:
    """Return what an event's cause was; `at` is the event that carries it."""
    kind, _, rest = cause.partition(":")
    subject, _, detail = rest.partition(":")
    told = TOLD.get(kind)
    if told is None:
        return Step(sentence(clean(cause)))
    return told(trail, subject, detail, at)


def called(trail: Trail, symbol: str) -> str:
    """What a text is called: as a resolution by its number, else by its symbol."""
    adopted = trail.last("adopted", symbol)
    event = trail.events[adopted] if adopted is not None else None
    if isinstance(event, happened.ResolutionAdopted) and event.number:
        return f"resolution {event.number} ({clean(symbol)})"
    return clean(symbol)


def tally(trail: Trail, symbol: str, until: int | None = None) -> str:
    """How the vote on a text went, in brackets: `(9-0-1; abstaining: Yugoslavia)`, naming those who stood
    apart if they are few and no veto's sentence names them already; nothing where none was counted."""
    result = trail.result(symbol, until)
    if result is None or not result.yes + result.no + result.abstain:
        return " (without a vote)" if result is not None and result.verdict in ("adopted", "issued") else ""
    apart = "".join(
        f"; {word}: {listed(short(trail.scenario, seat) for seat in seats)}"
        for word, vote in (("against", "no"), ("abstaining", "abstain"))
        if 0 < len(seats := trail.cast(symbol, vote, until)) <= FEW
        and not set(seats) <= {*result.vetoed_by, *result.blocked_by}
    )
    return f" ({result.yes}-{result.no}-{result.abstain}{apart})"


def with_clause(trail: Trail, clause: str) -> str:
    """The clause of a text that did it, if it is known which."""
    return f", with the clause {clause_title(trail.scenario, clause)}" if clause else ""


def _draft(trail: Trail, symbol: str, clause: str, at: int) -> Step:
    adopted = trail.last("adopted", symbol, until=at + 1)
    if adopted is None:
        lost = _lost(trail, symbol, clause, at)
        return lost if lost.at >= 0 else Step(sentence(f"{clean(symbol)}{with_clause(trail, clause)}"))
    said = f"{called(trail, symbol)} was adopted{tally(trail, symbol, adopted)}{with_clause(trail, clause)}"
    return Step(sentence(said), adopted)


def _lost(trail: Trail, symbol: str, clause: str, at: int) -> Step:
    """A veto or a failure of a text, with who stood in its way."""
    vetoed = trail.last("vetoed", symbol, until=at + 1)
    failed = trail.last("failed", symbol, until=at + 1)
    found = vetoed if vetoed is not None else failed
    result = trail.result(symbol, found)
    by = result.vetoed_by if result is not None else ()
    how = f"was vetoed by {everyone(trail.scenario, by)}" if by else "was not adopted"
    blocked = result.blocked_by if result is not None else ()
    if blocked:
        how = f"failed for want of unanimity: {everyone(trail.scenario, blocked)} said no"
    said = f"{clean(symbol)} {how}{tally(trail, symbol, found)}{with_clause(trail, clause)}"
    return Step(sentence(said), -1 if found is None else found)


def _stated(trail: Trail, symbol: str, clause: str, at: int) -> Step:
    found = trail.last("issued", symbol, until=at + 1)
    said = f"the President made the statement {clean(symbol)}{with_clause(trail, clause)}"
    return Step(sentence(said), -1 if found is None else found)


def _assembly(trail: Trail, symbol: str, clause: str, at: int) -> Step:
    found = trail.last("recommended", symbol, until=at + 1)
    refused = trail.last("rejected", symbol, until=at + 1)
    if found is None and refused is not None:
        return Step(
            sentence(f"the General Assembly refused {clean(symbol)}{tally(trail, symbol, refused)}"), refused
        )
    said = f"the Assembly adopted {clean(symbol)}{tally(trail, symbol, found)}{with_clause(trail, clause)}"
    return Step(sentence(said), -1 if found is None else found)


def _demand(trail: Trail, symbol: str, clause: str, at: int) -> Step:
    found = trail.last("demand", symbol, clause, until=at + 1)
    if found is None:
        return Step(sentence(f"what {clean(symbol)} asked{with_clause(trail, clause)}"))
    e = cast(happened.ComplianceDecided, trail.events[found])
    does = "did what it was asked" if e.complied else "did not do what it was asked"
    odds = f"it would have complied {round(100 * e.odds)} times in a hundred"
    said = f"{the(trail.scenario, e.party)} {does} by {clause_title(trail.scenario, clause)}: {odds}"
    return Step(sentence(said), found, further=f"draft:{symbol}:{clause}")


def _happening(trail: Trail, name: str, _: str, at: int) -> Step:
    found = trail.last("happening", name, until=at + 1)
    told = trail.scenario.happening.get(name)
    title = clean(told.title).rstrip(".") if told else clean(name)
    if found is None:
        return Step(sentence(title))
    e = cast(happened.HappeningOccurred, trail.events[found])
    if e.injected:
        return Step(sentence(f"{title}: the director brought it about"), found)
    odds = f" (once it could come, its odds were {round(100 * e.odds)} in a hundred)" if e.odds < 1 else ""
    return Step(sentence(f"{title}{odds}"), found, told.when if told else None)


def _stage(trail: Trail, name: str, _: str, at: int) -> Step:
    title = next((s.title for s in trail.scenario.sealed.stages if s.id == name), name)
    found = trail.last("stage", name, until=at + 1)
    return Step(sentence(f"the stage “{clean(title)}” opened"), -1 if found is None else found)


def _pledge(trail: Trail, seat: str, kind: str, at: int) -> Step:
    found = [i for i in trail.found.get(("pledge", seat, kind), ()) if i <= at]
    if not found:
        return Step(sentence(f"{the(trail.scenario, seat)} had pledged {clean(kind)}"))
    made = [cast(happened.PledgeMade, trail.events[i]) for i in found]
    what = promised(trail.scenario, kind, sum(e.amount for e in made))
    return Step(sentence(f"{the(trail.scenario, seat)} had pledged {what}"), found[-1])


def _seat(trail: Trail, seat: str, _: str, at: int) -> Step:
    found = trail.last("seat", seat, until=at + 1)
    who = the(trail.scenario, seat)
    did: Mapping[type[Any], str] = {
        happened.SeatLeft: "left the chamber",
        happened.SeatReturned: "took its seat again",
        happened.CapitalAnswered: "asked its capital for another instruction",
    }
    what = did.get(type(trail.events[found]), "acted") if found is not None else "acted"
    return Step(sentence(f"{who} {what}"), -1 if found is None else found)


def _patron(trail: Trail, group: str, reaction: str, at: int) -> Step:
    found = trail.last("patron", group, reaction, until=at + 1)
    _, does, title = patron(trail.scenario, group, reaction)
    what = clean(does.title).rstrip(".") if does else clean(reaction)
    if found is None:
        return Step(sentence(f"{title}: {what}"))
    e = cast(happened.PatronReacted, trail.events[found])
    said = f"{title} was moved to act: {what} (the odds were {round(100 * e.odds)} in a hundred)"
    return Step(sentence(said), found, does.when if does else None)


def _lapse(trail: Trail, symbol: str, clause: str, at: int) -> Step:
    found = trail.last("lapsed", symbol, clause, until=at + 1)
    e = trail.events[found] if found is not None else None
    said = f"{clause_title(trail.scenario, clause)} of {called(trail, symbol)} stood no more"
    further = e.cause if isinstance(e, happened.ClauseLapsed) and ":" in e.cause else ""
    return Step(sentence(said), -1 if found is None else found, further=further)


def _drift(trail: Trail, *_: Any) -> Step:
    return Step("It moves of itself as time goes by.")


TOLD: Mapping[str, Callable[[Trail, str, str, int], Step]] = {
    "draft": _draft,
    "veto": _lost,
    "failure": _lost,
    "statement": _stated,
    "assembly": _assembly,
    "demand": _demand,
    "happening": _happening,
    "stage": _stage,
    "pledge": _pledge,
    "seat": _seat,
    "patron": _patron,
    "lapse": _lapse,
    "drift": _drift,
}
"""How each kind of cause is told; `session.events.WorldMoved` names them."""


def spoken_of(titles: list[str]) -> str:
    """Several things in one sentence, the first few by name."""
    few = titles[:4]
    more = len(titles) - len(few)
    return listed([*few, f"{more} more"] if more > 1 else titles[:5])
