"""Meetings and their agenda: who may call one, what may be listed, that the agenda comes first.

Rules 1 to 12. Adoption over an objection is an ordinary procedural vote (`ballots`), never a veto.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from game.rules.consent import without_a_vote
from game.rules.refusals import Refusal
from game.rules.results import Result
from game.rules.sentences import NO_NAMES


def refuse_meeting(by: str, members: Collection[str], *, brought: bool = False) -> Refusal | None:
    """Why the President need not call a meeting: no member asks for it (rule 2, MT2).

    A member's request is enough, and nobody can vote it down. `brought` is true when a State
    brings a dispute under Article 35, the Assembly refers one, or the Secretary-General acts under Article
    99 (MT3).
    """
    if by in members or brought:
        return None
    return Refusal("MT2", "Only a member of the Council may request a meeting; others bring a dispute to it.")


def refuse_listing(
    *, circulated: bool, carried_over: bool = False, postponed: bool = False
) -> Refusal | None:
    """Why an item may not stand on the provisional agenda (rule 7, AG2)."""
    if circulated or carried_over or postponed:
        return None
    return Refusal("AG2", "Only a matter circulated, unfinished or postponed may be put on the agenda.")


def adopt_agenda(objecting: Iterable[str], *, names: Mapping[str, str] = NO_NAMES) -> Result:
    """Adopt the agenda if nobody objects; one objection puts it to a procedural vote (AG5, EV3)."""
    return without_a_vote(objecting, names=names)


def refuse_business(*, agenda_adopted: bool, agenda_rejected: bool = False) -> Refusal | None:
    """Why no business can be done yet, or at all, at this meeting (rule 9: AG4, AG5)."""
    if agenda_rejected:
        return Refusal("AG5", "The agenda was not adopted, so the meeting cannot take up the item.")
    if not agenda_adopted:
        return Refusal("AG4", "The first item of every meeting is the adoption of the agenda.")
    return None


def refuse_assembly_recommendation(*, seized: bool, asked_by_council: bool = False) -> Refusal | None:
    """Why the Assembly may not recommend: the Council is dealing with the matter (Article 12, AG7)."""
    if not seized or asked_by_council:
        return None
    return Refusal("AG7", "While the Council deals with a matter the Assembly makes no recommendation on it.")
