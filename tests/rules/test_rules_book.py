"""The book of rules: complete, plain, and cited correctly by the whole room."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import game.rules
from game.rules.bases import BASES
from game.rules.book import RULES, rule
from game.rules.matters import MATTERS
from game.rules.motions import MOTIONS
from game.rules.pages import Rule

ROOM = Path(game.rules.__file__).parent
ID = re.compile(r"(V|P|M|PR|MT|AG|CB|IN|EV|GA|SP|CH|H|RC|PB)\d+b?")
FAMILIES = {"V": 14, "P": 6, "M": 4, "PR": 6, "MT": 6, "AG": 8, "CB": 12, "IN": 6, "EV": 7, "GA": 10, "SP": 6}


def cited() -> set[str]:
    """Every string in the room's code that is nothing but a rule id."""
    ids = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
                ids.add(node.value)
    return ids


def named_in_prose() -> set[str]:
    """Every rule id a docstring or comment of the room names."""
    text = "\n".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    return {match.group() for match in re.finditer(rf"\b{ID.pattern}\b", text)}


def test_every_id_the_room_cites_has_a_page() -> None:
    assert len(cited()) > 30
    assert cited() <= RULES.keys()
    assert named_in_prose() <= RULES.keys()


def test_the_tables_cite_pages() -> None:
    assert {id for motion in MOTIONS.values() for id in motion.spec} <= RULES.keys()
    assert {basis.rule for basis in BASES.values()} <= RULES.keys()
    assert {matter.rule for matter in MATTERS.values()} <= RULES.keys()


@pytest.mark.parametrize(("family", "last"), FAMILIES.items())
def test_families_of_rules_are_whole(family: str, last: int) -> None:
    assert {f"{family}{number}" for number in range(1, last + 1)} <= RULES.keys()


def test_the_charter_and_the_house_are_whole() -> None:
    assert {f"CH{number}" for number in range(1, 21)} | {"CH9b", "V0"} <= RULES.keys()
    assert {f"H{number}" for number in range(1, 10)} <= RULES.keys()


@pytest.mark.parametrize("page", RULES.values(), ids=RULES.keys())
def test_every_page_is_plain(page: Rule) -> None:
    assert rule(page.id) is page
    assert page.title[0].isupper()
    assert not page.title.endswith(".")
    assert page.text.endswith(".")
    assert 20 < len(page.text) < 300
    assert page.text.count(". ") <= 3
    assert page.source


def test_no_page_is_written_twice() -> None:
    texts = [page.text for page in RULES.values()]
    assert len(set(texts)) == len(texts)


def test_an_unknown_id_is_told_clearly() -> None:
    with pytest.raises(ValueError, match="The book has no rule 'V99'"):
        rule("V99")
