"""`horseshoe rule`: a page of the book of rules, by its number or by words in it.

Without a number or words it lists the whole book. It reads the book and knows no law of its own.
"""

from __future__ import annotations

import difflib
import json
import shutil
import textwrap
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.near import shown
from game.cli.trouble import Misuse

if TYPE_CHECKING:
    from game.rules.book import Rule

NARROWEST, WIDEST = 40, 88
"""Columns between which a page is set, whatever the terminal's width."""
MEANT = 3
"""Rules that are named when nothing was found."""


def run(asked: Namespace) -> int:
    """Print the page asked for, the list of pages found, or the contents; as JSON always a list of pages."""
    from game.rules.book import CHAPTERS, RULES

    words = " ".join(asked.words).strip()
    numbered = _numbered(words)
    pages = numbered or (_sought(words) if words else tuple(RULES.values()))
    if asked.json:
        saying.hand_over(json.dumps([_fields(page) for page in pages], indent=2))
    elif numbered or len(pages) == 1:
        saying.say("\n\n".join("\n".join(_page(page, _width())) for page in pages))
    elif words:
        _say(_listed(pages))
        saying.say(f"\n'horseshoe rule {pages[0].id}' reads the first.")
    else:
        for chapter in CHAPTERS:
            saying.say(chapter.title)
            _say(_listed(chapter.pages))
    return 0


def _numbered(words: str) -> tuple[Rule, ...]:
    """The pages of these numbers, however they are typed; none if anything else is among them."""
    from game.rules.book import RULES

    numbers = {id.casefold(): page for id, page in RULES.items()}
    asked = [numbers.get(word.casefold()) for word in words.split()]
    pages = tuple(page for page in asked if page is not None)
    return pages if len(pages) == len(asked) else ()


def _sought(words: str) -> tuple[Rule, ...]:
    """The pages that hold the words, the likeliest first; raises Misuse where there are none."""
    from game.rules.book import found

    pages = found(words)
    if not pages:
        raise Misuse(f"The book has no rule {shown(words)}.{_meant(words)}")
    return pages


def _meant(words: str) -> str:
    """A question that names the nearest rules, with a space before it, or nothing."""
    from game.rules.book import RULES

    known: dict[str, Rule] = {}
    for page in RULES.values():
        for name in (page.id, page.title, *page.title.split()):
            known.setdefault(name.casefold().strip(","), page)
    near: list[Rule] = []
    for typed in (words, *words.split()):
        near += (known[name] for name in difflib.get_close_matches(typed.casefold(), known, MEANT, 0.6))
    if not near:
        return " 'horseshoe rule' lists them all."
    named = [f"{page.id} ({page.title})" for page in list(dict.fromkeys(near))[:MEANT]]
    return f" Did you mean {' or '.join(named)}?"


def _fields(page: Rule) -> dict[str, object]:
    from dataclasses import asdict

    from game.rules.book import chapter_of

    return {**asdict(page), "chapter": chapter_of(page.id)}


def _page(page: Rule, width: int) -> Iterator[str]:
    """A page as a person reads it, no line longer than the width."""
    from game.rules.book import RULES, chapter_of

    yield from textwrap.wrap(f"{page.id}  {page.title}", width, subsequent_indent=" " * (len(page.id) + 2))
    yield from textwrap.wrap(f"{chapter_of(page.id)} · {page.source}", width)
    yield ""
    yield from _set(page.text, width)
    if page.example is not None:
        yield ""
        yield from _set(f"{page.example.where}: {page.example.words}", width, "  │ ")
    if page.see:
        also = ", ".join(f"{id} ({RULES[id].title})" for id in page.see)
        yield ""
        yield from _set(f"See also {also}.", width)


def _set(text: str, width: int, margin: str = "  ") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin)


def _listed(pages: Iterable[Rule]) -> Iterator[str]:
    return (f"  {page.id:<5} {page.title}" for page in pages)


def _say(lines: Iterable[str]) -> None:
    saying.say("\n".join(lines))


def _width() -> int:
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - 1))
