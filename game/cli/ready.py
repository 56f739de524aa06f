"""Whether screens can be shown here, asked before they are begun: they would write their codes anywhere."""

from __future__ import annotations

import codecs
import os
import sys

from game.cli.trouble import Trouble

LEAST = (40, 12)
"""Columns and rows below which the screens are not begun."""


def see_screen() -> None:
    """Raise Trouble, saying what to do, when this is no terminal on which screens can be shown."""
    for name, stream in (("input", sys.stdin), ("output", sys.stdout), ("error output", sys.stderr)):
        if stream is None or not stream.isatty():
            raise Trouble(
                f"The game needs a terminal, and its {name} goes elsewhere; "
                "start it in a terminal window without redirection (commands such as 'packs' work anywhere)."
            )
    if os.name != "nt":
        _see_kind(os.environ.get("TERM", ""))
    _see_letters(sys.stdout.encoding or "")
    _see_size()


def _see_kind(term: str) -> None:
    if term in ("", "dumb", "unknown"):
        told = f"TERM is {term}" if term else "TERM is not set"
        raise Trouble(
            f"This terminal cannot draw screens ({told}); use another, or set TERM=xterm-256color if it can."
        )


def _see_letters(encoding: str) -> None:
    """The frame is drawn in letters that only Unicode has."""
    try:
        unicode = codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        unicode = False
    if not unicode:
        raise Trouble(
            f"This terminal's letters are {encoding or 'unknown'}, not UTF-8; "
            "set LC_ALL=C.UTF-8 (or PYTHONUTF8=1) and start again."
        )


def _see_size() -> None:
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return
    if 0 < columns < LEAST[0] or 0 < rows < LEAST[1]:
        raise Trouble(
            f"The window is {columns} by {rows}; the game needs at least {LEAST[0]} by {LEAST[1]} "
            "and is best from 80 by 24: make it larger and start again."
        )
