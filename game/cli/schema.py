"""`horseshoe author schema`: the JSON Schema of a pack's files, for editors that complete and check."""

from __future__ import annotations

from argparse import Namespace

from game.cli import saying


def run(asked: Namespace) -> int:
    """Write the schema out."""
    from game.packs.schema_file import text

    saying.hand_over(text())
    return 0
