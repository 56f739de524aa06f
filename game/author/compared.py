"""The report of a hindcast as lines of plain text: history's votes against the delegates', draft by draft.

It must never reckon: every figure is one of the hindcast's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.author.hindcast import Hindcast
from game.session.scenario import Scenario

_SHORT = {"yes": "y", "no": "n", "abstain": "a", "not_participating": "x"}


def compared(scenario: Scenario, found: Hindcast) -> Iterator[str]:
    """Yield the lines of the report."""
    if not found.votes:
        yield f"{scenario.open.title}: no roll call of history is known, so nothing can be compared."
        return
    yield from (f"{scenario.open.title}: votes by interests alone, scripts off", "")
    drafts = dict.fromkeys(vote.draft for vote in found.votes)
    width = max(len(draft) for draft in drafts)
    for draft in drafts:
        ours = [vote for vote in found.votes if vote.draft == draft]
        hits = sum(vote.agrees for vote in ours)
        missed = " ".join(
            f"{v.member}:{_SHORT.get(v.predicted, '?')}/{_SHORT.get(v.actual, '?')}"
            for v in ours
            if not v.agrees
        )
        yield f"  {draft.ljust(width)}  {hits:>2} of {len(ours):>2}  {missed}".rstrip()
    yield from ("", "Where they differ (delegate/history: y yes, n no, a abstained, x took no part)")
    yield from (
        f"  {v.draft} {v.member}, really {v.actual.replace('_', ' ')}: {v.reason}"
        for v in found.votes
        if not v.agrees
    )
    baseline = f"{100 * found.always_yes:.1f} %"
    disputed = f"{100 * found.contested_always_yes:.1f} %"
    yield ""
    yield f"All votes: {100 * found.agreement:.1f} % of {len(found.votes)} agree (always yes: {baseline})"
    contested = f"{100 * found.contested_agreement:.1f} %"
    yield f"Contested drafts ({len(found.contested)}): {contested} (always yes: {disputed})"
    first, argued = (f"{100 * x:.1f} %" for x in (found.first_orders, found.contested_first_orders))
    yield f"By first instructions alone, none that came later: {first}; contested: {argued}"
    bare, argued = (f"{100 * x:.1f} %" for x in (found.without_lone, found.contested_without_lone))
    yield f"Without the red lines that one vote alone meets: {bare}; contested: {argued}"
