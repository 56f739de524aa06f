"""`horseshoe play`: a crisis opened with its lobby settled, or a save taken up again."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.delegate import delegates_of
from game.cli.houses import house_of
from game.cli.language import see_told, speak
from game.cli.leaving import shown as shown_until_told
from game.cli.near import did_you_mean, nearest, shown
from game.cli.pack import scenario_of, scenario_of_save
from game.cli.ready import see_screen
from game.cli.save import find, folder
from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.screens import Start
    from game.session.scenario import Scenario


def run(asked: Namespace) -> int:
    """Open the screens where the command line asks and return their exit code."""
    from game.author.toolbox import Toolbox
    from game.screens import run

    start = replace(_start(asked), toolkit=Toolbox())
    see_screen()
    return shown_until_told(lambda: run(start))


def _start(asked: Namespace) -> Start:
    """What to open; Misuse for options that do not go together, or a seat that is not there."""
    from game.screens import Start

    place = folder(asked.saves)
    speak(asked.language)
    if asked.resume is not None:
        _alone(asked)
        return Start(resume=_sound(find(asked.resume, place)), saves=place)
    if asked.pack is None:
        if _settled(asked):
            raise Misuse("Name the crisis before its seats: 'horseshoe play korea-1950 --seat FRA'.")
        return Start(saves=place)
    if asked.seat and asked.watch:
        raise Misuse("--watch is for a sitting in which nobody takes a seat; leave out --seat or --watch.")
    scenario = scenario_of(asked.pack)
    see_told(scenario, asked.language)
    stage = _stage(scenario, asked.stage)
    seats = seats_of(scenario, asked.seat, stage)
    temperaments, levels = delegates_of(scenario, asked.delegate)
    if asked.delegate and not (seats or asked.watch):
        raise Misuse("--delegate goes with --seat or --watch; the lobby asks who holds the other seats.")
    length = asked.length or "full"
    house = house_of(asked.house) if asked.house else None
    return Start(
        asked.pack, seats, asked.seed, length, asked.watch, saves=place, house=house,
        preliminary=asked.preliminary or "rule_30", abstention=asked.abstention or "as_cast",
        level=asked.level or "seasoned", stage=stage, temperaments=temperaments, levels=levels,
    )  # fmt: skip


def _alone(asked: Namespace) -> None:
    """See that --resume stands alone: a save knows its own crisis, seats, seed and length."""
    if asked.pack or asked.language or _settled(asked):
        raise Misuse("A save knows its own crisis, seats, seed and length: give --resume alone.")


def _settled(asked: Namespace) -> bool:
    """Whether anything of the lobby is settled on the command line."""
    terms = (asked.length, asked.house, asked.preliminary, asked.abstention, asked.level, asked.stage)
    return any((asked.seat, asked.watch, asked.delegate, *terms)) or asked.seed is not None


def _sound(path: Path) -> Path:
    """See that the save can be read, and its crisis played, before the screens open."""
    from game.journal import peek

    saved = peek(path)
    if saved.header is None:
        raise Trouble(saved.trouble or f"{path} is no saved sitting.")
    scenario_of_save(saved.header)
    return path


def _stage(scenario: Scenario, asked: str | None) -> str:
    """The id of the stage that was asked for, empty for none; Misuse, with the nearest, for one not there."""
    ids = [stage.id for stage in scenario.sealed.stages]
    if asked is None or asked in ids:
        return asked or ""
    meant = did_you_mean(asked, ids)
    raise Misuse(f"There is no stage {shown(asked)}; there are {', '.join(ids)}.{meant}")


def seats_of(scenario: Scenario, asked: list[str], stage: str = "") -> tuple[str, ...]:
    """The codes of the seats of a stage that were asked for, by code or everyday name, each once.

    A party that the Council may invite can be taken too: its person speaks as a guest (rules 37 to 39).
    """
    from game.sitting import members_at

    members = members_at(scenario, stage or scenario.sealed.stages[0].id)
    guests = {p.code.casefold(): p.code for p in scenario.open.parties}
    known = {code.casefold(): code for code in members}
    known |= {_bare(scenario.seat[code].short): code for code in members}
    known = guests | known
    taken: list[str] = []
    for typed in (part for word in asked for part in word.split(",") if part or not word):
        if _bare(typed) not in known:
            raise Misuse(_no_seat(typed, members, known, "at that stage" if stage else "at the opening"))
        taken.append(known[_bare(typed)])
    return tuple(dict.fromkeys(taken))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _no_seat(typed: str, members: tuple[str, ...], known: dict[str, str], when: str) -> str:
    near = known.get(nearest(typed, known), "")
    meant = f" Did you mean {near}?" if near else ""
    return f"There is no seat {shown(typed)} {when}; there are {', '.join(members)}.{meant}"
