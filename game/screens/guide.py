"""The page "What you see" of the book under `?`: a screen's own guide, and the rules that govern it now."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.rules.book import RULES


def what_you_see(text: str, rules: Sequence[str]) -> Content:
    """Return a screen's guide, then its rules in full; ids the book does not have are left out."""
    pages = [RULES[id] for id in rules if id in RULES]
    if not pages:
        return Content(text)
    law = Content("\n\n").join(
        Content.assemble((f"{page.id}  {page.title}. ", "bold"), page.text, (f"  [{page.source}]", "$quiet"))
        for page in pages
    )
    return Content.assemble(text, ("\n\nThe rules that govern it\n", "bold $primary"), law)
