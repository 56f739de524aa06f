"""`horseshoe author hindcast`: history's votes against what the delegates would have voted."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.pack import scenario_of

if TYPE_CHECKING:
    from game.author.hindcast import Hindcast
    from game.session.scenario import Scenario

_SHORT = {"yes": "y", "no": "n", "abstain": "a", "not_participating": "x"}


def run(asked: Namespace) -> int:
    """Compare and report."""
    scenario = scenario_of(asked.pack)
    from game.author.hindcast import hindcast

    found = hindcast(scenario)
    if asked.json:
        from msgspec import to_builtins

        saying.hand_over(json.dumps(to_builtins(found), indent=2, ensure_ascii=False))
        return 0
    for line in _lines(scenario, found):
        saying.say(line)
    return 0


def _lines(scenario: Scenario, found: Hindcast) -> list[str]:
    if not found.votes:
        return [f"{scenario.open.title}: no roll call of history is known, so nothing can be compared."]
    drafts = dict.fromkeys(vote.draft for vote in found.votes)
    width = max(len(draft) for draft in drafts)
    lines = [f"{scenario.open.title}: votes by interests alone, scripts off", ""]
    for draft in drafts:
        ours = [vote for vote in found.votes if vote.draft == draft]
        hits = sum(vote.agrees for vote in ours)
        missed = " ".join(
            f"{v.member}:{_SHORT.get(v.predicted, '?')}/{_SHORT.get(v.actual, '?')}"
            for v in ours
            if not v.agrees
        )
        lines.append(f"  {draft.ljust(width)}  {hits:>2} of {len(ours):>2}  {missed}".rstrip())
    lines += ["", "Where they differ (delegate/history: y yes, n no, a abstained, x took no part)"]
    lines += [f"  {v.draft} {v.member}, really {v.actual}: {v.reason}" for v in found.votes if not v.agrees]
    baseline = f"{100 * found.always_yes:.1f} %"
    disputed = f"{100 * found.contested_always_yes:.1f} %"
    return [
        *lines,
        "",
        f"All votes: {100 * found.agreement:.1f} % of {len(found.votes)} agree (always yes: {baseline})",
        f"Contested drafts ({len(found.contested)}): {100 * found.contested_agreement:.1f} % "
        f"(always yes: {disputed})",
    ]
