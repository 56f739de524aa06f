"""The General Assembly as a compiled pack holds it: its Members by date, and what the pack knows of how they
lean."""

from __future__ import annotations

from msgspec import Struct

from game.world.blocs import Elector


class Electorate(Struct, frozen=True):
    """The Members of the United Nations from a day (ISO) on, until the next electorate's."""

    since: str
    electors: tuple[Elector, ...]


class Assembly(Struct, frozen=True):
    """What a pack knows of how the General Assembly leans.

    `leanings`: issue -> State's code or regional group -> from -1 (against) to 1 (for), whatever its
    neighbours at the table say; nobody named, nobody leans.
    """

    leanings: dict[str, dict[str, float]] = {}
    sources: tuple[str, ...] = ()
