"""Texts in several languages: `{en: ..., fr: ...}` where a text may stand, and the one that is read.

A text that is given once is in the pack's own language (`language` in `pack.yaml`; English unless it says).
Names that the rules sort by, ids and places stay as they are. This module must never translate anything, and
a sitting never changes its language: `whence` keeps it in the save.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.packs.languages import CODES, ENGLISH, no_code
from game.packs.reading import Path, Sheet
from game.packs.records import LISTED, PACK, SHORT, Field, Shape, fields_of, files
from game.plain import clean

READ = frozenset(
    {
        "about", "because", "better", "contested", "disputed", "doubt", "early_note", "heard", "history",
        "historical_why", "interests", "item", "line", "locator", "note", "place", "read", "reason", "short",
        "speeches", "statement", "subtitle", "summary", "terms", "text", "thin", "title", "unit",
        "verb", "weighs", "where", "why", "wire", "word", "words",
    }
)  # fmt: skip
"""Fields that hold what people read, and may so be given in several languages."""


@dataclass(slots=True)
class Telling:
    """A pack being told in one language: which it is, the pack's own, and what languages were met."""

    wanted: str
    own: str = ENGLISH
    texts: int = 0
    met: Counter[str] = field(default_factory=Counter)

    @property
    def languages(self) -> tuple[str, ...]:
        """The pack's own language, and the others in which it gives texts."""
        return (self.own, *sorted(set(self.met) - {self.own}))

    @property
    def spoken(self) -> str:
        """The language in which the pack is told."""
        return self.wanted if self.wanted in self.languages else self.own


def told(sheets: Mapping[str, Sheet], wanted: str) -> Telling:
    """Put one language's texts in the place of several in all sheets; what is wrong is noted on them."""
    telling = Telling(wanted, _own(sheets.get(PACK)))
    if not any(_hints(sheet) for sheet in sheets.values()):
        return telling
    for name, sheet in sheets.items():
        kind = "briefs" if name.startswith("briefs/") else name
        if kind in files() and isinstance(sheet.data, dict | list) and not sheet.problems:
            sheet.data = _file(telling, sheet, files()[kind], kind)
    return telling


def _hints(sheet: Sheet) -> bool:
    """Whether some key of a sheet may be the code of a language: most packs have none, and are soon told."""
    return any(path[-1] in _LIKELY for path in sheet.keys if path)


_LIKELY = CODES - {"by", "id", "no", "to"}
"""Codes that are no keys of a pack's own; texts in the other four have one in English beside them."""


def _own(sheet: Sheet | None) -> str:
    """The language of texts that are given once; one that is none is noted."""
    code = sheet.data.get("language", ENGLISH) if sheet and isinstance(sheet.data, dict) else ENGLISH
    if sheet and isinstance(code, str) and code not in CODES:
        what = f"{clean(code, limit=20) or 'Nothing'} is {no_code(code)}."
        sheet.complain(sheet.mark(("language",)), "language", what, "Write two letters, such as en or fr.")
    return code if isinstance(code, str) and code in CODES else ENGLISH


def _file(telling: Telling, sheet: Sheet, whole: tuple[Field, ...] | Field, kind: str) -> Any:
    if isinstance(whole, Field):
        shape = Shape("record", whole.shape.of) if kind == "briefs" else whole.shape
        return _value(telling, sheet, shape, sheet.data, (), whole.name)
    return _fields(telling, sheet, whole, sheet.data, ())


def _fields(telling: Telling, sheet: Sheet, fields: tuple[Field, ...], data: Any, path: Path) -> Any:
    if isinstance(data, dict):
        for f in fields:
            if f.name in data:
                data[f.name] = _value(telling, sheet, f.shape, data[f.name], (*path, f.name), f.name)
    return data


def _value(telling: Telling, sheet: Sheet, shape: Shape, data: Any, path: Path, name: str) -> Any:
    """The value at a path with one language's texts in it."""
    match shape.kind:
        case "value" if shape.of is str and name in READ:
            return _text(telling, sheet, data, path)
        case "record":
            return _record(telling, sheet, shape.of, data, path)
        case "keyed" | "mapping" if isinstance(data, dict):
            inner = Shape("record", shape.of) if shape.kind == "keyed" else shape.of
            return {k: _value(telling, sheet, inner, v, (*path, k), name) for k, v in data.items()}
        case "list" if isinstance(data, list):
            inside = enumerate(data)
            return [_value(telling, sheet, shape.of, v, (*path, n), name) for n, v in inside]
        case "list" if name in READ:
            return _value(telling, sheet, shape.of, data, path, name)
    return data


def _record(telling: Telling, sheet: Sheet, record: type, data: Any, path: Path) -> Any:
    if record in SHORT and SHORT[record] in READ and (isinstance(data, str) or _several(data)):
        return _text(telling, sheet, data, path)
    if record in LISTED and isinstance(data, list):
        shapes = {f.name: f.shape for f in fields_of(record)}
        named = list(zip(LISTED[record], data, strict=False))
        rest = data[len(named) :]
        return [_value(telling, sheet, shapes[n], v, (*path, i), n) for i, (n, v) in enumerate(named)] + rest
    return _fields(telling, sheet, fields_of(record), data, path)


def _several(data: Any) -> bool:
    """Whether a mapping in the place of a record with a short form gives a text in several languages."""
    return isinstance(data, dict) and bool(data) and all(k in CODES for k in data)


def _text(telling: Telling, sheet: Sheet, data: Any, path: Path) -> Any:
    """One language's text out of those given; of a text that is given once, that text."""
    if data:
        telling.texts += 1
    if not isinstance(data, dict):
        telling.met[telling.own] += bool(data)
        return data
    for code, text in data.items():
        if code not in CODES:
            what = f"{clean(code, limit=20)} is {no_code(code)}."
            sheet.complain(sheet.mark((*path, code), key=True), "language", what, "Write such as en or fr.")
        elif not isinstance(text, str) or not text:
            what = f"The text in {code} is no text."
            sheet.complain(sheet.mark((*path, code)), "language", what, "Write words, or take the line out.")
    if telling.own not in data:
        what = f"There is no text in {telling.own}."
        remedy = f"Add a line {telling.own}: with it; every text needs one in the pack's own language."
        sheet.complain(sheet.mark(path), "language", what, remedy)
    telling.met.update(code for code in data if code in CODES)
    return data.get(telling.wanted) or data.get(telling.own) or next(iter(data.values()), "")
