"""Who may sit at the table without a vote, under which rule, and what an invited speaker may do.

Articles 31 and 32, rules 37 to 39. It invites nobody: the Council does, and an objection means a procedural
vote.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.rules.refusals import Refusal


class Guest(StrEnum):
    """What kind of guest is to be invited."""

    MEMBER_STATE = "member_state"
    NON_MEMBER_STATE = "non_member_state"
    PERSON = "person"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Invitation:
    """The ground of an invitation.

    `rule` is an id of `book.RULES`, `under` the article or rule of procedure the President cites, `shall`
    whether the Council is bound to invite, `may_propose` whether the guest may submit drafts, `conditions`
    whether the Council may set conditions.
    """

    rule: str
    under: str
    shall: bool
    may_propose: bool
    conditions: bool


_PARTY = Invitation("IN1", "Article 32", shall=True, may_propose=True, conditions=False)
_NON_MEMBER_PARTY = Invitation("IN1", "Article 32", shall=True, may_propose=True, conditions=True)
_RULE_37 = Invitation("IN2", "rule 37", shall=False, may_propose=True, conditions=False)
_RULE_39 = Invitation("IN3", "rule 39", shall=False, may_propose=False, conditions=False)
# From 4 December 1975: with the same rights of participation as a Member invited under rule 37.
_AS_RULE_37 = Invitation("IN4", "rule 37, by analogy", shall=False, may_propose=True, conditions=False)


def invitation(
    guest: Guest,
    *,
    on_council: bool = False,
    party: bool = False,
    interests_affected: bool = False,
    brought_it: bool = False,
) -> Invitation | Refusal:
    """The ground on which a guest may be invited, or why there is none (IN1 to IN4).

    `party` to a dispute under consideration; `interests_affected` specially; `brought_it` under Article 35.
    """
    if on_council:
        return Refusal("IN1", "A member of the Council has its seat and needs no invitation.")
    if guest == Guest.PERSON:
        return _RULE_39
    if guest == Guest.OBSERVER:
        return _AS_RULE_37
    if guest == Guest.NON_MEMBER_STATE:
        if party:
            return _NON_MEMBER_PARTY
        return Refusal("IN1", "A State outside the United Nations is invited only as party to a dispute.")
    if party:
        return _PARTY
    if interests_affected or brought_it:
        return _RULE_37
    return Refusal(
        "IN2", "Rule 37 asks that its interests be specially affected, or that it brought the matter."
    )


def refuse_conditions(ground: Invitation) -> Refusal | None:
    """Why the Council may not set conditions for a guest: only a State outside has to accept any (IN1)."""
    if ground.conditions:
        return None
    return Refusal("IN1", "Conditions are set only for a State outside the United Nations.")


def invited_formula(ground: Invitation, guests: str) -> str:
    """What the President says when inviting; `guests` is how they are named, with their article."""
    article = ground.under.startswith("Article")
    source = "of the Charter" if article else "of the Council's provisional rules of procedure"
    cited, _, how = ground.under.partition(", ")
    way = f", {how}" if how else ""
    return f"In accordance with {cited} {source}{way}, I invite {guests} to participate in this meeting."


class GuestAct(StrEnum):
    """What a guest at the table may try to do."""

    SPEAK = "speak"
    PROPOSE = "propose"
    VOTE = "vote"
    MOVE = "move"
    POINT = "point"
    OBJECT = "object"


def refuse_guest(act: GuestAct, ground: Invitation) -> Refusal | None:
    """Why a guest may not do this: no vote, no motions, and not all may submit drafts (IN1, IN5)."""
    if act == GuestAct.VOTE:
        return Refusal("IN1", "An invited representative takes part in the discussion without a vote.")
    if act == GuestAct.MOVE:
        return Refusal("IN5", "Only members of the Council move procedural motions.")
    if act == GuestAct.POINT:
        return Refusal("IN5", "Only members of the Council raise points of order and challenge rulings.")
    if act == GuestAct.OBJECT:
        return Refusal("IN5", "Only the objection of a member of the Council ends consent.")
    if act == GuestAct.PROPOSE and not ground.may_propose:
        return Refusal("IN5", "Rule 38 lets invited States submit proposals, but not persons heard.")
    return None


def refuse_guest_draft_vote(*, asked_by_member: bool) -> Refusal | None:
    """Why a guest's draft is not put to the vote: no member of the Council asks for it (rule 38, IN5)."""
    if asked_by_member:
        return None
    return Refusal("IN5", "A guest's draft circulates, but is voted only if a member of the Council asks.")
