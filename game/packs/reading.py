"""A YAML file read as an author means it: plain values and the place of each, in one pass without recursion.

Scalars follow YAML 1.2's core rules, so NO, 1:30 and dates stay text. What could mislead an author or harm a
reader is refused with its place: duplicate keys, anchors and aliases, tags, merges, keys that are no text,
depth, size, characters that do not show. It must never build anything but mappings, lists, texts, numbers,
truth values and nothing, and never judge what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from game.packs.problems import Problem
from game.packs.slips import slip
from game.plain import trouble

DEPTH = 32
SIZE = 1_000_000
MOST_PROBLEMS = 20

Path = tuple[str | int, ...]
Mark = tuple[int, int]

_OR_TEXT = 'If it is a text that begins so, put it in "quotes".'
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z|0o[0-7]{1,18}\Z|0x[0-9a-fA-F]{1,15}\Z")
_LONG = re.compile(r"[-+]?[0-9]{19,}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(slots=True)
class Sheet:
    """One file as read: its `data`, the marks of `values` and of `keys` by path, and what is wrong.

    A mark is (line, column), both from 1; a path is the keys and places that lead to a value.
    """

    file: str
    data: Any = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the mark of a path, or of the nearest place around it that was written."""
        for length in range(len(path), -1, -1):
            part = path[:length]
            if key and part in self.keys:
                return self.keys[part]
            if part in self.values:
                return self.values[part]
        return (1, 1)

    def complain(self, mark: Mark, code: str, what: str, remedy: str) -> None:
        """Note a problem at a mark."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.file, *mark, code, what, remedy))


class _Hopeless(Exception):
    """The rest of the file cannot be read; what is wrong has been noted."""


def scalar(text: str) -> str | int | float | bool | None:
    """Return what a plain scalar means under YAML 1.2's core rules; 19 figures or more stay a text."""
    first = text[:1]
    if first.isdigit() or first in {"-", "+", "."}:
        if _INT.match(text):
            return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
        return float(text) if _FLOAT.match(text) and not _LONG.match(text) else text
    return _WORDS.get(text, text)


def read(file: str, raw: bytes) -> Sheet:
    """Read one file's bytes; what is wrong is in the sheet's `problems`, and then `data` is incomplete."""
    sheet = Sheet(file)
    text = _decoded(sheet, raw)
    if text is None or not _plain(sheet, text):
        return sheet
    try:
        sheet.data = _Reader(sheet).read(text)
    except _Hopeless:
        sheet.data = None
    return sheet


