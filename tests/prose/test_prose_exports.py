"""Exports: the four papers in Markdown and JSON, public unless said, inert whatever was written in them."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from game.plain import clean
from game.prose.exports import FORMATS, PAPERS, export
from game.prose.paper import Line, Span, escaped, marked
from game.session import events as happened
from game.session.actions import Term

HOSTILE = Path(__file__).parent.parent / "data" / "hostile_strings.json"
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def texts(found: Any) -> list[str]:
    """All strings in a JSON value."""
    if isinstance(found, str):
        return [found]
    inner = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return [text for value in inner for text in texts(value)]


def shown(markdown: str) -> list[Any]:
    """The inline tokens of a Markdown text."""
    return [child for token in MARKDOWN.parse(markdown) for child in token.children or ()]


@pytest.mark.parametrize("what", list(PAPERS))
@pytest.mark.parametrize("fmt", FORMATS)
def test_every_paper_comes_in_every_format(history: Any, what: str, fmt: str) -> None:
    text = export(history.events, history.state, history.scenario, what, fmt)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "Two Days in June" in text
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
    if fmt == "json":
        assert json.loads(text)["title"] == "Two Days in June"


@pytest.mark.parametrize("what", list(PAPERS))
def test_a_sitting_hardly_begun_can_be_exported(history: Any, what: str) -> None:
    from game.session.decide import before

    text = export(history.events[:1], before(history.scenario), history.scenario, what, "md")
    assert text.startswith("# Two Days in June")


def test_what_is_not_there_is_refused_with_a_sentence(history: Any) -> None:
    with pytest.raises(ValueError, match="There is no export called 'wire'; there are record, resolutions"):
        export(history.events, history.state, history.scenario, "wire", "md")
    with pytest.raises(ValueError, match="There is no format called 'pdf'; there are md, json"):
        export(history.events, history.state, history.scenario, "votes", "pdf")


def test_the_record_reads_as_a_verbatim_record(history: Any) -> None:
    text = export(history.events, history.state, history.scenario, "record", "md")
    assert "S/PV.474 · 27 June 1950" in text
    assert "*President:* India" in text
    assert "- *Not participating:* Egypt, India" in text
    assert "**The President:** There were 7 votes in favour, 1 vote against" in text
    assert "**Egypt, in explanation of vote:** EGY has its reasons." in text
    assert "**The wire:** At dawn, forces from the North cross the 38th parallel" in text


def test_what_was_private_stays_out_of_the_record(history: Any) -> None:
    term = Term("vote", "S/1501", "yes")
    private = [
        happened.NoteSent("FRA", "USA", "sealed-word"),
        happened.DealOffered(7, "FRA", "USA", term, term),
        happened.DealAccepted(7),
        happened.DealSettled(7, "FRA", True),
        happened.CapitalAnswered("IND", "sealed-word", True, 0.5),
        happened.HappeningOccurred("seoul-falls", ("IND",)),
        happened.MomentMarked("sealed-word"),
        happened.InstructionsArrived("IND", (0,)),
    ]
    for what in ("record", "votes", "resolutions"):
        plain = export(history.events, history.state, history.scenario, what, "md")
        more = export([*history.events, *private], history.state, history.scenario, what, "md")
        assert more == plain


def test_the_voting_table_has_a_column_a_member_and_a_row_a_question(history: Any) -> None:
    text = export(history.events, history.state, history.scenario, "votes", "md")
    rows = [row for row in text.splitlines() if row.startswith("|")]
    assert len(rows) == 4
    assert len({row.count("|") for row in rows}) == 1
    table = json.loads(export(history.events, history.state, history.scenario, "votes", "json"))
    assert list(table["members"])[:2] == ["CHN", "CUB"]
    assert table["rows"][1]["marks"]["RUS"] == "x"
    assert table["rows"][1]["verdict"] == "adopted as resolution 83"


def test_texts_not_adopted_are_printed_with_their_fate(blocked: Any) -> None:
    text = export(blocked.events, blocked.state, blocked.scenario, "resolutions", "md")
    assert "# Drafts not adopted" in text
    assert "What became of it: not carried, for want of votes." in text
    assert text.count("## Resolution") == 1


def test_the_debrief_names_what_parted(blocked: Any) -> None:
    text = export(blocked.events, blocked.state, blocked.scenario, "debrief", "md")
    assert "## How it ended: The attack is not met" in text
    assert "In history: **The attack is met**." in text
    assert "- S/1508/Rev.1 (Assistance to the Republic of Korea) was not adopted (6-1-3) here;" in text
    assert "| Attribution |" in text
    assert "## Doubtful statements" in text
    assert "- dossier: Resolutions 82 and 83 (1950)" in text


def test_hostile_words_are_shown_and_do_nothing(history: Any) -> None:
    for text in texts(json.loads(HOSTILE.read_text(encoding="utf-8"))):
        said = happened.StatementMade("FRA", words=f"so {text} so")
        own = happened.DraftTabled("S/1", ("FRA",), (), title=f"so {text} so")
        events = [*history.events[:30], said, own, *history.events[30:]]
        for what in ("record", "resolutions"):
            paper = export(events, history.state, history.scenario, what, "md")
            assert not [c for c in paper if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
            kinds = {token.type for token in shown(paper)}
            assert not kinds & {"link_open", "html_inline", "image", "code_inline", "s_open"}
            assert not [token for token in MARKDOWN.parse(paper) if token.type in ("html_block", "fence")]
            assert clean(f"so {text} so") in "".join(
                "\n" if token.type == "softbreak" else token.content for token in shown(paper)
            )


@given(st.text(max_size=60))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    tokens = MARKDOWN.parse(escaped(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert "".join(child.content for child in shown(escaped(text))) == clean(text)


@given(st.text(alphabet="*_`[]()<>#+-=|~&!\\1.) ab\n", max_size=40))
def test_escaped_marks_read_as_they_were(text: str) -> None:
    test_escaped_text_reads_as_it_was.hypothesis.inner_test(text)  # type: ignore[attr-defined]


def test_a_page_in_markdown_keeps_its_verbs_italic() -> None:
    page = [Line((Span("1. "), Span("Calls for", "italic"), Span(" an end;")))]
    assert marked(page) == "1\\. *Calls for* an end;"


def test_the_record_parts_a_seats_own_words_from_what_is_told_of_it(history: Any) -> None:
    said = [
        happened.StatementMade("FRA", words="We ask for a truce."),
        happened.StatementMade("FRA", words="France speaks for “a truce”."),
        happened.StatementMade("FRA", "truce", "against"),
        happened.StatementMade("IND"),
    ]
    text = export([*history.events[:40], *said], history.state, history.scenario, "record", "md")
    assert "**France:** We ask for a truce." in text
    assert "\nFrance speaks for “a truce”.\n" in text
    assert "**France:** spoke against “A cessation of hostilities”." in text
    assert "**The President:** made a statement." in text
    assert "**27 June 1950, The capital falls:** Columns from the North enter Seoul." in export(
        history.events, history.state, history.scenario, "record", "md"
    )
