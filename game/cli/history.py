"""`horseshoe author history`: history's own line replayed, beside what the dossier says of it."""

from __future__ import annotations

import json
from argparse import Namespace

from game.cli import saying
from game.cli.pack import scenario_of


def run(asked: Namespace) -> int:
    """Replay and report."""
    scenario = scenario_of(asked.pack)
    from game.author.beside import beside, lines

    found = beside(scenario)
    if asked.json:
        from msgspec import to_builtins

        saying.hand_over(json.dumps(to_builtins(found), indent=2, ensure_ascii=False))
        return 0
    for said in lines(scenario, found):
        saying.say(said)
    return 0
