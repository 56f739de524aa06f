"""A pack's own words in place of the house's: what bodies are called, what delegations say on occasion.

Texts only, with named places such as `{seat}` that are filled in and never run. Nothing here chooses when
something is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

TERMS: Mapping[str, str] = {
    "council": "Security Council",
    "assembly": "General Assembly",
    "organisation": "United Nations",
}
"""What may be called otherwise on papers and screens, and what it is in the United Nations."""
OCCASIONS: Mapping[str, tuple[str, ...]] = {
    "opening": ("seat", "issue"),
    "explain_yes": ("seat", "text", "clause", "reason"),
    "explain_no": ("seat", "text", "clause", "reason"),
    "explain_abstain": ("seat", "text", "clause", "reason"),
    "veto": ("seat", "text", "clause", "reason"),
    "warn_veto": ("seat", "text", "clause"),
    "ask_amendment": ("seat", "other", "text", "clause"),
    "offer_deal": ("seat", "other", "text"),
    "accept_deal": ("seat", "other", "text"),
    "refuse_deal": ("seat", "other", "text", "reason"),
    "thank": ("seat", "other"),
    "protest": ("seat", "other", "reason"),
    "leave": ("seat", "reason"),
    "return": ("seat", "reason"),
}
"""Occasions on which a scripted delegation speaks, and the places that its sentences may have."""
PLACE = re.compile(r"\{([^{}]*)\}")


class Words(Struct, frozen=True):
    """A pack's own words, for all its seats."""

    terms: dict[str, str] = {}
    """What bodies are called, such as {council: Council of the League}: council, assembly or organisation."""
    speeches: dict[str, tuple[str, ...]] = {}
    """By occasion, sentences of scripted delegations, in turn, such as {veto: "{seat} cannot accept it."}."""

    def said(self, occasion: str, turn: int, **places: str) -> str:
        """Return what is said on an occasion, its places filled; empty where the pack has no words for it.

        `turn` counts from 0 and goes round the sentences. A place for which nothing is given stays empty.
        The first letter is a capital, whatever fills a place at the beginning.
        """
        sentences = self.speeches.get(occasion, ())
        if not sentences:
            return ""
        chosen = sentences[turn % len(sentences)]
        said = " ".join(PLACE.sub(lambda place: places.get(place[1], ""), chosen).split())
        return said[:1].upper() + said[1:]


NONE = Words()
"""No words of a pack's own."""
