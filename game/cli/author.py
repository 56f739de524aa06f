"""`horseshoe author` without a tool: says which there are."""

from __future__ import annotations

from argparse import Namespace
from typing import NoReturn

from game.cli.trouble import Misuse


def run(asked: Namespace) -> NoReturn:
    """Refuse, naming the tools."""
    raise Misuse("Say which tool, such as 'horseshoe author validate PACK'. See 'horseshoe author --help'.")
