"""The motions of the Council: what each is called, where it ranks, whether it is debated, who decides it.

A table and a few questions asked of it. It never knows which motions are before a meeting, nor what they
would do; the rules of procedure of the Council know no seconder, no closure of debate and no two-thirds, and
`refuse_foreign` says what to move instead of what other houses know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from game.rules.refusals import Refusal


class Decided(StrEnum):
    """How a motion is decided."""

    CHAIR = "chair"
    PROCEDURAL_VOTE = "procedural_vote"
    AS_THE_TEXT = "as_the_text"
    PRELIMINARY_VOTE = "preliminary_vote"
    ON_REQUEST = "on_request"
    WITHOUT_VOTE = "without_vote"


@dataclass(frozen=True, slots=True)
class Motion:
    """One motion of the rules of procedure.

    `rule` is its number there, `precedence` its rank (lower is taken first, None unranked), `put_as` the
    words after "the question is", `spec` the ids of `book.RULES` that govern it; `by_consent` whether the
    President first asks if anybody objects, so that it is voted only when somebody does (EV3).
    """

    id: str
    name: str
    rule: str
    precedence: int | None
    debatable: bool
    put_as: str
    spec: tuple[str, ...]
    decided: Decided
    by_consent: bool = False


_VOTE, _TEXT = Decided.PROCEDURAL_VOTE, Decided.AS_THE_TEXT

_ALL = (
    Motion(
        "point_of_order", "Point of order", "30", 0, False,
        "the point of order", ("CB3",), Decided.CHAIR,
    ),
    Motion(
        "challenge", "Challenge to the President's ruling", "30", 1, False,
        "shall the ruling of the President be overruled?", ("CB4", "CB5"), _VOTE,
    ),
    Motion(
        "suspend", "To suspend the meeting", "33(1)", 2, False,
        "that the meeting be suspended", ("CB9",), _VOTE,
    ),
    Motion(
        "adjourn", "To adjourn the meeting", "33(2)", 3, False,
        "that the meeting be adjourned", ("CB9",), _VOTE,
    ),
    Motion(
        "adjourn_to", "To adjourn the meeting to a certain day or hour", "33(3)", 4, True,
        "that the meeting be adjourned to the day or hour named", ("CB9",), _VOTE,
    ),
    Motion(
        "refer", "To refer the matter to a committee, the Secretary-General or a rapporteur", "33(4)", 5,
        True, "that the matter be referred", ("CB9", "CB2", "M2"), _VOTE,
    ),
    Motion(
        "postpone", "To postpone discussion to a certain day or indefinitely", "33(5)", 6, True,
        "that discussion of the question be postponed", ("CB9", "M1"), _VOTE,
    ),
    Motion(
        "amendment", "To introduce an amendment", "33(6), 36", 7, True,
        "the amendment", ("CB10", "V12"), _TEXT,
    ),
    Motion(
        "priority", "To vote on a later draft before an earlier one", "32", 8, True,
        "that the later draft be put to the vote first", ("CB6",), _VOTE,
    ),
    Motion(
        "draft", "Draft resolution or principal motion", "31, 32, 34", 20, True,
        "the draft resolution", ("V2", "CB6"), _TEXT,
    ),
    Motion(
        "ess", "To call an emergency special session of the General Assembly", "377 A (V)", 20, True,
        "that an emergency special session of the General Assembly be called", ("GA6", "M1"), _VOTE,
    ),
    Motion(
        "to_assembly", "To refer the question to the General Assembly, now in session", "377 A (V)", 20, True,
        "that the question be referred to the General Assembly, now in session", ("GA6", "M1"), _VOTE,
    ),
    Motion(
        "remove_item", "To delete an item from the list of matters of which the Council is seized", "10, 11",
        20, True, "that the item be deleted from the list", ("M1", "AG7"), _VOTE,
    ),
    Motion(
        "separate_vote", "Separate vote on parts of a text", "32", None, False,
        "the part on which a separate vote is asked", ("CB7", "V12"), Decided.ON_REQUEST,
    ),
    Motion(
        "withdraw", "Withdrawal of a motion or draft", "35", None, False,
        "the withdrawal", ("CB8",), Decided.WITHOUT_VOTE,
    ),
    Motion(
        "adopt_agenda", "Adoption of the provisional agenda", "9", None, True,
        "that the provisional agenda be adopted", ("AG4", "AG5"), _VOTE, by_consent=True,
    ),
    Motion(
        "invite", "Invitation to participate", "37, 39", None, True,
        "that the invitation be extended", ("IN2", "IN3", "IN6"), _VOTE, by_consent=True,
    ),
    Motion(
        "request_meeting", "Request for a meeting", "2", None, False,
        "the request for a meeting", ("MT2",), Decided.ON_REQUEST,
    ),
    Motion(
        "preliminary", "Preliminary question: is the matter procedural?", "Statement of 7 June 1945, part II",
        None, True, "is the matter one of procedure?", ("P2", "P3", "P4"), Decided.PRELIMINARY_VOTE,
    ),
    Motion(
        "private_meeting", "To meet in private", "48, 51", None, True,
        "that the Council meet in private", ("PB1", "PB3"), _VOTE,
    ),
    Motion(
        "cede_chair", "The President cedes the chair", "20", None, False,
        "the President's own decision", ("PR5",), Decided.CHAIR,
    ),
    Motion(
        "vote_now", "To proceed to the vote", "none", None, True,
        "that the Council proceed to the vote", ("CB1", "M1"), _VOTE, by_consent=True,
    ),
    Motion(
        "declare_dispute", "To declare a dispute and who are parties to it", "Article 27(3)", 20, True,
        "that there is a dispute, to which those named are parties", ("V10", "V11"), _VOTE,
    ),
)  # fmt: skip

MOTIONS: Mapping[str, Motion] = MappingProxyType({motion.id: motion for motion in _ALL})

_UNRANKED = 1_000


def motion(id: str) -> Motion:
    """The motion of that id; raises ValueError for an id that no rule of the Council knows."""
    if id not in MOTIONS:
        raise ValueError(f"The Council knows no motion called {id!r}; it knows: {', '.join(MOTIONS)}.")
    return MOTIONS[id]


def _rank(id: str) -> int:
    precedence = motion(id).precedence
    return _UNRANKED if precedence is None else precedence


def in_order(motions: Iterable[str]) -> tuple[str, ...]:
    """Motion ids in the order in which they are taken; equals keep the order in which they came (CB9)."""
    return tuple(sorted(motions, key=_rank))


def refuse_debate(id: str) -> Refusal | None:
    """Why nobody may speak to a motion: it is decided without debate (CB4, CB9)."""
    wanted = motion(id)
    if wanted.debatable:
        return None
    if id == "challenge":
        return Refusal("CB4", "A challenged ruling is put to the Council at once, without debate.")
    rule = wanted.spec[0]
    return Refusal(rule, f"This is decided without debate: {wanted.name[0].lower()}{wanted.name[1:]}.")


FOREIGN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "close_debate": ("CB1", "closure of debate; propose to proceed to the vote instead"),
        "close_list": ("CB1", "closing of the speakers' list; whoever asks is heard"),
        "open_list": ("CB1", "opening of the speakers' list; it is never closed"),
        "set_time": ("CB1", "limit on speaking time; only the speaker can be brief"),
        "extend": ("CB1", "time for debate that could be extended; it lasts until nobody asks to speak"),
        "reply": ("CB1", "right of reply; ask for the floor again and make a further statement"),
        "yield": ("CB1", "yielding of time; the floor goes to the next who asked for it"),
        "set_aside": ("CB9", "tabling of debate; move to postpone the discussion instead"),
        "caucus_free": ("CB9", "caucus; move to suspend the meeting and confer outside it"),
        "caucus_led": ("CB9", "moderated caucus; speakers are called in the order in which they ask"),
        "divide": ("CB7", "vote on dividing a text; a separate vote is had for the asking"),
        "second_degree": ("CB10", "amendment to an amendment; move another amendment to the text"),
        "second": ("CB8", "seconder; a motion stands on its mover alone"),
        "roll_call": ("V13", "roll call as of right; votes are taken by show of hands"),
        "recount": ("V14", "recount by name; a result once announced is final"),
        "quorum": ("V1", "quorum; a decision needs its seven or nine votes whoever is present"),
        "reconsider": ("V14", "reconsideration; a text that failed may be tabled anew"),
        "privilege": ("CB3", "point of personal privilege; a point of order is the only one"),
        "inquiry": ("CB3", "point of inquiry; a point of order is the only one"),
        "information": ("CB1", "question to the speaker; ask for the floor and put it there"),
        "vote_directives": ("MU5", "directives; it speaks by resolutions and statements"),
        "directive": ("MU5", "directives; it speaks by resolutions and statements"),
        "adjourn_sine_die": ("EV6", "end of session; it adjourns and remains seized of its matters"),
    }
)
"""What other houses move and the Council does not know: rule, what it is, and what to do instead.

The names are those by which a house's rules say what a motion does.
"""


def refuse_foreign(name: str) -> Refusal | None:
    """Why a motion that other houses know is out of order here, and what to do instead."""
    if name not in FOREIGN:
        return None
    rule, instead = FOREIGN[name]
    return Refusal(rule, f"The Council knows no {instead}.")
