"""Where a crisis was opened from, so that a sitting played from a folder off the shelf can be taken up again.

A save names its pack by id, which is enough for a pack on the shelf. For any other, `kept` gives what the
save's header should carry, and `found_again` finds the folder by it. A header is foreign text: its id is only
ever looked for on the shelf, and its folder only read. This module must never write anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game import places
from game.packs.cards import find, is_pack
from game.packs.problems import PackError, Problem
from game.plain import clean, trouble
from game.session.scenario import Scenario

LANGUAGE = "language"
"""The option of a save's header that names the language in which its pack was told; left out, English."""
FOLDER = "pack_folder"
"""The option of a save's header that names the folder of a pack off the shelf."""

_opened: dict[tuple[str, str], Path] = {}


def note(scenario: Scenario, folder: Path) -> None:
    """Remember, until the program ends, the folder that a scenario was opened from."""
    _opened[scenario.open.id, scenario.open.digest] = folder


def kept(scenario: Scenario) -> dict[str, str]:
    """What a save's header carries of its pack: its language if not English, its folder off the shelf."""
    told = scenario.open.language
    language = {LANGUAGE: told} if told != "en" else {}
    folder = _opened.get((scenario.open.id, scenario.open.digest))
    if folder is None or folder == _on_the_shelf(scenario.open.id):
        return language
    name = str(folder)
    return language if trouble(name) else {**language, FOLDER: name}


def found_again(pack: str, options: Mapping[str, Any]) -> Path:
    """The folder of the pack that a save was played with; PackError says which is gone, and what to do."""
    folder = options.get(FOLDER)
    if isinstance(folder, str) and folder and is_pack(Path(folder)):
        return Path(folder)
    shelved = _on_the_shelf(pack)
    if shelved is not None:
        return shelved
    name = clean(pack, limit=60) or "(nothing)"
    if not isinstance(folder, str) or not folder:
        what = f"There is no pack called {name} on the shelf."
        remedy = f"Put the crisis of this sitting into {places.own_crises()}."
    else:
        what = f"The crisis {name} of this sitting was played from {clean(folder, limit=200)}, and is gone."
        remedy = f"Put it back there, or into {places.own_crises()}."
    raise PackError(name, [Problem("", 0, 0, "no-pack", what, remedy)])


def _on_the_shelf(pack: str) -> Path | None:
    """The folder of a pack on the shelf, by its id."""
    for home in reversed(places.crises()):
        try:
            if pack == Path(pack).name and is_pack(home / pack):
                return find(home / pack)
        except (OSError, ValueError):
            continue
    return None
