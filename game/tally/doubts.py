"""Records known to be wrong: which, why, and what they should say.

A doubt belongs to one vote with these very numbers; a file that has them right is in no doubt. Nothing is
corrected in the file: the vote is judged by the better numbers, and the doubt is told beside it. To add one,
add it to the table with a source that can be looked up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.rules.results import Tally


@dataclass(frozen=True, slots=True)
class Doubt:
    """One record in doubt: the numbers it has (yes, no, abstain), those it should have, and the reason."""

    numbers: tuple[int, int, int]
    better: Tally
    reason: str


DOUBTS: Mapping[str, Doubt] = MappingProxyType(
    {
        "S/5095": Doubt(
            (7, 2, 1),
            Tally(yes=2, no=7, abstain=1),
            "The table has yes and no the wrong way round: on 23 March 1962 the Cuban draft had 2 votes in "
            "favour and 7 against, with 1 abstention (Repertoire 1959-1963, chapter VIII).",
        ),
    }
)


def doubt(vote_id: str, yes: int | None, no: int | None, abstain: int | None) -> Doubt | None:
    """The doubt about a vote with these numbers, if there is one."""
    known = DOUBTS.get(vote_id)
    return known if known is not None and known.numbers == (yes, no, abstain) else None
