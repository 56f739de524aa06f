"""What can go wrong with a command: one sentence, and the exit code that goes with it."""

from __future__ import annotations


class Trouble(Exception):
    """A command could not be done; the text is one sentence that says what is wrong and what to do."""

    code = 1


class Misuse(Trouble):
    """The command was asked wrongly."""

    code = 2
