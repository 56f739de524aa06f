"""Names with and without their article."""

from __future__ import annotations

import pytest

from game.plain.names import with_article, without_article


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("France", "France"),
        ("United States", "the United States"),
        ("the United States", "the United States"),
        ("USSR", "the USSR"),
        ("Netherlands", "the Netherlands"),
        ("Yugoslavia", "Yugoslavia"),
    ],
)
def test_a_name_has_its_article_inside_a_sentence_only(name: str, inside: str) -> None:
    assert with_article(name) == inside
    assert without_article(inside) == name.removeprefix("the ")
