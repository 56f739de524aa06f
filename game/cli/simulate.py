"""`horseshoe author simulate`: many sittings of a crisis with nobody at the keyboard, counted.

The report for people is put together by `counted`; here is how the play is started, watched and stopped.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from game.cli import leaving, saying
from game.cli.pack import scenario_of
from game.cli.trouble import Trouble


def run(asked: Namespace) -> int:
    """Play, count and report; 1 if a sitting broke off, 130 if the play was interrupted."""
    scenario_of(asked.pack)
    from concurrent.futures import BrokenExecutor

    from game.author.simulate import simulate

    progress = _Progress()
    try:
        with leaving.tidily():
            outcome = simulate(
                asked.pack,
                asked.runs,
                asked.seed,
                jobs=asked.jobs,
                length=asked.length,
                vary=asked.vary,
                heard=progress.tell,
            )
    except BrokenExecutor:
        raise Trouble("A process of the simulation was stopped from outside; start it again.") from None
    finally:
        progress.clear()
    if asked.json:
        from msgspec import to_builtins

        saying.hand_over(json.dumps(to_builtins(outcome), indent=2))
    else:
        from game.author.counted import counted

        for line in counted(outcome):
            saying.say(line)
    for seed, why in outcome.broken.items():
        saying.complain(f"The sitting of seed {seed} broke off: {why}")
    if outcome.interrupted:
        return 130
    return 1 if outcome.broken else 0


class _Progress:
    """A line on standard error that counts the sittings, where a person watches."""

    def __init__(self) -> None:
        """Look whether anybody watches."""
        self.shown = 0
        self.watched = sys.stderr is not None and sys.stderr.isatty()

    def tell(self, done: int, wanted: int) -> None:
        """Count on."""
        if self.watched:
            self._write(f"{done} of {wanted} sittings")

    def clear(self) -> None:
        """Leave the line empty for what comes after."""
        if self.shown:
            self._write("")

    def _write(self, text: str) -> None:
        try:
            back = "\r" if text else f"\r{' ' * self.shown}\r"
            sys.stderr.write(back + text.ljust(self.shown if text else 0))
            sys.stderr.flush()
        except (OSError, ValueError):
            self.watched = False
        self.shown = max(self.shown, len(text)) if text else 0
