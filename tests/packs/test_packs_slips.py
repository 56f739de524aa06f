"""An author's slips of the pen, told where they were made, by either of YAML's two parsers."""

from __future__ import annotations

import pytest
import yaml

from game.packs.reading import read

SLIPS = [
    ("title:Suez\nbody: x\n", (1, 7), "no space behind the colon"),
    ('title:"Suez"\nbody: x\n', (1, 7), "no space behind the colon"),
    ("a: b\nbody x\nc: d\n", (2, 1), "no colon behind its name"),
    ("title: Suez: the crisis\n", (1, 12), "colon with a space behind it stands inside a text"),
    ("a:\n  x: {title: Suez: the crisis}\n", (2, 18), "colon stands inside a text, or a comma is missing"),
    ("a: {start: 70 good: low}\n", (1, 19), "colon stands inside a text, or a comma is missing"),
    ('a: {t: "x" u: y}\n', (1, 12), "a comma is missing"),
    ('title: "Suez\nsubtitle: "of 1956"\n', (1, 8), "closed only on line 2"),
    ('a:\n  x: {t: "lost}\n  y: {t: "kept"}\n', (2, 10), "closed only on line 3"),
    ("a: b\ntitle: 'Suez\n", (2, 8), "never closed"),
    ("wire: 'It's here.'\n", (1, 11), "an apostrophe inside"),
    ('wire: "He said "no" to it."\n', (1, 17), 'write \\" for each'),
    ('wire: {text: "He said "no" to it."}\n', (1, 24), 'write \\" for each'),
    ('wire:\n  - "So" it said.\n', (2, 10), "goes on after its closing quotation mark"),
    ("a: {x: y\nb: c\n", (1, 4), "The bracket { that opens here is not closed. Close it with }."),
    ("a: [x, y\n", (1, 4), "The bracket [ that opens here is not closed"),
    ("a: {b: [x}\n", (1, 8), "The bracket [ that opens here is not closed"),
    ("a: b\ntitle: [", (2, 8), "not closed"),
    ("a: b\ntitle: {x: {", (2, 12), "not closed"),
    ("a: [x, y,\n", (1, 8), "not closed"),
    ("a: [x] y\n", (1, 8), "behind a value that is complete"),
    ("a:\n\tb: c\n", (2, 1), "with a tab"),
    ("a:\n  b: c\n\td: e\n", (3, 1), "with a tab"),
    ("a:\n  b: c\n d: e\n", (3, 2), "indented by 1 space, which fits no line"),
    ("a: b\n  c: d\n", (2, 3), "under one that has its value already"),
    ('a: "b" # note\n\n  c: d\n', (3, 3), "under one that has its value already"),
    ("a:\n  - x\n  y: z\n", (3, 3), "without a hyphen"),
    ("a:\n  x: y\n  - z\n", (3, 3), "with a hyphen"),
    ("a:\n  - {b: c}\n  -\n  d: {e: f}\n", (4, 3), "Nothing stands behind the hyphen"),
    ("a: - b\n", (1, 4), "hyphen stands behind the colon"),
    ("a: >- text\n", (1, 7), "> or |"),
    ("a: @home\n", (1, 4), "cannot begin with @"),
    ("a: ,b\n", (1, 4), "begins with it"),
    (": 10\n", (1, 1), "no name before it"),
    ('a: "\\q"\n', None, "backslash"),
    ("%BAD\n", None, "cannot be read from here on"),
]


@pytest.mark.parametrize("parser", ["CLoader", "Loader"])
@pytest.mark.parametrize(("text", "mark", "words"), SLIPS)
def test_a_slip_is_told_where_it_was_made(
    text: str, mark: tuple[int, int] | None, words: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "CLoader", getattr(yaml, parser), raising=False)
    (problem,) = read("pack.yaml", text.encode()).problems
    assert problem.code == "syntax"
    assert words in f"{problem.what} {problem.remedy}"
    assert mark in {None, (problem.line, problem.column)}


@pytest.mark.parametrize("sign", ["*Calls for*", "&more", "!Calls for"])
def test_a_text_that_begins_with_a_sign_is_told_once_and_to_be_quoted(sign: str) -> None:
    (problem,) = read("clauses.yaml", f"a:\n  verb: {sign}\n".encode()).problems
    assert (problem.line, problem.column) == (2, 9)
    assert "quotes" in problem.remedy


def test_what_was_wrong_before_a_slip_is_told_too() -> None:
    found = read("pack.yaml", b"a: 1\na: 2\ntitle: Suez: 1956\n").problems
    assert [(p.code, p.line) for p in found] == [("duplicate", 2), ("syntax", 3)]
