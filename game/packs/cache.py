"""What the house remembers of packs it has compiled: scenarios by digest, cards by fingerprint.

The cache may be emptied, damaged or forbidden at any time; then it is as if nothing were remembered. It must
never be the only place where something is known, and never import YAML or pydantic.
"""

from __future__ import annotations

import os
import tempfile
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
    shaping = [file for room in _SHAPING for file in (house / room).glob("**/*.py")]
    try:
        shaping += (places.crises()[0] / "data").glob("*.csv")
    except places.PlaceError:
        shaping.append(house)
    marks = [__version__]
    for file in sorted(shaping):
        status = file.stat()
        marks.append(f"{file}:{status.st_size}:{status.st_mtime_ns}")
    return _hashed("\n".join(marks))


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
