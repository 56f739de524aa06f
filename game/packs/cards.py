"""The packs there are: one card each, made without compiling, and finding a pack by its id.

A broken pack has a card too, with a sentence that says what is wrong. It must stay quick: the gallery waits
for it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from game import places
from game.packs import cache, languages
from game.packs.folder import BRIEFS, SEATED, collect, fingerprint
from game.packs.problems import PackError, Problem
from game.plain import clean

SHARED = frozenset({"data", "houses", "schemas"})
"""Folders beside the packs that hold what crises share: tables, house rules, schemas for editors."""


class PackCard(Struct, frozen=True):
    """What the gallery says of a pack.

    `dates` is in words ("25 June 1950 to 31 January 1951"), `seats` the codes of all seats, `minutes` the
    length of a full sitting, `folder` the path. `problem` is empty, or one sentence: such a pack cannot be
    opened.
    """

    id: str
    title: str
    subtitle: str
    summary: str
    dates: str
    seats: tuple[str, ...]
    minutes: int
    folder: str
    problem: str = ""


def shelf() -> list[PackCard]:
    """Return a card for every pack there is, sorted by id; a player's own wins over a shipped one."""
    cards: dict[str, PackCard] = {}
    for home in places.crises():
        for folder in _folders(home):
            cards[folder.name] = card(folder)
    return [cards[name] for name in sorted(cards)]


def _folders(home: Path) -> list[Path]:
    """The folders in `home` that mean to be packs."""
    try:
        inside = [Path(e.path) for e in os.scandir(home) if e.is_dir() and not e.name.startswith(".")]
        return [p for p in inside if p.name not in SHARED and is_pack(p)]
    except OSError:
        return []


def find(folder_or_id: str | os.PathLike[str]) -> Path:
    """Return the folder of a pack given by id or path; raises PackError naming the nearest id."""
    name = os.fspath(folder_or_id)
    bare = isinstance(folder_or_id, str) and os.path.basename(name) == name and name not in {"", ".", ".."}
    homes = [*reversed(places.crises())] if bare else []
    for path in (*(home / name for home in homes), Path(name or "\0")):
        try:
            if path.is_dir() and (not bare or is_pack(path)):
                return path.resolve()
        except (OSError, ValueError):
            continue
    shown = clean(name, limit=60) or "(nothing)"
    ids = [p.name for home in homes for p in _folders(home)]
    near = get_close_matches(name, ids, 1, 0.5)
    remedy = f"Did you mean {near[0]}?" if near else "Name one of the packs on the shelf, or a folder."
    if whole := _whole(Path(name or "\0")):
        remedy = f"Name the folder that the file lies in: {whole}."
    raise PackError(shown, [Problem("", 0, 0, "no-pack", f"There is no pack called {shown}.", remedy)])


def _whole(file: Path) -> str:
    """The folder of the pack that a file belongs to, safe to show; empty for what is no file of a pack."""
    try:
        home = file.parent.parent if file.parent.name == BRIEFS else file.parent
        return clean(str(home), limit=200) if file.is_file() and (home / "pack.yaml").is_file() else ""
    except (OSError, ValueError):
        return ""


def is_pack(path: Path) -> bool:
    """Whether a folder can be listed and holds YAML at its top, and so means to be a pack."""
    try:
        return any(e.name.endswith((".yaml", ".yml")) for e in os.scandir(path))
    except (OSError, ValueError):
        return False


def card(folder: Path) -> PackCard:
    """Return the card of one pack's folder, from the cache when no file has changed."""
    try:
        key = f"{fingerprint(folder)}:{languages.usual()}"
    except OSError as trouble:
        return _broken(folder, f"The folder cannot be read: {trouble.strerror or trouble}.")
    known = cache.recall("card", key, PackCard)
    if known is None:
        known = _drawn(folder)
        cache.keep("card", key, known)
    return known


def mark(folder: Path, problems: Sequence[Problem]) -> None:
    """Let a pack's card carry what compiling it has found: its first grave problem, or none."""
    grave = next((str(p) for p in problems if p.grave), "")
    try:
        key = f"{fingerprint(folder)}:{languages.usual()}"
    except OSError:
        return
    drawn = card(folder)
    if drawn.problem != grave:
        cache.keep("card", key, structs.replace(drawn, problem=grave))


def _broken(folder: Path, problem: str) -> PackCard:
    name = clean(folder.name, limit=60)
    return PackCard(name, name, "", "", "", (), 0, str(folder), problem)


def _drawn(folder: Path) -> PackCard:
    """Make a card from the files that say what the pack is; whatever they lack, the card lacks."""
    from game.packs.reading import read
    from game.packs.records import PACK

    files = collect(folder)
    missing = [p for p in files.problems if p.grave]
    sheets = [read(name, files.files.get(name, b"")) for name in (PACK, "stages.yaml", SEATED)]
    problems = [*missing, *(p for s in sheets for p in s.problems)]
    if problems:
        return _broken(folder, str(problems[0]))
    pack, stages, seated = (s.data for s in sheets)
    if not isinstance(pack, dict) or not isinstance(stages, dict):
        return _broken(folder, "pack.yaml and stages.yaml should hold keys with values.")
    seats = (seated if isinstance(seated, dict) else pack).get("seats")  # format 1 had them in pack.yaml
    minutes = pack.get("minutes", 45)
    return PackCard(
        folder.name,
        _text(pack, "title") or clean(folder.name, limit=60),
        _text(pack, "subtitle"),
        _text(pack, "summary"),
        _dates(stages),
        tuple(str(s) for s in seats) if isinstance(seats, dict) else (),
        minutes if isinstance(minutes, int) else 0,
        str(folder),
        "" if isinstance(seats, dict) and seats else "The pack has no seats.",
    )


def _text(pack: dict[str, Any], key: str) -> str:
    value = pack.get(key, "")
    if isinstance(value, dict):
        value = value.get(languages.usual()) or value.get(pack.get("language", languages.ENGLISH), "")
    return clean(value, limit=1_000) if isinstance(value, str) else ""


def _dates(stages: dict[str, Any]) -> str:
    days = []
    for stage in stages.values():
        try:
            days.append(date.fromisoformat(stage["date"]))
        except (TypeError, KeyError, ValueError):
            continue
    if not days:
        return ""
    first, last = (f"{d.day} {d:%B %Y}" for d in (min(days), max(days)))
    return first if first == last else f"{first} to {last}"
