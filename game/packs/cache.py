"""What the house remembers of packs it has compiled: scenarios by digest, cards by fingerprint.

The cache may be emptied, damaged or forbidden at any time; then it is as if nothing were remembered. It must
never be the only place where something is known, and never import YAML or pydantic.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from game import __version__, places

T = TypeVar("T")

_SEAL = 32
"""Bytes of SHA-256 before the body of a slot."""
_MOST = 100
"""Slots kept at most."""
_SHAPING = ("packs", "rules", "session", "world")
"""Rooms whose change may change what a pack compiles to."""


@cache
def _program() -> str:
    """A text that changes with the program: its version, and the files that say what a scenario is."""
    house = Path(__file__).resolve().parent.parent
    homes = [str(house / room) for room in _SHAPING]
    with suppress(places.PlaceError):  # a broken installation compiles nothing
        homes.append(str(places.crises()[0] / "data"))
    return _hashed("\n".join([__version__, *sorted(mark for home in homes for mark in _marks(home))]))


def _marks(folder: str) -> Iterator[str]:
    """Path, size and time of every program file and table in a folder and below."""
    for entry in os.scandir(folder):
        if entry.name.endswith((".py", ".csv", ".yaml")):
            status = entry.stat()
            yield f"{entry.path}:{status.st_size}:{status.st_mtime_ns}"
        elif entry.name != "__pycache__" and entry.is_dir():
            yield from _marks(entry.path)


def _hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _slot(kind: str, key: str) -> Path:
    return places.cache() / f"{kind}-{_hashed(f'{_program()}:{key}')[:40]}.msgpack"


def recall(kind: str, key: str, shape: type[T]) -> T | None:
    """Return what was kept under a key, or None: nothing there, unreadable, damaged, of another version."""
    try:
        raw = _slot(kind, key).read_bytes()
        if sha256(raw[_SEAL:]).digest() != raw[:_SEAL]:
            return None
        return msgspec.msgpack.decode(raw[_SEAL:], type=shape)
    except (OSError, places.PlaceError, msgspec.MsgspecError, ValueError):
        return None


def keep(kind: str, key: str, value: object) -> None:
    """Keep a value under a key, whole or not at all; does nothing, silently, where nothing can be written."""
    try:
        slot = _slot(kind, key)
        body = msgspec.msgpack.encode(value)
        folder = places.furnish(slot.parent)
        handle, draft = tempfile.mkstemp(dir=folder, prefix=".pack-")
    except (OSError, places.PlaceError, ValueError):
        return  # a value that cannot be encoded (a path that is no Unicode) is not kept either
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(body).digest() + body)
        os.replace(draft, slot)
        _tidy(folder)
    except OSError:
        Path(draft).unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Throw out what was written longest ago, so that an author's many versions do not pile up."""
    slots = sorted(folder.glob("*.msgpack"), key=lambda slot: slot.stat().st_mtime, reverse=True)
    for slot in slots[_MOST:]:
        slot.unlink(missing_ok=True)
