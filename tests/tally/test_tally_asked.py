"""A question at the prompt: names, numbers, bodies, and what cannot be asked."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.bodies import Vote
from game.rules.results import Tally, Verdict
from game.tally import Finding
from game.tally.asked import Typed, question
from game.tally.cases import Case
from game.tally.judging import judged


def typed(yes: str = "", no: str = "", abstain: str = "", absent: str = "", **more: Any) -> Typed:
    votes = {Vote.YES: yes, Vote.NO: no, Vote.ABSTAIN: abstain, Vote.ABSENT: absent}
    return Typed(votes=votes, **more)


def asked(*votes: str, **more: Any) -> Finding:
    case = question(typed(*votes, **more))
    assert isinstance(case, Case), case
    return judged(case)


def refused(*votes: str, **more: Any) -> str:
    answer = question(typed(*votes, **more))
    assert isinstance(answer, tuple)
    return " ".join(answer)


def test_v4_the_example_of_the_help() -> None:
    found = asked("9", "USA", "5", body="unsc_15")
    assert (found.result, found.vetoed_by, found.needed, found.had) == (Verdict.VETOED, ("USA",), 9, 9)
    assert found.open == ()


def test_v4_numbers_and_names_may_be_mixed() -> None:
    found = asked("9", "united states, 2", "3")
    assert (found.vetoed_by, found.tally) == (("united states",), Tally(9, 3, 3))


def test_v4_noes_that_are_only_counted_leave_a_veto_open() -> None:
    found = asked("9", "2", "4")
    assert (found.result, found.open) == (Verdict.ADOPTED, (Verdict.VETOED,))
    assert asked("9", "Chad,1", "CHN,FRA,GBR,RUS").open == (Verdict.VETOED,)
    assert asked("9", "Chad,Togo", "CHN,FRA,GBR,RUS").open == ()
    assert asked("8,USA", "2", "CHN,FRA,GBR,RUS").open == ()


def test_v1_who_is_not_spoken_of_is_absent() -> None:
    found = asked("9", "", "5")
    assert (found.tally, found.note) == (
        Tally(9, 0, 5, 1),
        "1 member is not spoken of and taken as absent",
    )
    assert asked("9", "", "4").note == "2 members are not spoken of and taken as absent"


@pytest.mark.parametrize(
    ("more", "needed"), [({"day": "1950-06-27"}, 7), ({"body": "unsc"}, 9), ({"body": "unsc_11"}, 7)]
)
def test_x18_body_and_day_say_how_many_are_needed(more: dict[str, str], needed: int) -> None:
    assert asked("7", **more).needed == needed


def test_v10_parties_are_held_to_abstain_if_that_is_asked() -> None:
    cast = asked("10", "RUS", parties="Russia", body="unsc_11")
    held = asked("10", "RUS", parties="Russia", enforce=True, body="unsc_11")
    assert (cast.result, held.result, held.voided) == (Verdict.VETOED, Verdict.ADOPTED, ("RUS",))
    assert held.note == "the text is taken to rest on Chapter VI"


def test_v12_p3_nature_and_regime() -> None:
    assert asked("9", "USA", "5", nature="procedural").result is Verdict.ADOPTED
    assert asked("9", "USA", "5", nature="procedural", question="amendment").result is Verdict.ADOPTED
    assert asked("9", "USA", "5", question="separate_part").result is Verdict.VETOED
    strict = asked("9", "USA", "5", question="preliminary", regime="san_francisco")
    assert (strict.result, strict.blocked_by) == (Verdict.DEEMED_SUBSTANTIVE, ("USA",))


def test_ev3_ev4_a_no_is_an_objection() -> None:
    assert asked("", "Chad", question="consensus").blocked_by == ("Chad",)
    assert asked(question="presidential_statement").result is Verdict.ISSUED
    found = asked("", "2", question="presidential_statement")
    assert (found.result, found.had) == (Verdict.BLOCKED, 13)


def test_ga1_l2_other_bodies() -> None:
    assert asked("60", "30", body="unga").result is Verdict.ADOPTED
    assert asked("60", "30", body="unga", members=193).result is Verdict.NO_QUORUM
    assert asked("50", "50", body="unga", nature="", question="ga_other", ballot=2).result is Verdict.REJECTED
    assert asked("97", body="unga", question="ess_request_by_members").result is Verdict.CONVENED
    assert asked("96", body="unga", question="ga_icj_election").result is Verdict.NOT_ELECTED
    assert asked("13", "Japan", body="league").blocked_by == ("Japan",)
    report = asked("13", "Italy", body="league_council", question="league_art15_report", parties="Italy")
    assert report.result is Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
    assert asked("34", "16", body="league_assembly", question="league_assembly_admission").had == 34


@pytest.mark.parametrize(
    ("votes", "more", "words"),
    [
        (("16",), {}, "16 votes were given, but the Security Council of fifteen has 15 members."),
        (("6", "6"), {"body": "unsc_11"}, "12 votes were given, but the Security Council of eleven has 11"),
        (("9", "Rusia"), {}, "Rusia never sat on the Security Council. Did you mean Russia?"),
        (("9", "UAS"), {}, "UAS never sat on the Security Council. Did you mean US?"),
        (("9", "Xyzzy"), {}, "Use the member's English name or its three letters."),
        (("9", "USSR,Russia"), {}, "USSR and Russia are one seat."),
        (("USA,8", "USA"), {}, "USA is named twice."),
        (("Norway,6",), {"day": "1960-01-01"}, "Norway was no member of the Council in 1960."),
        (("-9", "USA"), {}, "-9 is no number of votes."),
        (("9.5",), {}, "9.5 is no number of votes."),
        (("9",), {"day": "tomorrow"}, "tomorrow is no date."),
        (("9",), {"day": "1931-10-24"}, "1931-10-24 is before that. Name another date, or --body league"),
        (
            ("9",),
            {"day": "1970-01-01", "body": "unsc_11"},
            "On 1970-01-01 there was no Security Council",
        ),
        (("9",), {"body": "unga", "question": "substantive"}, "The General Assembly is never asked substan"),
        ((), {}, "No votes were given."),
        (("9" * 5_000,), {"body": "league"}, "No body ever had more than 1,000 members."),
        (("9",), {"members": 193}, "The Security Council of fifteen has 15 members. Leave --members out"),
        (("90", "4"), {"body": "unga", "members": 90}, "94 votes were given for 90 members."),
        (
            (",".join(f"S{n}" for n in range(20)),),
            {"body": "league", "day": "1931-10-24"},
            "on 1931-10-24 the League Council had 14",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(votes: Any, more: dict[str, Any], words: str) -> None:
    assert words in refused(*votes, **more)


def test_members_of_constructed_cases_may_be_named() -> None:
    assert asked("Elected 1,E2,e03,6", "China").vetoed_by == ("China",)
    assert asked("Norway,6", day="1950-01-01").tally == Tally(7, absent=4)
