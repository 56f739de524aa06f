"""The General Assembly on paper: verbs that recommend, votes by group, the words of its minutes."""

from __future__ import annotations

import pytest

from game.packs import load
from game.prose import assembly, document, minutes
from game.prose.acts.plenary import assembly_vote
from game.session import events as e
from game.session.scenario import Scenario
from game.session.state import Draft


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load("korea-1950")


@pytest.mark.parametrize(
    ("verb", "rest", "said"),
    [
        ("Decides", "that Members shall assist", "Recommends"),
        ("Decides", "to remain seized of the matter", "Resolves"),
        ("Determines", "that there is a breach of the peace", "Finds"),
        ("Authorizes", "the unified command to use the flag", "Invites"),
        ("Demands", "that the fighting stop", "Demands"),
        ("Calls upon", "all States", "Calls upon"),
    ],
)
def test_ga8_what_the_council_decides_the_assembly_recommends(verb: str, rest: str, said: str) -> None:
    assert assembly.recommending(verb, rest) == said


def test_a_text_before_the_assembly_is_printed_as_the_assemblys(korea: Scenario) -> None:
    stored = korea.draft["s-1501"]
    council = Draft("S/1501", ("USA",), stored.clauses, 0, stored.title, stage="invasion")
    before = Draft("A/L.1", ("USA",), stored.clauses, 0, stored.title, stage="invasion", form="assembly")
    texts = {d.symbol: "\n".join(x.text for x in document.printed(korea, d)) for d in (council, before)}
    assert "The Security Council," in texts["S/1501"]
    assert "The General Assembly," in texts["A/L.1"]
    assert "SECURITY COUNCIL" not in texts["A/L.1"]
    assert "Determines" in texts["S/1501"]
    assert "Determines" not in texts["A/L.1"]
    assert assembly.NOTE in texts["A/L.1"]


def test_votes_are_told_by_group_in_the_order_of_the_board(korea: Scenario) -> None:
    votes = {x.code: "no" if x.group == "Eastern European" else "yes" for x in korea.electors("1950-12-01")}
    told = assembly.groups(korea, "1950-12-01", votes)
    assert sum(sum(count) for count in told.values()) == 60
    assert assembly.group_line("Eastern European", told["Eastern European"]) == "Eastern European: 6 no"
    assert assembly.groups(korea, "1950-12-01", {}) == {}
    assert assembly.groups(korea, "1939-12-01", votes) == {}


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (e.AssemblyCalled(), "The Council calls an emergency special session of the General Assembly."),
        (
            e.AssemblyCalled("regular"),
            "The question is referred to the General Assembly, which is in session.",
        ),
        (
            e.AssemblyCalled("special", "members"),
            "A special session of the General Assembly is called at the request of a majority of Members.",
        ),
        (
            e.SessionRequested("USA", 47, 59, 30, True),
            "The United States asks the Members of the United Nations for a session of the General Assembly: "
            "47 of 59 concur, and 30 are needed.",
        ),
        (
            e.AssemblyVoted("A/L.1", {"ARG": "yes", "BOL": "yes", "POL": "no"}),
            "The other 3 Members vote on A/L.1: 2 yes, 1 no.",
        ),
        (e.AssemblyVoted("A/L.1", {}), None),
    ],
)
def test_the_minutes_of_the_assembly_say_it_plainly(
    korea: Scenario, event: e.Event, said: str | None
) -> None:
    assert minutes.line(event, korea) == said


def test_ga2_the_menu_says_what_a_vote_does_there() -> None:
    assert "two-thirds" in assembly_vote("yes", "draft A/L.1")
    assert "veto" in assembly_vote("no", "draft A/L.1")
    assert "not counted" in assembly_vote("abstain", "draft A/L.1")
    assert "take no part" in assembly_vote("not_participating", "draft A/L.1")
    assert assembly_vote("pass", "draft A/L.1") == "Votes on draft A/L.1."
