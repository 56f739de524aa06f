"""What a seat wants and what it may not vote for do not exclude each other.

An objective that needs a clause adopted sets the seat against its own red line when the line makes it vote
no on that clause for as long as the crisis lasts. A line that is not firm, that falls away (`until`), or that
only asks for an abstention leaves a way.

PASS
    # briefs/IND.yaml
    red_lines: {no-help: {text: No help., clauses: assistance}}
    objectives: {heard: {when: {any: [{adopted: assistance}, {adopted: cessation}]}}}

FAIL
    # briefs/IND.yaml
    red_lines: {no-help: {text: No help., clauses: assistance}}
    objectives: {heard: {when: {all: [{adopted: assistance}, {adopted: cessation}]}}}

FAIL
    # briefs/YUG.yaml
    red_lines: {no-force: {text: No armed help., clauses: [], issue: help}}
    objectives: {heard: {when: {adopted: s-1508}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.outlook import outlook
from game.packs.reason import Range, Ranges, can_hold
from game.packs.walk import Fault, Pack, Site
from game.session.scenario import Brief, ClauseKind, RedLine
from game.world.story import Objective

_NEVER: Range = frozenset[object]({False})


def check(pack: Pack) -> Iterator[Fault]:
    """Yield objectives that a lasting red line of the same seat stands against."""
    ranges = outlook(pack).ranges
    for site in pack.of(Objective):
        brief = site.around[-1]
        if isinstance(brief, Brief) and can_hold(site.record.when, ranges):
            for line in brief.red_lines:
                if lasting(line):
                    yield from _needed(pack, ranges, site, brief, line)


def lasting(line: RedLine) -> bool:
    """Whether a red line makes its seat vote no for as long as the crisis lasts."""
    return line.firm and line.until is None and line.vote == "no"


def crosses(kind: ClauseKind, brief: Brief, line: RedLine) -> bool:
    """Whether a clause crosses a red line of a seat: it is named, or bears on the issue the wrong way."""
    stand = brief.positions.get(line.issue)
    wrong = stand is not None and kind.issues.get(line.issue, 0.0) * stand.position < 0
    return kind.id in line.clauses or wrong


def _needed(pack: Pack, ranges: Ranges, site: Site, brief: Brief, line: RedLine) -> Iterator[Fault]:
    crossed = {k.id for k in pack.scenario.open.clauses if crosses(k, brief, line)}
    drafts = {d.id for d in pack.scenario.open.drafts if crossed & {c.kind for c in d.clauses}}
    for name in sorted(crossed | drafts):
        without = ranges._replace(things={**ranges.things, ("adopted", name): _NEVER})
        if not can_hold(site.record.when, without):
            what = f"{brief.seat} wants {name} adopted, and its red line {line.id} makes it vote no."
            remedy = "Change one of the two, write firm: false, or say until: when the line falls away."
            yield Fault(site.file, (*site.path, "when"), what, remedy, level="warning", key=True)
