"""What the bodies and their papers are called: of the United Nations, or of the League before it.

Names only, by the id of the body that sits; how it votes is told elsewhere (`league`).
"""

from __future__ import annotations

from game.plain import clean
from game.prose.names import ordinal
from game.rules.bodies import BODIES, Law
from game.session.words import NONE, TERMS, Words


def of_the_league(body: str) -> bool:
    """Say whether that body sat under the Covenant."""
    return BODIES[body].law is Law.COVENANT


def council(body: str, words: Words = NONE) -> str:
    """The name on the Council's papers: `Security Council`, or as the pack calls it."""
    return clean(words.terms.get("council", "")) or BODIES[body].organ


def assembly(body: str, words: Words = NONE) -> str:
    """The name of the Assembly beside that Council, or what the pack calls it."""
    usual = "Assembly of the League" if of_the_league(body) else TERMS["assembly"]
    return clean(words.terms.get("assembly", "")) or usual


def organisation(body: str, words: Words = NONE) -> str:
    """Whose papers they are: `United Nations`, or as the pack calls it."""
    usual = "League of Nations" if of_the_league(body) else TERMS["organisation"]
    return clean(words.terms.get("organisation", "")) or usual


def record(body: str, number: int) -> str:
    """What the record of a meeting is called: `S/PV.474`, or in Geneva `Minutes, 20th meeting`."""
    return f"Minutes, {ordinal(number)} meeting" if of_the_league(body) else f"S/PV.{number}"


def unnumbered(body: str) -> str:
    """The symbol of a paper that has no number yet."""
    return "C.…" if of_the_league(body) else "S/…"
