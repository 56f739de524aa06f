"""`horseshoe author simulate`: many sittings of a crisis with nobody at the keyboard, counted."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli import leaving, saying
from game.cli.pack import scenario_of
from game.cli.trouble import Trouble

if TYPE_CHECKING:
    from game.author.simulate import Outcome


def run(asked: Namespace) -> int:
    """Play, count and report; 1 if a sitting broke off."""
    scenario_of(asked.pack)
    from concurrent.futures import BrokenExecutor

    from game.author.simulate import simulate

    try:
        with leaving.tidily():
            outcome = simulate(asked.pack, asked.runs, asked.seed, jobs=asked.jobs, length=asked.length)
    except BrokenExecutor:
        raise Trouble("A process of the simulation was stopped from outside; start it again.") from None
    if asked.json:
        from msgspec import to_builtins

        saying.hand_over(json.dumps(to_builtins(outcome), indent=2))
    else:
        for line in _table(outcome):
            saying.say(line)
    for seed, why in outcome.broken.items():
        saying.complain(f"The sitting of seed {seed} broke off: {why}")
    return 1 if outcome.broken else 0


def _table(outcome: Outcome) -> list[str]:
    """The outcome for people."""
    seeds = f"seeds {outcome.seed} to {outcome.seed + outcome.runs - 1}"
    lines = [f"{outcome.title}: {outcome.runs} sittings, {seeds}", "", "How they ended"]
    lines += _shares(outcome.endings, outcome.runs, outcome.ending_titles)
    if outcome.adopted:
        lines += ["", "Texts adopted", *_shares(outcome.adopted, outcome.runs, outcome.draft_titles)]
    if outcome.vetoed:
        lines += ["", "Texts vetoed", *_shares(outcome.vetoed, outcome.runs, outcome.draft_titles)]
    many = f"{outcome.sittings_per_second:.1f} sittings a second"
    return [
        *lines,
        "",
        f"Credibility at the end, on average: {outcome.credibility:.2f}",
        f"{outcome.acts} acts, {outcome.refusals} of them refused",
        f"{outcome.seconds:.1f} s, {many}, {outcome.jobs} at once",
    ]


def _shares(counts: dict[str, int], runs: int, titles: dict[str, str]) -> list[str]:
    """Names with their counts and shares, the most frequent first."""
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    width = max((len(name) for name, _ in rows), default=0)
    return [
        f"  {name.ljust(width)}  {count:>6}  {100 * count / runs:5.1f} %  {titles.get(name, '')}".rstrip()
        for name, count in rows
    ]
