"""`horseshoe author schema`: the JSON Schema of a pack's files, for editors that complete and check."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from game.cli import saying
from game.cli.trouble import Trouble


def run(asked: Namespace) -> int:
    """Write the schemas out: as one, or a file for each kind beside an author's crises."""
    from game.packs.schema_file import put_beside, text

    if asked.into is None:
        saying.hand_over(text())
        return 0
    try:
        place = put_beside(Path(asked.into).expanduser())
    except (OSError, RuntimeError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or "it is no folder that can be written to"
        raise Trouble(f"The schemas cannot be put there: {why}. Name another folder.") from None
    saying.say(f"The schemas are in {place}. Begin the files of your crises with a line such as")
    saying.say("# yaml-language-server: $schema=../schemas/pack.json")
    saying.say("and those of the folder briefs with")
    saying.say("# yaml-language-server: $schema=../../schemas/brief.json")
    return 0
