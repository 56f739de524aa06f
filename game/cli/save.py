"""Finding and reading the save that a command names: a file, a name on the shelf, or the beginning of one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli.near import nearest, shown
from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.journal import Reading

MOST_NAMED = 5


def folder(chosen: str | None) -> Path:
    """The folder of saves, `chosen` being the value of --saves."""
    from game import places

    if chosen == "":
        raise Misuse("The folder after --saves has no name: name one, or leave --saves out.")
    try:
        return places.saves(chosen)
    except places.PlaceError as fault:
        raise Trouble(str(fault)) from None


def find(typed: str, shelf: Path) -> Path:
    """Return the file of a save: a path, or a name in `shelf` or its beginning if only one begins so.

    A bare name means the shelf first. Raises Misuse, with the nearest name, when none or several are meant.
    """
    if os.path.basename(typed) != typed:
        return _file(typed)
    names = _names(shelf)
    exact = [path for name, path in names.items() if typed in (name, path.name)]
    begun = exact or [path for name, path in names.items() if typed and name.startswith(typed)]
    if len(begun) == 1:
        return begun[0]
    if not exact and _is_file(typed):
        return Path(typed)
    if begun:
        some = ", ".join(shown(bare(path)) for path in begun[:MOST_NAMED])
        more = f" and {len(begun) - MOST_NAMED} more" if len(begun) > MOST_NAMED else ""
        raise Misuse(f"Several saves begin with {shown(typed)}: {some}{more}. Type more of the name.")
    meant = nearest(typed, {name[: len(typed)] for name in names})
    meant = next((name for name in names if meant and name.startswith(meant)), "")
    asked = f"Did you mean {shown(meant)}?" if meant else "See 'horseshoe saves'."
    raise Misuse(f"There is no save called {shown(typed)} in {shelf}. {asked}")


def bare(path: Path) -> str:
    """A save's name without its ending."""
    from game.journal import SUFFIX

    return path.name.removesuffix(SUFFIX)


def reading_of(path: Path) -> Reading[Any]:
    """Read a save; Trouble when nothing of it can be read."""
    from game.journal import JournalError, read

    try:
        return read(path)
    except JournalError as fault:
        raise Trouble(str(fault)) from None


def _file(typed: str) -> Path:
    """The file that was typed as a path. Raises Misuse when there is none, or a folder."""
    try:
        path = Path(typed).expanduser()
        if path.is_dir():
            raise Misuse(f"{shown(typed)} is a folder: 'horseshoe saves --saves DIR' lists the saves in one.")
        if os.path.lexists(path):
            return path
        why = ""
    except (OSError, ValueError, RuntimeError) as fault:
        why = f" ({getattr(fault, 'strerror', None) or str(fault).rstrip('.')})"
    raise Misuse(f"There is no save at {shown(typed)}{why}; 'horseshoe saves' lists those there are.")


def _is_file(name: str) -> bool:
    """Whether a file of that name lies where the game was started."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _names(shelf: Path) -> dict[str, Path]:
    """The saves in a folder by name."""
    from game.journal import SUFFIX

    try:
        return {bare(path): path for path in sorted(shelf.iterdir()) if path.name.endswith(SUFFIX)}
    except FileNotFoundError:
        return {}
    except OSError as fault:
        raise Trouble(f"{shelf} cannot be listed ({fault.strerror}).") from None
