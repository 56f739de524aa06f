"""What scripted delegations chose, told afterwards: each choice has its reason, each vote its arithmetic."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from msgspec.structs import replace

from game.packs import load
from game.prose.choices import Choice, Motives
from game.session import actions as act
from game.session import events as e
from game.session.scenario import Scenario
from game.sitting import Sitting
from game.sitting.choices import motives
from tests.sitting.chairs import PACKS, ROOT

PASSED = (e.FloorYielded, e.CommuniqueIssued)
"""A turn let go by, and what only reports: neither is a choice."""


@lru_cache
def pack(name: str) -> Scenario:
    return load(PACKS["tiny"] if name == "tiny" else ROOT / "crises" / name)


@lru_cache
def over(name: str, level: str = "seasoned") -> tuple[Sitting, Motives]:
    """A sitting played to its end, and why everything in it was done."""
    sitting = Sitting.begin(pack(name), {}, seed=3, level=level)
    sitting.run()
    assert sitting.finished
    return sitting, motives(sitting.scenario, sitting.record)


def all_of(told: Motives) -> dict[int, Choice]:
    return {c.at: c for c in (*told.acts, *(c for roll in told.rolls for c in roll.choices))}


@pytest.mark.parametrize(
    ("name", "level"), [("tiny", "novice"), ("korea-1950", "seasoned"), ("ukraine-2022", "veteran")]
)
def test_every_choice_of_a_scripted_delegation_has_its_reason(name: str, level: str) -> None:
    sitting, told = over(name, level)
    chosen, start = all_of(told), 0
    for actor, end in sitting.acts:
        first = sitting.record[start]
        if actor and not isinstance(first, PASSED):
            assert start in chosen, first
            assert chosen[start].seat == actor
            reason = chosen[start].reason
            assert reason.endswith((".", "?", "!", "”", ")")), reason
            assert not re.search(r"[{}_]|  |None|\.\.", reason), reason
        start = end
    assert set(chosen) <= {i for i, x in enumerate(sitting.record) if not isinstance(x, PASSED)}


def test_a_vote_on_a_text_opens_its_arithmetic_and_one_on_procedure_has_none() -> None:
    sitting, told = over("ukraine-2022", "veteran")
    kinds = {at: x.kind for at, x in enumerate(sitting.record) if isinstance(x, e.QuestionPut)}
    seen = set()
    for roll in told.rolls:
        for c in roll.choices:
            kind = kinds[c.put]
            seen.add(kind)
            assert bool(c.terms) == (kind not in ("agenda", "invitation", "motion", "challenge")), kind
            if kind == "draft":
                assert any(line.startswith("On the whole ") for line in c.terms)
            elif kind == "amendment":
                assert "The text as it stood:" in c.terms
                assert "The text with the amendment:" in c.terms
    assert {"draft", "amendment", "agenda"} <= seen
    served = [c for roll in told.rolls for c in roll.choices if "For its objectives" in " ".join(c.terms)]
    assert served


def test_the_arithmetic_is_that_of_the_moment_of_the_ballot() -> None:
    """A vote that follows the seat's own weighing agrees with it: a line crossed, or the sums over a bar."""
    _, told = over("korea-1950")
    for roll in told.rolls:
        for c in roll.choices:
            if c.terms and "crosses a line" in c.reason:
                assert c.terms[-1].startswith("A red line commands the vote")


def test_a_persons_choices_are_nobodys_to_explain() -> None:
    sitting = Sitting.begin(pack("tiny"), {"FRA": "person"}, seed=3)
    while not sitting.finished:
        sitting.run()
        if sitting.awaits:
            docket = sitting.docket("FRA")
            kinds = (act.CastBallot, act.CallToOrder, act.PutToVote, act.CloseMeeting, act.Yield)
            sitting.submit(next(x for kind in kinds for x in docket.of(kind)))
    chosen = all_of(motives(sitting.scenario, sitting.record)).values()
    assert chosen
    assert all(c.seat != "FRA" for c in chosen)


def test_what_the_brief_commands_says_so_and_a_deal_tells_its_price() -> None:
    _, told = over("ukraine-2022", "veteran")
    sentences = [(c.done, c.reason) for c in told.acts]
    assert any("Its brief has it do so" in reason for _, reason in sentences)
    offers = [reason for done, reason in sentences if " offers " in done]
    assert offers
    assert all("costs it" in reason and "is worth" in reason for reason in offers)


def test_a_reason_given_after_the_ballot_is_the_reason_of_the_ballot() -> None:
    """As in a private meeting, where the vote is explained aloud when it has fallen."""
    sitting, told = over("tiny", "novice")
    cast = told.rolls[0].choices[0]
    vote = sitting.record[cast.at]
    assert isinstance(vote, e.BallotCast)
    explained = e.VoteExplained(vote.seat, "S/1", "It was explained afterwards.")
    record = [*sitting.record[: cast.at], replace(vote, reason=""), explained, *sitting.record[cast.at + 1 :]]
    again = all_of(motives(sitting.scenario, record))[cast.at]
    assert (again.vote, again.reason) == (cast.vote, "It was explained afterwards.")


def test_only_the_debrief_and_its_papers_ask_why() -> None:
    """What opens briefs is asked for by no screen of play."""
    asking = {
        p.stem for p in (ROOT / "game").rglob("*.py") if "sitting.choices import" in p.read_text("utf-8")
    }
    assert asking == {"debriefing", "exporting", "export"}


def test_an_aimless_delegation_has_no_reason_but_the_lot() -> None:
    holders = dict.fromkeys(pack("tiny").sealed.stages[0].members, "aimless")
    sitting = Sitting.begin(pack("tiny"), holders, seed=5)
    sitting.run(60)
    chosen = all_of(motives(sitting.scenario, sitting.record)).values()
    assert chosen
    assert all("drawn by lot" in c.reason or c.vote for c in chosen)
