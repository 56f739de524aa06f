"""When the Council's membership changes, every seat that leaves hands over to one that comes.

A new year brings new elected members. `succession` says who plays on in whose place: each outgoing member
once, each incoming one once, and nobody else.

PASS
    # delegations.yaml
    seats:
      BRA: {name: Brazil, short: Brazil, about: A member from 1951., sources: dossier}
      NLD: {name: Netherlands, short: the Netherlands, about: A member from 1951., sources: dossier}
      TUR: {name: Turkey, short: Turkey, about: A member from 1951., sources: dossier}
    # stages.yaml
    winter:
      title: The new Council
      date: 1951-01-31
      members: [CHN, BRA, ECU, TUR, FRA, IND, NLD, RUS, GBR, USA, YUG]
      succession: {CUB: BRA, EGY: TUR, NOR: NLD}
      sources: dossier

FAIL
    # delegations.yaml
    seats:
      BRA: {name: Brazil, short: Brazil, about: A member from 1951., sources: dossier}
      NLD: {name: Netherlands, short: the Netherlands, about: A member from 1951., sources: dossier}
      TUR: {name: Turkey, short: Turkey, about: A member from 1951., sources: dossier}
    # stages.yaml
    winter:
      title: The new Council
      date: 1951-01-31
      members: [CHN, BRA, ECU, TUR, FRA, IND, NLD, RUS, GBR, USA, YUG]
      succession: {CUB: BRA, EGY: BRA}
      sources: dossier

FAIL
    # stages.yaml
    assistance: {succession: {CUB: USA}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack
from game.session.scenario import Stage


def check(pack: Pack) -> Iterator[Fault]:
    """Yield handovers that leave a seat without a place, or give a place twice."""
    before: tuple[str, ...] | None = None
    for stage in pack.scenario.sealed.stages:
        leaving = set(before or stage.members) - set(stage.members)
        coming = set(stage.members) - set(before or stage.members)
        for what in _wrong(stage, leaving, coming):
            remedy = "Write succession: {OUT: IN} with each outgoing and each incoming member once."
            yield Fault("stages.yaml", (stage.id, "succession"), what, remedy, key=True)
        before = stage.members


def _wrong(stage: Stage, leaving: set[str], coming: set[str]) -> Iterator[str]:
    given, taken = set(stage.succession), list(stage.succession.values())
    if missing := sorted(leaving - given):
        yield f"{', '.join(missing)} leave the Council at {stage.id} and nobody takes their place."
    if stray := sorted(given - leaving):
        yield f"{', '.join(stray)} do not leave the Council at {stage.id}."
    if stray := sorted(set(taken) - coming):
        yield f"{', '.join(stray)} do not join the Council at {stage.id}."
    if twice := sorted({c for c in taken if taken.count(c) > 1}):
        yield f"{', '.join(twice)} would take two places at {stage.id}."
