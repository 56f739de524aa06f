"""Credentials: who may take a seat, who keeps it while it is disputed, and what a decision changes.

Rules 13 to 17. Whose government is the right one is never asked here: the Council decides, by a procedural
vote that nobody can veto (RC3, M1).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from game.rules.refusals import Refusal

HOURS_BEFORE = 24
"""Credentials reach the Secretary-General at least this long before the seat is taken (rule 13)."""


def refuse_seat(
    hours_before: float | None, *, minister: bool = False, invited: bool = False
) -> Refusal | None:
    """Why a representative may not take the seat: the credentials came too late or not at all (RC1, RC2).

    `hours_before` is how long before taking the seat they were handed in, None if they never were;
    `minister` whether this is a head of government or a foreign minister of a member, who needs none;
    `invited` whether the State is a guest.
    """
    if minister and not invited:
        return None
    if hours_before is not None and hours_before >= HOURS_BEFORE:
        return None
    rule, whose = ("RC2", "An invited State") if invited else ("RC1", "A representative")
    return Refusal(rule, f"{whose} hands in credentials twenty-four hours before taking the seat.")


def refuse_credentials_challenge(
    by: str, whose: str, members: Collection[str], *, decided: bool = False
) -> Refusal | None:
    """Why a challenge to credentials is not taken up (RC3).

    Any member may challenge those of any other representative; the question is procedural. `decided` is
    whether the Council has pronounced on these credentials and nothing new has been handed in.
    """
    if by not in members:
        return Refusal("RC3", "Only a member of the Council may challenge credentials.")
    if whose not in members:
        return Refusal("RC3", "That State has no seat on the Council; its invitation can be opposed instead.")
    if decided:
        return Refusal("RC3", "The Council has already decided on these credentials.")
    return None


@dataclass(frozen=True, slots=True)
class Place:
    """Who sits behind a member's name plate: `holder`, or nobody; by which rule, and why."""

    holder: str
    rule: str
    reason: str


def who_sits(
    sitting: str, *, claimant: str = "", rejected: bool | None = None, admitted: bool | None = None
) -> Place:
    """Who occupies a member's seat when credentials are disputed (rules 15 to 17, RC3 and RC4).

    `sitting` and `claimant` name the two representatives. `rejected` is whether the Council has decided to
    refuse the credentials of the one who sits, `admitted` whether it has approved those of the claimant, or
    of the one who sits when nobody claims the seat; None while it has decided neither. Until a decision
    carries, whoever sits keeps the seat with the same rights as all others, an objection notwithstanding; a
    motion that fails changes nothing.
    """
    if admitted:
        return Place(claimant or sitting, "RC3", "The Council has approved the credentials.")
    if rejected:
        return Place("", "RC3", "The Council has refused the credentials; the seat is empty for now.")
    if rejected is None and admitted is None:
        reason = "Until the Council decides otherwise the representative sits with the same rights as all."
        return Place(sitting, "RC4", reason)
    return Place(sitting, "RC4", "The motion did not carry, so the representative keeps the seat.")


def refuse_unseated(*, holder: str, speaker: str) -> Refusal | None:
    """Why somebody may not speak or vote for a member: another sits in its place (RC4)."""
    if speaker == holder:
        return None
    return Refusal("RC4", "Only the representative who holds the seat speaks and votes for the member.")
