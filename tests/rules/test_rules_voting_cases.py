"""Every vote of tests/data/voting_cases.yaml, judged by the law and compared with what it must be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.rules.ballots import Regime, Tally, count
from game.rules.bodies import BODIES, ERAS, Nature, Vote
from game.rules.book import RULES
from game.rules.questions import QUESTIONS, Asks, Judgement, Put, judge
from game.rules.results import Verdict

CASES = yaml.safe_load((Path(__file__).parent.parent / "data" / "voting_cases.yaml").read_text("utf-8"))
BY_ID: dict[str, dict[str, Any]] = {case["id"]: case for case in CASES["cases"]}
BASES_NAMED = {"chapter_VI": "chapter_vi", "chapter_VII": "chapter_vii", "article_53": "art_53"}


def roll(case: dict[str, Any]) -> dict[str, Vote]:
    return {seat: Vote(vote) for vote, seats in case.get("seats", {}).items() for seat in seats}


def assembly_tally(case: dict[str, Any]) -> Tally | None:
    tally = case.get("tally")
    if tally is None or "seats" in case:
        return None
    return Tally(tally["yes"], tally["no"], tally["abstain"], absent=tally.get("not_voting", 0))


def put(case: dict[str, Any]) -> Put:
    options = case.get("rule_options", {})
    return Put(
        era=case["era"],
        day=date.fromisoformat(case["date"]) if "date" in case else None,
        votes=roll(case),
        tally=assembly_tally(case),
        main=Nature(case.get("main_nature", "substantive")),
        bases=[BASES_NAMED[case["legal_basis"]]] if "legal_basis" in case else [],
        parties=case.get("parties_to_dispute", ()),
        enforce=options.get("obligatory_abstention") == "enforce",
        regime=options.get("preliminary_regime", Regime.RULE_30),
        ballot=case.get("ballot", 1),
        against=case.get("no_votes_by", ()),
        council_against=case.get("council_members_voting_no", ()),
        objecting=case.get("objections", ()),
        concurring=case.get("concurring", 0),
        members=case.get("membership", 0),
    )


def judged(case: dict[str, Any]) -> Judgement:
    return judge(case["question_type"], put(case))


@pytest.mark.parametrize("id", BY_ID)
def test_the_law_decides_as_history_did(id: str) -> None:
    case = BY_ID[id]
    result, expected = judged(case).result, case["expected"]
    assert result.verdict == expected["result"]
    assert sorted(result.vetoed_by) == expected.get("vetoed_by", [])
    if "blocked_by" in expected:
        assert sorted(result.blocked_by) == expected["blocked_by"]
    for vote, number in expected.get("effective_tally", {}).items():
        assert getattr(result.tally, vote) == number
    assert result.reason.endswith(".")


@pytest.mark.parametrize("id", BY_ID)
def test_a_judgement_names_the_rules_it_rests_on(id: str) -> None:
    case = BY_ID[id]
    found = judged(case)
    assert found.result.rule in found.rules
    assert set(case["rules"]) & set(found.rules)
    assert len(set(found.rules)) == len(found.rules)


@pytest.mark.parametrize("id", BY_ID)
def test_what_carried_had_what_it_needed(id: str) -> None:
    result = judged(BY_ID[id]).result
    if result.verdict in (Verdict.REJECTED_INSUFFICIENT, Verdict.NOT_ELECTED, Verdict.REJECTED_TWO_THIRDS):
        assert result.had < result.needed
    elif result.carried or result.verdict is Verdict.VETOED:
        assert result.had >= result.needed


@pytest.mark.parametrize("id", [id for id, case in BY_ID.items() if "seats" in case])
def test_the_roll_adds_up_to_its_tally(id: str) -> None:
    case = BY_ID[id]
    tally, told = count(roll(case)), case["tally"]
    assert tally == Tally(told["yes"], told["no"], told["abstain"], told["absent"], told["not_participating"])
    if case["era"] in BODIES:
        assert tally.seats == BODIES[case["era"]].size


def test_every_case_cites_rules_the_book_has() -> None:
    unknown = {rule for case in BY_ID.values() for rule in case["rules"]} - RULES.keys()
    assert not unknown


# ---------------------------------------------------------------- the registry


def test_every_type_of_question_of_the_cases_is_known_and_fits_its_body() -> None:
    for case in BY_ID.values():
        assert QUESTIONS[case["question_type"]].fits(ERAS[case["era"]])


@pytest.mark.parametrize("kind", QUESTIONS.values(), ids=QUESTIONS)
def test_every_type_of_question_can_be_asked(kind: Any) -> None:
    everyone = dict.fromkeys(("CHN", "FRA", "GBR", "RUS", "USA", "E01", "E02", "E03", "E04", "E05"), Vote.YES)
    found = judge(kind.id, Put(era=kind.eras[-1], votes=everyone, concurring=6, members=10))
    assert found.result.carried or kind.id == "ruling_upheld"
    assert set(kind.rules) <= set(found.rules) <= RULES.keys()
    assert kind.title


def test_nobody_asks_what_is_not_in_the_registry() -> None:
    with pytest.raises(ValueError, match="ever asked a question of the type 'divination'"):
        judge("divination", Put())


def test_v12_an_amendment_is_put_as_the_text_it_changes() -> None:
    votes = {f"E{n:02}": Vote.YES for n in range(9)} | {"FRA": Vote.NO}
    for main, verdict in ((Nature.SUBSTANTIVE, Verdict.VETOED), (Nature.PROCEDURAL, Verdict.ADOPTED)):
        assert judge("amendment", Put(votes=votes, main=main)).result.verdict is verdict
        assert judge("separate_part", Put(votes=votes, main=main)).result.verdict is verdict


def test_v10_v11_a_vote_as_cast_names_duty_and_practice() -> None:
    votes = {f"E{n:02}": Vote.YES for n in range(9)} | {"RUS": Vote.NO, "CHN": Vote.NOT_PARTICIPATING}
    cast = Put(votes=votes, parties=["RUS"], bases=["chapter_vi"])
    assert judge("substantive", cast).rules == ("V2", "V4", "V8", "V10", "V11")
    held = Put(votes=votes, parties=["RUS"], bases=["chapter_vi"], enforce=True)
    assert judge("substantive", held).rules == ("V2", "V9", "V6", "V7", "V8", "V10")
    assert judge("procedural", held).rules == ("V3", "M1")


def test_ev3_ev4_silence_is_asked_of_every_seat() -> None:
    for kind in (kind for kind in QUESTIONS.values() if kind.asks is Asks.OBJECTIONS):
        result = judge(kind.id, Put(era="unsc_11", objecting=["CUB"])).result
        assert (result.needed, result.had, result.blocked_by) == (11, 10, ("CUB",))
    assert judge("consensus", Put(era="unga", members=60)).result.needed == 60


# ---------------------------------------------------------------- chains

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
    assert [judged(BY_ID[step]).result.verdict for step in chain["steps"]] == CHAIN_ENDS[chain["id"]]
