"""What a field may hold beyond its type: ranges, forms and the words to choose from.

A table only, keyed by record and field; `schema` reads it. What a value *refers* to is for the checks.
"""

from __future__ import annotations

from typing import Any

from annotated_types import Ge, Interval, MaxLen, MinLen
from pydantic import StringConstraints

from game.rules.bases import BASES
from game.rules.bodies import BODIES, Nature, Vote
from game.rules.verbs import Part
from game.session.expectations import Acceptance, Bounds, Correlation, Expectations
from game.session.scenario import (
    Assembly,
    Brief,
    ClauseKind,
    Deed,
    Issue,
    Parameter,
    Party,
    PledgeKind,
    Position,
    Prospectus,
    RedLine,
    Roll,
    ScriptLine,
    Sealed,
    Seat,
    Stage,
    StoredDraft,
)
from game.session.scenario import Choice as ClauseChoice
from game.world.compliance import Demand
from game.world.outside import Effect, Track
from game.world.patrons import Reaction
from game.world.powers import Claim
from game.world.story import Ending, Happening


class OneOf:
    """A text that must be one of a few words; `schema` turns it into a test and into an `enum`."""

    def __init__(self, *words: str) -> None:
        """Keep the words in the order in which an author is told them."""
        self.words = words


ID = StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]{0,47}$")
SEAT_CODE = StringConstraints(pattern=r"^[A-Z]{3}$")
PARTY_CODE = StringConstraints(pattern=r"^[A-Z][A-Z0-9_-]{1,11}$")
DATE = StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
WEIGHT = Interval(ge=-3, le=3)
SHARE = Interval(ge=0, le=1)
PERCENT = Interval(ge=0, le=100)
NUMBER = Interval(ge=0, le=1_000_000)
TITLE = MaxLen(160)

VOTES = OneOf(*Vote)
RESULTS = OneOf("adopted", "failed", "vetoed", "withdrawn", "not_put")
CHARACTERS = OneOf(
    "determination", "cessation", "force", "command", "sanctions", "commission", "relief", "condemnation",
    "credentials", "referral", "invitation", "deferral", "removal", "good_offices", "other",
)  # fmt: skip
ACTS = OneOf(
    "table", "sponsor", "speak", "vote", "leave", "return", "pledge", "invite", "point", "refer", "object",
    "note", "amend", "withdraw", "request",
)  # fmt: skip

TEMPERAMENTS = OneOf("steadfast", "broker", "spoiler", "follower", "idealist", "aimless")
"""Those of `game.delegates` that a brief may ask for; a record is nothing that a pack has."""
LEVELS = OneOf("novice", "seasoned", "veteran")

KEYS: dict[type, Any] = {Seat: SEAT_CODE, Party: PARTY_CODE}
"""The form of a record's key where it is not that of an ordinary id."""

LIMITS: dict[tuple[type, str], tuple[Any, ...]] = {
    (Prospectus, "id"): (ID,),
    (Prospectus, "title"): (MinLen(1), TITLE),
    (Prospectus, "body"): (OneOf(*BODIES),),
    (Prospectus, "opens"): (DATE,),
    (Prospectus, "minutes"): (Interval(ge=1, le=1_000),),
    (Prospectus, "resolution"): (NUMBER,),
    (Issue, "poles"): (MinLen(2), MaxLen(2)),
    **{(Prospectus, name): (MinLen(1),) for name in ("seats", "issues", "tracks", "clauses")},
    **{(Sealed, name): (MinLen(1),) for name in ("stages", "endings")},
    (Assembly, "leanings"): (Interval(ge=-1, le=1),),
    (Party, "admits"): (OneOf("IN1", "IN2", "IN3"),),
    (Party, "issues"): (WEIGHT,),
    (ClauseChoice, "bears"): (WEIGHT,),
    (Parameter, "choices"): (MinLen(1),),
    (ClauseKind, "part"): (OneOf(*Part),),
    (ClauseKind, "rank"): (Interval(ge=1, le=10),),
    (ClauseKind, "nature"): (OneOf(*Nature),),
    (ClauseKind, "character"): (CHARACTERS,),
    (ClauseKind, "issues"): (WEIGHT,),
    (ClauseKind, "basis"): (OneOf(*BASES),),
    (Roll, "result"): (RESULTS,),
    (Roll, "votes"): (VOTES,),
    (Roll, "yes"): (NUMBER,),
    (Roll, "no"): (NUMBER,),
    (Roll, "abstain"): (NUMBER,),
    (Roll, "date"): (DATE,),
    (Roll, "resolution"): (NUMBER,),
    (StoredDraft, "clauses"): (MinLen(1),),
    (PledgeKind, "after"): (Interval(ge=0, le=50),),
    (Stage, "date"): (DATE,),
    (Stage, "meeting"): (NUMBER,),
    (Stage, "document"): (NUMBER,),
    (Stage, "rounds"): (Interval(ge=1, le=9),),
    (Position, "position"): (WEIGHT,),
    (Position, "salience"): (Interval(ge=0, le=3),),
    (RedLine, "vote"): (OneOf("no", "abstain"),),
    (Brief, "capacity"): (Ge(0),),
    (Brief, "temperament"): (TEMPERAMENTS,),
    (Brief, "level"): (LEVELS,),
    (ScriptLine, "act"): (ACTS,),
    (Track, "start"): (PERCENT,),
    (Track, "least"): (PERCENT,),
    (Track, "most"): (PERCENT,),
    (Track, "drift"): (Interval(ge=-100, le=100),),
    (Deed, "act"): (OneOf("pledge", "leave", "return", "notice", "agenda", "agreed", "assembly"),),
    (Deed, "share"): (SHARE,),
    (Deed, "votes"): (VOTES,),
    (Claim, "credit"): (SHARE,),
    (Claim, "left"): (SHARE,),
    (Reaction, "eagerness"): (SHARE,),
    (Ending, "priority"): (Interval(ge=-100, le=100),),
    (Ending, "because"): (MaxLen(200),),
    (ClauseKind, "lapses"): (Interval(ge=0, le=50),),
    (PledgeKind, "after_from"): (Interval(ge=0, le=50),),
    (StoredDraft, "form"): (OneOf("resolution", "statement"),),
    (Track, "good"): (OneOf("high", "low", "neither"),),
    (Effect, "by"): (Interval(ge=-1_000, le=1_000),),
    (Effect, "to"): (PERCENT,),
    (Effect, "standing"): (Interval(ge=-200, le=200),),
    (Effect, "after"): (Interval(ge=0, le=50),),
    (Happening, "chance"): (SHARE,),
    (Happening, "date"): (DATE,),
    (Demand, "difficulty"): (SHARE,),
    (Bounds, "at_least"): (SHARE,),
    (Bounds, "at_most"): (SHARE,),
    (Correlation, "at_most"): (SHARE,),
    (Acceptance, "why"): (MinLen(1),),
    (Expectations, "seats"): (SHARE,),
    (Expectations, "reading"): (Interval(ge=0, le=20),),
}
