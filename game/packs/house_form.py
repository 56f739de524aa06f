"""The form of a file of house rules as a pydantic model, and as a JSON Schema: `crises/house.schema.json`.

`python -m game.packs.house_form` writes the schema anew; a test holds it current. Made from the record of
`rules.house`, so that the two cannot part.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

from annotated_types import Interval, MaxLen, MinLen
from pydantic import BaseModel, ConfigDict, Strict, create_model
from pydantic import Field as Written

from game import places
from game.packs.houses import words_of
from game.packs.limits import ID, OneOf
from game.packs.records import Field, Shape, fields_of
from game.packs.schema import hint_of
from game.rules.house import House, HouseMotion
from game.rules.house_words import MEANINGS

_LIMITS: dict[str, tuple[Any, ...]] = {
    "title": (MinLen(1), MaxLen(160)),
    "name": (MinLen(1), MaxLen(160)),
    "about": (MaxLen(600),),
    "precedence": (Interval(ge=0, le=1_000),),
    "seconds": (Interval(ge=0, le=5),),
    "speakers": (Interval(ge=0, le=9),),
    "signatories": (Interval(ge=0, le=1),),
    "amendment_signatories": (Interval(ge=0, le=1),),
    "directive_signatories": (Interval(ge=0, le=1),),
    "speaking_time": (Interval(ge=0, le=3_600),),
}


def _hint(field: Field) -> Any:
    words = words_of(field.name)
    limits = (OneOf(*words),) if words else _LIMITS.get(field.name, ())
    return hint_of(field.shape, limits)


def _said(name: str) -> Any:
    return Written(default=None, description=MEANINGS.get(name, ""))


def _model(title: str, record: type, **more: Any) -> type[BaseModel]:
    fields = [f for f in fields_of(record) if f.name not in ("id", "motions")]
    written: dict[str, Any] = {f.name: (_hint(f), _said(f.name)) for f in fields}
    config = ConfigDict(extra="forbid", frozen=True)
    made: type[BaseModel] = create_model(title, __config__=config, **{**written, **more})
    return made


def model() -> type[BaseModel]:
    """Return the model of a whole file; what was not written is not in its `model_fields_set`."""
    motion: Any = _model("Motion", HouseMotion)
    key: Any = Annotated[str, Strict(), ID]
    names = hint_of(Shape("list", Shape("value", str)))
    return _model(
        "House",
        House,
        format=(Literal[1], Written(description=MEANINGS["format"])),
        base=(hint_of(Shape("value", str)), _said("base")),
        without=(names, _said("without")),
        motions=(dict[key, motion], _said("motions")),
    )


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of house rules."""
    made = model().model_json_schema()
    _trim(made)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "title": "House rules for Horseshoe",
        "description": "What a Model UN house does differently from its base; everything may be left out.",
    }


def _trim(form: Any) -> None:
    """Take out titles made from names and defaults of nothing."""
    for inner in form.values() if isinstance(form, dict) else form if isinstance(form, list) else ():
        _trim(inner)
    if isinstance(form, dict):
        if "default" in form and form["default"] is None:
            del form["default"]
        for field in form.get("properties", {}).values():
            field.pop("title", None)


def text() -> str:
    """The schema file's text."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def path() -> Path:
    """Where the schema file lives: beside the crises that belong to the game."""
    return places.crises()[0] / "house.schema.json"


if __name__ == "__main__":
    path().write_text(text(), encoding="utf-8")
