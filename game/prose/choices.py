"""What scripted delegations chose, and why: votes by roll call, and every other act, for the debrief.

Values only; who plays the delegates makes them (`sitting.choices`). They open briefs: show them when a
sitting is over, and never before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct


class Choice(Struct, frozen=True):
    """One act of a scripted delegation; `at` is the number of its event in the record, from 0.

    `done` says what it did, `reason` why. Of a vote, `vote` is the ballot, `put` the number of the event that
    put the question, and `terms` the arithmetic of the text, line by line (none for questions of procedure).
    """

    at: int
    seat: str
    name: str
    stage: str
    date: str
    done: str
    reason: str
    vote: str = ""
    put: int = -1
    terms: tuple[str, ...] = ()


class Roll(Struct, frozen=True):
    """One roll call: what was put, how it ended in a word, and the votes of scripted delegations."""

    question: str
    date: str
    choices: tuple[Choice, ...]


class Motives(Struct, frozen=True):
    """All that scripted delegations chose: roll calls in order, and every other act in order."""

    rolls: tuple[Roll, ...] = ()
    acts: tuple[Choice, ...] = ()


def gathered(choices: Sequence[Choice], questions: dict[int, str]) -> Motives:
    """Return choices as roll calls and acts; `questions` names what was put, by the number of its event."""
    cast = sorted((c for c in choices if c.vote), key=lambda c: (c.put, c.at))
    rolls = []
    for number, votes in groupby(cast, key=lambda c: c.put):
        told = tuple(votes)
        rolls.append(Roll(questions.get(number, ""), told[0].date, told))
    return Motives(tuple(rolls), tuple(c for c in choices if not c.vote))
