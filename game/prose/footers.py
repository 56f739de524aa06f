"""How a printed resolution says that it was adopted: the vote line of the annual volumes, and its footnote.

Members are listed by their official names in the English alphabetical order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.prose.names import official, ordinal
from game.rules.presidency import alphabetical
from game.rules.sentences import spelled
from game.session.scenario import Scenario


def vote_line(scenario: Scenario, votes: Mapping[str, str], meeting: int) -> str:
    """Return the line under a resolution: `Adopted at the 474th meeting by 7 votes to 1 (Yugoslavia).`

    `votes` holds every member of the day; an empty mapping means that no vote was taken.
    """
    where = f" at the {ordinal(meeting)} meeting" if meeting else ""
    if not votes:
        return f"Adopted without vote{where}."
    yes, no, abstained = (_those(votes, vote) for vote in ("yes", "no", "abstain"))
    if len(yes) == len(votes):
        return f"Adopted unanimously{where}."
    against = f"{len(no)} ({_names(scenario, no)})" if no else "none"
    aside = ""
    if abstained:
        many = "one abstention" if len(abstained) == 1 else f"{len(abstained)} abstentions"
        aside = f", with {many} ({_names(scenario, abstained)})"
    return f"Adopted{where} by {len(yes)} vote{'s' * (len(yes) != 1)} to {against}{aside}."


def footnote(scenario: Scenario, votes: Mapping[str, str]) -> str:
    """Return the note on those who took no part, empty when all did."""
    parts = []
    if silent := _those(votes, "not_participating"):
        parts.append(f"{_members(silent)} ({_names(scenario, silent)}) did not participate in the voting")
    if away := _those(votes, "absent"):
        parts.append(
            f"{_members(away)} ({_names(scenario, away)}) {'was' if len(away) == 1 else 'were'} absent"
        )
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def in_english_order(scenario: Scenario, codes: Iterable[str]) -> list[str]:
    """Member codes in the English alphabetical order of their official names (PR1)."""
    return sorted(codes, key=lambda code: alphabetical(official(scenario, code)))


def _those(votes: Mapping[str, str], vote: str) -> list[str]:
    return [seat for seat, cast in votes.items() if cast == vote]


def _names(scenario: Scenario, codes: Iterable[str]) -> str:
    return ", ".join(official(scenario, code) for code in in_english_order(scenario, codes))


def _members(codes: list[str]) -> str:
    return f"{spelled(len(codes))} member{'s' * (len(codes) != 1)}"
