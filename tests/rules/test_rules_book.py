"""The book of rules: complete, plain, sourced, and cited correctly by the whole game."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
import game.rules
from game.rules.bases import BASES
from game.rules.book import CHAPTERS, RULES, chapter_of, found, rule
from game.rules.matters import MATTERS
from game.rules.motions import MOTIONS
from game.rules.pages import Rule

HOUSE = Path(game.__file__).parent
ROOM = Path(game.rules.__file__).parent
ID = re.compile(r"(V|P|M|PR|MT|AG|RC|CB|IN|EV|LN|PB|SP|CH|GA|L|MU|H)\d+b?")
FAMILIES = {
    "V": 14, "P": 6, "M": 4, "PR": 6, "MT": 6, "AG": 8, "RC": 4, "CB": 12, "IN": 6, "EV": 7,
    "LN": 4, "PB": 7, "SP": 6, "CH": 20, "GA": 10, "L": 10, "MU": 11, "H": 9, "X": 20,
}  # fmt: skip
"""How many rules each family of the specification of procedure has."""
UNCERTAIN = ("V13", "P5", "M3", "CB7", "CB8", "CH2", "GA7", "L3", "L4", "L7", "L10", "MU2")
"""Pages that tell something the references mark as not checked or disputed."""
TECHNICAL = re.compile(r"[\[\]{}]|\[U\]|quorum rule|rule id", re.IGNORECASE)


def modules(room: Path = HOUSE) -> list[Path]:
    return [path for path in sorted(room.rglob("*.py")) if "pages" not in path.parts]


def cited_in(path: Path) -> set[str]:
    """Every string in a module that is nothing but a rule id; a theme's or a key's name never is one."""
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value)
    }


def handed_to(name: str, place: int) -> set[str]:
    """What is written as an argument of every call of `name` in the game, where it is a plain string."""
    given_ids = set()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and len(node.args) > place:
                argument = node.args[place]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    given_ids.add(argument.value)
    return given_ids


def test_every_id_the_game_cites_has_a_page() -> None:
    cited = set().union(*(cited_in(path) for path in modules()))
    assert len(cited) > 90
    assert cited <= RULES.keys()


def test_every_refusal_and_every_law_cites_a_page() -> None:
    refused, laws = handed_to("Refusal", 0) - {""}, handed_to("Law", 3)
    assert len(refused) > 25
    assert len(laws) > 8
    assert refused | laws <= RULES.keys()


def test_every_id_named_in_the_prose_of_the_law_has_a_page() -> None:
    text = "\n".join(path.read_text("utf-8") for path in ROOM.rglob("*.py"))
    assert {match.group() for match in re.finditer(rf"\b{ID.pattern}\b", text)} <= RULES.keys()


def test_the_tables_cite_pages() -> None:
    assert {id for motion in MOTIONS.values() for id in motion.spec} <= RULES.keys()
    assert {basis.rule for basis in BASES.values()} <= RULES.keys()
    assert {matter.rule for matter in MATTERS.values()} <= RULES.keys()


def test_every_id_that_a_crisis_or_a_house_cites_has_a_page() -> None:
    written = re.compile(r"\b(?:spec|admits): *['\"]?([A-Z]{1,2}\d+b?)\b")
    pages = [path.read_text("utf-8") for path in (HOUSE.parent / "crises").rglob("*.yaml")]
    cited = {id for page in pages for id in written.findall(page)}
    assert {"IN1", "MU2"} <= cited
    assert cited <= RULES.keys()


@pytest.mark.parametrize(("family", "last"), FAMILIES.items())
def test_families_of_rules_are_whole(family: str, last: int) -> None:
    ours = [id for id in RULES if re.fullmatch(rf"{family}\d+b?", id)]
    numbers = [f"{family}{number}" for number in range(1, last + 1)]
    extra = {"V": ["V0"], "CH": ["CH9b"]}.get(family, [])
    assert sorted(ours) == sorted([*extra, *numbers])
    assert [id for id in ours if id not in extra] == numbers


def test_every_page_stands_in_one_chapter() -> None:
    assert [page.id for chapter in CHAPTERS for page in chapter.pages] == list(RULES)
    assert all(chapter.pages for chapter in CHAPTERS)
    assert len({chapter.title for chapter in CHAPTERS}) == len(CHAPTERS)
    assert chapter_of("CH9b") == "What the Charter can carry"


@pytest.mark.parametrize("page", RULES.values(), ids=RULES.keys())
def test_every_page_is_plain(page: Rule) -> None:
    assert rule(page.id) is page
    assert page.title[0].isupper()
    assert len(page.title) <= 45
    assert not page.title.endswith(".")
    assert page.text.endswith((".", '."'))
    assert 60 < len(page.text) < 450
    assert 2 <= page.text.count(". ") + 1 <= 4
    assert not TECHNICAL.search(page.text)
    assert page.source
    assert page.text.startswith(page.brief[:-1])


@pytest.mark.parametrize("page", RULES.values(), ids=RULES.keys())
def test_every_page_leads_only_to_other_pages(page: Rule) -> None:
    assert set(page.see) <= RULES.keys() - {page.id}
    assert len(set(page.see)) == len(page.see)


@pytest.mark.parametrize("page", [p for p in RULES.values() if p.example], ids=lambda page: page.id)
def test_every_example_has_a_date_and_one_sentence(page: Rule) -> None:
    case = page.example
    assert case is not None
    whole = case.date if case.date.count("-") == 2 else f"{case.date}-01"
    assert date(1920, 1, 16) <= date.fromisoformat(whole) < date(2026, 1, 1)
    assert str(int(case.date[:4])) in case.when
    assert case.where.endswith(case.when)
    assert case.words.endswith(".")
    assert ". " not in case.words.replace("Dr. ", "")
    assert 30 < len(case.words) < 260


def test_examples_carry_symbols_of_documents() -> None:
    symbols = [p.example.symbol for p in RULES.values() if p.example and p.example.symbol]
    assert len(symbols) > 60
    assert all(re.match(r"(S/|A/|ES-)", symbol) for symbol in symbols)
    for page in RULES.values():
        year = re.search(r"\((\d{4})\)$", page.example.symbol) if page.example else None
        assert year is None or (page.example is not None and page.example.date.startswith(year[1]))


def test_rules_of_this_game_have_no_history() -> None:
    assert not [p.id for p in RULES.values() if p.example and p.id[0] in "H"]
    assert not [p.id for p in RULES.values() if p.example and p.id.startswith("MU")]


@pytest.mark.parametrize("id", UNCERTAIN)
def test_what_is_not_certain_says_so(id: str) -> None:
    assert "not certain" in RULES[id].text


def test_no_two_pages_read_alike() -> None:
    texts = [page.text for page in RULES.values()]
    cases = [page.example.words for page in RULES.values() if page.example]
    openings = [tuple(re.findall(r"\w+", page.text.casefold())[:7]) for page in RULES.values()]
    for said in (texts, cases, openings, [page.title for page in RULES.values()]):
        assert len(set(said)) == len(said)


def test_an_unknown_id_is_told_clearly() -> None:
    with pytest.raises(ValueError, match="The book has no rule 'V99'"):
        rule("V99")


@given(st.sampled_from(sorted(RULES)), st.booleans())
def test_a_rule_is_found_first_by_its_id(id: str, small: bool) -> None:
    assert found(id.lower() if small else id)[0].id == id


@given(st.sampled_from(sorted(RULES)))
def test_a_rule_is_found_by_its_title(id: str) -> None:
    assert RULES[id] in found(RULES[id].title)


@given(st.text())
def test_any_words_may_be_looked_for(words: str) -> None:
    pages = found(words)
    assert len(set(pages)) == len(pages)
    assert set(pages) <= set(RULES.values())


def test_what_is_found_is_what_one_means() -> None:
    assert [page.id for page in found("veto")[:2]] == ["V4", "V5"]
    assert found("double VETO")[0].id == "P3"
    assert found("S/RES/344")[0].id == "V9"
    assert found("rule 33")[0].id == "CB9"
    assert found("article 51")[0].id == "CH14"
    assert found("veto banana") == found("  ?! ") == ()
