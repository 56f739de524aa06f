"""The instruments by which a Council speaks: what each weighs, and what a statement cannot say.

From a resolution under Chapter VII down to a word to the press (EV4, EV5, EV7). Whether a statement is agreed
is for `consent`; nothing here is ever put to a vote.
"""

from __future__ import annotations

from enum import StrEnum

from game.rules.binding import Weight, weight
from game.rules.clauses import ClauseFacts
from game.rules.refusals import Refusal
from game.rules.verbs import DECIDING_RANK


class Instrument(StrEnum):
    """What the Council can issue, the weightiest first (EV7)."""

    ENFORCEMENT_RESOLUTION = "enforcement_resolution"
    RESOLUTION = "resolution"
    PRESIDENTIAL_STATEMENT = "presidential_statement"
    NOTE = "note"
    PRESS_STATEMENT = "press_statement"
    PRESS_ELEMENTS = "press_elements"


_VOTED = frozenset({Instrument.ENFORCEMENT_RESOLUTION, Instrument.RESOLUTION})
_AT_A_MEETING = _VOTED | {Instrument.PRESIDENTIAL_STATEMENT}
_RANKS = {instrument: rank for rank, instrument in enumerate(Instrument)}


def weightier(first: Instrument, second: Instrument) -> bool:
    """Whether the first instrument carries more weight than the second (EV7)."""
    return _RANKS[first] < _RANKS[second]


def is_voted(instrument: Instrument) -> bool:
    """Whether the instrument is put to a vote; all others need the agreement of every member (EV4, EV5)."""
    return instrument in _VOTED


def refuse_issue(instrument: Instrument, *, at_meeting: bool) -> Refusal | None:
    """Why an instrument is not issued here: decisions belong to a meeting, words to the press do not.

    Resolutions and presidential statements belong to a formal meeting (MT6, EV4); statements to the press are
    no decisions and are agreed outside (EV5).
    """
    if instrument in _AT_A_MEETING and not at_meeting:
        return Refusal("MT6", "This is done at a formal meeting; consultations decide nothing.")
    if instrument in (Instrument.PRESS_STATEMENT, Instrument.PRESS_ELEMENTS) and at_meeting:
        return Refusal("EV5", "A statement to the press is no decision and is not read at a meeting.")
    return None


def refuse_in_statement(clause: ClauseFacts) -> Refusal | None:
    """Why a clause cannot stand in a presidential statement, or in any text that is not voted (EV4, EV7).

    A statement invokes no chapter, and decisions that bind States or authorise them take a resolution. It
    may demand: that binds nobody here, but has been said.
    """
    if clause.verb == "Acting":
        return Refusal("EV4", "A statement does not act under a chapter of the Charter.")
    decides = clause.rank >= DECIDING_RANK
    if decides and weight(clause, determined=True) in (Weight.BINDING, Weight.AUTHORISATION):
        return Refusal("EV7", "What binds or authorises States takes a resolution; a statement does neither.")
    return None
