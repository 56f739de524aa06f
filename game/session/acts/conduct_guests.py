"""Guests at the table: what those invited may do, and the member's request that puts their draft to the vote.

Rules 37 to 39, Articles 31 and 32; `rules.invitations` has the law.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.invitations import (
    Guest,
    GuestAct,
    Invitation,
    invitation,
    refuse_guest,
    refuse_guest_draft_vote,
)
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import MOST_ACTS, TABLE, Law, Who
from game.session.minutes import Minutes
from game.session.scenario import Party
from game.session.state import Draft, State
from game.session.table import guests_here, turn

OPEN_TO_GUESTS: frozenset[type[a.Action]] = frozenset({a.Speak, a.TableDraft, a.WithdrawDraft, a.Yield})
"""What a guest may do at all (IN1, IN5)."""


def ground(party: Party) -> Invitation:
    """Return the ground on which a party sits at the table, by the rule its invitation rests on."""
    found = {
        "IN1": lambda: invitation(Guest.MEMBER_STATE if party.member else Guest.NON_MEMBER_STATE, party=True),
        "IN2": lambda: invitation(Guest.MEMBER_STATE, interests_affected=True),
        "IN4": lambda: invitation(Guest.OBSERVER),
    }.get(party.admits, lambda: invitation(Guest.PERSON))()
    assert isinstance(found, Invitation), "every rule of invitation has its ground"
    return found


def refuse_outsider(s: State, law: Law, seat: str) -> Refusal | None:
    """Say why somebody who is no member may not take that kind of act now, whatever it says."""
    name = s.scenario.names.get(seat, seat)
    if seat not in s.chamber.conduct.guests or seat in s.chamber.members:
        return Refusal("H5", f"{name} is not a member of the Council now.")
    if seat not in guests_here(s.chamber):
        return Refusal("IN6", f"{name} speaks when the Council has invited it to the table.")
    tries = {
        a.CastBallot: GuestAct.VOTE,
        a.TableDraft: GuestAct.PROPOSE,
        a.RaisePoint: GuestAct.POINT,
        a.Challenge: GuestAct.POINT,
    }
    does = tries.get(law.kind, GuestAct.SPEAK if law.kind in OPEN_TO_GUESTS else GuestAct.MOVE)
    if refused := refuse_guest(does, ground(s.scenario.party[seat])):
        return refused
    awaited = (turn(s) or ("",))[0]
    if seat != awaited:
        named = s.scenario.names.get(awaited, awaited)
        return Refusal("H1", f"This is for {named} to do now." if named else "Nobody is awaited now.")
    if s.chamber.taken >= MOST_ACTS and not law.ends:
        return Refusal("H2", "This turn's time is spent; yield.")
    return None


# -- a member asks for the vote --------------------------------------------------------------------
def _unasked(s: State) -> Iterable[Draft]:
    return (d for d in s.chamber.drafts.values() if d.guest and d.status == "tabled" and not d.asked)


def _ask_refusal(s: State, act: a.AskVote) -> Refusal | None:
    if act.draft not in {d.symbol for d in _unasked(s)}:
        return Refusal("IN5", "A vote is asked for on a guest's draft that circulates, once.")
    return refuse_guest_draft_vote(asked_by_member=act.seat in s.chamber.members)


def _ask(m: Minutes, act: a.AskVote) -> None:
    m.note(e.VoteAsked(act.seat, act.draft))


LAWS = (
    Law(
        a.AskVote,
        TABLE,
        Who.TURN,
        "IN5",
        "A vote on a guest's draft is asked for with the floor.",
        lambda s, seat: (a.AskVote(seat, d.symbol) for d in _unasked(s)),
        _ask,
        _ask_refusal,
    ),
)
