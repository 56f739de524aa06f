"""The lines of a save: its header, its entries, and the seals that chain them together.

A save is a text file, `*.sitting.jsonl`, one JSON object a line. The first line is the header. Each further
line is an entry: an event of the sitting, or the fact that events were withdrawn. Every entry begins with its
seal `h`: the first 12 hex digits of the SHA-256 of the seal before it and of the rest of its own line (the
first seal is the header's), so that a line changed, lost or put elsewhere is noticed. This module must never
open a file or judge an event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from game import __version__
from game.journal.upgrades import FORMAT
from game.plain import clean, trouble

SUFFIX = ".sitting.jsonl"

E = TypeVar("E")

_LEAD = b'{"h":"'
_DIGITS = 12
_encode = msgspec.json.Encoder().encode
_beyond_ascii = re.compile(r"[^\x00-\x7f]")
_suspicious = re.compile(rb"\\[ubfr]|\x7f")


class JournalError(Exception):
    """A save cannot be read, written or shared; the text says where, what is wrong, what to do."""


def now() -> str:
    """The time of the wall clock as it is written in saves: UTC, to the second, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Header(Struct, frozen=True, kw_only=True):
    """The first line of a save: which game, which pack, which sitting."""

    format: int = msgspec.field(default=FORMAT, name="horseshoe")
    game: str = __version__
    pack: str
    pack_digest: str
    """SHA-256 of the compiled pack, in hex; another digest means that the crisis has changed since."""
    seed: int
    options: dict[str, Any] = {}
    begun: str = msgspec.field(default_factory=now)
    title: str = ""


class Entry(Struct, Generic[E], frozen=True, omit_defaults=True):
    """One line after the header: an event `e`, or an `undo`.

    `n` runs from 1 through the file. `act` is the number of acts that stand once this entry's act is done,
    and `left` the number of entries of the act still to come: an act is whole when `left` is 0. `undo`
    withdraws every event with a number above it; they stay in the file.
    """

    h: str
    n: int
    at: str
    act: int
    left: int = 0
    e: E | UnsetType = UNSET
    undo: int | UnsetType = UNSET


def seal_of(previous: str, rest: bytes) -> str:
    """The seal of a line, from the seal before it and the bytes that follow its own."""
    return sha256(previous.encode() + rest).hexdigest()[:_DIGITS]


def header_line(header: Header) -> tuple[bytes, str]:
    """The header as a line with its line feed, and its seal."""
    line = _encode(header)
    return line + b"\n", seal_of("", line)


def entry_lines(entries: Sequence[Entry[Any]], seal: str) -> tuple[bytes, str]:
    """Entries as sealed lines with their line feeds, and the last seal; their own `h` is ignored.

    Raises TypeError for an event that msgspec cannot encode, before anything is written.
    """
    lines: list[bytes] = []
    for entry in entries:
        rest = _encode(entry).removeprefix(_LEAD)[len(entry.h) :]
        seal = seal_of(seal, rest)
        lines += (_LEAD, seal.encode(), rest, b"\n")
    return b"".join(lines), seal


def sealed(line: bytes, previous: str) -> str | None:
    """The seal of a line, without line feed, if it is the right one after `previous`; None otherwise."""
    end = len(_LEAD) + _DIGITS
    seal = seal_of(previous, line[end:])
    return seal if line[:end] == _LEAD + seal.encode() else None


def is_plain(data: bytes) -> bool:
    """Whether no line of a save can hold a text that `plain_line` would change; False when in doubt."""
    if _suspicious.search(data):
        return False
    rare = set(_beyond_ascii.findall(data.decode(errors="replace")))
    return (
        trouble(" ".join(rare)) is None
    )  # after a space, an accent on its own is trouble enough to look closer


def plain_line(line: bytes) -> bytes:
    """The same line, its texts made plain should a foreign hand have put hidden characters there.

    Raises ValueError or msgspec.DecodeError if the line is not JSON in UTF-8.
    """
    if not _suspicious.search(line) and (line.isascii() or trouble(line.decode()) is None):
        return line
    return _encode(_plain(msgspec.json.decode(line)))


def _plain(value: Any) -> Any:
    """Decoded JSON with every text in it made plain."""
    if isinstance(value, str):
        return value if trouble(value) is None else clean(value, lines=True)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    return value
