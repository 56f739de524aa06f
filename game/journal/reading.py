"""A save read back: as many whole acts as are sound, and a plain word on what is not.

Reading is tolerant: a torn end is dropped and told, and at the first bad line it stops and says which. It
must never change the file (`writing` does that, when a sitting goes on) and never judge whether an event was
lawful.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

import msgspec
from msgspec import UNSET

from game.journal.lines import E, Entry, Header, JournalError, is_plain, plain_line, seal_of, sealed
from game.journal.upgrades import FORMAT, objection, upgrade

LARGEST = 64 * 2**20
"""Bytes; a sitting of 10,000 events takes about 2 MiB, so that a larger file is something else."""

_BROKEN = (ValueError, msgspec.MsgspecError, RecursionError)
_CHANGED = "was changed after it was written, or a line before it is missing"
_STRAY = "does not follow on from the line before it"


@dataclass(frozen=True, slots=True)
class Reading(Generic[E]):
    """What a save holds: the events that stand, in order, and how far the file is sound."""

    header: Header
    events: list[E]
    """Those that stand after every undo."""
    numbers: list[int]
    """The entry number of each event that stands."""
    acts: list[int]
    """The entry number that ends each act that stands: what `Journal.undo` takes."""
    entries: int
    """How many sound entries the file has, withdrawn ones and undos included."""
    last_at: str
    """When the last of them was written (UTC, ISO 8601)."""
    length: int
    """How many bytes of the file are sound: it ends with a whole act."""
    seal: str
    """The seal that the next entry follows."""
    dropped: str | None = None
    """What was left off the end because the game stopped while writing it, in a sentence."""
    trouble: str | None = None
    """The first bad line, in a sentence; the events before it are kept."""


class Unsound(Exception):
    """A line that cannot be taken; the text completes the sentence "Line 7 ..."."""


def read(path: Path, kind: Any = None) -> Reading[Any]:
    """Read a save; `kind` is the type of its events, by default the session's.

    Raises JournalError if there is no readable file or its first line is not a header; whatever is wrong
    further down is told in the reading.
    """
    return reading_of(contents(path), path, kind)


def contents(path: Path) -> bytes:
    """The bytes of a save. Raises JournalError for all but a readable, ordinary file of credible size."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise JournalError(f"{path} is not a file: name a save, a file that ends in .sitting.jsonl.")
        if status.st_size > LARGEST:
            raise JournalError(f"{path} is too large to be a sitting ({status.st_size // 2**20} MiB).")
        return path.read_bytes()
    except FileNotFoundError:
        raise JournalError(
            f"{path}: there is no such save; `horseshoe saves` lists those there are."
        ) from None
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or fault
        raise JournalError(f"{path} cannot be read ({why}).") from fault


def reading_of(data: bytes, path: Path, kind: Any = None) -> Reading[Any]:
    """Read a save from its bytes; `path` is only for the words of a JournalError."""
    first, *lines = data.split(b"\n")
    header = header_of(first, path, whole=bool(lines))
    torn = lines.pop()
    reader = _Reader(header, len(first) + 1, seal_of("", first), kind)
    plain = is_plain(data)
    trouble = None
    for number, line in enumerate(lines, start=2):
        try:
            reader.take(line, plain)
        except Unsound as fault:
            trouble = f"Line {number} {fault}; the acts before it ({len(reader.acts)}) are kept."
            break
    return reader.reading(bool(torn), trouble)


def header_of(line: bytes, path: Path, *, whole: bool = True) -> Header:
    """The header from a save's first line. Raises JournalError if it is none, or of an unknown format."""
    if not line.strip(b"\0 \r\t"):
        raise JournalError(f"{path} is empty: no sitting was ever saved in it.")
    try:
        raw = msgspec.json.decode(plain_line(line), type=dict[str, Any])
        number = raw["horseshoe"]
        if not isinstance(number, int) or isinstance(number, bool):
            raise ValueError(number)
    except (*_BROKEN, KeyError):
        cut = "" if whole else " or was cut off in its first line"
        raise JournalError(f"{path} is not a sitting of Horseshoe{cut}.") from None
    if fault := objection(number):
        raise JournalError(f"{path} cannot be opened. {fault}")
    try:
        header = msgspec.convert(upgrade(raw, number), Header)
    except msgspec.ValidationError as fault:
        raise JournalError(
            f"{path} is not a sitting of Horseshoe: its first line is amiss ({fault})."
        ) from None
    if not whole:
        raise JournalError(f"{path} was cut off in its first line: no act was saved in it.")
    return msgspec.structs.replace(header, format=number)


