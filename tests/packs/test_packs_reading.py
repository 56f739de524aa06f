"""YAML read without its traps: every one of them is reproduced here and must stay harmless."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from game.packs import reading
from game.packs.reading import DEPTH, SIZE, read, scalar
from game.plain import trouble

HOSTILE = json.loads((Path(__file__).parent.parent / "data" / "hostile_strings.json").read_text("utf-8"))


def data_of(text: str) -> Any:
    sheet = read("t.yaml", text.encode())
    assert not sheet.problems, sheet.problems
    return sheet.data


def codes_of(raw: bytes | str) -> list[str]:
    return [p.code for p in read("t.yaml", raw.encode() if isinstance(raw, str) else raw).problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("1950-06-25", "1950-06-25"),
        ("1950-06-25T04:00:00Z", "1950-06-25T04:00:00Z"),
        ("012", 12),
        ("0o12", 10),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1.10", 1.1),
        ("'1.10'", "1.10"),
        ("-3", -3),
        ("+3", 3),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1e", "1e"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("-", "-"),
        ("true", True),
        ("TRUE", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("=", "="),
        ("9" * 30, "9" * 30),
        ("0777777777777777777777", "0777777777777777777777"),
    ],
)
def test_a_scalar_means_what_yaml_1_2_says(text: str, value: Any) -> None:
    source = f"a: {text}\n" if text != "-" else 'a: "-"\n'
    found = data_of(source)["a"]
    assert found == value
    assert type(found) is type(value)


def test_a_key_that_looks_like_norway_stays_a_text() -> None:
    assert data_of("NO: 1\nyes: 2\n1950-06-25: 3\n") == {"NO": 1, "yes": 2, "1950-06-25": 3}


@pytest.mark.parametrize("key", ["1", "true", "null", "~", "1.5"])
def test_a_key_that_is_no_text_is_refused(key: str) -> None:
    sheet = read("t.yaml", f"a: 1\n{key}: 2\n".encode())
    assert [(p.code, p.line) for p in sheet.problems] == [("key-not-text", 2)]
    assert read("t.yaml", b'"1": 2\n').data == {"1": 2}


def test_two_equal_keys_are_refused_and_both_lines_named() -> None:
    sheet = read("t.yaml", b"a: 1\nb: 2\na: {c: 3}\nd: 4\n")
    (problem,) = sheet.problems
    assert (problem.code, problem.line, problem.column) == ("duplicate", 3, 1)
    assert "line 1" in problem.what
    assert sheet.data == {"a": 1, "b": 2, "d": 4}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\n", "anchor"),
        ("a: &x 1\nb: *x\n", "alias"),
        ("a: {b: 1}\nc:\n  <<: {d: 1}\n", "merge"),
        ("a: !!python/object/apply:os.system [ls]\n", "tag"),
        ("a: !custom x\n", "tag"),
        ("a: ! x\n", "tag"),
        ("a: !!str 1\n", "tag"),
        ("? [a, b]\n: 1\n", "key-not-text"),
        ("? {a: b}\n: 1\n", "key-not-text"),
        ("a: 1\n---\nb: 2\n", "two-documents"),
        ("a: [1, 2\n", "syntax"),
        ("a: b: c\n", "syntax"),
        ("a: 'open\n", "syntax"),
        ("\ta: 1\n", "syntax"),
        ("a: @x\n", "syntax"),
        ('a: "\\q"\n', "syntax"),
        ("%BAD\n", "syntax"),
    ],
)
def test_what_could_mislead_is_refused(text: str, code: str) -> None:
    sheet = read("t.yaml", text.encode())
    assert code in {p.code for p in sheet.problems}
    assert all(p.line >= 1 and p.column >= 1 and p.remedy for p in sheet.problems)


def test_a_bomb_of_aliases_costs_nothing() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    sheet = read("t.yaml", "\n".join(lines).encode())
    assert len(sheet.problems) == reading.MOST_PROBLEMS
    assert len(json.dumps(sheet.data)) < 10_000


@pytest.mark.parametrize(
    "text",
    ["[" * 30_000, "{a: " * 30_000, "- " * 30_000, "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 999))],
)
def test_thirty_thousand_brackets_are_one_problem(text: str) -> None:
    assert codes_of(text) == ["too-deep"]


def test_the_greatest_depth_is_allowed_and_no_more() -> None:
    assert codes_of("[" * DEPTH + "]" * DEPTH) == []
    assert codes_of("[" * (DEPTH + 1) + "]" * (DEPTH + 1)) == ["too-deep"]


def test_size_encoding_and_byte_order_mark() -> None:
    assert codes_of(b"a: " + b"x" * SIZE) == ["too-large"]
    assert read("t.yaml", b"\xef\xbb\xbfa: 1\n").data == {"a": 1}
    (bad,) = read("t.yaml", "a: 1\nb: é\xff".encode("latin-1")).problems
    assert (bad.code, bad.line, bad.column) == ("not-utf-8", 2, 4)
    assert codes_of("a: 1\n".encode("utf-16")) == ["not-utf-8"]
    assert codes_of(bytes(range(256))) != []
    assert read("t.yaml", b"").data is None
    assert read("t.yaml", b"# nothing\n").data is None
    assert read("t.yaml", b"a: 1\r\nb: 2\r\n").data == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\x00", "\u202e", "\u200b", "\ufeff", "\u2066", "\x85", "\u2028"]
)
def test_a_character_that_does_not_show_is_refused_with_its_place(character: str) -> None:
    sheet = read("t.yaml", f"a: 1\nb: xy{character}z\n".encode())
    assert [(p.code, p.line, p.column) for p in sheet.problems] == [("hidden-character", 2, 6)]
    assert character not in str(sheet.problems[0])


@pytest.mark.parametrize("escape", ["\\e", "\\0", "\\u202e", "\\u200b", "\\x9b", "\\a", "\\N", "\\L"])
def test_an_escape_cannot_smuggle_one_in(escape: str) -> None:
    for text in (f'a: "x{escape}y"\n', f'"x{escape}y": 1\n'):
        sheet = read("t.yaml", text.encode())
        assert [p.code for p in sheet.problems] == ["hidden-character"]


@pytest.mark.parametrize("entry", HOSTILE, ids=lambda e: e["name"])
def test_a_hostile_string_is_refused_or_stays_what_it_is(entry: dict[str, str]) -> None:
    text = entry["text"]
    raw = ("a: " + json.dumps(text, ensure_ascii=True) + "\n").encode("utf-8", "surrogatepass")
    sheet = read("t.yaml", raw)
    if trouble(text) is None:
        assert not sheet.problems
        assert sheet.data == {"a": text}
    else:
        assert sheet.problems
        assert all(str(p).isprintable() for p in sheet.problems)


def test_every_path_knows_its_line_and_column() -> None:
    sheet = read("t.yaml", b"seats:\n  IND:\n    name: India\nlist:\n  - a\n  - {b: c}\n")
    assert sheet.mark(("seats", "IND", "name")) == (3, 11)
    assert sheet.mark(("seats", "IND", "name"), key=True) == (3, 5)
    assert sheet.mark(("list", 1, "b")) == (6, 9)
    assert sheet.mark(("seats", "IND", "missing", 3)) == (3, 5)
    assert sheet.mark(("nowhere",)) == (1, 1)


def test_the_parser_without_libyaml_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    tiny = Path(__file__).parent.parent / "data" / "packs" / "tiny"
    raws = [p.read_bytes() for p in sorted(tiny.rglob("*.yaml"))] + [b"a: &x !t 1\n", b"[" * 999, b"a: b: c"]
    fast = [read("t.yaml", raw) for raw in raws]
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    slow = [read("t.yaml", raw) for raw in raws]
    assert [(s.data, s.keys, s.values) for s in fast] == [(s.data, s.keys, s.values) for s in slow]
    assert [[p.code for p in s.problems] for s in fast] == [[p.code for p in s.problems] for s in slow]


@pytest.mark.parametrize("cut", range(0, 4000, 97))
def test_a_truncated_file_never_raises(cut: int) -> None:
    raw = (Path(__file__).parent.parent / "data" / "packs" / "tiny" / "pack.yaml").read_bytes()
    sheet = read("t.yaml", raw[:cut])
    assert sheet.problems or sheet.data is None or isinstance(sheet.data, dict | str)


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("C", "M", "Z")), max_size=12).filter(
    lambda t: not trouble(t)
)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6) | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=12,
)


@given(TREES)
@example({"": [None, True, 0.1, "no", "012", {"<<": "~"}]})
def test_what_json_writes_is_read_back(tree: Any) -> None:
    sheet = read("t.yaml", json.dumps(tree, ensure_ascii=False).encode())
    assert not sheet.problems
    assert sheet.data == tree


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    sheet = read("t.yaml", raw)
    assert all(str(p).isprintable() for p in sheet.problems)


@given(st.from_regex(r"[-+.0-9eExXoO_:~a-fA-Ftruefalsn]{1,12}", fullmatch=True))
def test_a_scalar_is_a_finite_number_or_what_was_written(text: str) -> None:
    value = scalar(text)
    if isinstance(value, str):
        assert value == text
    elif isinstance(value, float):
        assert math.isinf(value) or math.isfinite(value)
    else:
        assert value is None or isinstance(value, bool | int)
