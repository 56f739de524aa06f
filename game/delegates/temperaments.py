"""What a scripted delegation is like: the temperaments there are, and the traits each declares.

Data alone. What is declared here is held against whole sittings by the tests; what is done is in the file
that bears a temperament's name.
"""

from __future__ import annotations

from msgspec import Struct


class Traits(Struct, frozen=True):
    """What one temperament is and does.

    `votes_by` is interests, patron, principle, chance or record. `amends` is what it changes other members'
    texts for: `own` (to be able to vote for them), `all` (so that all can bear them), `against` (so that
    they fall) or `any`; empty for nothing.
    """

    about: str
    votes_by: str = "interests"
    trades: bool = True
    """Whether it gives a vote for a vote."""
    keeps: str = "always"
    """When it keeps a promised vote: always, unless its `patron` votes otherwise, `while_owed` what was
    promised to it in return and then only on texts it can bear, or as `chance` or the `record` has it."""
    amends: str = "own"
    delays: bool = False
    """Whether it moves to adjourn, postpone or refer to keep a text from the vote."""
    divides: bool = False
    """Whether it asks that a text it opposes be voted in parts."""
    objects: bool = False
    """Whether it raises points of order against others' amendments to a text it opposes."""
    swerves: bool = False
    """Whether it votes yes on a compromise to which its own view is open."""
    looks_up: bool = True
    """Whether it looks to a patron where its own view is open, and likes better what a patron sponsors."""


TRAITS: dict[str, Traits] = {
    "steadfast": Traits("Keeps its instructions, weighs each text by its interests, and keeps its word."),
    "broker": Traits(
        "Seeks the text that all can bear, offers amendments between the sides, and votes for compromises.",
        amends="all",
        swerves=True,
    ),
    "spoiler": Traits(
        "Delays and divides what it opposes, loads texts with more than others can bear, and keeps its word "
        "only while it has something to gain by it.",
        keeps="while_owed",
        amends="against",
        delays=True,
        divides=True,
        objects=True,
    ),
    "follower": Traits(
        "Votes with the member it looks to, whatever it promised, and is steadfast in all else.",
        votes_by="patron",
        keeps="patron",
    ),
    "idealist": Traits(
        "Puts the Charter and its own convictions before any patron, and never trades a vote.",
        votes_by="principle",
        trades=False,
        looks_up=False,
    ),
    "aimless": Traits(
        "Does anything that is lawful, each act as likely as the next.",
        votes_by="chance",
        keeps="chance",
        amends="any",
    ),
    "recorded": Traits(
        "Takes the acts a record gives it, and passes when the record is silent.",
        votes_by="record",
        trades=False,
        keeps="record",
        amends="",
    ),
}
"""Temperaments a scripted seat may have."""

TEMPERAMENTS: dict[str, str] = {id: traits.about for id, traits in TRAITS.items()}
"""Temperaments a scripted seat may have, each with what it does in one sentence."""
