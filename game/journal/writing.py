"""A save being written: each act goes to the disk whole, before anybody is told that it happened.

One act is one write and one fsync. If the disk refuses, the file is cut back to its last whole act and the
journal can still be used. One game at a time may hold a save. This module must never change what was written
before, except to cut off what was never acknowledged or, having set a copy aside, what is unsound.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self

from game.journal.lines import SUFFIX, E, Entry, Header, JournalError, entry_lines, header_line, now
from game.journal.reading import Reading, contents, reading_of, withdraw
from game.journal.upgrades import FORMAT
from game.places import PlaceError, furnish

if sys.platform != "win32":
    import fcntl

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_CUT = "another program has cut the save short: put back a copy of it and take the sitting up again"
_WHY = {
    errno.ENOSPC: "the disk is full: make room and try again",
    errno.EDQUOT: "your share of the disk is full: make room and try again",
    errno.EROFS: "it may only be read there: choose another folder with --saves",
    errno.EACCES: "you may not write there: choose another folder with --saves",
    errno.EPERM: "you may not write there: choose another folder with --saves",
}


class Journal(Generic[E]):
    """The save of the sitting being played: made by `create` or `open`, used in a `with` or closed."""

    def __init__(self, path: Path, descriptor: int, reading: Reading[E]) -> None:
        self.path = path
        self.header = reading.header
        self._descriptor = descriptor
        self._acts = list(reading.acts)
        self._n = reading.entries
        self._length = reading.length
        self._seal = reading.seal

    @classmethod
    def create(cls, folder: Path, header: Header) -> Journal[Any]:
        """Begin a new save in `folder`, made if need be; the file is named by pack, date and a counter.

        Raises JournalError, or PlaceError for a folder that cannot be used.
        """
        path, descriptor = _new_file(furnish(folder), header)
        line, seal = header_line(header)
        try:
            _lock(descriptor, path)
            _write(descriptor, line, 0)
            _fsync_folder(folder)
        except OSError as fault:
            os.close(descriptor)
            with contextlib.suppress(OSError):
                path.unlink()
            raise JournalError(f"{path} cannot be begun: {_why(fault)}.") from fault
        fresh: Reading[Any] = Reading(header, [], [], [], 0, header.begun, len(line), seal)
        return cls(path, descriptor, fresh)

    @classmethod
    def open(cls, path: Path, kind: Any = None) -> tuple[Journal[Any], Reading[Any]]:
        """Take up a save again: a journal that goes on from its last whole act, and what was read.

        What is unsound after that act is cut off, after a copy of the whole file was set aside beside it if
        more than a torn end is lost. `kind` is as for `read`. Raises JournalError.
        """
        contents(path)
        try:
            descriptor = os.open(path, os.O_RDWR | _BINARY)
        except OSError as fault:
            raise JournalError(f"{path} can be read but not continued: {_why(fault)}.") from fault
        try:
            _lock(descriptor, path)
            data = contents(path)
            reading = reading_of(data, path, kind)
            if reading.header.format != FORMAT:
                raise JournalError(
                    f"{path} was begun by an older Horseshoe: it can be replayed, but not continued."
                )
            if reading.trouble:
                _set_aside(path, data)
            if reading.length < len(data):
                os.ftruncate(descriptor, reading.length)
                os.fsync(descriptor)
        except OSError as fault:
            os.close(descriptor)
            raise JournalError(f"{path} can be read but not continued: {_why(fault)}.") from fault
        except BaseException:
            os.close(descriptor)
            raise
        return cls(path, descriptor, reading), reading

    @property
    def acts(self) -> Sequence[int]:
        """The entry number that ends each act that stands, in order: the numbers `undo` takes, besides 0."""
        return tuple(self._acts)

    def append(self, events: Sequence[E]) -> None:
        """Write the events of one act; when this returns they are on the disk.

        Raises JournalError if the disk refuses: then nothing of the act is kept, and the journal can still be
        used.
        """
        if not events:
            return
        at, act, size = now(), len(self._acts) + 1, len(events)
        self._enter(
            [
                Entry(h="", n=self._n + place, at=at, act=act, left=size - place, e=event)
                for place, event in enumerate(events, start=1)
            ]
        )
        self._acts.append(self._n)

    def undo(self, to: int) -> None:
        """Withdraw every act after the one that ends with entry `to` (0: all), as a fact of its own.

        Raises ValueError if no standing act ends there, JournalError if the disk refuses.
        """
        if to and to not in self._acts:
            raise ValueError(f"no standing act ends with entry {to}")
        standing = self._acts.index(to) + 1 if to else 0
        self._enter([Entry(h="", n=self._n + 1, at=now(), act=standing, undo=to)])
        withdraw(self._acts, to)

    def close(self) -> None:
        """Give the save back; doing so twice does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _enter(self, entries: list[Entry[Any]]) -> None:
        """Write entries after the last good one, and only then count them."""
        data, seal = entry_lines(entries, self._seal)
        if self._descriptor < 0:
            raise JournalError(f"{self.path} was closed: nothing more can be saved in it.")
        try:
            if os.fstat(self._descriptor).st_nlink == 0 and not self.path.exists():
                self._put_back()
            _write(self._descriptor, data, self._length)
        except (OSError, PlaceError) as fault:
            with contextlib.suppress(OSError):
                _cut_back(self._descriptor, self._length)
            why = f"{_why(fault)}." if isinstance(fault, OSError) else str(fault)
            raise JournalError(f"The act could not be saved in {self.path}: {why}") from fault
        self._seal = seal
        self._length += len(data)
        self._n = entries[-1].n

    def _put_back(self) -> None:
        """Write the whole save anew where somebody has deleted it during play. Raises OSError, PlaceError."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        data = b""
        while len(data) < self._length and (piece := os.read(self._descriptor, self._length - len(data))):
            data += piece
        path, descriptor = _new_file(furnish(self.path.parent), self.header)
        try:
            _lock(descriptor, path)
            _write(descriptor, data, 0)
            _fsync_folder(path.parent)
        except OSError:
            os.close(descriptor)
            with contextlib.suppress(OSError):
                path.unlink()
            raise
        os.close(self._descriptor)
        self.path, self._descriptor = path, descriptor


def _new_file(folder: Path, header: Header) -> tuple[Path, int]:
    """A file that did not exist before, open for writing. Raises JournalError."""
    pack = re.sub(r"[^a-z0-9]+", "-", header.pack.lower()[:60]).strip("-") or "sitting"
    date = re.sub(r"[^0-9-]+", "", header.begun[:10]) or "undated"
    for number in count(1):
        path = folder / f"{pack}-{date}-{number}{SUFFIX}"
        try:
            return path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
        except FileExistsError:
            continue
        except OSError as fault:
            raise JournalError(f"{path} cannot be begun: {_why(fault)}.") from fault
    raise AssertionError("counting ended")


def _write(descriptor: int, data: bytes, place: int) -> None:
    """Put bytes at a place of the file and see them to the disk. Raises OSError.

    What lies beyond that place was refused and could not be cut off then, so it goes first.
    """
    if os.fstat(descriptor).st_size < place:
        raise OSError(errno.EIO, _CUT)
    _cut_back(descriptor, place)
    os.lseek(descriptor, place, os.SEEK_SET)
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)


def _cut_back(descriptor: int, length: int) -> None:
    """Cut off what lies beyond `length`, if anything does. Raises OSError."""
    if os.fstat(descriptor).st_size > length:
        os.ftruncate(descriptor, length)


def _fsync_folder(folder: Path) -> None:
    """See a new file's name to the disk, where the system lets a folder be opened for that."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, path: Path) -> None:
    """Hold the save for this game alone, where the system can. Raises JournalError if another has it."""
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise JournalError(f"{path} is open in another game: close that one first.") from None
    except OSError:
        return  # some network folders know no locks: there, one game at a time is the players' own care


def _set_aside(path: Path, data: bytes) -> None:
    """Keep a copy of an unsound save beside it, under a name that no shelf lists. Raises OSError."""
    for number in count(1):
        with contextlib.suppress(FileExistsError), open(f"{path}.damaged-{number}", "xb") as copy:
            copy.write(data)
            copy.flush()
            os.fsync(copy.fileno())
            return


def _why(fault: OSError) -> str:
    return _WHY.get(fault.errno or 0) or fault.strerror or str(fault)
