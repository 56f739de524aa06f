"""The journal: a sitting on disk, as an append-only log of its events that outlives a crash at any moment.

- `Journal.create(folder, header)` begins a save; `append(events)` makes one act durable; `undo(to)` withdraws
acts.
- `Journal.open(path)` takes a save up again; `read(path)` only reads one, for replay, checking and export.
- `shelf(folder)` lists saves for the archive, from their first and last lines.

In this room: `lines` (header, entries, the chain of seals), `reading`, `writing`, `shelf`, `upgrades` (format
numbers). It knows the session's events only as a type to decode, and writes the wall clock beside them for
people to read. It must never judge an act, change an event, or write anything but saves. Every complaint is a
JournalError whose text is a sentence to show; what can be kept of a damaged save is kept, and `Reading` tells
what could not.
"""

from game.journal.lines import SUFFIX, Header, JournalError
from game.journal.reading import Reading, read
from game.journal.shelf import Saved, peek, shelf
from game.journal.writing import Journal

__all__ = ["SUFFIX", "Header", "Journal", "JournalError", "Reading", "Saved", "peek", "read", "shelf"]
