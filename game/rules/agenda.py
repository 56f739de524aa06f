"""Meetings and their agenda: who may call one, what is listed in which order, what an objection does.

Rules 1 to 12. Adoption over an objection is an ordinary procedural vote (`ballots`), never a veto. It keeps
no list: the caller hands in what the Council is seized of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from game.rules.refusals import Refusal
from game.rules.sentences import NO_NAMES, listed

ADOPTION = "Adoption of the agenda"
"""The first item of every meeting (rule 9, AG4)."""

PERIODIC_MEETINGS_A_YEAR = 2
FIRST_PERIODIC_MEETING = date(1970, 10, 21)
"""Periodic meetings are foreseen twice a year (rule 4) and have hardly ever been held (MT4)."""

_LONGEST_INTERVAL = timedelta(days=14)
_NOTICE_DAYS = 3
_PERIODIC_NOTICE_DAYS = 21
_YEARS_UNCONSIDERED = 3


# -- calling a meeting -----------------------------------------------------------------------------
class Call(StrEnum):
    """What brings a meeting about."""

    PRESIDENT = "president"
    MEMBER = "member"
    STATE = "state"
    ASSEMBLY = "assembly"
    SECRETARY_GENERAL = "secretary_general"


@dataclass(frozen=True, slots=True)
class Summons:
    """The ground on which a meeting is called; `shall` whether the President is bound to call it."""

    rule: str
    under: str
    shall: bool


_GROUNDS: Mapping[Call, Summons] = {
    Call.PRESIDENT: Summons("MT1", "rule 1", shall=False),
    Call.MEMBER: Summons("MT2", "rule 2", shall=True),
    Call.STATE: Summons("MT3", "rule 3 and Article 35", shall=True),
    Call.ASSEMBLY: Summons("MT3", "rule 3 and Article 11", shall=True),
    Call.SECRETARY_GENERAL: Summons("MT3", "rule 3 and Article 99", shall=True),
}


def summons(call: Call, by: str = "", members: Collection[str] = ()) -> Summons | Refusal:
    """The ground on which a meeting is called, or why there is none (rules 1 to 3, MT1 to MT3).

    `by` is the seat that asks, for a member's request; no majority is needed and nobody can vote it down.
    """
    if call is Call.MEMBER and by not in members:
        return Refusal(
            "MT2", "Only a member of the Council may request a meeting; others bring a dispute to it."
        )
    return _GROUNDS[call]


def refuse_meeting(by: str, members: Collection[str], *, brought: bool = False) -> Refusal | None:
    """Why the President need not call a meeting: no member asks for it (rule 2, MT2).

    A member's request is enough, and nobody can vote it down. `brought` is true when a State
    brings a dispute under Article 35, the Assembly refers one, or the Secretary-General acts under Article
    99 (MT3).
    """
    found = summons(Call.STATE if brought else Call.MEMBER, by, members)
    return found if isinstance(found, Refusal) else None


def overdue(last: date, today: date) -> bool:
    """Whether more than fourteen days have passed since a meeting (rule 1, MT1; seldom kept to)."""
    return today - last > _LONGEST_INTERVAL


def refuse_decision_outside(*, formal: bool) -> Refusal | None:
    """Why nothing is decided here: consultations and other informal formats are no meetings (MT6)."""
    if formal:
        return None
    return Refusal("MT6", "Informal consultations are no meeting: they keep no record and take no vote.")


# -- the provisional agenda ------------------------------------------------------------------------
class Source(StrEnum):
    """Who writes to the Council."""

    STATE = "state"
    ORGAN = "organ"
    SECRETARY_GENERAL = "secretary_general"
    PRIVATE = "private"


def refuse_circulation(source: Source) -> Refusal | None:
    """Why a communication is not circulated (rule 6, AG1).

    What States, organs of the United Nations and the Secretary-General bring goes to all members at once;
    what private persons write is listed, and a member may ask to see it.
    """
    if source is not Source.PRIVATE:
        return None
    return Refusal(
        "AG1", "Letters from private persons are listed and not circulated; a member may ask for one."
    )


def refuse_listing(
    *, circulated: bool, carried_over: bool = False, postponed: bool = False
) -> Refusal | None:
    """Why an item may not stand on the provisional agenda (rule 7, AG2)."""
    if circulated or carried_over or postponed:
        return None
    return Refusal("AG2", "Only a matter circulated, unfinished or postponed may be put on the agenda.")


def refuse_notice(days: int, *, urgent: bool = False, periodic: bool = False) -> Refusal | None:
    """Why the agenda went out too late: `days` before the meeting (rules 8 and 12: AG3, AG8)."""
    if periodic and days < _PERIODIC_NOTICE_DAYS:
        return Refusal("AG8", "The agenda of a periodic meeting goes out twenty-one days before it.")
    if not urgent and days < _NOTICE_DAYS:
        return Refusal("AG3", "The agenda goes out three days before, unless the matter is urgent.")
    return None


def carried_over(
    items: Iterable[str], finished: Collection[str], *, dropped: Collection[str] = ()
) -> tuple[str, ...]:
    """The unfinished items, which come back of themselves, unless the Council decided otherwise (AG6)."""
    return tuple(item for item in items if item not in finished and item not in dropped)


def provisional_agenda(
    unfinished: Iterable[str], new: Iterable[str] = (), *, first: Sequence[str] = ()
) -> tuple[str, ...]:
    """The agenda as drawn up: its own adoption, then what is unfinished, then what is new (AG2, AG4, AG6).

    `first` are items to which the Council has voted precedence, in that order; the order of items is a
    matter of procedure (M1).
    """
    listed_once = tuple(dict.fromkeys((*unfinished, *new)))
    ahead = tuple(item for item in first if item in listed_once)
    rest = tuple(item for item in listed_once if item not in ahead)
    return (ADOPTION, *ahead, *rest)


# -- adoption --------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Contest:
    """One item to whose inclusion somebody objects: it is voted apart, by a procedural vote (AG5, M1)."""

    item: str
    objecting: tuple[str, ...]
    reason: str


def contested(
    items: Sequence[str],
    objections: Mapping[str, Collection[str]],
    *,
    names: Mapping[str, str] = NO_NAMES,
) -> tuple[Contest, ...]:
    """The items to be voted one by one, in the order of the agenda; the others stand without a vote (AG5).

    `objections` gives the seats that object to each item. A reservation on the Council's competence is not
    an objection and is not handed in. Nobody can object to the first item, which is the adoption itself.
    """
    found = []
    for item in items:
        against = tuple(sorted(set(objections.get(item, ()))))
        if against and item != ADOPTION:
            reason = f"There is an objection to this item, so it is voted apart: {listed(against, names)}."
            found.append(Contest(item, against, reason))
    return tuple(found)


def adopted_items(items: Sequence[str], rejected: Collection[str]) -> tuple[str, ...] | Refusal:
    """The agenda with the items struck that were voted down, or why there is no meeting left (AG5)."""
    kept = tuple(item for item in items if item not in rejected)
    if any(item != ADOPTION for item in kept):
        return kept
    return Refusal("AG5", "No item was adopted, so the meeting has nothing to take up and rises.")


def refuse_business(*, agenda_adopted: bool, agenda_rejected: bool = False) -> Refusal | None:
    """Why no business can be done yet, or at all, at this meeting (rule 9: AG4, AG5)."""
    if agenda_rejected:
        return Refusal("AG5", "The agenda was not adopted, so the meeting cannot take up the item.")
    if not agenda_adopted:
        return Refusal("AG4", "The first item of every meeting is the adoption of the agenda.")
    return None


# -- matters of which the Council is seized --------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Seized:
    """A matter on the Council's list, and the day on which it was last considered (rule 11)."""

    item: str
    considered: date


def summary(matters: Iterable[Seized]) -> tuple[Seized, ...]:
    """The Secretary-General's weekly list: each matter once, the longest unconsidered first (AG7)."""
    latest: dict[str, Seized] = {}
    for matter in sorted(matters, key=lambda m: m.considered):
        latest[matter.item] = matter
    return tuple(sorted(latest.values(), key=lambda m: (m.considered, m.item)))


def lapsing(matters: Iterable[Seized], today: date, *, kept: Collection[str] = ()) -> tuple[str, ...]:
    """The matters that leave the list because nobody took them up in three calendar years (AG7).

    `kept` are those that some Member of the United Nations asks to keep.
    """
    before = date(today.year - _YEARS_UNCONSIDERED, 1, 1)
    return tuple(m.item for m in summary(matters) if m.considered < before and m.item not in kept)


def refuse_removal(*, seized: bool) -> Refusal | None:
    """Why an item cannot be removed from the list: the Council is not `seized` of it (AG7)."""
    if seized:
        return None
    return Refusal("AG7", "The Council is not seized of that matter, so it cannot be removed from the list.")
