"""`horseshoe export`: what a sitting leaves on paper, to the terminal or a file."""

from __future__ import annotations

import os
import secrets
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import leaving, saying
from game.cli.near import shown
from game.cli.pack import scenario_of_save
from game.cli.save import find, folder, reading_of
from game.cli.trouble import Misuse, Trouble
from game.cli.verify import replayed

if TYPE_CHECKING:
    from game.prose.choices import Motives
    from game.session.events import Event
    from game.session.scenario import Scenario


def run(asked: Namespace) -> int:
    """Write out one paper of a save."""
    from game.prose.exports import export

    reading = reading_of(find(asked.save, folder(asked.saves)))
    scenario = scenario_of_save(reading.header)
    if not reading.events:
        raise Trouble("Nothing happened yet in this sitting: there is nothing to export.")
    good, state = replayed(reading, scenario)
    events = reading.events[:good]
    told = _motives(scenario, events) if asked.paper == "debrief" else None
    text = export(events, state, scenario, asked.paper, asked.format, told)
    if asked.file in (None, "-", "/dev/stdout"):
        saying.hand_over(text)
    else:
        _write(asked.file, text)
    if good < len(reading.events) or reading.trouble:
        why = reading.trouble or f"event {good + 1} does not fit the crisis as it is now."
        saying.complain(f"Only the sound part of the save was exported: {why}")
    return 0


def _motives(scenario: Scenario, events: Sequence[Event]) -> Motives | None:
    """Return why scripted delegations did what they did; None where the pack no longer lets it be told."""
    from game.sitting.choices import motives

    try:
        return motives(scenario, events)
    except (LookupError, ValueError, TypeError, AttributeError):
        return None


def _write(file: str, text: str) -> None:
    """Write a file in UTF-8; Trouble says why it cannot be."""
    from game.journal import SUFFIX

    if not file:
        raise Misuse("The name of the file is empty: name one after -o, or leave -o out.")
    try:
        path = Path(file).expanduser()
        through = path.exists() and not path.is_file()  # a pipe or a device, written as it is
        path = path if through else path.resolve()
        if path.name.endswith(SUFFIX):
            raise Misuse(
                f"{shown(file)} is the name of a save, and papers never go over one: name another file."
            )
        if through:
            path.write_text(text, encoding="utf-8")
        else:
            with leaving.tidily():
                _put(path, text)
    except (OSError, ValueError, RuntimeError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise Trouble(f"{shown(file)} cannot be written ({why}); choose another file.") from None


def _put(path: Path, text: str) -> None:
    """Write a file whole or not at all: what stood there before goes only when all is written. OSError."""
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            draft.chmod(path.stat().st_mode)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink()
