"""What must hold in a pack beyond its form: one check, one module, and its docstring is the manual page.

Each module has a `check(pack)` that yields faults; the module's name is their code. The manual page says why,
then shows what passes and what does not: pieces of YAML laid over a small sound pack, where a key with
nothing after it is taken out. A test runs them. A check looks at compiled records only: it must never read
files, and never raise. What keeps a crisis from being played is an error, what is almost surely a mistake a
warning, style a note.

Copy me: `endings` is the shortest whole example.
"""

from __future__ import annotations

from types import ModuleType

from game.packs.checks import (
    accepts,
    aims,
    assembly,
    at_odds,
    briefs,
    calendar,
    clauses,
    conditions,
    council,
    covenant,
    divisions,
    effects,
    endings,
    flags,
    happenings,
    lengths,
    names,
    outcomes,
    placeholders,
    places,
    plain_words,
    pledges,
    poles,
    presidency,
    prospects,
    references,
    rolls,
    scripts,
    security,
    sources,
    stages,
    succession,
    tracks,
    verbs,
    words,
)
from game.packs.problems import Problem
from game.packs.reading import Sheet
from game.packs.walk import Fault, Pack
from game.session.scenario import Scenario

ALL: tuple[ModuleType, ...] = (
    names,
    references,
    scripts,
    flags,
    effects,
    calendar,
    council,
    covenant,
    succession,
    presidency,
    briefs,
    places,
    verbs,
    words,
    rolls,
    security,
    endings,
    assembly,
    sources,
    stages,
    conditions,
    happenings,
    outcomes,
    clauses,
    prospects,
    pledges,
    tracks,
    aims,
    at_odds,
    divisions,
    poles,
    lengths,
    plain_words,
    placeholders,
    accepts,
)

IN_PART: tuple[ModuleType, ...] = (references, scripts, flags, effects, places)
"""Checks of single names, which stay true of a part: what is left out is still known by its name."""


def problems(scenario: Scenario, sheets: dict[str, Sheet], folder: str) -> list[Problem]:
    """Return what the checks find in a compiled pack, in their order; `folder` is the name of its folder.

    What the author accepts is among them, with the reason.
    """
    pack = Pack(scenario, sheets, folder)
    found = [(code_of(module), fault) for module in ALL for fault in module.check(pack)]
    own = code_of(accepts)
    found += [(own, fault) for fault in accepts.idle(pack, found, {code_of(module) for module in ALL})]
    return [_problem(code, pack, fault, accepts.reason(pack, code, fault)) for code, fault in found]


def problems_in_part(scenario: Scenario, sheets: dict[str, Sheet], folder: str) -> list[Problem]:
    """Return the grave problems that can be told when entries of a wrong form have been left out."""
    pack = Pack(scenario, sheets, folder)
    faults = ((module, fault) for module in IN_PART for fault in module.check(pack))
    return [_problem(code_of(module), pack, fault) for module, fault in faults if fault.level == "error"]


def code_of(check: ModuleType) -> str:
    """The code of a check's problems: the name of its module."""
    return check.__name__.rpartition(".")[2]


def _problem(code: str, pack: Pack, fault: Fault, accepted: str = "") -> Problem:
    sheet = pack.sheets.get(fault.file)
    mark = sheet.mark(fault.path, key=fault.key) if sheet else (0, 0)
    file = sheet.file if sheet else fault.file
    return Problem(file, *mark, code, fault.what, fault.remedy, fault.level, accepted)
