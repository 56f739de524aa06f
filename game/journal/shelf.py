"""The shelf of saves: what lies in a folder, told from the first and last lines of each file.

It looks at a few kilobytes of a file however long the sitting, so that the archive opens at once; seals are
not checked here (`read` does that). It must never change a file, nor fail because of a foreign one.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec import UNSET, Raw, Struct

from game.journal.lines import SUFFIX, Entry, Header, JournalError, plain_line
from game.journal.reading import entries_of, header_of

GLANCE = 64 * 1024
"""How many bytes are read from either end of a file."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One save on the shelf."""

    path: Path
    header: Header | None
    """None if the file is no readable sitting; `trouble` says why."""
    acts: int = 0
    """How many acts stand."""
    last_at: str = ""
    """When the last act was written (UTC, ISO 8601)."""
    finished: bool = False
    trouble: str | None = None


class _Tag(Struct):
    type: str = ""


def shelf(folder: Path, ended: Collection[str] = ("CrisisEnded",)) -> list[Saved]:
    """The saves in a folder, the latest played first, unreadable ones last; none if there is no such folder.

    `ended` names the events that finish a sitting. Raises JournalError if the folder is there and cannot be
    listed.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise JournalError(f"{folder} cannot be listed ({fault.strerror}).") from fault
    return sorted((peek(path, ended) for path in paths), key=lambda saved: saved.last_at, reverse=True)


def peek(path: Path, ended: Collection[str] = ("CrisisEnded",)) -> Saved:
    """One save as it lies on the shelf; whatever is wrong with it is told in `trouble`."""
    try:
        head, tail = _ends(path)
        first, _, rest = head.partition(b"\n")
        header = header_of(first, path, whole=len(first) < len(head))
    except JournalError as fault:
        return Saved(path, None, trouble=str(fault))
    except OSError as fault:
        return Saved(path, None, trouble=f"{path} cannot be read ({fault.strerror}).")
    if tail is None:
        tail = rest
    try:
        entries = _whole_acts(list(_entries(tail, header.format)))
        finished = _is_finished(entries, ended)
    except (ValueError, msgspec.MsgspecError, RecursionError):
        return Saved(path, header, last_at=header.begun, trouble=f"{path} is damaged near its end.")
    if not entries:
        return Saved(path, header, last_at=header.begun)
    return Saved(path, header, entries[-1].act, entries[-1].at, finished)


def _ends(path: Path) -> tuple[bytes, bytes | None]:
    """The head of a file and whole lines from its tail, or None if the head is all. Raises OSError."""
    if path.exists() and not path.is_file():
        raise JournalError(f"{path} is not a file.")
    with path.open("rb") as file:
        head = file.read(GLANCE)
        size = file.seek(0, 2)
        if size <= len(head):
            return head, None
        file.seek(max(len(head), size - GLANCE))
        return head, file.read().partition(b"\n")[2]


def _entries(tail: bytes, number: int) -> Iterator[Entry[Raw]]:
    """The entries of a tail's whole lines, events undecoded."""
    decode = entries_of(Raw, number).decode
    for line in tail.split(b"\n")[:-1]:
        yield decode(plain_line(line))


def _whole_acts(entries: list[Entry[Raw]]) -> list[Entry[Raw]]:
    """The entries without those of an act that was not wholly written."""
    while entries and entries[-1].left:
        entries.pop()
    return entries


def _is_finished(entries: Sequence[Entry[Raw]], ended: Collection[str]) -> bool:
    """Whether an event that ends a sitting stands among the entries."""
    standing = math.inf
    for entry in reversed(entries):
        if entry.undo is not UNSET:
            standing = min(standing, entry.undo)
        elif entry.n <= standing and _tag(entry) in ended:
            return True
    return False


def _tag(entry: Entry[Raw]) -> str:
    return "" if entry.e is UNSET else msgspec.json.decode(entry.e, type=_Tag).type
