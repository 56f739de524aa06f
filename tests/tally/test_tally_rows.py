"""Tables of votes: eighty years of them agree, and every change and fault of a row is found."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from game.rules.results import Tally, Verdict
from game.tally import Docket, Finding, Standing, judge, read
from game.tally.rows import COLUMNS

TABLE = Path(__file__).parents[1] / "data" / "council_votes.csv"
Judged = Callable[..., dict[str, Finding]]
Told = Callable[..., list[str]]
Row = dict[str, str]

WITH_RESULT = (*COLUMNS, "result", "how", "vetoed_by", "kind")
KOREA: Row = {
    "vote_id": "S/RES/83",
    "date": "1950-06-27",
    "yes": "7",
    "no": "1",
    "abstain": "0",
    "absent": "1",
    "not_participating": "2",
    "council_size": "11",
    "yes_codes": "CHN CUB ECU FRA GBR NOR USA",
    "no_codes": "YUG",
    "absent_codes": "RUS",
    "np_codes": "EGY IND",
    "result": "adopted",
    "how": "vote",
    "kind": "resolution",
}


def table(*rows: Row, columns: tuple[str, ...] = WITH_RESULT) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def row(**changes: str) -> Row:
    return {**KOREA, **changes}


# ---------------------------------------------------------------- the record of eighty years


@pytest.fixture(scope="module")
def record() -> list[Finding]:
    return judge([read(TABLE)])


def test_every_row_of_the_record_agrees_but_the_one_in_doubt(record: list[Finding]) -> None:
    assert Counter(finding.standing for finding in record) == {Standing.AGREES: 1802, Standing.DOUBTED: 1}


def test_m1_resolutions_over_a_permanent_no_are_told_to_be_procedural(record: list[Finding]) -> None:
    procedural = {finding.id: finding for finding in record if "procedural" in finding.note}
    assert set(procedural) == {"S/RES/34", "S/RES/87", "S/RES/88", "S/RES/157", "S/RES/2623"}
    assert procedural["S/RES/87"].note == (
        "adopted over the no of CHN and USA: it can only have been procedural"
    )
    assert all(found.rules[:2] == ("V3", "M1") for found in procedural.values())


def test_a_doubted_record_is_kept_and_judged_by_better_numbers(record: list[Finding]) -> None:
    (doubted,) = [finding for finding in record if finding.doubt]
    assert (doubted.id, doubted.result, doubted.had) == ("S/5095", Verdict.REJECTED_INSUFFICIENT, 2)
    assert "the wrong way round" in doubted.doubt


def test_what_stays_open_is_said(record: list[Finding]) -> None:
    open_ = {finding.id: finding for finding in record if finding.open}
    assert set(open_) == {"S/PV.23", "S/PV.49#3", "S/RES/7", "S/RES/50", "S/RES/62"}
    assert (open_["S/PV.23"].result, open_["S/PV.23"].open) == (
        Verdict.VETOED,
        (Verdict.REJECTED_INSUFFICIENT,),
    )
    assert open_["S/PV.23"].unknown == (
        "The votes of 10 seats are not given; it may also have been rejected insufficient."
    )


def test_ev3_what_was_adopted_without_a_vote_rests_on_consent(record: list[Finding]) -> None:
    silent = [finding for finding in record if finding.rules == ("EV3",)]
    assert len(silent) == 44
    assert {(f.needed == f.had, f.result) for f in silent} == {(True, Verdict.ADOPTED)}


# ---------------------------------------------------------------- single rows


def test_v7_v8_a_row_is_judged_from_its_members(findings: Judged) -> None:
    found = findings(table(row()), "votes.csv")["S/RES/83"]
    assert (found.result, found.needed, found.had) == (Verdict.ADOPTED, 7, 7)
    assert (found.tally, found.rules) == (Tally(7, 1, 0, 1, 2), ("V2", "V7", "V8"))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"result": "vetoed"}, ["result: the file says vetoed, the law adopted"]),
        ({"result": "not_adopted"}, ["result: the file says rejected_insufficient, the law adopted"]),
        ({"yes": "8"}, ["votes yes: the file says 8, the law finds 7 in its roll"]),
        ({"vetoed_by": "YUG"}, ["vetoed_by: the file says YUG, the law nobody"]),
        (
            {
                "kind": "draft",
                "vote_id": "S/1",
                "yes_codes": "CHN CUB ECU FRA GBR NOR YUG",
                "no_codes": "USA",
            },
            ["result: the file says adopted, the law vetoed", "vetoed_by: the file says nobody, the law USA"],
        ),
        (
            {"yes": "6", "no": "2", "yes_codes": "CHN CUB ECU FRA GBR NOR", "no_codes": "USA YUG"},
            ["result: the file says adopted, the law rejected_insufficient"],
        ),
    ],
)
def test_v4_v5_every_change_of_a_row_is_found(
    findings: Judged, changes: dict[str, str], told: list[str]
) -> None:
    (found,) = findings(table(row(**changes), columns=WITH_RESULT), "votes.csv").values()
    assert [str(difference) for difference in found.differences] == told


def test_v4_a_draft_is_substantive_and_a_resolution_over_a_veto_is_not(findings: Judged) -> None:
    over = {"yes_codes": "CHN CUB ECU FRA GBR NOR YUG", "no_codes": "USA"}
    draft = findings(table(row(**over, kind="draft", vote_id="S/1", result="vetoed")), "votes.csv")["S/1"]
    assert (draft.result, draft.vetoed_by, draft.standing) == (Verdict.VETOED, ("USA",), Standing.AGREES)
    columns = tuple(name for name in WITH_RESULT if name not in ("result", "kind", "vetoed_by"))
    bare = findings(table(row(**over), columns=columns), "votes.csv")["S/RES/83"]
    assert (bare.result, bare.standing) == (Verdict.ADOPTED, Standing.NOT_COMPARED)
    assert bare.note == "adopted over the no of USA: it can only have been procedural"


def test_v12_an_amendment_is_put_as_a_text_of_substance(findings: Judged) -> None:
    found = findings(table(row(kind="amendment", vote_id="S/2", result="adopted")), "votes.csv")["S/2"]
    assert (found.result, found.rules) == (Verdict.ADOPTED, ("V12", "V7", "V8"))


NUMBERS_ONLY = dict.fromkeys((*COLUMNS[-5:], "absent", "not_participating"), "")
IN_PARTS = (Verdict.VETOED, Verdict.REJECTED_INSUFFICIENT)


@pytest.mark.parametrize(
    ("changes", "result", "open_"),
    [
        ({}, Verdict.ADOPTED, (Verdict.VETOED,)),
        ({"no": "0"}, Verdict.ADOPTED, ()),
        ({"yes": "6", "result": "not_adopted"}, Verdict.REJECTED_INSUFFICIENT, ()),
        ({"result": "vetoed", "vetoed_by": "USA"}, Verdict.VETOED, ()),
        ({"result": "vetoed"}, Verdict.VETOED, (Verdict.ADOPTED,)),
        ({"yes": "", "no": "", "how": "in_parts"}, Verdict.ADOPTED, IN_PARTS),
        ({"yes": "", "no": "", "abstain": "", "how": "unanimous"}, Verdict.ADOPTED, ()),
    ],
)  # fmt: skip
def test_numbers_without_names_are_judged_as_far_as_they_go(
    findings: Judged, changes: dict[str, str], result: Verdict, open_: tuple[Verdict, ...]
) -> None:
    changed = row(**{**NUMBERS_ONLY, "kind": "draft", "vote_id": "S/3", **changes})
    found = findings(table(changed), "votes.csv")["S/3"]
    assert (found.result, found.open, found.standing) == (result, open_, Standing.AGREES)


def test_v5_a_number_can_prove_a_record_wrong(findings: Judged) -> None:
    changed = row(**NUMBERS_ONLY) | {"yes": "6", "kind": "draft", "vote_id": "S/3"}
    changed |= {"result": "vetoed", "vetoed_by": "USA"}
    found = findings(table(changed), "votes.csv")["S/3"]
    assert str(found.differences[0]) == "result: the file says vetoed, the law rejected_insufficient"


def test_a_doubt_belongs_to_a_vote_with_these_very_numbers(findings: Judged) -> None:
    swapped = row(**NUMBERS_ONLY, vote_id="S/5095", date="1962-03-23", kind="draft", result="not_adopted")
    swapped |= {"yes": "7", "no": "2", "abstain": "1"}
    assert findings(table(swapped), "votes.csv")["S/5095"].standing is Standing.DOUBTED
    righted = swapped | {"yes": "2", "no": "7"}
    assert findings(table(righted), "votes.csv")["S/5095"].standing is Standing.AGREES
    other = swapped | {"yes": "8", "no": "1"}
    assert findings(table(other), "votes.csv")["S/5095"].standing is Standing.DISAGREES


# ---------------------------------------------------------------- what is wrong with a table


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"vote_id": ""}, "votes.csv:2:1: This row: there is no vote_id."),
        ({"date": "27/06/1950"}, "votes.csv:2:2: S/RES/83: date is 27/06/1950, and there is no such day."),
        ({"date": "1940-06-27"}, "1940-06-27 is before that."),
        ({"date": "1970-06-27"}, "council_size is 11, but on 1970-06-27 the Council had 15 seats (X18)."),
        ({"yes": "seven"}, "votes.csv:2:3: S/RES/83: yes is seven, not a number of votes."),
        ({"yes": "-7"}, "yes is -7, not a number of votes."),
        ({"result": "passed"}, "result is passed, and there is no such word."),
        ({"how": "shouting"}, "how is shouting, and there is no such word."),
        ({"no_codes": "YUG USA"}, "USA is in yes_codes and in no_codes."),
        ({"no_codes": "YUG SUN"}, "RUS and SUN are one seat.|SUN and RUS are one seat."),
        ({"no_codes": "YUG POL"}, "there are 12 votes for 11 seats."),
        ({"absent_codes": "POL"}, "There is no vote of USSR, a permanent member."),
        (
            dict.fromkeys(("yes_codes", "no_codes", "abstain_codes", "absent_codes", "np_codes"), "")
            | {"no_codes": "USAA"},
            "USAA never sat on the Security Council.",
        ),
    ],
)
def test_a_wrong_row_is_told_with_its_place(told: Told, changes: dict[str, str], words: str) -> None:
    problems = told(table(row(**changes)), "votes.csv")
    assert len(problems) == 1
    assert any(part in problems[0] for part in words.split("|"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "votes.csv:1:1: The file is empty."),
        (table(), "The file has no votes."),
        (b"vote_id,yes\n", "There is no column date. The table needs vote_id, date, yes"),
        (table(row(), row()), "votes.csv:3:1: S/RES/83: the vote_id is used twice."),
        (table(row()) + b"a,b\n", "votes.csv:3:1: a: there are 2 values for 17 columns."),
        (table(row()) + b'"open', "The table breaks off: unexpected end of data."),
        (b"vote_id," + b"\xff", "votes.csv:1:1: The file is not UTF-8 text."),
        (table(row(vote_id="S/\x1b[2J")), "votes.csv:2:1: There is a control character, U+001B."),
        (b"vote_id," * 1_100_000, "The file has 8,000,001 bytes."),
        (table(columns=(*COLUMNS, "yes")), "The column yes is there twice."),
    ],
)
def test_a_table_that_cannot_be_read_says_where_and_why(told: Told, text: bytes, words: str) -> None:
    assert words in told(text, "votes.csv")[-1]


def test_good_rows_are_judged_beside_bad_ones(file: Callable[..., Docket]) -> None:
    docket = file(table(row(yes="x"), row(vote_id="B")), "votes.csv")
    assert ([entry.id for entry in docket.entries], len(docket.problems)) == (["B"], 1)


def test_many_faults_come_to_an_end(told: Told) -> None:
    rows = [row(vote_id=f"S/{n}", yes="x") for n in range(50)]
    assert len(told(table(*rows), "votes.csv")) == 20


def test_a_table_is_known_by_its_first_column_whatever_it_is_called(findings: Judged) -> None:
    assert findings(b"\xef\xbb\xbf" + table(row()), "votes.txt")["S/RES/83"].result is Verdict.ADOPTED
    assert findings(table(row()).replace(b"\n", b"\r\n"), "VOTES.CSV")["S/RES/83"].had == 7
