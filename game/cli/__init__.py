"""The command line: it reads what was typed, then imports the one room it needs.

Each command has a module of its own with `run(asked) -> int`; `desk` knows what may be typed, `saying` is
the only way out to the terminal, `trouble` is what can go wrong, `near` finds what was meant, `ready` sees
whether screens can be shown, `leaving` what happens when the program is told to end. Copy `packs.py` to add
a command.

It must never hold law, words of the Council or a loop of play, and must import nothing heavy before a
command is known: `horseshoe --version` and `--help` load the parser and no room.

Exit codes: 0 done, 1 could not be done, 2 asked wrongly, 130 interrupted. Errors are one sentence on
standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from game.cli.trouble import Trouble


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit code; `argv` is without the program's name."""
    try:
        from game.cli import leaving

        with leaving.at_once():
            return _done(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return 130


def _done(argv: Sequence[str]) -> int:
    """Do it, or say in one sentence why it could not be done."""
    from game.cli import saying

    try:
        code = _do(argv)
        saying.finish()
        return code
    except Trouble as trouble:
        saying.complain(str(trouble))
        return trouble.code
    except BrokenPipeError:
        saying.give_up()
        return 0
    except OSError as fault:
        saying.give_up()
        where = f" ({fault.filename})" if isinstance(fault.filename, str) else ""
        why = fault.strerror or str(fault)
        saying.complain(
            f"The computer refused something the game needs{where}: {why}; see to it and try again."
        )
        return 1
    except Exception as fault:
        if os.environ.get("HORSESHOE_TRACE"):
            raise
        saying.complain(
            f"Something went wrong inside Horseshoe ({type(fault).__name__}: {fault}); "
            "set HORSESHOE_TRACE=1 and try again to see where."
        )
        return 1


def _do(argv: Sequence[str]) -> int:
    """Read the command line and run its command."""
    from importlib import import_module

    from game.cli.desk import desk

    try:
        asked = desk().parse_args(argv)
    except SystemExit:  # help or the version was asked for, and has been told
        return 0
    code: int = import_module(f"game.cli.{asked.run}").run(asked)
    return code
