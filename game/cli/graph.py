"""`horseshoe author graph`: a crisis, or the course of a meeting, as a graph for other programs to draw."""

from __future__ import annotations

import shutil
from argparse import Namespace

from game.cli import saying
from game.cli.pack import scenario_of
from game.cli.trouble import Misuse


def run(asked: Namespace) -> int:
    """Write the graph out."""
    if not asked.pack and not asked.procedure:
        raise Misuse("Say which crisis, or '--procedure' for the course of a meeting.")
    if asked.procedure and asked.format == "text":
        raise Misuse("The course of a meeting is drawn as mermaid or dot; text is for a crisis.")
    scenario = scenario_of(asked.pack) if asked.pack else None
    if scenario is not None and asked.format == "text":
        from game.author.outline import outline

        for line in outline(scenario, max(40, shutil.get_terminal_size((100, 24)).columns)):
            saying.say(line)
        return 0
    from game.author.graph import drawn, graph, procedure

    nodes, edges = graph(scenario) if scenario is not None else procedure()
    saying.hand_over(drawn(nodes, edges, asked.format))
    return 0
