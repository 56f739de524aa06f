"""The only way out to the terminal: plain text, whatever packs, saves or people put into it.

Nothing that comes in can move the cursor, set a title or change a colour; a word that a command asks to have
tinted is, on a terminal that shows colours. It must never decide what to say.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TextIO

from game.plain import clean

LONGEST_COMPLAINT = 600
TINTS = {"error": "1;31", "warning": "33", "note": "36"}
"""The colours of words, as terminals number them."""
_COLUMNS = re.compile("(^ +| {2,})")


def say(text: str = "", *, tint: str = "") -> None:
    """Print lines of plain text; a word of `TINTS`, if one is asked for, is tinted where it stands first."""
    plain = "\n".join(_plain(line) for line in text.split("\n"))
    if tint in TINTS and _coloured(sys.stdout):
        plain = plain.replace(f" {tint}:", f" \x1b[{TINTS[tint]}m{tint}\x1b[0m:", 1)
    _send(sys.stdout, plain + "\n")


def _coloured(out: TextIO | None) -> bool:
    """Whether colours can be shown there, and are wanted."""
    wanted = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return wanted and out is not None and out.isatty()


def hand_over(text: str) -> None:
    """Print a document that is plain already (an export, JSON) as it is, in UTF-8 unless to a terminal."""
    out = sys.stdout
    if out is not None and not out.isatty() and hasattr(out, "reconfigure"):
        out.reconfigure(encoding="utf-8")
    _send(out, text if text.endswith("\n") else text + "\n")


def complain(sentence: str) -> None:
    """Print one sentence on standard error, if anybody listens there."""
    try:
        _send(sys.stderr, f"horseshoe: {clean(sentence, limit=LONGEST_COMPLAINT)}\n")
        if sys.stderr is not None:
            sys.stderr.flush()
    except (OSError, ValueError):
        return


def finish() -> None:
    """Let everything said so far go out; raises BrokenPipeError if nobody reads it."""
    if sys.stdout is not None:
        sys.stdout.flush()


def give_up() -> None:
    """Nobody reads any more: what is still to go out goes nowhere, quietly."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def _plain(line: str) -> str:
    """One line made plain; runs of spaces, which set it in or make columns, stay."""
    return "".join(part if part.isspace() else clean(part) for part in _COLUMNS.split(line))


def _send(out: TextIO | None, text: str) -> None:
    """Write; what the terminal's encoding cannot show becomes a question mark."""
    if out is None:
        return
    try:
        out.write(text)
    except UnicodeEncodeError:
        encoding = out.encoding or "ascii"
        out.write(text.encode(encoding, "replace").decode(encoding))
