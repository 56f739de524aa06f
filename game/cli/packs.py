"""`horseshoe packs`: the crises there are.

Copy me to add a command: one `run`, and everything heavy imported inside it.
"""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.trouble import Trouble

if TYPE_CHECKING:
    from game.packs import PackCard


def run(asked: Namespace) -> int:
    """List all packs, for people or as JSON."""
    from game.packs import shelf
    from game.places import PlaceError

    try:
        cards = shelf()
    except PlaceError as fault:
        raise Trouble(str(fault)) from None
    if asked.json:
        saying.hand_over(json.dumps([_fields(card) for card in cards], indent=2))
        return 0
    for card in cards:
        for line in _lines(card):
            saying.say(line)
    if not cards:
        saying.say("There is no crisis on the shelf.")
    return 0


def _fields(card: PackCard) -> dict[str, object]:
    from msgspec.structs import asdict

    return asdict(card)


def _lines(card: PackCard) -> list[str]:
    """A pack in two or three lines."""
    if card.problem:
        return [card.id, f"  cannot be played: {card.problem}"]
    title = f"{card.title}: {card.subtitle}" if card.subtitle else card.title
    facts = [card.dates, f"{len(card.seats)} seats", f"about {card.minutes} minutes"]
    return [f"{card.id}  {title}", f"  {', '.join(fact for fact in facts if fact)}"]
