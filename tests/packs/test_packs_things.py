"""The tables of the checks keep up with the records: a new field that names something must be looked up."""

from __future__ import annotations

from game.packs.checks.things import BY_CONDITION, BY_FIELD, SOURCED
from game.packs.records import Field, Shape, fields_of, files, is_record
from game.session.scenario import Prospectus, Sealed
from game.world.conditions import KINDS, Condition
from game.world.outside import Effect

NAMING = {
    "stage",
    "seat",
    "party",
    "track",
    "issue",
    "issues",
    "sources",
    "clauses",
    "invites",
    "resolve",
    "patrons",
}
"""Names of fields that, in a list of texts, a text or the keys of numbers, name something."""


def records() -> set[type]:
    found: set[type] = set()
    waiting = [f.shape for form in files().values() for f in ([form] if isinstance(form, Field) else form)]
    while waiting:
        shape = waiting.pop()
        if shape.kind in {"record", "keyed"} and shape.of not in found:
            found.add(shape.of)
            waiting += [f.shape for f in fields_of(shape.of)]
        elif shape.kind in {"list", "mapping"}:
            waiting.append(shape.of)
    return found


def names_things(shape: Shape) -> bool:
    plain = shape.kind == "value" and shape.of is str
    texts = shape.kind == "list" and shape.of == Shape("value", str)
    numbers = shape.kind == "mapping" and shape.of == Shape("value", float)
    return plain or texts or numbers


def test_every_field_that_names_something_is_looked_up() -> None:
    forgotten = [
        (record.__name__, f.name)
        for record in records()
        for f in fields_of(record)
        if f.name in NAMING and names_things(f.shape) and (record, f.name) not in BY_FIELD
        if not (f.name == "seat" and fields_of(record)[0].name == "seat")
    ]
    assert forgotten == []


def test_every_record_with_sources_is_known_to_have_them() -> None:
    assert {r for r in records() if "sources" in {f.name for f in fields_of(r)}} == set(SOURCED)


def test_the_tables_name_real_fields_of_records_a_pack_holds() -> None:
    for record, field in BY_FIELD:
        assert record in records(), record
        assert field in {f.name for f in fields_of(record)}, (record, field)


def test_every_kind_of_condition_is_looked_up_or_names_nothing() -> None:
    elsewhere = {"always", "all", "any", "none", "flag", "voted", "pledged", "arrived"}
    assert set(BY_CONDITION) | elsewhere == set(KINDS)


def test_shapes_are_read_from_annotations() -> None:
    by_name = {f.name: f for f in (*fields_of(Prospectus), *fields_of(Sealed), *fields_of(Effect))}
    assert by_name["seats"].shape.kind == "keyed"
    assert by_name["presides"].shape == Shape("pair", (Shape("value", str), Shape("value", str)))
    assert by_name["briefs"].shape.kind == "keyed"
    assert by_name["to"].shape == Shape("value", float, optional=True)
    assert by_name["when"].shape == Shape("condition", Condition, optional=True)
    assert (by_name["id"].required, by_name["minutes"].required) == (True, False)
    assert is_record(Effect)
    assert not is_record(str)
