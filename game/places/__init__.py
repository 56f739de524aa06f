"""Where things live on this computer: the crises that came with the game, the players' saves, the cache.

It answers with paths and makes nothing by itself; `furnish` makes a folder at the moment it is needed. The
program runs from a checkout (the `game/` folder beside `crises/`) or from an installed wheel
(`game/_crises/`), and no other room may care which. It must never read or write a save or a pack, and never
ask the player anything.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

SAVES_VARIABLE = "HORSESHOE_SAVES"
CACHE_VARIABLE = "HORSESHOE_CACHE"

_PACKAGE = Path(__file__).resolve().parent.parent
_OURS = re.compile(r'^name\s*=\s*"horseshoe"\s*$', re.MULTILINE)


class PlaceError(Exception):
    """A folder that the game needs cannot be used; one sentence says where, what is wrong, what to do."""


def checkout() -> Path | None:
    """The checkout the program runs from, or None for an installed copy.

    A checkout is a folder that holds the package, a `pyproject.toml` naming horseshoe, and a `crises/`
    folder.
    """
    top = _PACKAGE.parent
    try:
        ours = _OURS.search((top / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return top if ours and (top / "crises").is_dir() else None


def crises() -> tuple[Path, ...]:
    """The folders that hold crisis packs: those shipped with the game, then the player's own if any.

    Raises PlaceError if the shipped crises are missing, which means a broken installation.
    """
    top = checkout()
    shipped = _PACKAGE / "_crises" if top is None else top / "crises"
    if not shipped.is_dir():
        raise PlaceError(
            f"{shipped}: the crises that belong to the game are missing; install Horseshoe again."
        )
    own = own_crises()
    return (shipped, own) if own.is_dir() else (shipped,)


def own_crises() -> Path:
    """The folder in which a player's own packs are looked for; it need not exist."""
    return _data() / "crises"


def saves(chosen: str | None = None) -> Path:
    """The folder of saved sittings; it need not exist yet.

    The first that is given wins: `chosen` (the value of `--saves`), the environment variable HORSESHOE_SAVES,
    `saves/` in a checkout, the user's data folder. Raises PlaceError if something that is no folder stands
    there.
    """
    top = checkout()
    default = _data() / "saves" if top is None else top / "saves"
    return _folder(_named(chosen, SAVES_VARIABLE) or default, "--saves or " + SAVES_VARIABLE)


def cache() -> Path:
    """The folder of compiled packs, which may be emptied at any time; it need not exist yet.

    The environment variable HORSESHOE_CACHE wins over the user's cache folder. Raises PlaceError like
    `saves`.
    """
    return _folder(_named(None, CACHE_VARIABLE) or _user("cache"), CACHE_VARIABLE)


def furnish(folder: Path) -> Path:
    """Make `folder` if need be, and make sure that a file can be written in it; returns the folder.

    Raises PlaceError with a sentence for a read-only place, a full disk, or a file that stands in the way.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except (FileExistsError, NotADirectoryError):
        raise PlaceError(
            f"{folder}: a file stands where a folder is needed; choose another folder."
        ) from None
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise PlaceError(
            f"{folder}: nothing can be written there ({why}); choose another folder."
        ) from trouble


def _named(chosen: str | None, variable: str) -> Path | None:
    """The place named on the command line or in the environment, made absolute; None if there is none."""
    name = chosen or os.environ.get(variable)
    if not name:
        return None
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError:
        raise PlaceError(f"{name}: no such user's home folder is known; write the whole path.") from None
    except OSError:
        raise PlaceError(
            f"{name}: the folder the game was started from is gone; go to another, or write the whole path."
        ) from None


def _folder(place: Path, setting: str) -> Path:
    """`place` itself, unless something that is not a folder stands there."""
    try:
        blocked = not place.is_dir() and os.path.lexists(place)
    except (OSError, ValueError) as trouble:
        why = getattr(trouble, "strerror", None) or trouble
        raise PlaceError(
            f"{str(place)[:200]!r} cannot be a folder ({why}); name another one with {setting}."
        ) from None
    if blocked:
        raise PlaceError(f"{place} is not a folder; name another one with {setting}.")
    return place


def _data() -> Path:
    return _user("data")


def _user(kind: str) -> Path:
    """The user's own data or cache folder, as the operating system has it."""
    import platformdirs  # at the first question, so that importing this room costs nothing

    find = platformdirs.user_data_path if kind == "data" else platformdirs.user_cache_path
    return find("horseshoe", appauthor=False)
