"""House rules: everything in which conferences differ, as one record that the same law reads.

The real Council is a house too (`UNSC`), and the Model UN styles are others (MU1 to MU11). A house is data:
it lists its motions and sets its numbers, and no law may ask which house it is. What is not listed a house
does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf
from types import MappingProxyType

from game.rules.motions import MOTIONS, Decided
from game.rules.refusals import Refusal


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
    as soon as it is moved, and not at the end of the round; `asks` what the mover must state: total, each,
    topic, draft, place, seats; `vetoable` whether a permanent member's no defeats it.
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
    vetoable: bool = False
    rule: str = ""
    spec: str = "MU1"
    put_as: str = ""
    effect: str = ""

    @property
    def question(self) -> str:
        """The words after `the motion`: what is put to the vote."""
        return self.put_as or f"“{self.name[:1].lower()}{self.name[1:]}”"


MOVES = (
    "suspend", "adjourn", "adjourn_to", "refer", "postpone", "priority", "ess", "to_assembly", "remove_item",
    "private_meeting", "vote_now", "declare_dispute",
    "caucus_free", "caucus_led", "close_debate", "set_aside", "set_time", "close_list", "open_list",
    "extend", "reconsider", "divide", "roll_call", "vote_directives",
)  # fmt: skip
"""What a motion may do when it is carried."""
DEEDS = (
    "point", "appeal", "amend", "second_degree", "draft", "introduce", "part", "withdraw", "agenda", "invite",
    "request_meeting", "preliminary", "cede_chair", "yield", "reply", "privilege", "inquiry", "information",
    "recount", "directive", "private_directive", "note", "communique", "press_release",
)  # fmt: skip
"""What is done by an act of its own; a house lists it to say that it is known there, and on what terms."""
DOES = MOVES + DEEDS
ASKS = ("total", "each", "topic", "draft", "place", "seats")
POINTS = {"point": "order", "privilege": "privilege", "inquiry": "inquiry", "information": "information"}
"""The points that may be raised, by the deed that a house lists."""
PAPERS = ("directive", "communique", "press_release")
"""The papers of a crisis committee that are voted without being resolutions (MU5)."""


@dataclass(frozen=True)
class House:
    """The rules of one house.

    Numbers: the `signatories` a draft, an amendment or a directive needs are shares of the members (0-1),
    sponsors counted; `speaking_time` is in seconds, 0 for none.
    """

    id: str
    title: str
    about: str = ""
    motions: tuple[HouseMotion, ...] = ()
    procedure: Needed = Needed.NINE
    """What carries a question of procedure that is no motion of the list."""
    veto: Veto = Veto.STRICT
    abstain_on_procedure: bool = True
    """Whether one may abstain on a question of procedure (MU4)."""
    attendance: bool = False
    """Whether delegations may answer present and voting, and then may not abstain (MU3)."""
    signatories: float = 0.0
    amendment_signatories: float = 0.0
    friendly: str = "mover"
    """Who must accept an amendment for it to be taken in without a vote: mover, sponsors or nobody (MU8)."""
    amendment_order: str = "furthest"
    """furthest (removed in substance, CB10) or receipt."""
    amendments_at_once: bool = False
    """Whether an amendment is voted as soon as it is moved."""
    prewritten: bool = True
    """Whether drafts come written; otherwise a text is built up clause by clause (MU4)."""
    yields: tuple[str, ...] = ()
    """To whom a speaker may yield the rest of its time: delegate, questions, chair (MU3)."""
    speaking_time: int = 0
    passing: bool = False
    """Whether a delegation may pass once in a roll call and must then vote yes or no (MU6)."""
    rights: bool = False
    """Whether a vote may be cast with rights, and explained afterwards (MU6)."""
    directive_signatories: float = 0.0
    crisis_veto: bool = False
    """Whether a permanent member's no stops a directive (MU5)."""

    @cached_property
    def motion(self) -> Mapping[str, HouseMotion]:
        """The motions by id."""
        return MappingProxyType({m.id: m for m in self.motions})

    @cached_property
    def movable(self) -> tuple[str, ...]:
        """Ids of what may be moved as a motion, in the order of the list."""
        return tuple(m.id for m in self.motions if m.does in MOVES)

    @cached_property
    def adds(self) -> bool:
        """Whether the house adds motions or papers of its own to what the Council does."""
        papers = self.signatories or self.directive_signatories or not self.prewritten
        return bool(papers) or any(not m.rule for m in self.motions)

    @cached_property
    def _doing(self) -> Mapping[str, HouseMotion]:
        return {m.does: m for m in reversed(self.motions)}

    def doing(self, does: str) -> HouseMotion | None:
        """Return the first entry that does this, or None when the house does not know it."""
        return self._doing.get(does)

    def need(self, does: str, otherwise: Needed) -> Needed:
        """Return what carries a question of this kind, as the house's entry says."""
        entry = self._doing.get(does)
        return otherwise if entry is None else entry.needed

    @cached_property
    def substance(self) -> Needed:
        """What carries a draft: the body's own number under the veto, or a majority."""
        return self.need("draft", Needed.NINE)

    @cached_property
    def appeal(self) -> Needed:
        """What overrules a ruling of the President (CB5)."""
        return self.need("appeal", self.procedure)

    @cached_property
    def amendment(self) -> Needed:
        """What carries an amendment; `same_as_text` as the draft it belongs to (V12)."""
        return self.need("amend", Needed.SAME_AS_TEXT)

    @cached_property
    def points(self) -> tuple[str, ...]:
        """Points that may be raised: order, privilege, inquiry, information."""
        return tuple(word for does, word in POINTS.items() if does in self._doing)


