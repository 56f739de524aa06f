"""Pydantic's errors put into words for an author: one problem each, with its place and what to do.

The words speak of texts, numbers and lists, never of Python. Nothing here judges; it only says what was
found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from game.packs.problems import Problem
from game.packs.reading import Path, Sheet
from game.packs.records import HIDDEN, HOUSE, Field, Shape, fields_of, files, house_fields, key_of
from game.packs.upgrades import FORMAT
from game.packs.when import When
from game.plain import clean

_KINDS: dict[type, str] = {str: "a text", bool: "true or false", int: "a number", float: "a number"}


MOST = 100
"""How many errors of form one file is told of."""


def complaints(sheet: Sheet, kind: str, error: ValidationError) -> list[Problem]:
    """Return one problem for each error of form in a file; `kind` is the file's name, or `briefs`."""
    errors = error.errors(include_url=False)
    found = [_problem(sheet, kind, e) for e in errors[:MOST]]
    if len(errors) > MOST:
        what = f"There are {len(errors) - MOST} more errors of form in this file."
        mark = sheet.mark(tuple(errors[MOST]["loc"]))
        found.append(Problem(sheet.file, *mark, "more", what, "Mend the first ones and look again."))
    return list(dict.fromkeys(found))


def _problem(sheet: Sheet, kind: str, error: Any) -> Problem:
    loc: Path = tuple(error["loc"])
    at_key = bool(loc) and loc[-1] == "[key]"
    path = loc[:-1] if at_key else loc
    code, words = _WORDS.get(error["type"], ("form", _otherwise))
    if at_key:
        code, words = "id", _bad_key
    what, remedy = words(error, path, kind)
    mark = sheet.mark(path, key=at_key or code == "unknown-key")
    return Problem(sheet.file, *mark, code, what, remedy)


def shown(value: Any) -> str:
    """A value as an author wrote it, short enough for a sentence."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "nothing"}[value]
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return clean(str(value), limit=40) or "an empty text"


def _place(path: Path) -> str:
    """A path in words: `seats.IND.name`, with the place of an item counted from 1."""
    if not path:
        return "The file"
    return ".".join(f"#{p + 1}" if isinstance(p, int) else clean(p, limit=40) for p in path)


def _found(value: Any) -> str:
    if value is None:
        return "nothing is written"
    if isinstance(value, dict | list):
        return f"it is {shown(value)}"
    return f"it is {_KINDS.get(type(value), 'something else')}, {shown(value).rstrip('.')}"


def _wants(wanted: str, remedy: str) -> Callable[[Any, Path, str], tuple[str, str]]:
    def words(error: Any, path: Path, kind: str) -> tuple[str, str]:
        return f"{_place(path)} should be {wanted}, but {_found(error['input'])}.", remedy

    return words


def _text(error: Any, path: Path, kind: str) -> tuple[str, str]:
    value = error["input"]
    simple = isinstance(value, bool | int | float)
    remedy = f'Put it in quotes: "{shown(value)}".' if simple else "Write words after the colon."
    return f"{_place(path)} should be a text, but {_found(value)}.", remedy


def _missing(error: Any, path: Path, kind: str) -> tuple[str, str]:
    name = str(path[-1])
    owner = f" in {_place(path[:-1])}" if len(path) > 1 else ""
    if isinstance(path[-1], int):
        return f"{_place(path[:-1])} has too few items.", "Write all of them, in brackets."
    return f"{name} is missing{owner}.", f"Add a line {name}: with its value."


_MEANT = {"and": "all", "or": "any", "nor": "none", "no": "not"}
"""Keys of conditions, by the words that come to an author's mind."""


