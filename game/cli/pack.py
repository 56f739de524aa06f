"""Finding and opening the pack that a command names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.session.scenario import Scenario


def scenario_of(name: str) -> Scenario:
    """Return the scenario of a pack by its name or folder.

    Raises Misuse, with the nearest name, when there is no such pack, Trouble when it cannot be played.
    """
    from game.packs import PackError, load
    from game.places import PlaceError

    try:
        return load(name)
    except PackError as fault:
        absent = any(problem.code == "no-pack" for problem in fault.problems)
        raise (Misuse if absent else Trouble)(fault.sentence()) from None
    except PlaceError as fault:
        raise Trouble(str(fault)) from None
