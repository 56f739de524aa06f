"""An issue splits the table: some seat is for it and some seat is against it.

Where everybody is on one side there is nothing to bargain for. A crisis may have an issue on which all agree,
and only the texts part them; so this is a note.

PASS
    # briefs/YUG.yaml
    positions: {truce: [-1, 1]}

FAIL
    # pack.yaml
    issues: {relief: {title: Relief for the civilians}}
    # briefs/IND.yaml
    positions: {relief: [2, 2]}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack
from game.session.scenario import Issue


def check(pack: Pack) -> Iterator[Fault]:
    """Yield issues on which nobody is against, or nobody for."""
    briefs = pack.scenario.sealed.briefs.values()
    for site in pack.of(Issue):
        id = site.record.id
        told = [b.positions[id] for b in briefs if id in b.positions]
        told += [i.positions[id] for b in briefs for i in b.instructions if id in i.positions]
        stands = {p.position > 0 for p in told if p.position}
        if len(stands) < 2:
            side = "takes sides" if not stands else "is against it" if True in stands else "is for it"
            what = f"On {id} nobody {side}, so it does not split the table."
            remedy = "Give some seat the other side, or take the issue out."
            yield Fault(site.file, site.path, what, remedy, level="note", key=True)
