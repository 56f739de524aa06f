"""What a pack says of the Assembly's leanings names Members and groups that were there.

Leanings go by issue, then by the three-letter code of a Member or the name of its regional group, as
`crises/data/assembly.csv` has them at the dates of the crisis. One that names nobody does nothing, in
silence.

PASS
    # pack.yaml
    assembly: {leanings: {breach: {SYR: -0.2, Latin American: 0.3}}}

FAIL
    # pack.yaml
    assembly: {leanings: {breach: {Latin America: 0.3}}}

FAIL
    # pack.yaml
    assembly: {leanings: {breach: {DDR: -0.5}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from game.packs.walk import Fault, Pack


def check(pack: Pack) -> Iterator[Fault]:
    """Yield leanings of States that were no Members, and of groups that there were not."""
    told = pack.scenario.sealed.assembly
    if told is None:
        return
    electors = {x for members in pack.scenario.open.electorates for x in members.electors}
    known = {x.code for x in electors} | {x.group for x in electors}
    for issue, by in told.leanings.items():
        for who in by.keys() - known:
            near = get_close_matches(who, known, 1, 0.5)
            table = "Take a code or group of crises/data/assembly.csv."
            remedy = f"Did you mean {near[0]}?" if near else table
            what = f"At the dates of this crisis no Member and no group of the Assembly is called {who}."
            yield Fault("pack.yaml", ("assembly", "leanings", issue, who), what, remedy, key=True)
