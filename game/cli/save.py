"""Finding and reading the save that a command names: a file, a name on the shelf, or the beginning of one."""

from __future__ import annotations

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

    try:
        return places.saves(chosen)
    except places.PlaceError as fault:
        raise Trouble(str(fault)) from None


def find(typed: str, shelf: Path) -> Path:
    """Return the file of a save: a path, or a name in `shelf` or its beginning if only one begins so.

    Raises Misuse, with the nearest name, when none or several are meant.
    """
    direct = _file(typed)
    if direct is not None:
        return direct
    names = _names(shelf)
    exact = [path for name, path in names.items() if typed in (name, path.name)]
    begun = exact or [path for name, path in names.items() if typed and name.startswith(typed)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        some = ", ".join(shown(path.name) for path in begun[:MOST_NAMED])
        more = f" and {len(begun) - MOST_NAMED} more" if len(begun) > MOST_NAMED else ""
        raise Misuse(f"Several saves begin with {shown(typed)}: {some}{more}. Type more of the name.")
    meant = nearest(typed, {name[: len(typed)] for name in names})
    meant = next((name for name in names if meant and name.startswith(meant)), "")
    asked = f" Did you mean {shown(meant)}?" if meant else ""
    raise Misuse(f"There is no save called {shown(typed)} in {shelf}.{asked}")


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


def _file(typed: str) -> Path | None:
    """The file that was typed as a path, if there is one."""
    try:
        path = Path(typed).expanduser()
        if path.is_dir():
            return None
        return path if path.exists() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _names(shelf: Path) -> dict[str, Path]:
    """The saves in a folder by name."""
    from game.journal import SUFFIX

    try:
        return {bare(path): path for path in sorted(shelf.iterdir()) if path.name.endswith(SUFFIX)}
    except FileNotFoundError:
        return {}
    except OSError as fault:
        raise Trouble(f"{shelf} cannot be listed ({fault.strerror}).") from None
