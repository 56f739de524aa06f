"""Finding and opening the pack that a command names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.journal import Header
    from game.session.scenario import Scenario


def scenario_of(name: str) -> Scenario:
    """Return the scenario of a pack by its name or folder.

    Raises Misuse, with the nearest name, when there is no such pack, Trouble when it cannot be played.
    """
    from game.packs import load

    see_beside(name)
    return _opened(lambda: load(name), name)


def see_beside(name: str) -> None:
    """Say so if a folder of that name lies here too, while the name means a crisis on the shelf."""
    from game.packs import PackError
    from game.packs.cards import find

    try:
        found, here = find(name), Path(name).resolve()
        if here != found and (here / "pack.yaml").is_file():
            saying.complain(f"{name} is the crisis in {found}; for the folder here write ./{name}.")
    except (PackError, OSError, ValueError, RuntimeError):
        return


def scenario_of_save(header: Header) -> Scenario:
    """Return the scenario that a save was played with, also from a folder off the shelf. Raises Trouble."""
    from game.packs import load_again

    try:
        return _opened(lambda: load_again(header.pack, header.options))
    except Misuse as fault:
        raise Trouble(str(fault)) from None


def _opened(opening: Callable[[], Scenario], name: str = "") -> Scenario:
    """What an opening gives; its faults as Misuse or Trouble, with the tool that tells all of a pack's."""
    from game.packs import PackError
    from game.places import PlaceError

    try:
        return opening()
    except PackError as fault:
        absent = any(problem.code == "no-pack" for problem in fault.problems)
        tool = f"; 'horseshoe author validate {quote(name)}' tells all" if name and not absent else ""
        raise (Misuse if absent else Trouble)(fault.sentence() + tool) from None
    except PlaceError as fault:
        raise Trouble(str(fault)) from None
