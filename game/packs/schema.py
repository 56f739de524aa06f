"""The form of a pack as pydantic models, made from the game's own records, so that the two cannot part.

Validating a file with `form_of` gives the frozen records of `game.session.scenario` and `game.world`, or
every error of form at once. What a pack refers to is not asked here: the checks do. Importing this module
costs pydantic (0.2 s), so only compiling and the schema file do.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, Optional

from annotated_types import MaxLen, MinLen
from pydantic import (
    AfterValidator,
    AllowInfNan,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    TypeAdapter,
    create_model,
)
from pydantic import Field as Written
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.packs.limits import ID, KEYS, LIMITS, OneOf
from game.packs.records import (
    DELEGATIONS,
    HIDDEN,
    LISTED,
    PACK,
    SHORT,
    Field,
    Shape,
    fields_of,
    files,
    key_of,
)
from game.packs.upgrades import FORMAT
from game.packs.when import Whenever
from game.session.scenario import Brief, Prospectus, Sealed


class _Rewritten:
    """A second way to write a value, made the first before it is judged; `other` is its JSON Schema."""

    def __init__(self, rewrite: Callable[[Any], Any], other: dict[str, Any]) -> None:
        self.rewrite = rewrite
        self.other = other

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.rewrite, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        inner = handler(schema)
        return {"anyOf": [*inner["anyOf"], self.other] if set(inner) == {"anyOf"} else [inner, self.other]}


_TEXT = {"type": "string"}
_NOTHING = {"type": "null"}


def _no_list(value: Any) -> Any:
    """Nothing written after a key is an empty list."""
    return [] if value is None else value


def _no_mapping(value: Any) -> Any:
    return {} if value is None else value


def _lone(value: Any) -> Any:
    """A lone text where a list of texts belongs is a list of one."""
    return [value] if isinstance(value, str) else _no_list(value)


def _from_text(field: str) -> _Rewritten:
    return _Rewritten(lambda value: {field: value} if isinstance(value, str) else value, _TEXT)


def _from_list(fields: tuple[str, ...]) -> _Rewritten:
    def rewrite(value: Any) -> Any:
        if not isinstance(value, list):
            return value
        if len(value) > len(fields):
            raise PydanticCustomError("too_many", "at most {names} stand here", {"names": ", ".join(fields)})
        return dict(zip(fields, value, strict=False))

    return _Rewritten(rewrite, {"type": "array", "maxItems": len(fields)})


def _one_of(words: tuple[str, ...]) -> Any:
    def test(value: str) -> str:
        if value not in words:
            raise PydanticCustomError(
                "one_of", "{value} is not offered here", {"value": value, "words": words}
            )
        return value

    return Annotated[str, Strict(), AfterValidator(test), Written(json_schema_extra={"enum": list(words)})]


def _value(plain: type, limits: tuple[Any, ...]) -> Any:
    for limit in limits:
        if isinstance(limit, OneOf):
            return _one_of(limit.words)
    hint: Any = Annotated[plain, Strict()]
    if plain is float:
        hint = Annotated[hint, AllowInfNan(False)]
    for limit in limits:
        hint = Annotated[hint, limit]
    return hint


def _parted(shape: Shape, limits: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Part the limits of a field into those of the whole and those of the values inside it."""
    if shape.kind == "value":
        return (), limits
    return (
        tuple(x for x in limits if isinstance(x, MinLen | MaxLen)),
        tuple(x for x in limits if not isinstance(x, MinLen | MaxLen)),
    )


def _of(container: Any, *inside: Any) -> Any:
    """`list[x]`, `dict[k, v]` or `tuple[a, b]` where the types inside are known at run time only."""
    return container[inside]