UNRANKED = 1_000


def rank(house: House, id: str) -> float:
    """Return the rank of a motion in a house, lower first; unranked motions come last."""
    found = house.motion[id].precedence if id in house.motion else None
    return UNRANKED if found is None else found


def in_order(house: House, motions: Iterable[str]) -> tuple[str, ...]:
    """Return motion ids in the order in which they are taken; equals keep the order in which they came."""
    return tuple(sorted(motions, key=lambda id: rank(house, id)))


def refuse_motion(house: House, id: str, pending: Iterable[str] = ()) -> Refusal | None:
    """Say why a motion may not be moved now: a stronger one, or the same, waits for its decision (CB9).

    Motions ranked behind amendments keep nothing out.
    """
    amend = house.doing("amend")
    bar = inf if amend is None or amend.precedence is None else amend.precedence
    for other in pending:
        if rank(house, other) < min(rank(house, id), bar):
            name = house.motion[other].name
            what = f"{name[0].lower()}{name[1:]}"
            return Refusal("CB9", f"A motion that comes first in order is still to be decided: {what}.")
        if other == id:
            return Refusal("CB9", "The same motion is already before the Council.")
    return None


_MOVED = (
    "suspend", "adjourn", "adjourn_to", "refer", "postpone", "priority", "ess", "to_assembly",
    "remove_item",
    "private_meeting", "vote_now", "declare_dispute",
)  # fmt: skip
_ASKED = {"priority": ("draft",), "declare_dispute": ("seats",)}
_DONE = {
    "point_of_order": "point", "challenge": "appeal", "amendment": "amend", "draft": "draft",
    "separate_vote": "part", "withdraw": "withdraw", "adopt_agenda": "agenda", "invite": "invite",
    "request_meeting": "request_meeting", "preliminary": "preliminary", "cede_chair": "cede_chair",
}  # fmt: skip
_NEEDED = {
    Decided.CHAIR: Needed.CHAIR,
    Decided.AS_THE_TEXT: Needed.SAME_AS_TEXT,
    Decided.ON_REQUEST: Needed.REQUEST,
    Decided.WITHOUT_VOTE: Needed.NONE,
}


def _of_the_council(id: str) -> HouseMotion:
    known = MOTIONS[id]
    return HouseMotion(
        id=id,
        name=known.name,
        does=_DONE.get(id, id),
        needed=Needed.NINE if id == "draft" else _NEEDED.get(known.decided, Needed.NINE),
        precedence=known.precedence,
        debated=known.debatable,
        at_once=not known.debatable or id == "vote_now",
        asks=_ASKED.get(id, ()),
        vetoable=id in ("amendment", "draft", "separate_vote", "preliminary"),
        rule=known.rule,
        spec=known.spec[0],
        put_as=known.put_as,
    )


UNSC = House(
    id="unsc",
    title="The Security Council as it works",
    about="The Charter and the Council's provisional rules of procedure, with no house rules added (MU1).",
    motions=tuple(_of_the_council(id) for id in (*_MOVED, *_DONE)),
)
