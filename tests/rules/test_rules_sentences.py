"""What the President says when a result is declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.assembly import decide_assembly, elect_judge, request_by_members
from game.rules.ballots import Question, Regime, Result, Tally, Verdict, decide, president_formula
from game.rules.bodies import UNSC_11, UNSC_15, Vote
from game.rules.consent import presidential_statement, without_a_vote
from game.rules.covenant import report, unanimity
from game.rules.sentences import counted, listed, spelled

Y, N, A = Vote.YES, Vote.NO, Vote.ABSTAIN
DRAFT = "draft resolution"


def votes(yes: int, no: int = 0, abstain: int = 0, veto: tuple[str, ...] = ()) -> dict[str, Vote]:
    cast = [Y] * yes + [N] * no + [A] * abstain
    return {f"E{n:02}": vote for n, vote in enumerate(cast)} | dict.fromkeys(veto, N)


def substantive(cast: dict[str, Vote]) -> Result:
    return decide(UNSC_15, Question.SUBSTANTIVE, cast)


def test_format_4_an_adoption_is_declared_with_its_number() -> None:
    said = president_formula(substantive(votes(14, abstain=1)), DRAFT, "resolution 2334 (2016)")
    assert said == (
        "There were 14 votes in favour and 1 abstention. "
        "The draft resolution has been adopted as resolution 2334 (2016)."
    )


def test_format_4_unanimity_is_named() -> None:
    said = president_formula(substantive(votes(15)), DRAFT, "resolution 1441 (2002)")
    assert said == (
        "The draft resolution received 15 votes in favour. "
        "The draft resolution has been adopted unanimously as resolution 1441 (2002)."
    )
    assert president_formula(substantive(votes(15)), DRAFT).endswith("adopted unanimously.")


def test_v4_a_veto_is_declared_as_one() -> None:
    said = president_formula(substantive(votes(11, abstain=3, veto=("RUS",))), DRAFT)
    assert said == (
        "The draft resolution received 11 votes in favour, 1 vote against and 3 abstentions. "
        "The draft resolution has not been adopted, "
        "owing to the negative vote of a permanent member of the Council."
    )
    two = president_formula(substantive(votes(13, veto=("RUS", "CHN"))), DRAFT)
    assert two.endswith("of two permanent members of the Council.")


def test_v5_a_shortfall_is_never_declared_a_veto() -> None:
    said = president_formula(substantive(votes(8, 1, 5, veto=("USA",))), DRAFT)
    assert said.endswith("has not been adopted, having failed to obtain the required number of votes.")
    assert "permanent" not in said


def test_v7_v8_the_absent_are_told_apart() -> None:
    roll = votes(7, 1) | {"E20": Vote.NOT_PARTICIPATING, "E21": Vote.NOT_PARTICIPATING}
    said = president_formula(decide(UNSC_11, Question.SUBSTANTIVE, roll), DRAFT)
    assert "2 members not participating in the voting and 1 member absent." in said


@pytest.mark.parametrize(
    ("result", "what", "ending"),
    [
        (decide(UNSC_15, Question.PROCEDURAL, votes(9)), "provisional agenda", "agenda has been adopted."),
        (
            decide(UNSC_11, Question.CHALLENGE, votes(8, 3)),
            "",
            "The ruling of the President has been overruled.",
        ),
        (decide(UNSC_11, Question.CHALLENGE, votes(1, 3)), "", "The ruling of the President stands."),
        (decide(UNSC_11, Question.PRELIMINARY, votes(7)), "", "the matter is one of procedure."),
        (
            decide(UNSC_11, Question.PRELIMINARY, votes(8, veto=("RUS",)), regime=Regime.SAN_FRANCISCO),
            "",
            "The matter is therefore not one of procedure.",
        ),
        (decide(UNSC_15, Question.ELECTION, votes(8)), "candidate", "has obtained the required majority."),
        (
            decide(UNSC_15, Question.ELECTION, votes(7)),
            "candidate",
            "has not obtained the required majority.",
        ),
        (without_a_vote([]), "provisional agenda", "The provisional agenda has been adopted."),
        (without_a_vote(["RUS"]), "invitation", "the invitation will be put to the vote."),
        (presidential_statement([]), "", "will be issued on behalf of the Council."),
        (presidential_statement(["CUB"]), "", "no statement will be issued."),
        (request_by_members(31, 60), "", "within twenty-four hours."),
        (request_by_members(30, 60), "", "by a majority of the Members."),
        (elect_judge(Tally(31, 29)), "candidate", "has obtained the required majority."),
        (decide_assembly(Tally(50, 50), important=False), DRAFT, "within forty-eight hours."),
        (decide_assembly(Tally(49, 51), important=False), DRAFT, "has not been adopted."),
        (decide_assembly(Tally(60, 40), important=True), DRAFT, "failed to obtain a two-thirds majority."),
        (decide_assembly(Tally(1, absent=9), important=True), DRAFT, "no decision can be taken."),
        (unanimity(Tally(13, 1)), DRAFT, "has not been adopted, for want of unanimity."),
        (report({"FRA": Y, "ITA": N}, ["ITA"]), "report", "the votes of the parties not being counted."),
        (report({"FRA": Y, "GBR": Y, "ITA": N}, []), "report", "Members remain free to act."),
    ],
)
def test_format_4_every_result_has_its_formula(result: Result, what: str, ending: str) -> None:
    assert president_formula(result, what).endswith(ending)


@given(st.sampled_from(Verdict), st.integers(0, 5), st.integers(0, 5), st.integers(1, 5))
def test_format_4_there_are_words_for_every_verdict(verdict: Verdict, yes: int, no: int, other: int) -> None:
    result = Result(verdict, Tally(yes, no, other), 7, ("RUS",), (), "V2", "")
    assert president_formula(result, DRAFT).endswith(".")


def test_one_vote_is_singular() -> None:
    said = president_formula(decide(UNSC_11, Question.CHALLENGE, votes(1)), "")
    assert said.startswith("There was 1 vote in favour and 10 members absent.")


def test_numbers_and_lists_in_words() -> None:
    assert [spelled(0), spelled(7), spelled(15), spelled(16)] == ["none", "seven", "fifteen", "16"]
    assert [counted(1, "abstention"), counted(2, "abstention")] == ["1 abstention", "2 abstentions"]
    assert [counted(1, "vote against"), counted(0, "vote against")] == ["1 vote against", "0 votes against"]
    assert [listed([]), listed(["A"]), listed("AB"), listed("ABC", {"B": "Bee"})] == [
        "",
        "A",
        "A and B",
        "A, Bee and C",
    ]
