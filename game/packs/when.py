"""How a pack writes a condition: a mapping whose kind is its key, or the word `always`.

`{track: coalition, at_least: 30}`, `{all: [...]}`, `{not: {flag: x}}`. The form is judged here and turned
into a `game.world.conditions.Condition`; whether the track or flag exists is for the checks.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AllowInfNan, BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, Strict
from pydantic import Field as Written
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.world.conditions import Condition

Text = Annotated[str, Strict()]
Number = Annotated[float, Strict(), AllowInfNan(False)]

_BOUNDED = frozenset({"track", "term", "stage", "pledged", "arrived", "standing"})
_MUST_BE_BOUNDED = _BOUNDED - {"stage"}
_BOUNDS = frozenset({"at_least", "at_most"})
_MANY = {"all_": "all", "any_": "any", "none_": "none", "not_": "none"}


class _AsCondition:
    """Reads `always` or a validated `When` into a Condition, and says so in the JSON Schema."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(_read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"const": "always"}, handler(schema)]}


class _OneOrMore:
    """Reads a lone value as a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_several, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several, several["items"]]}


class When(BaseModel):
    """When something is so: exactly one kind, with bounds where the kind is a number."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="Condition")

    always: Literal[True] | None = Written(None, description="Always so.")
    track: Text | None = Written(None, description="A track (0-100) lies within the bounds.")
    term: Text | None = Written(None, description="A term of collective security, or `credibility` (0-1).")
    stage: Text | None = Written(
        None, description="The stage is this one, or its number lies within the bounds."
    )
    flag: Text | None = Written(None, description="The flag is set.")
    adopted: Text | None = Written(None, description="A clause kind or stored draft has been adopted.")
    agreed: Text | None = Written(
        None,
        description="A clause kind or stored draft was adopted, or issued in a statement of the President.",
    )
    vetoed: Text | None = Written(None, description="A clause kind or stored draft was vetoed.")
    failed: Text | None = Written(None, description="A clause kind or stored draft was put and not adopted.")
    absent: Text | None = Written(None, description="The seat stays away.")
    invited: Text | None = Written(None, description="The party has been invited.")
    happened: Text | None = Written(None, description="The happening has occurred.")
    voted: Text | None = Written(
        None, description="`subject:SEAT:vote`, the subject a clause kind or stored draft."
    )
    pledged: Text | None = Written(None, description="Units pledged of a kind, or of `kind:SEAT`.")
    arrived: Text | None = Written(None, description="Units arrived of a kind of pledge, or of `kind:SEAT`.")
    lapsed: Text | None = Written(None, description="A clause of this kind stood, and none stands any more.")
    standing: Text | None = Written(None, description="A seat's standing (-100 to 100).")
    all_: _Several | None = Written(None, alias="all", description="All of these hold.")
    any_: _Several | None = Written(None, alias="any", description="One of these holds, or more.")
    none_: _Several | None = Written(None, alias="none", description="None of these holds.")
    not_: _Several | None = Written(None, alias="not", description="This does not hold.")
    at_least: Number | None = None
    at_most: Number | None = None


def condition(when: When) -> Condition:
    """Return the condition a validated `When` stands for; PydanticCustomError when it says no one thing."""
    given = [k for k in type(when).model_fields if k in when.model_fields_set and k not in _BOUNDS]
    if len(given) != 1:
        what = "no kind" if not given else "two kinds: " + ", ".join(k.rstrip("_") for k in given)
        raise PydanticCustomError("condition", "a condition needs one kind and has {what}", {"what": what})
    kind = given[0]
    value = getattr(when, kind)
    bounds = {b: getattr(when, b) for b in _BOUNDS if getattr(when, b) is not None}
    if bounds and kind not in _BOUNDED:
        raise PydanticCustomError("condition", "{kind} is no number and takes no bounds", {"kind": kind})
    if kind in _MUST_BE_BOUNDED and not bounds:
        raise PydanticCustomError("condition", "{kind} says neither at_least nor at_most", {"kind": kind})
    if kind in _MANY:
        return Condition(_MANY[kind], of=tuple(value or ()))
    if kind == "always":
        return Condition("always")
    if not value and not (kind == "stage" and bounds):
        raise PydanticCustomError("condition", "{kind} names nothing", {"kind": kind})
    return Condition(kind, value or "", bounds.get("at_least"), bounds.get("at_most"))


def _several(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _read(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Condition:
    if value == "always":
        return Condition("always")
    if not isinstance(value, dict):
        raise PydanticCustomError("condition", "this is not a condition", {})
    return condition(inner(value))


Whenever = Annotated[When, _AsCondition()]
"""A condition as it stands in a pack; validating gives a `Condition`."""
_Several = Annotated[list[Whenever], _OneOrMore()]
When.model_rebuild()
