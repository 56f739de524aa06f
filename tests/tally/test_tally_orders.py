"""Chains of votes, orders of motions, rulings and presidencies: found by the law, compared with the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.rules.results import Verdict
from game.tally import Docket, Finding, Standing, judge

Judged = Callable[..., dict[str, Finding]]

TWO_VOTES = """
cases:
- {{id: P, era: unsc_11, question_type: preliminary, symbol: S/552,
   rule_options: {{preliminary_regime: {regime}}}, tally: {{'yes': 8, 'no': 2, abstain: 1}},
   no_votes_by: [USSR, Poland]}}
- {{id: M, era: unsc_11, question_type: {kind}, symbol: S/552, tally: {{'yes': 9, 'no': 2}},
   no_votes_by: [USSR, Poland]}}
- {{id: E, era: unsc_11, date: {day}, question_type: ess_convocation, tally: {{'yes': 9, 'no': 2}},
   no_votes_by: [USSR, Poland]}}
chains:
- {{id: C, title: a chain, steps: [{steps}], final: "{final}"}}
"""


def chain(
    steps: str,
    final: str = "",
    *,
    kind: str = "substantive",
    regime: str = "san_francisco",
    day: str = "1956-10-31",
) -> str:
    return TWO_VOTES.format(steps=steps, final=final, kind=kind, regime=regime, day=day)


# ---------------------------------------------------------------- chains


def test_p3_the_double_veto_ends_in_a_veto(findings: Judged) -> None:
    found = findings(chain("P, M", "vetoed"))["C"]
    assert (found.kind, found.result, found.vetoed_by) == ("chain", Verdict.VETOED, ("USSR",))
    assert found.steps == (("P", Verdict.DEEMED_SUBSTANTIVE), ("M", Verdict.VETOED))
    assert found.rules == ("P2", "P3", "V2", "V4")
    assert found.standing is Standing.AGREES


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (chain("P, M", "adopted"), "final: the file says adopted, the law vetoed"),
        (chain("P, M", "the text is adopted"), "final: the file says the text is adopted, the law vetoed"),
        (chain("P, M", kind="procedural"), "M is put: the file says as procedural, the law found it substan"),
        (chain("P, M", regime="rule_30"), "M is put: the file says as substantive, the law found it proced"),
        (chain("M, E", day="1950-11-02"), "Uniting for Peace was adopted only on 3 November 1950."),
        (chain("M, E", kind="procedural"), "must first have failed to act because its permanent members"),
    ],
)
def test_p3_p4_ga6_a_step_that_could_not_follow_is_found(findings: Judged, text: str, words: str) -> None:
    found = findings(text)["C"]
    assert found.standing is Standing.DISAGREES
    assert words in str(found.differences[0])


def test_ga6_after_a_veto_the_assembly_is_called(findings: Judged) -> None:
    found = findings(chain("M, E", "Assembly convened"))["C"]
    assert (found.result, found.standing) == (Verdict.ADOPTED, Standing.AGREES)


@pytest.mark.parametrize("final", ["", "nobody knows", "adopted after a part was rejected"])
def test_an_end_in_free_words_is_not_guessed_at(findings: Judged, final: str) -> None:
    assert findings(chain("P, M", final))["C"].standing is Standing.AGREES


def test_a_chain_with_a_step_that_is_nowhere_is_not_compared(findings: Judged) -> None:
    found = findings(chain("P, M, Z", "adopted"))["C"]
    assert (found.result, found.standing) == (Verdict.VETOED, Standing.NOT_COMPARED)
    assert found.unknown == "Step Z is in none of the files."
    assert found.steps[-1] == ("Z", None)
    lost = findings(chain("Z"))["C"]
    assert (lost.result, lost.needed) == (None, None)


def test_a_chain_may_have_its_steps_in_another_file(file: Callable[..., Docket]) -> None:
    first = file(chain("P, M", "vetoed"))
    second = file("chains: [{id: D, steps: [P, M], final: vetoed}]\n", "chains.yml")
    found = {finding.id: finding for finding in judge([first, second])}
    assert found["D"].standing is Standing.AGREES


def test_cb7_of_parts_voted_separately_those_that_carry_remain(findings: Judged) -> None:
    text = """
        cases:
        - {id: A, era: unsc_15, question_type: separate_part, tally: {'yes': 15}}
        - {id: B, era: unsc_15, question_type: separate_part, tally: {'yes': 8, 'no': 7}}
        chains:
        - {id: kept, steps: [A, B]}
        - {id: fallen, steps: [B]}
    """
    found = findings(text)
    assert (found["kept"].result, found["fallen"].result) == (
        Verdict.ADOPTED,
        Verdict.REJECTED_INSUFFICIENT,
    )


# ---------------------------------------------------------------- orders


def ordering(rule: str, given: list[str], expected: list[str] | None = None) -> str:
    lines = [f"ordering_cases:\n- id: O\n  rule: {rule}\n  given:"]
    lines += [f"  - '{words}'" for words in given]
    if expected:
        lines += ["  expected_order:", *(f"  - '{words}'" for words in expected)]
    return "\n".join(lines)


MOTIONS = [
    "suspend the meeting",
    "adjourn the meeting",
    "adjourn the meeting until 3 p.m.",
    "refer to a committee",
    "postpone discussion indefinitely",
    "introduce an amendment",
]


@pytest.mark.parametrize("rule", ["CB9", "''", "X1"])
def test_cb9_motions_are_taken_in_the_order_of_rule_33(findings: Judged, rule: str) -> None:
    found = findings(ordering(rule, MOTIONS[::-1], MOTIONS))["O"]
    assert (found.words, found.rules, found.standing) == (tuple(MOTIONS), ("CB9",), Standing.AGREES)


def test_cb9_another_order_is_found(findings: Judged) -> None:
    found = findings(ordering("CB9", MOTIONS[:2], MOTIONS[1::-1]))["O"]
    assert str(found.differences[0]) == (
        "order: the file says adjourn the meeting; suspend the meeting, "
        "the law suspend the meeting; adjourn the meeting"
    )


@pytest.mark.parametrize(
    ("given", "order"),
    [
        (["draft X submitted 10:00", "draft Y submitted 09:00"], [1, 0]),
        (["draft X, submitted second", "draft Y, submitted first"], [1, 0]),
        (["A of 1950-06-26", "B of 1950-06-25", "C of 1950-06-27 (priority voted)"], [2, 1, 0]),
    ],
)
def test_cb6_drafts_are_put_in_the_order_of_submission(
    findings: Judged, given: list[str], order: list[int]
) -> None:
    assert findings(ordering("CB6", given))["O"].words == tuple(given[n] for n in order)


@pytest.mark.parametrize(
    ("given", "order"),
    [
        (["closest to the text", "furthest removed in substance", "next furthest"], [1, 2, 0]),
        (["replaces two words (minor)", "deletes paragraph 2"], [1, 0]),
        (["distance 3", "inserts a new paragraph", "distance 5", "less far removed"], [1, 2, 0, 3]),
    ],
)
def test_cb10_x10_amendments_additions_and_deletions_first(
    findings: Judged, given: list[str], order: list[int]
) -> None:
    found = findings(ordering("CB10", given))["O"]
    assert found.words == tuple(given[n] for n in order)
    assert found.standing is Standing.NOT_COMPARED


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("CB9", ["to sing", "to suspend the meeting"]),
        ("CB6", ["draft X", "draft Y submitted 09:00"]),
        ("CB10", ["one", "two"]),
        ("CB10", ["one", "furthest removed"]),
        ("''", ["one", "two"]),
    ],
)
def test_what_is_not_understood_is_not_put_in_order(findings: Judged, rule: str, given: list[str]) -> None:
    found = findings(ordering(rule, given, given))["O"]
    assert (found.words, found.standing) == ((), Standing.NOT_COMPARED)
    assert found.unknown == "What is to be put in order is not understood."


# ---------------------------------------------------------------- rulings


def ruled(findings: Judged, rule: str, event: str, expected: str = "") -> Finding:
    return findings(
        f'ordering_cases:\n- {{id: O, rule: {rule}, event: "{event}", expected: "{expected}"}}\n'
    )["O"]


RIGHT = [
    ("CB3", "point of order raised during a speech", "President rules immediately"),
    ("CB11", "while the vote is taken a point of order unrelated to the voting", "out of order"),
    ("CB7", "a separate vote is asked; the original mover objects", "no separate vote, put as a whole"),
    ("CB7", "a separate vote is asked; a third member objects", "the parts are voted separately"),
    ("CB7", "a separate vote is asked and nobody minds", "voted separately"),
    ("CB7", "all operative parts have been rejected", "the whole is rejected"),
    ("CB7", "all operative parts have been voted", "what remains is put as a whole"),
    ("CB8", "sponsor withdraws a draft before any vote on it; nobody had seconded", "withdrawn, no vote"),
    ("CB8", "sponsor withdraws after one paragraph has been voted", "withdrawal out of order"),
    ("CB8", "one of the sponsors withdraws though the others object", "it stays on the table"),
    ("CB8", "the mover withdraws; the seconder requires a vote", "cannot be withdrawn"),
    ("CB9", "motion to suspend moved while a speaker asks to debate it", "no debate, immediate vote"),
    ("CB9", "motion to adjourn to a certain day; a speaker asks to debate it", "debate allowed"),
    ("CB10", "the sponsors accept the amendment", "no vote on it"),
    ("CB10", "one sponsor does not accept the amendment", "it is put to the vote"),
    ("IN5", "an invited State submits a draft; no Council member asks for a vote", "not voted"),
    ("IN5", "an invited State submits a draft; a member of the Council asks for a vote", "is voted"),
    ("IN5", "an invited State moves to adjourn", "out of order"),
    ("IN5", "an invited State votes", "not counted: out of order"),
    ("IN5", "an expert heard under rule 39 submits a proposal", "out of order"),
    ("MT2", "one member asks for a meeting", "the President must call it"),
    ("V14", "after the result a member asks to change its vote", "the vote stands"),
    ("V14", "before the result is announced a member changes its vote", "it may be changed"),
    ("EV3", "the President hears no objection", "adopted without a vote"),
    ("EV3", "one member objects", "it must be voted"),
    ("EV4", "one elected member objects", "no statement is issued"),
    ("EV4", "silence is kept: no objection", "issued"),
]


@pytest.mark.parametrize(("rule", "event", "expected"), RIGHT)
def test_every_ruling_is_the_laws(findings: Judged, rule: str, event: str, expected: str) -> None:
    found = ruled(findings, rule, event, expected)
    assert (found.standing, found.differences) == (Standing.AGREES, ())
    assert found.reason.endswith(".")
    assert found.rules


@pytest.mark.parametrize(
    ("rule", "event", "expected"),
    [
        ("CB8", "sponsor withdraws after one paragraph has been voted", "withdrawn"),
        ("CB7", "the mover objects to a separate vote", "the parts are voted separately"),
        ("EV4", "one elected member objects", "issued"),
        ("CB9", "motion to suspend", "may be debated"),
    ],
)
def test_a_wrong_expectation_is_found(findings: Judged, rule: str, event: str, expected: str) -> None:
    found = ruled(findings, rule, event, expected)
    assert found.standing is Standing.DISAGREES
    assert str(found.differences[0]).startswith(f"ruling: the file says {expected}, the law ")


@pytest.mark.parametrize(
    ("rule", "event", "expected", "unknown"),
    [
        ("LN1", "someone speaks Latin", "it is interpreted", "No rule of the game is known to speak of this"),
        ("CB9", "someone sings", "no debate", "No rule of the game is known to speak of this"),
        ("CB9", "motion to suspend", "so be it", "What the file expects is not understood."),
        ("CB9", "motion to suspend", "", ""),
    ],
)
def test_what_is_not_understood_is_not_compared(
    findings: Judged, rule: str, event: str, expected: str, unknown: str
) -> None:
    found = ruled(findings, rule, event, expected)
    assert found.standing is Standing.NOT_COMPARED
    assert found.unknown.startswith(unknown)


# ---------------------------------------------------------------- presidencies

FIFTY = "China, Cuba, Ecuador, Egypt, France, India, Norway, USSR, United Kingdom, United States, Yugoslavia"


def turn(more: str, members: str = FIFTY) -> str:
    return f"presidency_cases:\n- {{id: T, year: 1950, members: [{members}], {more}}}\n"


def test_pr1_order_and_months_by_any_name(findings: Judged) -> None:
    order = FIFTY.replace("USSR", "Union of Soviet Socialist Republics")
    text = turn(f"order: [{order}], checks: {{1950-06: India, 1950-08: USSR, 1950-12-31: Cuba}}")
    found = findings(text)["T"]
    assert found.standing is Standing.DISAGREES
    assert [str(d) for d in found.differences] == ["1950-12-31: the file says Cuba, the law China"]
    assert found.words[7] == "USSR"
    assert found.rules == ("PR1", "PR2")


def test_pr1_another_order_is_found(findings: Judged) -> None:
    wrong = FIFTY.replace("USSR, United Kingdom", "United Kingdom, USSR")
    (difference,) = findings(turn(f"order: [{wrong}]"))["T"].differences
    assert difference.what == "order"
    (shorter,) = findings(turn("order: [China]"))["T"].differences
    assert shorter.told == "China"


def test_pr3_turns_of_1946_change_on_the_17th(findings: Judged) -> None:
    first = "Australia, Brazil, China, Egypt, France, Mexico, Netherlands, Poland, USSR, United Kingdom"
    text = turn(
        "checks: {1946-01: Australia, 1946-02-16: Australia, 1946-02: Brazil}", f"{first}, United States"
    )
    found = findings(text.replace("year: 1950, ", ""))["T"]
    assert (found.standing, found.unknown) == (Standing.AGREES, "")


@pytest.mark.parametrize(
    ("more", "unknown"),
    [
        ("checks: {1951-01: Cuba}", "No month of that year is asked for."),
        ("checks: {1950-06: India, 1951-01: Cuba}", "Who sat in 1951-01 is not told."),
        ("checks: {1950-06: India, soon: Cuba}", "Who sat in soon is not told."),
        ("reason: none", ""),
    ],
)
def test_pr2_of_another_year_nothing_is_guessed(findings: Judged, more: str, unknown: str) -> None:
    found = findings(turn(more))["T"]
    assert (found.unknown, found.differences) == (unknown, ())


def test_pr3_before_the_first_meeting_nobody_presides(findings: Judged) -> None:
    found = findings(turn("checks: {1940-06: India}").replace("1950, m", "1940, m"))["T"]
    assert found.unknown.startswith("Nobody presided on 1940-06-28")


def test_a_presidency_without_members_is_not_compared(findings: Judged) -> None:
    found = findings("presidency_cases: [{id: T, year: 1950}]\n")["T"]
    assert (found.standing, found.unknown) == (Standing.NOT_COMPARED, "Its members are not given.")


@pytest.mark.parametrize(
    ("more", "chair", "standing"),
    [
        ("president: USSR, expected_chair: United Kingdom", "United Kingdom", Standing.AGREES),
        ("president: Yugoslavia, also_cede: [China], expected_chair: Cuba", "Cuba", Standing.AGREES),
        ("president: Soviet Union, expected_chair: China", "United Kingdom", Standing.DISAGREES),
        ("president: USSR", "United Kingdom", Standing.NOT_COMPARED),
    ],
)
def test_pr5_the_chair_passes_in_english_order(
    findings: Judged, more: str, chair: str, standing: Standing
) -> None:
    found = findings(turn(more))["T"]
    assert (found.words, found.rules, found.standing) == ((chair,), ("PR5",), standing)


def test_pr5_where_everybody_cedes_nobody_presides(findings: Judged) -> None:
    text = "presidency_cases:\n- {id: T, president: France, members: [China, France], also_cede: [China]}\n"
    found = findings(text)["T"]
    assert (found.standing, found.words) == (Standing.NOT_COMPARED, ())
    assert found.unknown == "Every member cedes the chair; nobody is left to preside."


def test_pr5_who_is_no_member_cannot_cede(findings: Judged) -> None:
    (difference,) = findings(turn("president: Chad, expected_chair: China"))["T"].differences
    assert difference.found == "finds no such member, who could not preside"
