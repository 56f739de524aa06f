"""The one mapping rule between a pack's YAML and the game's records, kept in one place.

A record's fields are its keys. A tuple of records whose first field is an `id`, `code` or `seat` is written
as a mapping from that field to the rest; every other tuple is a list. This room's schema, its walk through a
compiled pack and its JSON Schema all ask here. Nothing here knows a file or a value.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, structs

from game.rules.house import House
from game.session.scenario import Brief, Choice, Clause, Position, Prospectus, Sealed, Wire
from game.world.conditions import Condition

_KEYS = frozenset({"id", "code", "seat"})
SHORT: dict[type, str] = {Choice: "text", Clause: "kind", Wire: "text"}
"""Records that may be written as a text alone: the field the text stands for."""
LISTED: dict[type, tuple[str, ...]] = {Position: ("position", "salience", "why")}
"""Records that may be written as a list: the fields in the list's order."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field's annotation means to a pack.

    `kind` is value (str, int, float, bool), record, keyed (mapping id -> record), list, pair (a list of fixed
    length) or mapping (text -> anything); `of` is the plain type, the record, or the shapes inside.
    """

    kind: str
    of: Any
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its name, its shape, whether it must be written."""

    name: str
    shape: Shape
    required: bool


def is_record(hint: Any) -> bool:
    """Whether a type is one of the game's records."""
    return isinstance(hint, type) and (issubclass(hint, Struct) or is_dataclass(hint))


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """All fields of a record, its key included, in the order they are declared."""
    hints = get_type_hints(record)
    return tuple(Field(name, shape_of(hints[name]), must) for name, must in _declared(record))


def _declared(record: Any) -> list[tuple[str, bool]]:
    if issubclass(record, Struct):
        return [
            (f.name, f.default is NODEFAULT and f.default_factory is NODEFAULT)
            for f in structs.fields(record)
        ]
    return [(f.name, f.default is MISSING and f.default_factory is MISSING) for f in dataclass_fields(record)]


@cache
def key_of(record: type) -> str | None:
    """The field that a pack writes as the key before a record, or None when the record stands in a list."""
    first = _declared(record)[0][0]
    return first if first in _KEYS else None


def shape_of(hint: Any) -> Shape:
    """Read an annotation; raises TypeError for one a pack cannot hold."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        inner = [a for a in args if a is not NoneType]
        if len(inner) == 1:
            shape = shape_of(inner[0])
            return Shape(shape.kind, shape.of, optional=True)
    elif origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        if is_record(args[0]) and key_of(args[0]):
            return Shape("keyed", args[0])
        return Shape("list", shape_of(args[0]))
    elif origin is tuple:
        return Shape("pair", tuple(shape_of(a) for a in args))
    elif origin is dict and args[0] is str:
        if args[1] is Brief:  # a brief's key is its file's name
            return Shape("keyed", Brief)
        return Shape("mapping", shape_of(args[1]))
    elif hint in {str, int, float, bool}:
        return Shape("value", hint)
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        return Shape("value", str)
    elif hint is Condition:
        return Shape("condition", Condition)
    elif is_record(hint):
        return Shape("record", hint)
    raise TypeError(f"a pack cannot hold {hint!r}")


PACK = "pack.yaml"
DELEGATIONS = "delegations.yaml"
SOURCES = "sources.yaml"
_IN_PACK_OPEN = (
    "id", "title", "subtitle", "summary", "body", "opens", "minutes", "language", "resolution", "presides",
    "items", "issues", "tracks", "pledges",
)  # fmt: skip
_IN_PACK_SEALED = ("uniting_for_peace", "assembly_sits", "assembly")
_SEATED_OPEN = ("seats", "disputants", "parties")
_SEATED_SEALED = ("absences", "contested")
_DEBRIEF = ("questions", "doubts", "historical_terms", "historical_why", "historical_tracks", "deeds")


def _some(record: type, names: tuple[str, ...]) -> tuple[Field, ...]:
    by_name = {f.name: f for f in fields_of(record)}
    return tuple(by_name[n] for n in names)


@cache
def files() -> dict[str, tuple[Field, ...] | Field]:
    """What each file of a pack holds: the fields at its top, or the one field whose value is the whole file.

    `briefs` stands for the folder of briefs.
    """
    whole = {f.name: f for f in (*fields_of(Prospectus), *fields_of(Sealed))}
    return {
        PACK: (*_some(Prospectus, _IN_PACK_OPEN), *_some(Sealed, _IN_PACK_SEALED)),
        DELEGATIONS: (*_some(Prospectus, _SEATED_OPEN), *_some(Sealed, _SEATED_SEALED)),
        SOURCES: whole["sources"],
        "briefs": whole["briefs"],
        "stages.yaml": whole["stages"],
        "happenings.yaml": whole["happenings"],
        "clauses.yaml": whole["clauses"],
        "drafts.yaml": whole["drafts"],
        "endings.yaml": whole["endings"],
        "security.yaml": whole["security"],
        "debrief.yaml": _some(Sealed, _DEBRIEF),
        "expectations.yaml": whole["expectations"],
        "words.yaml": whole["words"],
    }


HOUSE = "house"
"""The kind of a file of house rules; a house is no part of a pack."""


@cache
def house_fields() -> tuple[Field, ...]:
    """What stands at the top of a file of house rules: a house without its id, and what it is laid over."""
    own = tuple(f for f in fields_of(House) if f.name != "id")
    base = (Field("format", Shape("value", int), True), Field("base", Shape("value", str), False))
    return (*base, Field("without", Shape("list", Shape("value", str)), False), *own)


HIDDEN = frozenset({"nations", "languages"})
"""Fields the house fills in itself: a pack may not write them."""
