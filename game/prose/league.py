"""Votes of the League in words: what may come of a roll call, and what a no would do.

Nothing here is called a veto, for nobody had one: any no prevents unanimity, and where it does not matter the
words say so. The law is `rules.covenant_texts`.
"""

from __future__ import annotations

from game.prose.names import everyone
from game.rules.bases import Asked
from game.rules.covenant_texts import WORDS, Prospect
from game.session.covenant import way, way_of
from game.session.scenario import Scenario
from game.session.state import Ballot, Chamber, Draft

BARS = {
    Asked.UNANIMITY: "unanimity",
    Asked.REPORT: "unanimity without the parties, or a majority",
    Asked.MEASURES: "a majority without the parties",
    Asked.EXPULSION: "unanimity without those concerned",
}
"""What carries each kind of question where it is no fixed number."""
_UNANIMOUS = (Asked.UNANIMITY, Asked.EXPULSION)
MAJORITY = "a majority of the members represented"


def put_as(scenario: Scenario, draft: Draft) -> str:
    """How a draft will be put, in one sentence."""
    return WORDS[way_of(scenario, draft.clauses, draft.nature)][1]


def rule_of(scenario: Scenario, chamber: Chamber, ballot: Ballot) -> str:
    """The rule that tells most of the question put."""
    return "L8" if ballot.kind == "assembly" else WORDS[way(scenario, chamber, ballot)][0]


def prospect(seen: Prospect, scenario: Scenario, won: str, lost: str) -> str:
    """What may still come of a vote, in one sentence; `won` and `lost` are its ends (`it is carried`)."""
    noes = everyone(scenario, seen.against)
    if seen.way is Asked.PROCEDURE:
        return _of_procedure(seen, won, lost)
    if not seen.outlook.can_pass:
        return f"The no of {noes} prevents unanimity: {lost}." if noes else f"Too few are for it: {lost}."
    if seen.way is Asked.MEASURES:
        return "If most of those voting are for it, it goes to the governments; each decides for itself."
    if seen.way is Asked.REPORT and noes:
        return f"The no of {noes} prevents unanimity; by a majority it stands, and Members remain free."
    others = " but the parties" if seen.left_out else ""
    if not seen.outlook.can_fail and seen.way in _UNANIMOUS:
        return f"All who count have agreed: {won}."
    if seen.way is Asked.REPORT:
        return "If none but the parties says no it has full force; else it may stand by a majority."
    return f"If nobody{others} says no, {won}; one no prevents it."


def _of_procedure(seen: Prospect, won: str, lost: str) -> str:
    o = seen.outlook
    if not o.can_pass:
        return f"The majority of those represented cannot be reached any more: {lost}."
    if not o.still_needed:
        return f"The majority of those represented is reached: {won}."
    return f"With {o.still_needed} more {won}; nobody's no alone prevents it."


def warning(seen: Prospect, seat: str) -> str:
    """What the seat that is called ought to know of its no; empty where it is a no like any other."""
    if seat in seen.left_out:
        return "You are a party to the dispute: for unanimity your vote is left out (L5)."
    if seen.way in (Asked.PROCEDURE, Asked.MEASURES) or not seen.outlook.can_pass:
        return ""
    if seen.way is Asked.REPORT:
        return "" if seen.against else "Your no alone makes it a report of the majority (L5)."
    return "Your no alone prevents it (L2). An abstention lets it pass (L3)."


def effect_of(vote: str, asked: Asked, what: str, *, party: bool) -> str:
    """What a ballot does, in one sentence."""
    if vote in ("abstain", "not_participating"):
        if asked is Asked.PROCEDURE:
            return f"Takes no side on {what}. You are represented, so the majority needed stays."
        return f"Takes no side on {what}. Who abstains is left out of account, and prevents nothing."
    if vote == "yes":
        binds = " Your government will apply it." if asked is Asked.MEASURES else ""
        return f"Votes for {what}.{binds}"
    if party and asked in (Asked.REPORT, Asked.MEASURES, Asked.EXPULSION):
        return f"Votes against {what}. You are a party: your no does not prevent it."
    alone = " Your no alone prevents it." if asked in _UNANIMOUS else ""
    alone = " Your no alone makes it a report of the majority." if asked is Asked.REPORT else alone
    return f"Votes against {what}.{alone}"
