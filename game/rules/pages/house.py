"""The conventions of the game itself, where no law speaks."""

from __future__ import annotations

from game.rules.pages import Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "H1",
        "Whose turn it is",
        "Only the seat whose turn it is may take that act.",
        "House rule",
    ),
    Rule(
        "H2",
        "The time is spent",
        "The time of this meeting is spent; what is left waits for the next.",
        "House rule",
    ),
    Rule(
        "H3",
        "The sitting is over",
        "The sitting has ended; nothing more can be done in it.",
        "House rule",
    ),
    Rule(
        "H4",
        "Something to decide",
        "A draft needs at least one operative clause.",
        "House rule",
    ),
    Rule(
        "H5",
        "It must exist",
        "An act must name something that exists: a seat, a text, a clause, a deal.",
        "House rule",
    ),
    Rule(
        "H6",
        "Not in this crisis",
        "The crisis as written does not offer this.",
        "House rule",
    ),
    Rule(
        "H7",
        "Between two, outside the meeting",
        "A note or a deal is between two delegations, and is made in consultations.",
        "House rule",
    ),
    Rule(
        "H8",
        "Once a round",
        "This may be done once in a round.",
        "House rule",
    ),
    Rule(
        "H9",
        "The director alone",
        "Only the director may do this.",
        "House rule",
    ),
)
