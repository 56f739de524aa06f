"""How the General Assembly votes when only the members at the table have spoken: nearness, groups, habit.

A sitting has persons or scripted delegates in the Council's seats and nobody in the other hundred. Each of
those is given the vote of its neighbours: a mean of the votes already cast (yes 1, abstention 0, no -1),
weighted by nearness on the line of ideal points, with some weight for the mean of its regional group and some
for the Assembly's habit of agreeing to what is put to it. The pack may lean on a member or a group; a number
from outside lets a member wander, or stay away.

The ideal points are those of Bailey, Strezhnev and Voeten (`crises/data/SOURCES.md`). The constants were
chosen together, once, on eighteen roll calls from 1950 to 2023 (`tests/data/assembly_rolls.csv`), none for a
single roll; those near them do about as well. Told how the Council's members of the day voted, the rule is
right for 83 of 100 of the other members who voted, each roll counting alike, and for 82 with chance in it;
"everybody says yes" is right for 75. On Korea, Suez, Hungary and the Congo it is right for 94 (82), on
Afghanistan in 1980 for 82 (74), on Ukraine from 2014 on for 76 (68), on Jerusalem and Gaza for 76 (74). All
eighteen texts are adopted as they were; no roll of a text refused was at hand.

What it cannot do: tell a member that is itself aggrieved, a sponsor or a power's client from its neighbours
(that is what leanings are for); find a no where nobody near said no; see a rift in a group whose members at
the table are of one mind. Where the Assembly is much divided it makes too many abstain. It never draws lots,
reads a file, or knows what the text says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from math import exp
from types import MappingProxyType
from typing import NamedTuple

WIDTH = 0.5
"""How far a vote carries along the line of ideal points: the standard deviation of its weight."""
KINSHIP = 0.2
"""The weight of a regional group's mean vote; a neighbour at no distance weighs 1."""
HABIT = 0.2
"""The weight of the Assembly's habit of saying yes."""
FOR, AGAINST = 0.55, -0.4
"""At or above the first a member says yes, below the second no; in between it abstains."""
WAYWARD = 0.2
"""How far chance may carry a member either way; it changes about one vote in eighteen."""
ABSENT = 0.07
"""The share of members that take no part, in the largest Assembly; it falls with the square of the size."""
DECISIVE = 0.5
"""From here on a leaning is the reason for a vote, whatever the neighbours did."""
LARGEST = 193
"""The Members of the United Nations since 2011."""

GROUPS = (
    "African",
    "Asia-Pacific",
    "Eastern European",
    "Latin American and Caribbean",
    "Western European and others",
    "Arab and Middle Eastern",
    "Asian",
    "Commonwealth",
    "Latin American",
    "Western",
    "No group",
)
"""The order of the tally board: the five groups since 1963, then those of usage before, then the others."""

NONE: Mapping[str, float] = MappingProxyType({})
_SIDE = MappingProxyType({"yes": 1.0, "abstain": 0.0, "no": -1.0})


class Elector(NamedTuple):
    """A Member of the United Nations on a day.

    `code` has three letters and is stable (RUS also for the Soviet Union, CHN the seat of China), `name` is
    the one then used, `group` one of `GROUPS`, `ideal` the ideal point of that year (about -3 to 3, higher is
    closer to the United States; of the nearest year where that year has none). `seated` is whether its
    delegation may take part.
    """

    code: str
    name: str
    group: str
    ideal: float
    seated: bool = True


class Count(NamedTuple):
    """A group's members counted by what they did; the five numbers add up to the group."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    absent: int = 0
    not_participating: int = 0


class _Table(NamedTuple):
    """What the members at the table have said: place on the line and side of each, mean side by group."""

    voters: tuple[tuple[float, float], ...]
    groups: Mapping[str, float]

    @classmethod
    def of(cls, electors: Iterable[Elector], cast: Mapping[str, str]) -> _Table:
        said = [(e, _SIDE[cast[e.code]]) for e in electors if cast.get(e.code) in _SIDE]
        sides: dict[str, list[float]] = {}
        for elector, side in said:
            sides.setdefault(elector.group, []).append(side)
        means = {group: sum(them) / len(them) for group, them in sides.items()}
        return cls(tuple((e.ideal, side) for e, side in said), means)

    def pull(self, elector: Elector) -> float:
        """Where an elector is drawn, from -1 (no) to 1 (yes)."""
        total, weight = HABIT, HABIT
        place = elector.ideal
        for ideal, side in self.voters:
            near = exp(-(((place - ideal) / WIDTH) ** 2) / 2)
            total += near * side
            weight += near
        if (kin := self.groups.get(elector.group)) is not None:
            total += KINSHIP * kin
            weight += KINSHIP
        return total / weight


def assembly_votes(
    electors: Sequence[Elector],
    cast: Mapping[str, str],
    leanings: Mapping[str, float] = NONE,
    *,
    draw: Callable[[str], float],
) -> dict[str, str]:
    """Return the vote of every elector that is not in `cast`: yes, no, abstain or absent, in their order.

    `cast` holds the votes already given, by code (yes, no, abstain; who is absent or does not participate
    sways nobody; codes of no elector are passed over). `leanings` go by code or by group, a code's before its
    group's: -1 decides no and 1 yes, whatever the neighbours say, anything between has that share in the
    decision. `draw` is asked once for each seated elector and gives a number from 0 up to, not including, 1:
    low tends to no, high to yes, and the very highest stay away.
    """
    return {
        code: "absent" if vote is None else vote(draw(code))
        for code, vote in inclinations(electors, cast, leanings).items()
    }


def inclinations(
    electors: Sequence[Elector], cast: Mapping[str, str], leanings: Mapping[str, float] = NONE
) -> dict[str, Callable[[float], str] | None]:
    """Return what every elector that is not in `cast` makes of its draw, in their order; None: it may not
    vote."""
    table = _Table.of(electors, cast)
    absent = ABSENT * (len(electors) / LARGEST) ** 2
    return {
        e.code: partial(_vote, table.pull(e), _leaning(e, leanings), absent) if e.seated else None
        for e in electors
        if e.code not in cast
    }


def _leaning(elector: Elector, leanings: Mapping[str, float]) -> float:
    """The pack's leaning for an elector, from -1 to 1; 0 when it says nothing."""
    leaning = leanings.get(elector.code, leanings.get(elector.group, 0.0))
    return max(-1.0, min(1.0, leaning))


