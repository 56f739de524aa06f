"""What a seat alone is told: its brief, with positions, red lines, instructions, and the script of a
scripted delegate."""

from __future__ import annotations

from msgspec import Struct

from game.world.conditions import Condition
from game.world.outside import Effect
from game.world.story import Objective


class Position(Struct, frozen=True):
    """Where a seat stands on an issue: -3 (against) to 3 (for), and how much it cares, 0 to 3."""

    position: float
    salience: float
    why: str = ""


class RedLine(Struct, frozen=True):
    """What a seat will not vote for: clause kinds, or whatever bears on an issue the wrong way."""

    id: str
    text: str
    clauses: tuple[str, ...] = ()
    issue: str = ""
    vote: str = "no"
    """How the seat votes on a text that crosses the line: no or abstain."""
    firm: bool = True
    """A line that is not firm may be loosened by new instructions from the capital."""
    until: Condition | None = None
    """The line falls away when this holds."""


class Instruction(Struct, frozen=True):
    """A capital's word to its delegation at a stage; it may change positions from then on."""

    stage: str
    text: str
    positions: dict[str, Position] = {}
    when: Condition | None = None
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class ScriptLine(Struct, frozen=True):
    """An act a scripted delegation takes at a stage if it is lawful then.

    `act` is one of: table, sponsor, speak, vote, leave, return, pledge, invite, point, refer, object, note,
    amend,
    withdraw. `what` is the draft, issue, pledge, party or point meant; `vote` a ballot; `words` what is said.
    """

    stage: str
    act: str
    what: str = ""
    vote: str = ""
    words: str = ""
    when: Condition | None = None
    sources: tuple[str, ...] = ()


class Brief(Struct, frozen=True):
    """A seat's secret instructions."""

    seat: str
    summary: str
    line: str = ""
    """What it says in public."""
    interests: tuple[str, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    positions: dict[str, Position] = {}
    objectives: tuple[Objective, ...] = ()
    patrons: tuple[str, ...] = ()
    capacity: dict[str, float] = {}
    """Units it could pledge, by kind of pledge."""
    temperament: str = "steadfast"
    level: str = ""
    """How skilled its scripted delegation is, where that is not the whole table's level."""
    instructions: tuple[Instruction, ...] = ()
    script: tuple[ScriptLine, ...] = ()
    history: str = ""
    """What the person in this chair really did, for the debrief."""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class Absence(Struct, frozen=True):
    """A seat that stays away when the crisis opens; returning before `until` (a stage) costs what `early`
    says."""

    seat: str
    reason: str
    until: str = ""
    early: tuple[Effect, ...] = ()
    early_note: str = ""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""
