"""What every act is called in a menu, what it does in plain words, and the rule it rests on.

One table by kind of act, made of one page for each place where acts are taken: `chair`, `floor` (copy me),
`vote`, `corridor` and `director`. It must never say whether an act is in order: `session.legal` does.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.plain import clean
from game.prose import organs
from game.prose.acts import chair, conduct, corridor, director, floor, plenary, usage, vote
from game.prose.acts.label import Label, Where
from game.prose.names import sentence as whole
from game.rules.house_league import page_for
from game.session.actions import Action, MoveMotion
from game.session.scenario import Scenario
from game.session.state import State

__all__ = ["LABELS", "Where", "rule", "sentence", "title"]

LABELS: Mapping[type[Action], Label] = {
    **chair.LABELS,
    **floor.LABELS,
    **vote.LABELS,
    **corridor.LABELS,
    **plenary.LABELS,
    **conduct.LABELS,
    **usage.LABELS,
    **director.LABELS,
}


def title(action: Action, scenario: Scenario, where: Where) -> str:
    """Return the menu label of an act, such as `Table S/1508/Rev.1: assistance to the Republic of Korea`.

    `where` is the state, or the view of the seat that acts; it lends the drafts and deals that the act names.
    Raises KeyError for a kind of act that the table does not know.
    """
    return clean(LABELS[type(action)].title(action, scenario, where))


def sentence(action: Action, scenario: Scenario, where: Where) -> str:
    """Return what an act does, in one or two plain sentences for a pupil."""
    return whole(LABELS[type(action)].sentence(action, scenario, where))


def rule(action: Action, where: Where | None = None) -> str:
    """Return the id in `rules.book.RULES` of the rule an act rests on.

    `where` lends the house, whose motions may rest on rules of their own.
    """
    if isinstance(action, MoveMotion) and where is not None:
        return usage.motion_rule(action, where)
    found = LABELS[type(action)].rule
    known = found if isinstance(found, str) else found(action)
    body = where.scenario.open.body if isinstance(where, State) else where.open.body if where else ""
    return page_for(known) if body and organs.of_the_league(body) else known
