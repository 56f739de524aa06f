"""Eighty years of votes of the Council, decided again from the roll and compared with what the tables say."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from game.rules.ballots import Question, decide
from game.rules.bodies import PERMANENT, Body, Vote, body_on
from game.rules.results import Result, Verdict

DATA = Path(__file__).parent.parent / "data"
Row = dict[str, str]


def read() -> list[Row]:
    with (DATA / "council_votes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = read()
NUMBERS = ("yes", "no", "abstain", "absent", "not_participating")
WORD = {
    Verdict.ADOPTED: "adopted",
    Verdict.VETOED: "vetoed",
    Verdict.REJECTED_INSUFFICIENT: "not_adopted",
}

# Adopted over a permanent no because the question was procedural (M1): the tables do not say so.
PROCEDURAL = {
    "S/RES/34": "the Greek question taken off the list of matters of which the Council is seized",
    "S/RES/87": "invitation to the People's Republic of China, Formosa",
    "S/RES/88": "invitation to the People's Republic of China, Korea",
    "S/RES/157": "the Congo referred to an emergency special session",
    "S/RES/2623": "Ukraine referred to an emergency special session",
}

# The table has yes and no the wrong way round: the Repertoire gives 2 in favour, 7 against, 1 abstention.
TRANSPOSED = {"S/5095"}


def question(row: Row) -> Question:
    return Question.PROCEDURAL if row["vote_id"] in PROCEDURAL else Question.SUBSTANTIVE


def full_roll(row: Row) -> dict[str, Vote]:
    columns = {
        Vote.YES: "yes_codes",
        Vote.NO: "no_codes",
        Vote.ABSTAIN: "abstain_codes",
        Vote.ABSENT: "absent_codes",
        Vote.NOT_PARTICIPATING: "np_codes",
    }
    return {seat: vote for vote, column in columns.items() for seat in row[column].split()}


def roll_from_numbers(row: Row, body: Body) -> dict[str, Vote]:
    """A roll with the row's numbers in which no permanent member but the known vetoers says no."""
    numbers = {name: int(row[name] or 0) for name in NUMBERS}
    if row["vote_id"] in TRANSPOSED:
        numbers["yes"], numbers["no"] = numbers["no"], numbers["yes"]
    vetoers = row["vetoed_by"].split()
    others = [seat for seat in body.permanent if seat not in vetoers]
    elected = [f"E{n:02}" for n in range(1, body.size - len(body.permanent) + 1)]
    votes = dict.fromkeys(vetoers, Vote.NO)
    votes |= dict.fromkeys(elected[: numbers["no"] - len(vetoers)], Vote.NO)
    free = [seat for seat in (*others, *elected) if seat not in votes]
    for name in ("yes", "abstain", "absent", "not_participating"):
        taken, free = free[: numbers[name]], free[numbers[name] :]
        votes |= dict.fromkeys(taken, Vote(name))
    return votes


def decided(row: Row, votes: dict[str, Vote]) -> Result:
    return decide(body_on(date.fromisoformat(row["date"])), question(row), votes)


FULL = [row for row in ROWS if row["member_level"] == "full"]
COUNTED = [row for row in ROWS if row["member_level"] != "full" and row["yes"]]


def test_the_tables_hold_what_the_tests_speak_of() -> None:
    assert (len(ROWS), len(FULL), len(COUNTED)) == (1803, 1628, 126)
    assert {row["vote_id"] for row in FULL} >= PROCEDURAL.keys()
    assert {row["vote_id"] for row in COUNTED} >= TRANSPOSED
    silent = [row for row in ROWS if row["member_level"] != "full" and not row["yes"]]
    assert {row["how"] for row in silent if row["result"] == "adopted"} == {
        "without_vote",
        "consensus",
        "acclamation",
        "in_parts",
    }


@pytest.mark.parametrize("era", ["11", "15"])
def test_v2_v5_every_known_roll_gives_the_recorded_result(era: str) -> None:
    rows = [row for row in FULL if row["council_size"] == era]
    wrong = []
    for row in rows:
        result = decided(row, full_roll(row))
        numbers = tuple(getattr(result.tally, name) for name in NUMBERS)
        told = tuple(int(row[name] or 0) for name in NUMBERS)
        vetoers = row["vetoed_by"].split() if row["result"] == "vetoed" else []
        if (WORD[result.verdict], numbers, sorted(result.vetoed_by)) != (
            row["result"],
            told,
            sorted(vetoers),
        ):
            wrong.append((row["vote_id"], result.verdict, numbers, told))
    assert len(rows) > 100
    assert not wrong


def test_v2_v5_every_tally_gives_the_recorded_result() -> None:
    wrong = []
    for row in COUNTED:
        body = body_on(date.fromisoformat(row["date"]))
        result = decided(row, roll_from_numbers(row, body))
        if (WORD[result.verdict], sorted(result.vetoed_by)) != (
            row["result"],
            sorted(row["vetoed_by"].split()),
        ):
            wrong.append((row["vote_id"], result.verdict, row["result"]))
    assert not wrong


def test_m1_each_exception_would_be_a_veto_if_it_were_substantive() -> None:
    for row in FULL:
        if row["vote_id"] in PROCEDURAL:
            roll = full_roll(row)
            as_substance = decide(body_on(date.fromisoformat(row["date"])), Question.SUBSTANTIVE, roll)
            assert as_substance.verdict is Verdict.VETOED
            assert set(as_substance.vetoed_by) <= set(PERMANENT)


def test_x18_the_council_had_as_many_seats_as_the_law_says() -> None:
    assert all(body_on(date.fromisoformat(row["date"])).size == int(row["council_size"]) for row in ROWS)


def test_v5_drafts_with_a_permanent_no_but_too_few_votes_were_not_vetoed() -> None:
    short = [
        row
        for row in FULL
        if row["result"] == "not_adopted" and set(row["no_codes"].split()) & set(PERMANENT)
    ]
    assert len(short) > 5
    for row in short:
        result = decided(row, full_roll(row))
        assert result.rule == "V5"
        assert not result.vetoed_by
