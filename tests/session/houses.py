"""Houses for the tests: the shipped ones and made-up ones, over a state told in notation."""

from __future__ import annotations

from dataclasses import replace as replaced
from typing import Any

from msgspec.structs import replace

from game.packs.houses import house
from game.rules.house import House, HouseMotion, Needed
from game.session.state import State
from tests.session.council import at

FLOOR = "june debate | away - | floor USA GBR CHN CUB ECU EGY FRA IND NOR RUS YUG"


def under(name: str, text: str = FLOOR, **changes: Any) -> State:
    """A moment of the hand-made crisis under a house; `changes` are made to the house."""
    return replace(at(text), house=replaced(house(name), **changes))


def with_motion(base: House, id: str, does: str, **more: Any) -> House:
    """A house with one more motion."""
    return replaced(base, motions=(*base.motions, HouseMotion(id, id, does, **more)))


__all__ = ["FLOOR", "Needed", "under", "with_motion"]
