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


@cache
def _program() -> str:
    """A text that changes with the program: its version, and the files that say what a scenario is."""
    house = Path(__file__).resolve().parent.parent
    shaping = [
        *(house / "packs").glob("**/*.py"),
        *(house / "world").glob("*.py"),
        house / "session" / "scenario.py",
    ]
    try:
        shared = sorted((places.crises()[0] / "data").glob("*.csv"))
    except places.PlaceError:
        shared = []
    marks = [__version__]
    for file in (*sorted(shaping), *shared):
        try:
            status = file.stat()
        except OSError:
            continue
        marks.append(f"{file}:{status.st_size}:{status.st_mtime_ns}")
    return sha256("\n".join(marks).encode("utf-8", "surrogateescape")).hexdigest()


def _slot(kind: str, key: str) -> Path:
    name = sha256(f"{_program()}:{key}".encode("utf-8", "surrogateescape")).hexdigest()
    return places.cache() / f"{kind}-{name[:40]}.msgpack"


def recall(kind: str, key: str, shape: type[T]) -> T | None:
    """Return what was kept under a key, or None: nothing there, unreadable, damaged or of another version."""
    try:
        raw = _slot(kind, key).read_bytes()
        mark, body = raw[:32], raw[32:]
        if sha256(body).digest() != mark:
            return None
        return msgspec.msgpack.decode(body, type=shape)
    except (OSError, places.PlaceError, msgspec.MsgspecError, RecursionError, ValueError):
        return None


def keep(kind: str, key: str, value: object) -> None:
    """Keep a value under a key, whole or not at all; silently does nothing where nothing can be written."""
    try:
        slot = _slot(kind, key)
        folder = places.furnish(slot.parent)
        body = msgspec.msgpack.encode(value)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".pack-", delete=False) as file:
            file.write(sha256(body).digest() + body)
        try:
            os.replace(file.name, slot)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
    except (OSError, places.PlaceError, msgspec.MsgspecError, TypeError):
        return
