"""Questions put under the Covenant: by which article a text stands, who is party, what a vote means.

Read off the state, nothing is changed; `rules.covenant_texts` has the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.rules import covenant_texts
from game.rules.ballots import count
from game.rules.bases import Asked
from game.rules.bodies import BODIES, Law, Vote
from game.rules.covenant import assembly_report
from game.rules.covenant_texts import Prospect
from game.rules.refusals import Refusal
from game.rules.results import Result, Verdict
from game.session.bars import TEXTS
from game.session.library import Clause
from game.session.scenario import Scenario
from game.session.state import Ballot, Chamber, Draft, State
from game.session.texts import written


def governs(scenario: Scenario) -> bool:
    """Say whether a crisis is before the League, and so under the Covenant."""
    return BODIES[scenario.open.body].law is Law.COVENANT


def way_of(scenario: Scenario, clauses: tuple[Clause, ...], nature: str) -> Asked:
    """Return how a text would be put."""
    return covenant_texts.asked(written(scenario.clause, clauses), nature)


def reports(state: State, symbol: str) -> bool:
    """Say whether a draft is a report on a dispute before the League, which the Assembly may take up (L5)."""
    draft = state.chamber.drafts[symbol]
    asked = way_of(state.scenario, draft.clauses, draft.nature) if governs(state.scenario) else None
    return asked is Asked.REPORT


def way(scenario: Scenario, chamber: Chamber, ballot: Ballot) -> Asked:
    """Return how the question is put: texts, their parts and changes by the text's articles, all else as
    procedure (L7, V12)."""
    draft = chamber.drafts.get(ballot.draft)
    if draft is None or ballot.kind not in TEXTS:
        return Asked.PROCEDURE
    return way_of(scenario, draft.clauses, draft.nature)


def result(state: State, ballot: Ballot, votes: Mapping[str, Vote]) -> Result:
    """Return what a completed roll call of the League's Council means (L2 to L7)."""
    scenario = state.scenario
    asked = way(scenario, state.chamber, ballot)
    found = covenant_texts.decide(asked, votes, scenario.open.disputants, names=scenario.names)
    if ballot.kind != "challenge":
        return found
    return replace(found, verdict=Verdict.RULING_OVERRULED if found.carried else Verdict.RULING_STANDS)


def outlook(scenario: Scenario, chamber: Chamber, ballot: Ballot) -> Prospect:
    """Say where a roll call of the League's Council stands."""
    votes = {seat: Vote(vote) for seat, vote in ballot.votes.items()}
    waiting = tuple(seat for seat in ballot.voters if seat not in votes)
    asked = way(scenario, chamber, ballot)
    return covenant_texts.outlook(asked, votes, waiting, scenario.open.disputants)


# -- the Assembly of the League --------------------------------------------------------------------
def refuse_of_party(state: State, seat: str) -> Refusal | None:
    """Say why a seat may not have the dispute go to the Assembly of its own right (Article 15(9), L8)."""
    plenary = state.chamber.plenary
    if seat not in state.scenario.open.disputants:
        return Refusal("L8", "Only a party to the dispute may ask for it; the Council refers by a motion.")
    if plenary is not None and plenary.called:
        return Refusal("L8", "The Assembly has been called already; it meets when the Council has risen.")
    if plenary is not None and plenary.session:
        return Refusal("L8", "The dispute has been before the Assembly; now only the Council can refer it.")
    return None


def assembly_result(state: State, draft: Draft, votes: Mapping[str, str]) -> Result:
    """Return what the votes of all Members mean: a report by Article 15(10), all else as in the Council
    (L2, L8)."""
    scenario = state.scenario
    parties, asked = scenario.open.disputants, way_of(scenario, draft.clauses, draft.nature)
    cast = {seat: Vote(vote) for seat, vote in votes.items()}
    if asked is not Asked.REPORT:
        return covenant_texts.decide(asked, cast, parties, names=scenario.names)
    against = [seat for seat, vote in cast.items() if vote == Vote.NO]
    there = set(state.chamber.members)
    return assembly_report(
        count(cast), against, parties, [x for x in against if x in there], names=scenario.names
    )


def stands(chamber: Chamber, draft: Draft) -> bool:
    """Say whether the Council has adopted the same text, so that the Assembly only concurs."""
    return any(chamber.drafts[symbol].clauses == draft.clauses for symbol in chamber.resolutions)
