"""History's own line over Ukraine: the texts, ballots and promises of 2022, run to history's end in October.

The Assembly is played inside it: the Council's members vote there as they did on 2 March, all others by the
rule of blocs, and what comes out is compared with the real roll.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.delegates import recorded
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.scenario import Scenario, StoredDraft
from game.session.table import month_president, speaking_order
from game.sitting import Sitting, table

ROLLS = Path(__file__).parents[1] / "data" / "assembly_rolls.csv"
"""Roll calls of the Assembly, by codes of Members."""
AGENDA = {"CHN": "no", "RUS": "no", "GAB": "abstain", "IND": "abstain", "KEN": "abstain"}
"""Who did not vote yes on 31 January, when the question was whether to meet at all."""
AGREED = "s-prst-2022-3"
"""A statement, agreed without a vote: every hand is up."""
PROMISES: dict[str, dict[str, tuple[str, ...]]] = {
    "veto": {"USA": ("arms",), "GBR": ("arms",), "FRA": ("arms",)},
    "uniting": dict.fromkeys(("ALB", "FRA", "GBR", "IRL", "NOR", "USA"), ("trade_measures",)),
    "relief": {"NOR": ("arms",)},
}
"""What members gave and when, as it is reported."""
SEEDS = range(1, 61)
OFF_THE_RECORD = {"emirates_bridge"}
"""What only two seats read, and nobody knows to have been or not."""


@pytest.fixture(scope="module")
def ukraine() -> Scenario:
    return load("ukraine-2022")


@pytest.fixture(scope="module")
def march() -> dict[str, str]:
    """How every Member voted on resolution ES-11/1."""
    with ROLLS.open(encoding="utf-8", newline="") as file:
        row = next(x for x in csv.DictReader(file) if x["roll"] == "ES-11/1")
    return {code: vote for vote in ("yes", "no", "abstain", "absent") for code in row[vote].split()}


def called(scenario: Scenario, index: int) -> tuple[str, ...]:
    """The order in which the delegations of a stage are called (PR1, PR4)."""
    members = scenario.sealed.stages[index].members
    return speaking_order(members, members, month_president(scenario, index))


def votes_on(scenario: Scenario, draft: StoredDraft) -> dict[str, str]:
    """The real ballots on a text; none where it was never put."""
    if draft.id == AGREED:
        return dict.fromkeys((s.code for s in scenario.open.seats), "yes")
    return draft.roll.votes if draft.roll is not None else {}


def put(scenario: Scenario, index: int) -> list[tuple[str, StoredDraft]]:
    """The stage's texts that were really put, with their movers, in the order of submission."""
    stage = scenario.sealed.stages[index].id
    texts = [d for d in scenario.open.drafts if d.stage == stage and votes_on(scenario, d)]
    return [(seat, d) for seat in called(scenario, index) for d in texts if d.sponsors[0] == seat]


def history(scenario: Scenario) -> Iterator[StoredDraft]:
    """All texts that were put, in the order of their submission."""
    for index in range(len(scenario.sealed.stages)):
        yield from (draft for _, draft in put(scenario, index))


def acts_of_history(scenario: Scenario, march: dict[str, str]) -> dict[str, list[a.Action]]:
    """Every seat's acts: notices, texts, promises, ballots, and the ballots of the Assembly of March."""
    acts: dict[str, list[a.Action]] = defaultdict(list)
    for seat in ("CHN", "RUS"):
        acts[seat].append(a.GiveNotice(seat))
    for index, stage in enumerate(scenario.sealed.stages):
        order, listed = called(scenario, index), put(scenario, index)
        for seat, kinds in PROMISES.get(stage.id, {}).items():
            acts[seat] += [a.Pledge(seat, kind, 1.0) for kind in kinds]
        for seat, draft in listed:
            acts[seat].append(a.TableDraft(seat, stored=draft.id))
        ballots = [votes_on(scenario, draft) for _, draft in listed]
        if stage.id == "hearing":
            ballots.insert(0, {seat: AGENDA.get(seat, "yes") for seat in order})
        if stage.id == "uniting":
            ballots.append(march)
        for ballot in ballots:
            for seat in order:
                acts[seat].append(a.CastBallot(seat, ballot[seat]))
    return acts


def replayed(scenario: Scenario, march: dict[str, str], seed: int) -> Sitting:
    """One sitting in which every delegation does what it did."""
    acts = acts_of_history(scenario, march)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "take_seat", lambda temperament, seat, *_: recorded.Recorded(seat, acts[seat]))
        sitting = Sitting.begin(scenario, {}, seed=seed)
        sitting.run()
    assert sitting.finished
    return sitting