def _unknown(error: Any, path: Path, kind: str) -> tuple[str, str]:
    name = clean(str(path[-1]), limit=40)
    offered = names_at(kind, path[:-1])
    meant = _MEANT.get(name.lower(), "")
    near = [meant] if meant in offered else get_close_matches(str(path[-1]), offered, 1, 0.6)
    owner = f" in {_place(path[:-1])}" if len(path) > 1 else ""
    remedy = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(offered)}."
    if len(path) == 1 and (home := _home(name, kind)):
        remedy = f"Move it to {home}."
    return f"No key called {name} is known{owner}.", remedy


def _home(name: str, kind: str) -> str:
    """The other file of a pack in which a key at the top belongs; empty where there is none."""
    if kind in {HOUSE, "briefs"}:
        return ""
    holding = ((file, (whole,) if isinstance(whole, Field) else whole) for file, whole in files().items())
    return next((file for file, fields in holding if any(f.name == name for f in fields)), "")


def _one_of(error: Any, path: Path, kind: str) -> tuple[str, str]:
    words: tuple[str, ...] = error["ctx"]["words"]
    near = get_close_matches(str(error["input"]), words, 1, 0.6)
    remedy = f"Did you mean {near[0]}?" if near else f"Write one of: {', '.join(words)}."
    return f"{_place(path)} cannot be {shown(error['input'])}.", remedy


def _bound(error: Any, path: Path, kind: str) -> tuple[str, str]:
    ctx = error["ctx"]
    limit = next(v for k, v in ctx.items() if k in {"ge", "le", "gt", "lt"})
    side = "at least" if {"ge", "gt"} & set(ctx) else "at most"
    what = f"{_place(path)} is {shown(error['input'])} and should be {side} {limit:g}."
    value = error["input"]
    if limit == 1 and "le" in ctx and isinstance(value, int | float) and 2 <= value <= 100:
        return what, f"Write {value / 100:g} for {value:g} in a hundred."
    return what, "Write a number within the bounds."


_MANY = {"letter": "letters", "entry": "entries"}


def _length(error: Any, path: Path, kind: str) -> tuple[str, str]:
    ctx = error["ctx"]
    unit = "letter" if isinstance(error["input"], str) else "entry"
    if "min_length" in ctx:
        least = ctx["min_length"]
        few = "is empty" if not error["input"] else "has too few entries"
        return f"{_place(path)} {few}.", f"Write at least {least} {unit if least == 1 else _MANY[unit]}."
    return f"{_place(path)} is too long.", f"Write {ctx['max_length']} {_MANY[unit]} at most."


def _pattern(error: Any, path: Path, kind: str) -> tuple[str, str]:
    if "[0-9]{4}-" in error["ctx"]["pattern"]:
        return f"{_place(path)} is {shown(error['input'])}, which is no date.", DAY_FORM
    return f"{_place(path)} is {shown(error['input'])}, which is no id.", _ID_FORM


DAY_FORM = "Write year, month and day as in 1950-06-25."
_ID_FORM = "Use small letters, figures and hyphens, such as s-1501."


def _bad_key(error: Any, path: Path, kind: str) -> tuple[str, str]:
    pattern = error.get("ctx", {}).get("pattern", "")
    remedy = "Use capital letters, such as FRA." if "[A-Z]" in pattern else _ID_FORM
    owner = _place(path[:-1])
    return f"{shown(path[-1])} cannot stand as a name in {owner[:1].lower() + owner[1:]}.", remedy


def _condition(error: Any, path: Path, kind: str) -> tuple[str, str]:
    form = "Write one such as {flag: x}, {track: opinion, at_least: 50}, {all: [...]} or always."
    return f"{_place(path)}: {error['msg']}.", form


def _too_many(error: Any, path: Path, kind: str) -> tuple[str, str]:
    return f"{_place(path)} has too many items: {error['msg']}.", "Take the others out."


def _otherwise(error: Any, path: Path, kind: str) -> tuple[str, str]:
    return f"{_place(path)}: {error['msg']}.", "Mend this value."


