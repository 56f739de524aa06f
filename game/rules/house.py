"""House rules: everything in which conferences differ, as one record that the same law reads.

The real Council is a house too (`UNSC`), and the Model UN styles are others (MU1 to MU11). A house is data:
it lists its motions and sets its numbers, and no law may ask which house it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from game.rules.motions import MOTIONS, Decided


class Needed(StrEnum):
    """What carries a question.

    `nine` is the body's own number of affirmative votes without a veto (seven of eleven, V3), `same_as_text`
    the majority of the proposal it belongs to, `majority` and `two_thirds` are of members present and voting
    (MU10), the two `_seats` of all members. `consensus` is no objection; `request` is granted to whoever
    asks; `chair` is the President's to decide; `none` needs nobody's consent.
    """

    NINE = "nine"
    SAME_AS_TEXT = "same_as_text"
    MAJORITY = "majority"
    TWO_THIRDS = "two_thirds"
    MAJORITY_SEATS = "majority_seats"
    TWO_THIRDS_SEATS = "two_thirds_seats"
    CONSENSUS = "consensus"
    REQUEST = "request"
    CHAIR = "chair"
    NONE = "none"


class Veto(StrEnum):
    """What a permanent member's no does (MU9)."""

    STRICT = "strict"
    NONE = "none"
    ABSTAIN_TO_PASS = "house_abstain_to_pass"
    """Whoever would veto is asked once whether it would rather abstain."""
    P5_CAUCUS = "p5_caucus"
    """The meeting is suspended before a vote on which a veto has been announced."""


@dataclass(frozen=True, slots=True)
class HouseMotion:
    """One motion as a house knows it.

    `does` names what it does when carried (one of `DOES`); `precedence` its rank, lower first; `speakers` how
    many may speak for and against it when it is `debated` (both 0: in the general debate); `seconds` how many
    must second it; `objection` what it needs once somebody objected to consensus; `at_once` whether it is put
    as soon as it is moved; `asks` what the mover must state: total, each, topic, draft, place, seats.
    """

    id: str
    name: str
    does: str
    needed: Needed = Needed.NINE
    precedence: int | None = None
    debated: bool = False
    speakers: tuple[int, int] = (0, 0)
    seconds: int = 0
    objection: Needed | None = None
    at_once: bool = True
    asks: tuple[str, ...] = ()
    rule: str = ""
    spec: str = "MU1"
    put_as: str = ""
    effect: str = ""


DOES = (
    "suspend", "adjourn", "adjourn_to", "refer", "postpone", "priority", "ess", "to_assembly", "remove_item",
    "private_meeting", "vote_now", "declare_dispute",
    "caucus_free", "caucus_led", "close_debate", "set_aside", "set_time", "close_list", "open_list",
    "extend", "reconsider", "divide", "roll_call", "recount", "vote_directives",
)  # fmt: skip
"""What a motion may do."""


@dataclass(frozen=True)
class House:
    """The rules of one house.

    Numbers: `signatories` and `amendment_signatories` are shares of the members (0-1), sponsors counted;
    `speaking_time` is in seconds, 0 for none.
    """

    id: str
    title: str
    about: str = ""
    motions: tuple[HouseMotion, ...] = ()
    points: tuple[str, ...] = ("order",)
    """Points that may be raised: order, privilege, inquiry, information."""
    substance: Needed = Needed.NINE
    """What carries a draft: the body's own number under the veto, or a majority of those voting."""
    procedure: Needed = Needed.NINE
    appeal: Needed = Needed.NINE
    """What overrules a ruling of the President (CB5)."""
    veto: Veto = Veto.STRICT
    abstain_on_procedure: bool = True
    attendance: bool = False
    """Whether delegations may answer present and voting, and then may not abstain (MU3)."""
    signatories: float = 0.0
    amendment_signatories: float = 0.0
    friendly: str = "mover"
    """Who must accept an amendment for it to be taken in without a vote: mover or sponsors (MU8)."""
    amendment_order: str = "furthest"
    """furthest (removed in substance, CB10) or receipt."""
    amendments_at_once: bool = False
    """Whether an amendment is voted as soon as it is moved."""
    second_degree: bool = False
    """Whether an amendment may itself be amended."""
    prewritten: bool = True
    """Whether drafts come written; otherwise a text is built up clause by clause (MU4)."""
    yields: tuple[str, ...] = ()
    """To whom a speaker may yield the rest of its time: delegate, questions, chair (MU3)."""
    speaking_time: int = 0
    passing: bool = False
    """Whether a delegation may pass once in a roll call and must then vote yes or no (MU6)."""
    rights: bool = False
    """Whether a vote may be cast with rights, and explained afterwards (MU6)."""
    reply: bool = False
    """Whether there is a right of reply (MU7)."""
    directives: bool = False
    private_directives: bool = False
    notes: bool = False
    """Whether delegations send crisis notes to the director."""
    communiques: bool = False
    crisis_veto: bool = False
    """Whether a permanent member's no stops a directive (MU5)."""

    @cached_property
    def motion(self) -> Mapping[str, HouseMotion]:
        """The motions by id."""
        return MappingProxyType({m.id: m for m in self.motions})


_AT_ONCE = ("suspend", "adjourn")
_MOVED = (
    "suspend", "adjourn", "adjourn_to", "refer", "postpone", "priority", "ess", "remove_item",
    "private_meeting", "vote_now",
)  # fmt: skip


def _of_the_council(id: str) -> HouseMotion:
    known = MOTIONS[id]
    assert known.decided is Decided.PROCEDURAL_VOTE
    return HouseMotion(
        id=id,
        name=known.name,
        does=id,
        precedence=known.precedence,
        debated=known.debatable,
        at_once=not known.debatable,
        asks=("draft",) if id == "priority" else (),
        rule=known.rule,
        spec=known.spec[0],
        put_as=known.put_as,
    )


UNSC = House(
    id="unsc",
    title="The Security Council as it works",
    about="The Charter and the Council's provisional rules of procedure, with no house rules added (MU1).",
    motions=tuple(_of_the_council(id) for id in _MOVED),
)
