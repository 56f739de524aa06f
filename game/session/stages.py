"""The one table of a sitting: which trigger leads from which phase to which, for the meeting and the crisis
alike.

The table is a `transitions` machine with guards and nothing else: it has no effects and no memory. `decide`
asks it
through `after`; `fold` never does, for events say which phase they led to.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from transitions import Machine, MachineError

from game.session.state import Phase


class Trigger(StrEnum):
    """What may move a sitting from phase to phase."""

    OPEN_STAGE = "open_stage"
    END_CRISIS = "end_crisis"
    CALL_TO_ORDER = "call_to_order"
    ADOPT_AGENDA = "adopt_agenda"
    EXHAUST_DEBATE = "exhaust_debate"
    CONTINUE_DEBATE = "continue_debate"
    SUSPEND = "suspend"
    RESUME = "resume"
    PUT = "put"
    DECLARE = "declare"
    RAISE_POINT = "raise_point"
    RULE = "rule"
    SETTLE = "settle"
    RISE = "rise"
    MEET_AGAIN = "meet_again"
    CONVENE = "convene"
    CLOSE_SESSION = "close_session"
    CALL = "call"
    CALLED = "called"


TABLE: list[dict[str, object]] = [
    {"trigger": "open_stage", "source": "interval", "dest": "recess"},
    {"trigger": "end_crisis", "source": ["interval", "recess"], "dest": "ended"},
    {"trigger": "call_to_order", "source": "recess", "dest": "agenda"},
    {"trigger": "adopt_agenda", "source": "agenda", "dest": "debate"},
    {"trigger": "exhaust_debate", "source": "debate", "dest": "chair"},
    {"trigger": "continue_debate", "source": "chair", "dest": "debate"},
    {"trigger": "suspend", "source": ["debate", "chair"], "dest": "consultations"},
    {"trigger": "resume", "source": "consultations", "dest": "debate"},
    {
        "trigger": "put",
        "source": ["agenda", "debate", "chair", "ruling", "ruled", "ballot"],
        "dest": "ballot",
    },
    {"trigger": "put", "source": "plenary", "dest": "ballot"},
    {"trigger": "declare", "source": "ballot", "dest": "agenda", "conditions": "from_agenda"},
    {"trigger": "declare", "source": "ballot", "dest": "debate", "conditions": "from_debate"},
    {"trigger": "declare", "source": "ballot", "dest": "chair", "conditions": "from_chair"},
    {"trigger": "declare", "source": "ballot", "dest": "ruling", "conditions": "from_ruling"},
    {"trigger": "declare", "source": "ballot", "dest": "ruled", "conditions": "from_ruled"},
    {"trigger": "declare", "source": "ballot", "dest": "ballot", "conditions": "from_ballot"},
    {"trigger": "declare", "source": "ballot", "dest": "plenary", "conditions": "from_plenary"},
    {"trigger": "raise_point", "source": ["debate", "chair", "ballot"], "dest": "ruling"},
    {"trigger": "rule", "source": "ruling", "dest": "ruled"},
    {"trigger": "settle", "source": ["ruling", "ruled"], "dest": "debate", "conditions": "from_debate"},
    {"trigger": "settle", "source": ["ruling", "ruled"], "dest": "chair", "conditions": "from_chair"},
    {"trigger": "settle", "source": ["ruling", "ruled"], "dest": "ballot", "conditions": "from_ballot"},
    {"trigger": "rise", "source": ["agenda", "debate", "chair"], "dest": "interval"},
    {"trigger": "meet_again", "source": ["agenda", "debate", "chair"], "dest": "recess"},
    {"trigger": "convene", "source": "interval", "dest": "plenary"},
    {"trigger": "close_session", "source": "plenary", "dest": "interval"},
    {"trigger": "call", "source": ["debate", "chair", "ballot"], "dest": "call"},
    {"trigger": "called", "source": "call", "dest": "debate", "conditions": "from_debate"},
    {"trigger": "called", "source": "call", "dest": "chair", "conditions": "from_chair"},
    {"trigger": "called", "source": "call", "dest": "ballot", "conditions": "from_ballot"},
    {"trigger": "put", "source": "call", "dest": "ballot"},
    {"trigger": "declare", "source": "ballot", "dest": "call", "conditions": "from_call"},
]


class _Sitting:
    """What the table is asked about: a phase, and the phase from which a vote or a point of order was
    raised."""

    state: str

    def __init__(self, phase: Phase, back: Phase | None) -> None:
        self.state = phase.value
        self._back = back

    def from_agenda(self) -> bool:
        return self._back is Phase.AGENDA

    def from_debate(self) -> bool:
        return self._back is Phase.DEBATE

    def from_chair(self) -> bool:
        return self._back is Phase.CHAIR

    def from_ruling(self) -> bool:
        return self._back is Phase.RULING

    def from_ruled(self) -> bool:
        return self._back is Phase.RULED

    def from_ballot(self) -> bool:
        return self._back is Phase.BALLOT

    def from_call(self) -> bool:
        return self._back is Phase.CALL

    def from_plenary(self) -> bool:
        return self._back is Phase.PLENARY


@cache
def machine() -> Machine:
    """Return the machine made from the table."""
    return Machine(
        model=None,
        states=[p.value for p in Phase],
        transitions=TABLE,
        initial=Phase.INTERVAL.value,
        auto_transitions=False,
    )


@cache
def after(phase: Phase, trigger: Trigger, back: Phase | None = None) -> Phase | None:
    """Return the phase a trigger leads to, or None when the table does not allow it.

    `back` is the phase to which a vote or a point of order returns. Answers are remembered: there are few.
    """
    asked = _Sitting(phase, back)
    try:
        moved = machine().events[trigger.value].trigger(asked)
    except MachineError:
        return None
    return Phase(asked.state) if moved else None
