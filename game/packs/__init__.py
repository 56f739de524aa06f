"""Crises as authors write them: a folder of YAML in, a frozen `Scenario` or a list of problems out.

What the rest of the house uses:

- `load(folder_or_id)`   the scenario, cached while the files are unchanged; raises `PackError(problems)`
- `load_again(pack, options)` the scenario of a save, also of one played off the shelf (`kept` is what its
  header must carry)
- `inspect(folder)`      the scenario (or None) and every problem, each with file, line, column, code, remedy
- `shelf()`              a `PackCard` for every pack there is, without compiling any

Where to look:

- `folder`      a pack's files, their digest          - `cache`      what is remembered between two starts
- `reading`     YAML without its traps                - `cards`      the shelf, and finding a pack by id
- `records`     the one mapping rule                  - `tables`     the tables that crises share
- `schema`      the form, as pydantic models          - `complaints` errors of form in words
- `compile`     all of it in order                    - `checks`     one module for each thing that must hold
- `whence`      packs off the shelf
- `problems`    complaints as values                  - `schema_file` the JSON Schema for editors

Packs hold data only: nothing an author writes is ever run, formatted or imported. Loading a pack from the
cache imports neither PyYAML nor pydantic. To add a check, copy `checks/endings.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any

from game.packs import cache, whence
from game.packs.cards import PackCard, find, mark, shelf
from game.packs.folder import Folder, collect
from game.packs.problems import PackError, Problem
from game.packs.whence import kept
from game.session.scenario import Scenario

__all__ = ["PackCard", "PackError", "Problem", "inspect", "kept", "load", "load_again", "shelf"]


def load(folder_or_id: str | PathLike[str]) -> Scenario:
    """Return the scenario of a pack given by its id or its folder.

    Raises PackError, with every problem, when there is no such pack or it cannot be played.
    """
    folder = collect(find(folder_or_id))
    key = f"{folder.digest}:{folder.path.name}"
    if not folder.problems and (scenario := cache.recall("scenario", key, Scenario)) is not None:
        whence.note(scenario, folder.path)
        return scenario
    scenario, problems = _examined(folder)
    if scenario is None:
        raise PackError(folder.name, problems)
    if not folder.problems:
        cache.keep("scenario", key, scenario)
    whence.note(scenario, folder.path)
    return scenario


def load_again(pack: str, options: Mapping[str, Any]) -> Scenario:
    """Return the scenario that a save was played with, by the pack and the options of its header.

    Raises PackError when the pack is nowhere any more, or cannot be played.
    """
    return load(whence.found_again(pack, options))


def inspect(folder: str | PathLike[str]) -> tuple[Scenario | None, list[Problem]]:
    """Compile a pack afresh; return its scenario, or None, and every problem (advice comes with a scenario).

    Raises PackError only when there is no such pack.
    """
    return _examined(collect(find(folder)))


def _examined(folder: Folder) -> tuple[Scenario | None, list[Problem]]:
    """Compile a folder, and let the pack's card say what was found."""
    from game.packs.compile import compiled

    scenario, problems = compiled(folder)
    mark(folder.path, problems)
    return scenario, problems
