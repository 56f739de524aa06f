"""Every clause can come into some draft: it is offered at some time, and rests on an article that carries it.

A clause whose `offered` can never hold, and which stands in no text of history that can be tabled, is never
seen. A clause none of whose articles carries what it does (a measure of force on Article 34) would be
refused wherever it is written.

PASS
    # clauses.yaml
    assistance: {offered: {flag: breach-found}}

FAIL
    # clauses.yaml
    blockade:
      title: Decides on a blockade
      part: operative
      verb: Decides
      text: that the ports of the North shall be closed
      rank: 10
      character: force
      issues: {help: 3}
      basis: art_42
      offered: {all: [{stage: invasion}, {stage: assistance}]}

FAIL
    # clauses.yaml
    blockade:
      title: Decides on a blockade
      part: operative
      verb: Decides
      text: that the ports of the North shall be closed
      rank: 10
      character: force
      issues: {help: 3}
      basis: art_34
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.checks.conditions import why_not
from game.packs.outlook import Outlook, coded, outlook, written
from game.packs.walk import Fault, Pack
from game.rules.articles import Severity
from game.session.scenario import Clause, ClauseKind
from game.session.texts import findings
from game.world.conditions import Condition

_ALWAYS = Condition("always")


def check(pack: Pack) -> Iterator[Fault]:
    """Yield clauses that no draft can ever hold."""
    view = outlook(pack)
    in_history = coded(view)
    for kind in pack.scenario.open.clauses:
        if kind.id in in_history:
            continue
        if not view.can(kind.offered):
            what = f"{kind.id} can never be written: {why_not(view, kind.offered or _ALWAYS)}."
            remedy = "Mend offered:, or put the clause into a draft."
            yield Fault("clauses.yaml", (kind.id, "offered"), what, remedy, level="warning", key=True)
        elif why := _refused(view, kind):
            what = f"{kind.id} is refused in whatever text it stands. {why}"
            yield Fault(
                "clauses.yaml", (kind.id, "basis"), what, "Name another article.", level="warning", key=True
            )


def _refused(view: Outlook, kind: ClauseKind) -> str:
    """Why no delegation may write a clause, even after every finding that the body can make."""
    clauses = view.pack.scenario.open.clauses
    found = [k.id for k in clauses if k.character == "determination" and written(view, k)]
    year = int(view.pack.scenario.sealed.stages[-1].date[:4])
    told = findings(view.pack.scenario, (Clause(kind.id),), found, year)
    return next((x.reason for x in told if x.severity is Severity.REFUSED and x.clause is not None), "")
