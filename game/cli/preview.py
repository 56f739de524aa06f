"""`horseshoe author preview`: a crisis as its readers will see it before they play."""

from __future__ import annotations

import shutil
from argparse import Namespace

from game.cli import saying
from game.cli.language import see_told, speak
from game.cli.pack import scenario_of


def run(asked: Namespace) -> int:
    """Print the page, as wide as the terminal up to 100 columns."""
    speak(asked.language)
    scenario = scenario_of(asked.pack)
    see_told(scenario, asked.language)
    from game.author.preview import preview

    width = max(40, min(100, shutil.get_terminal_size((80, 24)).columns))
    for line in preview(scenario, width):
        saying.say(line)
    return 0
