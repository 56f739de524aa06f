"""Crises as authors write them: a folder of YAML in, a frozen `Scenario` or a list of problems out.

What the rest of the house uses:

- `load(folder_or_id)`   the scenario, cached while the files are unchanged; raises `PackError(problems)`
- `load_again(pack, options)` the scenario of a save, also of one played off the shelf (`kept` is what its
  header must carry)
- `inspect(folder)`      the scenario (or None) and every problem, each with file, line, column, code, remedy
- `speak(code)`          the language in which packs are told from now on
- `shelf()`              a `PackCard` for every pack there is, without compiling any

Where to look:

- `folder`      a pack's files, their digest          - `cache`      what is remembered between two starts
- `reading`     YAML without its traps                - `cards`      the shelf, and finding a pack by id
- `records`     the one mapping rule                  - `tables`     the tables that crises share
- `schema`      the form, as pydantic models          - `complaints` errors of form in words
- `compile`     all of it in order                    - `checks`     one module for each thing that must hold
- `problems`    complaints as values                  - `pages`      the manual pages of complaints
- `upgrades`    packs of older formats                - `whence`     packs off the shelf
- `telling`     texts in several languages            - `languages`  which of them is read
- `library`     clauses that are the house's          - `defaults`   positions from ideal points
- `schema_file` the JSON Schemas for editors          - `fields.toml` what each field is, for them
- `reach`, `reason`, `outlook`, `plainness`           what the checks reckon with

Packs hold data only: nothing an author writes is ever run, formatted or imported. Loading a pack from the
cache imports neither PyYAML nor pydantic. To add a check, copy `checks/endings.py`.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from os import PathLike
from typing import Any

from game.packs import cache, languages, whence
from game.packs.cards import PackCard, find, mark, shelf
from game.packs.folder import Folder, collect
from game.packs.languages import speak
from game.packs.problems import PackError, Problem
from game.packs.whence import kept
from game.session.scenario import Scenario

__all__ = ["PackCard", "PackError", "Problem", "inspect", "kept", "load", "load_again", "shelf", "speak"]


def load(folder_or_id: str | PathLike[str], language: str = "") -> Scenario:
    """Return the scenario of a pack given by its id or its folder, in a language (ISO 639-1) if it has it.

    Without one it is told in that of `speak`, or of the environment. Raises PackError, with every problem,
    when there is no such pack or it cannot be played.
    """
    language = language or languages.usual()
    folder = collect(find(folder_or_id))
    key = f"{folder.digest}:{folder.path.name}:{language}"
    if not folder.problems and (scenario := cache.recall("scenario", key, Scenario)) is not None:
        whence.note(scenario, folder.path)
        return scenario
    scenario, problems = _examined(folder, language)
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
    language = options.get(whence.LANGUAGE, languages.ENGLISH)
    known = isinstance(language, str) and language in languages.CODES
    return load(whence.found_again(pack, options), language if known else languages.ENGLISH)


def inspect(folder: str | PathLike[str]) -> tuple[Scenario | None, list[Problem]]:
    """Compile a pack afresh; return its scenario, or None, and every problem (advice comes with a scenario).

    The errors are those of every language it has. Raises PackError only when there is no such pack.
    """
    found = collect(find(folder))
    scenario, problems = _examined(found, languages.usual())
    if scenario is not None:
        from game.packs.compile import compiled

        others = (compiled(found, x)[1] for x in scenario.open.languages if x != scenario.open.language)
        problems += [p for more in others for p in more if p.grave and p not in problems]
    return (None if any(p.grave for p in problems) else scenario), problems


def _examined(folder: Folder, language: str) -> tuple[Scenario | None, list[Problem]]:
    """Compile a folder, and let the pack's card say what was found."""
    collecting = gc.isenabled()
    gc.disable()  # much is made and next to nothing thrown away: to look for it takes a tenth of the time
    try:
        from game.packs.compile import compiled

        scenario, problems = compiled(folder, language)
        mark(folder.path, problems)
        return scenario, problems
    finally:
        if collecting:
            gc.enable()
