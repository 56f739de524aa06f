"""`horseshoe author desk`: the author's desk in the screens, for one crisis."""

from __future__ import annotations

from argparse import Namespace

from game.cli.leaving import shown
from game.cli.ready import see_screen
from game.cli.save import folder
from game.cli.trouble import Misuse


def run(asked: Namespace) -> int:
    """Open the screens at the desk and return their exit code; Misuse when there is no such crisis."""
    from game.author.toolbox import Toolbox
    from game.packs import PackError
    from game.packs.cards import find
    from game.screens import Start, run

    try:
        desk = str(find(asked.pack))
    except PackError as fault:
        raise Misuse(fault.sentence()) from None
    see_screen()
    start = Start(saves=folder(asked.saves), desk=desk, toolkit=Toolbox())
    return shown(lambda: run(start))
