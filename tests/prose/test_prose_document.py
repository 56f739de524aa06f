"""Printed documents: the layout of 1950 and the modern one, vote lines, amendments."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.prose import document
from game.prose.clauses import clause_text, paragraph
from game.prose.footers import footnote, vote_line
from game.prose.paper import Line
from game.prose.votes import questions
from game.session.scenario import Clause, Scenario
from game.session.state import Amendment, Draft

OF_82 = (Clause("recalling"), Clause("breach"), Clause("cessation"))


def words(page: list[Line]) -> list[str]:
    """The lines of a page as text, without empty ones."""
    return [line.text for line in page if line.text]


def test_a_draft_of_1950_is_printed_in_the_layout_of_its_time(tiny: Scenario) -> None:
    draft = document.of_stored(tiny.draft["s-1501"])
    page = document.printed(tiny, draft)
    assert words(page)[:6] == [
        "UNITED NATIONS",
        "SECURITY COUNCIL",
        "S/1501",
        "25 June 1950",
        "Original: English",
        "United States of America: draft resolution",
    ]
    assert words(page)[6] == "The Security Council,"
    assert words(page)[7].endswith(",")
    assert words(page)[8] == "1. Determines that this action constitutes a breach of the peace;"
    assert words(page)[9].startswith("2. Calls for the immediate cessation")
    assert words(page)[9].endswith("the forces of the North to the 38th parallel.")


def test_verbs_alone_are_italic(tiny: Scenario) -> None:
    page = document.body(tiny, OF_82)
    assert [span.text for line in page for span in line.spans if span.style == "italic"] == [
        "The Security Council,",
        "Recalling",
        "Determines",
        "Calls for",
    ]


def test_a_single_operative_paragraph_has_no_number_before_1994(tiny: Scenario) -> None:
    text = (Clause("recalling"), Clause("assistance"))
    assert words(document.body(tiny, text, 1950))[-1].startswith("Recommends that")
    assert words(document.body(tiny, text, 2003))[-1].startswith("1. Recommends that")


def test_a_modern_draft_has_the_modern_masthead(tiny: Scenario) -> None:
    draft = Draft("S/2022/155", ("FRA", "USA"), OF_82, 0)
    page = document.printed(tiny, draft, "2022-02-25")
    assert words(page)[:5] == [
        "United Nations",
        "S/2022/155",
        "Security Council",
        "Distr.: Provisional",
        "25 February 2022",
    ]
    assert words(page)[5] == "France and United States of America: draft resolution"


def test_a_resolution_says_how_it_was_adopted(history: Any) -> None:
    vote = questions(history.events, history.scenario)[-1]
    draft = document.of_stored(history.scenario.draft["s-1508"])
    page = words(document.resolution(history.scenario, draft, vote))
    assert page[0] == "83 (1950). Resolution of 27 June 1950"
    assert page[1] == "[S/1508/Rev.1]"
    assert page[-2] == "Adopted at the 474th meeting by 7 votes to 1 (Yugoslavia)."
    assert page[-1] == (
        "Two members (Egypt, India) did not participate in the voting; "
        "one member (Union of Soviet Socialist Republics) was absent."
    )


def test_a_modern_resolution_carries_its_number_and_meeting(history: Any) -> None:
    vote = replace(questions(history.events, history.scenario)[-1], date="2003-05-22", meeting=4761)
    page = words(
        document.resolution(history.scenario, document.of_stored(history.scenario.draft["s-1508"]), vote)
    )
    assert page[1] == "S/RES/83 (2003)"
    assert "Adopted by the Security Council at its 4761st meeting, on 22 May 2003" in page


@pytest.mark.parametrize(
    ("no", "abstain", "line"),
    [
        ([], [], "Adopted unanimously at the 473rd meeting."),
        ([], ["YUG"], "Adopted at the 473rd meeting by 10 votes to none, with one abstention (Yugoslavia)."),
        (
            ["IND"],
            ["YUG", "EGY"],
            "Adopted at the 473rd meeting by 8 votes to 1 (India), with 2 abstentions (Egypt, Yugoslavia).",
        ),
    ],
)
def test_vote_lines_follow_the_annual_volumes(
    tiny: Scenario, no: list[str], abstain: list[str], line: str
) -> None:
    votes = {seat: "no" if seat in no else "abstain" if seat in abstain else "yes" for seat in tiny.seat}
    assert vote_line(tiny, votes, 473) == line
    assert footnote(tiny, votes) == ""


def test_ev3_a_text_adopted_without_a_vote_says_so(tiny: Scenario) -> None:
    assert vote_line(tiny, {}, 473) == "Adopted without vote at the 473rd meeting."


def test_pr1_members_stand_in_the_english_order_of_their_official_names(tiny: Scenario) -> None:
    votes = dict.fromkeys(tiny.seat, "yes") | {"GBR": "abstain", "RUS": "abstain", "YUG": "abstain"}
    assert vote_line(tiny, votes, 1).endswith(
        "(Union of Soviet Socialist Republics, United Kingdom of Great Britain and Northern Ireland, "
        "Yugoslavia)."
    )


def test_a_clause_is_filled_with_its_choices_and_the_usual_ones(tiny: Scenario) -> None:
    verb, usual = clause_text(tiny, Clause("cessation"))
    assert verb == "Calls for"
    assert usual.endswith("the forces of the North to the 38th parallel")
    _, both = clause_text(tiny, Clause("cessation", {"who": "both"}))
    assert both.endswith("all forces to their own side of the 38th parallel")
    assert clause_text(tiny, Clause("cessation", {"who": "nobody"}))[1] == usual


def test_free_words_stand_under_the_kinds_verb(tiny: Scenario) -> None:
    assert clause_text(tiny, Clause("cessation", words="a truce of ten days.")) == (
        "Calls for",
        "a truce of ten days",
    )


def test_free_words_are_no_template(tiny: Scenario) -> None:
    assert (
        clause_text(tiny, Clause("cessation", words="{who} {0.__class__} {{x}}"))[1]
        == "{who} {0.__class__} {{x}}"
    )


def test_an_unknown_clause_can_still_be_read(tiny: Scenario) -> None:
    assert clause_text(tiny, Clause("lost", words="something")) == ("lost", "something")


@given(st.lists(st.sampled_from(["recalling", "breach", "cessation", "assistance"]), min_size=1, max_size=8))
def test_a_text_is_one_sentence(tiny: Scenario, kinds: list[str]) -> None:
    clauses = tuple(Clause(kind) for kind in kinds)
    lines = words(document.body(tiny, clauses))
    operative = [text for text in lines if text[0].isdigit()]
    assert len(lines) == len(clauses) + 1
    assert [int(text.split(".")[0]) for text in operative] == list(range(1, len(operative) + 1))
    assert all(text.endswith(";") for text in operative[:-1])
    assert all(text.endswith(",") for text in lines if text not in operative)
    assert not operative or lines[-1].endswith(".")


def test_cb10_amendments_say_what_they_change(tiny: Scenario) -> None:
    def asks(change: Amendment) -> list[str]:
        return words(document.amendment(tiny, change, OF_82))

    add = Amendment("S/1502", "FRA", "S/1501", "add", clause=Clause("assistance"))
    assert "France: amendment to the draft resolution contained in document S/1501" in asks(add)
    assert "After operative paragraph 2, insert a new paragraph reading:" in asks(add)
    assert asks(add)[-1].startswith("“Recommends that the Members")
    delete = Amendment("S/1503", "FRA", "S/1501", "delete", target=OF_82[1])
    assert asks(delete)[-1] == "Delete operative paragraph 1."
    put = Amendment("S/1504", "FRA", "S/1501", "replace", clause=Clause("assistance"), target=OF_82[2])
    assert "Replace operative paragraph 2 by the following:" in asks(put)
    first = Amendment("S/1505", "FRA", "S/1501", "add", 0, Clause("assistance"))
    assert "At the head of the operative part, insert a new paragraph reading:" in asks(first)


def test_paragraphs_are_counted_apart(tiny: Scenario) -> None:
    assert paragraph(tiny, OF_82, 0) == "the first preambular paragraph"
    assert paragraph(tiny, OF_82, 2) == "operative paragraph 2"
    assert paragraph(tiny, OF_82, 9) == "paragraph 10"


def test_a_revised_draft_carries_its_revision(tiny: Scenario) -> None:
    draft = document.of_stored(tiny.draft["s-1508"])
    assert "S/1508/Rev.1" in words(document.printed(tiny, draft))
    assert "S/1508/Rev.2" in words(document.printed(tiny, replace(draft, revision=1)))
    assert "S/9/Rev.1" in words(document.printed(tiny, replace(draft, symbol="S/9", revision=1)))
