"""`horseshoe houses`: the house rules there are, and every parameter and motion of one in plain words."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict
from textwrap import wrap
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.rules.house import House

WIDTH = 78


def run(asked: Namespace) -> int:
    """List the houses, or explain one."""
    from game.places import PlaceError

    try:
        return _explain(asked.house, as_json=asked.json) if asked.house else _list(as_json=asked.json)
    except PlaceError as fault:
        raise Trouble(str(fault)) from None


def house_of(name: str) -> House:
    """Return the house that a command names; Misuse when there is none, Trouble when it is faulty."""
    from game.packs.houses import HouseError, house
    from game.places import PlaceError

    try:
        return house(name)
    except HouseError as fault:
        if any(problem.code == "no-house" for problem in fault.problems):
            raise Misuse(str(fault)) from None
        raise Trouble(str(fault)) from None
    except PlaceError as fault:
        raise Trouble(str(fault)) from None


def _list(*, as_json: bool) -> int:
    from game.packs.houses import inspect, shelf

    told = []
    for id in shelf():
        made, problems = inspect(id)
        grave = [str(p) for p in problems if p.grave]
        title, about = (made.title, made.about) if made is not None else ("", "")
        told.append({"id": id, "title": title, "about": about, "problems": grave})
    if as_json:
        saying.hand_over(json.dumps(told, indent=2))
        return 0
    for entry in told:
        saying.say(f"{entry['id']}  {entry['title']}")
        _indented("; ".join(entry["problems"]) if entry["problems"] else str(entry["about"]))
    saying.say("Several can be laid one over the other: nmun+crisis. See 'horseshoe houses nmun'.")
    return 0


def _explain(name: str, *, as_json: bool) -> int:
    from game.packs.houses import inspect

    made = house_of(name)
    if as_json:
        saying.hand_over(json.dumps(_fields(made), indent=2))
        return 0
    for problem in inspect(name)[1]:
        saying.say(str(problem))
    _say(made)
    return 0


def _fields(house: House) -> dict[str, object]:
    from game.rules.house_words import explained, motion_in_words

    lines = [asdict(line) for line in explained(house)]
    motions = [{**asdict(m), "words": motion_in_words(house, m)} for m in house.motions]
    return {**asdict(house), "motions": motions, "explained": lines}


def _say(house: House) -> None:
    from game.rules.house import rank
    from game.rules.house_words import explained, motion_in_words

    saying.say(f"{house.id}  {house.title}")
    _indented(house.about)
    saying.say()
    saying.say("What the house has settled")
    for line in explained(house):
        _indented(f"{line.sentence} ({line.key}: {line.value}; {line.rule})")
    saying.say()
    saying.say("Its motions and other acts, the first in order first")
    for entry in sorted(house.motions, key=lambda m: rank(house, m.id)):
        place = "" if entry.precedence is None else f"{entry.precedence}. "
        saying.say(f"  {place}{entry.name} ({entry.id}; {entry.spec})")
        _indented(motion_in_words(house, entry), 6)


def _indented(text: str, by: int = 2) -> None:
    for line in wrap(text, WIDTH - by):
        saying.say(" " * by + line)
