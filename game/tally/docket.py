"""Files read and their entries judged, each kind of entry by the module that knows it.

It must never print, and never stop at the first problem: what can be judged is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import singledispatch
from pathlib import Path

from game.tally import chains, orders, rotation, rows, sheets
from game.tally.cases import Case, Chain, Docket, Entry, Finding, Ordering, Turn
from game.tally.judging import judged

READERS: Mapping[str, Callable[[str, bytes], Docket]] = {
    ".yaml": sheets.docket,
    ".yml": sheets.docket,
    ".csv": rows.docket,
}
LARGEST = 8_000_000


def read(path: Path, name: str = "") -> Docket:
    """Read one file; `name` is what it is called in complaints (else its own name).

    The ending of its name tells what it is; without a known one, its beginning does. Raises OSError when it
    cannot be read.
    """
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    reader = READERS.get(path.suffix.casefold()) or (rows.docket if _is_table(raw) else sheets.docket)
    return reader(name or path.name, raw)


def _is_table(raw: bytes) -> bool:
    return raw.removeprefix(b"\xef\xbb\xbf").startswith(b"vote_id,")


def judge(dockets: Iterable[Docket]) -> list[Finding]:
    """A finding for every entry of some files, in their order; a chain may have its steps in any of them."""
    entries = [entry for docket in dockets for entry in docket.entries]
    cases = {entry.id: entry for entry in entries if isinstance(entry, Case)}
    votes = {id: judged(case) for id, case in cases.items()}
    return [_found(entry, cases, votes) for entry in entries]


@singledispatch
def _found(entry: Entry, cases: Mapping[str, Case], votes: Mapping[str, Finding]) -> Finding:
    raise TypeError(f"{entry!r} is nothing that can be judged.")


@_found.register
def _(entry: Case, cases: Mapping[str, Case], votes: Mapping[str, Finding]) -> Finding:
    return votes[entry.id] if cases[entry.id] is entry else judged(entry)


@_found.register
def _(entry: Chain, cases: Mapping[str, Case], votes: Mapping[str, Finding]) -> Finding:
    return chains.judged(entry, cases, votes)


@_found.register
def _(entry: Ordering, cases: Mapping[str, Case], votes: Mapping[str, Finding]) -> Finding:
    return orders.judged(entry)


@_found.register
def _(entry: Turn, cases: Mapping[str, Case], votes: Mapping[str, Finding]) -> Finding:
    return rotation.judged(entry)