def hint_of(shape: Shape, limits: tuple[Any, ...] = ()) -> Any:
    """Return the annotation by which pydantic reads a value of this shape into the game's own value."""
    outer, inner = _parted(shape, limits)
    match shape.kind:
        case "value":
            hint = _value(shape.of, inner)
        case "condition":
            hint = Whenever
        case "record":
            hint = record_hint(shape.of)
        case "keyed":
            hint = _keyed(shape.of, outer)
        case "list":
            hint = _list(shape.of, outer, inner)
        case "pair":
            items = [hint_of(s, inner) for s in shape.of]
            hint = _of(tuple, *items)
        case _:
            values = _of(dict, Annotated[str, Strict()], hint_of(shape.of, inner))
            hint = Annotated[values, *outer, _Rewritten(_no_mapping, _NOTHING)]
    return Optional[hint] if shape.optional else hint  # noqa: UP045  (the hint is no type at run time)


def _list(item: Shape, outer: tuple[Any, ...], inner: tuple[Any, ...]) -> Any:
    texts = item.kind == "value" and item.of is str
    rewrite = _Rewritten(_lone if texts else _no_list, {"type": ["string", "null"]} if texts else _NOTHING)
    return Annotated[_of(list, hint_of(item, inner)), *outer, AfterValidator(tuple), rewrite]


def _keyed(record: type, outer: tuple[Any, ...]) -> Any:
    key = key_of(record) or ""
    body = model_of(record)
    text = SHORT.get(record)
    value: Any = Annotated[body, _from_text(text)] if text else body

    def named(entries: dict[str, BaseModel]) -> tuple[Any, ...]:
        return tuple(built(record, entry, **{key: name}) for name, entry in entries.items())

    name: Any = Annotated[str, Strict(), KEYS.get(record, ID if _is_ours(record) else MinLen(1))]
    return Annotated[_of(dict, name, value), *outer, AfterValidator(named), _Rewritten(_no_mapping, _NOTHING)]


def _is_ours(record: type) -> bool:
    """Whether the keys are a pack's own ids, and not the codes of seats or of a table's states."""
    return key_of(record) == "id" and record.__module__ != "game.world.powers"


def record_hint(record: type) -> Any:
    """Return the annotation for a record that stands without a key."""
    body: Any = Annotated[model_of(record), AfterValidator(lambda entry: built(record, entry))]
    if record in SHORT:
        return Annotated[body, _from_text(SHORT[record])]
    if record in LISTED:
        return Annotated[body, _from_list(LISTED[record])]
    return body


def built(record: type, entry: BaseModel, **key: str) -> Any:
    """Return the record of a validated entry; what was not written keeps the record's own default."""
    return record(**key, **{name: getattr(entry, name) for name in entry.model_fields_set})


@cache
def model_of(record: type) -> type[BaseModel]:
    """Return the model of a record's fields, without the one that stands as its key."""
    return _model(record.__name__, tuple(f for f in fields_of(record) if f.name != key_of(record)), record)


def _limits_of(field: str, *owners: type) -> tuple[Any, ...]:
    return next((LIMITS[o, field] for o in owners if (o, field) in LIMITS), ())


def _model(name: str, fields: tuple[Field, ...], *owners: type, **more: Any) -> type[BaseModel]:
    written: dict[str, Any] = dict(more)
    for field in fields:
        if field.name in HIDDEN:
            continue
        hint = hint_of(field.shape, _limits_of(field.name, *owners))
        written[field.name] = (hint, ... if field.required else None)
    config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=(), defer_build=True)
    return create_model(name, __config__=config, **written)


@cache
def form_of(file: str) -> TypeAdapter[Any]:
    """Return what validates one file of a pack; `briefs` stands for a file in the folder of briefs.

    Files with fields at their top, and briefs, validate to a model of these fields (`built` makes the
    record); the others to the records themselves.
    """
    whole = files()[file]
    if isinstance(whole, Field):
        return TypeAdapter(
            model_of(Brief)
            if file == "briefs"
            else hint_of(whole.shape, _limits_of(whole.name, Prospectus, Sealed))
        )
    more = {"format": (Literal[FORMAT], ...)} if file == PACK else {}
    title = {PACK: "Pack", DELEGATIONS: "Delegations"}.get(file, "Debrief")
    return TypeAdapter(_model(title, whole, Prospectus, Sealed, **more))
