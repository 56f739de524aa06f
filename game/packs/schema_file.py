"""The form of packs as JSON Schemas, for editors that complete and underline: the folder `crises/schemas`.

`python -m game.packs.schema_file` writes them anew; a test holds them current. An author's editor finds one
by the first line of a file, `# yaml-language-server: $schema=../schemas/pack.json`, so such a folder lies
beside packs (`put_beside`). They say what the form says, not what the checks find out.
"""

from __future__ import annotations

import ast
import inspect
import json
import tomllib
from importlib import resources
from pathlib import Path
from textwrap import dedent
from typing import Any

from pydantic import TypeAdapter

from game import places
from game.packs import library
from game.packs.records import HIDDEN, SHORT, Field, fields_of, files
from game.packs.schema import form_of
from game.packs.telling import READ
from game.session.scenario import Prospectus, Sealed

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
"""The folder beside packs in which editors look for the schemas."""


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a whole folder: its files as properties, each file's form under `$defs`."""
    inputs: list[tuple[str, Any, TypeAdapter[Any]]] = [
        (name, "validation", form_of(name)) for name in files()
    ]
    forms, shared = TypeAdapter.json_schemas(inputs, ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = {name: _titled(form, name) for (name, _), form in forms.items()}
    definitions |= shared.get("$defs", {})
    _trim(definitions)
    _describe(definitions)
    _allow_languages(definitions)
    _offer_library(definitions["ClauseKind"])
    whole = {name: {"$ref": f"#/$defs/{name}"} for name in files() if name != "briefs"}
    briefs = {"type": "object", "additionalProperties": {"$ref": "#/$defs/briefs"}}
    return {
        "$schema": DIALECT,
        "title": "A crisis for Horseshoe",
        "description": "A folder of YAML files; each file's form stands under $defs by the file's name.",
        "type": "object",
        "properties": {**whole, "briefs": briefs},
        "$defs": definitions,
    }


def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of file, whole in itself, by the schema's file name."""
    whole = schema()["$defs"]
    made = {}
    for kind in files():
        form = whole[kind]
        used = _used(form, whole)
        definitions = {name: whole[name] for name in whole if name in used}
        named = {"$schema": DIALECT, **form, "$defs": definitions}
        made[name_of(kind)] = named if definitions else {k: v for k, v in named.items() if k != "$defs"}
    return made


def name_of(kind: str) -> str:
    """The name of the schema of a file of a pack; `briefs` stands for a file in the folder of briefs."""
    return "brief.json" if kind == "briefs" else f"{kind.removesuffix('.yaml')}.json"


def _used(form: dict[str, Any], whole: dict[str, Any]) -> set[str]:
    """The definitions that a form needs, and those that these need."""
    found: set[str] = set()
    waiting: list[Any] = [form]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            name = str(part.get("$ref", "")).removeprefix("#/$defs/")
            if name and name not in found:
                found.add(name)
                waiting.append(whole[name])
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return found


def _titled(form: dict[str, Any], name: str) -> dict[str, Any]:
    return {"title": "briefs/<SEAT>.yaml" if name == "briefs" else name, **form}


def _trim(form: Any) -> None:
    """Take out what says nothing (titles made from names, defaults of null); close ruled mappings."""
    if isinstance(form, list):
        for inner in form:
            _trim(inner)
    elif isinstance(form, dict):
        if isinstance(form.get("default", 0), type(None)):
            del form["default"]
        if "patternProperties" in form:
            form["additionalProperties"] = False
        for field in form.get("properties", {}).values():
            field.pop("title", None)
        for inner in form.values():
            _trim(inner)


def _records() -> dict[str, type]:
    """The records a pack may hold, by name."""
    found: dict[str, type] = {}
    waiting = [f.shape for form in files().values() for f in ([form] if isinstance(form, Field) else form)]
    while waiting:
        shape = waiting.pop()
        if shape.kind in {"record", "keyed"}:
            if shape.of.__name__ not in found:
                found[shape.of.__name__] = shape.of
                waiting += [f.shape for f in fields_of(shape.of) if f.name not in HIDDEN]
        elif shape.kind in {"list", "mapping"}:
            waiting.append(shape.of)
    return found


def _describe(definitions: dict[str, Any]) -> None:
    """Put words into the schema: the records' own, and those of the table of fields."""
    table = tomllib.loads(resources.files("game.packs").joinpath("fields.toml").read_text("utf-8"))
    for name, record in _records().items():
        definitions[name]["description"] = " ".join((record.__doc__ or "").split())
        _say(definitions[name], table["any"] | _field_words(record) | table.get(name, {}))
    tops = table["any"] | _field_words(Prospectus) | _field_words(Sealed)
    for name in ("Pack", "Delegations", "Debrief"):
        _say(definitions[name], tops | table[name])
    _say(definitions["When"], table["When"])


TEXTS = {
    "type": "object",
    "description": "A text in several languages by their codes, such as {en: A letter., fr: Une lettre.}.",
    "propertyNames": {"pattern": "^[a-z]{2}$"},
    "additionalProperties": {"type": "string"},
}


def _allow_languages(definitions: dict[str, Any]) -> None:
    """Let what people read be given in several languages, where the form has a text."""
    for definition in list(definitions.values()):
        for name, form in definition.get("properties", {}).items():
            if name in READ:
                definition["properties"][name] = _in_languages(form)
    for form in definitions.values():
        _short_in_languages(form)
    definitions["Texts"] = TEXTS


_SEVERAL = {"$ref": "#/$defs/Texts"}


def _offer_library(clause: dict[str, Any]) -> None:
    """Let a clause be taken from the house's library, which says what the pack leaves out."""
    clause["properties"][library.TAKEN] = {
        "type": "string",
        "enum": list(library.clauses()),
        "description": "A clause of the house's library; what is written beside it goes before its words.",
    }
    clause["anyOf"] = [{"required": clause.pop("required")}, {"required": [library.TAKEN]}]


def _in_languages(form: dict[str, Any]) -> dict[str, Any]:
    """A form that takes a text, or texts in a list or mapping, and now also texts in several languages."""
    if form.get("type") == "string":
        about: dict[str, Any] = {k: form[k] for k in ("description", "default") if k in form}
        return {**about, "anyOf": [{k: v for k, v in form.items() if k not in about}, _SEVERAL]}
    inner: dict[str, Any] = {
        k: _in_languages(form[k]) for k in ("items", "additionalProperties") if isinstance(form.get(k), dict)
    }
    if "anyOf" in form:
        inner["anyOf"] = [_in_languages(f) for f in form["anyOf"]]
    return {**form, **inner}


def _short_in_languages(form: Any) -> None:
    """Where a record may be written as a text alone, it may be so in several languages."""
    if isinstance(form, list):
        for inner in form:
            _short_in_languages(inner)
    elif isinstance(form, dict):
        ways = form.get("anyOf", [])
        if {"type": "string"} in ways and any(w.get("$ref") in _SHORT for w in ways) and _SEVERAL not in ways:
            ways.append(_SEVERAL)
        for inner in form.values():
            _short_in_languages(inner)


_SHORT = {f"#/$defs/{record.__name__}" for record, field in SHORT.items() if field in READ}


def _say(definition: dict[str, Any], words: dict[str, str]) -> None:
    for field, form in definition.get("properties", {}).items():
        if field in words:
            form["description"] = words[field]


def _field_words(record: type) -> dict[str, str]:
    """The docstrings that stand under the fields of a record's class."""
    tree = ast.parse(dedent(inspect.getsource(record))).body[0]
    assert isinstance(tree, ast.ClassDef)
    words = {}
    for before, after in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name):
            text = after.value.value if _is_text(after) else None  # type: ignore[attr-defined]
            if text:
                words[before.target.id] = " ".join(text.split())
    return words


def _is_text(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def text() -> str:
    """The text of the one schema that holds a whole folder."""
    return _printed(schema())


def texts() -> dict[str, str]:
    """The texts of all schema files, by name."""
    return {name: _printed(form) for name, form in schemas().items()}


def _printed(form: dict[str, Any]) -> str:
    return json.dumps(form, indent=1, ensure_ascii=False) + "\n"


def folder() -> Path:
    """Where the game's own schema files lie: beside the crises that belong to it."""
    return places.crises()[0] / FOLDER


def put_beside(home: Path) -> Path:
    """Put the schemas into a folder of packs, over older ones, and return where; raises OSError."""
    place = home / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    for name, written in texts().items():
        (place / name).write_text(written, encoding="utf-8", newline="\n")
    return place


if __name__ == "__main__":
    put_beside(places.crises()[0])
