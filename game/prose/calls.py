"""What delegations are being called for, in two short lines: what it is about, and who may still be heard."""

from __future__ import annotations

from game.plain import clean
from game.prose.minutes_usage import minutes_of
from game.prose.names import counted, the
from game.rules.house import House
from game.session.scenario import Scenario
from game.session.usage import Call

_KINDS = {
    "attendance": ("The roll of attendance", "present, or present and voting"),
    "explain": ("Votes with rights", "those who cast them explain"),
    "stand_aside": ("A veto would fall", "would you rather abstain?"),
}


def call_in_words(call: Call, house: House, scenario: Scenario) -> tuple[str, str]:
    """Return what a call is about and who may still be heard; the second may be empty."""
    if call.kind in _KINDS:
        return _KINDS[call.kind]
    entry = house.motion.get(call.subject)
    what = clean(entry.name) if entry is not None else f"Amendment {clean(call.subject)}"
    match call.kind:
        case "second":
            return what, f"{call.left} more must second it"
        case "debate":
            return what, f"still {call.pro} for, {call.con} against"
        case "caucus":
            topic = clean(call.topic) or what
            return topic, f"{counted(call.left, 'speaker')} more, {minutes_of(call.each)} each"
        case "question":
            return f"Questions to {the(scenario, call.mover)}", f"{counted(call.left, 'question')} more"
        case _:
            return f"A reply to {the(scenario, call.subject)}", ""
