"""The General Assembly on paper: verbs that recommend, the vote by regional group, sessions by name.

Small words and counts for record, documents and tables; how anybody votes is for `world.blocs`.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.plain import clean
from game.prose import organs
from game.prose.names import counted
from game.session import events as happened
from game.session.scenario import Scenario
from game.world.blocs import Count, by_group

ORGAN = "General Assembly"
NOTE = "In the Assembly a text recommends, whatever its verbs: it binds no Member (Articles 10 to 14)."
LEAGUE_NOTE = "A report of the Assembly has the force of the Council's where Article 15(10) gives it that."
_MILDER = {"Decides": "Recommends", "Determines": "Finds", "Authorizes": "Invites"}


def note(body: str) -> str:
    """What stands under a text of the Assembly beside that Council."""
    return LEAGUE_NOTE if organs.of_the_league(body) else NOTE


def recommending(verb: str, rest: str) -> str:
    """The verb by which the Assembly would say what the Council decides; most verbs serve both."""
    if verb == "Decides" and not rest.startswith("that"):
        return "Resolves"
    return _MILDER.get(verb, verb)


def groups(scenario: Scenario, day: str, votes: Mapping[str, str]) -> dict[str, Count]:
    """What each regional group did, in the order of the board; empty where the crisis knows no groups."""
    electors = scenario.electors(day)
    return by_group(electors, votes) if electors and votes else {}


def group_line(group: str, count: Count) -> str:
    """One group's vote in words: `Latin American: 17 yes, 1 abstaining, 2 absent`."""
    words = ("yes", "no", "abstaining", "absent", "not participating")
    parts = [f"{number} {word}" for number, word in zip(count, words, strict=True) if number]
    return f"{group}: {', '.join(parts) or 'nobody'}"


def heading(e: happened.AssemblyConvened, organ: str = ORGAN) -> str:
    """The heading of the record of a session: `General Assembly, first emergency special session`."""
    again = ", resumed" if e.resumed else ""
    return f"{organ}, {clean(e.title)}{again}"


def opening(e: happened.AssemblyConvened) -> tuple[str, str]:
    """What everybody is told when it meets: that it does, and how it goes about its business."""
    met = f"The {ORGAN} {'meets again' if e.resumed else 'meets'}: its {clean(e.title)}, {called_to(e)}."
    return met, (
        "What a veto kept from the Council is before it. Each delegation at the table has one turn: it may "
        "speak once, lay down a text, or put its name to one. Then the text with most sponsors is put to the "
        "vote, and all Members vote. Two-thirds of those who say yes or no adopt it, as a recommendation."
    )


def called_to(e: happened.AssemblyConvened) -> str:
    """Who the session is made of: `60 Members, each with one vote and none with a veto`."""
    return f"{counted(e.members, 'Member')}, each with one vote and none with a veto"