def _format(error: Any, path: Path, kind: str) -> tuple[str, str]:
    if path == ("format",):
        return f"{shown(error['input'])} is no format number.", f"Write format: {FORMAT}."
    return f"{_place(path)} cannot be {shown(error['input'])}.", f"Write {error['ctx']['expected']}."


_MAPPING = _wants("a mapping of keys and values", "Write name: value lines under it, indented.")
_WORDS: Mapping[str, tuple[str, Callable[[Any, Path, str], tuple[str, str]]]] = {
    "missing": ("missing", _missing),
    "extra_forbidden": ("unknown-key", _unknown),
    "string_type": ("not-text", _text),
    "int_type": ("not-number", _wants("a whole number", "Write figures without quotes, such as 7.")),
    "float_type": ("not-number", _wants("a number", "Write figures without quotes, such as 7 or 0.5.")),
    "finite_number": ("not-number", _wants("a finite number", "Write an ordinary number.")),
    "bool_type": ("not-true-or-false", _wants("true or false", "Write true or false, without quotes.")),
    "list_type": ("not-list", _wants("a list", "Write lines beginning with a hyphen, or [one, two].")),
    "tuple_type": ("not-list", _wants("a list", "Write [one, two].")),
    "dict_type": ("not-mapping", _MAPPING),
    "model_type": ("not-mapping", _MAPPING),
    "model_attributes_type": ("not-mapping", _MAPPING),
    "one_of": ("choice", _one_of),
    "literal_error": ("choice", _format),
    "greater_than_equal": ("range", _bound),
    "less_than_equal": ("range", _bound),
    "too_short": ("length", _length),
    "too_long": ("length", _length),
    "string_too_short": ("length", _length),
    "string_too_long": ("length", _length),
    "string_pattern_mismatch": ("id", _pattern),
    "condition": ("condition", _condition),
    "too_many": ("length", _too_many),
}


def wrapped(sheet: Sheet, kind: str) -> bool:
    """Whether a file's entries stand under a needless key, as `stages:` in stages.yaml; notes it."""
    name = kind.removesuffix(".yaml")
    data = sheet.data
    if not isinstance(files()[kind], Field) or not isinstance(data, dict) or list(data) != [name]:
        return False
    remedy = f"Remove the line {name}: and move the rest to the left."
    what = f"The entries of {sheet.file} stand under a key {name}."
    sheet.complain(sheet.mark((name,), key=True), "wrapped", what, remedy)
    return True


def names_at(kind: str, path: Path) -> list[str]:
    """The keys that may stand at a path of a file, or [] where any may."""
    top = house_fields() if kind == HOUSE else files()[kind]
    if isinstance(top, Field):
        shape = top.shape if kind != "briefs" else Shape("record", top.shape.of)
    else:
        names = {f.name: f.shape for f in top}
        if not path:
            return [*names, "format"] if kind == "pack.yaml" else list(names)
        first, *rest = path
        if first not in names:
            return []
        shape, path = names[str(first)], tuple(rest)
    return _names_in(shape, path)


def _names_in(shape: Shape, path: Path) -> list[str]:
    for part in path:
        inner = _inside(shape, part)
        if inner is None:
            return []
        shape = inner
    if shape.kind == "condition":
        return [f.alias or name for name, f in When.model_fields.items()]
    if shape.kind == "record":
        return [f.name for f in fields_of(shape.of) if f.name not in HIDDEN and f.name != key_of(shape.of)]
    return []


def _inside(shape: Shape, part: str | int) -> Shape | None:
    """The shape of what lies under one key or place."""
    match shape.kind:
        case "keyed":
            return Shape("record", shape.of)
        case "list" | "mapping":
            return shape.of if isinstance(shape.of, Shape) else None
        case "record":
            return next((f.shape for f in fields_of(shape.of) if f.name == part), None)
        case "condition":
            many = part in {"all", "any", "none", "not"} or isinstance(part, int)
            return shape if many else None
    return None
