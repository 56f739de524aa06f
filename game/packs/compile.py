"""From a folder's bytes to a Scenario, or to all that is wrong with it.

Reads each file, judges its form, joins the year's shares of power and trade, and lets the checks look at the
whole. It never raises for what an author wrote; it answers with problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from msgspec import structs
from pydantic import BaseModel, ValidationError

from game.packs import assembly, checks, defaults, library, tables
from game.packs.complaints import complaints, wrapped
from game.packs.folder import BRIEFS, REQUIRED, SEATED, Folder
from game.packs.languages import ENGLISH
from game.packs.problems import Problem
from game.packs.reading import Sheet, read
from game.packs.records import PACK
from game.packs.salvage import salvaged
from game.packs.schema import built, form_of
from game.packs.telling import Telling, told
from game.packs.upgrades import newer, upgraded
from game.session.scenario import Brief, Electorate, Prospectus, Scenario, Sealed, Stage
from game.world.powers import SecurityModel, peopled

_OPEN = {
    "clauses.yaml": "clauses",
    "drafts.yaml": "drafts",
    "sources.yaml": "sources",
    "words.yaml": "words",
}
_SEALED = {
    "stages.yaml": "stages",
    "happenings.yaml": "happenings",
    "endings.yaml": "endings",
    "security.yaml": "security",
    "expectations.yaml": "expectations",
}


@dataclass(slots=True)
class Reading:
    """A pack while it is being compiled: its sheets, and the parts of the scenario found so far."""

    folder: Folder
    sheets: dict[str, Sheet] = field(default_factory=dict)
    open: dict[str, Any] = field(default_factory=dict)
    sealed: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    telling: Telling = field(default_factory=lambda: Telling(ENGLISH))
    broken: frozenset[str] = frozenset()
    """Files that could not be read whole."""
    lost: bool = False
    """Whether too little is left of some file to look at the whole."""


def compiled(folder: Folder, language: str = ENGLISH) -> tuple[Scenario | None, list[Problem]]:
    """Return the scenario of a folder (None if it cannot be had) and every problem, by file and line.

    `language` is the one in which it is to be told, where the pack has it.
    """
    reading = Reading(folder, problems=list(folder.problems))
    reading.sheets = upgraded({name: read(name, raw) for name, raw in folder.files.items()})
    if newer(reading.sheets):
        return None, [*folder.problems, *reading.sheets[PACK].problems]
    _complete(reading)
    reading.broken = frozenset(name for name, sheet in reading.sheets.items() if sheet.problems)
    if library.FILE in reading.sheets:
        library.lend(reading.sheets[library.FILE])
    reading.telling = told(reading.sheets, language)
    for name, sheet in reading.sheets.items():
        _take(reading, name, sheet)
    sound = not any(p.grave for p in reading.problems)
    scenario = (
        _assembled(reading) if reading.sheets.keys() >= {*REQUIRED, SEATED} and not reading.lost else None
    )
    if scenario is not None:
        look = checks.problems if sound else checks.problems_in_part
        reading.problems += [*look(scenario, reading.sheets, folder.name), *_untold(reading.telling)]
    problems = sorted(set(reading.problems), key=_order)
    return (None if any(p.grave for p in problems) else scenario), problems


def _untold(telling: Telling) -> Iterator[Problem]:
    """Notes on languages in which only some of the texts are given."""
    for code in telling.languages:
        if telling.met[code] < telling.texts and code != telling.own:
            what = f"{telling.met[code]} of {telling.texts} texts are given in {code}; the others are read in"
            remedy = "Translate the others, or leave it so."
            yield Problem(PACK, 0, 0, "language", f"{what} {telling.own}.", remedy, "note")


def _order(problem: Problem) -> tuple[bool, str, int, int, str]:
    return (problem.file != "pack.yaml", problem.file, problem.line, problem.column, problem.code)


def _complete(reading: Reading) -> None:
    """Ask for the file that older packs do without."""
    pack = reading.sheets.get(PACK)
    if pack is not None and isinstance(pack.data, dict) and SEATED not in reading.sheets:
        folder = Folder(reading.folder.path)
        folder.lacks(SEATED)
        reading.problems += folder.problems


def _take(reading: Reading, name: str, sheet: Sheet) -> None:
    """Judge one file, and put what it holds among the scenario's parts."""
    kind = BRIEFS if name.startswith(f"{BRIEFS}/") else name
    value = None if name in reading.broken or wrapped(sheet, kind) else _judged(reading, sheet, kind)
    reading.problems += sheet.problems
    if value is None:
        reading.lost = reading.lost or kind != BRIEFS
    elif kind == BRIEFS:
        seat = name.removeprefix(f"{BRIEFS}/").removesuffix(".yaml")
        reading.sealed.setdefault("briefs", {})[seat] = built(Brief, value, seat=seat)
    elif isinstance(value, BaseModel):
        _spread(reading, value)
    elif kind in _OPEN:
        reading.open[_OPEN[kind]] = value
    else:
        reading.sealed[_SEALED[kind]] = value


