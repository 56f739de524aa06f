"""One door for texts of people and packs on their way out: a whole value with every text in it made plain."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from game.plain import clean

T = TypeVar("T", bound=msgspec.Struct)


def plainly(value: T) -> T:
    """Return a record of the same kind in which every text, however deep, is plain; line breaks stay."""
    made: T = msgspec.convert(cleaned(msgspec.to_builtins(value)), type(value))
    return made


def cleaned(value: Any) -> Any:
    """Return plain data with every text in it made plain, keys too; a space at a text's edge stays."""
    if isinstance(value, str):
        text = clean(value, lines=True)
        before, after = " " * value.startswith(" "), " " * value.endswith(" ")
        return f"{before}{text}{after}" if text else before
    if isinstance(value, dict):
        return {cleaned(key): cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(inner) for inner in value]
    return value
