"""What is said in public of a vote given for objectives, or on a change, bears the vote out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.delegates.counsel import avowals, voting
from game.delegates.interests import changes
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.packs import load
from game.session import events as e
from game.session.legal import Docket
from game.session.scenario import Clause, RedLine, Scenario
from game.session.state import Amendment, Ballot, Draft, Phase
from game.session.views import view
from game.sitting import Sitting

CRISES = Path(__file__).parents[2] / "crises"


def occasion(sit, *kinds: str, seat: str = "YUG", scenario: Scenario | None = None) -> Occasion:
    state = sit(scenario).state
    text = Draft("S/1", ("USA",), tuple(Clause(k) for k in kinds), 1)
    change = Amendment("S/2", "IND", "S/1", "add", 1, Clause("mediate"))
    chamber = replace(state.chamber, drafts={"S/1": text}, amendments={"S/2": change})
    state = replace(state, chamber=chamber)
    seen = view(state, seat)
    return Occasion(seen, Docket(state, seat), Memory(seat), Dossier(seen))


def ballot(kind: str, subject: str) -> Ballot:
    return Ballot(kind, subject, "substantive", ("YUG",), Phase.DEBATE, draft="S/1")


@pytest.mark.parametrize(
    ("kind", "subject", "vote", "told"),
    [
        ("draft", "S/1", "yes", "“Call for an end to hostilities”"),
        ("draft", "S/1", "no", "“Recommend armed help”"),
        ("draft", "S/1", "abstain", "“Recommend armed help”"),
        ("amendment", "S/2", "yes", "“Seek mediation with the North heard”"),
        ("amendment", "S/2", "no", "text"),
        ("amendment", "S/2", "abstain", "does not mind"),
        ("invitation", "PRK", "yes", "should be heard"),
    ],
)
def test_a_clause_of_the_text_bears_a_vote_out(sit, kind: str, subject: str, vote: str, told: str) -> None:
    words = avowals.ground(occasion(sit, "cease", "assist"), ballot(kind, subject), vote)
    assert words.startswith("Yugoslavia ")
    assert told in words


def test_where_no_clause_does_the_text_on_the_whole_must(sit) -> None:
    words = avowals.ground(occasion(sit, "determine_breach"), ballot("draft", "S/1"), "no")
    assert "“" not in words
    assert "Government" in words or "on the whole" in words


@pytest.mark.parametrize(
    ("seat", "place", "kind", "told", "holds"),
    [
        ("IND", 1, "mediate", "Recommend armed help", "accept|support|seek|side|open"),
        ("CHN", 0, "hear_north", "Call for an end to hostilities", "seeks|supports"),
        ("YUG", 1, "mediate", "Seek mediation with the North heard", "seeks|supports"),
    ],
)
def test_cb10_of_a_clause_put_for_another_the_one_that_is_minded_is_spoken_of(
    sit, seat: str, place: int, kind: str, told: str, holds: str
) -> None:
    o = occasion(sit, "cease", "assist", seat=seat)
    draft = o.chamber.drafts["S/1"]
    change = Amendment("S/3", "CUB", "S/1", "replace", place, Clause(kind), draft.clauses[place])
    words = changes.told(o.mandate, draft, change)
    assert f"“{told}”" in words
    assert re.search(holds, words)


def test_cb10_a_change_across_a_red_line_is_refused_for_that(korea, convene, sit) -> None:
    line = RedLine("never", "No mediation.", ("mediate",))
    brief = replace(korea.briefs["NOR"], red_lines=(line,))
    o = occasion(sit, "cease", seat="NOR", scenario=convene({"NOR": brief}))
    put = replace(o.chamber, ballot=ballot("amendment", "S/2"))
    act = voting.cast(Occasion(replace(o.view, chamber=put), o.docket, o.memory, o.dossier))
    assert act.vote == "no"
    assert act.words.endswith("crosses a line that it may not cross (no mediation).")


def test_who_loads_a_text_to_make_it_fall_does_not_say_that_it_would_have_it_carried(sit) -> None:
    o = occasion(sit, "assist")
    change = Amendment("S/2", "YUG", "S/1", "add", 1, Clause("one_command"))
    put = replace(
        o.chamber, amendments={"S/2": change}, ballot=replace(ballot("amendment", "S/2"), mover="YUG")
    )
    act = voting.cast(Occasion(replace(o.view, chamber=put), o.docket, o.memory, o.dossier))
    assert act.vote == "yes"
    assert act.words.endswith(f"{voting.OUTRIGHT}.")


def test_nobody_speaks_of_its_objectives_nor_votes_a_clause_down_that_it_likes_without_saying_why() -> None:
    """A change that is liked and merely lessens the weight of the rest makes no worse text."""
    scenario = load(CRISES / "kuwait-1990")
    sitting = Sitting.begin(scenario, seed=2, level="veteran", length="short")
    sitting.run(20_000)
    reasons = [(x.vote, x.reason) for x in sitting.record if isinstance(x, e.BallotCast)]
    assert not [words for _, words in reasons if "sent for" in words or "objective" in words]
    bare = re.compile(r"would bring in “[^”]*”, which it (seeks|supports)\.$")
    assert not [words for vote, words in reasons if vote == "no" and bare.search(words)]
