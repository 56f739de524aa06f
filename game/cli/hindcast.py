"""`horseshoe author hindcast`: history's votes against what the delegates would have voted."""

from __future__ import annotations

import json
from argparse import Namespace

from game.cli import saying
from game.cli.pack import scenario_of


def run(asked: Namespace) -> int:
    """Compare and report."""
    scenario = scenario_of(asked.pack)
    from game.author.hindcast import hindcast

    found = hindcast(scenario)
    if asked.json:
        from msgspec import to_builtins

        saying.hand_over(json.dumps(to_builtins(found), indent=2, ensure_ascii=False))
        return 0
    from game.author.compared import compared

    for line in compared(scenario, found):
        saying.say(line)
    return 0
