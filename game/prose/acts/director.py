"""What the director (the teacher) may do."""

from __future__ import annotations

from collections.abc import Mapping

from game.plain import clean
from game.prose.acts.label import Label, Where, fixed
from game.prose.names import the
from game.session import actions as act
from game.session.actions import Action
from game.session.scenario import Scenario


def _happening(a: act.Inject, s: Scenario, w: Where) -> str:
    found = s.happening.get(a.happening)
    return f"Let it happen now: {clean(found.title if found else a.happening)}"


def _holder(a: act.HandOver, s: Scenario, w: Where) -> str:
    holder = "a person" if a.holder == "person" else f"a scripted delegate ({clean(a.holder)})"
    return f"Give the seat of {the(s, a.to_seat)} to {holder}"


LABELS: Mapping[type[Action], Label] = {
    act.Inject: Label(
        _happening, fixed("Brings a happening of the crisis about, whatever its conditions say."), "H9"
    ),
    act.HandOver: Label(
        _holder, fixed("From the next act on the seat is held by somebody else; its papers stay."), "H9"
    ),
    act.Mark: Label(
        fixed("Mark this moment"), fixed("Keeps this moment, with your words, for the debrief."), "H9"
    ),
}
