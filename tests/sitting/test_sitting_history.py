"""History's own line of play: the acts of 1950, replayed by recorded delegates, run to history's end."""

from __future__ import annotations

from collections import defaultdict

import pytest

from game.delegates import recorded
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.decide import before
from game.session.scenario import Scenario, StoredDraft
from game.session.table import month_president, speaking_order
from game.sitting import Sitting, table

MOST_BY_ONE_SEAT = 2
"""Texts one delegation may have waiting at once (H2): of a longer list the first are taken."""


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load("korea-1950")


def called(scenario: Scenario, index: int, away: set[str]) -> tuple[str, ...]:
    """The order in which the delegations of a stage are called, as the law has it (PR1, PR4)."""
    members = scenario.sealed.stages[index].members
    here = tuple(m for m in members if m not in away)
    due = month_president(scenario, index)
    president = due if due in here else here[0]
    return speaking_order(members, here, president)


def put(scenario: Scenario, index: int, away: set[str]) -> list[tuple[str, StoredDraft]]:
    """The stage's drafts of which every ballot is known, with who tables them, in the order of submission."""
    order = called(scenario, index, away)
    stage = scenario.sealed.stages[index]
    texts: dict[str, list[StoredDraft]] = defaultdict(list)
    for draft in scenario.open.drafts:
        known = draft.roll is not None and set(draft.roll.votes) >= set(order)
        mover = next((s for s in draft.sponsors if s in order), "")
        if draft.stage == stage.id and known and mover and len(texts[mover]) < MOST_BY_ONE_SEAT:
            texts[mover].append(draft)
    return [(seat, draft) for seat in order for draft in texts[seat]]


def acts_of_history(scenario: Scenario) -> dict[str, list[a.Action]]:
    """Every seat's acts: the one that was away passes until its return, texts are tabled, ballots cast."""
    acts: dict[str, list[a.Action]] = defaultdict(list)
    away = {x.seat for x in scenario.sealed.absences}
    until = {x.seat: x.until for x in scenario.sealed.absences}
    for index, stage in enumerate(scenario.sealed.stages):
        for seat in [s for s in away if until[s] == stage.id]:
            acts[seat].append(a.Return(seat))
            away.discard(seat)
        for seat in away:
            acts[seat].append(a.Yield(seat))
        listed = put(scenario, index, away)
        for seat, draft in listed:
            acts[seat].append(a.TableDraft(seat, stored=draft.id))
        for _, draft in listed:
            for seat in called(scenario, index, away):
                assert draft.roll is not None
                acts[seat].append(a.CastBallot(seat, draft.roll.votes[seat]))
    return acts


def test_historys_own_line_runs_through_the_rules_and_ends_as_history_did(
    korea: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = acts_of_history(korea)
    monkeypatch.setattr(table, "take_seat", lambda temperament, seat, *_: recorded.Recorded(seat, acts[seat]))
    sitting = Sitting.begin(korea, {}, seed=1950)
    sitting.run()

    stored = {x.symbol: x.stored for x in sitting.record if isinstance(x, e.DraftTabled)}
    results = {
        stored[x.subject]: x for x in sitting.record if isinstance(x, e.ResultDeclared) and x.kind == "draft"
    }
    adopted = {stored[x.draft]: x.number for x in sitting.record if isinstance(x, e.ResolutionAdopted)}
    expected = [
        draft for i in range(len(korea.sealed.stages)) for _, draft in put(korea, i, _away_at(korea, i))
    ]
    assert [d.id for d in expected] == list(results)
    for draft in expected:
        roll = draft.roll
        assert roll is not None
        verdict = {"adopted": "adopted", "vetoed": "vetoed"}.get(roll.result, "rejected_insufficient")
        found = results[draft.id]
        assert found.verdict == verdict, draft.id
        cast = list(roll.votes.values())
        told = (found.yes, found.no, found.abstain, found.not_participating, found.absent)
        kinds = ("yes", "no", "abstain", "not_participating", "absent")
        assert told == tuple(cast.count(kind) for kind in kinds), draft.id
        if roll.resolution:
            assert adopted[draft.id] == roll.resolution
    assert sorted(adopted.values()) == [82, 83, 84, 85, 87, 88, 90]
    ending = next(x for x in korea.sealed.endings if x.id == sitting.state.chamber.ending)
    assert ending.historical


def _away_at(scenario: Scenario, index: int) -> set[str]:
    ids = [s.id for s in scenario.sealed.stages]
    return {x.seat for x in scenario.sealed.absences if ids.index(x.until) > index}


def test_the_crisis_begins_with_the_soviet_chair_empty(korea: Scenario) -> None:
    assert set(before(korea).chamber.absent) == {"RUS"}
