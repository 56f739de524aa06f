"""Every vote of tests/data/voting_cases.yaml, decided by the law and compared with what it must be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from game.rules.articles import must_abstain
from game.rules.assembly import decide_assembly, elect_judge, request_by_members
from game.rules.ballots import Question, Regime, Result, Tally, count, decide
from game.rules.bodies import BODIES, Nature, Vote
from game.rules.book import RULES
from game.rules.consent import presidential_statement, without_a_vote

CASES = yaml.safe_load((Path(__file__).parent.parent / "data" / "voting_cases.yaml").read_text("utf-8"))
BY_ID: dict[str, dict[str, Any]] = {case["id"]: case for case in CASES["cases"]}

QUESTIONS = {
    "substantive": Question.SUBSTANTIVE,
    "admission": Question.SUBSTANTIVE,
    "sg_recommendation": Question.SUBSTANTIVE,
    "procedural": Question.PROCEDURAL,
    "ess_convocation": Question.PROCEDURAL,
    "preliminary": Question.PRELIMINARY,
    "challenge_to_ruling": Question.CHALLENGE,
    "icj_election": Question.ELECTION,
    "charter_review_109_1": Question.REVIEW,
    "charter_review_109_3": Question.TENTH_SESSION_REVIEW,
}
BASES_NAMED = {"chapter_VI": "chapter_vi", "chapter_VII": "chapter_vii", "article_53": "art_53"}


def roll(case: dict[str, Any]) -> dict[str, Vote]:
    return {seat: Vote(vote) for vote, seats in case["seats"].items() for seat in seats}


def assembly_tally(case: dict[str, Any]) -> Tally:
    tally = case["tally"]
    return Tally(tally["yes"], tally["no"], tally["abstain"], absent=tally["not_voting"])


def council_result(case: dict[str, Any]) -> Result:
    kind = case["question_type"]
    main = Nature(case.get("main_nature", "substantive"))
    question = QUESTIONS.get(kind) or Question.of(main)
    bases = [BASES_NAMED[case["legal_basis"]]] if "legal_basis" in case else []
    options = case.get("rule_options", {})
    return decide(
        BODIES[case["era"]],
        question,
        roll(case),
        parties=case.get("parties_to_dispute", ()) if must_abstain(main, bases, dispute=True) else (),
        enforce_abstention=options.get("obligatory_abstention") == "enforce",
        regime=options.get("preliminary_regime", Regime.RULE_30),
    )


def result_of(case: dict[str, Any]) -> Result:
    kind = case["question_type"]
    if kind == "consensus":
        return without_a_vote(case["objections"])
    if kind == "presidential_statement":
        return presidential_statement(case["objections"])
    if kind in ("ga_important", "ga_other"):
        return decide_assembly(
            assembly_tally(case), important=kind == "ga_important", ballot=case.get("ballot", 1)
        )
    if kind == "ga_icj_election":
        return elect_judge(assembly_tally(case))
    if kind == "ess_request_by_members":
        return request_by_members(case["concurring"], case["membership"])
    return council_result(case)


@pytest.mark.parametrize("id", BY_ID)
def test_the_law_decides_as_history_did(id: str) -> None:
    case = BY_ID[id]
    result, expected = result_of(case), case["expected"]
    assert result.verdict == expected["result"]
    assert sorted(result.vetoed_by) == expected.get("vetoed_by", [])
    if "blocked_by" in expected:
        assert sorted(result.blocked_by) == expected["blocked_by"]
    for vote, number in expected.get("effective_tally", {}).items():
        assert getattr(result.tally, vote) == number
    assert result.rule in RULES
    assert result.reason.endswith(".")


@pytest.mark.parametrize("id", [id for id, case in BY_ID.items() if "seats" in case])
def test_the_roll_adds_up_to_its_tally(id: str) -> None:
    case = BY_ID[id]
    tally, told = count(roll(case)), case["tally"]
    assert tally == Tally(told["yes"], told["no"], told["abstain"], told["absent"], told["not_participating"])
    assert tally.seats == BODIES[case["era"]].size


def test_every_case_cites_rules_the_book_has() -> None:
    unknown = {rule for case in BY_ID.values() for rule in case["rules"]} - RULES.keys()
    assert not unknown


CHAIN_ENDS = {
    "CH-1947": ["deemed_substantive", "vetoed", "adopted"],
    "CH-1959": ["deemed_procedural", "adopted"],
    "CH-1956": ["vetoed", "adopted"],
    "CH-2022": ["vetoed", "adopted"],
    "CH-1965": ["rejected_insufficient", "adopted"],
    "CH-1956-suez-parts": ["adopted", "vetoed"],
    "CH-C1": ["deemed_substantive", "vetoed"],
    "CH-C2": ["ruling_stands", "adopted"],
}


@pytest.mark.parametrize("chain", CASES["chains"], ids=lambda chain: chain["id"])
def test_votes_that_follow_each_other(chain: dict[str, Any]) -> None:
    assert [result_of(BY_ID[step]).verdict for step in chain["steps"]] == CHAIN_ENDS[chain["id"]]
