"""Acts of the director, the teacher who leads the sitting: injects, seats handed over, moments marked."""

from __future__ import annotations

from collections.abc import Iterable

from game.plain import clean
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import ANY, Law, Who, unknown
from game.session.consequences import let, take_measure
from game.session.minutes import Minutes
from game.session.state import State
from game.world.story import Happening

PERSON = "person"


def occur(m: Minutes, happening: Happening, *, injected: bool = False) -> None:
    """Let a happening occur, with its effects."""
    odds = 1.0 if injected else happening.chance
    m.note(e.HappeningOccurred(happening.id, happening.secret_to, odds, injected))
    let(m, happening.effects, f"happening:{happening.id}")


def _inject_refusal(s: State, act: a.Inject) -> Refusal | None:
    if act.happening not in s.scenario.happening:
        return unknown(f"happening {act.happening}")
    if act.happening in s.world.happened:
        return Refusal("H9", "That has happened already.")
    if s.chamber.stage < 0:
        return Refusal("H9", "The crisis has not opened yet.")
    return None


def _inject(m: Minutes, act: a.Inject) -> None:
    occur(m, m.state.scenario.happening[act.happening], injected=True)
    take_measure(m)


def _hand_refusal(s: State, act: a.HandOver) -> Refusal | None:
    seats = (*s.chamber.members, *s.chamber.conduct.guests)
    if act.to_seat not in seats:
        return unknown(f"seat {act.to_seat}", seats)
    if s.chamber.holders.get(act.to_seat) == act.holder:
        return Refusal("H9", "That seat is held so already.")
    return None if clean(act.holder).strip() else unknown("holder without a name")


def _hand(m: Minutes, act: a.HandOver) -> None:
    m.note(e.SeatHandedOver(act.to_seat, clean(act.holder, limit=40).strip()))


def _hand_offers(s: State, seat: str) -> Iterable[a.HandOver]:
    return (a.HandOver(seat, x, PERSON) for x in s.chamber.members)


def _mark(m: Minutes, act: a.Mark) -> None:
    m.note(e.MomentMarked(clean(act.words, limit=200).strip()))


_ALONE = "Only the director may do this, while a sitting is on."

LAWS = (
    Law(
        a.Inject,
        ANY,
        Who.DIRECTOR,
        "H9",
        _ALONE,
        lambda s, seat: (a.Inject(seat, h.id) for h in s.scenario.sealed.happenings),
        _inject,
        _inject_refusal,
    ),
    Law(a.HandOver, ANY, Who.DIRECTOR, "H9", _ALONE, _hand_offers, _hand, _hand_refusal),
    Law(a.Mark, ANY, Who.DIRECTOR, "H9", _ALONE, lambda s, seat: (a.Mark(seat, "Remember this."),), _mark),
)
