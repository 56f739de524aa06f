"""Every track moves: some effect that can come about pushes it, or sets it.

A track that stays where it starts tells nobody anything. An effect counts if what brings it about (a stage, a
happening, a text adopted, vetoed or lost, a demand, a pledge) can come about.

PASS
    # stages.yaml
    invasion: {effects: [{track: opinion, by: -5}]}

FAIL
    # pack.yaml
    tracks: {prices: {title: Prices, start: 50}}

FAIL
    # pack.yaml
    tracks: {prices: {title: Prices, start: 50}}
    # stages.yaml
    invasion: {effects: [{track: prices, by: 5, when: {stage: assistance}}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.outlook import outlook
from game.packs.walk import Fault, Pack
from game.world.outside import Track


def check(pack: Pack) -> Iterator[Fault]:
    """Yield tracks that nothing moves."""
    ranges = outlook(pack).ranges
    for site in pack.of(Track):
        if ranges.of(("track", site.record.id)) == (site.record.start, site.record.start):
            what = f"Nothing that can come about moves {site.record.id}."
            remedy = f"Write an effect {{track: {site.record.id}, by: 5}}, or take the track out."
            yield Fault(site.file, site.path, what, remedy, level="warning", key=True)
