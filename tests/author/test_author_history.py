"""History's own line of every pack: the texts, ballots and deeds of the time, run to history's end."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.author.beside import FAR, LONG_WAY, Line, beside, lines
from game.author.graph import graph
from game.author.history import Question, Reenactment, ballots_of, fell, line, replayed
from game.packs import load
from game.rules.results import Verdict
from game.session import events as e
from game.session.decide import before
from game.session.scenario import Scenario

PACKS = ("abyssinia-1935", "korea-1950", "kuwait-1990", "ukraine-2022")
ROLLS = Path(__file__).parents[1] / "data" / "assembly_rolls.csv"
"""Roll calls of the Assembly, by codes of Members."""
PUT = {"abyssinia-1935": 15, "korea-1950": 18, "kuwait-1990": 16, "ukraine-2022": 6}
NUMBERS = {
    "abyssinia-1935": [0] * 15,
    "korea-1950": [82, 83, 84, 85, 87, 88, 90],
    "kuwait-1990": [660, 661, 662, 664, 665, 666, 667, 669, 670, 674, 677, 678, 686, 687, 688],
    "ukraine-2022": [2623, 2624],
}
APART = {("korea-1950", "august", "unity")}
"""Tracks whose way the model cannot follow: the Council's quarrel of August was about its own procedure."""
_VERDICTS = {
    "adopted": {Verdict.ADOPTED, Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES, Verdict.ISSUED},
    "vetoed": {Verdict.VETOED},
    "failed": {Verdict.REJECTED_INSUFFICIENT},
}


@cache
def crisis(pack: str) -> Scenario:
    return load(pack)


@cache
def played(pack: str) -> Reenactment:
    return replayed(crisis(pack))


@cache
def compared(pack: str) -> Line:
    return beside(crisis(pack))


def questions(pack: str) -> list[Question]:
    return [question for moment in line(crisis(pack)) for question in moment.questions]


def results(sitting: Reenactment) -> dict[str, e.ResultDeclared]:
    stored = {x.symbol: x.stored for x in sitting.record if isinstance(x, e.DraftTabled)}
    declared = (x for x in sitting.record if isinstance(x, e.ResultDeclared))
    return {stored[x.subject]: x for x in declared if x.kind in ("draft", "statement")}


# -- every pack -------------------------------------------------------------
@pytest.mark.parametrize("pack", PACKS)
def test_every_text_of_history_is_put_in_its_order_with_the_real_result(pack: str) -> None:
    found, asked = results(played(pack)), questions(pack)
    assert list(found) == [q.draft.id for q in asked]
    assert len(asked) == PUT[pack]
    for question in asked:
        result, roll = found[question.draft.id], question.draft.roll
        assert roll is not None
        assert result.verdict in _VERDICTS[roll.result], question.draft.id
        cast = Counter(question.ballots.values())
        if not question.spoken:
            told = (result.yes, result.no, result.abstain, result.not_participating)
            assert told == (cast["yes"], cast["no"], cast["abstain"], cast["not_participating"])


@pytest.mark.parametrize("pack", PACKS)
def test_nobody_is_left_with_an_act_that_was_never_lawful(pack: str) -> None:
    sitting = played(pack)
    assert sitting.finished
    assert sitting.refusals == 0
    assert sitting.left == {}


@pytest.mark.parametrize("pack", PACKS)
def test_the_resolutions_bear_their_real_numbers(pack: str) -> None:
    stored = {x.symbol: x.stored for x in played(pack).record if isinstance(x, e.DraftTabled)}
    adopted = [x for x in played(pack).record if isinstance(x, e.ResolutionAdopted)]
    assert [x.number for x in adopted] == NUMBERS[pack]
    for x in adopted:
        roll = crisis(pack).draft[stored[x.draft]].roll
        assert roll is not None
        assert roll.resolution in (0, x.number)


@pytest.mark.parametrize("pack", PACKS)
def test_historys_own_line_ends_as_history_did(pack: str) -> None:
    assert compared(pack).historical
    assert all(x.agrees for x in compared(pack).results)


@pytest.mark.parametrize("pack", PACKS)
def test_all_that_happened_happens_and_nothing_else(pack: str) -> None:
    happened = {x.happening for x in played(pack).record if isinstance(x, e.HappeningOccurred)}
    assert happened == {h.id for h in crisis(pack).sealed.happenings if h.historical}
    assert compared(pack).missing == ()


@pytest.mark.parametrize("pack", PACKS)
def test_the_eight_terms_come_near_the_dossiers_scores(pack: str) -> None:
    terms = compared(pack).terms
    assert len(terms) == 8
    assert [x.id for x in terms if abs(x.apart) > FAR] == []


@pytest.mark.parametrize("pack", PACKS)
def test_the_tracks_come_near_the_dossiers(pack: str) -> None:
    found = compared(pack)
    far = {(pack, x.stage, x.track) for x in found.tracks if abs(x.line - x.dossier) > LONG_WAY}
    assert far <= APART
    assert len(found.tracks) > 70