def _judged(reading: Reading, sheet: Sheet, kind: str) -> Any:
    """What a file holds, or as much of it as has the right form; None when too little has."""
    form = form_of(kind)
    if sheet.data is None:
        sheet.data = {}  # an empty file holds nothing, which is for the form to judge
    try:
        return form.validate_python(sheet.data)
    except ValidationError as error:
        reading.problems += complaints(sheet, kind, error)
        return salvaged(form, sheet.data)


def _spread(reading: Reading, value: BaseModel) -> None:
    """Give the fields at the top of a file to the part of the scenario that has them."""
    for name in value.model_fields_set - {"format"}:
        part = reading.open if name in Prospectus.__struct_fields__ else reading.sealed
        part[name] = getattr(value, name)


def _assembled(reading: Reading) -> Scenario:
    sealed = {"briefs": {}, "happenings": (), **reading.sealed}
    sealed["briefs"] = dict(sorted(sealed["briefs"].items()))
    electorates = _electorates(sealed["stages"])
    reading.open |= {"language": reading.telling.spoken, "languages": reading.telling.languages}
    prospectus = Prospectus(digest=reading.folder.digest, electorates=electorates, **reading.open)
    sealed["briefs"] = defaults.filled(prospectus, sealed["briefs"])
    seats = tuple(s.code for s in prospectus.seats)
    guests = tuple(s for s in prospectus.disputants if s in seats)
    sealed["stages"] = _membered(sealed["stages"], seats, guests)
    if not any(p.grave for p in reading.problems):
        sealed["security"] = _joined(reading, sealed["security"])
    return Scenario(prospectus, Sealed(**sealed))


def _membered(
    stages: tuple[Stage, ...], seats: tuple[str, ...], guests: tuple[str, ...] = ()
) -> tuple[Stage, ...]:
    """Fill in members: a stage that names none has those of the stage before it, the first all seats.

    `guests` are parties to a dispute before the League: they sit beside the members (L1).
    """
    filled: list[Stage] = []
    members = seats
    for stage in stages:
        members = stage.members or members
        members = (*members, *(g for g in guests if g not in members))
        filled.append(stage if stage.members == members else structs.replace(stage, members=members))
    return tuple(filled)


def _electorates(stages: tuple[Stage, ...]) -> tuple[Electorate, ...]:
    """Return the Assembly's Members at the dates of the stages; an impossible date is for the checks."""
    found: list[Electorate] = []
    for day in sorted({stage.date for stage in stages}):
        try:
            electors = assembly.electors(date.fromisoformat(day))
        except ValueError:
            continue  # before there was an Assembly, or no date at all
        if not found or found[-1].electors != electors:
            found.append(Electorate(day, electors))
    return tuple(found)


def _joined(reading: Reading, model: SecurityModel) -> SecurityModel:
    """Join the year's shares to the model; a state the table does not know is a problem."""
    sheet = reading.sheets["security.yaml"]
    nations = tables.nations(model.year)
    known = {n.code for n in nations} | {"*"}
    if model.groups and not nations:
        first, *_, last = tables.years()
        what = f"There are no shares of power and trade for the year {model.year}."
        sheet.complain(sheet.mark(("year",)), "year", what, f"Take one from {first} to {last}.")
    elif unknown := _unknown(model, known):
        for path, code in unknown:
            what = f"No state of {model.year} has the code {code}."
            remedy = "Use the codes of crises/data/state_power.csv (GBR is UKG there, FRA is FRN)."
            sheet.complain(sheet.mark(path, key=True), "state", what, remedy)
    else:
        return peopled(model, nations) if nations else replace(model, nations=())
    reading.problems += sheet.problems
    return model


def _unknown(model: SecurityModel, known: set[str]) -> list[tuple[tuple[str | int, ...], str]]:
    groups = [
        (("groups", g.id, "states", place), code)
        for g in model.groups
        for place, code in enumerate(g.states)
        if code not in known
    ]
    powers = [
        (("universality", "powers", p.id), p.id)
        for p in model.universality.powers
        if p.power is None and p.id not in known
    ]
    return [*groups, *powers]
