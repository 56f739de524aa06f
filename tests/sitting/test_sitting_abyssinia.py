"""History's own line over Abyssinia: the texts and ballots of 1935 and 1936, run to history's end."""

from __future__ import annotations

from collections import defaultdict

import pytest

from game.delegates import recorded
from game.packs import load
from game.rules.results import Verdict
from game.session import actions as a
from game.session import events as e
from game.session.scenario import Scenario, StoredDraft
from game.session.table import month_president, speaking_order
from game.sitting import Sitting, table

WITHOUT_A_ROLL = {
    "prop-1", "prop-3", "prop-5", "prop-4a", "dec-thirteen", "jan-experts", "mar-appeal",
}  # fmt: skip
"""Texts that were agreed with no roll call: here everybody but Italy says yes."""
APPLIED = {
    "oil": {
        "GBR": ("trade_stop",),
        "FRA": ("trade_stop",),
        "RUS": ("trade_stop",),
        "ROU": ("trade_stop",),
        "TUR": ("trade_stop",),
        "DNK": ("trade_stop",),
        "PRT": ("trade_stop",),
        "ESP": ("trade_stop",),
        "POL": ("trade_stop",),
        "AUS": ("trade_stop",),
    }
}
"""Who is taken to have applied the trade measures in full."""
AWAY = {"five", "may", "july"}
"""Where Italy's chair was empty."""
SEEDS = range(1, 41)


@pytest.fixture(scope="module")
def abyssinia() -> Scenario:
    return load("abyssinia-1935")


def votes_of(scenario: Scenario, draft: StoredDraft) -> dict[str, str]:
    """How everybody voted on a text: by its roll, or as one agrees without a roll call."""
    assert draft.roll is not None
    if draft.id not in WITHOUT_A_ROLL:
        return draft.roll.votes
    members = next(s.members for s in scenario.sealed.stages if s.id == draft.stage)
    return {seat: "no" if seat == "ITA" else "yes" for seat in members}


def put(scenario: Scenario, index: int) -> list[tuple[str, StoredDraft]]:
    """The stage's texts whose votes are known, with their movers, in the order of submission."""
    stage = scenario.sealed.stages[index]
    order = speaking_order(stage.members, stage.members, month_president(scenario, index))
    told = [d for d in scenario.open.drafts if d.stage == stage.id and d.roll is not None]
    whole = [d for d in told if d.id in WITHOUT_A_ROLL or set(d.roll.votes if d.roll else ()) == set(order)]
    return [(seat, d) for seat in order for d in whole if d.sponsors[0] == seat]


def acts_of_history(scenario: Scenario) -> dict[str, list[a.Action]]:
    """Every seat's acts: Italy leaves and comes back, texts are tabled, measures applied, ballots cast."""
    acts: dict[str, list[a.Action]] = defaultdict(list)
    there = True
    for index, stage in enumerate(scenario.sealed.stages):
        if there is (stage.id in AWAY):
            acts["ITA"].append(a.WalkOut("ITA") if there else a.Return("ITA"))
            there = not there
        listed = put(scenario, index)
        for seat, draft in listed:
            acts[seat].append(a.TableDraft(seat, stored=draft.id))
        for seat, kinds in APPLIED.get(stage.id, {}).items():
            for kind, _, share in (x.partition(":") for x in kinds):
                acts[seat].append(a.Pledge(seat, kind, float(share or 1)))
        for _, draft in listed:
            for seat, vote in votes_of(scenario, draft).items():
                if vote != "absent":
                    acts[seat].append(a.CastBallot(seat, vote))
    return acts


@pytest.fixture(scope="module")
def line(abyssinia: Scenario) -> Sitting:
    """The first sitting of history's line in which chance, too, went as it did."""
    might_have_been = {h.id for h in abyssinia.sealed.happenings if not h.historical}
    acts = acts_of_history(abyssinia)
    for seed in SEEDS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                table, "take_seat", lambda temperament, seat, *_: recorded.Recorded(seat, acts[seat])
            )
            sitting = Sitting.begin(abyssinia, {}, seed=seed)
            sitting.run()
        happened = {x.happening for x in sitting.record if isinstance(x, e.HappeningOccurred)}
        demands = [x for x in sitting.record if isinstance(x, e.ComplianceDecided)]
        if not happened & might_have_been and not any(x.complied for x in demands):
            return sitting
    pytest.fail("Forty sittings, and in each of them chance went another way.")


def test_l5_l6_l7_historys_own_line_gives_the_real_results(abyssinia: Scenario, line: Sitting) -> None:
    stored = {x.symbol: x.stored for x in line.record if isinstance(x, e.DraftTabled)}
    results = {
        stored[x.subject]: x for x in line.record if isinstance(x, e.ResultDeclared) and x.kind == "draft"
    }
    texts = [d for i in range(len(abyssinia.sealed.stages)) for _, d in put(abyssinia, i)]
    assert list(results) == [d.id for d in texts]
    assert len(texts) == 15
    carried = {Verdict.ADOPTED, Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES}
    for draft in texts:
        found, cast = results[draft.id], list(votes_of(abyssinia, draft).values())
        told = (found.yes, found.no, found.abstain, found.not_participating, found.absent)
        kinds = ("yes", "no", "abstain", "not_participating", "absent")
        assert told == tuple(cast.count(kind) for kind in kinds), draft.id
        assert found.verdict in carried, draft.id


def test_l5_the_finding_is_unanimous_though_italy_says_no(line: Sitting) -> None:
    stored = {x.symbol: x.stored for x in line.record if isinstance(x, e.DraftTabled)}
    found = next(
        x for x in line.record if isinstance(x, e.ResultDeclared) and stored.get(x.subject) == "oct-six"
    )
    assert found.verdict == Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
    assert found.no == 1


def test_historys_own_line_ends_as_history_did(abyssinia: Scenario, line: Sitting) -> None:
    ending = next(x for x in abyssinia.sealed.endings if x.id == line.state.chamber.ending)
    assert ending.historical


def test_all_that_happened_happens_on_historys_own_line(abyssinia: Scenario, line: Sitting) -> None:
    happened = {x.happening for x in line.record if isinstance(x, e.HappeningOccurred)}
    assert not {h.id for h in abyssinia.sealed.happenings if h.historical} - happened


def test_historys_line_comes_near_historys_terms(abyssinia: Scenario, line: Sitting) -> None:
    measured = [x for x in line.record if isinstance(x, e.SecurityMeasured)][-1].terms
    for term, score in abyssinia.sealed.historical_terms.items():
        assert abs(measured[term] - score) <= 0.2, (term, measured[term], score)


def test_historys_line_comes_near_historys_tracks(abyssinia: Scenario, line: Sitting) -> None:
    levels = {t.id: t.start for t in abyssinia.open.tracks}
    stage, apart = "", []
    for event in line.record:
        if isinstance(event, e.WorldMoved):
            levels |= event.moves.tracks
        elif isinstance(event, e.StageOpened):
            stage = event.stage
        elif isinstance(event, e.MeetingOpened):
            real = abyssinia.sealed.historical_tracks[stage]
            apart += [(stage, t, levels[t], real[t]) for t in levels if abs(levels[t] - real[t]) > 20]
    assert not apart