@pytest.mark.parametrize("pack", PACKS)
def test_the_report_says_it_all(pack: str) -> None:
    told = "\n".join(lines(crisis(pack), compared(pack)))
    assert "as history ended" in told
    assert all(x.title in told for x in compared(pack).terms)
    assert "More than" not in told


def test_a_term_that_is_far_off_is_told_with_both_reasons() -> None:
    found = compared("korea-1950")
    first = replace(found.terms[0], apart=0.2)
    told = "\n".join(lines(crisis("korea-1950"), replace(found, terms=(first,))))
    assert f"More than {FAR:.2f} apart:" in told
    assert first.here in told
    assert first.there in told


def test_one_replay_is_as_another() -> None:
    assert replayed(crisis("korea-1950")).record == played("korea-1950").record


# -- chance, and what is not known ------------------------------------------
def test_chance_falls_as_it_fell() -> None:
    korea = crisis("korea-1950")
    for happening in korea.sealed.happenings:
        assert fell(korea, f"happening:{happening.id}") is happening.historical
    assert fell(korea, "comply:S/1501:cessation") is False
    assert fell(korea, "delegate:USA") is None


def test_a_text_whose_roll_is_not_whole_is_not_put() -> None:
    korea = crisis("korea-1950")
    unknown = [d for d in korea.open.drafts if d.roll is None]
    assert unknown
    assert all(ballots_of(d, ("USA",)) == {} for d in unknown)


# -- what only one crisis shows ----------------------------------------------
def test_the_crisis_of_1950_begins_with_the_soviet_chair_empty() -> None:
    assert set(before(crisis("korea-1950")).chamber.absent) == {"RUS"}


def test_l5_the_finding_is_unanimous_though_italy_says_no() -> None:
    found = results(played("abyssinia-1935"))["oct-six"]
    assert found.verdict == Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
    assert found.no == 1


def test_v3_whether_to_meet_is_procedure_and_two_permanent_members_cannot_stop_it() -> None:
    record = played("ukraine-2022").record
    agenda = next(x for x in record if isinstance(x, e.ResultDeclared) and x.kind == "agenda")
    assert (agenda.verdict, agenda.yes, agenda.no, agenda.abstain) == ("adopted", 10, 2, 3)


def test_v3_resolution_2623_stands_over_a_permanent_no_and_calls_the_assembly() -> None:
    record = played("ukraine-2022").record
    adopted = {x.draft: x.number for x in record if isinstance(x, e.ResolutionAdopted)}
    assert adopted["S/2022/160"] == 2623
    assert [x.session for x in record if isinstance(x, e.AssemblyConvened)] == ["ES-11"]


def test_ev4_a_statement_of_the_president_is_agreed_and_keeps_its_symbol() -> None:
    record = played("ukraine-2022").record
    issued = [x for x in record if isinstance(x, e.StatementIssued)]
    assert [(x.symbol, x.form) for x in issued] == [("S/PRST/2022/3", "statement")]
    told = {x.draft: x.line for x in compared("ukraine-2022").results}
    assert told["s-prst-2022-3"] == "issued without a vote"


def test_ga2_the_assembly_adopts_by_two_thirds_and_near_the_real_roll() -> None:
    with ROLLS.open(encoding="utf-8", newline="") as file:
        row = next(x for x in csv.DictReader(file) if x["roll"] == "ES-11/1")
    march = {code: vote for vote in ("yes", "no", "abstain", "absent") for code in row[vote].split()}
    sitting, real = played("ukraine-2022"), Counter(march.values())
    result = next(x for x in sitting.record if isinstance(x, e.ResultDeclared) and x.kind == "assembly")
    assert result.verdict == "adopted"
    assert abs(result.yes - real["yes"]) <= 8, result.yes
    assert abs(result.no - real["no"]) <= 4, result.no
    assert abs(result.abstain - real["abstain"]) <= 10, result.abstain
    plenary = sitting.state.chamber.plenary
    assert plenary is not None
    votes = plenary.done[0].votes
    assert all(votes[seat] == march[seat] for seat in sitting.scenario.seat if seat in votes)
    others = {code: vote for code, vote in votes.items() if code not in sitting.scenario.seat}
    assert len(others) == 193 - 15
    assert sum(vote == march[code] for code, vote in others.items()) >= 0.8 * len(others)


def test_what_a_patron_may_do_stands_in_the_graph_with_what_moves_it() -> None:
    nodes, edges = graph(crisis("korea-1950"))
    assert "patron_soviet_bloc_pilots" in {node.id for node in nodes}
    assert ("happening_first_clashes", "patron_soviet_bloc_pilots") in {(x.start, x.end) for x in edges}


def test_a_text_that_must_be_agreed_leads_to_what_waits_for_it() -> None:
    _, edges = graph(crisis("ukraine-2022"))
    assert "happening_guterres_thanks" in {x.end for x in edges if x.start == "draft_s-prst-2022-3"}
