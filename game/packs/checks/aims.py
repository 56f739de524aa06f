"""Every seat has something to gain: objectives that are not settled beforehand, and one that nobody knows of.

A seat without objectives cannot win or lose. One whose objectives come about or fail whatever anybody does in
the Council might as well stay away: an objective counts if its condition asks, directly or through tracks,
flags and happenings, for something that delegations decide. A secret objective gives the others something to
find out; without one a seat is easily read, which is only a note.

PASS
    # briefs/IND.yaml
    objectives: {front: {when: {happened: seoul-falls}}}

FAIL
    # briefs/IND.yaml
    objectives: {heard: , front: }

FAIL
    # briefs/IND.yaml
    objectives: {heard: , front: {when: {stage: assistance}}}

FAIL
    # briefs/IND.yaml
    objectives: {front: {secret: false}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.outlook import outlook
from game.packs.reach import hands
from game.packs.reason import can_fail, can_hold
from game.packs.walk import Fault, Pack
from game.session.scenario import Brief


def check(pack: Pack) -> Iterator[Fault]:
    """Yield seats that have nothing to gain, and seats without a secret."""
    within, ranges = hands(pack), outlook(pack).ranges
    for site in pack.of(Brief):
        brief: Brief = site.record
        open_ = [o for o in brief.objectives if can_hold(o.when, ranges) and can_fail(o.when, ranges)]
        if not brief.objectives:
            what, remedy = f"{brief.seat} has no objectives, and so nothing to gain.", "Write two or three."
        elif not any(within.touch(o.when) for o in open_):
            what = f"Nothing that the Council does decides the objectives of {brief.seat}."
            remedy = "Let one ask for a text, a vote, a pledge, or a track that texts move."
        elif not any(o.secret for o in brief.objectives):
            what = f"{brief.seat} has no secret objective."
            yield Fault(
                site.file, ("objectives",), what, "Write secret: true for one.", level="note", key=True
            )
            continue
        else:
            continue
        yield Fault(site.file, ("objectives",), what, remedy, level="warning", key=True)
