"""Every track moves within its bounds: some effect that can come about pushes it, or sets it.

A track that stays where it starts tells nobody anything. An effect counts if what brings it about (a stage, a
happening, a text adopted, vetoed or lost, a demand, a pledge) can come about. A track starts between `least`
and `most`, and there is room between them.

PASS
    # stages.yaml
    invasion: {effects: [{track: opinion, by: -5}]}

FAIL
    # pack.yaml
    tracks: {prices: {title: Prices, start: 50}}

FAIL
    # pack.yaml
    tracks: {front: {least: 95}}

FAIL
    # pack.yaml
    tracks: {front: {least: 95, most: 80}}

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
    """Yield tracks that nothing moves, and bounds that leave no room."""
    ranges = outlook(pack).ranges
    for site in pack.of(Track):
        track: Track = site.record
        if track.least >= track.most:
            what = f"{track.id} has no room between {track.least:g} and {track.most:g}."
            yield Fault(site.file, (*site.path, "least"), what, "Write least: below most:.", key=True)
        elif not track.least <= track.start <= track.most:
            what = f"{track.id} starts at {track.start:g}, outside {track.least:g} to {track.most:g}."
            remedy = "Change start:, or a bound."
            yield Fault(site.file, (*site.path, "start"), what, remedy, level="warning", key=True)
        elif ranges.of(("track", track.id)) == (track.start, track.start):
            what = f"Nothing that can come about moves {track.id}."
            remedy = f"Write an effect {{track: {track.id}, by: 5}}, or take the track out."
            yield Fault(site.file, site.path, what, remedy, level="warning", key=True)
