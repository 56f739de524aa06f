"""A compiled pack walked record by record, each with the place at which its author wrote it.

The mapping rule of `records` gives the way; nothing here judges.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from game.packs.problems import Level
from game.packs.reading import Path, Sheet
from game.packs.records import HIDDEN, Field, Shape, fields_of, files, key_of
from game.rules.bodies import BODIES, Body
from game.session.scenario import Prospectus, Scenario
from game.world.conditions import Condition


@dataclass(frozen=True, slots=True)
class Site:
    """A record and where it stands: file, path inside it, the records around it (the outermost first)."""

    file: str
    path: Path
    record: Any
    around: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check has found at a place; the check's name becomes the problem's code.

    `key` asks for the place of the key and not of its value.
    """

    file: str
    path: Path
    what: str
    remedy: str
    level: Level = "error"
    key: bool = False


@dataclass(frozen=True)
class Pack:
    """A compiled pack as the checks see it: the scenario, its sheets, and the name of its folder."""

    scenario: Scenario
    sheets: dict[str, Sheet] = field(default_factory=dict)
    folder: str = ""

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every record and condition of the pack, in the order of files and fields."""
        return tuple(_sites(self.scenario))

    @cached_property
    def _by_kind(self) -> dict[type, list[Site]]:
        found: dict[type, list[Site]] = {}
        for site in self.sites:
            found.setdefault(type(site.record), []).append(site)
        return found

    def of(self, *kinds: type) -> Iterator[Site]:
        """The sites of some kinds of records, in the order of files and fields."""
        if len(kinds) == 1:
            return iter(self._by_kind.get(kinds[0], ()))
        return (s for s in self.sites if type(s.record) in kinds)

    @property
    def body(self) -> Body:
        """The body that sits."""
        return BODIES[self.scenario.open.body]

    def members(self, stage: str) -> tuple[str, ...]:
        """The members at a stage; all seats for a stage that does not exist."""
        found = (s.members for s in self.scenario.sealed.stages if s.id == stage)
        return next(found, tuple(s.code for s in self.scenario.open.seats))


def _sites(scenario: Scenario) -> Iterator[Site]:
    yield Site("pack.yaml", (), scenario.open)
    for file, whole in files().items():
        if file == "briefs":
            for seat, brief in scenario.sealed.briefs.items():
                yield from _record(f"briefs/{seat}.yaml", (), brief, ())
        elif isinstance(whole, Field):
            yield from _value(file, (), whole.shape, _held(scenario, whole.name), ())
        else:
            for f in whole:
                yield from _value(file, (f.name,), f.shape, _held(scenario, f.name), ())


def _held(scenario: Scenario, name: str) -> Any:
    return getattr(scenario.open if name in Prospectus.__struct_fields__ else scenario.sealed, name)


def _record(file: str, path: Path, record: Any, around: tuple[Any, ...]) -> Iterator[Site]:
    yield Site(file, path, record, around)
    kind: Any = type(record)
    for f in fields_of(kind):
        if f.name not in HIDDEN and f.name != key_of(kind):
            value = getattr(record, f.name)
            yield from _value(file, (*path, f.name), f.shape, value, (*around, record))


def _value(file: str, path: Path, shape: Shape, value: Any, around: tuple[Any, ...]) -> Iterator[Site]:
    if value is None:
        return
    match shape.kind:
        case "record":
            yield from _record(file, path, value, around)
        case "condition":
            yield from _condition(file, path, value, around)
        case "keyed":
            for entry in value:
                yield from _record(file, (*path, getattr(entry, key_of(shape.of) or "")), entry, around)
        case "list" if shape.of.kind != "value":
            for place, entry in enumerate(value):
                yield from _value(file, (*path, place), shape.of, entry, around)
        case "mapping" if shape.of.kind != "value":
            for key, entry in value.items():
                yield from _value(file, (*path, key), shape.of, entry, around)


def _condition(file: str, path: Path, condition: Condition, around: tuple[Any, ...]) -> Iterator[Site]:
    yield Site(file, path, condition, around)
    for place, inner in enumerate(condition.of):
        yield from _condition(file, (*path, condition.kind, place), inner, (*around, condition))