def entries_of(kind: Any, number: int) -> msgspec.json.Decoder[Entry[Any]] | _Upgrading:
    """What decodes an entry of save format `number` whose event is of type `kind`."""
    return msgspec.json.Decoder(Entry[kind]) if number == FORMAT else _Upgrading(kind, number)


class _Upgrading:
    """Decodes the entries of an older format, upgraded on the way."""

    def __init__(self, kind: Any, number: int) -> None:
        self._type = Entry[kind]
        self._number = number

    def decode(self, line: bytes) -> Entry[Any]:
        raw = msgspec.json.decode(line, type=dict[str, Any])
        return msgspec.convert(upgrade(raw, self._number), self._type)


class _Reader:
    """Takes the entries of a save one by one, and keeps only whole acts."""

    def __init__(self, header: Header, length: int, seal: str, kind: Any) -> None:
        self.header = header
        self.acts: list[int] = []
        self._events: list[Any] = []
        self._numbers: list[int] = []
        self._decode = entries_of(_session_events() if kind is None else kind, header.format).decode
        # The last line read, and the last that ended an act.
        self._length = self._good_length = length
        self._seal = self._good_seal = seal
        self._n = self._good_n = 0
        self._last_at = header.begun
        self._unfinished: list[Any] = []
        self._left = 0

    def take(self, line: bytes, plain: bool) -> None:
        """Take one line, without its line feed; `plain` if its texts are known to be. Raises Unsound."""
        seal = sealed(line, self._seal)
        if seal is None:
            raise Unsound(_CHANGED)
        try:
            entry = self._decode(line if plain else plain_line(line))
        except msgspec.ValidationError as fault:
            raise Unsound(f"tells of something this version of the game does not know ({fault})") from None
        except _BROKEN:
            raise Unsound("is not an entry of a sitting") from None
        if entry.n != self._n + 1:
            raise Unsound(_STRAY)
        self._take_undo(entry) if entry.e is UNSET else self._take_event(entry)
        self._n = entry.n
        self._seal = seal
        self._length += len(line) + 1
        if entry.left == 0:
            self._good_n, self._good_seal, self._good_length = self._n, seal, self._length
            self._last_at = entry.at

    def _take_event(self, entry: Entry[Any]) -> None:
        begins = not self._unfinished
        if entry.act != len(self.acts) + 1 or entry.left < 0 or not (begins or entry.left == self._left - 1):
            raise Unsound(_STRAY)
        self._unfinished.append(entry.e)
        self._left = entry.left
        if entry.left == 0:
            self._events += self._unfinished
            self._numbers += range(entry.n - len(self._unfinished) + 1, entry.n + 1)
            self._unfinished = []
            self.acts.append(entry.n)

    def _take_undo(self, entry: Entry[Any]) -> None:
        to = entry.undo
        if self._unfinished or entry.left or to is UNSET or not (to == 0 or to in self.acts):
            raise Unsound(_STRAY)
        withdraw(self.acts, to)
        withdraw(self._numbers, to)
        del self._events[len(self._numbers) :]
        if entry.act != len(self.acts):
            raise Unsound(_STRAY)

    def reading(self, torn: bool, trouble: str | None) -> Reading[Any]:
        """What was taken, once there is no more."""
        dropped = None
        if trouble is None and (torn or self._unfinished):
            dropped = (
                "The last act was not wholly written when the game stopped, and is left out; "
                "no act that was acknowledged is lost."
            )
        return Reading(
            header=self.header,
            events=self._events,
            numbers=self._numbers,
            acts=self.acts,
            entries=self._good_n,
            last_at=self._last_at,
            length=self._good_length,
            seal=self._good_seal,
            dropped=dropped,
            trouble=trouble,
        )


def withdraw(numbers: list[int], to: int) -> None:
    """Take from the end of rising `numbers` all that are above `to`."""
    while numbers and numbers[-1] > to:
        numbers.pop()


def _session_events() -> Any:
    """The union of the session's events."""
    from game.session.events import decoder  # only a reader of real sittings needs the session

    return decoder().type
