"""`horseshoe saves`: the saved sittings, the latest first."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.save import bare, folder
from game.cli.trouble import Trouble

if TYPE_CHECKING:
    from game.journal import Saved


def run(asked: Namespace) -> int:
    """List the saves with what they are and how far they came."""
    from game.journal import JournalError, shelf

    place = folder(asked.saves)
    try:
        saves = shelf(place)
    except JournalError as fault:
        raise Trouble(str(fault)) from None
    for saved in saves:
        saying.say(f"{bare(saved.path)}\n  {_state(saved)}")
    if not saves:
        saying.say(f"There is no saved sitting in {place}.")
    return 0


def _state(saved: Saved) -> str:
    """What a save is, in one line."""
    if saved.header is None:
        return f"cannot be read: {saved.trouble}"
    title = saved.header.title or saved.header.pack
    how_far = "over" if saved.finished else "goes on"
    when = saved.last_at.replace("T", " ").partition("+")[0].removesuffix("Z")
    trouble = f"; {saved.trouble}" if saved.trouble else ""
    acts = f"{saved.acts} act{'s' * (saved.acts != 1)}"
    return f"{title}, {how_far} after {acts}, last played {when}, seed {saved.header.seed}{trouble}"