def _decoded(sheet: Sheet, raw: bytes) -> str | None:
    if len(raw) > SIZE:
        sheet.complain((1, 1), "too-large", f"The file has {len(raw):,} bytes.", "Keep it under 1,000,000.")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        before = raw[: bad.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace").lstrip("\ufeff")) + 1
    sheet.complain(
        (line, column), "not-utf-8", "The file is not UTF-8 text.", "Save it as UTF-8 in your editor."
    )
    return None


def _plain(sheet: Sheet, text: str) -> bool:
    """Whether all characters may stand in a pack; notes each line on which one may not."""
    if trouble(text) is None:
        return True
    for number, line in enumerate(text.split("\n"), start=1):
        if found := trouble(line.removesuffix("\r")):
            place = re.search(r"at character (\d+)", found)
            column = int(place[1]) if place else 1
            _refuse_character(sheet, (number, column), found.split(" at character ")[0])
    if not sheet.problems:
        _refuse_character(sheet, (1, 1), trouble(text) or "")
    return False


def _refuse_character(sheet: Sheet, mark: Mark, name: str) -> None:
    sheet.complain(
        mark, "hidden-character", f"There is a character that does not show: {name}.", "Delete it."
    )


def _events(text: str) -> Iterator[Any]:
    """The file's YAML events, from libyaml where it is there, else from PyYAML's own parser."""
    import yaml  # late: a pack that comes from the cache needs none of it

    loader: Any = getattr(yaml, "CLoader", yaml.Loader)
    return yaml.parse(text, Loader=loader)


@dataclass(slots=True)
class _Frame:
    """A mapping or list being read; `key` is the key whose value is awaited, None when a key is."""

    holder: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


class _Reader:
    """Turns events into values, keeping the open mappings and lists on a stack of its own."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.stack: list[_Frame] = []
        self.root: Any = None
        self.documents = 0

    def read(self, text: str) -> Any:
        """Return the file's one value."""
        from yaml import YAMLError

        event = None
        try:
            for event in _events(text):
                self._take(type(event).__name__, event)
        except YAMLError as error:
            self._syntax(text, error, event)
        except RecursionError:
            self.sheet.complain((1, 1), "too-deep", "The file is nested too deeply.", "Make it flatter.")
            raise _Hopeless from None
        return self.root

    def _syntax(self, text: str, error: Exception, last: Any) -> None:
        mark, what, remedy = slip(text, error, last)
        if all(p.line != mark[0] for p in self.sheet.problems):  # one slip, told once
            self.sheet.complain(mark, "syntax", what, remedy)
        raise _Hopeless

    def _take(self, kind: str, event: Any) -> None:
        if kind == "ScalarEvent":
            self._scalar(event)
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            self._open(event, {} if kind == "MappingStartEvent" else [])
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self.stack.pop()
        elif kind == "AliasEvent":
            self._refuse(event, "alias", f"*{event.anchor} is an alias.", f"Write the value out. {_OR_TEXT}")
            self._put(None, event)
        elif kind == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "two-documents", "A second document begins here.", "Remove the line ---.")
                raise _Hopeless

    def _refuse(self, event: Any, code: str, what: str, remedy: str) -> None:
        self.sheet.complain(_mark(event), code, what, remedy)

    def _scalar(self, event: Any) -> None:
        self._adorned(event)
        text: str = event.value
        plain = event.style is None or event.style == ""
        if event.style == '"' and (found := trouble(text)):
            name = found.split(" at character ")[0]
            _refuse_character(self.sheet, _mark(event), name)
            text = ""
        value = scalar(text) if plain else text
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.holder, dict) and frame.key is None:
            self._key(frame, text, value, plain, event)
        else:
            self._put(value, event)

    def _key(self, frame: _Frame, text: str, value: Any, plain: bool, event: Any) -> None:
        if plain and text == "<<":
            self._refuse(event, "merge", "<< merges another mapping in.", "Write the lines out again here.")
        elif not isinstance(value, str):
            self._refuse(
                event, "key-not-text", f"The key {text or '(nothing)'} is not a text.", "Put it in quotes."
            )
        elif text in frame.holder:
            first = self.sheet.keys[(*frame.path, text)][0]
            what = f"{text} is written twice; the first is on line {first}."
            self._refuse(event, "duplicate", what, "Keep one of the two.")
        else:
            self.sheet.keys[(*frame.path, text)] = _mark(event)
            frame.key = text
            return
        frame.key = ""  # the value that follows is read and dropped

    def _open(self, event: Any, holder: dict[str, Any] | list[Any]) -> None:
        self._adorned(event)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.holder, dict) and frame.key is None:
            self._refuse(
                event, "key-not-text", "A mapping or list stands as a key.", "Use a word as the key."
            )
            raise _Hopeless
        if len(self.stack) >= DEPTH:
            self._refuse(
                event, "too-deep", f"This is nested more than {DEPTH} levels deep.", "Make it flatter."
            )
            raise _Hopeless
        self.stack.append(_Frame(holder, self._put(holder, event)))

    def _adorned(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, "anchor", f"&{event.anchor} is an anchor.", f"Remove it. {_OR_TEXT}")
        if event.tag:
            self._refuse(event, "tag", f"{event.tag} is a tag.", f"Remove it. {_OR_TEXT}")

    def _put(self, value: Any, event: Any) -> Path:
        """Put a value where it belongs and return its path."""
        if not self.stack:
            self.root = value
            path: Path = ()
        else:
            frame = self.stack[-1]
            if isinstance(frame.holder, list):
                path = (*frame.path, len(frame.holder))
                frame.holder.append(value)
            else:
                key = frame.key or ""
                path = (*frame.path, key)
                frame.key = None
                if path in self.sheet.keys:
                    frame.holder.setdefault(key, value)
        self.sheet.values.setdefault(path, _mark(event))
        return path


def _mark(event: Any) -> Mark:
    return (event.start_mark.line + 1, event.start_mark.column + 1)
