"""Text made plain: nothing that commands a terminal or hides from a reader comes through."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.plain import MARKS_IN_A_ROW, clean, trouble

# Strings that attacked terminals and text interfaces in our own trials, named by what they try.
HOSTILE = json.loads((Path(__file__).parent.parent / "data" / "hostile_strings.json").read_text("utf-8"))
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x1b\x7f\x85\x9b\r\n\t\v\u00a0\u00ad\u034f\u200b\u200d\u2028\u202e\u2066\ufe0f\ufeff"
        ),
        st.characters(categories=["Mn", "Me", "Cf", "Cs", "Co", "Zs"]),
    )
)


def is_plain(text: str, *, lines: bool) -> bool:
    kinds = {unicodedata.category(c) for c in text if not (lines and c == "\n")}
    return not any(kind.startswith("C") or kind in {"Zl", "Zp"} for kind in kinds)


@pytest.mark.parametrize("case", HOSTILE, ids=[case["name"] for case in HOSTILE])
@pytest.mark.parametrize("lines", [False, True])
def test_hostile_strings_come_out_plain(case: dict[str, str], lines: bool) -> None:
    cleaned = clean(case["text"], lines=lines)
    assert is_plain(cleaned, lines=lines)
    assert clean(cleaned, lines=lines) == cleaned
    assert trouble(cleaned) is None


@pytest.mark.parametrize(
    "name", ["markup action", "bare closers", "legit brackets", "emoji code", "quotes in tag"]
)
def test_markup_is_left_for_the_screens_to_show_literally(name: str) -> None:
    text = next(case["text"] for case in HOSTILE if case["name"] == name)
    assert clean(text) == text


@given(NASTY, st.booleans(), st.none() | st.integers(0, 40))
def test_cleaning_twice_is_cleaning_once(text: str, lines: bool, limit: int | None) -> None:
    once = clean(text, lines=lines, limit=limit)
    assert clean(once, lines=lines, limit=limit) == once


@given(NASTY, st.booleans())
def test_clean_text_holds_no_control_format_or_unassigned_character(text: str, lines: bool) -> None:
    cleaned = clean(text, lines=lines)
    assert is_plain(cleaned, lines=lines)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "  " not in cleaned
    assert "\n\n\n" not in cleaned
    cleaned.encode("utf-8")


@given(NASTY, st.booleans())
def test_what_was_cleaned_gives_no_trouble(text: str, lines: bool) -> None:
    assert trouble(clean(text, lines=lines)) is None


@given(NASTY)
def test_text_without_trouble_loses_nothing_but_white_space(text: str) -> None:
    if trouble(text) is None:
        assert "".join(clean(text).split()) == "".join(unicodedata.normalize("NFC", text).split())


@given(NASTY, st.integers(0, 40))
def test_a_limit_holds(text: str, limit: int) -> None:
    cut = clean(text, limit=limit)
    assert len(cut) <= limit
    if cut != clean(text) and limit:
        assert cut.endswith("…")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  The\tdelegate\u00a0of   France ", "The delegate of France"),
        ("Yes\rNo ", "Yes No"),
        ("a\x00b\x7fc", "abc"),
        ("\x1b]0;pwned\x07hello", "]0;pwnedhello"),
        ("abc\u202egnp.exe\u202c def", "abcgnp.exe def"),
        ("e\u0301tat", "état"),
        ("e\u200d\u0301tat", "état"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\U0001f469\U0001f467"),
        ("\u0301\u0301 chair", "chair"),
        ("Cze\u0328\u0301\u0323\u0335\u0301 Xx\u0301\u0301\u0301\u0301\u0301", "Czę̵̣́ Xx\u0301\u0301\u0301"),
        ("a\ud800b\ue000c\uffff", "a\ufffdb\ufffdc\ufffd"),
        ("대한민국 · 大韓民國 · Ελλάς · مصر · ไทย", "대한민국 · 大韓民國 · Ελλάς · مصر · ไทย"),
        ("\u3164\u2800hidden\ufe0f", "hidden"),
        ("", ""),
    ],
)
def test_each_kind_of_character(text: str, plain: str) -> None:
    cleaned = clean(text)
    assert max((len(r) for r in _rows(cleaned)), default=0) <= MARKS_IN_A_ROW
    assert cleaned == unicodedata.normalize("NFC", plain)


def _rows(text: str) -> list[str]:
    marks = "".join(c if unicodedata.category(c) in {"Mn", "Me"} else " " for c in text)
    return marks.split()


def test_line_breaks_stay_only_when_asked_for() -> None:
    text = "One\r\n  two \u2028three\n\n\n\n\nfour\n"
    assert clean(text) == "One two three four"
    assert clean(text, lines=True) == "One\ntwo\nthree\n\nfour"


def test_a_cut_text_says_so() -> None:
    assert clean("Recommends that the Members", limit=12) == "Recommends…"
    assert clean("Recommends", limit=10) == "Recommends"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("abc\u202egnp", "U+202E RIGHT-TO-LEFT OVERRIDE at character 4"),
        ("\x1b[2J", "U+001B ESCAPE at character 1"),
        ("a\x9bb", "U+009B CONTROL CHARACTER at character 2"),
        ("a\rb", "U+000D CARRIAGE RETURN at character 2"),
        ("\ue000", "U+E000 PRIVATE USE CHARACTER at character 1"),
        ("\ud800", "U+D800 HALF OF A SURROGATE PAIR at character 1"),
        ("\u0378", "U+0378 UNASSIGNED CHARACTER at character 1"),
        ("no\u3164thing", "U+3164 HANGUL FILLER at character 3"),
        ("line\u2028break", "U+2028 LINE SEPARATOR at character 5"),
    ],
)
def test_trouble_names_the_first_character(text: str, sentence: str) -> None:
    assert trouble(text) == sentence


def test_trouble_tells_of_towers_and_of_accents_on_nothing() -> None:
    assert str(trouble("o\u0301\u0301\u0301\u0301")).startswith(
        "U+0301 COMBINING ACUTE ACCENT at character 5 ("
    )
    assert str(trouble("a \u0301")).startswith("U+0301 COMBINING ACUTE ACCENT at character 3 (")


@pytest.mark.parametrize(
    "text", ["", "plain", "tab\tand\nline\r\n", "nbsp\u00a0", "e\u0301", "한국", "№ 82 — «да»"]
)
def test_ordinary_text_is_no_trouble(text: str) -> None:
    assert trouble(text) is None
