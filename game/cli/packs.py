"""`horseshoe packs`: the crises there are, and what is wrong with those that cannot be played.

Copy me to add a command: one `run`, and everything heavy imported inside it.
"""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.trouble import Trouble

if TYPE_CHECKING:
    from game.packs import PackCard, Problem

MOST_TOLD = 20
"""Problems of a pack that are told to people; there is no such bound in JSON."""


def run(asked: Namespace) -> int:
    """List all packs, for people or as JSON."""
    from game.packs import shelf
    from game.places import PlaceError

    try:
        cards = [(card, _problems(card)) for card in shelf()]
    except PlaceError as fault:
        raise Trouble(str(fault)) from None
    if asked.json:
        saying.hand_over(json.dumps([_fields(card, problems) for card, problems in cards], indent=2))
        return 0
    for card, problems in cards:
        for line in _lines(card, problems):
            saying.say(line)
    if not cards:
        saying.say("There is no crisis on the shelf.")
    return 0


def _problems(card: PackCard) -> tuple[Problem, ...]:
    """All that keeps a pack from being played; nothing if it can be."""
    from game.packs import PackError, load

    try:
        load(card.folder)
    except PackError as fault:
        return tuple(problem for problem in fault.problems if problem.grave)
    return ()


def _fields(card: PackCard, problems: tuple[Problem, ...]) -> dict[str, object]:
    from msgspec.structs import asdict

    told = [asdict(problem) for problem in problems]
    return {**asdict(card), "problem": _first(card, problems), "problems": told}


def _first(card: PackCard, problems: tuple[Problem, ...]) -> str:
    return str(problems[0]) if problems else card.problem


def _lines(card: PackCard, problems: tuple[Problem, ...]) -> list[str]:
    """A pack in two or three lines, or its name and what is wrong with it."""
    if problems or card.problem:
        told = [str(problem) for problem in problems[1:MOST_TOLD]]
        more = [f"and {len(problems) - MOST_TOLD} more"] if len(problems) > MOST_TOLD else []
        first = f"  cannot be played: {_first(card, problems)}"
        return [card.id, first, *(f"  {line}" for line in (*told, *more))]
    title = f"{card.title}: {card.subtitle}" if card.subtitle else card.title
    facts = [card.dates, f"{len(card.seats)} seats", f"about {card.minutes} minutes"]
    return [f"{card.id}  {title}", f"  {', '.join(fact for fact in facts if fact)}"]
