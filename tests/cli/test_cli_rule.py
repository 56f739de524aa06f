"""`horseshoe rule`: a page by its number, pages by words, the nearest where there is none."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.rule import NARROWEST, WIDEST, _page
from game.rules.book import RULES, found

Said = Callable[..., tuple[int, str, str]]


def test_cb5_is_printed_whole(said: Said) -> None:
    code, out, err = said("rule", "CB5")
    plain = " ".join(out.replace("│", " ").split())
    page = RULES["CB5"]
    assert (code, err) == (0, "")
    assert out.startswith("CB5  Overruling needs the full number\n")
    assert page.text in plain
    assert page.example is not None
    assert page.example.words in plain
    assert "S/PV.480, 1 August 1950" in plain
    assert "Conduct of business · Rule 30" in out
    assert "See also CB4 (Challenge to a ruling)" in plain


@pytest.mark.parametrize("typed", ["cb5", " CB5 ", "Cb5"])
def test_a_number_may_be_typed_in_any_way(said: Said, typed: str) -> None:
    assert said("rule", typed) == said("rule", "CB5")


def test_ch9b_is_not_ch9(said: Said) -> None:
    assert said("rule", "ch9b")[1].startswith("CH9b  Provisional measures")
    assert said("rule", "ch9")[1].startswith("CH9  Determine the threat")


def test_several_numbers_print_several_pages(said: Said) -> None:
    code, out, _ = said("rule", "cb4", "V4")
    assert code == 0
    assert out == f"{said('rule', 'CB4')[1]}\n{said('rule', 'V4')[1]}"
    assert said("rule", "CB4", "banana")[0] == 2


def test_v4_is_found_by_a_word(said: Said) -> None:
    code, out, err = said("rule", "veto")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split() == ["V4", "The", "veto"]
    assert len(out.splitlines()) == len(found("veto")) + 2
    assert "'horseshoe rule V4' reads the first." in out


def test_several_words_must_all_be_there(said: Said) -> None:
    assert said("rule", "double", "veto")[1] == said("rule", "double veto")[1]
    assert said("rule", "priority", "eighteen")[0] == 2
    assert said("rule", "eighteen", "applicants")[1].startswith("CB6  Order of drafts")


def test_without_words_the_whole_book_is_listed(said: Said) -> None:
    code, out, _ = said("rule")
    listed = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert code == 0
    assert listed == list(RULES)
    assert "The League of Nations\n" in out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("vetoo", "V4 (The veto)"), ("CB55", "CB5 ("), ("presidencie", "PR1 ("), ("V99", "V9 (")],
)
def test_an_unknown_rule_leads_to_the_nearest(said: Said, typed: str, meant: str) -> None:
    code, out, err = said("rule", typed)
    assert (code, out) == (2, "")
    assert err.startswith(f"horseshoe: The book has no rule {typed}. Did you mean ")
    assert meant in err
    assert err.count("\n") == 1


def test_where_nothing_is_near_the_way_to_the_list_is_told(said: Said) -> None:
    code, _, err = said("rule", "\x1b[31mqqqq\x07")
    assert code == 2
    assert "\x1b" not in err
    assert err.endswith("'horseshoe rule' lists them all.\n")


def test_json_is_always_a_list_of_pages(said: Said) -> None:
    (page,) = json.loads(said("rule", "V9", "--json")[1])
    assert page["id"] == "V9"
    assert page["chapter"] == "Voting"
    assert page["example"]["symbol"] == "S/RES/344 (1973)"
    assert page["example"]["date"] == "1973-12-15"
    assert page["see"] == ["V2", "V6"]
    assert [p["id"] for p in json.loads(said("rule", "veto", "--json")[1])] == [p.id for p in found("veto")]
    assert [p["id"] for p in json.loads(said("rule", "--json")[1])] == list(RULES)
    assert json.loads(said("rule", "H1", "--json")[1])[0]["example"] is None


@given(st.sampled_from(sorted(RULES)), st.integers(NARROWEST, WIDEST))
def test_a_page_keeps_to_the_width(id: str, width: int) -> None:
    assert all(len(line) <= width for line in _page(RULES[id], width))
