"""How well a scripted delegation plays its hand: the levels there are, and what each knows to do.

A temperament says what a delegation is like; a level says how much of the craft it has. Nothing here acts.
"""

from __future__ import annotations

NOVICE, SEASONED, VETERAN = "novice", "seasoned", "veteran"

LEVELS: dict[str, str] = {
    NOVICE: "Says its piece and votes its interests; it changes no text and strikes no bargain.",
    SEASONED: "Amends, trades votes, counts heads, and warns of its no.",
    VETERAN: "Searches for the text and the moment that carry what it was sent for.",
}
"""Levels of skill, from the least to the most, each with what it does in one sentence."""
