"""The JSON Schema beside the crises is current, and says of the tiny pack what the form says."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from game.packs import schema_file
from game.packs.reading import read

TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"
SCHEMA = json.loads(schema_file.text())


def test_the_file_is_current() -> None:
    home = schema_file.folder()
    lying = {path.name: path.read_text("utf-8") for path in home.iterdir()}
    assert lying == schema_file.texts(), "crises/schemas is stale: run python -m game.packs.schema_file"


def test_each_file_has_a_schema_whole_in_itself() -> None:
    for name, form in schema_file.schemas().items():
        assert form["$schema"] == schema_file.DIALECT, name
        asked = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(form)))
        assert asked == set(form.get("$defs", {})), name


def test_every_file_of_a_shipped_pack_names_its_schema_in_its_first_line() -> None:
    home = schema_file.folder().parent
    seen = 0
    for file in home.glob("*-*/**/*.yaml"):
        first = file.read_text("utf-8").split("\n", 1)[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
        kind = "briefs" if file.parent.name == "briefs" else file.name
        assert named, file
        assert (file.parent / named[1]).resolve() == home / "schemas" / schema_file.name_of(kind)
        seen += 1
    assert seen > 80


def fits(value: Any, form: dict[str, Any]) -> bool:
    """A small judge of the keywords the schema uses."""
    if "$ref" in form and not fits(value, SCHEMA["$defs"][form["$ref"].removeprefix("#/$defs/")]):
        return False
    if "anyOf" in form and not any(fits(value, f) for f in form["anyOf"]):
        return False
    if "const" in form and value != form["const"]:
        return False
    if "enum" in form and value not in form["enum"]:
        return False
    if "type" in form and not any(_is(value, t) for t in _several(form["type"])):
        return False
    if isinstance(value, str) and not re.search(form.get("pattern", ""), value):
        return False
    if isinstance(value, dict):
        return _mapping_fits(value, form)
    if isinstance(value, list):
        return all(fits(item, form.get("items", {})) for item in value)
    return not (isinstance(value, int | float) and value > form.get("maximum", value))


def _mapping_fits(value: dict[str, Any], form: dict[str, Any]) -> bool:
    if not set(form.get("required", ())) <= value.keys():
        return False
    for key, inner in value.items():
        rules = [f for pattern, f in form.get("patternProperties", {}).items() if re.search(pattern, key)]
        rules += [form["properties"][key]] if key in form.get("properties", {}) else []
        others = form.get("additionalProperties", True)
        if not rules and (others is False or (isinstance(others, dict) and not fits(inner, others))):
            return False
        if not all(fits(inner, rule) for rule in rules):
            return False
    return True


def _several(kind: str | list[str]) -> list[str]:
    return [kind] if isinstance(kind, str) else kind


def _is(value: Any, kind: str) -> bool:
    plain = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
    if kind in plain:
        return isinstance(value, plain[kind])
    return isinstance(value, int | float) and not isinstance(value, bool)


def tiny() -> dict[str, Any]:
    return written(TINY)


def written(folder: Path) -> dict[str, Any]:
    """A pack as its author wrote it, file by file."""
    whole: dict[str, Any] = {"briefs": {}}
    for path in folder.rglob("*.yaml"):
        home = whole if path.parent == folder else whole["briefs"]
        home[path.name if home is whole else path.stem] = read(path.name, path.read_bytes()).data
    return whole


@pytest.mark.parametrize(
    "folder", sorted(schema_file.folder().parent.glob("*-*/")), ids=lambda folder: folder.name
)
def test_every_shipped_pack_fits_the_schema(folder: Path) -> None:
    for name, value in written(folder).items():
        for inner in value.values() if name == "briefs" else [value]:
            assert fits(inner, SCHEMA["$defs"][name]), name


def test_texts_in_several_languages_and_clauses_of_the_house_fit_the_schema() -> None:
    several = written(TINY.parent / "greece-1947")
    assert isinstance(several["pack.yaml"]["title"], dict)
    assert fits(several, SCHEMA)
    whole = tiny()
    whole["clauses.yaml"]["seized"] = {"house": "remain_seized", "issues": {"truce": 0.2}}
    whole["stages.yaml"]["invasion"]["wire"] = [{"en": "News.", "fr": "Nouvelles."}]
    assert fits(whole, SCHEMA)
    whole["clauses.yaml"]["seized"] = {"house": "remain_sized"}
    assert not fits(whole, SCHEMA)


def test_the_tiny_pack_fits_the_schema() -> None:
    whole = tiny()
    for name, value in whole.items():
        assert fits(value, SCHEMA["properties"][name]), name
    assert fits(whole, SCHEMA)


def test_what_the_form_refuses_the_schema_refuses() -> None:
    for file, path, value in [
        ("pack.yaml", ("titel",), "x"),
        ("pack.yaml", ("tracks", "front", "start"), 101),
        ("delegations.yaml", ("seats", "india"), {"name": "India", "short": "India"}),
        ("clauses.yaml", ("breach", "part"), "preambel"),
        ("endings.yaml", ("repelled", "when"), "never"),
        ("stages.yaml", ("invasion", "date"), "25 June"),
    ]:
        whole = tiny()
        inside = whole[file]
        for key in path[:-1]:
            inside = inside[key]
        inside[path[-1]] = value
        assert not fits(whole, SCHEMA), path


def test_every_field_is_described_in_a_sentence() -> None:
    told = 0
    for name, form in SCHEMA["$defs"].items():
        for field, inner in form.get("properties", {}).items():
            words = inner.get("description", "")
            assert len(words) > 9, f"{name}.{field} is not described: add it to game/packs/fields.toml"
            assert words[0].isupper() or words.startswith(("`", "true", "false")), f"{name}.{field}: {words}"
            assert words.endswith((".", "?", ")", "]")), f"{name}.{field}: {words}"
            told += 1
    assert told > 300


def test_the_table_of_descriptions_speaks_of_what_there_is() -> None:
    table = tomllib.loads((Path(schema_file.__file__).parent / "fields.toml").read_text("utf-8"))
    every = {field for form in SCHEMA["$defs"].values() for field in form.get("properties", {})}
    for name, fields in table.items():
        known = every | {"id"} if name == "any" else set(SCHEMA["$defs"][name]["properties"])
        assert set(fields) <= known, name


def test_the_schema_speaks_in_the_records_own_words() -> None:
    assert SCHEMA["$defs"]["Clause"]["description"].startswith("A clause as written in a draft")
    assert "presidency" in SCHEMA["$defs"]["Stage"]["properties"]["date"]["description"]
    assert "Id of the body" in SCHEMA["$defs"]["Pack"]["properties"]["body"]["description"]
