"""`horseshoe export`: what a sitting leaves on paper, to the terminal or a file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from game.cli import saying
from game.cli.pack import scenario_of
from game.cli.save import find, folder, reading_of
from game.cli.trouble import Trouble
from game.cli.verify import replayed


def run(asked: Namespace) -> int:
    """Write out one paper of a save."""
    from game.prose.exports import export

    reading = reading_of(find(asked.save, folder(asked.saves)))
    scenario = scenario_of(reading.header.pack)
    good, state = replayed(reading, scenario)
    text = export(reading.events[:good], state, scenario, asked.paper, asked.format)
    if asked.file is None or asked.file == "-":
        saying.hand_over(text)
    else:
        _write(asked.file, text)
    if good < len(reading.events) or reading.trouble:
        why = reading.trouble or f"event {good + 1} does not fit the crisis as it is now"
        saying.complain(f"Only the sound part of the save was exported: {why}")
    return 0


def _write(file: str, text: str) -> None:
    """Write a file in UTF-8; Trouble says why it cannot be."""
    try:
        Path(file).expanduser().write_text(text, encoding="utf-8")
    except (OSError, ValueError, RuntimeError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise Trouble(f"{file} cannot be written ({why}); choose another file.") from None