def _vote(pull: float, leaning: float, absent: float, drawn: float) -> str:
    """The vote of an elector; the more it leans, the less its neighbours and chance have to say."""
    free = 1.0 - abs(leaning)
    present = 1.0 - absent * free
    if drawn >= present:
        return "absent"
    score = leaning + free * max(-1.0, min(1.0, pull + WAYWARD * (2.0 * drawn / present - 1.0)))
    return "yes" if score >= FOR else "no" if score < AGAINST else "abstain"


def why(
    elector: Elector,
    vote: str,
    electors: Iterable[Elector],
    cast: Mapping[str, str],
    leanings: Mapping[str, float] = NONE,
) -> str:
    """Return one plain sentence that says why an elector gave this vote, fit for the record.

    `vote` is what `assembly_votes` gave it, from the same `electors`, `cast` and `leanings`. At most three
    neighbours are named, the nearest first: those who voted within two widths of its place on the line.
    """
    if vote == "absent":
        return "Takes no part in the vote." if elector.seated else "May not take part in the Assembly's work."
    leaning = _leaning(elector, leanings)
    if abs(leaning) >= DECISIVE:
        return "Has reasons of its own in this question."
    near = _neighbours(elector, electors, cast)
    if same := [e.name for e in near if cast[e.code] == vote]:
        return f"Votes with its neighbours: {', '.join(same[:3])}."
    if vote == "abstain" and {cast[e.code] for e in near} == {"yes", "no"}:
        sides = {cast[e.code]: e.name for e in reversed(near)}
        return f"Stands between its neighbours: {sides['yes']} said yes, {sides['no']} said no."
    if near:
        how = "Has reasons of its own" if leaning else "Goes its own way"
        return f"{how}; {near[0].name}, its nearest neighbour, {_SAID[cast[near[0].code]]}."
    return _ALONE[vote]


_SAID = MappingProxyType({"yes": "said yes", "no": "said no", "abstain": "abstained"})
_ALONE = MappingProxyType(
    {
        "yes": "No neighbour has voted; says yes, as most Members do to most texts.",
        "no": "No neighbour has voted; follows those less far from it.",
        "abstain": "No neighbour has voted; takes no side.",
    }
)


def _neighbours(elector: Elector, electors: Iterable[Elector], cast: Mapping[str, str]) -> list[Elector]:
    """Those who voted within two widths of an elector, the nearest first."""
    near = [
        (abs(e.ideal - elector.ideal), e.code, e)
        for e in electors
        if cast.get(e.code) in _SIDE and abs(e.ideal - elector.ideal) <= 2 * WIDTH
    ]
    return [e for _, _, e in sorted(near)]


def by_group(electors: Iterable[Elector], votes: Mapping[str, str]) -> dict[str, Count]:
    """Return what each group did, in the order of `GROUPS` (others after them, by name).

    `votes` holds all votes by code, those of the table and those of `assembly_votes`; a member without one
    is absent. Groups without members are left out. Raises ValueError for a vote of another word.
    """
    seen: dict[str, list[str]] = {}
    for elector in electors:
        seen.setdefault(elector.group, []).append(votes.get(elector.code, "absent"))
    known = [group for group in GROUPS if group in seen]
    return {group: _counted(seen[group]) for group in (*known, *sorted(seen.keys() - set(known)))}


def _counted(votes: Sequence[str]) -> Count:
    if strange := sorted(set(votes) - set(Count._fields)):
        raise ValueError(f"No vote is called {strange[0]!r}; it is one of {', '.join(Count._fields)}.")
    return Count(*(votes.count(word) for word in Count._fields))
