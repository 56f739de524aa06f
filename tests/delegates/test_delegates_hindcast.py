"""Hindcast: would the delegates, without scripts, have voted as their countries did?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.delegates import weigh
from game.packs import load

CRISES = Path(__file__).parents[2] / "crises"

ADOPTED = ("res-82", "res-83", "res-84", "res-85", "res-87", "res-88")


def agreement(korea, drafts: Iterable[str]) -> tuple[int, int, list[str]]:
    """Ballots that agree, ballots compared, and the others; not participating is read as abstention."""
    agreed = compared = 0
    others = []
    for draft in drafts:
        for seat, vote in korea.rolls[draft].items():
            if vote == "absent":
                continue
            real = "abstain" if vote == "not_participating" else vote
            own = weigh(korea.open, korea.briefs[seat], korea.clauses[draft])
            compared += 1
            agreed += own.vote == real
            if own.vote != real:
                others.append(f"{draft} {seat}: {own.vote}, really {vote} ({own.support}, {own.weakest})")
    return agreed, compared, others


def test_v2_hindcast_of_the_resolutions_of_1950(korea, capsys: pytest.CaptureFixture[str]) -> None:
    agreed, compared, others = agreement(korea, ADOPTED)
    with capsys.disabled():
        print(f"\nhindcast, resolutions 82 to 88: {agreed} of {compared} ballots")
    assert compared >= 60
    assert agreed / compared >= 0.9, others


def test_v2_hindcast_of_all_known_ballots(korea, capsys: pytest.CaptureFixture[str]) -> None:
    agreed, compared, others = agreement(korea, korea.rolls)
    with capsys.disabled():
        print(f"\nhindcast, all drafts with known roll calls: {agreed} of {compared} ballots")
    assert agreed / compared >= 0.8, others


def test_v5_hindcast_finds_every_veto_and_no_other(korea) -> None:
    """The USSR alone vetoed: on S/1653 and S/1894, and it would have on 83 and 84 had it been there."""
    for draft in ("res-82", "res-83", "res-84", "s-1653", "s-1894"):
        noes = {
            seat
            for seat in ("CHN", "FRA", "GBR", "RUS", "USA")
            if weigh(korea.open, korea.briefs[seat], korea.clauses[draft]).vote == "no"
        }
        assert noes == {"RUS"}, draft


def test_v2_hindcast_of_the_pack_korea_1950(capsys: pytest.CaptureFixture[str]) -> None:
    """The pack's own briefs, with the instructions of each date, and its own coding of history's texts."""
    scenario = load(CRISES / "korea-1950")
    dates = {stage.id: i for i, stage in enumerate(scenario.sealed.stages)}
    agreed = compared = 0
    for draft in scenario.open.drafts:
        votes = draft.roll.votes if draft.roll is not None else {}
        for seat, vote in votes.items():
            brief = scenario.sealed.briefs.get(seat)
            if vote == "absent" or brief is None:
                continue
            arrived = tuple(x for x in brief.instructions if dates[x.stage] <= dates.get(draft.stage, 0))
            own = weigh(scenario.open, replace(brief, instructions=arrived), draft.clauses)
            compared += 1
            agreed += own.vote == ("abstain" if vote == "not_participating" else vote)
    with capsys.disabled():
        print(f"\nhindcast, the pack korea-1950 without scripts: {agreed} of {compared} ballots")
    assert compared >= 60
    assert agreed / compared >= 0.8