def happened_in(sitting: Sitting) -> set[str]:
    """What happened in the world of a sitting."""
    return {x.happening for x in sitting.record if isinstance(x, e.HappeningOccurred)}


@pytest.fixture(scope="module")
def line(ukraine: Scenario, march: dict[str, str]) -> Sitting:
    """The first sitting of history's line in which chance, too, went as it did."""
    might_have_been = {h.id for h in ukraine.sealed.happenings if not h.historical} - OFF_THE_RECORD
    for seed in SEEDS:
        sitting = replayed(ukraine, march, seed)
        demands = [x for x in sitting.record if isinstance(x, e.ComplianceDecided)]
        if not happened_in(sitting) & might_have_been and not any(x.complied for x in demands):
            return sitting
    pytest.fail("Sixty sittings, and in each of them chance went another way.")


def test_v2_historys_own_line_gives_the_real_results(ukraine: Scenario, line: Sitting) -> None:
    stored = {x.symbol: x.stored for x in line.record if isinstance(x, e.DraftTabled)}
    results = {
        stored[x.subject]: x for x in line.record if isinstance(x, e.ResultDeclared) and x.kind == "draft"
    }
    assert list(results) == [draft.id for draft in history(ukraine)]
    for draft in history(ukraine):
        roll, found = draft.roll, results[draft.id]
        assert roll is not None
        verdict = {"adopted": "adopted", "vetoed": "vetoed"}.get(roll.result, "rejected_insufficient")
        assert found.verdict == verdict, draft.id
        cast = Counter(votes_on(ukraine, draft).values())
        assert (found.yes, found.no, found.abstain) == (cast["yes"], cast["no"], cast["abstain"]), draft.id


def test_v3_whether_to_meet_is_procedure_and_two_permanent_members_cannot_stop_it(line: Sitting) -> None:
    agenda = next(x for x in line.record if isinstance(x, e.ResultDeclared) and x.kind == "agenda")
    assert (agenda.verdict, agenda.yes, agenda.no, agenda.abstain) == ("adopted", 10, 2, 3)


def test_v3_resolution_2623_stands_over_a_permanent_no_and_calls_the_assembly(line: Sitting) -> None:
    adopted = {x.draft: x.number for x in line.record if isinstance(x, e.ResolutionAdopted)}
    convened = [x for x in line.record if isinstance(x, e.AssemblyConvened)]
    assert adopted["S/2022/160"] == 2623
    assert [x.session for x in convened] == ["ES-11"]


def test_historys_own_line_ends_as_history_did(ukraine: Scenario, line: Sitting) -> None:
    ending = next(x for x in ukraine.sealed.endings if x.id == line.state.chamber.ending)
    assert ending.historical


def test_all_that_happened_happens_on_historys_own_line(ukraine: Scenario, line: Sitting) -> None:
    assert {h.id for h in ukraine.sealed.happenings if h.historical} <= happened_in(line)


def test_ga2_the_assembly_adopts_by_two_thirds_and_near_the_real_roll(
    line: Sitting, march: dict[str, str]
) -> None:
    result = next(x for x in line.record if isinstance(x, e.ResultDeclared) and x.kind == "assembly")
    real = Counter(march.values())
    assert result.verdict == "adopted"
    assert abs(result.yes - real["yes"]) <= 8, result.yes
    assert abs(result.no - real["no"]) <= 4, result.no
    assert abs(result.abstain - real["abstain"]) <= 10, result.abstain
    plenary = line.state.chamber.plenary
    assert plenary is not None
    others = {code: vote for code, vote in plenary.done[0].votes.items() if code not in line.scenario.seat}
    agreed = sum(vote == march[code] for code, vote in others.items())
    assert len(others) == 193 - 15
    assert agreed >= 0.8 * len(others)


def test_historys_line_comes_near_historys_terms(ukraine: Scenario, line: Sitting) -> None:
    measured = [x for x in line.record if isinstance(x, e.SecurityMeasured)][-1].terms
    for term, score in ukraine.sealed.historical_terms.items():
        assert abs(measured[term] - score) <= 0.12, (term, measured[term], score)


def test_historys_line_comes_near_historys_tracks(ukraine: Scenario, line: Sitting) -> None:
    levels = {t.id: t.start for t in ukraine.open.tracks}
    stage, apart = "", []
    for event in line.record:
        if isinstance(event, e.WorldMoved):
            levels |= event.moves.tracks
        elif isinstance(event, e.StageOpened):
            stage = event.stage
        elif isinstance(event, e.MeetingOpened):
            real = ukraine.sealed.historical_tracks[stage]
            apart += [(stage, t, levels[t], real[t]) for t in levels if abs(levels[t] - real[t]) > 25]
    assert not apart
