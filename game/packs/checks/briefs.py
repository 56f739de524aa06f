"""Every seat has a brief, every brief has a seat, and a brief says what the seat wants.

A delegation without instructions could not be played. A seat without a position on an issue is taken to be
indifferent; that may be meant, so it is advice only. A seat without any position is given those of its votes
in the Assembly of the year, and the note says so; where there are none, as before 1946, it would abstain on
every text. A red line that names neither clauses nor an issue could never be crossed.

PASS
    # briefs/IND.yaml
    positions: {breach: [2, 2], truce: [3, 3], help: [1, 2]}

FAIL
    # briefs/BRA.yaml
    summary: Brazil was no member in June 1950.
    positions: {breach: [2, 2], truce: [3, 3], help: [1, 2]}

FAIL
    # briefs/IND.yaml
    positions: {help: }

FAIL
    # briefs/IND.yaml
    positions:

FAIL
    # briefs/IND.yaml
    red_lines: {peace: {text: Nothing that leads to a wider war.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack
from game.session.scenario import Brief


def check(pack: Pack) -> Iterator[Fault]:
    """Yield seats without briefs, briefs without seats, and issues a brief passes over."""
    seats = [s.code for s in pack.scenario.open.seats]
    briefs = pack.scenario.sealed.briefs
    for code in seats:
        if code not in briefs:
            what = f"The seat {code} has no brief."
            yield Fault("delegations.yaml", ("seats", code), what, f"Write briefs/{code}.yaml.", key=True)
    issues = [i.id for i in pack.scenario.open.issues]
    for code, brief in briefs.items():
        file = f"briefs/{code}.yaml"
        if code not in seats:
            yield Fault(
                file, (), f"There is no seat {code}.", "Add it to delegations.yaml, or remove the brief."
            )
        else:
            yield from _positions(pack, file, brief, issues)
        for line in brief.red_lines:
            if not (line.clauses or line.issue):
                what = f"Nothing can cross the red line {line.id}."
                remedy = "Add clauses: or an issue: that would."
                yield Fault(file, ("red_lines", line.id), what, remedy, key=True)


def _positions(pack: Pack, file: str, brief: Brief, issues: list[str]) -> Iterator[Fault]:
    """Yield what a brief leaves unsaid on the issues, and what is put in its place."""
    sheet = pack.sheets.get(file)
    missing = [i for i in issues if i not in brief.positions]
    if not brief.positions and not any(i.positions for i in brief.instructions):
        what = (
            "The brief takes no position, and no votes in the Assembly tell of any: it would always abstain."
        )
        yield Fault(file, ("positions",), what, "Write positions, from -3 to 3.", level="warning", key=True)
    elif brief.positions and sheet is not None and ("positions",) not in sheet.keys:
        what = "The brief takes no position; it is given those of its votes in the Assembly, a first guess."
        yield Fault(file, ("positions",), what, "Write its own where they are known.", level="note", key=True)
    elif missing:
        what = f"The brief takes no position on {', '.join(missing)}."
        yield Fault(file, ("positions",), what, "Write one, [0, 0] for none.", level="note", key=True)
