"""Positions for a seat whose brief gives none: from its ideal point in the Assembly of the year.

The points are those of Bailey, Strezhnev and Voeten (`crises/data/SOURCES.md`).
An issue is read off a straight line through the seats whose positions the pack does give, the poles that it
names standing at the ends (`game.world.leanings`); with poles alone, by nearness to the two. Leaving
out one seat of Korea, Kuwait and Ukraine at a time, the line misses what their authors wrote by 0.9, 0.6 and
0.6 on the mean, of a scale from -3 to 3; the mean of the other seats by 1.4, 0.9 and 1.4. It is a first
guess, and says so in its reason. Before the League there are no ideal points, and nothing is filled in. It
must never change a position that an author gave.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from game.session.scenario import Brief, Issue, Position, Prospectus
from game.world.leanings import FURTHEST, Known, fitted, halves, lean

_FEW = 3
"""While fewer seats than this have a position, nearness to the poles tells more than a line."""
_CARES = 1.5
"""What a seat is taken to care for an issue on which no other has a position."""


def filled(open: Prospectus, briefs: Mapping[str, Brief]) -> dict[str, Brief]:
    """Return the briefs, those without any position with the positions their ideal points suggest."""
    line = _line(open)
    silent = [seat for seat, brief in briefs.items() if not brief.positions and seat in line]
    if not silent:
        return dict(briefs)
    told = {seat: brief for seat, brief in briefs.items() if brief.positions}
    return {
        seat: replace(brief, positions=_positions(open, told, line, seat)) if seat in silent else brief
        for seat, brief in briefs.items()
    }


def _line(open: Prospectus) -> dict[str, float]:
    """The ideal point of each seat when it first sits, its Assembly being one that has them."""
    seats = {seat.code for seat in open.seats}
    line: dict[str, float] = {}
    for electorate in open.electorates:
        for elector in electorate.electors:
            if elector.code in seats:
                line.setdefault(elector.code, elector.ideal)
    return line if any(line.values()) else {}


def _positions(
    open: Prospectus, told: Mapping[str, Brief], line: Mapping[str, float], seat: str
) -> dict[str, Position]:
    near = min((x for x in told if x in line), key=lambda x: (abs(line[x] - line[seat]), x), default="")
    names = {x.code: x.short for x in open.seats}
    why = f"it votes in the Assembly nearest to {names[near]}" if near else "so it votes in the Assembly"
    found = {}
    for issue in open.issues:
        position, care = _on(issue, told, line, seat)
        if care:
            found[issue.id] = Position(position, care, why)
    return found


def _on(issue: Issue, told: Mapping[str, Brief], line: Mapping[str, float], seat: str) -> tuple[float, float]:
    """The position and salience on one issue of a seat that has an ideal point."""
    known = {
        code: Known(line[code], brief.positions[issue.id].position, brief.positions[issue.id].salience)
        for code, brief in told.items()
        if code in line and issue.id in brief.positions
    }
    slope = fitted([*known.values()])
    if len(issue.poles) != 2 or any(pole not in line for pole in issue.poles):
        return slope.position(line[seat]), slope.care()
    against, favour = issue.poles
    if seat in issue.poles or len(known) < _FEW:
        position = halves(FURTHEST * lean(line[seat], line[against], line[favour]))
    else:
        ends = {
            against: Known(line[against], -FURTHEST, FURTHEST),
            favour: Known(line[favour], FURTHEST, FURTHEST),
        }
        position = fitted([*(ends | known).values()]).position(line[seat])
    return position, slope.care() or _CARES
