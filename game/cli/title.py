"""`horseshoe` alone: the title screen."""

from __future__ import annotations

from argparse import Namespace

from game.cli.leaving import shown
from game.cli.ready import see_screen
from game.cli.save import folder


def run(asked: Namespace) -> int:
    """Open the title screen and return its exit code."""
    see_screen()
    place = folder(asked.saves)
    from game.author.toolbox import Toolbox
    from game.screens import Start, run

    return shown(lambda: run(Start(saves=place, toolkit=Toolbox())))
