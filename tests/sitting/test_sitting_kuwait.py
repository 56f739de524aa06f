"""History's own line over Kuwait: the texts, ballots and forces of 1990 and 1991, run to history's end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from game.delegates import recorded
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.scenario import Scenario, StoredDraft
from game.session.table import month_president, speaking_order
from game.sitting import Sitting, table

RESOLUTIONS = [660, 661, 662, 664, 665, 666, 667, 669, 670, 674, 677, 678, 686, 687, 688]
FORCES: dict[str, dict[str, tuple[str, ...]]] = {
    "annexation": {"USA": ("ground:0.5", "air_sea"), "GBR": ("air_sea",), "FRA": ("air_sea",)},
    "enforcement": {"GBR": ("ground",), "CAN": ("air_sea",)},
    "air": {"FRA": ("ground",)},
    "liability": {"USA": ("ground:0.5",)},
}
"""What members sent and when, as the contributions are reported."""
SEEDS = range(1, 41)


@pytest.fixture(scope="module")
def kuwait() -> Scenario:
    return load("kuwait-1990")


def called(scenario: Scenario, index: int) -> tuple[str, ...]:
    """The order in which the delegations of a stage are called (PR1, PR4)."""
    members = scenario.sealed.stages[index].members
    return speaking_order(members, members, month_president(scenario, index))


def put(scenario: Scenario, index: int) -> list[tuple[str, StoredDraft]]:
    """The stage's texts that were really put, with their movers, in the order of submission."""
    stage = scenario.sealed.stages[index].id
    texts = [d for d in scenario.open.drafts if d.stage == stage and d.roll is not None and d.roll.votes]
    return [(seat, d) for seat in called(scenario, index) for d in texts if d.sponsors[0] == seat]


def history(scenario: Scenario) -> Iterator[StoredDraft]:
    """All texts that were put, in the order of their submission."""
    for index in range(len(scenario.sealed.stages)):
        yield from (draft for _, draft in put(scenario, index))


def acts_of_history(scenario: Scenario) -> dict[str, list[a.Action]]:
    """Every seat's acts: texts tabled, forces sent, ballots cast."""
    acts: dict[str, list[a.Action]] = defaultdict(list)
    for index, stage in enumerate(scenario.sealed.stages):
        listed = put(scenario, index)
        for seat, draft in listed:
            acts[seat].append(a.TableDraft(seat, stored=draft.id))
        for seat, kinds in FORCES.get(stage.id, {}).items():
            for kind, _, share in (x.partition(":") for x in kinds):
                acts[seat].append(a.Pledge(seat, kind, float(share or 1)))
        for _, draft in listed:
            assert draft.roll is not None
            for seat in called(scenario, index):
                acts[seat].append(a.CastBallot(seat, draft.roll.votes[seat]))
    return acts


def replayed(scenario: Scenario, monkeypatch: pytest.MonkeyPatch, seed: int) -> Sitting:
    """One sitting in which every delegation does what it did."""
    acts = acts_of_history(scenario)
    monkeypatch.setattr(table, "take_seat", lambda temperament, seat, *_: recorded.Recorded(seat, acts[seat]))
    sitting = Sitting.begin(scenario, {}, seed=seed)
    sitting.run()
    return sitting


@pytest.fixture(scope="module")
def line(kuwait: Scenario) -> Sitting:
    """The first sitting of history's line in which chance, too, went as it did."""
    for seed in SEEDS:
        with pytest.MonkeyPatch.context() as patch:
            sitting = replayed(kuwait, patch, seed)
        might_have_been = {h.id for h in kuwait.sealed.happenings if not h.historical}
        happened = {x.happening for x in sitting.record if isinstance(x, e.HappeningOccurred)}
        demands = [x for x in sitting.record if isinstance(x, e.ComplianceDecided)]
        if not happened & might_have_been and not any(x.complied for x in demands):
            return sitting
    pytest.fail("Forty sittings, and in each of them chance went another way.")


def test_v2_historys_own_line_gives_the_real_results(kuwait: Scenario, line: Sitting) -> None:
    stored = {x.symbol: x.stored for x in line.record if isinstance(x, e.DraftTabled)}
    results = {
        stored[x.subject]: x for x in line.record if isinstance(x, e.ResultDeclared) and x.kind == "draft"
    }
    assert list(results) == [draft.id for draft in history(kuwait)]
    for draft in history(kuwait):
        roll, found = draft.roll, results[draft.id]
        assert roll is not None
        assert found.verdict == ("adopted" if roll.result == "adopted" else "rejected_insufficient"), draft.id
        cast = list(roll.votes.values())
        told = (found.yes, found.no, found.abstain, found.not_participating, found.absent)
        kinds = ("yes", "no", "abstain", "not_participating", "absent")
        assert told == tuple(cast.count(kind) for kind in kinds), draft.id


def test_the_resolutions_bear_their_real_numbers(kuwait: Scenario, line: Sitting) -> None:
    stored = {x.symbol: x.stored for x in line.record if isinstance(x, e.DraftTabled)}
    adopted = {x.number: stored[x.draft] for x in line.record if isinstance(x, e.ResolutionAdopted)}
    assert list(adopted) == RESOLUTIONS
    for number, draft in adopted.items():
        roll = kuwait.draft[draft].roll
        assert roll is not None
        assert roll.resolution == number


def test_historys_own_line_ends_as_history_did(kuwait: Scenario, line: Sitting) -> None:
    ending = next(x for x in kuwait.sealed.endings if x.id == line.state.chamber.ending)
    assert ending.historical


def test_all_that_happened_happens_on_historys_own_line(kuwait: Scenario, line: Sitting) -> None:
    happened = {x.happening for x in line.record if isinstance(x, e.HappeningOccurred)}
    assert {h.id for h in kuwait.sealed.happenings if h.historical} <= happened


def test_historys_line_comes_near_historys_terms(kuwait: Scenario, line: Sitting) -> None:
    measured = [x for x in line.record if isinstance(x, e.SecurityMeasured)][-1].terms
    for term, score in kuwait.sealed.historical_terms.items():
        assert abs(measured[term] - score) <= 0.2, (term, measured[term], score)


def test_historys_line_comes_near_historys_tracks(kuwait: Scenario, line: Sitting) -> None:
    levels = {t.id: t.start for t in kuwait.open.tracks}
    stage, apart = "", []
    for event in line.record:
        if isinstance(event, e.WorldMoved):
            levels |= event.moves.tracks
        elif isinstance(event, e.StageOpened):
            stage = event.stage
        elif isinstance(event, e.MeetingOpened):
            real = kuwait.sealed.historical_tracks[stage]
            apart += [(stage, t, levels[t], real[t]) for t in levels if abs(levels[t] - real[t]) > 25]
    assert not apart
