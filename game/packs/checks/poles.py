"""The two poles of an issue stand where the pack says: the first seat against, the second for.

Everybody at the table knows of them before a word is said, and seats without positions are placed between
them. A pole whose own brief says otherwise misleads the table from the first; it may be meant, so it is a
warning.

PASS
    # pack.yaml
    issues: {breach: {poles: [RUS, USA]}}

FAIL
    # pack.yaml
    issues: {breach: {poles: [USA, IND]}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack
from game.session.scenario import Issue


def check(pack: Pack) -> Iterator[Fault]:
    """Yield poles whose briefs stand on the other side, or on none."""
    briefs = pack.scenario.sealed.briefs
    for site in pack.of(Issue):
        issue = site.record
        for seat, side, word in zip(issue.poles, (-1, 1), ("against", "for"), strict=False):
            told = briefs[seat].positions.get(issue.id) if seat in briefs else None
            if told is not None and told.position * side <= 0:
                what = (
                    f"{seat} is named as the pole {word} {issue.id}, and its brief says {told.position:+g}."
                )
                remedy = "Name another seat, or mend the brief."
                yield Fault(site.file, (*site.path, "poles"), what, remedy, level="warning", key=True)
