"""A sitting that is begun at a later stage: scripted delegations play up to it, then people take their seats.

What comes of it is one record like any other, with a hand-over for each seat. It must never leave a save
behind of a crisis that ended before the stage was reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from game.delegates import ENVOY
from game.plain import clean
from game.session.events import SeatHandedOver
from game.session.fold import fold_all
from game.session.minutes import Decision
from game.session.scenario import Scenario
from game.sitting.seating import GUESTS, HOLDERS, PERSON, SittingError, nobody
from game.sitting.table import Sitting


def members_at(scenario: Scenario, stage: str) -> tuple[str, ...]:
    """Return the members of the Council in a stage, by its id; SittingError, with the nearest, for none."""
    members: tuple[str, ...] = ()
    for each in scenario.sealed.stages:
        members = each.members or members
        if each.id == stage:
            return members
    ids = [each.id for each in scenario.sealed.stages]
    near = get_close_matches(stage, ids, 1, 0.5)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise SittingError(
        f"There is no stage {clean(stage, limit=60) or '(nothing)'}; there are: {', '.join(ids)}.{meant}"
    )


def begin_at(
    scenario: Scenario,
    stage: str,
    holders: Mapping[str, str] | None = None,
    *,
    seed: int,
    tries: int = 1,
    folder: Path | None = None,
    **terms: Any,
) -> Sitting:
    """Open a sitting at a stage, by its id; seats not named in `holders` are held as their brief says.

    With more `tries` the seeds that follow are taken while the crisis ends before the stage. Until then
    scripted delegations hold the seats of people. `terms` are those of `Sitting.begin`; the same terms and
    seed always lead to the same sitting. Raises what `Sitting.begin` raises, and SittingError for a stage
    that is not there, a seat that is not held in it, or a crisis that ends before it.
    """
    members, wanted = members_at(scenario, stage), dict(holders or {})
    for seat, held in wanted.items():
        _see(scenario, seat, held, members)
    if stage == scenario.sealed.stages[0].id:
        return Sitting.begin(scenario, wanted, seed=seed, folder=folder, **terms)
    early = _stand_ins(scenario, wanted)
    if folder is not None or tries > 1:  # seen first that it comes so far: a save is begun only then
        seed = _reaching(scenario, stage, early, range(seed, seed + max(1, tries)), terms)
    sitting = Sitting.begin(scenario, early, seed=seed, folder=folder, **terms)
    try:
        _led(sitting, stage)
        _hand_over(sitting, wanted)
    except BaseException:
        sitting.close()
        raise
    return sitting


def _see(scenario: Scenario, seat: str, held: str, members: tuple[str, ...]) -> None:
    """See that a seat is there in the stage, and may be held so."""
    if seat not in members and seat not in scenario.party:
        raise SittingError(f"There is no seat {seat} at that stage; there are: {', '.join(members)}.")
    if held not in (GUESTS if seat in scenario.party else ("", *HOLDERS)):
        raise SittingError(nobody(held))


def _stand_ins(scenario: Scenario, wanted: Mapping[str, str]) -> dict[str, str]:
    """Who sits in the first stage until people come: for a guest its envoy, else as the brief says."""
    first = scenario.sealed.stages[0].members
    guests = {seat: ENVOY for seat in wanted if seat in scenario.party}
    return {s: held for s, held in wanted.items() if s in first and held != PERSON} | guests


class _NotReached(SittingError):
    """A crisis ends before the stage with this seed."""


def _reaching(
    scenario: Scenario, stage: str, early: Mapping[str, str], seeds: range, terms: Mapping[str, Any]
) -> int:
    """Return the first seed with which a stage is reached; SittingError when it is with none of them."""
    for seed in seeds:
        try:
            _led(Sitting.begin(scenario, early, seed=seed, **terms), stage)
        except _NotReached:
            if seed == seeds[-1]:
                raise
        else:
            break
    return seed


def _led(sitting: Sitting, stage: str) -> None:
    """Let scripted delegations play until a stage opens; SittingError when it never does."""
    chamber = sitting.state.chamber
    while chamber.stage_id != stage and not sitting.finished and sitting.step():
        chamber = sitting.state.chamber
    if chamber.stage_id == stage and not sitting.finished:
        return
    pack = sitting.scenario.sealed
    ending = next((x.title for x in pack.endings if x.id == chamber.ending), "")
    how = f"the crisis ends before it ({clean(ending)})" if ending else "this sitting passes it over"
    raise _NotReached(
        f"The stage {stage} is not reached with seed {sitting.state.seed}: {how}. Take another seed."
    )


def _hand_over(sitting: Sitting, wanted: Mapping[str, str]) -> None:
    """Hand every seat to whoever is to hold it, as one act."""
    held = sitting.state.chamber.holders
    taken = tuple(SeatHandedOver(s, who) for s, who in wanted.items() if who and held.get(s) != who)
    if taken:
        sitting._take("", Decision(taken, fold_all(sitting.state, taken)))
