"""What the bodies and their papers are called: of the United Nations, or of the League before it.

Names only, by the id of the body that sits; how it votes is told elsewhere (`league`).
"""

from __future__ import annotations

from game.prose.names import ordinal
from game.rules.bodies import BODIES, Law


def of_the_league(body: str) -> bool:
    """Say whether that body sat under the Covenant."""
    return BODIES[body].law is Law.COVENANT


def council(body: str) -> str:
    """The name on the Council's papers: `Security Council`."""
    return BODIES[body].organ


def assembly(body: str) -> str:
    """The name of the Assembly beside that Council."""
    return "Assembly of the League" if of_the_league(body) else "General Assembly"


def organisation(body: str) -> str:
    """Whose papers they are: `United Nations`."""
    return "League of Nations" if of_the_league(body) else "United Nations"


def record(body: str, number: int) -> str:
    """What the record of a meeting is called: `S/PV.474`, or in Geneva `Minutes, 20th meeting`."""
    return f"Minutes, {ordinal(number)} meeting" if of_the_league(body) else f"S/PV.{number}"


def unnumbered(body: str) -> str:
    """The symbol of a paper that has no number yet."""
    return "C.…" if of_the_league(body) else "S/…"
