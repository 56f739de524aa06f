"""Delegations of 1950 that keep their scripts but for some things: lines of play to try the pack with.

Everything they do goes through the docket of their seat, as with a person in it: no track is forced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from game.delegates import take_seat
from game.delegates.counsel.passing import passing
from game.session import actions as a
from game.session.scenario import Clause, Scenario
from game.sitting import Sitting, table


@dataclass
class Will:
    """What a delegation does of its own.

    `tables`: by stage, stored drafts' ids or texts as kinds of clauses; `votes`: by clause or draft, of one
    stage (`december:conference`) or always; `acts`: others by stage; `never`: kinds of acts it does not take.
    """

    tables: dict[str, tuple[str | tuple[str, ...], ...]] = field(default_factory=dict)
    votes: dict[str, str] = field(default_factory=dict)
    acts: dict[str, tuple[a.Action, ...]] = field(default_factory=dict)
    never: tuple[type[a.Action], ...] = ()


class Wilful:
    """A scripted delegation with a will of its own in some things."""

    def __init__(self, seat: str, will: Will) -> None:
        self.seat = seat
        self.will = will
        self.usual: Any = take_seat("steadfast", seat)
        self._done: set[tuple[str, int]] = set()

    def __getattr__(self, name: str) -> Any:
        """Be as usual in everything else: what it hears and heeds, and when it interposes."""
        return getattr(self.usual, name)

    def choose(self, view: Any, docket: Any, chance: Any) -> a.Action:
        """The vote it means to give, an act of its own that is in order, or what its script and brief say."""
        vote = self._vote(docket)
        if vote is not None:
            return vote
        stage = docket.state.chamber.stage_id
        for place, act in enumerate(self._wishes(stage)):
            if (stage, place) not in self._done and act in docket:
                self._done.add((stage, place))
                return act
        usual: a.Action = self.usual.choose(view, docket, chance)
        return passing(self.seat, docket) if isinstance(usual, self.will.never) else usual

    def _vote(self, docket: Any) -> a.Action | None:
        chamber = docket.state.chamber
        ballot = chamber.ballot
        if ballot is None or ballot.kind not in ("draft", "assembly"):
            return None
        draft = chamber.drafts[ballot.draft]
        for name in (draft.stored, *(c.kind for c in draft.clauses)):
            vote = self.will.votes.get(name) or self.will.votes.get(f"{chamber.stage_id}:{name}")
            if vote:
                return a.CastBallot(self.seat, vote)
        return None

    def _wishes(self, stage: str) -> Iterable[a.Action]:
        yield from self.will.acts.get(stage, ())
        for text in self.will.tables.get(stage, ()):
            if isinstance(text, str):
                yield a.TableDraft(self.seat, stored=text)
            else:
                clauses = tuple(Clause(kind) for kind in text)
                yield a.TableDraft(self.seat, title="A text of its own", clauses=clauses)


def played(scenario: Scenario, wills: Mapping[str, Will], seed: int, length: str = "full") -> Sitting:
    """Play a sitting to its end, scripted but for these wills."""

    def seated(temperament: str, seat: str, level: str) -> Any:
        return Wilful(seat, wills[seat]) if seat in wills else take_seat(temperament, seat, level)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "take_seat", seated)
        sitting = Sitting.begin(scenario, seed=seed, length=length)
        sitting.run(60_000)
    assert sitting.finished
    assert sitting.refusals == 0
    return sitting


def voting(seats: str, vote: str, *names: str) -> dict[str, Will]:
    """Some seats (codes parted by spaces) that vote so on these clauses or drafts."""
    return {seat: Will(votes=dict.fromkeys(names, vote)) for seat in seats.split()}


def together(*lines: Mapping[str, Will]) -> dict[str, Will]:
    """Several wills at one table; what is said later of a seat is added to what was said before."""
    whole: dict[str, Will] = {}
    for line in lines:
        for seat, will in line.items():
            old = whole.get(seat, Will())
            whole[seat] = Will(
                old.tables | will.tables, old.votes | will.votes, old.acts | will.acts, old.never + will.never
            )
    return whole


ROAD_TO: dict[str, dict[str, Will]] = {
    # The Soviet Union walks out once more; the others let the command strike beyond the river.
    "general_war": together(
        {"RUS": Will(acts={"november": (a.WalkOut("RUS"),)})},
        {"USA": Will(tables={"veto": (("beyond_yalu",),)})},
        voting("CHN CUB ECU FRA GBR NOR USA", "yes", "beyond_yalu"),
    ),
    # Help is not voted, and what comes without a vote comes too late.
    "peninsula_lost": voting("CUB ECU NOR", "abstain", "recommend_assistance"),
    # After Inchon India calls once more for a cease-fire, and Moscow lets it pass.
    "attack_halted": together(
        {"IND": Will(tables={"parallel": (("cease_hostilities",),)})},
        voting("RUS", "yes", "cease_hostilities"),
    ),
    # India's conference, with Washington and Taipei abstaining.
    "bargain": together(
        {"IND": Will(tables={"december": ("game-conference",)})}, voting("CHN USA", "abstain", "conference")
    ),
    # Moscow does not veto the six-Power text.
    "called_home": voting("RUS", "abstain", "refrain_assisting"),
    # Seven votes promise Peking the seat in August.
    "unified": together(
        {"IND": Will(tables={"august": (("seat_peking",),)})},
        voting("ECU EGY FRA GBR IND NOR", "yes", "seat_peking"),
    ),
    # Washington and its allies accept India's halt.
    "back_to_the_parallel": voting("FRA GBR USA", "yes", "stop_at_parallel"),
    # London tables its empty strip, and finds the votes for it.
    "quiet_on_the_yalu": together(
        {"GBR": Will(tables={"november": ("game-buffer",)})}, voting("FRA GBR USA", "yes", "buffer_zone")
    ),
    "armed_truce": {},
    # The seventh vote of 27 June is missing.
    "alliance_war": voting("ECU", "abstain", "recommend_assistance"),
    # In December the allies vote to go home.
    "coalition_broken": together(
        {"EGY": Will(tables={"december": (("withdraw_foreign_troops",),)})},
        voting("CUB ECU EGY FRA GBR IND NOR YUG", "yes", "december:withdraw_foreign_troops"),
        voting("CHN USA", "abstain", "december:withdraw_foreign_troops"),
    ),
    # Help is recommended; nobody tables a command or pledges troops.
    "perimeter": together(
        {seat: Will(never=(a.Pledge,)) for seat in ("NOR", "USA")},
        {seat: Will(never=(a.Pledge, a.TableDraft)) for seat in ("FRA", "GBR")},
    ),
    # The Soviet plan of elections by both Koreas is tried.
    "unresolved": together(
        {"RUS": Will(tables={"parallel": (("all_korean_elections",),)})},
        voting("ECU EGY FRA GBR IND NOR RUS YUG", "yes", "all_korean_elections"),
        voting("CHN USA", "abstain", "all_korean_elections"),
    ),
}
"""For each ending a line of play that leads there, with some seed if chance has a part in it."""
