"""Names of members and parties as a sentence and a list want them: with their article, and without.

It knows no Council, only English names.
"""

from __future__ import annotations

import re

_WITH_ARTICLE = re.compile(
    r"(USSR|UK|USA?|UN|Union|United|Soviet|Republic|People|Democratic|Netherlands|Philippines|Dominican|Congo"
    r"|Central|Holy|Federal|Ivory|Kingdom|Nationalist|Byelorussian|Ukrainian|Sudan|Gambia|Russian|Syrian|Libyan)\b"
    r"|.* (authorities|Republic|Federation|Union|Kingdom|States|Emirates|Islands)$"
)


def with_article(name: str) -> str:
    """A name as it stands inside a sentence: `France`, `the United States`."""
    return f"the {name}" if _WITH_ARTICLE.match(name) and not name.startswith("the ") else name


def without_article(name: str) -> str:
    """A name as it stands in a list or a table; a pack may write it either way."""
    return name.removeprefix("the ").removeprefix("The ")
