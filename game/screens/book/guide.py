"""The leaves bound into the book of rules for one sitting: what one sees, the house's rules, its motions.

They are made of the screen's own guide and of the house's record; nothing here knows one house from another.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.rules.book import RULES
from game.rules.house import House, in_order
from game.rules.house_words import explained, motion_in_words
from game.screens.pieces.literal import literally


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


def house_rules(house: House) -> Content:
    """Return what a house's rules are: how it works, then every parameter in a sentence with its rule."""
    lines = [
        Content.assemble(literally(line.sentence), (f"  {line.rule}", "$quiet")) for line in explained(house)
    ]
    return Content("\n").join([_heading(house.title), Content(literally(house.about)), Content(""), *lines])


def motions_in_order(house: House) -> Content:
    """Return the motions a house knows, the first to be taken first, each with what it asks and needs."""
    entries = [house.motion[id] for id in in_order(house, house.motion)]
    told = [
        Content.assemble(
            (literally(f"{place}. {entry.name}"), "bold"),
            (literally(f"  {f'rule {entry.rule} · ' if entry.rule else ''}{entry.spec}"), "$quiet"),
            f"\n{literally(motion_in_words(house, entry))}",
        )
        for place, entry in enumerate(entries, start=1)
    ]
    return Content("\n\n").join([_heading(f"{house.title}: the motions in their order"), *told])


def _heading(text: str) -> Content:
    return Content.styled(literally(text), "bold $primary")
