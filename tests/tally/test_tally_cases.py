"""Files of cases: every fact agrees, every change of a fact is found, every fault has its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.rules.results import Tally, Verdict
from game.tally import Docket, Finding, Standing, judge, read

Judged = Callable[..., dict[str, Finding]]
Told = Callable[..., list[str]]

ELEVEN = """
    cases:
    - id: ONE
      body: UNSC
      era: unsc_11
      date: 1950-06-27
      question_type: {kind}
      seats: {{China: 'yes', France: 'yes', USSR: '{ussr}', United Kingdom: 'yes', United States: 'yes',
              Cuba: 'yes', Ecuador: 'yes', Egypt: '{egypt}', India: abstain, Norway: 'yes',
              Yugoslavia: 'no'}}
      {more}
"""


def eleven(ussr: str = "no", egypt: str = "yes", kind: str = "substantive", more: str = "") -> str:
    return ELEVEN.format(ussr=ussr, egypt=egypt, kind=kind, more=more)


# ---------------------------------------------------------------- the facts


def test_every_case_chain_and_presidency_agrees(cases_file: Path) -> None:
    docket = read(cases_file)
    findings = judge([docket])
    assert docket.problems == ()
    assert len(findings) == 126 + 8 + 3
    assert {finding.id: finding.differences for finding in findings if finding.differences} == {}
    assert {finding.standing for finding in findings} == {Standing.AGREES}


@pytest.fixture(scope="module")
def facts(cases_file: Path) -> dict[str, Any]:
    whole: dict[str, Any] = yaml.safe_load(cases_file.read_text("utf-8"))
    return whole


@pytest.mark.parametrize(("result", "instead"), [("vetoed", "adopted"), ("adopted", "vetoed")])
def test_every_changed_result_is_found(
    facts: dict[str, Any], tmp_path: Path, result: str, instead: str
) -> None:
    changed = [case for case in facts["cases"] if case["expected"]["result"] == result]
    for case in changed:
        case = {**case, "expected": {"result": instead}}
        path = tmp_path / "changed.yaml"
        path.write_text(yaml.safe_dump({"cases": [case]}), "utf-8")
        (finding,) = judge([read(path)])
        assert finding.standing is Standing.DISAGREES
        assert str(finding.differences[0]) == f"result: the file says {instead}, the law {result}"
    assert len(changed) > 20


# ---------------------------------------------------------------- one case


def test_v4_a_veto_is_told_in_the_words_of_the_file(findings: Judged) -> None:
    found = findings(eleven(more="expected: {result: vetoed, vetoed_by: [USSR], needed: 7, had: 8}"))["ONE"]
    assert (found.result, found.vetoed_by) == (Verdict.VETOED, ("USSR",))
    assert (found.needed, found.had, found.rules) == (7, 8, ("V2", "V4"))
    assert found.tally == Tally(8, 2, 1)
    assert found.standing is Standing.AGREES
    assert found.title == "Decision on substance"


def test_both_sides_of_every_difference_are_told(findings: Judged) -> None:
    more = "expected: {result: vetoed, vetoed_by: China, needed: 9, had: 7}\n      tally: {'yes': 7}"
    found = findings(eleven(more=more))["ONE"]
    assert [str(difference) for difference in found.differences] == [
        "votes yes: the file says 7, the law finds 8 in its roll",
        "vetoed_by: the file says China, the law USSR",
        "needed: the file says 9, the law 7",
        "had: the file says 7, the law 8",
    ]


def test_a_case_without_expectations_is_judged_and_not_compared(findings: Judged) -> None:
    found = findings(eleven(ussr="absent"))["ONE"]
    assert (found.result, found.standing) == (Verdict.ADOPTED, Standing.NOT_COMPARED)
    assert found.rules == ("V2", "V7")


def test_v10_void_votes_are_named_and_the_effective_tally_compared(findings: Judged) -> None:
    more = """legal_basis: article_52_3
      parties_to_dispute: [Soviet Union, Egypt]
      rule_options: {obligatory_abstention: enforce}
      expected: {result: adopted, effective_tally: {'yes': 7, 'no': 1, abstain: 2}}"""
    found = findings(eleven(more=more))["ONE"]
    assert (found.result, found.voided) == (Verdict.ADOPTED, ("Egypt", "USSR"))
    assert (found.tally, found.cast) == (Tally(7, 1, 3), Tally(8, 2, 1))
    assert [str(d) for d in found.differences] == ["effective abstain: the file says 2, the law 3"]
    assert "V10" in found.rules


@pytest.mark.parametrize("basis", ["chapter_VII", "article_53", "article_4", "chapter_VIII"])
def test_v10_x5_no_duty_outside_chapter_vi(findings: Judged, basis: str) -> None:
    more = f"""legal_basis: {basis}
      parties_to_dispute: USSR
      rule_options: {{obligatory_abstention: enforce}}"""
    assert findings(eleven(more=more))["ONE"].result is Verdict.VETOED


def test_p3_p4_the_regime_of_a_preliminary_question(findings: Judged) -> None:
    for regime, verdict, who in (
        ("san_francisco", Verdict.DEEMED_SUBSTANTIVE, ("USSR",)),
        ("rule_30", Verdict.DEEMED_PROCEDURAL, ()),
    ):
        more = f"rule_options: {{preliminary_regime: {regime}}}"
        found = findings(eleven(kind="preliminary", more=more))["ONE"]
        assert (found.result, found.blocked_by) == (verdict, who)


def test_cb5_a_ruling_put_to_be_upheld_falls_only_to_seven_noes(findings: Judged) -> None:
    over = findings(eleven(kind="challenge_to_ruling", more="proposition: the ruling is overruled"))["ONE"]
    upheld = findings(eleven(kind="challenge_to_ruling", more="proposition: the ruling is upheld"))["ONE"]
    assert (over.result, over.had) == (Verdict.RULING_OVERRULED, 8)
    assert (upheld.result, upheld.had) == (Verdict.RULING_STANDS, 2)


def test_x18_without_an_era_body_and_date_say_which_council(findings: Judged) -> None:
    assert findings(eleven(more="").replace("era: unsc_11", ""))["ONE"].needed == 7


def test_a_tally_alone_is_judged_as_far_as_it_goes(findings: Judged) -> None:
    text = """
        cases:
        - {id: A, era: unsc_15, question_type: substantive, tally: {'yes': 9, 'no': 2, abstain: 4}}
        - {id: B, era: unsc_15, question_type: substantive, tally: {'yes': 8, 'no': 2, abstain: 4}}
        - {id: C, era: unsc_15, question_type: procedural, tally: {'yes': 9, 'no': 6}}
        - {id: D, era: unsc_15, question_type: substantive, tally: {'yes': 9, 'no': 2, abstain: 4},
           no_votes_by: [China], expected: {result: vetoed, vetoed_by: [China]}}
        - {id: E, era: unsc_15, question_type: substantive, tally: {'yes': 9, 'no': 2, abstain: 4},
           expected: {result: vetoed}}
    """
    found = findings(text)
    assert (found["A"].result, found["A"].open) == (Verdict.ADOPTED, (Verdict.VETOED,))
    assert found["A"].unknown.endswith("should a permanent member be among the noes not named, it is vetoed.")
    assert (found["B"].result, found["B"].open) == (Verdict.REJECTED_INSUFFICIENT, ())
    assert (found["B"].tally, found["C"].result) == (Tally(8, 2, 4, 1), Verdict.ADOPTED)
    assert (found["D"].vetoed_by, found["D"].standing) == (("China",), Standing.AGREES)
    assert (found["E"].result, found["E"].vetoed_by, found["E"].standing) == (
        Verdict.VETOED,
        (),
        Standing.AGREES,
    )


def test_ga_and_league_tallies_leave_room_for_what_is_not_said(findings: Judged) -> None:
    text = """
        cases:
        - {id: GA-Q, era: unga, question_type: ga_important,
           tally: {'yes': 60, 'no': 20, abstain: 10, not_voting: 103, membership: 193},
           expected: {result: no_quorum, needed: 97, had: 90}}
        - {id: GA-P, era: unga, question_type: ga_important, present: 100, membership: 193,
           tally: {'yes': 60, 'no': 20, abstain: 10}, expected: {result: adopted}}
        - {id: GA-C, era: unga, question_type: ga_other, plenary: false, tally: {'yes': 5, 'no': 5},
           expected: {result: rejected}}
        - {id: GA-M, era: unga, question_type: ess_request_by_members, concurring: 97, membership: 193,
           expected: {result: convened}}
        - {id: L-P, body: LEAGUE, era: league_council, question_type: league_procedure,
           tally: {'yes': 6, 'no': 1, abstain: 6, absent: 1}, expected: {result: rejected_insufficient}}
        - {id: L-R, era: league_council, question_type: league_art15_report, parties_to_dispute: [Italy],
           no_votes_by: [Italy], tally: {'yes': 12, 'no': 2}, expected: {result: adopted_majority_only}}
        - {id: L-C, era: league_council, question_type: league_art16_4, member_concerned: Italy,
           parties_to_dispute: [Italy, Ethiopia], seats: {Italy: 'no', France: 'yes', Ethiopia: 'no'},
           expected: {result: not_adopted_no_unanimity, blocked_by: Ethiopia}}
        - {id: EV, era: unsc_15, question_type: presidential_statement, objections: [Chad],
           expected: {result: blocked, blocked_by: [Chad], needed: 15}}
    """
    assert {id: f.differences for id, f in findings(text).items()} == dict.fromkeys(findings(text), ())


# ---------------------------------------------------------------- what is wrong with a file


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "votes.yaml:1:1: The file is empty."),
        ("cases: []\n", "The file has no cases. Write at least one under cases."),
        ("hello\n", "The file has no cases."),
        ("- 1\n", "The file has no cases."),
        ("cases: 7\n", "votes.yaml:1:8: cases is 7, not a list."),
        ("cases:\n- 7\n", "votes.yaml:2:3: Entry 1 of cases is 7, not a mapping."),
        ("cases:\n- id: A\n", "votes.yaml:2:3: question_type is missing here."),
        (b"\xff\xfe", "votes.yaml:1:1: The file is not UTF-8 text."),
        ("cases: &x [1]\n", "&x is an anchor."),
        ("cases: [", "is not closed"),
        ("[" * 30_000, "nested more than 32 levels deep"),
        (b"cases:\n" + b"- {id: a}\n" * 120_000, "The file has 1,200,007 bytes."),
        ("cases:\n- {id: A, id: B}\n", "id is written twice"),
        ("chains:\n- {id: A}\n", "The chain has no steps."),
        ("ordering_cases:\n- {id: A}\n", "A has nothing to order and no event."),
    ],
)
def test_x19_a_file_that_cannot_be_read_says_where_and_why(told: Told, text: str | bytes, words: str) -> None:
    assert words in told(text)[0]
    assert all("  " not in line for line in told(text))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("USSR: 'no'", "USSR: no"), "votes.yaml:8:46: USSR: the vote stands without quotes"),
        (("USSR: 'no'", "USSR: false"), "votes.yaml:8:46: USSR: the vote stands without quotes"),
        (("USSR: 'no'", "USSR: veto"), "votes.yaml:8:46: USSR: veto is no vote."),
        (("USSR: 'no'", "USSR: abstian"), "Did you mean abstain?"),
        (("USSR: 'no'", "USSR: [1]"), "USSR: a list or mapping is no vote."),
        (("USSR: 'no', ", ""), "There are votes of 10 seats; the Security Council of eleven has 11."),
        (("Norway: 'yes'", "Norway: 'yes', Chad: 'yes'"), "There are votes of 12 seats"),
        (("USSR:", "USSRR:"), "There is no vote of USSR, a permanent member."),
        (("Norway:", "Russia:"), "USSR and Russia are one seat. Give each seat one vote (V1)."),
        (("substantive", "substantiv"), "there is no such word. Did you mean substantive?"),
        (("substantive", "ga_important"), "ONE: ga_important is not a question of the Security Council"),
        (("unsc_11", "unsc_15"), "era is unsc_15, but on 1950-06-27 there was no Security Council of fif"),
        (("1950-06-27", "1945-06-27"), "era is unsc_11, but on 1945-06-27 there was no Security Council"),
        (("1950-06-27", "last June"), "votes.yaml:6:9: date is last June, not a date like 1950-06-27."),
        (("body: UNSC", "body: UNGA"), "body is UNGA, but era is unsc_11."),
        (("seats:", "benches:"), "ONE has no votes. Add seats, or a tally."),
    ],
)
def test_a_wrong_case_is_told_with_its_place(told: Told, change: tuple[str, str], words: str) -> None:
    text = eleven()
    assert change[0] in text
    problems = told(text.replace(*change))
    assert len(problems) == 1
    assert words in problems[0]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("expected: {result: veto}", "result is veto, and there is no such word. Did you mean vetoed?"),
        ("expected: {result: vetoed, vetoed_by: {a: b}}", "vetoed_by is a list or mapping, not a list of n"),
        ("expected: vetoed", "expected is vetoed, not a mapping (name: value)."),
        ("expected: {needed: -1}", "needed is -1, not a whole number from 0 up."),
        ("tally: {no: 2}", "no stands without quotes; YAML may read it as true or false."),
        ("tally: {'no': two}", "no is two, not a whole number from 0 up."),
        ("tally: {'no': 12345}", "no is 12345; no body ever had so many members."),
        ("tally: {against: 2}", "against is no kind of vote."),
        ("legal_basis: the_stars", "legal_basis is the_stars, which no text rests on."),
        ("main_nature: perhaps", "main_nature is perhaps, and there is no such word."),
        ("rule_options: {preliminary_regime: potsdam}", "preliminary_regime is potsdam"),
        ("symbol: [1]", "symbol is a list or mapping, not a text."),
        ("ballot: true", "ballot is a truth value (true or false), not a whole number"),
    ],
)
def test_a_wrong_field_is_told_with_its_place(told: Told, more: str, words: str) -> None:
    problems = told(eleven(more=more))
    assert len(problems) == 1
    assert words in problems[0]
    assert problems[0].startswith("votes.yaml:11:")


def test_what_can_be_judged_is_judged_beside_what_cannot(file: Callable[..., Docket]) -> None:
    text = eleven() + "    - {id: TWO, era: unsc_15, question_type: substantive}\n"
    docket = file(text)
    assert [entry.id for entry in docket.entries] == ["ONE"]
    assert len(docket.problems) == 1


def test_problems_come_in_the_order_of_their_places_and_an_end(told: Told) -> None:
    text = "cases:\n" + "- {id: A, question_type: nonsense, era: nowhere}\n" * 30
    problems = told(text)
    lines = [int(line.split(":")[1]) for line in problems]
    assert lines == sorted(lines)
    assert 1 < len(problems) <= 20


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "{id: A, era: unga, question_type: ga_other, tally: {'yes': 9, membership: 5}}",
            "more votes",
        ),
        (
            "{id: A, era: unga, question_type: ess_request_by_members, concurring: 5}",
            "concurring or",
        ),
        ("{id: A, body: UNGA, question_type: ga_other}", "A has no votes."),
        (
            "{id: A, era: unga, question_type: ess_request_by_members, membership: 100, concurring: 300}",
            "300 of 100 Members cannot concur.",
        ),
        (
            "{id: A, era: unga, question_type: ga_other, membership: 99999, tally: {'yes': 9}}",
            "membership is 99999; no body ever had so many members.",
        ),
        (
            "{id: A, era: unga, question_type: ga_other, membership: 100, present: 900, tally: {'yes': 9}}",
            "present is 900, but there are 100 members.",
        ),
        ("{id: A, body: LEAGUE, question_type: league_procedure}", "era is missing here."),
        ("{id: A, body: UNSC, date: 1940-01-01, question_type: procedural}", "1940-01-01 is before that"),
        (
            "{id: A, era: unsc_15, question_type: procedural, no_votes_by: [Chad, Togo], tally: {'no': 1}}",
            "More votes are named than the tally has.",
        ),
        (
            "{id: A, era: unsc_15, question_type: substantive, no_votes_by: [Untied States],"
            " tally: {'yes': 9, 'no': 1, abstain: 5}}",
            "Untied States never sat on the Security Council.",
        ),
        (
            "{id: A, era: league_council, date: 1931-10-24, question_type: league_procedure, seats: {"
            + ", ".join(f"S{n}: 'yes'" for n in range(17))
            + "}}",
            "There are votes of 17 seats; on 1931-10-24 the League Council had 14.",
        ),
    ],
)
def test_l1_v1_votes_that_do_not_fit_their_body(told: Told, text: str, words: str) -> None:
    problems = told(f"cases:\n- {text}\n")
    assert len(problems) == 1
    assert words in problems[0]


def test_an_id_used_twice_is_told(told: Told) -> None:
    text = eleven() + eleven().replace("cases:", "").replace("\n\n", "\n").lstrip("\n")
    assert any("The id ONE is used twice." in line for line in told(text))


def test_v10_a_party_without_a_name_in_the_roll_brings_nothing_down(findings: Judged) -> None:
    text = """
        cases:
        - {id: A, era: unsc_15, question_type: substantive, legal_basis: chapter_VI,
           rule_options: {obligatory_abstention: enforce}, parties_to_dispute: [United States],
           tally: {'yes': 9, 'no': 2, abstain: 4}}
    """
    found = findings(text)["A"]
    assert found.cast == Tally(9, 2, 4)
    assert found.open
