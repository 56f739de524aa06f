"""What is left of a file once its errors of form are cut out, so that the checks can look at the rest.

What is left is never played: it only lets an author hear of a misspelt name and of a missing line together.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.packs.reading import Path

_MOST = 100
"""More errors of form than these, and the file is given up."""
_ROUNDS = 8
"""How often cutting may bring new errors to light before the file is given up."""


def salvaged(form: TypeAdapter[Any], data: Any) -> Any:
    """Return the value of as much of a file as has the right form, or None when too little is left."""
    data = deepcopy(data)
    for _ in range(_ROUNDS):
        try:
            return form.validate_python(data)
        except ValidationError as error:
            if error.error_count() > _MOST:
                return None
            places = {_culprit(e["type"], tuple(e["loc"])) for e in error.errors(include_url=False)}
        if () in places:
            return None
        for path in sorted(places, key=_last_first, reverse=True):
            _cut(data, path)
    return None


def _culprit(kind: str, loc: Path) -> Path:
    """The path to cut out: the wrong value, or the entry that lacks one."""
    path = loc[:-1] if loc and loc[-1] == "[key]" else loc
    return path[:-1] if kind == "missing" else path


def _last_first(path: Path) -> tuple[tuple[int, str, int], ...]:
    """Order paths so that cutting an item of a list does not shift those still to be cut."""
    return tuple((len(path), "", p) if isinstance(p, int) else (len(path), p, 0) for p in path)


def _cut(data: Any, path: Path) -> None:
    """Take out the value at a path, or the nearest written one around it."""
    holders = [data]
    for part in path:
        inside = holders[-1]
        known = part in inside if isinstance(inside, dict) else _is_place(inside, part)
        if not known:
            break
        holders.append(inside[part])
    if len(holders) > 1:
        del holders[-2][path[len(holders) - 2]]


def _is_place(holder: Any, part: str | int) -> bool:
    return isinstance(holder, list) and isinstance(part, int) and part < len(holder)
