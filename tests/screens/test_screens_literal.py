"""Text of packs and people is shown as it is, and controls nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from game.screens.pieces.literal import Literal, literally, titled, words

BACK = Color(0, 0, 0)


@given(st.text())
def test_nothing_literal_can_control_a_terminal(text: str) -> None:
    said = literally(text)
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in said)
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff")


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P", "S"])))
def test_printable_text_is_left_alone(text: str) -> None:
    assert literally(text) == text


def test_hostile_strings_become_content_without_markup(hostile: list[str]) -> None:
    for text in hostile:
        content = words(text)
        assert all(not span.style or isinstance(span.style, str) for span in content.spans)
        for sign in ("[bold", "[@click", "[/]", "[link"):
            assert (sign in text) == (sign in content.plain)
        assert titled(text).plain.strip("\n")


def test_the_last_line_of_defence_cleans_segments_and_links(hostile: list[str]) -> None:
    style = Style(link="https://evil.example", bold=True)
    for text in hostile:
        (segment,) = Literal().apply([Segment(text, style)], BACK)
        assert segment.style is not None
        assert segment.style.link is None
        assert segment.style.bold
        assert literally(segment.text) == segment.text


def test_clean_lines_pass_untouched() -> None:
    segments = [Segment("France ▶ §", Style(bold=True)), Segment("▀▄█", None)]
    assert Literal().apply(segments, BACK) is segments
