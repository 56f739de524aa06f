"""`horseshoe author simulate`: many sittings of a crisis with nobody at the keyboard, counted.

The report for people is put together by `counted`; here is how the play is started, watched and stopped.
"""

from __future__ import annotations

import json
from argparse import Namespace
from contextlib import ExitStack
from typing import TYPE_CHECKING

from game.cli import leaving, saying
from game.cli.pack import scenario_of
from game.cli.trouble import Trouble
from game.cli.waiting import Waiting

if TYPE_CHECKING:
    from game.author.figures import Outcome


def run(asked: Namespace) -> int:
    """Play, count and report.

    1 if a sitting broke off, a process was lost, or with --strict an expectation was missed; 130 if the play
    was interrupted.
    """
    scenario_of(asked.pack)
    outcome = _played(asked)
    if asked.json:
        from msgspec import to_builtins

        saying.hand_over(json.dumps(to_builtins(outcome), indent=2))
    else:
        from game.author.counted import counted

        for line in counted(outcome):
            saying.say(line)
    for seed, why in outcome.broken.items():
        saying.complain(f"The sitting of seed {seed} broke off: {why}")
    if outcome.cut_short not in ("", "interrupted"):
        saying.complain(f"The simulation stopped early: {outcome.cut_short}.")
    missed = [v.what for v in outcome.expectations if v.verdict == "missed"] if asked.strict else []
    if missed:
        saying.complain(f"Missed: {', '.join(missed)}.")
    if outcome.cut_short == "interrupted":
        return 130
    return 1 if outcome.broken or outcome.cut_short or missed else 0


def _played(asked: Namespace) -> Outcome:
    """Play, with a bar where somebody watches."""
    from game.author.cluster import ClusterError, joined
    from game.author.simulate import Lost, simulate

    waiting = Waiting()
    try:
        with leaving.tidily(), ExitStack() as stack:
            pool, jobs = stack.enter_context(joined(asked.cluster)) if asked.cluster else (None, asked.jobs)
            return simulate(
                asked.pack,
                asked.runs,
                asked.seed,
                jobs=jobs,
                length=asked.length,
                level=asked.level,
                pool=pool,
                vary={*asked.vary, "seat"} if asked.strict else asked.vary,
                heard=waiting.tell,
            )
    except ClusterError as trouble:
        raise Trouble(str(trouble)) from None
    except Lost as lost:
        raise Trouble(f"The simulation stopped before anything was counted: {lost}.") from None
    finally:
        waiting.clear()
