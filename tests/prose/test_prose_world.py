"""The minutes of the world outside: what lapses, what arrives, what patrons do, and what nobody is told."""

from __future__ import annotations

from dataclasses import replace as with_changes
from typing import Any

import pytest
from msgspec.structs import replace

from game.prose.divergence import UNCOUNTED, in_history
from game.prose.minutes import line
from game.session import events as happened
from game.session.events import decoder
from game.session.scenario import Roll, Scenario
from game.session.views import audience
from game.world.conditions import Condition
from game.world.outside import Effect, Moves, Pending
from game.world.patrons import Patron, Reaction
from game.world.powers import Group


def with_patron(tiny: Scenario) -> Scenario:
    """The tiny crisis with a patron behind the north."""
    pilots = Reaction("pilots", "Pilots without flags", Condition("always"), wire="Odd voices on the radio.")
    model = tiny.sealed.security
    groups = (*model.groups, Group("bloc", "The bloc"))
    patrons = (Patron("bloc", tiny.open.parties[0].code, (pilots,)),)
    changed = with_changes(model, groups=groups, patrons=patrons)
    return replace(tiny, sealed=replace(tiny.sealed, security=changed))


def test_a_patron_that_acts_is_news_and_one_that_holds_back_is_not(tiny: Scenario, history: Any) -> None:
    scenario = with_patron(tiny)
    acted = happened.PatronReacted("bloc", "pilots", 0.4, True)
    held = happened.PatronReacted("bloc", "pilots", 0.4, False)
    assert line(acted, scenario) == "The bloc: Pilots without flags. Odd voices on the radio."
    assert line(held, scenario) is None
    assert audience(history.state, acted) is None
    assert audience(history.state, held) == frozenset()


def test_a_clause_that_stands_no_more_says_why(tiny: Scenario) -> None:
    kind = tiny.open.clauses[0]
    for cause, why in (
        ("draft:S/9:x", "it is lifted by S/9"),
        ("term", "its time is over"),
        ("until", "what it waited for has come"),
    ):
        said = line(happened.ClauseLapsed(kind.id, "S/1501", cause), tiny)
        assert said == f"“{kind.title}” of S/1501 stands no more: {why}."


def test_what_was_pledged_is_told_when_it_is_there(tiny: Scenario) -> None:
    kind = tiny.open.pledges[0]
    said = line(happened.PledgeArrived("USA", kind.id, 20.0), tiny)
    assert said is not None
    assert said.startswith("What the United States pledged is there: ")


def test_records_of_older_games_are_read_with_what_they_did_not_say() -> None:
    read = decoder().decode
    assert read(b'{"type":"HappeningOccurred","happening":"x"}') == happened.HappeningOccurred("x")
    assert read(b'{"type":"CrisisEnded","ending":"x"}') == happened.CrisisEnded("x", calendar=False)
    pledged = read(b'{"type":"PledgeMade","seat":"USA","kind":"troops","amount":5.0}')
    assert pledged == happened.PledgeMade("USA", "troops", 5.0, due=0)
    late = b'{"effect":{"track":"front","by":1.0},"due":2,"cause":"draft:S/1"}'
    assert read(b'{"type":"ConsequencesSet","pending":[' + late + b"]}") == happened.ConsequencesSet(
        (Pending(Effect("front", 1.0), 2, "draft:S/1"),)
    )


def test_a_roll_that_nobody_kept_says_so() -> None:
    assert in_history(Roll("adopted")).count == UNCOUNTED
    assert in_history(Roll("adopted"), "statement").count == "without a vote"


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (
            "draft:S/1:breach",
            "World opinion behind the Council is now 60 (by S/1: “Determines a breach of the peace”)",
        ),
        ("veto:S/1", "World opinion behind the Council is now 60 (after the veto of S/1)"),
        ("failure:S/1:unknown", "World opinion behind the Council is now 60 (after S/1 failed)"),
        ("pledge:USA:troops", "World opinion behind the Council is now 60 (what the United States pledged)"),
        ("happening:unknown", "World opinion behind the Council is now 60"),
        ("stage:june", "World opinion behind the Council is now 60"),
    ],
)
def test_a_move_of_the_world_is_told_with_what_it_came_after(cause: str, said: str, tiny: Scenario) -> None:
    moved = happened.WorldMoved(Moves({"opinion": 60.0}, {}, (), ()), cause)
    assert line(moved, tiny) == said + "."
