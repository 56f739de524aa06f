"""How a crisis ends and how seats fared: order, endings at once, the default, objectives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.conditions import Condition, Facts
from game.world.story import Ending, Objective
from game.world.verdict import fared, reached

FACTS = Facts(tracks={"escalation": 96.0}, terms={}, flags=frozenset({"armistice"}))
WAR = Ending("war", "General war", "…", Condition("track", "escalation", at_least=95), at_once=True)
TRUCE = Ending("truce", "Truce", "…", Condition("flag", "armistice"), historical=True)
LOST = Ending("lost", "Lost", "…", Condition("flag", "lost"))
STALEMATE = Ending("stalemate", "Stalemate", "…", Condition("always"))

endings = st.builds(
    Ending,
    id=st.text("abc", min_size=1),
    title=st.just(""),
    text=st.just(""),
    when=st.sampled_from([WAR.when, TRUCE.when, LOST.when, STALEMATE.when]),
    at_once=st.booleans(),
)


def test_before_the_calendar_is_over_only_endings_at_once_are_asked() -> None:
    assert reached((TRUCE, WAR, STALEMATE), FACTS, calendar_over=False) is WAR
    assert reached((TRUCE, LOST, STALEMATE), FACTS, calendar_over=False) is None


def test_the_first_that_holds_is_taken_when_the_calendar_is_over() -> None:
    assert reached((LOST, TRUCE, WAR, STALEMATE), FACTS, calendar_over=True) is TRUCE
    assert reached((LOST, STALEMATE), FACTS, calendar_over=True) is STALEMATE


def test_the_last_ending_is_the_default() -> None:
    assert reached((LOST, LOST), FACTS, calendar_over=True) is LOST
    assert reached((LOST,), FACTS, calendar_over=False) is None


def test_a_pack_without_endings_cannot_end() -> None:
    assert reached((), FACTS, calendar_over=False) is None
    with pytest.raises(IndexError):
        reached((), FACTS, calendar_over=True)


@given(st.lists(endings, min_size=1, max_size=5))
def test_a_crisis_always_ends(ways: list[Ending]) -> None:
    end = reached(ways, FACTS, calendar_over=True)
    assert end in ways
    early = reached(ways, FACTS, calendar_over=False)
    assert early is None or early.at_once


def test_objectives_are_met_or_not_in_their_order() -> None:
    peace = Objective("peace", "An armistice.", Condition("flag", "armistice"))
    calm = Objective("calm", "No general war.", Condition("track", "escalation", at_most=95), secret=True)
    assert fared((calm, peace), FACTS) == ((calm, False), (peace, True))
    assert fared((), FACTS) == ()
